"""How a line is painted: who and what on two lines, three values, what will happen, and the buttons of the decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from parties_of_power.exchange.returned.differences import Decision, Difference
from parties_of_power.ui.palette import mix
from parties_of_power.ui.tables.words import baseline, cut, width_of, wrapped, write
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.differences.decisions import choice_name, choices
from parties_of_power.ui.views.differences.model import (
    CELL,
    DECISION,
    OLD,
    THEIRS,
    WILL,
    DifferencesModel,
    Heading,
)

ROW, LEAST_ROW, HEADING = 60, 52, 32
EDGE, BOX, DOT = 12, 16, 8
BUTTON, BUTTON_PADDING = 26, 10
LINE, SMALL = 20, 16
TOP = 10
Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """`colour_of` is the colour of the party or state of a row, None for a row that is new."""

    def __init__(self, model: DifferencesModel, colour_of: Callable[[int], QColor | None]) -> None:
        super().__init__()
        self.model = model
        self.colour_of = colour_of

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self.model.lines[index.row()]
        rect = QRect(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            _paint_heading(painter, rect, line, index.column(), is_selected=is_selected)
        else:
            self._paint_difference(painter, rect, line, index.column(), is_selected=is_selected)
        painter.setPen(tokens().line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus and is_selected:
            painter.setPen(QPen(tokens().accent, px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(HEADING if isinstance(self.model.lines[index.row()], Heading) else ROW))

    def _paint_difference(
        self, painter: QPainter, rect: QRect, line: Difference, column: int, *, is_selected: bool
    ) -> None:
        ground = tokens().selected if is_selected else tokens().ground
        if column == THEIRS and not is_selected:
            ground = mix(tokens().ground, tokens().selected, 0.45)
        painter.fillRect(rect, ground)
        decision = self.model.decisions.of(line)
        if column == CELL:
            self._paint_cell(painter, rect, line, decision, is_selected=is_selected)
        elif column == DECISION:
            _paint_buttons(painter, rect, line, decision)
        elif column == WILL:
            _paint_will(painter, rect, self.model.what_will_happen(line), is_selected=is_selected)
        else:
            _paint_value(painter, rect, line, column)

    def _paint_cell(
        self, painter: QPainter, rect: QRect, line: Difference, decision: Decision, *, is_selected: bool
    ) -> None:
        _paint_box(painter, box_of(rect), decision, is_open=not line.can_take)
        left = box_of(rect).right() + px(EDGE)
        colour = self.colour_of(line.row_id)
        text_left = left
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(left, rect.top() + px(16), px(DOT), px(DOT)))
            text_left = left + px(DOT + 8)
        room = rect.right() - px(4) - text_left
        painter.setPen(tokens().text)
        write(
            painter, text_left, rect.top() + px(25), cut(line.row or line.column, room, 13, SEMIBOLD), weight=SEMIBOLD
        )
        painter.setPen(tokens().second_on_selected if is_selected else tokens().second_text)
        if line.row:
            write(painter, text_left, rect.top() + px(43), cut(line.column, room, 11), 11)


def height_of(line: Difference, will: str, widths: Sequence[int]) -> int:
    """So that each of its texts is there whole."""
    rooms = [width - 2 * px(EDGE) for width in widths]
    values = ((line.old, NORMAL), (line.theirs, SEMIBOLD), (line.ours, NORMAL))
    lines = max(len(wrapped(text, room, 13, weight)) for (text, weight), room in zip(values, rooms[1:4], strict=True))
    small = len(wrapped(will, rooms[WILL], 12))
    return max(px(LEAST_ROW), px(TOP) + lines * px(LINE) + px(6), px(TOP) + small * px(SMALL) + px(6))


def box_of(rect: QRect) -> QRect:
    """Where the check box of a line stands."""
    return QRect(rect.left() + px(EDGE), rect.top() + px(12), px(BOX), px(BOX))


def buttons_of(rect: QRect, line: Difference) -> list[tuple[Decision, QRect]]:
    """The buttons of a decision, from the right edge leftwards in their order."""
    widths = [
        (each, max(width_of(choice_name(line, each), 12, SEMIBOLD) + px(2 * BUTTON_PADDING), px(44)))
        for each in choices(line)
    ]
    left = rect.right() - px(EDGE) - sum(width for _each, width in widths)
    placed = []
    for each, width in widths:
        placed.append((each, QRect(left, rect.top() + px(12), width, px(BUTTON))))
        left += width
    return placed


def decision_at(rect: QRect, line: Difference, place: QPoint) -> Decision | None:
    return next((each for each, button in buttons_of(rect, line) if button.contains(place)), None)


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading, column: int, *, is_selected: bool) -> None:
    group, colours = heading.group, tokens()
    grounds = {"both": colours.rival_ground, "spoiled": colours.doubt_ground}
    painter.fillRect(rect, colours.selected if is_selected else grounds.get(group.key, colours.panel))
    y = rect.top() + baseline(rect.height(), 13)
    if column == DECISION:
        painter.setPen(colours.accent_text)
        write(painter, rect.right() - px(EDGE) - width_of(heading.offer, 12), y, heading.offer, 12)
        return
    x = rect.left() + px(EDGE + BOX + EDGE)
    painter.setPen(colours.rival if group.key == "both" else colours.text)
    write(painter, x, y, group.title, weight=SEMIBOLD)
    x += width_of(group.title, 13, SEMIBOLD) + px(8)
    painter.setPen(colours.second_on_selected if is_selected else colours.second_text)
    if group.key in grounds and not is_selected:
        painter.setPen(mix(colours.text, colours.second_text, 0.6))
    write(painter, x, y, f"{len(heading.differences)}  {group.detail}", 12)


def _paint_box(painter: QPainter, box: QRect, decision: Decision, *, is_open: bool) -> None:
    """A tick for taken, a dash for taken as a rival; not there where nothing can be taken."""
    if is_open:
        return
    colours = tokens()
    painter.setPen(QPen(colours.accent if decision == "take" else colours.thin, 1))
    painter.setBrush(colours.accent if decision == "take" else colours.field)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    unit = box.width() / 16
    painter.translate(box.topLeft())
    painter.scale(unit, unit)
    if decision == "take":
        painter.setPen(QPen(colours.on_accent, 1.75))
        painter.drawPolyline([QPoint(4, 8), QPoint(7, 11), QPoint(12, 5)])
    elif decision == "both":
        painter.setPen(QPen(colours.accent, 1.75))
        painter.drawLine(4, 8, 12, 8)
    painter.resetTransform()


def _paint_value(painter: QPainter, rect: QRect, line: Difference, column: int) -> None:
    text = {OLD: line.old, THEIRS: line.theirs}.get(column, line.ours)
    is_theirs, colours = column == THEIRS, tokens()
    is_spoiled = is_theirs and line.kind == "spoiled"
    weight = SEMIBOLD if is_theirs and not is_spoiled else NORMAL
    painter.setPen(colours.wrong if is_spoiled else colours.text)
    room = rect.width() - 2 * px(EDGE)
    x = rect.left() + px(EDGE)
    for number, part in enumerate(_fitting(text, room, (rect.height() - px(TOP)) // px(LINE), 13, weight)):
        y = rect.top() + px(25) + number * px(LINE)
        write(painter, x, y, part, weight=weight)
        if is_spoiled:
            middle = y - px(5)
            painter.drawLine(x, middle, x + width_of(part, 13, weight), middle)


def _paint_will(painter: QPainter, rect: QRect, text: str, *, is_selected: bool) -> None:
    painter.setPen(tokens().second_on_selected if is_selected else tokens().second_text)
    room = rect.width() - 2 * px(EDGE)
    for number, part in enumerate(_fitting(text, room, (rect.height() - px(TOP)) // px(SMALL), 12)):
        write(painter, rect.left() + px(EDGE), rect.top() + px(17) + number * px(SMALL), part, 12)


def _fitting(text: str, room: int, most: int, size: int, weight: QFont.Weight = NORMAL) -> tuple[str, ...]:
    """The lines that there is room for, the last of them cut where there would be more."""
    lines = wrapped(text, room, size, weight)
    if len(lines) <= most:
        return lines
    return *lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size, weight)


def _paint_buttons(painter: QPainter, rect: QRect, line: Difference, decision: Decision) -> None:
    buttons, colours = buttons_of(rect, line), tokens()
    whole = buttons[0][1].united(buttons[-1][1])
    is_undecided = not decision and line.kind == "both"
    painter.setBrush(colours.ground)
    painter.setPen(QPen(colours.rival if is_undecided else colours.line, 1))
    painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
    for each, button in buttons:
        if each == decision:
            painter.setPen(QPen(colours.accent, 1))
            painter.setBrush(colours.selected)
            painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.setPen(colours.accent_text if each == decision else colours.second_text)
        painter.setFont(font(12, SEMIBOLD if each == decision else NORMAL))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, choice_name(line, each))
