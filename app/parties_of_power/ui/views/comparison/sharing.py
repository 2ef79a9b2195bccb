"""What the table shares with the rest of the window: the selected subjects, the current cell, a line about them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer

from parties_of_power.analysis.summaries import n_of
from parties_of_power.domain.moments import Moment
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison.summary_line import Chosen, chosen
from parties_of_power.ui.views.comparison.view import ComparisonView

Select = QItemSelectionModel.SelectionFlag
REST = 80
EDGE = 12  # between the text of a cell and its edge


class Sharing(QObject):
    """Tells the workspace what is selected here, and selects here what is selected elsewhere."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view)
        self.view = view
        self.model = view.table
        self.workspace = view.table.workspace
        self.is_following = False
        self.comparison_id: int | None = None
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self.show_summary)
        marked = view.selectionModel()
        marked.selectionChanged.connect(self.tell_selection)
        marked.currentChanged.connect(self.tell_cell)
        self.workspace.selection_changed.connect(self.follow_selection)
        self.workspace.cell_changed.connect(self.follow_cell)
        self.model.modelReset.connect(self.restore)
        self.workspace.changed.connect(self.rest.start)
        self.workspace.as_of_changed.connect(self.rest.start)
        self.model.dataChanged.connect(self.follow_year)
        self.workspace.closing.connect(self.rest.stop)
        self.restore()

    def sum_up_soon(self) -> None:
        """Not while the table is still being made: whole columns are read for it, and it is to be painted soon."""
        if self.view.is_painted or not self.is_following:
            self.rest.start()

    def tell_selection(self) -> None:
        self.sum_up_soon()
        if not self.is_following:
            self.workspace.select(self._subjects_selected())

    def _subjects_selected(self) -> list[int]:
        rows = self.view.rows_selected()
        return [self.model.row_ids[row] for row in rows if not self.model.is_heading(row)]

    def tell_cell(self) -> None:
        index = self.view.currentIndex()
        if self.is_following or not index.isValid():
            return
        cell = self.model.cell(index.row(), index.column())
        if cell.attribute_id is None:
            self.workspace.clear_cell()
        else:
            when = self.model.when(index.row(), index.column())
            self.workspace.set_cell(cell.subject_id, cell.attribute_id, None if when == self.workspace.as_of else when)

    def follow_year(self, *_area: object) -> None:
        """The last year of a table of years is read on the as-of day: the cell is explained as it is now."""
        if isinstance(self.workspace.cell_when, Moment):
            self.tell_cell()

    def follow_selection(self) -> None:
        """Mark whole rows, where others are selected than those of the cells that are selected here."""
        here = set(self._subjects_selected())
        wanted = {subject_id for subject_id in self.workspace.selected if self.model.row_of(subject_id) >= 0}
        self.view.update_all()
        if self.is_following or here == wanted:
            return
        rows = self.model.rows_of(wanted)
        self._select_rows(rows)
        if rows:
            self.view.scrollTo(self.model.index(rows[0], 0))

    def follow_cell(self) -> None:
        """Go to the cell that another view explains, where it is in the table."""
        if self.is_following or self.workspace.cell is None:
            return
        index = self.view.currentIndex()
        if index.isValid():
            here = self.model.cell(index.row(), index.column())
            if (here.subject_id, here.attribute_id) == self.workspace.cell:
                return
        self.model.reveal(self.workspace.cell[0])
        row, column = self._place_of_cell()
        if row >= 0 and column >= 0:
            self._go_to(row, column)

    def restore(self) -> None:
        """After other rows or columns have come: select again what is selected, else begin at the first cell. The view
        stays where it was; another comparison begins at its first column."""
        if self.view.is_painted:
            self.rest.start()
        if not self.model.rowCount() or not self.model.columnCount():
            return
        comparison_id = self.model.comparison.id if self.model.comparison else None
        across = self.view.horizontalScrollBar().value() if comparison_id == self.comparison_id else 0
        self.comparison_id = comparison_id
        rows = self.model.rows_of(frozenset(self.workspace.selected))
        row, column = self._place_of_cell()
        if len(self.workspace.selected) <= 1 and row >= 0 and column >= 0:
            self._go_to(row, column)
        elif rows:
            self._select_rows(rows)
        else:
            self.begin()
        self.view.horizontalScrollBar().setValue(across)

    def _place_of_cell(self) -> tuple[int, int]:
        """The row and the column of the cell that is explained, -1 where they are not shown. Of several rows or columns
        for it that of its moment or day, else the last row."""
        (subject_id, attribute_id), when = self.workspace.cell or (0, 0), self.workspace.cell_when
        column = self.model.column_of(attribute_id, when if isinstance(when, int) else None)
        row = self.model.row_with((subject_id, when.key)) if isinstance(when, Moment) else -1
        here = self.view.currentIndex().row()
        if row < 0 and 0 <= here < self.model.rowCount() and self.model.row_ids[here] == subject_id:
            return here, column
        return row if row >= 0 else self.model.row_of(subject_id), column

    def begin(self) -> None:
        """The cursor in the first row, so that the keys have a place to start from. In a table that is in sight, where
        nothing has been chosen yet, this chooses a cell, so that the inspector has something to say."""
        workspace = self.workspace
        if not self.model.rowCount() or not self.model.columnCount():
            return
        if self.view.isVisible() and workspace.cell is None and not workspace.selected:
            first = self.model.index(self._first_row(), self._most_telling())
            self.view.selectionModel().setCurrentIndex(first, Select.ClearAndSelect)
            self.tell_cell()
        elif not self.view.currentIndex().isValid():
            self.is_following = True
            self.view.selectionModel().setCurrentIndex(self.model.index(self._first_row(), 0), Select.NoUpdate)
            self.is_following = False

    def show_summary(self) -> None:
        """The line about the selected cells for the status bar."""
        told = chosen(self.view)
        self.workspace.set_summary(self._summary_words(told) if told.cells > 1 else "")

    def _summary_words(self, told: Chosen) -> str:
        """`Mean 75.6 · 7 of 8 · not coded 1 · 8 cells selected`; figures of several columns have no mean."""
        selected = ngettext("{count} cell selected", "{count} cells selected", told.cells).format(count=told.cells)
        if told.column is None or self.model.table is None or not self.model.looks[told.column].is_numeric:
            return selected
        known = self.model.table.summary(self.model.columns[told.column], told.rows, with_bases=True)
        if known.mean is None:
            return selected
        mean = _("Mean {mean}").format(mean=f"{known.mean:.4g}")
        skipped = known.skipped_words if known.skipped else ""
        return " · ".join(filter(None, (mean, n_of(known), skipped, known.bases_words, selected)))

    def _first_row(self) -> int:
        """Below the heading of the first group, unless that is folded."""
        rows = range(self.model.rowCount())
        return next((row for row in rows if not self.model.is_heading(row)), 0)

    def _most_telling(self) -> int:
        """The first column of figures whose text is in sight, or else the last column in sight."""
        width = self.view.viewport().width() + px(EDGE)
        seen = [
            column
            for column in range(self.model.columnCount())
            if self.view.columnViewportPosition(column) + self.view.columnWidth(column) <= width
        ]
        figures = (column for column in seen if self.model.looks[column].is_numeric)
        return next(figures, seen[-1] if seen else 0)

    def _go_to(self, row: int, column: int) -> None:
        self.is_following = True
        self.view.selectionModel().setCurrentIndex(self.model.index(row, column), Select.ClearAndSelect)
        self.is_following = False

    def _select_rows(self, rows: list[int]) -> None:
        self.is_following = True
        last = self.model.columnCount() - 1
        wanted = QItemSelection()
        for first, end in _runs(rows):
            wanted.select(self.model.index(first, 0), self.model.index(end, last))
        self.view.selectionModel().select(wanted, Select.ClearAndSelect)
        self.is_following = False


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows that follow one another as one block, with one frame: (1, 2, 3, 7) is (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
