"""`TableMoments`: when the rows of a table are read, where a row is a subject at an election or in a year.

numpy is imported with the first column that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header, moment_header
from parties_of_power.analysis.moment_rows import moment_rows, moment_text
from parties_of_power.domain.comparisons import Column, RowUnit
from parties_of_power.domain.force import Hold
from parties_of_power.domain.moments import Moment, When
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import ShownColumn


class TableMoments:
    """`of_rows` are in the order of the rows as listed; there are none where rows are subjects alone."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self.unit: RowUnit = "subject"
        self.are_used = False
        self.of_rows: tuple[Moment, ...] = ()

    def listed(self, unit: RowUnit, subject_ids: tuple[int, ...], day: int) -> tuple[int, ...]:
        """The subject of each row."""
        self.unit = unit
        self.are_used = unit != "subject"
        if not self.are_used:
            self.of_rows = ()
            return subject_ids
        rows = moment_rows(self._study, unit, subject_ids, day)
        self.of_rows = tuple(rows.moments)
        return tuple(rows.subject_ids)

    def keys(self, subject_ids: Sequence[int], order: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """What tells the rows apart, in the order in which they are shown."""
        keys = [moment.key for moment in self.of_rows]
        return tuple((subject_ids[place], keys[place]) for place in order)

    def among(self, unit: RowUnit, columns: Sequence[Column]) -> list[Column]:
        """The columns, without that of the moment where rows have none."""
        return [each for each in columns if each.field != "moment" or unit != "subject"]

    def cell(self, subject_id: int, moment: When) -> Cell:
        """What stands in the built-in column *Election* or *Year*."""
        if not isinstance(moment, Moment):
            return Cell(subject_id, None, "", "field")
        words = moment_text(self._study.catalogue, moment)
        number = None if moment.year is None else float(moment.year)
        return Cell(subject_id, None, words, "field", hold=Hold.IN_FORCE, number=number)

    def header(self, day: int) -> Header:
        return moment_header(self.unit, len({moment.key for moment in self.of_rows}), day)

    def column(self, column: Column, cell_of: Callable[[int], Cell], day: int) -> ShownColumn:
        """What a column shows, made of its cells; `cell_of` gives that of a row as listed."""
        from parties_of_power.analysis.shown import shown_texts
        from parties_of_power.analysis.shown_cells import shown_cells, shown_fields

        cells = [cell_of(place) for place in range(len(self.of_rows))]
        if column.field == "moment":
            # By the first day of a year: the as-of day moves the last one.
            return shown_fields(cells, [moment.first_day for moment in self.of_rows])
        if column.attribute_id is None:
            return shown_texts([cell.text for cell in cells])
        return shown_cells(self._study.catalogue, self._study.catalogue.attributes[column.attribute_id], cells, day)
