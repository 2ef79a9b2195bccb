"""The headers of the view: over each side its colour, name and state; beside each line its sign, name and unit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from parties_of_power.analysis.likeness import Likeness
from parties_of_power.analysis.side_by_side import Group, Line
from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.palette import PartyColour
from parties_of_power.ui.tables.words import cut, width_of, write
from parties_of_power.ui.theme import SEMIBOLD, font, px, theme, tokens
from parties_of_power.ui.views.side_by_side.model import Axis, SidesModel

HEIGHT, WIDTH, MOST_OF_TABLE = 46, 200, 0.42
BAND = 3


class SideHeader(QHeaderView):
    """Painted here, as a section has two lines and a colour."""

    def __init__(self, model: SidesModel, colours: list[PartyColour], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sides, self.colours = model, colours
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFixedHeight(px(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours, headings = tokens(), self.sides.shown.headings
        painter.fillRect(rect, colours.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), colours.line)
        left, room = rect.left() + px(12), rect.width() - px(24)
        name, small = _("Between them"), _("what differs, what overlaps")
        if section < len(headings):
            name, small = headings[section].name, headings[section].small
            colour = self.colours[section]
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), px(BAND)), colour.fill)
            paint_dot(painter, colour, QPointF(left + px(4), rect.top() + px(18)))
            left, room = left + px(14), room - px(14)
        painter.setPen(colours.text)
        write(painter, left, rect.top() + px(22), cut(name, room, 13, SEMIBOLD), weight=SEMIBOLD)
        painter.setPen(colours.second_text)
        write(painter, left, rect.top() + px(38), cut(small, room, 11), 11)


class LineHeader(QHeaderView):
    """The attributes. A heading goes on over the whole width of the table."""

    def __init__(self, model: SidesModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.sides, self.table = model, parent
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """In a narrow window, or with large letters, it leaves the greater part to the sides."""
        room = round(self.table.width() * MOST_OF_TABLE)
        return QSize(min(px(WIDTH), max(room, px(100))), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        end = self.length() - self.offset()
        painter.fillRect(0, end, self.viewport().width(), max(self.viewport().height() - end, 0), tokens().ground)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        row = self.sides.rows[section] if section < len(self.sides.rows) else None
        if isinstance(row, Group):
            _paint_heading(painter, rect, row, is_folded=row.title in self.sides.folded)
        elif isinstance(row, Axis):
            _paint_axis_title(painter, rect, row)
        elif row is not None:
            _paint_title(painter, rect, row)


def paint_dot(painter: QPainter, colour: PartyColour, middle: QPointF) -> None:
    """The colour of a subject, as a dot or a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour.line, px(2)) if colour.ring else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if colour.ring else dot_colour(colour))
    painter.drawEllipse(middle, px(3), px(3))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def dot_colour(colour: PartyColour) -> QColor:
    return colour.line if theme().tokens.is_dark else colour.fill


def _paint_axis_title(painter: QPainter, rect: QRect, axis: Axis) -> None:
    colours = tokens()
    painter.fillRect(rect, colours.ground)
    painter.fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line if colours.is_dark else colours.grid
    )
    painter.setPen(colours.second_text)
    title = cut(axis.title, rect.width() - px(42), 11)
    write(painter, rect.left() + px(30), rect.top() + px(18), title, 11)


def _paint_heading(painter: QPainter, rect: QRect, group: Group, *, is_folded: bool) -> None:
    colours = tokens()
    painter.fillRect(rect, colours.panel)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
    painter.setPen(colours.text)
    title = cut(group.title, rect.width() - px(42), 12, SEMIBOLD)
    write(painter, rect.left() + px(30), rect.top() + px(21), title, 12, weight=SEMIBOLD)
    sign = icon("chevron-right" if is_folded else "chevron-down", "second_text")
    sign.paint(painter, QRect(rect.left() + px(9), rect.center().y() - px(7), px(16), px(16)))


def _paint_title(painter: QPainter, rect: QRect, line: Line) -> None:
    colours = tokens()
    painter.fillRect(rect, colours.ground)
    edge = colours.line if colours.is_dark else colours.grid
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), edge)
    left, room = rect.left() + px(30), rect.width() - px(42)
    painter.setPen(colours.accent_text if line.likeness is Likeness.DIFFERENT else colours.second_text)
    sign = line.likeness.value
    write(painter, rect.left() + px(12) + (px(10) - width_of(sign)) // 2, rect.top() + px(20), sign)
    painter.setPen(colours.text)
    if not line.small and width_of(line.title) > room:
        painter.setFont(font(13))
        both_lines = QRect(left, rect.top() + px(4), room, rect.height() - px(6))
        painter.drawText(both_lines, int(Qt.TextFlag.TextWordWrap), cut(line.title, 2 * room - px(24), 13))
        return
    write(painter, left, rect.top() + px(20), cut(line.title, room, 13))
    painter.setPen(colours.second_text)
    write(painter, left, rect.top() + px(37), cut(line.small, room, 11), 11)
