"""The comparison table: what keys and clicks do, and what it shares with the rest of the window."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.cell_editing import edit_current
from parties_of_power.ui.views.comparison.fill_handle import FillHandle
from parties_of_power.ui.views.comparison.header_distributions import HeaderDistributions
from parties_of_power.ui.views.comparison.key_presses import take_key
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.moving import to_edge
from parties_of_power.ui.views.comparison.surface import Surface
from parties_of_power.ui.views.comparison.typing_card import TypingCard
from parties_of_power.ui.views.comparison.widths import Widths

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.edited_cell import EditedCell
    from parties_of_power.ui.views.comparison.hands import Hands
    from parties_of_power.ui.views.comparison.overview import Overview
    from parties_of_power.ui.views.comparison.several import Place

AnyIndex = QModelIndex | QPersistentModelIndex
Select = QItemSelectionModel.SelectionFlag
Move = QAbstractItemView.CursorAction


class ComparisonView(Surface):
    """`card` is where the line about what typing does is shown; it belongs to whatever surrounds the table.

    What is only needed when something is typed, pasted or chosen from a menu is imported then: the table is painted
    without it.
    """

    proposing = Signal(bool)  # whether the bar below the table shows what would be done
    painted = Signal()  # for the first time
    ranking_wanted = Signal()  # the bar that weighs the columns
    bar_made = Signal(QWidget)  # what is to be shown below the table, when it has something to say

    edited: EditedCell | None = None
    is_painted = False
    extends = False  # a selection is being drawn from its anchor, by Shift
    is_by_key = False
    anchor = QPersistentModelIndex()

    def __init__(self, model: ComparisonModel, card: TypingCard) -> None:
        super().__init__(model)
        self.card = card
        self.setAccessibleName(_("Comparison"))
        self.setTabKeyNavigation(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.widths = Widths(self, self.frozen)
        self.filling = FillHandle(self)
        self.distributions = HeaderDistributions(self)
        self._connect()

    @cached_property
    def hands(self) -> Hands:
        from parties_of_power.ui.views.comparison.hands import Hands

        hands = Hands(self)
        self.bar_made.emit(hands.bar)
        return hands

    @cached_property
    def overview(self) -> Overview:
        from parties_of_power.ui.views.comparison.overview import Overview

        overview = Overview(self)
        self.bar_made.emit(overview.bar)
        return overview

    def places(self) -> list[Place]:
        """The selected cells (row, column); the current one where none is selected."""
        found = [
            (row, column)
            for block in self.blocks()
            for row in range(block.top(), block.bottom() + 1)
            for column in range(block.left(), block.right() + 1)
        ]
        current = self.currentIndex()
        return found or ([(current.row(), current.column())] if current.isValid() else [])

    def rows_selected(self) -> list[int]:
        return sorted({row for block in self.blocks() for row in range(block.top(), block.bottom() + 1)})

    def edit_current(self, text: str | None = None) -> EditedCell | None:
        """Open the current cell for typing; with a text in place of its own."""
        return edit_current(self, text)

    def open_cell(self) -> None:
        """Edit the current cell; fold or unfold the group whose heading it is."""
        row = self.currentIndex().row()
        if self.table.is_heading(row):
            self.table.fold(row, not self.table.is_folded(row))
        else:
            self.edit_current()

    def open_column_menu(self, column: int, place: QPoint) -> None:
        if 0 <= column < self.table.columnCount():
            from parties_of_power.ui.views.comparison import menus

            menu = menus.column_menu(self, column)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if take_key(self, event):
            return
        self.extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.is_by_key = True
        super().keyPressEvent(event)
        self.extends = self.is_by_key = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.filling.begins_at(event.position().toPoint()):
            return
        self.extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)
        self.extends = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.filling.goes_to(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.filling.ends(event.modifiers()):
            super().mouseReleaseEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if not self.extends:
            self.anchor = QPersistentModelIndex(current)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From where the selection began, which may have scrolled below what is frozen, to the cursor or the mouse."""
        is_drawn = self.state() == QAbstractItemView.State.DragSelectingState
        end = self.indexAt(rect.bottomRight()) if is_drawn else self.currentIndex()
        if (self.is_by_key or is_drawn) and self.anchor.isValid() and end.isValid():
            block = QItemSelection(self.table.index(self.anchor.row(), self.anchor.column()), end)
            self.selectionModel().select(block, command)
        else:
            super().setSelection(rect, command)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A letter that is composed of several keys begins an edit as well."""
        edited = self.edit_current("") if event.preeditString() or event.commitString() else None
        if edited:
            QApplication.sendEvent(edited.editor, event)
        else:
            super().inputMethodEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.open_cell()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.show_cell_menu(event.globalPos(), by_keyboard=event.reason() == QContextMenuEvent.Reason.Keyboard)

    def show_cell_menu(self, place: QPoint | None = None, *, by_keyboard: bool = False) -> None:
        """What can be done with the current cell: where the mouse is, or below the cell."""
        from parties_of_power.ui.views.comparison import menus

        menu = menus.cell_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if place is None or by_keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.cell_rect(index.row(), index.column()).bottomLeft())
        menu.popup(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """With Ctrl an arrow goes to the edge of what is filled in, Home and End to the corners of the table."""
        index = self.currentIndex()
        if action == Move.MoveHome:
            self.horizontalScrollBar().setValue(0)  # the first column may be frozen, and in view already
        if not modifiers & Qt.KeyboardModifier.ControlModifier or not index.isValid():
            return super().moveCursor(action, modifiers)
        steps = {Move.MoveUp: (-1, 0), Move.MoveDown: (1, 0), Move.MoveLeft: (0, -1), Move.MoveRight: (0, 1)}
        if action in steps:
            return to_edge(self, index, *steps[action])
        if action == Move.MoveHome:
            return self.table.index(0, 0)
        if action == Move.MoveEnd:
            return self.table.index(self.table.rowCount() - 1, self.table.columnCount() - 1)
        return super().moveCursor(action, modifiers)

    def selectionCommand(self, index: AnyIndex, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Ctrl with an arrow selects as the arrow alone does; Qt would only move the cursor."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return Select.SelectCurrent
            return Select.ClearAndSelect
        return super().selectionCommand(index, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            self.painted.emit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.is_ready:
            self._place_edited()

    def _connect(self) -> None:
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._place_edited)
        for header in (self.columns_header, self.frozen.columns_header):
            header.sectionDoubleClicked.connect(self._sort_by)
            header.customContextMenuRequested.connect(self._show_header_menu)
        for signal in (self.table.modelReset, self.table.layoutChanged):
            signal.connect(self._place_edited)

    def _sort_by(self, column: int) -> None:
        """With Shift by this column as well."""
        from parties_of_power.ui.views.comparison import arrange

        header = self.grid_of(column).columns_header
        arrange.sort_next(self.table, self.table.columns[column], is_added=header.is_added)

    def _show_header_menu(self, place: QPoint) -> None:
        header = self.sender()
        if header in (self.columns_header, self.frozen.columns_header):
            self.open_column_menu(header.logicalIndexAt(place), header.mapToGlobal(place))

    def _place_edited(self) -> None:
        if self.edited:
            self.edited.place()
