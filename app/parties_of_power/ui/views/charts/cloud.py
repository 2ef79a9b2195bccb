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
NEAR, EDGE = 8.0, 1
DENSE = 12  # points on one pixel after which it is as dark as it gets
LEAST = 90


class Cloud:
    """Made once for a drawing; a frame is painted from its numbers."""

    def __init__(self, drawing: ScatterDrawing) -> None:
        self.drawing = drawing
        self.across = np.array([spot.across.number for spot in drawing.spots])
        self.up = np.array([spot.up.number for spot in drawing.spots])
        self.ids = np.array([spot.subject_id for spot in drawing.spots])
        self._kept: tuple[object, QImage] | None = None

    def draw(self, painter: QPainter, frame: Frame, look: Look) -> None:
        area = frame.area
        columns, rows = self._pixels(frame)
        size = round(area.width()), round(area.height())
        chosen = np.isin(self.ids, list(look.selected)) if look.selected else None
        ink = look.tokens.thin if chosen is not None else look.tokens.accent
        painter.drawImage(area.topLeft(), self._all(frame, columns, rows, size, ink))
        if chosen is not None:
            image = _image(columns[chosen], rows[chosen], size, look.tokens.accent, 255)
            painter.drawImage(area.topLeft(), image)

    def _all(self, frame: Frame, columns: Any, rows: Any, size: tuple[int, int], ink: QColor) -> QImage:
        """All points, kept until they lie elsewhere: a selection moves none of them."""
        drawn = frame.x(0.0), frame.x(1.0), frame.y(0.0), frame.y(1.0), size, ink.rgb()
        if self._kept is None or self._kept[0] != drawn:
            self._kept = drawn, _image(columns, rows, size, ink)
        return self._kept[1]

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


def _image(columns: Any, rows: Any, size: tuple[int, int], ink: QColor, least: int = LEAST) -> QImage:
    """Each point is a stamp of some pixels; a pixel is the darker, the more of them it takes."""
    width, height = max(size[0], 1), max(size[1], 1)
    x, y = columns.astype(np.int32) + EDGE, rows.astype(np.int32) + EDGE
    wide, high = width + 2 * EDGE, height + 2 * EDGE
    inside = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
    where = (y * wide + x) if inside.all() else (y[inside] * wide + x[inside])
    once = np.minimum(np.bincount(where, minlength=wide * high), DENSE).astype(np.uint8).reshape(high, wide)
    counts = np.zeros((height, width), dtype=np.uint8)
    for right, down in STAMP:
        counts += once[EDGE - down : EDGE - down + height, EDGE - right : EDGE - right + width]
    pixels = _shades(ink, least)[counts]
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


def _shades(ink: QColor, least: int) -> Any:
    """The colour of a pixel by how many points it takes, which is at most DENSE for each pixel of the stamp."""
    counts = np.arange(256, dtype=np.uint32)
    alphas = np.where(counts > 0, np.minimum(least + counts * (255 - least) // DENSE, 255), 0).astype(np.uint32)
    red, green, blue = (alphas * np.uint32(part) // 255 for part in (ink.red(), ink.green(), ink.blue()))
    return ((alphas << 24) | (red << 16) | (green << 8) | blue).astype(np.uint32)
