"""The weights of a ranking as one strip, a piece for each column, whose borders are dragged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.tables.rank_painting import shade
from parties_of_power.ui.tables.shades import ink_on
from parties_of_power.ui.tables.words import baseline, cut, write
from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.weighing import WHOLE, with_border

HEIGHT, REACH = 24, 6
LEAST_WORDS = 32


class WeightsStrip(QWidget):
    """`weighed` comes while a border is dragged, `settled` when it is let go. The keyboard has the fields beside it."""

    weighed = Signal(list)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.titles: tuple[str, ...] = ()
        self.percents: list[int] = []
        self.dragged: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Weights of the ranking"))

    def show_weights(self, titles: Sequence[str], percents: Sequence[int]) -> None:
        self.titles, self.percents = tuple(titles), list(percents)
        self.setAccessibleDescription(
            ", ".join(
                _("{column} {percent} %").format(column=title, percent=percent)
                for title, percent in zip(titles, percents, strict=True)
            )
        )
        self.setToolTip(_("Drag a border to give a column more weight") if len(self.titles) > 1 else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def pieces(self) -> list[QRect]:
        """Where the piece of each column lies."""
        ends = [round(self.width() * sum(self.percents[:place]) / WHOLE) for place in range(len(self.percents) + 1)]
        return [QRect(left, 0, right - left, self.height()) for left, right in pairwise(ends)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        for place, (piece, title) in enumerate(zip(self.pieces(), self.titles, strict=True)):
            ground = shade(place, colours)
            painter.fillRect(piece, ground)
            if place:
                painter.fillRect(piece.left() - px(1), 0, px(2), piece.height(), colours.ground)
            words = _("{column} {percent} %").format(column=title, percent=self.percents[place])
            room = piece.width() - px(16)
            if room >= px(LEAST_WORDS):
                painter.setPen(ink_on(colours.text, ground))
                write(painter, piece.left() + px(8), baseline(self.height(), 12), cut(words, room, 12), 12)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.dragged = self._border_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self.dragged is None:
            self.setCursor(
                Qt.CursorShape.SplitHCursor if self._border_at(x) is not None else Qt.CursorShape.ArrowCursor
            )
            return
        wanted = with_border(self.percents, self.dragged, round(x * WHOLE / max(self.width(), 1)))
        if wanted != self.percents:
            self.show_weights(self.titles, wanted)
            self.weighed.emit(wanted)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.dragged is not None:
            self.dragged = None
            self.settled.emit()

    def _border_at(self, x: float) -> int | None:
        """The border in reach, by the piece before it. Of borders at one place the one that can move there is taken."""
        near = [
            (abs(piece.right() + 1 - x), place)
            for place, piece in enumerate(self.pieces()[:-1])
            if abs(piece.right() + 1 - x) <= px(REACH)
        ]
        if not near:
            return None
        closest = min(distance for distance, _place in near)
        movable = [place for distance, place in near if distance == closest]
        return next((place for place in movable if self.percents[place]), movable[-1])
