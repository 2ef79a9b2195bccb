"""The drawing of the strip under a bar: labelled pieces, heights, shades or patterns, hatched where not surely so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from parties_of_power.domain.force import Hold
from parties_of_power.ui.palette import mix
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours
from parties_of_power.ui.views.timeline.hatch import fill_hatched
from parties_of_power.ui.views.timeline.labels import Room
from parties_of_power.ui.views.timeline.picture import Found, LabelToPlace, Picture
from parties_of_power.ui.views.timeline.strip import Piece, Strip

PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.VerPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.Dense7Pattern,
)
LIGHTEST, STRONGEST = 0.06, 0.62
NARROW = 2.0


@dataclass(frozen=True)
class StripPainter:
    """Paints the strips of one view, and notes their labels, which dodge the as-of line."""

    painter: QPainter
    picture: Picture
    found: Found
    strip: Strip

    def draw(self, bar: Bar, colours: BarColours, bar_top: float) -> None:
        top = bar_top + self.picture.look.sizes.bar + 1
        for piece, left, right in self.in_view(bar):
            rect = QRectF(left, top, max(right - left, 1.0), self.picture.look.sizes.under)
            self._draw_piece(piece, rect, colours)
            self._note_label(piece, rect, colours)

    def in_view(self, bar: Bar) -> Iterator[tuple[Piece, float, float]]:
        scale = self.picture.scale
        for piece in self.strip.pieces.get(bar.subject_id, ()):
            left, right = scale.x(piece.first), scale.x(piece.last + 1)
            if right > 0 and left < scale.width:
                yield piece, max(left, -2.0), min(right, scale.width + 2.0)

    def _draw_piece(self, piece: Piece, rect: QRectF, colours: BarColours) -> None:
        painter, fill = self.painter, mix(self.picture.look.tokens.ground, colours.line, 0.16)
        inside = rect.adjusted(0, 0, -1 if rect.width() > NARROW else 0, -1)
        if self.strip.look == "height" and piece.share is not None:
            painter.fillRect(inside, mix(self.picture.look.tokens.ground, colours.line, LIGHTEST))
            tall = inside.height() * piece.share
            painter.fillRect(inside.adjusted(0, inside.height() - tall, 0, 0), _half(colours.line))
        elif self.strip.look == "shade" and piece.share is not None:
            strong = LIGHTEST + (STRONGEST - LIGHTEST) * piece.share
            painter.fillRect(inside, mix(self.picture.look.tokens.ground, colours.line, strong))
        else:
            painter.fillRect(inside, fill)
        if self.strip.look == "pattern":
            painter.fillRect(inside, pattern(piece.place, _half(colours.line)))
        self._draw_doubt(piece, inside, colours)

    def _draw_doubt(self, piece: Piece, rect: QRectF, colours: BarColours) -> None:
        """Hatched where it only may hold; between dashes from the day on at which it was last attested."""
        if piece.hold is Hold.POSSIBLY:
            fill_hatched(self.painter, rect, colours.line, rect.left())
        elif piece.hold is Hold.LAST_ATTESTED:
            pen = QPen(colours.line, 1)
            pen.setDashPattern([3, 3])
            self.painter.setPen(pen)
            for y in (rect.top() + 0.5, rect.bottom() - 0.5):
                self.painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _note_label(self, piece: Piece, rect: QRectF, colours: BarColours) -> None:
        look, gap = self.picture.look, self.picture.look.sizes.gap
        left, right = max(rect.left(), 0.0) + gap, min(rect.right(), self.picture.scale.width) - gap
        if look.small.width(piece.text) <= right - left:
            has_ground = self.strip.look == "pattern" or piece.hold is Hold.POSSIBLY
            ground = look.tokens.ground if has_ground else None
            ink = look.tokens.text
            room = (Room("inside", left, right),)
            self.found.labels.append(
                LabelToPlace(piece.text, rect.center().y() - 0.5, room, ink, colours.label, ground=ground)
            )


def pattern(place: int, colour: QColor) -> QBrush:
    """The pattern of a choice by its place among the choices."""
    return QBrush(colour, PATTERNS[place % len(PATTERNS)] if place >= 0 else Qt.BrushStyle.NoBrush)


def _half(colour: QColor) -> QColor:
    half = QColor(colour)
    half.setAlphaF(0.45)
    return half
