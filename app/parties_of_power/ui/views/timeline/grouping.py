"""Which lane a party stands in: its state's, its own, one for all, or that of its value of a choice attribute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parties_of_power.analysis.columns import Columns
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.arrangement import Arrangement
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.lanes import NOWHERE


@dataclass(frozen=True)
class Group:
    """The parties of a lane; `state_id` where it is the lane of a state."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    state_id: int | None = None


def groups_of(
    bars: Iterable[Bar], catalogue: Catalogue, arrangement: Arrangement, today: int, values: dict[int, str]
) -> list[Group]:
    """The lanes in the order in which their first party comes. `values` are the texts by which parties are grouped,
    where a choice attribute is what makes a lane."""
    found: dict[str, list[Bar]] = {}
    for bar in bars:
        found.setdefault(_key(bar.subject_id, catalogue, arrangement, values), []).append(bar)
    return [_group(key, tuple(found[key]), catalogue, arrangement, today) for key in found]


def _key(party_id: int, catalogue: Catalogue, arrangement: Arrangement, values: dict[int, str]) -> str:
    if arrangement.lanes == "party":
        return str(party_id)
    if arrangement.lanes == "none":
        return "all"
    if arrangement.attribute_id is not None:
        return values.get(party_id, NOWHERE)
    return str(catalogue.subjects[party_id].state_id or NOWHERE)


def _group(key: str, bars: tuple[Bar, ...], catalogue: Catalogue, arrangement: Arrangement, today: int) -> Group:
    if arrangement.lanes == "none":
        return Group(key, _("All parties"), bars)
    if arrangement.attribute_id is not None:
        return Group(key, _("No value") if key == NOWHERE else key[:1].upper() + key[1:], bars)
    if key == NOWHERE:
        return Group(key, _("No state"), bars)
    subject_id = int(key)
    title = catalogue.shown_name(subject_id, today).text
    return Group(key, title, bars, subject_id if arrangement.lanes == "state" else None)


def values_on(catalogue: Catalogue, columns: Columns, attribute_id: int, day: int) -> dict[int, str]:
    """What each party, or its state, is said to be on a day; a party without a value is left out."""
    attribute = catalogue.attributes.get(attribute_id)
    if attribute is None:
        return {}
    asked = {
        party.id: party.id if attribute.subject_kind == "party" else party.state_id
        for party in catalogue.parties
        if attribute.subject_kind == "party" or party.state_id is not None
    }
    subject_ids = [subject_id for subject_id in asked.values() if subject_id is not None]
    column, (texts, _folded) = columns.column(attribute_id, subject_ids, day), columns.texts(attribute_id, day)
    return {
        party_id: texts[answer] for party_id, answer in zip(asked, column.answer.tolist(), strict=True) if answer >= 0
    }
