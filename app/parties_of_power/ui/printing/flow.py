"""`Flow`: pieces one below the other, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from parties_of_power.ui.printing.words import Words


@dataclass(frozen=True)
class Piece:
    """Something drawn from a corner down. `after` is the room below it, which falls away at the end of a page."""

    height: float
    draw: Callable[[QPainter, QPointF], None]
    after: float = 0.0


@dataclass(frozen=True)
class Placed:
    piece: Piece
    y: float


class Flow:
    """`height` is that of a page, `y` where the next piece comes."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.pages: list[list[Placed]] = [[]]
        self.y = 0.0

    def place(self, piece: Piece, *, with_next: float = 0.0) -> None:
        """On a new page where it does not fit, or what must stay with it does not."""
        if self.y and not self.has_room(piece.height + with_next):
            self.turn()
        self.pages[-1].append(Placed(piece, self.y))
        self.y += piece.height + piece.after

    def has_room(self, height: float) -> bool:
        return self.y + height <= self.height + 0.5

    def turn(self) -> None:
        """Go on to a new page; an empty one is taken as it is."""
        if self.pages[-1]:
            self.pages.append([])
        self.y = 0.0

    def space(self, height: float) -> None:
        """Room between two pieces, none at the top of a page."""
        if self.y:
            self.y += height

    def write(self, words: Words, *, indent: float = 0.0, after: float = 0.0, with_next: float = 0.0) -> None:
        """A text; where it is longer than what is left of the page, its further lines go on on the next ones."""
        height, first = words.fit(self.width - indent), 0
        if self.has_room(height + with_next) or height <= self.height / 4:
            self.place(_text(words, indent, 0, words.lines, after), with_next=with_next)
            return
        while first < words.lines:
            last = fitting(words, first, self.height - self.y)
            if last == first and self.y:
                self.turn()
                continue
            last = max(last, first + 1)
            self.place(_text(words, indent, first, last, after))
            first = last


def fitting(words: Words, first: int, height: float) -> int:
    """The line, from one on, up to which the lines fit into a height."""
    last = first
    while last < words.lines and words.height_of(first, last + 1) <= height:
        last += 1
    return last


def _text(words: Words, indent: float, first: int, last: int, after: float) -> Piece:
    def draw(painter: QPainter, at: QPointF) -> None:
        words.draw(painter, at + QPointF(indent, 0), first=first, last=last)

    return Piece(words.height_of(first, last), draw, after)
