"""The drawing of successions: fine lines from the giver to a dot at the receiver, dotted for members of a bloc.

The lines pass behind the bars, so that no name is crossed; the dots lie on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from parties_of_power.ui.views.timeline.bar_painting import BarShape
from parties_of_power.ui.views.timeline.lanes import Link, is_merger
from parties_of_power.ui.views.timeline.picture import Picture

DOT = 2.2


@dataclass(frozen=True)
class Curve:
    """A drawn succession; `upright` is where it runs up or down."""

    path: QPainterPath
    tip: QPointF
    upright: float
    is_dotted: bool = False

    def crosses(self, y: float) -> bool:
        box = self.path.boundingRect()
        return box.top() < y < box.bottom()


def curves_of(picture: Picture) -> list[Curve]:
    """The successions in view of which both bars are drawn."""
    view = QRectF(0, picture.top, picture.scale.width, picture.height)
    curves = (curve for link in picture.timeline.links if (curve := _curve(picture, link)))
    # A rectangle without width meets nothing.
    return [curve for curve in curves if curve.path.boundingRect().adjusted(-1, -1, 1, 1).intersects(view)]


def draw_lines(painter: QPainter, picture: Picture, curves: list[Curve]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for curve in curves:
        style = Qt.PenStyle.DotLine if curve.is_dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(picture.look.tokens.second_text, 1.25, style))
        painter.drawPath(curve.path)


def draw_dots(painter: QPainter, picture: Picture, curves: list[Curve]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(picture.look.tokens.second_text)
    for curve in curves:
        painter.drawEllipse(curve.tip, DOT, DOT)


def _curve(picture: Picture, link: Link) -> Curve | None:
    giver = picture.timeline.places[link.succession.from_id]
    receiver = picture.timeline.places[link.succession.to_id]
    tops = picture.bar_top(giver), picture.bar_top(receiver)
    if tops[0] is None or tops[1] is None:
        return None
    shapes = picture.shape_of(giver.bar), picture.shape_of(receiver.bar)
    ends = _Ends(*shapes, tops[0], tops[1], float(picture.look.sizes.bar), float(picture.look.px(6)))
    day = picture.scale.x(link.day)
    if link.succession.kind == "member_of_bloc":
        return ends.straight(day)
    if is_merger(link.succession):
        return ends.level() if tops[0] == tops[1] else ends.merging(giver.bar.end.look == "unknown", day)
    return ends.growing()


@dataclass(frozen=True)
class _Ends:
    """Two bars in pixels, the upper edges of both, and how a line between them bends."""

    giver: BarShape
    receiver: BarShape
    giver_top: float
    receiver_top: float
    bar: float
    turn: float

    @property
    def _is_downwards(self) -> bool:
        return self.receiver_top > self.giver_top

    @property
    def _leaving(self) -> float:
        """The edge of the giver that faces the receiver."""
        return self.giver_top + (self.bar if self._is_downwards else 0)

    @property
    def _arriving(self) -> float:
        return self.receiver_top + (0 if self._is_downwards else self.bar)

    @property
    def _down(self) -> float:
        return self.turn if self._is_downwards else -self.turn

    def level(self) -> Curve:
        """From the end of one bar to the beginning of the next in the same row."""
        middle = self.giver_top + self.bar / 2
        start, tip = QPointF(self.giver.end.right, middle), QPointF(self.receiver.whole.left, middle)
        path = QPainterPath(start)
        path.lineTo(tip)
        return Curve(path, tip, tip.x())

    def straight(self, x: float) -> Curve:
        """Up or down, where both bars are there."""
        x = max(x, self.giver.whole.left, self.receiver.whole.left) + self.turn
        path = QPainterPath(QPointF(x, self._leaving))
        path.lineTo(x, self._arriving)
        return Curve(path, QPointF(x, self._arriving), x, True)

    def merging(self, is_end_unknown: bool, day: float) -> Curve:
        """Out of the giver's end, or from its day where the end is unknown; then up or down to the receiver."""
        start = QPointF(day if is_end_unknown else max(day, self.giver.end.right), self.giver_top + self.bar / 2)
        tip = QPointF(max(start.x(), self.receiver.whole.left) + self.turn, self._arriving)
        path = QPainterPath(start)
        path.lineTo(tip.x() - self.turn, start.y())
        path.quadTo(QPointF(tip.x(), start.y()), QPointF(tip.x(), start.y() + self._down))
        path.lineTo(tip)
        return Curve(path, tip, tip.x())

    def growing(self) -> Curve:
        """Down or up from the giver while it is there, then along to the receiver's beginning."""
        tip = QPointF(self.receiver.whole.left, self.receiver_top + self.bar / 2)
        x = min(tip.x(), self.giver.solid[-1].right) - self.turn
        path = QPainterPath(QPointF(x, self._leaving))
        path.lineTo(x, tip.y() - self._down)
        path.quadTo(QPointF(x, tip.y()), QPointF(x + self.turn, tip.y()))
        path.lineTo(tip)
        return Curve(path, tip, x)
