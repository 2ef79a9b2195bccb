"""`Marks`: what a kind of chart draws upon the frame, and which of it lies under the pointer."""

from __future__ import annotations

from abc import abstractmethod
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from parties_of_power.ui.theme import px
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.picture import Picture

D = TypeVar("D")


class Zone(NamedTuple):
    """Where a subject is drawn, and what is said of it there."""

    outline: QPolygonF
    subject_id: int
    tip: str


class Marks(QGraphicsItem, Generic[D]):
    """Draws in pixels of the plot. `arrange` comes before a drawing or size is first painted; `zones` are found while
    painting, topmost last."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.item)
        self.frame = frame
        self.drawing: D | None = None
        self.look: Look | None = None
        self.zones: list[Zone] = []
        self.setZValue(10)
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_picture(self, picture: Picture[D], look: Look, day: int) -> None:
        self.drawing, self.look = picture.drawing, look
        self.take_day(day)
        self.arrange_again()

    def take_day(self, day: int) -> None:
        """Only charts over time have a line at the day."""
        self.frame.show_as_of(None)

    def take_range(self, across: tuple[float, float]) -> None:
        """Move and zoom from left to right, where a chart can be moved."""

    def show_all(self) -> None:
        """Undo moving and zooming, where a chart can be moved."""

    def arrange_again(self) -> None:
        if self.drawing is not None and self.look is not None and self.frame.width > 0:
            self.arrange(self.drawing, self.look)
        self.update()

    @abstractmethod
    def arrange(self, drawing: D, look: Look) -> None:
        """Give the frame its margins, ranges, ticks and titles."""

    @abstractmethod
    def draw(self, painter: QPainter, drawing: D, look: Look) -> None: ...

    @abstractmethod
    def heights(self, width: float) -> tuple[int, int]:
        """The least and the greatest height of the plot that look well at a width."""

    def subject_at(self, point: QPointF) -> int | None:
        zone = self._zone_at(point)
        return zone.subject_id if zone else None

    def tip_at(self, point: QPointF) -> str:
        zone = self._zone_at(point)
        return zone.tip if zone else ""

    def boundingRect(self) -> QRectF:
        size = self.frame.plot.size()
        return QRectF(0, 0, size.width(), size.height())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self.drawing is None or self.look is None:
            return
        self.zones.clear()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_grid(painter, self.look)
        self.draw(painter, self.drawing, self.look)
        if self.frame.widget.hasFocus():
            painter.setPen(QPen(self.look.tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.boundingRect().adjusted(1, 1, -1, -1))

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.setToolTip(self.tip_at(event.pos()))

    def _draw_grid(self, painter: QPainter, look: Look) -> None:
        area = self.frame.area
        painter.setPen(QPen(look.tokens.line, 1))
        for value, _words in self.frame.ticks("bottom"):
            x = round(self.frame.x(value)) + 0.5
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for value, _words in self.frame.ticks("left"):
            y = round(self.frame.y(value)) + 0.5
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _zone_at(self, point: QPointF) -> Zone | None:
        found = (each for each in reversed(self.zones) if each.outline.containsPoint(point, Qt.FillRule.WindingFill))
        return next(found, None)


def write(painter: QPainter, text: str, left: float, middle: float, used: QFont) -> float:
    """Write a line of text around a height, from `left` on; how wide it is."""
    metrics = QFontMetricsF(used)
    painter.setFont(used)
    painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text)
    return metrics.horizontalAdvance(text)


def write_before(painter: QPainter, text: str, right: float, middle: float, used: QFont) -> None:
    """Write a line of text that ends at `right`."""
    write(painter, text, right - QFontMetricsF(used).horizontalAdvance(text), middle, used)


def elided(text: str, used: QFont, room: float) -> str:
    return QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, room)


def text_width(text: str, used: QFont) -> float:
    return QFontMetricsF(used).horizontalAdvance(text)


def stepped(length: float) -> int:
    """A length rounded up, so that a letter more or less moves nothing."""
    step = px(16)
    return -int(-length // step) * step
