"""How counted answers are drawn: a block for each party in its colour, the count, and the names beside the bar."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.answers import Answer, AnswersDrawing, Giver
from parties_of_power.ui.views.charts.frame import TICKS, TITLE, Frame
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before
from parties_of_power.ui.views.charts.ticks import count_ticks

LINE, ROW_ROOM, BLOCK = 18, 12, 16
DOT, DOT_ROOM, BETWEEN = 3.5, 12, 12
MOST_FOR_ANSWERS, SHARE_OF_NAMES = 0.3, 0.55


class Named(NamedTuple):
    """A name in the text beside a bar: its line there, and how far from the left."""

    giver: Giver
    line: int
    left: float


class AnswerMarks(Marks[AnswersDrawing]):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._flows: list[list[Named]] = []

    def heights(self, width: float) -> tuple[int, int]:
        flows = [flowed(answer, self._names_width(width)) for answer in self.drawing.answers] if self.drawing else []
        height = round(sum(map(_height, flows))) + px(TICKS + TITLE)
        return height, height

    def arrange(self, drawing: AnswersDrawing, look: Look) -> None:
        frame = self.frame
        texts = max((text_width(answer.text, font(12, SEMIBOLD)) for answer in drawing.answers), default=0.0)
        names = self._names_width(frame.width)
        self._flows = [flowed(answer, names) for answer in drawing.answers]
        frame.set_titles(drawing.axis)
        frame.let_time_move(None)
        frame.set_margins(min(stepped(texts + px(12)), frame.width * MOST_FOR_ANSWERS), names + px(40))
        most = max((len(answer.givers) for answer in drawing.answers), default=0) or 1
        frame.set_ranges((0.0, float(most)), (max(sum(map(_height, self._flows)), 1.0), 0.0))
        frame.set_ticks("bottom", count_ticks(most, max(int(frame.area.width() / px(40)), 1)))
        frame.set_ticks("left", [])

    def _names_width(self, width: float) -> float:
        return round(width * SHARE_OF_NAMES) - px(40)

    def draw(self, painter: QPainter, drawing: AnswersDrawing, look: Look) -> None:
        top = 0.0
        for answer, flow in zip(drawing.answers, self._flows, strict=True):
            self._draw_answer(painter, look, answer, flow, self.frame.y(top + px(ROW_ROOM) / 2))
            top += _height(flow)
        zero = round(self.frame.x(0)) + 0.5
        painter.setPen(QPen(look.tokens.thin, 1))
        painter.drawLine(QPointF(zero, self.frame.area.top()), QPointF(zero, self.frame.area.bottom()))

    def _draw_answer(self, painter: QPainter, look: Look, answer: Answer, flow: list[Named], top: float) -> None:
        frame, middle = self.frame, top + px(LINE) / 2
        painter.setPen(look.tokens.text)
        text = elided(answer.text, font(12, NORMAL), frame.area.left() - px(10))
        write_before(painter, text, frame.area.left() - px(8), middle, font(12))
        for place, giver in enumerate(answer.givers):
            left, right = frame.x(place), frame.x(place + 1)
            box = QRectF(left + 0.5, middle - px(BLOCK) / 2, max(right - left - 1, 1), px(BLOCK))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.bar(giver.subject_id))
            painter.drawRoundedRect(box, 2, 2)
            self.zones.append(Zone(QPolygonF(box), giver.subject_id, giver.tip))
        painter.setPen(look.tokens.text)
        end = frame.x(len(answer.givers)) + px(6)
        write(painter, str(len(answer.givers)), end, middle, font(12, SEMIBOLD))
        for named in flow:
            self._write_name(painter, look, named, frame.area.right() + px(36) + named.left, middle)

    def _write_name(self, painter: QPainter, look: Look, named: Named, left: float, middle: float) -> None:
        giver, line = named.giver, middle + named.line * px(LINE)
        colour, dot = look.colour(giver.subject_id), QPointF(left + px(DOT), line)
        is_faint = look.is_faint(giver.subject_id)
        painter.setPen(QPen(look.line(giver.subject_id), px(1.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush if colour.ring else look.line(giver.subject_id))
        painter.drawEllipse(dot, px(DOT) - 1, px(DOT) - 1)
        painter.setPen(look.tokens.second_text if is_faint else look.tokens.text)
        weight = SEMIBOLD if look.is_selected(giver.subject_id) else NORMAL
        room = self.frame.width - left - px(DOT_ROOM)
        width = write(painter, elided(giver.name, font(12, weight), room), left + px(DOT_ROOM), line, font(12, weight))
        box = QRectF(left, line - px(LINE) / 2, px(DOT_ROOM) + width, px(LINE))
        self.zones.append(Zone(QPolygonF(box), giver.subject_id, giver.tip))


def flowed(answer: Answer, width: float) -> list[Named]:
    """The names of an answer as running text of that width."""
    flow: list[Named] = []
    line, left = 0, 0.0
    for giver in answer.givers:
        needed = px(DOT_ROOM) + text_width(giver.name, font(12, SEMIBOLD))
        if left and left + needed > width:
            line, left = line + 1, 0.0
        flow.append(Named(giver, line, left))
        left += needed + px(BETWEEN)
    return flow


def _height(flow: list[Named]) -> float:
    lines = flow[-1].line + 1 if flow else 1
    return lines * px(LINE) + px(ROW_ROOM)
