"""The adopted numbers of a cell over time, for the small line in the cell; read for many rows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from parties_of_power.analysis.entries import id_list
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER
from parties_of_power.study.study import Study

# The sign keeps SQLite from going through all of the attribute: few subjects are found by the index on cells.
_READ = (
    "SELECT subject_id, start_min, start_max, end_min, end_max, end_unknown, attested_day, number, low, high"
    " FROM observation WHERE +standing = 'adopted' AND attribute_id = ?"
    " AND subject_id IN (SELECT value FROM json_each(?)) ORDER BY start_min, start_max, edited, id"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A number that began between `first` and `surely_from` and shows until `until`, surely until `surely_until`.

    `low` and `high` are the ends of its interval, None where it has none.
    """

    first: int
    surely_from: int
    surely_until: int
    until: int
    number: float
    low: float | None
    high: float | None


class Sparks:
    """Of one attribute, for as long as no edit changes it."""

    def __init__(self, study: Study, attribute: Attribute) -> None:
        self._study = study
        self._attribute = attribute
        self._known: dict[int, tuple[Stretch, ...]] = {}

    def of(self, subject_id: int, beside: Callable[[], Iterable[int]]) -> tuple[Stretch, ...]:
        """Earliest first; the subjects beside it are read as well."""
        if subject_id not in self._known:
            wanted = [subject_id, *(each for each in beside() if each not in self._known)]
            found: dict[int, list[tuple[Any, ...]]] = {each: [] for each in wanted}
            for owner, *row in self._study.rows(_READ, (self._attribute.id, id_list(wanted))):
                found[owner].append(tuple(row))
            for each, rows in found.items():
                self._known[each] = self._stretches(each, rows)
        return self._known[subject_id]

    def _stretches(self, subject_id: int, rows: Sequence[tuple[Any, ...]]) -> tuple[Stretch, ...]:
        """What has no number, as a missing reason, ends the one before and leaves a gap."""
        life_ends = bounds_of(*self._study.catalogue.life_of(subject_id)).last
        made = []
        for place, (first, surely_from, end_min, end_max, unknown, attested, number, low, high) in enumerate(rows):
            if number is None:
                continue
            until, surely = min(end_max, life_ends), attested if unknown else end_min
            if self._attribute.validity == "last_known":
                until = surely = life_ends
            following = next((later[0] for later in rows[place + 1 :] if later[0] > first), ALWAYS_AFTER + 1)
            if self._attribute.validity != "own_period":
                until = max(min(until, following - 1), first)
            made.append(Stretch(first, min(surely_from, until), min(surely, until), until, number, low, high))
        return tuple(made)
