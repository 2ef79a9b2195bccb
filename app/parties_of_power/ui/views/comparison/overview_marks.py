"""How a row is drawn that is too low for its texts: numbers as bars, answers as ticks, texts as lines of their length,
missing values as slanted gaps, rivals as dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.ui.tables.words import width_of
from parties_of_power.ui.theme import party_colour, px, tokens

if TYPE_CHECKING:
    from parties_of_power.analysis.overview import Drawn, LinesOfColumn, OverviewColumn
    from parties_of_power.analysis.slices import Integers
    from parties_of_power.ui.views.comparison.cell_painter import Strip
    from parties_of_power.ui.views.comparison.lens import Lens
    from parties_of_power.ui.views.comparison.surface import Surface

MOST_WITH_RIVALS = 500  # rows, up to which each cell is asked for its rivals
LEAST_FOR_DOT = 4
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """Where it lies, and its rows from the first one up to `end`."""

    y: int
    height: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a column is drawn, with how many choices, from where, and how wide it may be."""

    drawn: Drawn
    count: int
    left: int
    room: int


class OverviewMarks:
    """What was counted of a column is remembered until the table says something else."""

    def __init__(self, view: Surface) -> None:
        self.view = view
        self.table = view.table
        self.columns: dict[int, OverviewColumn] = {}
        self.rivals: dict[int, frozenset[int]] = {}
        self.rows: Integers | None = None

    def forget(self) -> None:
        self.rows = None
        self.columns.clear()
        self.rivals.clear()

    def paint(self, painter: QPainter, columns: Sequence[Strip]) -> None:
        """The rows that are not open, in these columns."""
        lens = self.view.lens
        if lens is None or self.table.table is None or not columns or len(lens.readable) == lens.count:
            return
        import numpy as np

        lines = lines_of(lens)
        firsts = np.array([line.first for line in lines], np.int64)
        ends = np.array([line.end for line in lines], np.int64)
        for column in columns:
            known = self._column(column.place)
            left, right = column.start + px(12), column.start + column.length - px(12)
            if self.table.looks[column.place].is_subject:
                left = self._paint_dots(painter, lines, left)
            of = Drawing(known.drawn, known.count, left, max(right - left, 1))
            _paint_lines(painter, of, known.lines(firsts, ends), lines, self._hues(column.place))
            self._paint_rivals(painter, column, lines)

    def _column(self, place: int) -> OverviewColumn:
        if place not in self.columns:
            from parties_of_power.analysis.colouring import choice_places
            from parties_of_power.analysis.overview import listed_rows, overview_column

            table, attribute = self.table.table, self.table.attribute(place)
            assert table is not None, "a column without a table is not painted"
            answers = choice_places(self.table.workspace.study, attribute) if attribute else {}
            choices = {value: each.place for value, each in answers.items()}
            if self.rows is None:
                places = self.table.lines.places if self.table.lines else range(self.table.rowCount())
                self.rows = listed_rows(table, places)
            self.columns[place] = overview_column(table, self.table.columns[place], attribute, self.rows, choices)
        return self.columns[place]

    def _hues(self, place: int) -> Sequence[QColor]:
        """Of the answers, where the column is coloured by answer."""
        from parties_of_power.ui.tables.shades import ANSWER_HUES

        colours = self.table.looks[place].colours
        return [QColor(hue) for hue in ANSWER_HUES] if colours is not None and colours.way == "choices" else ()

    def _paint_dots(self, painter: QPainter, lines: Sequence[Line], left: int) -> int:
        """The colour of each party; where the texts begin after it."""
        catalogue = self.table.workspace.catalogue
        for line in lines:
            if line.height >= LEAST_FOR_DOT and not self.table.is_heading(line.first):
                colour = party_colour(catalogue.subjects[self.table.row_ids[line.first]], catalogue)
                side = min(px(6), line.height - 2)
                painter.fillRect(left, line.y + (line.height - side) // 2, side, side, colour.line)
        return left + px(16)

    def _paint_rivals(self, painter: QPainter, column: Strip, lines: Sequence[Line]) -> None:
        rows = self._rows_with_rivals(column.place)
        side, right = px(4), column.start + column.length - px(8)
        for line in lines:
            if line.first in rows:
                shown = min(side, line.height)
                painter.fillRect(right, line.y + (line.height - shown) // 2, side, shown, tokens().rival)

    def _rows_with_rivals(self, place: int) -> frozenset[int]:
        count = self.table.rowCount()
        if count > MOST_WITH_RIVALS or self.table.attribute(place) is None:
            return frozenset()
        if place not in self.rivals:
            cells = ((row, self.table.cell(row, place)) for row in range(count))
            self.rivals[place] = frozenset(row for row, cell in cells if cell.rivals)
        return self.rivals[place]


def lines_of(lens: Lens) -> list[Line]:
    """Each row that is not open as a line of its own, or as many rows as share a line of pixels."""
    if lens.unit >= 1:
        rows = (row for row in range(lens.count) if not lens.is_open(row))
        return [Line(lens.start(row), lens.length(row), row, row + 1) for row in rows]
    found = []
    for first, end in _closed(lens):
        top, bottom = lens.start(first), lens.start(end)
        for y in range(top, bottom):
            begin = first + (y - top) * (end - first) // (bottom - top)
            after = first + (y + 1 - top) * (end - first) // (bottom - top)
            found.append(Line(y, 1, begin, max(after, begin + 1)))
    return found


def _closed(lens: Lens) -> list[tuple[int, int]]:
    """The runs of rows between those that are open."""
    edges = [-1, *lens.opened, lens.count]
    return [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]


def _paint_lines(
    painter: QPainter, of: Drawing, known: LinesOfColumn, lines: Sequence[Line], hues: Sequence[QColor]
) -> None:
    for place, line in enumerate(lines):
        pad = 1 if line.height >= LEAST_FOR_DOT else 0
        y, height = line.y + pad, line.height - 2 * pad
        if known.missing[place] > MOSTLY or known.computed[place] > MOSTLY:
            _paint_gap(painter, of.left, line, is_missing=known.missing[place] > MOSTLY)
        elif known.wrong[place] > MOSTLY:
            painter.fillRect(of.left, y, px(4), height, tokens().wrong)
        elif known.choices[place] >= 0:
            choice, slot = known.choices[place], of.room / of.count
            colour = hues[choice % len(hues)] if hues else tokens().cell_bar
            painter.fillRect(of.left + int(choice * slot), y, max(int(slot) - px(2), 2), height, colour)
        elif not isnan(known.shares[place]):
            _paint_share(painter, of, known.shares[place], y, height)


def _paint_share(painter: QPainter, of: Drawing, share: float, y: int, height: int) -> None:
    colours = tokens()
    if of.drawn == "text":
        shown = max(height // 3, 1)
        length = min(int(share * width_of("n")), of.room)
        # Where one line follows another without a gap, all of them together would be a dark block.
        colour = colours.thin if height >= LEAST_FOR_DOT - 1 else colours.line
        painter.fillRect(of.left, y + (height - shown) // 2, length, shown, colour)
    elif of.drawn == "bar":
        painter.fillRect(of.left, y, max(int(share * of.room), 1), height, colours.cell_bar)
    else:
        painter.fillRect(of.left + int(share * (of.room - px(4))), y, px(4), height, colours.accent)


def _paint_gap(painter: QPainter, left: int, line: Line, *, is_missing: bool) -> None:
    """Slanted, as the italic words of a missing value; level where a state says it."""
    colour, middle = tokens().thin, line.y + line.height // 2
    if not is_missing:
        painter.fillRect(left, middle, px(8), 1, colour)
    elif line.height >= LEAST_FOR_DOT:
        painter.setPen(QPen(colour, 1))
        painter.drawLine(left, line.y + line.height - 2, left + px(3), line.y + 1)
    elif line.height > 1:
        painter.fillRect(left, middle, px(3), 1, colour)
