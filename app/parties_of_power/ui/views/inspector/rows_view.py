"""What the painted lists of the inspector share: rows that are clicked, walked by arrow keys and pressed by Enter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from parties_of_power.ui.theme import tokens
from parties_of_power.ui.views.inspector.words import Link

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowsView(QLabel):
    """A label that paints itself: to a screen reader it is a label, whose name is its words.

    `wanted` carries the link of the row that was pressed. `bands` are the places of the rows, `links` what they do.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bands: list[QRectF] = []
        self.links: list[Link | None] = []
        self.current = 0
        self.setMouseTracking(True)

    def take_links(self, links: list[Link | None]) -> None:
        """What the rows do from now on; without any the list is no stop of Tab."""
        self.links = links
        pressable = self._pressable()
        if self.current not in pressable:
            self.current = pressable[0] if pressable else 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pressable else Qt.FocusPolicy.NoFocus)

    def link_at(self, point: QPointF) -> Link | None:
        for link, band in zip(self.links, self.bands, strict=True):
            if band.contains(point):
                return link
        return None

    def draw_focus(self, painter: QPainter) -> None:
        if self.hasFocus() and self.links[self.current : self.current + 1] not in ([], [None]):
            painter.setPen(QPen(tokens().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.bands[self.current].adjusted(1, 1, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A label would let it through, and the release would go elsewhere.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(event.position())
        if link and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, pressable = event.key(), self._pressable()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            beyond = [
                row for row in pressable if (row > self.current) == (key == Qt.Key.Key_Down) and row != self.current
            ]
            if beyond:
                self.current = min(beyond, key=lambda row: abs(row - self.current))
                self.update()
                self._scroll_to_current()
                return
        elif key in PRESSING and pressable:
            self.wanted.emit(self.links[self.current])
            return
        super().keyPressEvent(event)

    def _scroll_to_current(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None and self.current < len(self.bands):
            middle = self.mapTo(page, self.bands[self.current].center().toPoint())
            area.ensureVisible(middle.x(), middle.y(), 0, round(self.bands[self.current].height()))

    def _pressable(self) -> list[int]:
        return [row for row, link in enumerate(self.links) if link is not None]
