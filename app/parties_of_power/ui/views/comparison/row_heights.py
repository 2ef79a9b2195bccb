"""How high the rows are where long texts go on in further lines: as high as what they show, measured when in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parties_of_power.ui.tables.painting import lines_needed
from parties_of_power.ui.tables.words import line_height
from parties_of_power.ui.theme import theme

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.surface import Surface


class RowHeights(QObject):
    """A row that has not been seen yet counts as one line high. So a table of any length begins at once, and its scroll
    bar becomes exact with the rows that were seen."""

    def __init__(self, view: Surface) -> None:
        super().__init__(view)
        self.view = view
        self.table = view.table
        self.measured: set[int] = set()
        self.are_varied = False
        self.is_fitting = False
        for signal in (
            self.table.modelReset,
            self.table.layoutChanged,
            self.table.rowsInserted,
            self.table.rowsRemoved,
        ):
            signal.connect(self.forget)
        self.table.dataChanged.connect(self.measure_again)
        # With another width of a column; the table is laid out anew after it.
        view.columns_header.sectionResized.connect(self.measured.clear)
        theme().changed.connect(self.forget)

    @property
    def are_wanted(self) -> bool:
        comparison = self.table.comparison
        return comparison is not None and comparison.wraps and self.view.lens is None

    def forget(self) -> None:
        """Other rows stand in other places: each is one line high until it is measured again."""
        self.measured.clear()
        if self.are_varied:
            self.are_varied = False
            header, one = self.view.verticalHeader(), self.view.first_line()
            for row in range(header.count()):
                if header.sectionSize(row) != one:
                    header.resizeSection(row, one)
        self.fit()

    def measure_again(self) -> None:
        """Rows in sight say something else, and others perhaps as well; or texts no longer go on in further lines."""
        self.measured.clear()
        if self.are_wanted:
            self.fit()
        else:
            self.forget()

    def fit(self) -> int:
        """Give the rows in sight that were not measured yet their height; how much higher they have become."""
        if self.is_fitting or not self.are_wanted:
            return 0
        self.is_fitting = True
        grown = sum(self._fit_row(row) for row in range(self.view.frozen_rows.count)) + self._fit_rows_in_sight()
        if grown:
            self.are_varied = True
            self.view.updateGeometries()
            self.view.update_all()
        self.is_fitting = False
        return grown

    def _fit_rows_in_sight(self) -> int:
        """Each row that grows pushes others out of sight, which then need not be measured."""
        view, grown = self.view, 0
        first = view.rowAt(0)
        if first < 0:
            return 0
        y = view.rowViewportPosition(first)
        for row in range(first, self.table.rowCount()):
            if y >= view.viewport().height():
                break
            grown += self._fit_row(row)
            y += view.rowHeight(row)
        return grown

    def _fit_row(self, row: int) -> int:
        if row in self.measured:
            return 0
        self.measured.add(row)
        before, wanted = self.view.rowHeight(row), self._height_of(row)
        if wanted != before:
            self.view.verticalHeader().resizeSection(row, wanted)
        return wanted - before

    def _height_of(self, row: int) -> int:
        one, table = self.view.first_line(), self.table
        if table.is_heading(row):
            return one
        lines = (
            lines_needed(table.cell(row, place), look, self.view.columnWidth(place))
            for place, look in enumerate(table.looks)
            if not look.is_numeric
        )
        return one + (max(lines, default=1) - 1) * line_height()
