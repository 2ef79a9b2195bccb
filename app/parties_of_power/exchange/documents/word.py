"""A document as a Word file: real headings, tables whose header comes again on each page, notes as a numbered list."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from parties_of_power.exchange.documents.definition import (
    Block,
    Document,
    Heading,
    Notes,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableRow,
    Tone,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell
    from docx.table import _Row as WordRow
    from docx.text.paragraph import Paragraph as WordParagraph

# On every Windows and macOS; elsewhere Liberation Sans, which is as wide, takes its place. Both have Kazakh letters.
FONT = "Arial"
_COLOURS: dict[Tone, str] = {"second": "55595E", "rival": "A33F0A", "doubt": "7A5000", "wrong": "A62B1F"}
# Wider tables have smaller print, in points.
_SIZES = ((6, 9.0), (9, 8.0), (13, 7.0))
_SMALL = 1.0
_MARGIN = 15


def write_word(document: Document, path: Path) -> None:
    import docx

    word = docx.Document()
    _set_up(word, document)
    word.add_heading(_fit(document.title), 0)
    word.add_paragraph(_fit(document.subtitle), "Subtitle")
    for line in document.lines:
        _add_runs(word.add_paragraph(), (Run(line, "second", is_small=True),), 10)
    for block in document.blocks:
        _add(word, block)
    word.save(str(path))


def _set_up(word: WordDocument, document: Document) -> None:
    """The paper, the fonts, and the properties that a file dialog shows."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    section = word.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if document.is_wide else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if document.is_wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    for style in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
        _set_font(word.styles[style].element)
    normal = word.styles["Normal"]
    normal.paragraph_format.space_after = Pt(3)
    normal.font.size = Pt(10)
    word.styles["Title"].font.size = Pt(20)
    properties = word.core_properties
    properties.title, properties.subject = _fit(document.title)[:255], _fit(document.subtitle)[:255]
    properties.author, properties.comments, properties.keywords = "", "", ""


def _set_font(style: BaseOxmlElement) -> None:
    """For every script; the fonts of a theme would stand before it."""
    from docx.oxml.ns import qn

    fonts = style.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _add(word: WordDocument, block: Block) -> None:
    match block:
        case Heading():
            heading = word.add_heading(_fit(block.text), block.level)
            if block.beside:
                heading.add_run(f"  {_fit(block.beside)}").bold = False
        case Paragraph():
            _add_runs(word.add_paragraph(style="List Bullet" if block.bullet else None), block.runs, 10)
        case Table():
            _add_table(word, block)
        case Notes():
            word.add_heading(_fit(block.title), 2)
            for number, note in enumerate(block.notes, 1):
                # Numbered in words: Word would go on counting from the list before.
                _add_runs(word.add_paragraph(), (Run(f"{number}. {note}"),), 8.5)


def _add_table(word: WordDocument, table: Table) -> None:
    size = next((size for most, size in _SIZES if len(table.columns) <= most), 6.0)
    made = word.add_table(rows=0, cols=len(table.columns))
    _add_header(made, table, size)
    for row in table.rows:
        cells = made.add_row().cells
        if row.is_heading:
            _fill(cells[0].merge(cells[-1]), row.cells[0], size)
        else:
            _fill_row(cells, table, row, size)
    # Not to be taken apart by a page.
    for each in made.rows:
        each._tr.get_or_add_trPr().append(_flag("w:cantSplit"))
    _set_look(made)
    word.add_paragraph()


def _add_header(made: WordTable, table: Table, size: float) -> None:
    row: WordRow = made.add_row()  # type: ignore[no-untyped-call]  # the library says no types here
    for cell, column in zip(row.cells, table.columns, strict=True):
        small = (Run(f"\n{column.small}", is_small=True),) if column.small else ()
        _fill(cell, TableCell((Run(column.title, is_bold=True), *small)), size, is_right=column.is_number)
    row._tr.get_or_add_trPr().append(_flag("w:tblHeader"))


def _set_look(made: WordTable) -> None:
    """Lines between the rows alone."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B4B7BB"/>' for side in ("top", "bottom", "insideH")
    )
    borders, properties = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"), made._tbl.tblPr
    # Word wants its properties in the order of the standard.
    following = [each for each in properties if each.tag in (qn("w:shd"), qn("w:tblLayout"), qn("w:tblLook"))]
    properties.insert(properties.index(following[0]) if following else len(properties), borders)


def _flag(name: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _fill_row(cells: Iterable[WordCell], table: Table, row: TableRow, size: float) -> None:
    for cell, column, filled in zip(cells, table.columns, row.cells, strict=True):
        _fill(cell, filled, size, is_right=column.is_number)


def _fill(cell: WordCell, filled: TableCell, size: float, *, is_right: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    if is_right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_runs(paragraph, (*filled.runs, *filled.marks), size)


def _add_runs(paragraph: WordParagraph, runs: Iterable[Run], size: float) -> None:
    from docx.shared import Pt, RGBColor

    for run in runs:
        added = paragraph.add_run(_fit(run.text))
        added.bold, added.italic = run.is_bold or None, run.is_italic or None
        added.font.size = Pt(size - _SMALL if run.is_small else size)
        if run.tone:
            added.font.color.rgb = RGBColor.from_string(_COLOURS[run.tone])


def _fit(text: str) -> str:
    """Without what no XML file can hold."""
    return "".join(
        letter
        for letter in text
        if letter in "\t\n" or "\x20" <= letter <= "\ud7ff" or "\ue000" <= letter <= "\ufffd" or letter > "\uffff"
    )
