"""The answers that a column of a comparison offers: the choices of its codebook entry, then the missing reasons."""

from collections.abc import Iterator, Sequence

from parties_of_power.analysis.headers import Header
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.domain.observations import MISSING_REASONS
from parties_of_power.exchange.options import Options
from parties_of_power.exchange.sheets.definition import ListOf
from parties_of_power.exchange.sheets.missing import reason_text
from parties_of_power.study.catalogue import Catalogue


def lists_of(catalogue: Catalogue, headers: Sequence[Header], options: Options) -> Iterator[ListOf]:
    if options.values_only:
        return
    reasons = tuple(reason_text(reason, options) for reason in MISSING_REASONS)
    for place, header in enumerate(headers):
        answers = _answers(catalogue, header.attribute) if header.attribute else ()
        if answers:
            yield ListOf(place, (*answers, *reasons))


def _answers(catalogue: Catalogue, attribute: Attribute) -> tuple[str, ...]:
    if attribute.is_computed:
        return ()
    if attribute.kind == "yes_no":
        return tuple(kind("yes_no").show(value, NO_NAMES) for value in ("yes", "no"))
    if attribute.kind != "choice":
        return ()
    return tuple(choice.label for choice in catalogue.choices_of(attribute.id))
