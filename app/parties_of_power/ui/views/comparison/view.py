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
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.cell_painter import CellPainter, Strip
from parties_of_power.ui.views.comparison.fill_handle import FillHandle
from parties_of_power.ui.views.comparison.frozen import FrozenColumns
from parties_of_power.ui.views.comparison.grid import Grid
from parties_of_power.ui.views.comparison.header import RowHeader
from parties_of_power.ui.views.comparison.model import Area, ComparisonModel
from parties_of_power.ui.views.comparison.moving import select_by_space, step_inside, to_edge
from parties_of_power.ui.views.comparison.typing_card import TypingCard
from parties_of_power.ui.views.comparison.widths import Widths

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.edited_cell import EditedCell
    from parties_of_power.ui.views.comparison.hands import Hands
    from parties_of_power.ui.views.comparison.several import Place

AnyIndex = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Select = QItemSelectionModel.SelectionFlag
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
Move = QAbstractItemView.CursorAction


class ComparisonView(Grid):
    """`card` is where the line about what typing does is shown; it belongs to whatever surrounds the table.

    What is only needed when something is typed, pasted or chosen from a menu is imported then: the table is painted
    without it.
    """

    proposing = Signal(bool)  # whether the bar below the table shows what would be done
    painted = Signal()  # for the first time
    bar_made = Signal(QWidget)  # what is to be shown below the table, when it has something to say

    is_painted = False
    is_ready = False  # Qt lays a view out while it is still being made
    extends = False  # a selection is being drawn from its anchor, by Shift
    is_by_key = False
    anchor = QPersistentModelIndex()

    def __init__(self, model: ComparisonModel, card: TypingCard) -> None:
        super().__init__(model, CellPainter(model))
        self.card = card
        self.edited: EditedCell | None = None
        self.frozen = FrozenColumns(model, self.painter, self)
        self.frozen.setSelectionModel(self.selectionModel())
        self.setVerticalHeader(RowHeader(model, self))
        self.verticalHeader().setDefaultSectionSize(self.frozen.verticalHeader().defaultSectionSize())
        self.setAccessibleName(_("Comparison"))
        self.setTabKeyNavigation(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.widths = Widths(self, self.frozen)
        self.filling = FillHandle(self)
        model.seen = self.seen
        self.is_ready = True
        self._connect()

    @cached_property
    def hands(self) -> Hands:
        from parties_of_power.ui.views.comparison.hands import Hands

        hands = Hands(self)
        self.bar_made.emit(hands.bar)
        return hands

    def seen(self) -> Area:
        """The rows and columns in sight: top, left, bottom, right."""
        height, width = self.viewport().height(), self.viewport().width()
        last_row, last_column = self.rowAt(height - 1), self.columnAt(width - 1)
        bottom = last_row if last_row >= 0 else self.table.rowCount() - 1
        right = last_column if last_column >= 0 else self.table.columnCount() - 1
        return max(self.rowAt(0), 0), 0, bottom, right

    def columns_in(self, area: QRect) -> list[Strip]:
        """The first columns are painted by the frozen ones that cover them."""
        return [column for column in super().columns_in(area) if column.place >= self.frozen.count]

    def heading_end(self) -> int:
        """Where the first column of figures begins that is in sight: the title of a group ends before it."""
        model, edge = self.table, self.viewport().width()
        for column in range(1, model.columnCount()):
            grid = self.grid_of(column)
            start, width = grid.columnViewportPosition(column), grid.columnWidth(column)
            covered = 0 if grid is self.frozen else self.frozen.width()
            if model.looks[column].is_numeric and start + width > covered:
                return min(max(start, covered), edge)
        return edge

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
        from parties_of_power.ui.views.comparison.edited_cell import EditedCell
        from parties_of_power.ui.views.comparison.entry import entry_of

        index = self.currentIndex()
        entry = entry_of(self.table, index.row(), index.column()) if index.isValid() else None
        if entry is None:
            return None
        if self.edited:
            self.edited.leave()
        self.scrollTo(index)
        subject_id = self.table.row_ids[index.row()]
        column_id = self.table.columns[index.column()].id
        grid = self.grid_of(index.column())
        edited = EditedCell(entry, grid, lambda: self._rect_of(subject_id, column_id), self.card)
        following = {step: self._neighbour(index.row(), step) for step in (-1, 0, 1)}
        edited.closed.connect(lambda columns, rows: self._go_on(column_id, columns, rows, following[rows]))
        self.edited = edited
        edited.show()
        if text is not None:
            edited.editor.setText(text)
        return edited

    def open_cell(self) -> None:
        """Edit the current cell; fold or unfold the group whose heading it is."""
        row = self.currentIndex().row()
        if self.table.is_heading(row):
            self.table.fold(row, not self.table.is_folded(row))
        else:
            self.edit_current()

    def grid_of(self, column: int) -> Grid:
        return self.frozen if column < self.frozen.count else self

    def open_column_menu(self, column: int, place: QPoint) -> None:
        if 0 <= column < self.table.columnCount():
            from parties_of_power.ui.views.comparison import menus

            menu = menus.column_menu(self, column)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.show_cell_menu(by_keyboard=True)
            return
        if self.hands.take_key(event) or select_by_space(self, event):
            return
        if self._edit_key(event) or self._folding_key(event) or self._going_key(event):
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
        """Qt looks up which cells lie in the corners of `rect`. Those of the keyboard may lie below the frozen column,
        and are known here."""
        if self.is_by_key and self.anchor.isValid():
            block = QItemSelection(self.table.index(self.anchor.row(), self.anchor.column()), self.currentIndex())
            self.selectionModel().select(block, command)
        else:
            super().setSelection(rect, command)

    def visualRect(self, index: AnyIndex) -> QRect:
        """The first columns are where the frozen ones show them, also for a screen reader."""
        if self.is_ready and index.isValid() and index.column() < self.frozen.count:
            return self.frozen.cell_rect(index.row(), index.column())
        return super().visualRect(index)

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self.is_ready and 0 <= point.x() < self.frozen.width():
            row, column = self.rowAt(point.y()), self.frozen.columnAt(point.x())
            return self.table.index(row, column) if row >= 0 and column >= 0 else QModelIndex()
        return super().indexAt(point)

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
            grid = self.grid_of(index.column())
            place = grid.viewport().mapToGlobal(grid.cell_rect(index.row(), index.column()).bottomLeft())
        menu.popup(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """With Ctrl an arrow goes to the edge of what is filled in, Home and End to the corners of the table."""
        index = self.currentIndex()
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

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """The frozen columns cover what lies below them: a cell is in sight beside them only."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not self.is_ready:
            return
        if index.column() < self.frozen.count:
            bar.setValue(before)
            return
        covered = self.frozen.width() - self.columnViewportPosition(index.column())
        if covered > 0:
            bar.setValue(bar.value() - covered)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            self.painted.emit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.is_ready:
            self._place_frozen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_ready:
            self._place_frozen()
            self._place_edited()

    def _connect(self) -> None:
        bars = self.verticalScrollBar(), self.frozen.verticalScrollBar()
        bars[0].valueChanged.connect(bars[1].setValue)
        bars[1].valueChanged.connect(bars[0].setValue)
        # Rows that were added: the frozen column has its range only after the table went to one of them.
        bars[1].rangeChanged.connect(lambda *_range: bars[1].setValue(bars[0].value()))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._place_edited)
        for header in (self.columns_header, self.frozen.columns_header):
            header.sectionDoubleClicked.connect(self._sort_by)
            header.customContextMenuRequested.connect(self._show_header_menu)
        self.frozen.doubleClicked.connect(lambda _index: self.open_cell())
        self.table.shown_changed.connect(self._place_frozen)
        for signal in (self.table.modelReset, self.table.layoutChanged):
            signal.connect(self._place_edited)

    def _edit_key(self, event: QKeyEvent) -> bool:
        """Keys that open the cell, or say why it has no value."""
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key == Key.Key_F2 and plain:
            self.edit_current()
        elif key == Key.Key_Delete and plain:
            self.hands.delete_value()
        elif key == Key.Key_Backspace and plain:
            self.edit_current("")
        elif plain and event.text() and event.text().isprintable():
            edited = self.edit_current("")
            if edited:
                QApplication.sendEvent(edited.editor, event)
        else:
            return False
        return True

    def _folding_key(self, event: QKeyEvent) -> bool:
        """On the heading of a group the arrows left and right fold and unfold it, as in a tree; else they go on."""
        row, folds = self.currentIndex().row(), event.key() == Key.Key_Left
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not is_plain or event.key() not in (Key.Key_Left, Key.Key_Right) or not self.table.is_heading(row):
            return False
        if self.table.is_folded(row) == folds:
            return False
        self.table.fold(row, folds)
        return True

    def _going_key(self, event: QKeyEvent) -> bool:
        """Enter goes down, as after typing, and Tab to the right; both stay inside a selection. Alt with the arrow down
        opens the menu of the column."""
        index = self.currentIndex()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) or event.key() == Key.Key_Backtab
        by = -1 if back else 1
        if event.key() in (Key.Key_Tab, Key.Key_Backtab) and step_inside(self, by, 0):
            return True
        if event.key() in (Key.Key_Return, Key.Key_Enter) and index.isValid():
            if not step_inside(self, 0, by):
                self._go_to(self._neighbour(index.row(), by), index.column())
            return True
        if event.key() == Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier and index.isValid():
            header = self.grid_of(index.column()).columns_header
            corner = QPoint(header.sectionViewportPosition(index.column()), header.height())
            self.open_column_menu(index.column(), header.mapToGlobal(corner))
            return True
        return False

    def _rect_of(self, subject_id: int, column_id: int) -> QRect | None:
        row = self.table.row_of(subject_id)
        column = next((i for i, each in enumerate(self.table.columns) if each.id == column_id), -1)
        return self.grid_of(column).cell_rect(row, column) if row >= 0 and column >= 0 else None

    def _neighbour(self, row: int, by: int) -> int:
        """The subject some rows further, at the end the last one: it stays that one when the table is sorted anew.
        Headings are passed by."""
        last = self.table.rowCount() - 1
        following = min(max(row + by, 0), last)
        while by and self.table.is_heading(following) and 0 < following < last:
            following += by
        return self.table.row_ids[row if self.table.is_heading(following) else following]

    def _go_on(self, column_id: int, columns: int, rows: int, subject_id: int) -> None:
        self.edited = None
        column = next((i for i, each in enumerate(self.table.columns) if each.id == column_id), -1)
        if column < 0:
            return
        focused = QApplication.focusWidget()
        if focused is None or focused is self or self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a screen reader then says the cell, not the table
            if (columns or rows) and step_inside(self, columns, rows):
                return
            self._go_to(subject_id, min(max(column + columns, 0), self.table.columnCount() - 1))

    def _go_to(self, subject_id: int, column: int) -> None:
        row = self.table.row_of(subject_id)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.table.index(row, column), Select.ClearAndSelect)

    def _sort_by(self, column: int) -> None:
        """With Shift by this column as well."""
        from parties_of_power.ui.views.comparison import arrange

        header = self.grid_of(column).columns_header
        arrange.sort_next(self.table, self.table.columns[column], is_added=header.is_added)

    def _show_header_menu(self, place: QPoint) -> None:
        header = self.sender()
        if header in (self.columns_header, self.frozen.columns_header):
            self.open_column_menu(header.logicalIndexAt(place), header.mapToGlobal(place))

    def _place_frozen(self) -> None:
        frozen = self.frozen
        width = frozen.show_first()
        frozen.setVisible(width > 0)
        height = self.viewport().height() + self.columns_header.height()
        frozen.setGeometry(self.viewport().x(), self.columns_header.y(), width, height)
        frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())

    def _place_edited(self) -> None:
        if self.edited:
            self.edited.place()
