"""The hatch of what is not known: a brush made once for each colour, since hatched ends are many."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

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
