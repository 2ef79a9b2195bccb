"""Estimates of a party on one scale: a dot with its interval, and the number beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.inspector.axis import Axis, short_number
from parties_of_power.ui.views.inspector.blocks import Score, Scores
from parties_of_power.ui.views.inspector.paragraph import Paragraph
from parties_of_power.ui.views.inspector.rows_view import RowsView
from parties_of_power.ui.views.inspector.words import Words, text

MARGIN, ROOM, GAP, FOOT = 8, 3, 10, 16
NAMES, NUMBERS = 0.42, 44


class ScoresView(RowsView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block: Scores | None = None
        self._names: list[Paragraph] = []

    def show_block(self, block: Scores) -> None:
        self.block = block
        self._names = [Paragraph(Words((text(score.name),))) for score in block.scores]
        self.take_links([score.link for score in block.scores])
        self.setAccessibleName(_("Scores: {scores}").format(scores="; ".join(map(spoken, block.scores))))

    def height_for(self, width: int) -> int:
        self.bands, top = [], 0.0
        for name in self._names:
            height = name.fit((width - 2 * px(MARGIN)) * NAMES) + 2 * px(ROOM)
            self.bands.append(QRectF(0, top, width, height))
            top += height
        return round(top) + px(FOOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.block is None or not self.bands:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self.width() - 2 * px(MARGIN)
        left = px(MARGIN) + inside * NAMES + px(GAP)
        axis = Axis(self.block.least, self.block.most, left, self.width() - px(MARGIN) - px(NUMBERS) - px(GAP))
        for score, name, band in zip(self.block.scores, self._names, self.bands, strict=True):
            name.draw(painter, band.topLeft() + QPointF(px(MARGIN), px(ROOM)))
            self._draw_score(painter, score, band, axis)
        self._draw_scale(painter, axis)
        self.draw_focus(painter)

    def _draw_score(self, painter: QPainter, score: Score, band: QRectF, axis: Axis) -> None:
        assert self.block is not None, "a score is drawn from its block"
        y, ink = band.center().y(), QColor(self.block.colour)
        painter.setPen(QPen(tokens().line, 1))
        painter.drawLine(QPointF(axis.start, y), QPointF(axis.end, y))
        painter.setPen(QPen(ink, 1.5))
        if score.low is not None and score.high is not None:
            painter.drawLine(QPointF(axis.at(score.low), y), QPointF(axis.at(score.high), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(axis.at(score.number), y), px(3.5), px(3.5))
        painter.setPen(tokens().text)
        painter.setFont(font(12, SEMIBOLD))
        right = QRectF(band.right() - px(MARGIN) - px(NUMBERS), band.top(), px(NUMBERS), band.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score.text)

    def _draw_scale(self, painter: QPainter, axis: Axis) -> None:
        painter.setPen(tokens().second_text)
        painter.setFont(font(11))
        metrics = QFontMetricsF(font(11))
        y = self.bands[-1].bottom() + metrics.ascent()
        for end, place in ((axis.low, axis.start), (axis.high, axis.end)):
            written = short_number(end)
            painter.drawText(QPointF(place - metrics.horizontalAdvance(written) / 2, y), written)


def spoken(score: Score) -> str:
    if score.low is None or score.high is None:
        return _("{name} {number}").format(name=score.name, number=score.text)
    return _("{name} {number}, between {low} and {high}").format(
        name=score.name, number=score.text, low=short_number(score.low), high=short_number(score.high)
    )
