"""The comparison table: what keys and clicks do, and what it shares with the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication

from parties_of_power.domain.observations import Missing
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.comparison import arrange, menus
from parties_of_power.ui.views.comparison.cell_painter import CellPainter, Strip
from parties_of_power.ui.views.comparison.clipboard import from_clipboard, to_clipboard
from parties_of_power.ui.views.comparison.edited_cell import EditedCell
from parties_of_power.ui.views.comparison.entry import entry_of
from parties_of_power.ui.views.comparison.frozen import FrozenColumn
from parties_of_power.ui.views.comparison.grid import Grid
from parties_of_power.ui.views.comparison.header import RowHeader
from parties_of_power.ui.views.comparison.missing import ask_reason
from parties_of_power.ui.views.comparison.model import Area, ComparisonModel
from parties_of_power.ui.views.comparison.several import Place, copied, give_reason, paste
from parties_of_power.ui.views.comparison.typing_card import TypingCard
from parties_of_power.ui.views.comparison.widths import Widths

AnyIndex = QModelIndex | QPersistentModelIndex
Key = Qt.Key
Select = QItemSelectionModel.SelectionFlag
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
Move = QAbstractItemView.CursorAction


class ComparisonView(Grid):
    """`card` is where the line about what typing does is shown; it belongs to whatever surrounds the table."""

    is_ready = False  # Qt lays a view out while it is still being made
    extends = False  # a selection is being drawn from its anchor, by Shift
    is_by_key = False
    anchor = QPersistentModelIndex()

    def __init__(self, model: ComparisonModel, card: TypingCard) -> None:
        super().__init__(model, CellPainter(model))
        self.card = card
        self.edited: EditedCell | None = None
        self.frozen = FrozenColumn(model, self.painter, self)
        self.frozen.setSelectionModel(self.selectionModel())
        self.setVerticalHeader(RowHeader(self))
        self.verticalHeader().setDefaultSectionSize(self.frozen.verticalHeader().defaultSectionSize())
        self.setAccessibleName(_("Comparison"))
        self.setTabKeyNavigation(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.widths = Widths(self, self.frozen)
        model.seen = self.seen
        self.is_ready = True
        self._connect()

    def seen(self) -> Area:
        """The rows and columns in sight: top, left, bottom, right."""
        height, width = self.viewport().height(), self.viewport().width()
        last_row, last_column = self.rowAt(height - 1), self.columnAt(width - 1)
        bottom = last_row if last_row >= 0 else self.table.rowCount() - 1
        right = last_column if last_column >= 0 else self.table.columnCount() - 1
        return max(self.rowAt(0), 0), 0, bottom, right

    def columns_in(self, area: QRect) -> list[Strip]:
        """The first column is painted by the frozen one that covers it."""
        return [column for column in super().columns_in(area) if column.place > 0]

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

    def copy(self) -> None:
        places = self.places()
        if places:
            QGuiApplication.clipboard().setMimeData(to_clipboard(copied(self.table, places)))
            words = ngettext("{count} cell copied", "{count} cells copied", len(places))
            self.table.workspace.message.emit(words.format(count=len(places)))

    def cut(self) -> None:
        """Copy, and ask what is to stand there instead."""
        self.copy()
        self.delete_value()

    def paste(self) -> None:
        block, places = from_clipboard(QGuiApplication.clipboard().mimeData()), self.places()
        if not block or not places:
            self.table.workspace.message.emit(_("There are no cells on the clipboard."))
            return
        done = paste(self.table, block, places)
        if done is not None:
            self.table.workspace.message.emit(done.sentence())

    def delete_value(self) -> None:
        """Ask for the missing reason that the selected cells are to have."""
        if not any(self.table.attribute(column) for _row, column in self.places()):
            self.table.workspace.message.emit(_("Names stay: only values can be deleted here."))
            return
        index = self.currentIndex()
        corner = self.grid_of(index.column()).cell_rect(index.row(), index.column()).bottomLeft()
        ask_reason(self, self.grid_of(index.column()).viewport().mapToGlobal(corner), self.give_reason)

    def give_reason(self, missing: Missing) -> None:
        done = give_reason(self.table, self.places(), missing)
        if done:
            words = ngettext(
                "{count} value taken out; its rivals stay", "{count} values taken out; their rivals stay", done
            )
            self.table.workspace.message.emit(words.format(count=done))

    def edit_current(self, text: str | None = None) -> EditedCell | None:
        """Open the current cell for typing; with a text in place of its own."""
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
        edited.closed.connect(lambda columns, rows: self._go_on(column_id, columns, following[rows]))
        self.edited = edited
        edited.show()
        if text is not None:
            edited.editor.setText(text)
        return edited

    def grid_of(self, column: int) -> Grid:
        return self.frozen if column == 0 else self

    def open_column_menu(self, column: int, place: QPoint) -> None:
        if 0 <= column < self.table.columnCount():
            menu = menus.column_menu(self, column)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._edit_key(event) or self._clipboard_key(event) or self._going_key(event):
            return
        self.extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.is_by_key = True
        super().keyPressEvent(event)
        self.extends = self.is_by_key = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)
        self.extends = False

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
        """The first column is where the frozen one shows it, also for a screen reader."""
        if self.is_ready and index.isValid() and index.column() == 0:
            return self.frozen.cell_rect(index.row(), 0)
        return super().visualRect(index)

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self.is_ready and 0 <= point.x() < self.frozen.width():
            row = self.rowAt(point.y())
            return self.table.index(row, 0) if row >= 0 else QModelIndex()
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
            self.edit_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = menus.cell_menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            grid = self.grid_of(index.column())
            place = grid.viewport().mapToGlobal(grid.cell_rect(index.row(), index.column()).bottomLeft())
        menu.popup(place)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """With Ctrl an arrow goes to the edge of the table."""
        index = self.currentIndex()
        if not modifiers & Qt.KeyboardModifier.ControlModifier or not index.isValid():
            return super().moveCursor(action, modifiers)
        last_row, last_column = self.table.rowCount() - 1, self.table.columnCount() - 1
        edges = {
            Move.MoveUp: (0, index.column()),
            Move.MoveDown: (last_row, index.column()),
            Move.MoveLeft: (index.row(), 0),
            Move.MoveRight: (index.row(), last_column),
            Move.MoveHome: (0, 0),
            Move.MoveEnd: (last_row, last_column),
        }
        return self.table.index(*edges[action]) if action in edges else super().moveCursor(action, modifiers)

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
        """The frozen column covers what lies below it: a cell is in sight beside it only."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(before)
            return
        covered = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if covered > 0:
            bar.setValue(bar.value() - covered)

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
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._place_edited)
        for header in (self.columns_header, self.frozen.columns_header):
            header.sectionClicked.connect(self._sort_by)
            header.customContextMenuRequested.connect(self._show_header_menu)
        self.frozen.doubleClicked.connect(lambda _index: self.edit_current())
        for signal in (self.table.modelReset, self.table.layoutChanged):
            signal.connect(self._place_edited)

    def _edit_key(self, event: QKeyEvent) -> bool:
        """Keys that open the cell, or say why it has no value."""
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key == Key.Key_F2 and plain:
            self.edit_current()
        elif key == Key.Key_Delete and plain:
            self.delete_value()
        elif key == Key.Key_Backspace and plain:
            self.edit_current("")
        elif plain and event.text() and event.text().isprintable():
            edited = self.edit_current("")
            if edited:
                QApplication.sendEvent(edited.editor, event)
        else:
            return False
        return True

    def _clipboard_key(self, event: QKeyEvent) -> bool:
        for standard, act in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Cut, self.cut),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.SelectAll, self.selectAll),
        ):
            if event.matches(standard):
                act()
                return True
        return False

    def _going_key(self, event: QKeyEvent) -> bool:
        """Enter goes down, as after typing; Alt with the arrow down opens the menu of the column."""
        index = self.currentIndex()
        if event.key() in (Key.Key_Return, Key.Key_Enter) and index.isValid():
            up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go_to(self._neighbour(index.row(), -1 if up else 1), index.column())
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
        """The subject some rows further, at the end the last one: it stays that one when the table is sorted anew."""
        return self.table.row_ids[min(max(row + by, 0), self.table.rowCount() - 1)]

    def _go_on(self, column_id: int, columns: int, subject_id: int) -> None:
        self.edited = None
        column = next((i for i, each in enumerate(self.table.columns) if each.id == column_id), -1)
        if column < 0:
            return
        focused = QApplication.focusWidget()
        if focused is None or focused is self or self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # first: a screen reader then says the cell, not the table
            self._go_to(subject_id, min(max(column + columns, 0), self.table.columnCount() - 1))

    def _go_to(self, subject_id: int, column: int) -> None:
        row = self.table.row_of(subject_id)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.table.index(row, column), Select.ClearAndSelect)

    def _sort_by(self, column: int) -> None:
        arrange.sort_next(self.table, self.table.columns[column])

    def _show_header_menu(self, place: QPoint) -> None:
        header = self.sender()
        if header in (self.columns_header, self.frozen.columns_header):
            self.open_column_menu(header.logicalIndexAt(place), header.mapToGlobal(place))

    def _place_frozen(self) -> None:
        frozen = self.frozen
        width = self.columnWidth(0) if self.table.columnCount() else 0
        height = self.viewport().height() + self.columns_header.height()
        frozen.setGeometry(self.viewport().x(), self.columns_header.y(), width, height)
        frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())

    def _place_edited(self) -> None:
        if self.edited:
            self.edited.place()
