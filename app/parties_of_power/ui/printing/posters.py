"""Pictures larger than a page: as large as one page lets them be, on several pages to glue, or as one long page."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Literal, Protocol

from PySide6.QtCore import QMarginsF, QPointF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPen

from parties_of_power.exchange.documents.definition import Run
from parties_of_power.texts import _
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.printing.laid import paint_frame
from parties_of_power.ui.printing.paper import FOOT, HEAD, MILLIMETRE, POINT, PageSetup, Sheet
from parties_of_power.ui.printing.printout import Pages
from parties_of_power.ui.printing.words import Words
from parties_of_power.ui.theme import fonts_for_paper

Form = Literal["page", "glued", "long"]
# Twips of a pixel: letters of 11 pixels are then about 8 points high on the long page, and never below 6 on the others.
LONG, LEAST = 15.0, 11.0
GLUED_ACROSS = 4
OVERLAP = 8 * MILLIMETRE
NARROWEST, LONGEST = 900.0, 3600.0
ROUNDS = 3


class Poster(Protocol):
    """A picture of its own size in pixels, which depends on the width it was asked for."""

    @property
    def size(self) -> QSizeF: ...

    def draw(self, painter: QPainter) -> None: ...


Make = Callable[[float, bool], Poster]


class PosterPrintout:
    """`make` makes the picture for a width, with or without its sources."""

    has_sources = True

    def __init__(self, name: str, form: Form, make: Make) -> None:
        self.name = name
        self.form = form
        self.make = make

    @property
    def is_wide(self) -> bool:
        return self.form != "glued"

    def poster(self, *, with_sources: bool = True) -> Poster:
        """The picture by itself, as for a long page."""
        return self.make(LONGEST, with_sources)

    def own_layout(self, setup: PageSetup) -> QPageLayout:
        if self.form != "long":
            return setup.layout(self.is_wide)
        sheet = self.pages(setup).sheet
        size = QSizeF(sheet.width / MILLIMETRE, sheet.height / MILLIMETRE)
        page = QPageSize(size, QPageSize.Unit.Millimeter, self.name, QPageSize.SizeMatchPolicy.ExactMatch)
        return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)

    def pages(self, setup: PageSetup) -> Pages:
        if self.form == "long":
            poster = self.poster(with_sources=setup.with_sources)
            margin = setup.margin * MILLIMETRE
            width, height = poster.size.width() * LONG, poster.size.height() * LONG
            sheet = Sheet(width + 2 * margin, height + 2 * margin + HEAD + FOOT, margin)
            return Tiles(self.name, poster, sheet, LONG)
        sheet = setup.sheet(self.is_wide)
        across = GLUED_ACROSS if self.form == "glued" else 1
        return _fitting(self, sheet, across, setup.with_sources)


def _fitting(printout: PosterPrintout, sheet: Sheet, across: int, with_sources: bool) -> Tiles:
    """As wide as so many pages, and as large as one page is high; on pages to glue no smaller than can be read."""
    body = sheet.body
    room = QSizeF(across * body.width() - (across - 1) * OVERLAP, body.height())
    width = NARROWEST
    for _round in range(ROUNDS):
        poster = printout.make(width, with_sources)
        width = max(poster.size.height() * room.width() / room.height(), NARROWEST)
        if across > 1:
            width = min(width, room.width() / LEAST)
    poster = printout.make(width, with_sources)
    scale = room.width() / poster.size.width()
    if across == 1:
        scale = min(scale, room.height() / poster.size.height())
    return Tiles(printout.name, poster, sheet, scale)


class Tiles:
    """The pages of a picture: as many as it covers; each overlaps the next, and says where it belongs."""

    def __init__(self, name: str, poster: Poster, sheet: Sheet, scale: float) -> None:
        self.name = name
        self.poster = poster
        self.sheet = sheet
        self.scale = scale
        body = sheet.body
        self.across = _count(poster.size.width() * scale, body.width())
        self.down = _count(poster.size.height() * scale, body.height())

    @property
    def count(self) -> int:
        return self.across * self.down

    def paint(self, painter: QPainter, page: int) -> None:
        row, column = divmod(page, self.across)
        body = self.sheet.body
        painter.save()
        painter.setClipRect(body)
        painter.translate(body.left() - column * (body.width() - OVERLAP), body.top() - row * (body.height() - OVERLAP))
        painter.scale(self.scale, self.scale)
        with fonts_for_paper():
            self.poster.draw(painter)
        painter.restore()
        said = _("{place} of {across} × {down}: glue the next page on the dashed line")
        place = said.format(place=tile_name(row, column), across=self.across, down=self.down) if self.count > 1 else ""
        if place:
            self._draw_marks(painter, row, column)
        if not page:
            words = Words((Run(place, "second"),), 8)
            words.fit(body.width())
            words.draw(painter, QPointF(body.left(), self.sheet.margin), last=1)
        paint_frame(painter, self.sheet, self.name, place, (page, self.count))

    def _draw_marks(self, painter: QPainter, row: int, column: int) -> None:
        """Crosses at the corners of what is to be seen, a dashed line where the next page is laid on."""
        body = self.sheet.body
        painter.setPen(QPen(LIGHT.thin, 0.5 * POINT, Qt.PenStyle.DashLine))
        if column < self.across - 1:
            x = body.right() - OVERLAP
            painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))
        if row < self.down - 1:
            y = body.bottom() - OVERLAP
            painter.drawLine(QPointF(body.left(), y), QPointF(body.right(), y))
        painter.setPen(QPen(LIGHT.text, 0.5 * POINT))
        arm = 2 * MILLIMETRE
        for corner in (body.topLeft(), body.topRight(), body.bottomLeft(), body.bottomRight()):
            painter.drawLine(corner - QPointF(arm, 0), corner + QPointF(arm, 0))
            painter.drawLine(corner - QPointF(0, arm), corner + QPointF(0, arm))


def tile_name(row: int, column: int) -> str:
    """`A1` is the first page, `A2` the one right of it, `B1` the one below."""
    return f"{chr(ord('A') + row)}{column + 1}"


def _count(length: float, page: float) -> int:
    """How many pages cover a length; a twip too much needs no further one."""
    return max(ceil((length - OVERLAP - 1) / (page - OVERLAP)), 1)
