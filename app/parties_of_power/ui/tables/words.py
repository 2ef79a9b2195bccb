"""Texts on the table, measured and cut to their room once and remembered: the painter asks for the same ones again."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from parties_of_power.ui.theme import NORMAL, font, px

LINE_HEIGHT, MOST_LINES = 20, 8


@lru_cache(maxsize=32)
def metrics(size: int = 13, weight: QFont.Weight = NORMAL, italic: bool = False) -> QFontMetrics:
    return QFontMetrics(font(size, weight, italic))


@lru_cache(maxsize=16_384)
def width_of(text: str, size: int = 13, weight: QFont.Weight = NORMAL, italic: bool = False) -> int:
    return metrics(size, weight, italic).horizontalAdvance(text)


@lru_cache(maxsize=4_096)
def cut(text: str, room: int, size: int, weight: QFont.Weight = NORMAL, italic: bool = False) -> str:
    """The text on one line, its end left out where it is too long for the room."""
    line = " ".join(text.split())
    if width_of(line, size, weight, italic) <= room:
        return line
    return metrics(size, weight, italic).elidedText(line, Qt.TextElideMode.ElideRight, max(room, 0))


@lru_cache(maxsize=4_096)
def wrapped(
    text: str, room: int, size: int = 13, weight: QFont.Weight = NORMAL, italic: bool = False
) -> tuple[str, ...]:
    """The text on as many lines as it needs for the room; what goes on after the last of them is left out."""
    line = " ".join(text.split())
    if width_of(line, size, weight, italic) <= room:
        return (line,)
    layout = QTextLayout(line, font(size, weight, italic))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while (part := layout.createLine()).isValid():
        part.setLineWidth(max(room, 1))
        starts.append(part.textStart())
    layout.endLayout()
    shown, ends = starts[:MOST_LINES], [*starts[1:MOST_LINES], len(line)]
    lines = [line[start:end].strip() for start, end in zip(shown, ends, strict=True)]
    return *lines[:-1], cut(lines[-1], room, size, weight, italic)


def line_height() -> int:
    """From one line of a text to the next."""
    return px(LINE_HEIGHT)


@lru_cache(maxsize=32)
def baseline(height: int, size: int = 13, weight: QFont.Weight = NORMAL, italic: bool = False) -> int:
    """Where a line of text stands in a row of this height."""
    measured = metrics(size, weight, italic)
    return (height + measured.ascent() - measured.descent()) // 2


def write(
    painter: QPainter, x: int, y: int, text: str, size: int = 13, *, weight: QFont.Weight = NORMAL, italic: bool = False
) -> None:
    painter.setFont(font(size, weight, italic))
    painter.drawText(x, y, text)
