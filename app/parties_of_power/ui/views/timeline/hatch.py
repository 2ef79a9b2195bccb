"""The hatch of what is not known: a brush made once for each colour, since hatched ends are many."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPaintEngine, QPainter, QPen, QTransform

STEP = 5
STEPS = 4
STROKE = 1.6


@lru_cache(maxsize=128)
def hatch_brush(colour: int, height: int, ratio: float) -> QBrush:
    """Diagonal lines in a colour (its ARGB number), as high as a bar, for a screen's pixel ratio. They hang on the
    painter's brush origin."""
    image = QImage(round(STEPS * STEP * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(image.width() / (STEPS * STEP), image.height() / height)
    painter.setPen(QPen(QColor.fromRgba(colour), STROKE))
    lefts = range(-height // STEP * STEP - STEP, (STEPS + 1) * STEP, STEP)
    painter.drawLines([QLineF(left, height, left + height, 0) for left in lefts])
    painter.end()
    brush = QBrush(image)
    brush.setTransform(QTransform.fromScale(STEPS * STEP / image.width(), height / image.height()))
    return brush


def fill_hatched(painter: QPainter, rect: QRectF, colour: QColor, origin: float) -> None:
    """Diagonal lines over a rectangle; from `origin` on, so that they keep their place when the view pans."""
    engine = painter.paintEngine()
    if engine is not None and engine.type() == QPaintEngine.Type.SVG:
        # A drawing keeps no patterns.
        painter.setPen(QPen(colour, STROKE))
        painter.drawLines(hatch_lines(rect, origin))
        return
    painter.setBrushOrigin(QPointF(origin, rect.top()))
    ratio = painter.device().devicePixelRatioF()
    painter.fillRect(rect, hatch_brush(colour.rgba(), max(int(rect.height()), 4), ratio))
    # A gradient would hang on it too.
    painter.setBrushOrigin(QPointF(0, 0))


def hatch_lines(rect: QRectF, origin: float) -> list[QLineF]:
    """The lines, each as far as it lies in the rectangle: they rise by a pixel a pixel."""
    first = origin + ((rect.left() - rect.height() - origin) // STEP) * STEP
    feet = [first + STEP * number for number in range(int((rect.width() + rect.height()) / STEP) + 3)]
    lines = []
    for foot in feet:
        left, right = max(foot, rect.left()), min(foot + rect.height(), rect.right())
        if left < right:
            lines.append(QLineF(left, rect.bottom() - (left - foot), right, rect.bottom() - (right - foot)))
    return lines
