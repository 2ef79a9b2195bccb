"""Paints the cells in sight, all in one go: Qt's way, a delegate asked for one cell at a time, takes several times as
long, and a step of the as-of day repaints every one of them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.ranking_cell import RankCell
from parties_of_power.domain.force import Life
from parties_of_power.ui.palette import PartyColour, mix
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.tables.painting import Ground, marks_width, paint_cell, paint_subject
from parties_of_power.ui.tables.rank_painting import paint_rank
from parties_of_power.ui.tables.shades import shade_of
from parties_of_power.ui.tables.sparklines import Spark
from parties_of_power.ui.theme import party_colour, px, tokens
from parties_of_power.ui.views.comparison.headings import paint_sum
from parties_of_power.ui.views.comparison.model import ComparisonModel

ROW_HEIGHT = 32
NOT_ALIVE = (Life.BEFORE, Life.AFTER)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Strip:
    """A row or a column: its place, where it begins in the viewport, and how high or wide it is."""

    place: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Marked:
    """What is to stand out: the selected cells, the current one and the one below the mouse (row, column)."""

    selected: Container[Place]
    current: Place
    hovered: Place


class CellPainter:
    """`marks_rooms` is how wide the marks of each column have been so far: it only grows, so that figures never move to
    and fro with the rows in sight."""

    def __init__(self, model: ComparisonModel) -> None:
        self.model = model
        self.marks_rooms: dict[int, int] = {}

    def paint(self, painter: QPainter, rows: Sequence[Strip], columns: Sequence[Strip], marked: Marked) -> None:
        if not rows or not columns:
            return
        colours = tokens()
        left, right = columns[0].start, columns[-1].start + columns[-1].length
        for row in rows:
            end = row.start + row.length - 1
            painter.fillRect(left, end, right - left, 1, colours.line if colours.is_dark else colours.grid)
        for column in columns:
            for row in rows:
                self._paint_cell(painter, row, column, marked)

    def measure(self, rows: range, columns: range) -> None:
        """Give the marks of these cells their room, before any of them is painted."""
        self.marks_rooms.clear()
        for column in columns:
            if self.model.looks[column].is_numeric:
                for row in rows:
                    if not self.model.is_heading(row):
                        self._marks_room(column, self.model.cell(row, column))

    def _paint_cell(self, painter: QPainter, row: Strip, column: Strip, marked: Marked) -> None:
        if self.model.is_heading(row.place):
            self._paint_heading(painter, row, column, marked)
            return
        cell, look = self.model.cell(row.place, column.place), self.model.looks[column.place]
        place = row.place, column.place
        is_selected = place in marked.selected
        if look.is_subject:
            is_selected = is_selected or cell.subject_id in self.model.workspace.selected
        height = min(row.length, px(ROW_HEIGHT))
        ground = Ground(QRect(column.start, row.start, column.length, height), tokens(), is_selected)
        ground.more = row.length - height
        if is_selected and (place != marked.current or look.is_subject):
            painter.fillRect(column.start, row.start, column.length, row.length - 1, ground.tokens.selected)
        elif place == marked.hovered:
            painter.fillRect(column.start, row.start, column.length, row.length - 1, ground.tokens.panel)
        if look.colours is not None:
            self._paint_shade(painter, ground, cell, look)
        if cell.state == "field":
            ground.is_faded = self._is_over(cell, row.place, column.place)
        if look.is_subject:
            paint_subject(painter, ground, cell, self._colour(row.place))
            return
        if isinstance(cell, RankCell):
            paint_rank(painter, ground, cell)
            return
        dot = self._colour(row.place).line if look.scale else ground.tokens.accent
        room = self._marks_room(column.place, cell) if look.is_numeric else 0
        spark = self._spark(row.place, column.place, look) if look.has_line else None
        paint_cell(painter, ground, cell, look, marks_room=room, dot=dot, spark=spark)

    def _paint_shade(self, painter: QPainter, ground: Ground, cell: Cell, look: ColumnLook) -> None:
        """The colour of a value; of a selected one half of it is seen."""
        shade = shade_of(look, cell, ground.tokens)
        if shade is not None:
            ground.shade = mix(shade, ground.tokens.selected, 0.5) if ground.is_selected else shade
            painter.fillRect(ground.whole.adjusted(0, 0, 0, -1), ground.shade)

    def _spark(self, row: int, column: int, look: ColumnLook) -> Spark | None:
        """The values of a cell over time."""
        if look.colours is None:
            return None
        stretches = self.model.over_time.of(row, column)
        return Spark(stretches, look.colours, self.model.day_of(column, row), self._colour(row).line)

    def _paint_heading(self, painter: QPainter, row: Strip, column: Strip, marked: Marked) -> None:
        is_selected = (row.place, column.place) in marked.selected and (row.place, column.place) != marked.current
        ground = tokens().selected if is_selected else tokens().panel
        painter.fillRect(column.start, row.start, column.length, row.length - 1, ground)
        paint_sum(
            painter, self.model, row.place, column.place, QRect(column.start, row.start, column.length, row.length)
        )

    def _colour(self, row: int) -> PartyColour:
        catalogue = self.model.workspace.catalogue
        return party_colour(catalogue.subjects[self.model.row_ids[row]], catalogue)

    def _is_over(self, cell: Cell, row: int, column: int) -> bool:
        """Whether the party or state that a cell names has not begun or has ended."""
        if not cell.value:
            return False
        return self.model.workspace.catalogue.life_on(int(cell.value), self.model.day_of(column, row)) in NOT_ALIVE

    def _marks_room(self, column: int, cell: Cell) -> int:
        room = self.marks_rooms.get(column, 0)
        if cell.rivals or cell.soft_rivals or cell.claims:
            room = max(marks_width(cell), room)
            self.marks_rooms[column] = room
        return room
