"""The colours of answers: a palette that colour-blind eyes can tell apart, and the key that says which is which."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from parties_of_power.ui.palette import VISIBLE, readable
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import text_width, write

# Okabe and Ito 2008, without black and yellow, which one of the two schemes would swallow.
PALETTE = tuple(map(QColor, ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8E9297")))
GREYS = tuple(map(QColor, ("#4A4E53", "#A9AEB4", "#7A7F85", "#C9CDD1", "#62676D", "#B8BCC0", "#8E9297")))
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
)


def group_colour(group: int | None, look: Look) -> QColor:
    """The colour of an answer by its place; grey for those beyond the palette and for no answer."""
    palette = GREYS if look.is_grey else PALETTE
    colour = palette[-1 if group is None or group >= len(palette) else group]
    return readable(colour, look.tokens.ground, VISIBLE)


def group_brush(group: int | None, look: Look) -> QBrush:
    """Beside its colour an answer has a pattern where greys alone would not tell it apart."""
    place = len(PATTERNS) - 1 if group is None else min(group, len(PATTERNS) - 1)
    return QBrush(group_colour(group, look), PATTERNS[place] if look.is_grey else Qt.BrushStyle.SolidPattern)


def write_key(painter: QPainter, look: Look, groups: Sequence[str], at: QPointF) -> None:
    """A swatch and its name for each, in a line from `at` on."""
    left, size = at.x(), px(9)
    for place, text in enumerate(groups):
        painter.setPen(QPen(group_colour(place, look), 1))
        painter.setBrush(group_brush(place, look))
        painter.drawRect(QRectF(left, at.y() - size / 2, size, size))
        painter.setPen(look.tokens.text)
        write(painter, text, left + size + px(5), at.y(), font(11))
        left += size + px(5) + text_width(text, font(11)) + px(16)
