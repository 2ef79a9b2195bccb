"""`RowColumns`: the cells of the rows of a table as they are listed, one by one or a whole column at once.

numpy, and what needs it, is imported with the first whole column: the first table is painted without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.showing import nothing_coded
from parties_of_power.analysis.table_moments import TableMoments
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.moments import Moment, When, day_of
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.names import NamesOfRows
    from parties_of_power.analysis.shown import ShownColumn
    from parties_of_power.analysis.slices import Days


class RowColumns:
    """`subject_ids` are those of the rows as listed, read on `day` or at the moments of the rows. With `shows_last_day`
    an ended subject is read as on its last day. `read_beside` reads what the rows beside one need."""

    def __init__(
        self,
        study: Study,
        columns: Columns,
        reader: CellReader,
        moments: TableMoments,
        read_beside: Callable[[int], None],
    ) -> None:
        self._study = study
        self._read_beside = read_beside
        self._columns = columns
        self._reader = reader
        self._moments = moments
        self._names: NamesOfRows | None = None
        self.subject_ids: tuple[int, ...] = ()
        self.day = 0
        self.shows_last_day = False

    def take(self, comparison: Comparison, listed: tuple[int, ...], day: int) -> tuple[int, ...]:
        """The rows of a comparison that lists these subjects, on a day: the subject of each."""
        self.day, self.shows_last_day = day, comparison.ended == "last_day"
        self.subject_ids = self._moments.listed(comparison.row_unit, listed, day)
        if self._names is not None and self._names.subject_ids != self.subject_ids:
            self._names = None
        return self.subject_ids

    def forget_names(self) -> None:
        self._names = None

    def asked_by(self, subject_id: int, column: Column) -> int | None:
        """Whose attribute a column reads: the row's subject, or its state."""
        return self._study.catalogue.subjects[subject_id].state_id if column.of_state else subject_id

    def asked(self, column: Column) -> list[int]:
        """Whom each row asks; 0 for nobody."""
        return [self.asked_by(subject_id, column) or 0 for subject_id in self.subject_ids]

    def reads_moments(self, column: Column) -> bool:
        """Whether each row of the column is read at a moment of its own."""
        return self._moments.are_used and column.day is None

    def day_of(self, column: Column) -> int:
        """The day of a column: its own, else that of the table."""
        return self.day if column.day is None else column.day

    def when_of_rows(self, column: Column) -> When | Sequence[Moment]:
        return self._moments.of_rows if self.reads_moments(column) else self.day_of(column)

    def cell(self, subject_id: int, column: Column, when: When, row: int | None = None) -> Cell:
        """With its row as shown the rows beside it are read as well."""
        if column.field == "name":
            return self._reader.name(subject_id, day_of(when), self.shows_last_day)
        if column.field == "state":
            return self._reader.state(subject_id, day_of(when))
        if column.field == "moment":
            return self._moments.cell(subject_id, when)
        asked = self.asked_by(subject_id, column)
        if asked is None or column.attribute_id is None:
            return Cell(subject_id, column.attribute_id, nothing_coded(), "empty")
        if row is not None and not self._reader.knows(asked, column.attribute_id):
            self._read_beside(row)
        return self._reader.cell(asked, column.attribute_id, when, self.shows_last_day)

    def days(self, column: Column, other_day: int | None = None) -> Days:
        """The day on which each row is read."""
        import numpy as np

        day: int | Days = self.day_of(column) if other_day is None else other_day
        if other_day is None and self.reads_moments(column):
            day = np.array([moment.day for moment in self._moments.of_rows], np.int32)
        _first, last, last_sure = self._columns.lives().of(np.array(self.subject_ids, np.int64))
        return np.where((last < day) & self.shows_last_day, last_sure, day).astype(np.int32)

    def shown(self, column: Column, other_day: int | None = None) -> ShownColumn:
        """The column as of its own day, else that of the table or the moments of the rows; or as of another one."""
        from parties_of_power.analysis.names import NamesOfRows
        from parties_of_power.analysis.shown import shown_attribute, shown_texts

        day = self.day_of(column) if other_day is None else other_day
        if column.field == "name":
            self._names = self._names or NamesOfRows(self._study, self.subject_ids)
            return self._names.on(self.days(column, other_day))
        if column.field == "moment" or (other_day is None and self.reads_moments(column)):
            return self._at_moments(column)
        if column.field == "state" or column.attribute_id is None:
            return shown_texts(self._states(day))
        attribute = self._study.catalogue.attributes[column.attribute_id]
        asked = self.asked(column) if column.of_state else self.subject_ids
        return shown_attribute(self._study, self._columns, attribute, asked, day, last_day=self.shows_last_day)

    def _states(self, day: int) -> list[str]:
        catalogue = self._study.catalogue
        states = [catalogue.subjects[subject_id].state_id for subject_id in self.subject_ids]
        name_of = {state: catalogue.shown_name(state, day).text for state in set(states) if state is not None}
        return [name_of.get(state, "") if state is not None else "" for state in states]

    def _at_moments(self, column: Column) -> ShownColumn:
        if column.attribute_id is not None:
            self._reader.read_ahead([each for each in self.asked(column) if each], (column.attribute_id,))

        def cell(place: int) -> Cell:
            return self.cell(self.subject_ids[place], column, self._moments.of_rows[place])

        return self._moments.column(column, cell, self.day)
