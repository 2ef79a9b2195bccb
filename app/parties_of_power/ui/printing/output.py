"""A printout as a PDF or on a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.documents.formats import document_format, write_document_file
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.texts import _
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.printing.paper import INCH, PageSetup
from parties_of_power.ui.printing.posters import Poster
from parties_of_power.ui.printing.printout import Pages, Printout
from parties_of_power.ui.theme import fonts_for_paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def write_pdf(printout: Printout, setup: PageSetup, path: Path) -> int:
    """Whole or not at all, with text that can be selected and its fonts embedded; answers how many pages it has.

    ExportRefused says why there is no file.
    """
    pages = printout.pages(setup)
    with written_whole(path) as temporary:
        writer = QPdfWriter(str(temporary))
        writer.setTitle(printout.name)
        writer.setCreator(_("Parties of Power"))
        writer.setResolution(INCH)
        writer.setPageLayout(_bare(layout_of(printout, setup)))
        painter = QPainter()
        if not painter.begin(writer):
            raise ExportRefused(_("{name} cannot be written: choose another place.").format(name=path.name))
        _paint_all(painter, writer, pages, range(pages.count))
        painter.end()
        # Else the file stays open, and cannot be put in its place everywhere.
        del writer
    return pages.count


def write_document(printout: Printout, setup: PageSetup, path: Path) -> None:
    """As the ending of the name says: one of the formats of documents, a drawing, or a PDF."""
    document, chosen = getattr(printout, "document", None), document_format(path)
    if chosen is not None and document is not None:
        write_document_file(document(with_sources=setup.with_sources), path, chosen)
    elif path.suffix.casefold() == ".svg" and hasattr(printout, "poster"):
        write_svg(printout.poster(with_sources=setup.with_sources), printout.name, path)
    elif path.suffix.casefold() == ".pdf":
        write_pdf(printout, setup, path)
    else:
        raise ExportRefused(_("This is not written as {ending}: choose .pdf.").format(ending=path.suffix))


def write_svg(poster: Poster, title: str, path: Path) -> None:
    """The whole picture, its text as text."""
    from PySide6.QtSvg import QSvgGenerator

    written, generator = QBuffer(), QSvgGenerator()
    area = QRectF(QPointF(0, 0), poster.size)
    generator.setOutputDevice(written)
    generator.setSize(poster.size.toSize())
    generator.setViewBox(area)
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(area, LIGHT.ground)
    with fonts_for_paper():
        poster.draw(painter)
    painter.end()
    with written_whole(path) as temporary:
        temporary.write_bytes(bytes(written.data().data()))


def layout_of(printout: Printout, setup: PageSetup) -> QPageLayout:
    """The paper as it is set up, but for a printout that needs a page of its own size."""
    own = getattr(printout, "own_layout", None)
    return own(setup) if own else setup.layout(printout.is_wide)


def print_on(printer: QPrinter, printout: Printout, setup: PageSetup) -> bool:
    """Print the pages that were chosen in the dialog of the printer; False where it refuses."""
    pages = printout.pages(setup)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.scale(printer.resolution() / INCH, printer.resolution() / INCH)
    first = max(printer.fromPage(), 1) - 1
    last = min(printer.toPage() or pages.count, pages.count)
    _paint_all(painter, printer, pages, range(first, last))
    return painter.end()


def _paint_all(painter: QPainter, device: QPagedPaintDevice, pages: Pages, wanted: range) -> None:
    for page in wanted:
        if page > wanted.start:
            device.newPage()
        pages.paint(painter, page)


def _bare(layout: QPageLayout) -> QPageLayout:
    """Without margins: the pages keep their own."""
    return QPageLayout(layout.pageSize(), layout.orientation(), QMarginsF(), QPageLayout.Unit.Millimeter)
