"""The values of one cell over time, for charts, the small chart and the list before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parties_of_power.analysis.entries import Entry, entries_of_cell
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.analysis.reader import said
from parties_of_power.analysis.readings import agreement
from parties_of_power.analysis.showing import names_to_show
from parties_of_power.domain.agreement import Agreement, is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER
from parties_of_power.domain.subjects import Standing
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.computed_series import Stretch

Relation = Literal["adopted", "agrees", "rival", "soft", "claim"]


@dataclass(frozen=True, slots=True)
class Point:
    """It began between `day_min` and `day_max`, and shows until `until`: its end, the next one or the end of the life.

    `surely_until` is the earliest day on which it may have ended. `relation` is how it stands to what is adopted:
    `soft` differs by precision or base only. A point without a value has `missing`, and no number. One of a computed
    attribute has the observation 0.
    """

    day_min: int
    day_max: int
    until: int
    surely_until: int
    value: str
    text: str
    number: float | None
    low: float | None
    high: float | None
    observation_id: int
    standing: Standing
    relation: Relation
    base: str
    missing: str
    attested: int
    event_id: int | None


def series(study: Study, subject_id: int, attribute_id: int) -> tuple[Point, ...]:
    """Every observation of the cell, earliest start first."""
    attribute = study.catalogue.attributes[attribute_id]
    if attribute.is_computed:
        # Only where something is computed: most studies open without it.
        from parties_of_power.analysis.computed_series import stretches

        return tuple(map(_computed_point, stretches(study, subject_id, attribute_id)))
    entries = entries_of_cell(study, subject_id, attribute_id)
    life_ends = bounds_of(*study.catalogue.life_of(subject_id)).last
    adopted = [entry for entry in entries if entry.standing == "adopted"]
    return tuple(
        _point(
            study, attribute, entry, _until(attribute, entry, adopted, life_ends), relation(attribute, entry, adopted)
        )
        for entry in entries
    )


def adopted_points(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(point for point in points if point.standing == "adopted")


def _until(attribute: Attribute, entry: Entry, adopted: Sequence[Entry], life_ends: int) -> int:
    """The last day on which it shows."""
    ends = min(entry.span.end_max if attribute.validity != "last_known" else ALWAYS_AFTER, life_ends)
    if attribute.validity in ("timeless", "own_period") or entry.standing != "adopted":
        return ends
    later = [other.span.start_min for other in adopted if other.span.start_min > entry.span.start_min]
    return max(entry.span.start_min, min([ends, *(start - 1 for start in later)]))


def relation(attribute: Attribute, entry: Entry, adopted: Sequence[Entry]) -> Relation:
    """How an observation stands to the adopted ones of its cell, on whatever day."""
    if entry.standing == "adopted":
        return "adopted"
    found = [agreement(attribute, other, entry) for other in adopted if is_same_question(other, entry)]
    if Agreement.AGREES in found:
        return "agrees"
    if entry.standing == "claim":
        return "claim"
    return "soft" if found and Agreement.CONFLICT not in found else "rival"


def _computed_point(stretch: "Stretch") -> Point:
    first, last, cell = stretch
    return Point(
        day_min=first,
        day_max=first,
        until=last,
        surely_until=last,
        value=cell.value,
        text=cell.text,
        number=cell.number,
        low=cell.low,
        high=cell.high,
        observation_id=0,
        standing="adopted",
        relation="adopted",
        base="",
        missing=cell.missing,
        attested=ALWAYS_AFTER,
        event_id=None,
    )


def _point(study: Study, attribute: Attribute, entry: Entry, until: int, relation: Relation) -> Point:
    day = min(max(entry.span.start_max, 1), until)
    text, _plain, _state = said(attribute, entry, names_to_show(study.catalogue, attribute, day))
    return Point(
        day_min=entry.span.start_min,
        day_max=entry.span.start_max,
        until=until,
        surely_until=min(entry.span.end_min, until),
        value=entry.value,
        text=text,
        number=entry.number if entry.is_value else None,
        low=entry.low,
        high=entry.high,
        observation_id=entry.id,
        standing=entry.standing,
        relation=relation,
        base=entry.base,
        missing=entry.missing,
        attested=entry.span.attested,
        event_id=entry.event_id,
    )
