"""How a matrix of ties is drawn: half of it, each party named at its row and again at the end of its column."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.ui.palette import heat, text_on
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before
from parties_of_power.ui.views.charts.ties import Member, Tied, TiesDrawing

PITCH, LARGE_PITCH, WIDEST, RING = 22, 28, 44, 7
MOST_FOR_NAMES, AROUND = 0.34, 16
FAINT = 0.15


class TieMarks(Marks[TiesDrawing]):
    def heights(self, width: float) -> tuple[int, int]:
        count = max(len(self.drawing.members), 1) if self.drawing else 1
        return count * px(PITCH) + px(AROUND), count * px(LARGE_PITCH) + px(AROUND)

    def arrange(self, drawing: TiesDrawing, look: Look) -> None:
        frame = self.frame
        names = max((text_width(each.name, font(12, SEMIBOLD)) for each in drawing.members), default=0.0)
        left = min(stepped(names + px(12)), frame.width * MOST_FOR_NAMES)
        frame.set_titles("")
        frame.let_time_move(None)
        count = max(len(drawing.members), 1)
        room = frame.width - left - min(names, frame.width * MOST_FOR_NAMES) - px(16)
        wide = min(px(WIDEST), max(room / count, 1))
        frame.set_margins(left, max(frame.width - left - wide * count, px(16)))
        frame.set_ranges((0.0, float(count)), (count - 0.5, -0.5))
        frame.set_ticks("bottom", [])
        frame.set_ticks("left", [])

    def draw(self, painter: QPainter, drawing: TiesDrawing, look: Look) -> None:
        found = {(tied.row, tied.column): tied for tied in drawing.tied}
        for row, member in enumerate(drawing.members):
            self._draw_names(painter, member, row, look)
            for column in range(row):
                box = self._box(row, column)
                tied = found.get((row, column))
                painter.setPen(QPen(look.tokens.line, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box, 2, 2)
                if tied is not None:
                    self._draw_tied(painter, tied, drawing, box, look)
                    self.zones.append(Zone(QPolygonF(box), member.subject_id, tied.tip))

    def _box(self, row: int, column: int) -> QRectF:
        frame = self.frame
        left, right = frame.x(column), frame.x(column + 1)
        return QRectF(left + 1, frame.y(row - 0.5) + 1, right - left - 2, frame.y(row + 0.5) - frame.y(row - 0.5) - 2)

    def _draw_names(self, painter: QPainter, member: Member, row: int, look: Look) -> None:
        """Before its row, and after its own field, where its column begins."""
        frame, middle = self.frame, self.frame.y(row)
        weight = SEMIBOLD if look.is_selected(member.subject_id) else NORMAL
        painter.setPen(look.tokens.second_text if look.is_faint(member.subject_id) else look.tokens.text)
        name = elided(member.name, font(12, weight), frame.area.left() - px(10))
        write_before(painter, name, frame.area.left() - px(8), middle, font(12, weight))
        own = self._box(row, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.bar(member.subject_id))
        painter.drawRoundedRect(own, 2, 2)
        painter.setPen(look.tokens.second_text)
        after = elided(member.name, font(12), frame.width - own.right() - px(8))
        write(painter, after, own.right() + px(6), middle, font(12))
        box = QRectF(0, own.top(), frame.area.left(), own.height())
        for zone in (box, own):
            self.zones.append(Zone(QPolygonF(zone), member.subject_id, member.name))

    def _draw_tied(self, painter: QPainter, tied: Tied, drawing: TiesDrawing, box: QRectF, look: Look) -> None:
        share = FAINT + (1 - FAINT) * tied.concluded / drawing.most if tied.concluded else 0.0
        ground = look.print_colour(heat(share, look.tokens))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(text_on(ground))
        middle = box.center().x() - (px(RING) + 1 if tied.concluded and tied.proposed else 0)
        if tied.concluded:
            text = str(tied.concluded)
            width = text_width(text, font(11, SEMIBOLD))
            write(painter, text, middle - width / 2, box.center().y(), font(11, SEMIBOLD))
            middle += width / 2 + px(RING) + 3
        if tied.proposed:
            text, ink = str(tied.proposed), text_on(ground)
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(middle, box.center().y()), px(RING), px(RING))
            painter.setPen(ink)
            write(painter, text, middle - text_width(text, font(11)) / 2, box.center().y(), font(11))
