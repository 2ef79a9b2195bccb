"""One paragraph laid out to a width: it breaks between words, and inside one that is wider than the page."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from parties_of_power.ui.theme import BOLD, NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.inspector.marks import colour, draw_mark
from parties_of_power.ui.views.inspector.words import LINE, Link, Mark, Span, Words

WEIGHTS = {"normal": NORMAL, "semibold": SEMIBOLD, "bold": BOLD}
# A mark is drawn in the room of these blanks, after which no line may break.
ROOM = "\u2003\u00a0\u2060"
# A list of variables without blanks may break after a semicolon.
BREAK = "\u200b"
# At least so much of the width is kept for the words when something stands on the right.
LEAST_SHARE = 0.45
_ENDLESS = 1e6


class Paragraph:
    """The layout of one `Words`. It is made anew when words, fonts or colours change."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._main, self._places = _layout(words.spans)
        self._right = _layout(words.right)[0] if words.right else None
        self._width = -1.0
        self._right_at = QPointF()
        self.height = 0.0

    @property
    def natural_width(self) -> float:
        """The width it needs to stand on one line."""
        self._width = -1.0
        width = _break(self._main, _ENDLESS, _ENDLESS)[0]
        return width + px(8) + _break(self._right, _ENDLESS, _ENDLESS)[0] if self._right else width

    @property
    def shown_width(self) -> float:
        """How far the first line reaches as it is laid out."""
        return self._main.lineAt(0).naturalTextWidth() if self._main.lineCount() else 0.0

    def fit(self, width: float) -> float:
        """Lay out to a width; the height it then takes."""
        if width == self._width:
            return self.height
        self._width = width
        right_width, right_height = _break(self._right, width, width) if self._right else (0.0, 0.0)
        beside = right_width <= width * (1 - LEAST_SHARE)
        first = width - right_width - px(8) if self._right and beside else width
        height = _break(self._main, first, width)[1]
        self._right_at = QPointF(width - right_width, 0) if beside else QPointF(0, height)
        self.height = max(height, right_height) if beside else height + right_height
        return self.height

    def draw(self, painter: QPainter, at: QPointF) -> None:
        self._main.draw(painter, at)
        if self._right:
            self._right.draw(painter, at + self._right_at)
        for place, mark, size in self._places:
            line = self._main.lineForTextPosition(place)
            left, _place = cast(tuple[float, int], line.cursorToX(place))
            middle = line.y() + line.height() / 2
            draw_mark(painter, mark, at + QPointF(left + px(size) / 2, middle), px(size))

    def link_at(self, point: QPointF) -> Link | None:
        """The link under a point, which counts from the paragraph's corner."""
        for number in range(self._main.lineCount()):
            line = self._main.lineAt(number)
            if line.naturalTextRect().contains(point):
                return self._link_of(line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter))
        return None

    def _link_of(self, place: int) -> Link | None:
        end = 0
        for span in self.words.spans:
            end += len(_written(span).encode("utf-16-le")) // 2
            if place < end:
                return span.link
        return None


def _break(layout: QTextLayout, first: float, width: float) -> tuple[float, float]:
    """Break into lines, the first of a width of its own: how wide the widest is, and how high they are together."""
    layout.beginLayout()
    widest = height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width if height else first, 1.0))
        # Text of 12 stands on lines of 16 to 17.
        leading = round(line.height() * 0.1)
        line.setPosition(QPointF(0, height + leading / 2))
        height += line.height() + leading
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return widest, height


def _layout(spans: tuple[Span, ...]) -> tuple[QTextLayout, list[tuple[int, Mark, int]]]:
    """The layout, and where in its text marks have their room."""
    formats, places, whole, place = [], [], "", 0
    for span in spans:
        written = _written(span)
        if span.mark:
            places.append((place, span.mark, span.size))
        length = len(written.encode("utf-16-le")) // 2
        formats.append(_format(span, place, length))
        whole += written
        place += length
    layout = QTextLayout(whole, font(max((span.size for span in spans), default=12)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.setCacheEnabled(True)
    return layout, places


def _written(span: Span) -> str:
    text = re.sub(r";(?=\S)", ";" + BREAK, span.text).replace("\n", LINE)
    return ROOM + text if span.mark else text


def _format(span: Span, start: int, length: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFont(font(span.size, WEIGHTS[span.weight], span.italic))
    look.setForeground(colour(span.role))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made
