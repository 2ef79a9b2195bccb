"""What the table shares with the rest of the window: the selected subjects, the current cell, a line about them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QTimer

from parties_of_power.analysis.summaries import n_of, summary
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.comparison.several import Place
from parties_of_power.ui.views.comparison.view import ComparisonView

Select = QItemSelectionModel.SelectionFlag
MOST_SUMMED = 20_000
REST = 80


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
        chosen = view.selectionModel()
        chosen.selectionChanged.connect(self.tell_selection)
        chosen.currentChanged.connect(self.tell_cell)
        self.workspace.selection_changed.connect(self.follow_selection)
        self.workspace.cell_changed.connect(self.follow_cell)
        self.model.modelReset.connect(self.restore)
        self.workspace.changed.connect(self.rest.start)
        self.workspace.as_of_changed.connect(self.rest.start)
        self.restore()

    def tell_selection(self) -> None:
        self.rest.start()
        if not self.is_following:
            self.workspace.select(self.model.row_ids[row] for row in self.view.rows_selected())

    def tell_cell(self) -> None:
        index = self.view.currentIndex()
        if self.is_following or not index.isValid():
            return
        cell = self.model.cell(index.row(), index.column())
        if cell.attribute_id is None:
            self.workspace.clear_cell()
        else:
            self.workspace.set_cell(cell.subject_id, cell.attribute_id)

    def follow_selection(self) -> None:
        """Mark whole rows, where others are selected than those of the cells that are selected here."""
        here = {self.model.row_ids[row] for row in self.view.rows_selected()}
        wanted = {subject_id for subject_id in self.workspace.selected if self.model.row_of(subject_id) >= 0}
        self.view.viewport().update()
        self.view.frozen.viewport().update()
        if self.is_following or here == wanted:
            return
        rows = sorted(self.model.row_of(subject_id) for subject_id in wanted)
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
        subject_id, attribute_id = self.workspace.cell
        row, column = self.model.row_of(subject_id), self.model.column_of(attribute_id)
        if row >= 0 and column >= 0:
            self._go_to(row, column)

    def restore(self) -> None:
        """After other rows or columns have come: select again what is selected, else begin at the first cell. The view
        stays where it was; another comparison begins at its first column."""
        self.rest.start()
        if not self.model.rowCount() or not self.model.columnCount():
            return
        comparison_id = self.model.comparison.id if self.model.comparison else None
        across = self.view.horizontalScrollBar().value() if comparison_id == self.comparison_id else 0
        self.comparison_id = comparison_id
        rows = sorted(row for each in self.workspace.selected if (row := self.model.row_of(each)) >= 0)
        subject_id, attribute_id = self.workspace.cell or (0, 0)
        row, column = self.model.row_of(subject_id), self.model.column_of(attribute_id)
        if len(rows) <= 1 and row >= 0 and column >= 0:
            self._go_to(row, column)
        elif rows:
            self._select_rows(rows)
        else:
            self._begin()
        self.view.horizontalScrollBar().setValue(across)

    def show_summary(self) -> None:
        """The line about the selected cells for the status bar."""
        places = self.view.places()
        if 1 < len(places) <= MOST_SUMMED:
            self.workspace.set_summary(self._summary_words(places))
        else:
            self.workspace.set_summary("")

    def _summary_words(self, places: list[Place]) -> str:
        """`Mean 75.6 · 7 of 8 · not coded 1 · 8 cells selected`; figures of several columns have no mean."""
        selected = ngettext("{count} cell selected", "{count} cells selected", len(places)).format(count=len(places))
        columns = {column for _row, column in places if self.model.looks[column].is_numeric}
        if len(columns) != 1:
            return selected
        known = summary(self.model.cell(row, column) for row, column in places if column in columns)
        if known.mean is None:
            return selected
        mean = _("Mean {mean}").format(mean=f"{known.mean:.4g}")
        skipped = known.skipped_words if known.skipped else ""
        return " · ".join(filter(None, (mean, n_of(known), skipped, known.bases_words, selected)))

    def _begin(self) -> None:
        """The cursor in the first cell, so that the keys have a place to start from; nothing is selected by that."""
        self.is_following = True
        self.view.selectionModel().setCurrentIndex(self.model.index(0, 0), Select.NoUpdate)
        self.is_following = False

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
