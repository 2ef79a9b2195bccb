"""The table of the view: its widths and heights, its cursor, and what is copied of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from parties_of_power.analysis.side_by_side import Group, Line
from parties_of_power.domain.dates import spoken_short
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.palette import PartyColour
from parties_of_power.ui.tables.clipboard import to_clipboard
from parties_of_power.ui.tables.painting import Ground
from parties_of_power.ui.tables.words import cut, write
from parties_of_power.ui.theme import font, party_colour, px, tokens
from parties_of_power.ui.views.side_by_side.headers import LineHeader, SideHeader, dot_colour
from parties_of_power.ui.views.side_by_side.model import AnyIndex, Axis, SidesModel
from parties_of_power.ui.views.side_by_side.painting import AXIS, HEADING, LINE, paint_axis, paint_between, paint_side
from parties_of_power.ui.views.side_by_side.writing import copied, headers_of

NARROWEST, BETWEEN = 152, 196
HEIGHTS = {Group: HEADING, Line: LINE, Axis: AXIS}


class SidesTable(QTableView):
    """`opened` comes with the cell (subject, attribute) that Enter or a double click asks for; `menu_wanted` with the
    place of the pointer and the number of the side below it, -1 for none."""

    opened = Signal(object)  # ids are too large for an int of Qt
    menu_wanted = Signal(QPoint, int)

    def __init__(self, model: SidesModel) -> None:
        super().__init__()
        self.sides = model
        self.colours: list[PartyColour] = []
        self.corner = QLabel(self, wordWrap=True)
        self.setModel(model)
        self.setAccessibleName(_("Side by side"))
        self.setHorizontalHeader(SideHeader(model, self.colours, self))
        self.setVerticalHeader(LineHeader(model, self))
        self.setItemDelegate(SideCell(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._connect()
        self.lay_out()

    def show_day(self, day: int) -> None:
        """The day of all sides that have none of their own."""
        small = _("as of {day}").format(day=spoken_short(day))
        self.corner.setText(f"<b>{_('Attribute')}</b><br><span>{small}</span>")

    def lay_out(self) -> None:
        """After other lines or sides have come: their colours, heights, and headings over the whole width."""
        catalogue = self.sides.workspace.catalogue
        subjects = (catalogue.subjects[side.subject_id] for side in self.sides.shown.sides)
        self.colours[:] = [party_colour(subject, catalogue) for subject in subjects]
        self.clearSpans()
        for row in range(self.sides.rowCount()):
            shown = self.sides.rows[row]
            self.setRowHeight(
                row, px(HEADING if isinstance(shown, Group) else AXIS if isinstance(shown, Axis) else LINE)
            )
            if isinstance(shown, Group):
                self.setSpan(row, 0, 1, self.sides.columnCount())
        self._share_width()
        self.dress()

    def dress(self) -> None:
        colours = tokens()
        self.corner.setFont(font(11))
        self.corner.setStyleSheet(
            f"background: {colours.panel.name()}; color: {colours.second_text.name()};"
            f"border-bottom: 1px solid {colours.line.name()}; padding-left: {px(12)}px;"
        )
        self.viewport().update()

    def copy(self) -> None:
        """The selected block, or everything where one cell at most is selected; with headers either way."""
        indexes = self.selectedIndexes()
        lines, places = self._all_lines(), list(range(self.sides.columnCount()))
        if len(indexes) > 1:
            rows = sorted({index.row() for index in indexes})
            lines = [line for row in rows if (line := self.sides.line(row)) is not None]
            places = sorted({index.column() for index in indexes})
        rows_copied = copied(self.sides.shown, lines, places)
        QGuiApplication.clipboard().setMimeData(to_clipboard(rows_copied, headers_of(self.sides.shown, places)))
        words = ngettext("{count} line copied, with headers", "{count} lines copied, with headers", len(lines))
        self.sides.workspace.message.emit(words.format(count=len(lines)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif not self._folds_by(event):
            super().keyPressEvent(event)

    def _folds_by(self, event: QKeyEvent) -> bool:
        """On a heading the arrows left and right fold and unfold it, as in a tree."""
        row, folds = self.currentIndex().row(), event.key() == Qt.Key.Key_Left
        group = self.sides.rows[row] if row >= 0 else None
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not isinstance(group, Group):
            return False
        if (group.title in self.sides.folded) != folds:
            self.fold(row)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(round(event.position().y()))
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and isinstance(self.sides.rows[row], Group):
            self.fold(row)
        else:
            super().mousePressEvent(event)

    def fold(self, row: int) -> None:
        """Hide the lines below a heading or show them again; the cursor rests on it."""
        self.sides.fold(row)
        self.setCurrentIndex(self.sides.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())
        self.corner.setVisible(self.sides.rowCount() > 0)

    def _all_lines(self) -> list[Line]:
        return list(self.sides.shown.lines)

    def _share_width(self) -> None:
        """The sides share what the last column leaves; where that is too little, the table scrolls."""
        sides = len(self.sides.shown.sides)
        if not sides:
            return
        room = self.viewport().width() - px(BETWEEN)
        for place in range(sides):
            self.setColumnWidth(place, max(px(NARROWEST), room // sides))
        self.setColumnWidth(sides, px(BETWEEN))

    def _open(self, index: AnyIndex) -> None:
        if index.isValid() and isinstance(self.sides.rows[index.row()], Group):
            self.fold(index.row())
            return
        line = self.sides.line(index.row()) if index.isValid() else None
        cell = self.sides.cell(index.row(), index.column()) if line else None
        if cell is not None and line is not None and line.attribute is not None:
            self.opened.emit((cell.subject_id, line.attribute.id))

    def _connect(self) -> None:
        header = self.horizontalHeader()
        self.doubleClicked.connect(lambda index: None if self.sides.line(index.row()) is None else self._open(index))
        self.verticalHeader().sectionPressed.connect(
            lambda row: self.fold(row) if isinstance(self.sides.rows[row], Group) else None
        )
        self.sides.modelReset.connect(self.lay_out)
        self.customContextMenuRequested.connect(
            lambda point: self._ask_for_menu(self.viewport().mapToGlobal(point), self._side_at(point))
        )
        header.customContextMenuRequested.connect(
            lambda point: self._ask_for_menu(header.viewport().mapToGlobal(point), header.logicalIndexAt(point))
        )

    def _side_at(self, point: QPoint) -> int:
        """Below the pointer; of the menu key, which asks at the middle of the table, that of the cursor."""
        return self.columnAt(point.x()) if self.indexAt(point).isValid() else self.currentIndex().column()

    def _ask_for_menu(self, place: QPoint, side: int) -> None:
        self.menu_wanted.emit(place, side if side < len(self.sides.shown.sides) else -1)


class SideCell(QStyledItemDelegate):
    """Draws one cell of the table."""

    def __init__(self, table: SidesTable) -> None:
        super().__init__(table)
        self.table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line, rect = self.table.sides.line(index.row()), option.rect
        row = self.table.sides.rows[index.row()]
        painter.save()
        if isinstance(row, Axis):
            self._paint_ground(painter, rect, False)
            if index.column() < len(self.table.sides.shown.sides):
                paint_axis(painter, Ground(rect, tokens(), False), row.scale)
        elif line is None:
            self._paint_heading(painter, rect, index)
            if index == self.table.currentIndex() and self.table.hasFocus():
                frame_cell(painter, rect)
        else:
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_ground(painter, rect, is_selected)
            self._paint_line(painter, Ground(rect, tokens(), is_selected), line, index.column())
            if index == self.table.currentIndex() and self.table.hasFocus():
                frame_cell(painter, rect)
        painter.restore()

    def _paint_line(self, painter: QPainter, ground: Ground, line: Line, column: int) -> None:
        sides, colours = self.table.sides, self.table.colours
        if column < len(line.cells):
            paint_side(painter, ground, line, column, look=sides.look(line.attribute), colour=colours[column])
        else:
            paint_between(painter, ground, line, sides.shown.headings, [dot_colour(colour) for colour in colours])

    def _paint_ground(self, painter: QPainter, rect: QRect, is_selected: bool) -> None:
        colours = tokens()
        edge = colours.line if colours.is_dark else colours.grid
        painter.fillRect(rect, colours.selected if is_selected else colours.ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), edge)
        painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colours.line)

    def _paint_heading(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        colours = tokens()
        painter.fillRect(rect, colours.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        painter.setPen(colours.second_text)
        text = str(index.data() or "")
        write(painter, rect.left() + px(12), rect.top() + px(21), cut(text, rect.width() - px(24), 12), 12)


def frame_cell(painter: QPainter, rect: QRect) -> None:
    """Where the cursor is."""
    width = px(2)
    painter.setPen(QPen(tokens().accent, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(width // 2, width // 2, -width // 2 - 1, -width // 2 - 1))
