"""Very many points at once: stamped into an image as dense as they lie, and found again by their nearness."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.scatter import ScatterDrawing, Spot

STAMP = ((0, 0), (1, 0), (0, 1), (1, 1), (-1, 0), (0, -1))
NEAR = 8.0
DENSE = 12  # points on one pixel after which it is as dark as it gets
LEAST = 90


class Cloud:
    """Made once for a drawing; a frame is painted from its numbers."""

    def __init__(self, drawing: ScatterDrawing) -> None:
        self.drawing = drawing
        self.across = np.array([spot.across.number for spot in drawing.spots])
        self.up = np.array([spot.up.number for spot in drawing.spots])
        self.ids = np.array([spot.subject_id for spot in drawing.spots])

    def draw(self, painter: QPainter, frame: Frame, look: Look) -> None:
        area = frame.area
        columns, rows = self._pixels(frame)
        chosen = np.isin(self.ids, list(look.selected)) if look.selected else None
        ink = look.tokens.thin if chosen is not None else look.tokens.accent
        painter.drawImage(area.topLeft(), _image(columns, rows, round(area.width()), round(area.height()), ink))
        if chosen is not None:
            image = _image(
                columns[chosen], rows[chosen], round(area.width()), round(area.height()), look.tokens.accent, 255
            )
            painter.drawImage(area.topLeft(), image)

    def spot_at(self, frame: Frame, point: QPointF) -> Spot | None:
        """The nearest, where one lies near."""
        area = frame.area
        columns, rows = self._pixels(frame)
        distances = np.hypot(columns + area.left() - point.x(), rows + area.top() - point.y())
        nearest = int(distances.argmin())
        return self.drawing.spots[nearest] if distances[nearest] <= NEAR else None

    def _pixels(self, frame: Frame) -> tuple[Any, Any]:
        """Where the points lie, in pixels of the plot's area. The frame is linear: two values say all."""
        area = frame.area
        left, width = frame.x(0.0) - area.left(), frame.x(1.0) - frame.x(0.0)
        top, height = frame.y(0.0) - area.top(), frame.y(1.0) - frame.y(0.0)
        return left + self.across * width, top + self.up * height


def _image(columns: Any, rows: Any, width: int, height: int, ink: QColor, least: int = LEAST) -> QImage:
    counts = np.zeros(max(width, 1) * max(height, 1), dtype=np.int32)
    for right, down in STAMP:
        x, y = columns.astype(np.int32) + right, rows.astype(np.int32) + down
        inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        counts += np.bincount(y[inside] * width + x[inside], minlength=counts.size).astype(np.int32)
    shares = np.where(counts > 0, np.minimum(least + counts * (255 - least) // DENSE, 255), 0).astype(np.uint32)
    red, green, blue = ((shares * part) // 255 for part in (ink.red(), ink.green(), ink.blue()))
    pixels = ((shares << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
