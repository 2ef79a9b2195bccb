"""The icons, drawn in the text colour of the current scheme: one colour, 16 px on a 4 px grid, lines of 1.5 px."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from parties_of_power.ui.theme import tokens

GRID = 16
Drawing = Callable[[QPainter], None]


def icon(name: str, role: str = "text") -> QIcon:
    """An icon by its name in DRAWINGS, in the colour of a token."""
    return QIcon(DrawnIcon(DRAWINGS[name], role))


class DrawnIcon(QIconEngine):
    """Draws itself anew at each size and in each scheme, so that it is crisp and never of yesterday's colour."""

    def __init__(self, drawing: Drawing, role: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = tokens().thin if mode == QIcon.Mode.Disabled else getattr(tokens(), self.role)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(rect.width(), rect.height())
        painter.translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2)
        painter.scale(side / GRID, side / GRID)
        pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        self.drawing(painter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return DrawnIcon(self.drawing, self.role)


def _strokes(*lines: list[tuple[float, float]]) -> Drawing:
    def draw(painter: QPainter) -> None:
        for points in lines:
            painter.drawPolyline([QPointF(x, y) for x, y in points])

    return draw


def _filled(*points: tuple[float, float]) -> Drawing:
    def draw(painter: QPainter) -> None:
        painter.setBrush(painter.pen().color())
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    return draw


def _undo(painter: QPainter) -> None:
    _strokes([(6, 3), (2.5, 6.5), (6, 10)])(painter)
    path = QPainterPath(QPointF(2.5, 6.5))
    path.lineTo(9.5, 6.5)
    path.arcTo(QRectF(6, 6.5, 7, 7), 90, -180)
    path.lineTo(7, 13.5)
    painter.drawPath(path)


def _redo(painter: QPainter) -> None:
    painter.translate(GRID, 0)
    painter.scale(-1, 1)
    _undo(painter)


def _search(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(2.5, 2.5, 8, 8))
    painter.drawLine(QPointF(9.4, 9.4), QPointF(13.5, 13.5))


def _history(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.drawPolyline([QPointF(8, 5), QPointF(8, 8), QPointF(10.5, 9.5)])


def _document(painter: QPainter) -> None:
    painter.drawPolyline([QPointF(x, y) for x, y in [(9, 2), (3.5, 2), (3.5, 14), (12.5, 14), (12.5, 5.5), (9, 2)]])
    painter.drawPolyline([QPointF(9, 2), QPointF(9, 5.5), QPointF(12.5, 5.5)])


def _table(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(2, 3, 12, 10), 1.5, 1.5)
    painter.drawLine(QPointF(2, 6.5), QPointF(14, 6.5))
    painter.drawLine(QPointF(6.5, 6.5), QPointF(6.5, 13))


def _person(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(5.5, 2.5, 5, 5))
    painter.drawArc(QRectF(2.5, 9, 11, 11), 0, 180 * 16)


def _party(painter: QPainter) -> None:
    """The dot that stands before a party everywhere."""
    painter.setBrush(painter.pen().color())
    painter.drawEllipse(QPointF(8, 8), 3.5, 3.5)


def _dots(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())
    for x in (3.5, 8, 12.5):
        painter.drawEllipse(QPointF(x, 8), 0.6, 0.6)


DRAWINGS: dict[str, Drawing] = {
    "undo": _undo,
    "redo": _redo,
    "play": _filled((5, 3.5), (12, 8), (5, 12.5)),
    "pause": _strokes([(5.5, 4), (5.5, 12)], [(10.5, 4), (10.5, 12)]),
    "plus": _strokes([(8, 3), (8, 13)], [(3, 8), (13, 8)]),
    "minus": _strokes([(3, 8), (13, 8)]),
    "chart": _strokes([(3, 13.5), (3, 8.5)], [(8, 13.5), (8, 2.5)], [(13, 13.5), (13, 5.5)]),
    "export": _strokes(
        [(8, 2.5), (8, 10)], [(5, 7), (8, 10), (11, 7)], [(2.5, 11), (2.5, 13.5), (13.5, 13.5), (13.5, 11)]
    ),
    "search": _search,
    "chevron-down": _strokes([(4.5, 6.5), (8, 10), (11.5, 6.5)]),
    "chevron-right": _strokes([(6.5, 4.5), (10, 8), (6.5, 11.5)]),
    "chevron-left": _strokes([(9.5, 4.5), (6, 8), (9.5, 11.5)]),
    "close": _strokes([(4, 4), (12, 12)], [(12, 4), (4, 12)]),
    "check": _strokes([(3, 8.5), (6.5, 12), (13, 4.5)]),
    "filter": _strokes([(2.5, 4), (13.5, 4)], [(4.5, 8), (11.5, 8)], [(6.5, 12), (9.5, 12)]),
    "menu": _dots,
    "edit": _strokes([(3, 13), (3.5, 10), (10.5, 3), (13, 5.5), (6, 12.5), (3, 13)]),
    "trash": _strokes(
        [(3, 4.5), (13, 4.5)],
        [(6, 4.5), (6, 2.5), (10, 2.5), (10, 4.5)],
        [(4.5, 4.5), (5, 13.5), (11, 13.5), (11.5, 4.5)],
    ),
    "link": _strokes([(6, 3), (3, 3), (3, 13), (13, 13), (13, 10)], [(9, 3), (13, 3), (13, 7)], [(13, 3), (7.5, 8.5)]),
    "history": _history,
    "document": _document,
    "table": _table,
    "person": _person,
    "party": _party,
    "state": _strokes([(4, 2.5), (4, 13.5)], [(4, 3), (12.5, 3), (10.5, 6), (12.5, 9), (4, 9)]),
}
