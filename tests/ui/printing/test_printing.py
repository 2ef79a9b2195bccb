"""Printing: what is on the pages, that a PDF holds text with its fonts, and that nothing is too wide or lost."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from parties_of_power.analysis.side_by_side import Side, side_by_side
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.documents.definition import (
    Document,
    Notes,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
)
from parties_of_power.ui import print_actions
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.printing.column_widths import LEAST, fitted
from parties_of_power.ui.printing.laid import LaidDocument
from parties_of_power.ui.printing.output import print_on, write_document, write_pdf
from parties_of_power.ui.printing.paper import FITS, POINT, PageSetup, stored_setup
from parties_of_power.ui.printing.preview import Preview
from parties_of_power.ui.printing.printout import DocumentPrintout
from parties_of_power.ui.printing.printouts import (
    codebook_printout,
    comparison_printout,
    profile_printout,
    side_by_side_printout,
)
from parties_of_power.ui.theme import theme
from parties_of_power.ui.workspace import Workspace

A4 = PageSetup().sheet(is_wide=False)


def letters_of(pdf: bytes) -> set[str]:
    """The characters that can be copied out of a PDF: those that its fonts name."""
    found: set[str] = set()
    for stream in streams_of(pdf):
        if b"begincmap" not in stream:
            continue
        for first, last, code in re.findall(rb"<(\w{4})> <(\w{4})> <(\w{4})>", stream):
            found |= {chr(int(code, 16) + offset) for offset in range(int(last, 16) - int(first, 16) + 1)}
        for listed in re.findall(rb"<\w{4}> <\w{4}> \[([^\]]*)\]", stream):
            found |= {chr(int(code, 16)) for code in re.findall(rb"<(\w{4})>", listed)}
        for _glyph, code in re.findall(rb"^<(\w{4})> <(\w{4})>$", stream, re.M):
            found.add(chr(int(code, 16)))
    return found


def streams_of(pdf: bytes) -> list[bytes]:
    streams = []
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S):
        try:
            streams.append(zlib.decompress(match[1]))
        except zlib.error:
            streams.append(match[1])
    return streams


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def text_table(columns: int, rows: int, text: str = "word") -> Table:
    cells = tuple(TableCell(plain(f"{text} {place}")) for place in range(columns))
    return Table(tuple(TableColumn(f"Title {place}") for place in range(columns)), tuple([TableRow(cells)] * rows))


def document(*blocks: object) -> Document:
    return Document("A title", "As of today", tuple(blocks))  # type: ignore[arg-type]  # blocks of a document


def select(workspace: Workspace, name: str) -> int:
    (party,) = workspace.catalogue.find_subject(name, "party")
    workspace.select([party])
    return party


def test_a_profile_in_kazakh_is_text_with_its_fonts_inside(workspace: Workspace, tmp_path: Path) -> None:
    select(workspace, "Nur Otan")
    printout = profile_printout(workspace)
    assert printout is not None
    path = tmp_path / "Nur Otan.pdf"
    count = write_pdf(printout, PageSetup(), path)
    pdf = path.read_bytes()
    assert pages_of(pdf) == count > 1
    assert b"/FontFile" in pdf
    assert set("НұрОтанХалықтықДемократиялықПартиясы") <= letters_of(pdf)
    assert set("0123456789.-–%,[]◇") <= letters_of(pdf), "figures of equal width would be no text"


@pytest.mark.parametrize("fit", FITS)
@pytest.mark.parametrize("is_wide", [True, False])
def test_no_column_of_a_comparison_is_lost_or_leaves_the_paper(workspace: Workspace, fit: str, is_wide: bool) -> None:
    printout = comparison_printout(workspace)
    assert printout is not None
    setup = PageSetup(is_wide=is_wide, fit=fit)  # type: ignore[arg-type]  # a key of FITS
    made = printout.document(with_sources=True)
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    body = setup.sheet(is_wide).body
    columns = fitted(table, body.width(), setup.fit)
    assert {place for band in columns.bands for place in band.places} == set(range(len(table.columns)))
    assert all(sum(band.widths) <= body.width() + 1 for band in columns.bands)
    assert columns.size >= LEAST
    sheet = setup.sheet(is_wide)
    pages = LaidDocument(made, sheet, setup.fit).pages
    assert all(each.y + each.piece.height <= sheet.body.height() + 1 for page in pages for each in page)


def test_one_page_is_one_page_where_it_can_be(workspace: Workspace) -> None:
    printout = comparison_printout(workspace)
    assert printout is not None
    assert printout.pages(PageSetup(fit="page", with_sources=False)).count == 1
    assert printout.pages(PageSetup(with_sources=True)).count > 1


def test_the_header_comes_again_on_each_page() -> None:
    made = LaidDocument(document(text_table(3, 120)), A4, "width")
    assert made.count > 2
    first = made.pages[1][0].piece
    assert all(page[0].piece is first for page in made.pages[1:])


def test_a_row_higher_than_a_page_goes_on_on_the_next_one() -> None:
    long = TableRow((TableCell(plain("word " * 6000)), TableCell(plain("short"))))
    made = LaidDocument(document(Table((TableColumn("A"), TableColumn("B")), (long,))), A4, "width")
    assert made.count > 2
    assert all(placed.y + placed.piece.height <= A4.body.height() + 1 for page in made.pages for placed in page)


def test_a_long_paragraph_goes_on_on_the_next_page() -> None:
    made = LaidDocument(document(Paragraph(plain("word " * 9000)), Notes("Sources", ("One",))), A4, "width")
    assert made.count > 2
    assert all(placed.y + placed.piece.height <= A4.body.height() + 1 for page in made.pages for placed in page)


def test_columns_that_find_no_room_go_on_with_those_that_say_what_a_row_is() -> None:
    columns = fitted(text_table(40, 3, "Eine-ziemlich-lange-Bezeichnung"), A4.body.width(), "width")
    assert len(columns.bands) > 1
    assert all(band.places[0] == 0 for band in columns.bands)


def test_a_word_longer_than_the_paper_is_broken_and_not_cut() -> None:
    made = LaidDocument(document(Table((TableColumn("A"),), (TableRow((TableCell(plain("x" * 900)),)),))), A4, "width")
    image = QImage(800, 1130, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(image.width() / A4.width, image.width() / A4.width)
    made.paint(painter, 0)
    painter.end()
    edge = int(image.width() * (A4.width - A4.margin + 2 * POINT) / A4.width)
    inked = [x for x in range(edge, image.width()) for y in range(300) if image.pixelColor(x, y).lightness() < 200]
    assert inked == []


def test_side_by_side_and_codebook_are_printed(workspace: Workspace, tmp_path: Path) -> None:
    sides = [Side(select(workspace, name)) for name in ("United Russia", "Nur Otan")]
    shown = side_by_side(workspace.study, workspace.columns, sides, workspace.as_of)
    side = side_by_side_printout(workspace, shown)
    assert side is not None
    for printout in (side, codebook_printout(workspace)):
        path = tmp_path / f"{printout.name}.pdf"
        write_document(printout, PageSetup(), path)
        assert pages_of(path.read_bytes()) > 1
    page = tmp_path / "codebook.html"
    write_document(codebook_printout(workspace), PageSetup(), page)
    assert "Coding rule" in page.read_text("utf-8")


def test_another_ending_is_refused_and_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match=r"\.doc"):
        write_document(codebook_printout(workspace), PageSetup(), tmp_path / "codebook.doc")
    with pytest.raises(ExportRefused):
        write_pdf(codebook_printout(workspace), PageSetup(), tmp_path / "nowhere" / "codebook.pdf")
    assert list(tmp_path.glob("*.doc")) == []


def test_a_page_setup_is_kept_and_nonsense_is_the_usual_one() -> None:
    setup = PageSetup("Letter", False, 22, "size", False)
    assert stored_setup(setup.stored()) == setup
    for text in ("", "{", "[1]", '{"paper": "A99"}', '{"margin": 1000}', '{"margin": "wide"}'):
        assert stored_setup(text) == PageSetup()


def test_the_preview_shows_what_is_in_front_and_keeps_the_setup(window: MainWindow) -> None:
    print_actions.preview(window)
    preview = window.findChild(Preview)
    assert preview is not None
    assert window.workspace.comparison is not None
    assert preview.printout.name == window.workspace.comparison.name
    before = preview.area.sheets.height()
    preview.turned.setCurrentIndex(preview.turned.findData(False))
    QApplication.processEvents()
    assert preview.area.sheets.height() != before
    codebook = preview.what.findText("Codebook")
    preview.what.setCurrentIndex(codebook)
    assert not preview.sources.isEnabled()
    preview.close()
    assert stored_setup(window.settings.page_setup).is_wide is False


def test_the_codebook_is_exported_from_the_menu(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "book"), "PDF (*.pdf)"))
    window.go_to_view("codebook")
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (tmp_path / "book.pdf").read_bytes().startswith(b"%PDF")


def test_a_table_that_nobody_would_print_is_refused_and_said(workspace: Workspace) -> None:
    def refused(_with_sources: bool) -> Document:
        raise ExportRefused("too large")

    said: list[str] = []
    workspace.message.connect(said.append)
    Preview(
        workspace, None, [DocumentPrintout("Large", lambda _sources: document(Paragraph((Run("x"),))))], PageSetup()
    )
    assert said == []
    assert workspace.perform(lambda: DocumentPrintout("Large", refused).pages(PageSetup())) is None
    assert said == ["too large"]


def test_timeline_and_chart_are_lines_and_text_on_paper(window: MainWindow, tmp_path: Path) -> None:
    theme().apply("dark")
    window.go_to_view("charts")
    QApplication.processEvents()
    for key in ("timeline", "charts"):
        printout = window.widget_of(key).printout()  # type: ignore[attr-defined]  # both have one
        path = tmp_path / f"{key}.pdf"
        assert write_pdf(printout, PageSetup(), path) == 1
        pdf = path.read_bytes()
        assert b"/FontFile" in pdf
        assert set("0123456789") <= letters_of(pdf)
        assert theme().has_equal_figures
    assert max(len(stream) for stream in streams_of(pdf)) < 1_000_000, "no picture of pixels"
    theme().apply("light")


@pytest.mark.parametrize("key", ["sources", "settle", "history", "between_days", "inspector", "codebook"])
def test_every_view_in_front_is_what_is_printed(window: MainWindow, key: str) -> None:
    select(window.workspace, "Nur Otan")
    window.workspace.clear_cell()
    window.go_to_view(key)
    QApplication.processEvents()
    printout = next(print_actions._printouts(window))
    assert printout is not None
    assert printout.pages(PageSetup()).count >= 1
    words = {"settle": "Rival values", "inspector": "Profile of Nur Otan", "between_days": "Between two days"}
    assert printout.name == words.get(key, key.capitalize())


def test_a_printer_gets_the_pages_that_were_chosen(workspace: Workspace, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(PageSetup().layout(is_wide=False))
    printer.setFromTo(2, 3)
    assert print_on(printer, codebook_printout(workspace), PageSetup())
    del printer
    pdf = (tmp_path / "printed.pdf").read_bytes()
    assert pages_of(pdf) == 2
    assert set("abcdefgh0123456789") <= letters_of(pdf)
