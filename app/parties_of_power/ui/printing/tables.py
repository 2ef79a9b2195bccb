"""Tables on paper: the header again on each page, rows as high as their cells, columns on further pages if need be."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from parties_of_power.exchange.documents.definition import Run, Table, TableCell, TableColumn, TableRow, plain
from parties_of_power.texts import _
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.printing.column_widths import GAP, Band, Columns, fitted
from parties_of_power.ui.printing.flow import Flow, Piece, fitting
from parties_of_power.ui.printing.paper import POINT, Fit
from parties_of_power.ui.printing.words import SMALL, Words

PAD = 2.5 * POINT
HAIR, RULE = 0.5 * POINT, 1.0 * POINT


@dataclass(frozen=True)
class Place:
    """A column on the page. `marks` is the room that it keeps beside its numbers."""

    column: TableColumn
    left: float
    width: float
    marks: float


@dataclass(frozen=True)
class LaidCell:
    place: Place
    words: Words
    marks: Words | None = None

    def draw(self, painter: QPainter, at: QPointF, first: int, last: int) -> None:
        """Lines from one up to another, which does not count; the marks beside the first."""
        corner = at + QPointF(self.place.left, 0)
        room = self.place.width - self.place.marks
        self.words.draw(painter, corner, room=room if self.place.column.is_number else 0.0, first=first, last=last)
        if self.marks is not None and first == 0:
            self.marks.draw(painter, corner + QPointF(room, 0))


def lay_table(flow: Flow, table: Table, fit: Fit, scale: float = 1.0) -> None:
    columns = fitted(table, flow.width, fit, scale)
    for number, band in enumerate(columns.bands):
        if number:
            flow.turn()
        _BandOfTable(flow, table, columns, band, _which(table, columns, band)).lay()


def _which(table: Table, columns: Columns, band: Band) -> str:
    """Which columns stand here, where not all of them do."""
    if len(columns.bands) == 1:
        return ""
    own = [place for place in band.places if place >= table.key_columns]
    return _("Columns {first} to {last} of {all}").format(first=own[0] + 1, last=own[-1] + 1, all=len(table.columns))


class _BandOfTable:
    """The rows of a table with those of its columns that stand beside each other."""

    def __init__(self, flow: Flow, table: Table, columns: Columns, band: Band, which: str) -> None:
        self.flow = flow
        self.table = table
        self.size = columns.size
        self.gap = GAP * columns.size / 9
        self.places: list[tuple[int, Place]] = []
        left = 0.0
        for place, width in zip(band.places, band.widths, strict=True):
            self.places.append((place, Place(table.columns[place], left, width - self.gap, columns.marks[place])))
            left += width
        self.width = left - self.gap
        self.header = self._header(which)

    def lay(self) -> None:
        rows = list(self.table.rows)
        first = self._height(rows[0]) if rows else 0.0
        self.flow.place(self.header, with_next=first)
        for number, row in enumerate(rows):
            if row.is_heading:
                following = self._height(rows[number + 1]) if number + 1 < len(rows) else 0.0
                self._place(self._group(row), following)
            else:
                self._lay_row(row)
        self.flow.space(6 * POINT)

    def _place(self, piece: Piece, following: float = 0.0) -> None:
        """Below the header, which comes again on a new page."""
        if not self.flow.has_room(piece.height + following):
            self.flow.turn()
            self.flow.place(self.header)
        self.flow.place(piece)

    def _lay_row(self, row: TableRow) -> None:
        """A row that is higher than a page goes on on the next one."""
        cells = self._cells(row)
        lines = max((cell.words.lines for cell in cells), default=1)
        height = _height_of(cells, 0, lines)
        if self.flow.has_room(height) or height <= self.flow.height - self.header.height:
            self._place(self._piece(cells, 0, lines))
            return
        first = 0
        while first < lines:
            room = self.flow.height - self.flow.y - 2 * PAD
            last = min((fitting(each.words, first, room) for each in cells if each.words.lines > first), default=lines)
            if last <= first:
                self.flow.turn()
                self.flow.place(self.header)
                last = max(first + 1, last)
            self._place(self._piece(cells, first, last))
            first = last

    def _cells(self, row: TableRow) -> list[LaidCell]:
        return [self._cell(row.cells[place], where) for place, where in self.places]

    def _cell(self, cell: TableCell, where: Place) -> LaidCell:
        beside = where.column.is_number and bool(cell.marks)
        words = Words(cell.runs if beside else (*cell.runs, *cell.marks), self.size)
        # What is no number, such as the reason for its absence, may use the room of the marks.
        words.fit(where.width - (where.marks if where.column.is_number else 0.0))
        marks = Words(cell.marks, self.size) if beside else None
        if marks is not None:
            marks.fit(max(where.marks, 1.0))
        return LaidCell(where, words, marks)

    def _height(self, row: TableRow) -> float:
        if row.is_heading:
            return self._group(row).height
        cells = self._cells(row)
        return min(_height_of(cells, 0, max(cell.words.lines for cell in cells)), self.flow.height / 2)

    def _piece(self, cells: list[LaidCell], first: int, last: int) -> Piece:
        height = _height_of(cells, first, last)

        def draw(painter: QPainter, at: QPointF) -> None:
            for cell in cells:
                cell.draw(painter, at + QPointF(0, PAD), first, last)
            painter.fillRect(QRectF(at.x(), at.y() + height - HAIR, self.width, HAIR), LIGHT.line)

        return Piece(height, draw)

    def _group(self, row: TableRow) -> Piece:
        words = Words(row.cells[0].runs, self.size)
        height = words.fit(self.width - 2 * PAD) + 2.4 * PAD

        def draw(painter: QPainter, at: QPointF) -> None:
            painter.fillRect(QRectF(at.x(), at.y(), self.width, height), LIGHT.bar)
            words.draw(painter, at + QPointF(PAD, 1.2 * PAD))

        return Piece(height, draw)

    def _header(self, which: str) -> Piece:
        """Titles in bold over what is small, all standing on the rule."""
        above = Words((Run(which, "second"),), self.size * SMALL) if which else None
        note = above.fit(self.width) + 2 * PAD if above else 0.0
        cells = [self._title(where) for _number, where in self.places]
        tallest = max((title.height + small.height for _where, title, small in cells), default=0.0)
        height = note + tallest + 1.6 * PAD

        def draw(painter: QPainter, at: QPointF) -> None:
            if above:
                above.draw(painter, at)
            for where, title, small in cells:
                corner = at + QPointF(where.left, note + tallest - title.height - small.height)
                room = where.width - where.marks if where.column.is_number else 0.0
                title.draw(painter, corner, room=room)
                small.draw(painter, corner + QPointF(0, title.height), room=room)
            painter.fillRect(QRectF(at.x(), at.y() + height - RULE, self.width, RULE), LIGHT.thin)

        return Piece(height, draw)

    def _title(self, where: Place) -> tuple[Place, Words, Words]:
        title = Words(plain(where.column.title), self.size, is_bold=True)
        small = Words((Run(where.column.small, "second"),) if where.column.small else (), self.size * SMALL)
        room = where.width - (where.marks if where.column.is_number else 0.0)
        title.fit(room)
        if where.column.small:
            small.fit(room)
        return where, title, small


def _height_of(cells: list[LaidCell], first: int, last: int) -> float:
    texts = (cell.words.height_of(first, last) for cell in cells)
    marks = (cell.marks.height for cell in cells if cell.marks is not None and first == 0)
    return max([*texts, *marks], default=0.0) + 2 * PAD
