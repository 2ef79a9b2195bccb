"""The small line in a cell: its values over time, dotted where it is not known when one began or ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.analysis.colouring import Colours, Scale
from parties_of_power.analysis.sparks import Stretch
from parties_of_power.ui.palette import Tokens
from parties_of_power.ui.theme import px

FULL_LINE = 72
EDGE, DOT, BAND = 6, 3, 0.2


@dataclass(frozen=True, slots=True)
class Spark:
    """What is drawn in one cell: its values over time on the scale of the column, and the day they are read at."""

    stretches: Sequence[Stretch]
    colours: Colours
    day: int
    ink: QColor


def paint_spark(painter: QPainter, box: QRectF, spark: Spark, tokens: Tokens) -> None:
    """The as-of day is a line from top to bottom, the value in force a dot on it; what is missing is a gap."""
    if spark.colours.days is None or spark.colours.scale is None:
        return
    drawing = _Drawing(box.adjusted(px(DOT), px(EDGE), -px(DOT), -px(EDGE)), spark.colours.days, spark.colours.scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if drawing.first <= spark.day <= drawing.last:
        painter.setPen(QPen(tokens.as_of, px(1)))
        painter.drawLine(QPointF(drawing.x(spark.day), box.top() + px(3)), QPointF(drawing.x(spark.day), box.bottom()))
    for stretch in spark.stretches:
        drawing.band(painter, stretch, spark.ink)
    before: Stretch | None = None
    for stretch in spark.stretches:
        drawing.line(painter, stretch, before, spark.ink)
        before = stretch
    in_force = next((each for each in reversed(spark.stretches) if each.first <= spark.day <= each.until), None)
    if in_force is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(spark.ink)
        painter.drawEllipse(QPointF(drawing.x(spark.day), drawing.y(in_force.number)), px(DOT), px(DOT))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class _Drawing:
    """Where days and numbers lie."""

    def __init__(self, box: QRectF, days: tuple[int, int], scale: Scale) -> None:
        self.box = box
        self.first, self.last = days[0], max(days[1], days[0] + 1)
        # The last value holds on after it was measured: a little of that is seen.
        self.last += (self.last - self.first) // 12
        self.scale = scale

    def x(self, day: int) -> float:
        share = (day - self.first) / (self.last - self.first)
        return self.box.left() + self.box.width() * min(max(share, 0.0), 1.0)

    def y(self, number: float) -> float:
        return self.box.bottom() - self.box.height() * self.scale.place(number)

    def band(self, painter: QPainter, stretch: Stretch, ink: QColor) -> None:
        """The interval of an estimate, for as long as it is shown."""
        if stretch.low is None or stretch.high is None:
            return
        tint = QColor(ink)
        tint.setAlphaF(BAND)
        left, top = self.x(stretch.first), self.y(stretch.high)
        painter.fillRect(
            QRectF(left, top, max(self.x(stretch.until) - left, 1.0), max(self.y(stretch.low) - top, 1.0)), tint
        )

    def line(self, painter: QPainter, stretch: Stretch, before: Stretch | None, ink: QColor) -> None:
        y = self.y(stretch.number)
        solid = QPen(ink, px(1.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        sure = (min(max(stretch.surely_from, stretch.first), stretch.until), max(stretch.surely_until, stretch.first))
        painter.setPen(solid)
        if before is not None and before.until >= stretch.first - 1:
            painter.drawLine(QPointF(self.x(stretch.first), self.y(before.number)), QPointF(self.x(stretch.first), y))
        if sure[0] <= sure[1]:
            painter.drawLine(QPointF(self.x(sure[0]), y), QPointF(self.x(sure[1]) + 1, y))
        painter.setPen(QPen(ink, px(1.5), Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(self.x(stretch.first), y), QPointF(self.x(min(sure[0], stretch.until)), y))
        if sure[1] < stretch.until:
            painter.drawLine(QPointF(self.x(max(sure)), y), QPointF(self.x(stretch.until), y))
