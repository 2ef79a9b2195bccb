"""How wide the columns are: as stored, or as wide as what they show; and the order in which the user has put them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from parties_of_power.analysis.cell import Cell
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.tables.painting import (
    FIGURES_OF_WHISKER,
    FULL_BAR,
    FULL_WHISKER,
    SMALL,
    marks_width,
    room_with_bar,
)
from parties_of_power.ui.tables.rank_painting import rank_width
from parties_of_power.ui.tables.shades import MARK_ROOM
from parties_of_power.ui.tables.sparklines import FULL_LINE
from parties_of_power.ui.tables.words import width_of
from parties_of_power.ui.theme import SEMIBOLD, px, theme

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.frozen import FrozenColumns
    from parties_of_power.ui.views.comparison.grid import Grid

MEASURED_ROWS = 60
WIDEST, WIDEST_NAME, WIDEST_HEADER = 240, 280, 140
LEAST_NAME = 180
REST = 400


class Widths(QObject):
    """Follows the headers of the table and its frozen columns, and stores what the user drags."""

    def __init__(self, table: Grid, frozen: FrozenColumns) -> None:
        super().__init__(table)
        self.table = table
        self.frozen = frozen
        self.is_laying_out = False
        self.dragged: int | None = None
        self.narrowest: list[int] = []
        self.widest: dict[tuple[object, ...], int] = {}
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self.keep)
        table.columns_header.setSectionsMovable(True)
        table.columns_header.sectionMoved.connect(self._moved)
        for header in (table.columns_header, frozen.columns_header):
            header.sectionResized.connect(self._resized)
            header.sectionHandleDoubleClicked.connect(self._fit)
        table.table.modelReset.connect(self.lay_out)
        theme().changed.connect(self._lay_out_afresh)
        self.lay_out()

    def _lay_out_afresh(self) -> None:
        self.widest.clear()
        self.lay_out()

    def lay_out(self) -> None:
        """Give every column its width, and the marks of the rows that come first their room. A filter or another day
        makes no column narrower: what the user has under the pointer stays there."""
        model = self.table.table
        rows = range(min(model.rowCount(), MEASURED_ROWS))
        self.table.painter.measure(rows, range(model.columnCount()))
        self.narrowest = [self._whole_width(place, rows) for place in range(model.columnCount())]
        for place, column in enumerate(model.columns):
            stored = px(column.width) if column.width else self.width_wanted(place, rows)
            look = model.looks[place]
            shown_so = (column.id, column.width, look.has_bar, look.has_line, look.colours is None)
            self.widest[shown_so] = max(stored, self.narrowest[place], self.widest.get(shown_so, 0))
            self._set(place, self.widest[shown_so])
        self.table.updateGeometries()

    def width_wanted(self, place: int, rows: range) -> int:
        """As wide as what stands in the first rows and in the header, within reason."""
        look = self.table.table.looks[place]
        most = px(WIDEST_NAME if look.is_subject else WIDEST)
        least = px(LEAST_NAME) if look.is_subject else 0
        header = min(self.table.columns_header.width_wanted(place), most)
        return max(min(self._content(place, rows), most), header, least)

    def _whole_width(self, place: int, rows: range) -> int:
        """The least width of a column of figures or dates; others may be as narrow as one likes."""
        if not self.table.table.looks[place].is_whole:
            return 0
        header = min(self.table.columns_header.width_wanted(place), px(WIDEST_HEADER))
        return max(min(self._content(place, rows), px(WIDEST)), header)

    def _content(self, place: int, rows: range) -> int:
        model, look = self.table.table, self.table.table.looks[place]
        room = self.table.painter.marks_rooms.get(place, 0)
        cells = (model.cell(row, place) for row in rows if not model.is_heading(row))
        return px(24) + max((_wanted(cell, look, room) for cell in cells), default=0)

    def _set(self, place: int, width: int) -> None:
        self.is_laying_out = True
        self.table.setColumnWidth(place, width)
        self.frozen.setColumnWidth(place, width)
        self.is_laying_out = False

    def keep(self) -> None:
        """Store the width that was dragged last."""
        place, self.dragged = self.dragged, None
        if place is not None and place < self.table.table.columnCount():
            from parties_of_power.ui.views.comparison import arrange

            width = round(self.table.columnWidth(place) / theme().scale)
            arrange.widen(self.table.table, self.table.table.columns[place], width)

    def _resized(self, place: int, before: int, now: int) -> None:
        """A column that comes out of hiding, as it does to be frozen, is not dragged."""
        if self.is_laying_out or not now or not before or place >= len(self.narrowest):
            return
        self._set(place, max(now, self.narrowest[place]))
        self.table.updateGeometries()
        self.dragged = place
        self.rest.start()

    def _fit(self, place: int) -> None:
        """As wide as needed."""
        from parties_of_power.ui.views.comparison import arrange

        self.rest.stop()
        self.widest.clear()
        model = self.table.table
        self._set(place, self.width_wanted(place, range(min(model.rowCount(), MEASURED_ROWS))))
        self.table.updateGeometries()
        arrange.widen(model, model.columns[place], 0)

    def _moved(self, place: int, before: int, now: int) -> None:
        """The header goes back, since the columns themselves will come in the new order."""
        if self.is_laying_out:
            return
        from parties_of_power.ui.views.comparison import arrange

        header, model = self.table.columns_header, self.table.table
        self.is_laying_out = True
        header.moveSection(now, before)
        self.is_laying_out = False
        column = model.columns[place]
        others = [each for each in model.columns if each.id != column.id]
        target = max(now, 1)
        following = others[target] if target < len(others) else None
        # Later: the header is still busy with the mouse.
        QTimer.singleShot(0, self, lambda: arrange.move(model, column, following))


def _wanted(cell: Cell, look: ColumnLook, marks_room: int) -> int:
    """The room that a cell needs for all it shows."""
    if look.is_rank:
        return rank_width()
    if look.is_subject:
        return width_of(cell.text, 13, SEMIBOLD) + px(20)
    width = width_of(" ".join(cell.text.split()))
    if cell.measured or cell.attested:
        width += width_of(cell.attested or cell.measured, SMALL) + px(8)
    if not look.is_numeric:
        return width + marks_width(cell) + px(8) + (px(MARK_ROOM) if look.colours else 0)
    if look.has_bar and not look.colours and not marks_room:
        width = max(width, room_with_bar())
    if look.scale and cell.low is not None:
        width = px(FIGURES_OF_WHISKER + FULL_WHISKER)
    if look.has_bar and look.colours:
        width += px(FULL_BAR + 8)
    return width + marks_room + (px(FULL_LINE + 8) if look.has_line else 0)
