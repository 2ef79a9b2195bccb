"""`Words`: runs of text laid out to a width on paper. They stay text in a PDF, and can be cut between two lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from parties_of_power.exchange.documents.definition import Run, Tone
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.printing.paper import POINT
from parties_of_power.ui.theme import BOLD, NORMAL, theme

# What is small is so much smaller.
SMALL = 0.82
LINE = "\u2028"
_ENDLESS = 1e9


class Words:
    """`size` is in points. `fit` breaks them to a width; `height` and `lines` are then known."""

    def __init__(self, runs: Sequence[Run], size: float, *, is_bold: bool = False) -> None:
        self.layout = QTextLayout("".join(_written(run) for run in runs), print_font(size, is_bold=is_bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        self.layout.setTextOption(option)
        self.layout.setFormats(_formats(runs, size, is_bold))
        self.width = -1.0
        self.height = 0.0

    def widths(self) -> tuple[float, float]:
        """The least width that breaks no word, and the width that needs no second line."""
        option = self.layout.textOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self.layout.setTextOption(option)
        least = self._break(1.0)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.width = -1.0
        return least, self._break(_ENDLESS)

    def fit(self, width: float) -> float:
        if width != self.width:
            self._break(max(width, 1.0))
            self.width = width
        return self.height

    @property
    def lines(self) -> int:
        return self.layout.lineCount()

    def height_of(self, first: int, last: int) -> float:
        """Of the lines from one up to another, which does not count."""
        if first >= min(last, self.lines):
            return 0.0
        end = self.layout.lineAt(min(last, self.lines) - 1)
        return end.y() + end.height() - self.layout.lineAt(first).y()

    def draw(self, painter: QPainter, at: QPointF, *, room: float = 0.0, first: int = 0, last: int = 1 << 30) -> None:
        """With a `room` to the right edge of it."""
        last = min(last, self.lines)
        top = self.layout.lineAt(first).y() if first < last else 0.0
        for number in range(first, last):
            line = self.layout.lineAt(number)
            indent = room - line.naturalTextWidth() if room else 0.0
            line.draw(painter, QPointF(at.x() + indent, at.y() - top))

    def _break(self, width: float) -> float:
        """How wide the widest line is."""
        self.layout.beginLayout()
        height = widest = 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.06
            widest = max(widest, line.naturalTextWidth())
        self.layout.endLayout()
        self.height = height
        return widest


@lru_cache(maxsize=64)
def print_font(size: float, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
    made = QFont()
    made.setFamilies(theme().families)
    made.setPixelSize(max(round(size * POINT), 1))
    made.setWeight(BOLD if is_bold else NORMAL)
    made.setItalic(is_italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # A glyph that stands for another one is no text any more in a PDF: figures of one width, ligatures, alternates.
    for feature in ("tnum", "calt", "liga", "clig"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


def ink(tone: Tone) -> QColor:
    return {
        "": LIGHT.text,
        "second": LIGHT.second_text,
        "rival": LIGHT.rival,
        "doubt": LIGHT.doubt,
        "wrong": LIGHT.wrong,
    }[tone]


def _written(run: Run) -> str:
    return run.text.replace("\n", LINE)


def _formats(runs: Sequence[Run], size: float, is_bold: bool) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, len(_written(run).encode("utf-16-le")) // 2
        look = QTextCharFormat()
        look.setFont(
            print_font(size * SMALL if run.is_small else size, is_bold=is_bold or run.is_bold, is_italic=run.is_italic)
        )
        look.setForeground(ink(run.tone))
        made.format = look
        formats.append(made)
        start += made.length
    return formats
