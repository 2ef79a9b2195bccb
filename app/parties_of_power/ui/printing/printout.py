"""`Printout`: what a view gives to be printed, whatever it shows. Preview, printer and PDF know nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter

from parties_of_power.exchange.documents.definition import Document, Run
from parties_of_power.ui.printing.laid import HEADINGS, LaidDocument, paint_frame
from parties_of_power.ui.printing.paper import POINT, PageSetup, Sheet
from parties_of_power.ui.printing.words import Words
from parties_of_power.ui.theme import fonts_for_paper


class Pages(Protocol):
    """A printout laid out for a paper; pages count from 0, and the unit of the painter is a twip."""

    @property
    def count(self) -> int: ...

    @property
    def sheet(self) -> Sheet: ...

    def paint(self, painter: QPainter, page: int) -> None: ...


class Printout(Protocol):
    """`name` is proposed for a file; `is_wide` says which way the paper is turned unless the user says otherwise;
    `has_sources` whether it makes a difference to print with sources."""

    name: str
    has_sources: bool

    @property
    def is_wide(self) -> bool: ...

    def pages(self, setup: PageSetup) -> Pages: ...


class DocumentPrintout:
    """A document, made anew with or without its sources. `document` raises ExportRefused where it cannot be made."""

    def __init__(self, name: str, document: Callable[[bool], Document], *, has_sources: bool = True) -> None:
        self.name = name
        self.has_sources = has_sources
        self._make = document
        self._made: dict[bool, Document] = {}

    @property
    def is_wide(self) -> bool:
        return self.document(with_sources=True).is_wide

    def document(self, *, with_sources: bool) -> Document:
        if with_sources not in self._made:
            self._made[with_sources] = self._make(with_sources)
        return self._made[with_sources]

    def pages(self, setup: PageSetup) -> Pages:
        document = self.document(with_sources=setup.with_sources)
        return LaidDocument(document, setup.sheet(document.is_wide), setup.fit)


class PicturePrintout:
    """A picture on one page, as large as fits, drawn as lines and text. `paint` draws it in its own units, from 0, 0 to
    `size`; `title` stands above it, blank where the picture has its own."""

    has_sources = False

    def __init__(self, name: str, size: QSizeF, paint: Callable[[QPainter], None], *, title: str = "") -> None:
        self.name = name
        self.size = size
        self.title = title
        self.draw = paint

    @property
    def is_wide(self) -> bool:
        return self.size.width() > self.size.height()

    def pages(self, setup: PageSetup) -> Pages:
        return _PicturePages(self, setup.sheet(self.is_wide))


class _PicturePages:
    count = 1

    def __init__(self, picture: PicturePrintout, sheet: Sheet) -> None:
        self.picture = picture
        self.sheet = sheet

    def paint(self, painter: QPainter, page: int) -> None:
        body, size, top = self.sheet.body, self.picture.size, 0.0
        if self.picture.title:
            words = Words((Run(self.picture.title, is_bold=True),), HEADINGS[1])
            top = words.fit(body.width()) + 8 * POINT
            words.draw(painter, body.topLeft())
        scale = min(body.width() / size.width(), (body.height() - top) / size.height())
        painter.save()
        painter.translate(QPointF(body.left() + (body.width() - size.width() * scale) / 2, body.top() + top))
        painter.scale(scale, scale)
        with fonts_for_paper():
            self.picture.draw(painter)
        painter.restore()
        paint_frame(painter, self.sheet, self.picture.name, "", (page, self.count))
