"""`Noted`: which cells of a whole column have rivals, cite no source, or were worked on since a day."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.analysis.slices import Integers
from parties_of_power.domain.dates import day_number
from parties_of_power.domain.moments import Moment, When
from parties_of_power.study.study import Study

_RIVALS = "SELECT DISTINCT subject_id FROM observation WHERE attribute_id = ? AND standing = 'rival'"
_UNCITED = (
    "SELECT id FROM observation WHERE attribute_id = ? AND standing = 'adopted'"
    " AND NOT EXISTS (SELECT 1 FROM citation WHERE observation_id = observation.id)"
)
_EDITED = (
    "SELECT subject_id, at FROM history_row JOIN history ON edit = number"
    " WHERE attribute_id = ? AND state IN ('done', 'kept') AND subject_id IS NOT NULL"
)


class Noted:
    """Keeps what it has read until `forget`, since every step of the day asks for it again."""

    def __init__(self, study: Study, reader: CellReader) -> None:
        self._study = study
        self._reader = reader
        self._known: dict[tuple[str, int], Integers] = {}

    def forget(self) -> None:
        self._known.clear()

    def with_rivals(
        self, asked: Sequence[int], attribute_id: int, when: When | Sequence[Moment], last_day: bool
    ) -> Truths:
        """The rows whose cell counts rivals to settle; only of those that have any at all a cell is made. `when` may be
        a moment for each row."""
        subjects = np.array(asked, np.int64)
        found = np.isin(subjects, self._ids(_RIVALS, attribute_id))
        contested = np.flatnonzero(found).tolist()
        self._reader.read_ahead([asked[row] for row in contested], (attribute_id,))
        for row in contested:
            read_at = when if isinstance(when, int | Moment) else when[row]
            found[row] = self._reader.cell(asked[row], attribute_id, read_at, last_day).rivals > 0
        return found

    def without_source(self, shown: ShownColumn, attribute_id: int) -> Truths:
        return np.isin(shown.observation_ids, self._ids(_UNCITED, attribute_id)) & (shown.observation_ids > 0)

    def edited_since(self, asked: Sequence[int], attribute_id: int, day: int) -> Truths:
        """The rows on whose cell an edit that stands was made on the day or after it, by the clock of this computer."""
        rows = self._study.rows(_EDITED, (attribute_id,))
        edited = {subject for subject, at in rows if _day_of(at) >= day}
        return np.isin(np.array(asked, np.int64), np.array(sorted(edited), np.int64))

    def _ids(self, sql: str, attribute_id: int) -> Integers:
        key = sql, attribute_id
        if key not in self._known:
            self._known[key] = np.array([row[0] for row in self._study.rows(sql, (attribute_id,))], np.int64)
        return self._known[key]


def _day_of(at: str) -> int:
    local = datetime.fromisoformat(at).astimezone()
    return day_number(local.year, local.month, local.day)
