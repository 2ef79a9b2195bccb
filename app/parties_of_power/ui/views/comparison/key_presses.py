"""What the keys of the table do that neither Qt nor the hands of a spreadsheet user know: typing, folding, going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from parties_of_power.ui.views.comparison.cell_editing import go_down
from parties_of_power.ui.views.comparison.moving import CTRL, SHIFT, select_by_space, step_inside

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def take_key(view: ComparisonView, event: QKeyEvent) -> bool:
    """Whether the key was taken."""
    if event.key() == Key.Key_F10 and event.modifiers() == SHIFT:
        view.show_cell_menu(by_keyboard=True)
        return True
    if view.hands.take_key(event) or select_by_space(view, event):
        return True
    if event.key() == Key.Key_Escape and view.lens is not None:
        view.overview.leave()
        return True
    return _edit_key(view, event) or _folding_key(view, event) or _going_key(view, event)


def _edit_key(view: ComparisonView, event: QKeyEvent) -> bool:
    """Keys that open the cell, or say why it has no value."""
    key, plain = event.key(), not event.modifiers() & (CTRL | ALT)
    if key == Key.Key_F2 and plain:
        view.edit_current()
    elif key == Key.Key_Delete and plain:
        view.hands.delete_value()
    elif key == Key.Key_Backspace and plain:
        view.edit_current("")
    elif plain and event.text() and event.text().isprintable():
        edited = view.edit_current("")
        if edited:
            QApplication.sendEvent(edited.editor, event)
    else:
        return False
    return True


def _folding_key(view: ComparisonView, event: QKeyEvent) -> bool:
    """On the heading of a group the arrows left and right fold and unfold it, as in a tree; else they go on."""
    row, folds = view.currentIndex().row(), event.key() == Key.Key_Left
    is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    if not is_plain or event.key() not in (Key.Key_Left, Key.Key_Right) or not view.table.is_heading(row):
        return False
    if view.table.is_folded(row) == folds:
        return False
    view.table.fold(row, folds)
    return True


def _going_key(view: ComparisonView, event: QKeyEvent) -> bool:
    """Enter goes down, as after typing, and Tab to the right; both stay inside a selection. Alt with the arrow down
    opens the menu of the column."""
    index = view.currentIndex()
    by = -1 if event.modifiers() & SHIFT or event.key() == Key.Key_Backtab else 1
    if event.key() in (Key.Key_Tab, Key.Key_Backtab) and step_inside(view, by, 0):
        return True
    if event.key() in (Key.Key_Return, Key.Key_Enter) and index.isValid():
        if not step_inside(view, 0, by):
            go_down(view, by)
        return True
    if event.key() == Key.Key_Down and event.modifiers() == ALT and index.isValid():
        header = view.grid_of(index.column()).columns_header
        corner = QPoint(header.sectionViewportPosition(index.column()), header.height())
        view.open_column_menu(index.column(), header.mapToGlobal(corner))
        return True
    return False
