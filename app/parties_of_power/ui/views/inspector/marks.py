"""The small drawings before texts and in charts: dot, ring, the diamond of a rival, the quotation mark of a claim."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from parties_of_power.ui.theme import theme, tokens
from parties_of_power.ui.views.inspector.words import Mark


def draw_mark(painter: QPainter, mark: Mark, middle: QPointF, size: float) -> None:
    """Around its middle, in a square of a text's size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, radius = colour(mark.colour), size * 0.32
    painter.setPen(QPen(ink, max(1.25, size / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.shape == "diamond":
        draw_diamond(painter, middle, size * 0.36, ink)
    elif mark.shape == "dot":
        painter.setBrush(ink)
        painter.drawEllipse(middle, radius, radius)
    elif mark.shape == "ring":
        painter.drawEllipse(middle, radius, radius)
    elif mark.shape == "quote":
        _draw_quote(painter, middle, size, ink)
    painter.restore()


def draw_diamond(painter: QPainter, middle: QPointF, radius: float, ink: QColor) -> None:
    """Hollow: what is said by a rival."""
    painter.setPen(QPen(ink, max(1.25, radius / 3)))
    painter.setBrush(tokens().ground)
    x, y = middle.x(), middle.y()
    corners = [QPointF(x, y - radius), QPointF(x + radius, y), QPointF(x, y + radius), QPointF(x - radius, y)]
    painter.drawPolygon(QPolygonF(corners))


def stroke(width: float) -> float:
    """The width of a line at 100 %, grown with the font."""
    return width * theme().scale


def colour(role: str) -> QColor:
    """A colour by its role in the theme, or as `#RRGGBB`."""
    if role.startswith("#"):
        return QColor(role)
    found = getattr(tokens(), role)
    assert isinstance(found, QColor), role
    return found


def _draw_quote(painter: QPainter, middle: QPointF, size: float, ink: QColor) -> None:
    """Two strokes, as a quotation mark opens."""
    painter.setPen(QPen(ink, size / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for left in (-0.2, 0.15):
        x, y = middle.x() + left * size, middle.y()
        painter.drawLine(QPointF(x + 0.12 * size, y - 0.25 * size), QPointF(x, y + 0.05 * size))
