"""Typing in the table: where the editor of a cell opens, and where the cursor goes when it has closed.

What it needs is imported when something is typed: the table is painted without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QApplication

from parties_of_power.ui.views.comparison.moving import step_inside

if TYPE_CHECKING:
    from parties_of_power.analysis.table import RowKey
    from parties_of_power.ui.views.comparison.edited_cell import EditedCell
    from parties_of_power.ui.views.comparison.view import ComparisonView


def edit_current(view: ComparisonView, text: str | None) -> EditedCell | None:
    """Open the current cell for typing; with a text in place of its own."""
    from parties_of_power.ui.views.comparison.edited_cell import EditedCell
    from parties_of_power.ui.views.comparison.entry import entry_of

    index = view.currentIndex()
    entry = entry_of(view.table, index.row(), index.column()) if index.isValid() else None
    if entry is None:
        return None
    if view.edited:
        view.edited.leave()
    view.scrollTo(index)
    key = view.table.row_keys[index.row()]
    column_id = view.table.columns[index.column()].id
    grid = view.grid_of(index.column(), index.row())
    edited = EditedCell(entry, grid, lambda: _rect_of(view, key, column_id), view.card)
    following = {step: _neighbour(view, index.row(), step) for step in (-1, 0, 1)}
    edited.closed.connect(lambda columns, rows: _go_on(view, column_id, columns, rows, following[rows]))
    view.edited = edited
    edited.show()
    if text is not None:
        edited.editor.setText(text)
    return edited


def go_down(view: ComparisonView, by: int) -> None:
    """As Enter does: by so many rows, past headings."""
    index = view.currentIndex()
    _go_to(view, _neighbour(view, index.row(), by), index.column())


def _rect_of(view: ComparisonView, key: RowKey, column_id: int) -> QRect | None:
    """One line of the cell, also where it has several."""
    row, column = view.table.row_with(key), _place_of(view, column_id)
    if row < 0 or column < 0:
        return None
    whole = view.cell_rect(row, column)
    return QRect(whole.left(), whole.top(), whole.width(), min(whole.height(), view.first_line()))


def _place_of(view: ComparisonView, column_id: int) -> int:
    return next((i for i, each in enumerate(view.table.columns) if each.id == column_id), -1)


def _neighbour(view: ComparisonView, row: int, by: int) -> RowKey:
    """The row some rows further, at the end the last one: it stays that one when the table is sorted anew. Headings
    are passed by."""
    table = view.table
    last = table.rowCount() - 1
    following = min(max(row + by, 0), last)
    while by and table.is_heading(following) and 0 < following < last:
        following += by
    return table.row_keys[row if table.is_heading(following) else following]


def _go_on(view: ComparisonView, column_id: int, columns: int, rows: int, following: RowKey) -> None:
    view.edited = None
    column = _place_of(view, column_id)
    if column < 0:
        return
    focused = QApplication.focusWidget()
    if focused is None or focused is view or view.isAncestorOf(focused):
        view.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a screen reader then says the cell, not the table
        if (columns or rows) and step_inside(view, columns, rows):
            return
        _go_to(view, following, min(max(column + columns, 0), view.table.columnCount() - 1))


def _go_to(view: ComparisonView, key: RowKey, column: int) -> None:
    row = view.table.row_with(key)
    if row >= 0:
        index = view.table.index(row, column)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
