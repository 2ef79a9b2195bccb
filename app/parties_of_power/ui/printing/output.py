"""A printout as a PDF or on a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.documents.html import write_html
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.texts import _
from parties_of_power.ui.printing.paper import INCH, PageSetup
from parties_of_power.ui.printing.printout import Pages, Printout

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
        writer.setPageLayout(_bare(setup.layout(printout.is_wide)))
        painter = QPainter()
        if not painter.begin(writer):
            raise ExportRefused(_("{name} cannot be written: choose another place.").format(name=path.name))
        _paint_all(painter, writer, pages, range(pages.count))
        painter.end()
        # Else the file stays open, and cannot be put in its place everywhere.
        del writer
    return pages.count


def write_document(printout: Printout, setup: PageSetup, path: Path) -> None:
    """As the ending of the name says: a web page, or a PDF."""
    document = getattr(printout, "document", None)
    if path.suffix.casefold() in (".html", ".htm") and document is not None:
        write_html(document(with_sources=setup.with_sources), path)
    elif path.suffix.casefold() == ".pdf":
        write_pdf(printout, setup, path)
    else:
        raise ExportRefused(_("Nothing is written as {ending}: choose .pdf or .html.").format(ending=path.suffix))


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
