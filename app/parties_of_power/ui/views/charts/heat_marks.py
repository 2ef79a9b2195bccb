"""How a heat table is drawn: names to the left, titles above, and in each field its shade with the number in ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QTextOption

from parties_of_power.ui.palette import heat, text_on, two_sided_heat
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.heat import Field, HeatDrawing, HeatRow
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before

PITCH, LARGE_PITCH, HEAD, SHORT_HEAD = 20, 28, 48, 22
LETTERS = 6
MOST_FOR_NAMES = 0.34
RING = 3.5
NO_ALPHA = 0.35


class HeatMarks(Marks[HeatDrawing]):
    def heights(self, width: float) -> tuple[int, int]:
        count = max(len(self.drawing.rows), 1) if self.drawing else 1
        return count * px(PITCH) + px(HEAD), count * px(LARGE_PITCH) + px(HEAD)

    def arrange(self, drawing: HeatDrawing, look: Look) -> None:
        frame = self.frame
        names = max((text_width(row.name, font(12, SEMIBOLD)) for row in drawing.rows), default=0.0)
        frame.set_titles("")
        frame.let_time_move(None)
        frame.set_margins(min(stepped(names + px(12)), frame.width * MOST_FOR_NAMES), px(16))
        count = max(len(drawing.rows), 1)
        head = px(self._head(drawing)) / max(frame.area.height() - px(self._head(drawing)), 1) * count
        frame.set_ranges((0.0, float(max(len(drawing.titles), 1))), (count - 0.5, -0.5 - head))
        frame.set_ticks("bottom", [])
        frame.set_ticks("left", [])

    def _head(self, drawing: HeatDrawing) -> int:
        return HEAD if any(len(title) > LETTERS for title in drawing.titles) else SHORT_HEAD

    def draw(self, painter: QPainter, drawing: HeatDrawing, look: Look) -> None:
        self._write_titles(painter, drawing, look)
        for place, row in enumerate(drawing.rows):
            self._draw_row(painter, drawing, row, place, look)

    def _write_titles(self, painter: QPainter, drawing: HeatDrawing, look: Look) -> None:
        """In two lines where they are long; whole in the hover."""
        frame, metrics = self.frame, QFontMetricsF(font(11))
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setFont(font(11))
        for place, title in enumerate(drawing.titles):
            left, right = frame.x(place), frame.x(place + 1)
            box = QRectF(
                left + 2, frame.y(-0.5) - px(self._head(drawing)), right - left - 4, px(self._head(drawing)) - px(4)
            )
            words = [metrics.elidedText(word, Qt.TextElideMode.ElideRight, box.width()) for word in title.split()]
            painter.setPen(look.tokens.second_text)
            text = " ".join(words)
            if (
                metrics.boundingRect(QRectF(0, 0, box.width(), 1e4), int(Qt.TextFlag.TextWordWrap), text).height()
                > box.height()
            ):
                text = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, box.width() * 1.7)
            painter.drawText(box, text, option)

    def _draw_row(self, painter: QPainter, drawing: HeatDrawing, row: HeatRow, place: int, look: Look) -> None:
        frame = self.frame
        middle, pitch = frame.y(place), frame.y(1) - frame.y(0)
        weight = SEMIBOLD if look.is_selected(row.subject_id) else NORMAL
        painter.setPen(look.tokens.second_text if look.is_faint(row.subject_id) else look.tokens.text)
        name = elided(row.name, font(12, weight), frame.area.left() - px(10))
        write_before(painter, name, frame.area.left() - px(8), middle, font(12, weight))
        left = QRectF(0, middle - pitch / 2, frame.area.left(), pitch)
        self.zones.append(Zone(QPolygonF(left), row.subject_id, row.name))
        for number, field in enumerate(row.fields):
            box = QRectF(
                frame.x(number) + 1, middle - pitch / 2 + 1, frame.x(number + 1) - frame.x(number) - 2, pitch - 2
            )
            self._draw_field(painter, field, box, look, is_two_sided=drawing.two_sided[number])
            self.zones.append(Zone(QPolygonF(box), row.subject_id, field.tip))
        if look.is_selected(row.subject_id):
            painter.setPen(QPen(look.tokens.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(frame.area.left(), middle - pitch / 2, frame.area.width(), pitch))

    def _draw_field(self, painter: QPainter, field: Field, box: QRectF, look: Look, *, is_two_sided: bool) -> None:
        if field.share is None:
            painter.setPen(QPen(look.tokens.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 2, 2)
            return
        ground = self._ground(field.share, look, is_two_sided=is_two_sided)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 2, 2)
        used = font(11)
        width = text_width(field.text, used)
        if width > box.width():
            return
        painter.setPen(text_on(ground))
        left = box.center().x() - width / 2
        write(painter, field.text, left, box.center().y(), used)
        if field.has_zero and left + width + px(12) < box.right():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + width + px(8), box.center().y()), px(RING), px(RING))

    def _ground(self, share: float, look: Look, *, is_two_sided: bool) -> QColor:
        ground = two_sided_heat(share, look.tokens) if is_two_sided else heat(share, look.tokens)
        return look.print_colour(ground)
