"""The groups of a comparison's rows: one for each answer, as in the codebook, those without an answer last.

numpy is imported when rows are grouped: the first table may be painted without it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.analysis.columns import NO_RANK
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Grouping
from parties_of_power.domain.observations import MISSING_REASONS, missing_name
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import ShownColumn
    from parties_of_power.analysis.slices import Integers

_LAST = sys.maxsize


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with one answer, which follow one another: `count` of them from `first` on. `key` is the answer as shown."""

    key: str
    title: str
    first: int
    count: int

    @property
    def rows(self) -> range:
        return range(self.first, self.first + self.count)


def grouped(
    order: Integers, shown: ShownColumn, catalogue: Catalogue, grouping: Grouping
) -> tuple[Integers, tuple[Group, ...]]:
    """The rows in the order of their groups, otherwise as before, and the groups."""
    import numpy as np

    places = _places_in_order(shown, order, _choice_places(catalogue, grouping))
    number_of_text = {text: number for number, text in enumerate(dict.fromkeys(shown.texts[each] for each in places))}
    number_of = np.zeros(len(shown.texts), np.int64)
    for place in places:
        number_of[place] = number_of_text[shown.texts[place]]
    numbers = number_of[shown.place[order]]
    order = order[np.argsort(numbers, kind="stable")]
    counts = np.bincount(numbers, minlength=len(number_of_text)).tolist()
    states = {shown.texts[place]: shown.state(place) for place in places}
    groups, first = [], 0
    for text, count in zip(number_of_text, counts, strict=True):
        groups.append(Group(text, _title(text, states[text]), first, count))
        first += count
    return order, tuple(groups)


def group_words(
    group: Group, subject_ids: tuple[int, ...], catalogue: Catalogue, grouping: Grouping, subject_kind: SubjectKind
) -> str:
    """What stands small beside the title: `Has a party of power · 8 parties, 7 states`."""
    of_group = [subject_ids[row] for row in group.rows]
    if subject_kind == "state":
        counted = ngettext("{count} state", "{count} states", group.count).format(count=group.count)
    else:
        counted = ngettext("{count} party", "{count} parties", group.count).format(count=group.count)
        if grouping.attribute_id is not None:
            states = len({catalogue.subjects[each].state_id for each in of_group} - {None})
            counted += ", " + ngettext("{count} state", "{count} states", states).format(count=states)
    return _("{attribute} · {counts}").format(attribute=grouping_title(catalogue, grouping), counts=counted)


def grouping_title(catalogue: Catalogue, grouping: Grouping) -> str:
    attribute = attribute_of(catalogue, grouping)
    return attribute.name if attribute else _("State")


def attribute_of(catalogue: Catalogue, grouping: Grouping) -> Attribute | None:
    return None if grouping.attribute_id is None else catalogue.attributes.get(grouping.attribute_id)


def known_grouping(grouping: Grouping | None, catalogue: Catalogue) -> Grouping | None:
    """None where its attribute is gone."""
    if grouping is None or grouping.attribute_id is None:
        return grouping
    return grouping if attribute_of(catalogue, grouping) else None


def _places_in_order(shown: ShownColumn, order: Integers, choices: dict[str, int]) -> list[int]:
    """The texts that these rows show, by their place in `texts`: answers by rank, then what is no answer."""
    import numpy as np

    used, first = np.unique(shown.place[order], return_index=True)
    ranks = shown.ranks[order][first]
    values = shown.values() if choices else ()

    def key(each: tuple[int, int]) -> tuple[int, int, str]:
        place, rank = each
        if rank == NO_RANK:
            return _LAST, _rank_of_state(shown.state(place)), shown.texts[place]
        return (choices.get(values[place], rank) if choices else rank), 0, shown.texts[place]

    return [place for place, _rank in sorted(zip(used.tolist(), ranks.tolist(), strict=True), key=key)]


def _rank_of_state(state: str) -> int:
    known = ("wrong", *MISSING_REASONS, "not_founded", "ended", "field", "")
    return known.index(state) if state in known else len(known)


def _choice_places(catalogue: Catalogue, grouping: Grouping) -> dict[str, int]:
    """The places of choices in the codebook, also of those that are no scale."""
    attribute = attribute_of(catalogue, grouping)
    if attribute is None or attribute.kind != "choice":
        return {}
    return {str(choice.id): place for place, choice in enumerate(catalogue.choices_of(attribute.id))}


def _title(text: str, state: str) -> str:
    reason = next((each for each in MISSING_REASONS if each == state), None)
    words = missing_name(reason) if reason else text
    return words[:1].upper() + words[1:] if words else _("Blank")
