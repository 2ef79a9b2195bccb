"""The small marks: one drawing for each kind of event, the tick of an election, the pill of a cluster, the diamond."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from parties_of_power.domain.events import EventKind

# Each drawing fills the square from -1 to 1 around the middle of the mark.
Drawing = Callable[[QPainter], None]


def draw_mark(painter: QPainter, kind: EventKind, middle: QPointF, size: float, colour: QColor) -> None:
    """The mark of an event, `size` pixels wide."""
    half = size / 2
    painter.save()
    painter.translate(middle)
    painter.scale(half, half)
    painter.setPen(QPen(colour, 1.5 / half, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(colour)
    DRAWINGS[kind](painter)
    painter.restore()


def draw_pill(painter: QPainter, rect: QRectF, text: str, ground: QColor, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def draw_diamond(painter: QPainter, middle: QPointF, size: float, colour: QColor, ground: QColor) -> None:
    """The hollow diamond of a rival value."""
    half = size / 2
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(ground)
    painter.drawPolygon(_polygon(middle, half, (0, -1), (1, 0), (0, 1), (-1, 0)))


def _polygon(middle: QPointF, half: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(middle.x() + half * across, middle.y() + half * down) for across, down in corners])


def _filled(*corners: tuple[float, float]) -> Drawing:
    def draw(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(_polygon(QPointF(0, 0), 1, *corners))

    return draw


def _dot(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 0), 0.95, 0.95)


def _ring(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 0.72, 0.72)


def _cross(painter: QPainter) -> None:
    painter.drawLine(QPointF(-0.75, -0.75), QPointF(0.75, 0.75))
    painter.drawLine(QPointF(-0.75, 0.75), QPointF(0.75, -0.75))


def _bubble(painter: QPainter) -> None:
    path = QPainterPath()
    path.addRoundedRect(QRectF(-1, -0.9, 2, 1.4), 0.3, 0.3)
    path.addPolygon(QPolygonF([QPointF(-0.6, 0.45), QPointF(0.1, 0.45), QPointF(-0.6, 1.0), QPointF(-0.6, 0.45)]))
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(path)


def _tick(painter: QPainter) -> None:
    painter.drawLine(QPointF(0, -0.7), QPointF(0, 0.7))


def _span(painter: QPainter) -> None:
    painter.drawLine(QPointF(-0.8, 0), QPointF(0.8, 0))
    painter.drawLine(QPointF(-0.8, -0.6), QPointF(-0.8, 0.6))
    painter.drawLine(QPointF(0.8, -0.6), QPointF(0.8, 0.6))


DRAWINGS: dict[EventKind, Drawing] = {
    "founding": _dot,
    "congress": _filled((0, -0.9), (1, 0.8), (-1, 0.8)),
    "merger": _filled((-0.85, -0.9), (1, 0), (-0.85, 0.9)),
    "renaming": _filled((0, -1), (1, 0), (0, 1), (-1, 0)),
    "dissolution": _cross,
    "publication": _filled((-0.75, -0.9), (0.75, -0.9), (0.75, 0.9), (-0.75, 0.9)),
    "speech": _bubble,
    "appointment": _filled((-0.55, -0.55), (0.55, -0.55), (0.55, 0.55), (-0.55, 0.55)),
    "agreement": _ring,
    "election": _tick,
    "period": _span,
}
