"""Numbers that a file has for parties and states of the study, and the study has not: shown, attached in one edit."""

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.imports.subjects import Match
from parties_of_power.study.edits.people import add_identifier
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.queries import identifiers_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class Offered:
    """`others` are the numbers of this dataset that the study has instead."""

    subject_id: int
    scheme: str
    value: str
    others: tuple[str, ...] = ()


def offered(study: Study, matches: Sequence[Match]) -> tuple[Offered, ...]:
    """Of those who were found, each number once."""
    found: dict[Offered, None] = {}
    for match in matches:
        if match.subject_id:
            there = identifiers_of(study, match.subject_id)
            for scheme, value in match.who.identifiers:
                numbers = tuple(each.value for each in there if each.scheme == scheme)
                if value.upper() not in {each.upper() for each in numbers}:
                    found[Offered(match.subject_id, scheme, value, numbers)] = None
    return tuple(found)


def attach(study: Study, wanted: Sequence[Offered], citing: Cite | None = None) -> None:
    if not wanted:
        raise EditRefused(_("There is no number to attach."))
    count = len(wanted)
    label = ngettext("Attach {count} identifier", "Attach {count} identifiers", count).format(count=count)
    with study.edit(label):
        for each in wanted:
            add_identifier(study, each.subject_id, each.scheme, each.value, cites=(citing,) if citing else ())
