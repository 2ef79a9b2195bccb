"""Observations of many cells at once, as little of each as a table shows."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parties_of_power.domain.dates import Period
from parties_of_power.domain.force import Span
from parties_of_power.domain.observations import Bound, Missing
from parties_of_power.domain.subjects import Standing
from parties_of_power.study.rows import period, span
from parties_of_power.study.study import Study

_SAID = "value, missing, wrong, typed, number, base, bound, low, high, out_of, interval, ordinal"
_WHEN = "period, attested, event_id, standing, reason, edited"
_DAYS = "start_min, start_max, end_min, end_max, end_unknown, attested_day"
_CITED = "(SELECT group_concat(source_id) FROM citation WHERE observation_id = observation.id)"
_SELECT = f"SELECT id, subject_id, attribute_id, {_SAID}, {_WHEN}, {_CITED}, {_DAYS} FROM observation"
_ORDER = "ORDER BY start_min, start_max, edited, id"


class Entry(NamedTuple):
    """One observation of a cell; `source_ids` are the sources it cites. See `domain.observations.Observation`."""

    id: int
    subject_id: int
    attribute_id: int
    value: str
    missing: Missing
    wrong: bool
    typed: str
    number: float | None
    base: str
    bound: Bound
    low: float | None
    high: float | None
    out_of: float | None
    interval: str
    ordinal: float | None
    period_text: str
    attested: str
    event_id: int | None
    standing: Standing
    reason: str
    edited: int
    source_ids: tuple[int, ...]
    span: Span

    @property
    def period(self) -> Period:
        return period(self.period_text)

    @property
    def is_value(self) -> bool:
        return not self.missing and not self.wrong


Cell = tuple[int, int]
Entries = dict[Cell, tuple[Entry, ...]]


def entries_of(study: Study, subject_ids: Iterable[int], attribute_ids: Iterable[int]) -> Entries:
    """The observations of all these subjects for all these attributes by cell, earliest start first."""
    where = "WHERE subject_id IN (SELECT value FROM json_each(?)) AND attribute_id IN (SELECT value FROM json_each(?))"
    return _by_cell(study, f"{_SELECT} {where} {_ORDER}", (id_list(subject_ids), id_list(attribute_ids)))


def entries_of_cell(study: Study, subject_id: int, attribute_id: int) -> tuple[Entry, ...]:
    return entries_of(study, (subject_id,), (attribute_id,)).get((subject_id, attribute_id), ())


def entries_of_subject(study: Study, subject_id: int) -> Entries:
    return _by_cell(study, f"{_SELECT} WHERE subject_id = ? {_ORDER}", (subject_id,))


def entries_of_contested_cells(study: Study) -> Entries:
    """Every observation of the cells that hold a rival. The join finds them by the index on attributes."""
    rivals = (
        "SELECT observation.subject_id, observation.attribute_id FROM attribute CROSS JOIN observation"
        " ON observation.attribute_id = attribute.id AND observation.standing = 'rival'"
    )
    return _by_cell(study, f"{_SELECT} WHERE (subject_id, attribute_id) IN ({rivals}) {_ORDER}", ())


def id_list(ids: Iterable[int]) -> str:
    """Ids as JSON, as SQLite's json_each reads them."""
    return "[" + ",".join(map(str, ids)) + "]"


def _by_cell(study: Study, sql: str, params: Sequence[object]) -> Entries:
    found: dict[Cell, list[Entry]] = {}
    for row in study.rows(sql, params):
        found.setdefault((row[1], row[2]), []).append(_entry(row))
    return {cell: tuple(entries) for cell, entries in found.items()}


def _entry(row: tuple[object, ...]) -> Entry:
    *fields, cited, start_min, start_max, end_min, end_max, end_unknown, attested_day = row
    sources = tuple(map(int, cited.split(","))) if isinstance(cited, str) else ()
    days = span((start_min, start_max, end_min, end_max, end_unknown, attested_day))  # type: ignore[arg-type]  # days
    return Entry._make((*fields, sources, days))
