"""Documents as Word, Markdown and LaTeX: read back, nothing in them is taken for markup, and nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.documents import latex, markdown
from parties_of_power.exchange.documents.codebook import codebook_document
from parties_of_power.exchange.documents.comparison import comparison_document
from parties_of_power.exchange.documents.definition import (
    Document,
    Heading,
    Notes,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
    words_of,
)
from parties_of_power.exchange.documents.formats import DOCUMENT_FORMATS, document_format, write_document_file
from parties_of_power.exchange.documents.html import html
from parties_of_power.exchange.documents.note_numbers import numbers_in
from parties_of_power.exchange.documents.word import write_word
from parties_of_power.exchange.export import export
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

AWKWARD = (
    "100 % of $5_000 & #1 {x} ~ ^ \\end{document}",
    "=1+1",
    "| a | b |",
    "*bold* _it_ `code` <b>&amp;</b> [link](x)",
    "# no heading",
    "1. no list",
    "- no list",
    "--- ''",
    "Нұр Отан, Әлихан Смайылов",
    'He said "Да"',
)


def of_cells(*texts: str) -> Document:
    rows = tuple(TableRow((TableCell(plain("row")), TableCell(plain(text)))) for text in texts)
    return Document("T", "S", (Table((TableColumn("A"), TableColumn("B")), rows),))


def read_markdown_cells(text: str) -> list[list[str]]:
    """Rows of pipe tables as a reader sees them: split at bars that are not escaped, then without the escapes."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    split = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]
    return [[re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell).strip() for cell in cells] for cells in split]


def test_a_markdown_table_reads_back_as_it_was() -> None:
    cells = read_markdown_cells(markdown.markdown(of_cells(*AWKWARD)))
    assert cells[0] == ["A", "B"]
    assert [row[1] for row in cells[2:]] == list(AWKWARD)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=40))
def test_any_text_in_a_markdown_table_stays_in_its_cell(text: str) -> None:
    (_head, _line, row) = read_markdown_cells(markdown.markdown(of_cells(text)))
    assert len(row) == 2
    assert row[1].split() == text.split()


@pytest.mark.parametrize("line", ["# x", "- x", "+ x", "1. x", "23) x", "> x", "---", "==="])
def test_no_line_of_markdown_begins_with_what_would_make_it_a_list_or_a_heading(line: str) -> None:
    assert not re.match(r"\s*(#|[-+>=]|\d+[.)]\s)", markdown.escaped(line))


def test_figures_stand_in_markdown_as_they_are() -> None:
    assert markdown.escaped("64.3") == "64.3"
    assert markdown.escaped("-5") == "-5"
    assert markdown.escaped("2008-11-25") == "2008-11-25"


def test_markdown_names_its_footnotes_and_has_them() -> None:
    document = Document("T", "", (Paragraph((Run("65"), Run(" [1–3]", is_small=True))), Notes("N", ("a", "b", "c"))))
    text = markdown.markdown(document)
    assert "65[^1] [^2] [^3]" in text
    assert "[^3]: c" in text


def latex_words(text: str) -> str:
    """What LaTeX would print of an escaped text."""
    named = {
        "textbackslash": "\\",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textquotedbl": '"',
        "textasciigrave": "`",
    }
    text = re.sub(r"\{([\[\]])\}", r"\1", text)
    text = re.sub(r"([-',])\{\}", r"\1", text)
    text = re.sub(r"\\(text[a-z]+)\{\}", lambda found: "\x00" + named[found[1]], text)
    return re.sub(r"\\([{}%&#$_])", r"\1", text).replace("\x00", "")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Cf", "Zl", "Zp", "Zs")), max_size=40))
def test_any_text_in_latex_is_printed_as_it_is(text: str) -> None:
    escaped = latex.escaped(text)
    assert latex_words(escaped) == text
    bare = re.sub(r"\\[{}\\%&#$_]", "", escaped)
    assert bare.count("{") == bare.count("}")
    assert not set(re.sub(r"\\text[a-z]+\{\}", "", bare)) & set('%&#$_^~\\"')
    assert not re.search(r"--|''|``|,,", escaped)


@pytest.mark.parametrize("place", range(3))
def test_the_latex_of_each_bundled_comparison_is_balanced(bundled: Study, columns: Columns, place: int) -> None:
    shown = comparisons(bundled)[place % len(comparisons(bundled))]
    text = latex.latex(comparison_document(bundled, columns, shown.id, bundled.as_of))
    body = re.sub(r"\\[{}\\%&#$_]", "", re.sub(r"^%.*$", "", text, flags=re.MULTILINE))
    assert body.count("{") == body.count("}")
    for begin in ("begin", "end"):
        assert len(re.findall(rf"\\{begin}\{{longtable\}}", text)) == 1
    assert text.count(r"\hyperlink") >= text.count(r"\hypertarget") > 20
    rows = [line for line in text.splitlines() if line.endswith(r"\\\relax")]
    assert {len(re.findall(r"(?<!\\)&", row)) for row in rows} == {len([c for c in shown.columns if not c.hidden]) - 1}


def test_a_table_over_pages_has_its_header_on_each() -> None:
    text = latex.latex(of_cells("x"))
    assert text.index(r"\endfirsthead") < text.index(r"\endhead") < text.index(r"\endlastfoot")
    assert text.count(r"\textbf{A} & \textbf{B}") == 2


def test_a_word_file_reads_back(bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path) -> None:
    document = comparison_document(bundled, columns, shown.id, bundled.as_of)
    write_word(document, tmp_path / "out.docx")
    word = docx.Document(str(tmp_path / "out.docx"))
    (written,), (table,) = word.tables, [block for block in document.blocks if isinstance(block, Table)]
    assert [cell.text.split("\n")[0] for cell in written.rows[0].cells] == [column.title for column in table.columns]
    for made, row in zip(written.rows[1:], table.rows, strict=True):
        assert [cell.text for cell in made.cells] == [words_of((*cell.runs, *cell.marks)) for cell in row.cells]
    flagged = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in written.rows]
    assert flagged == [True, *[False] * len(table.rows)]
    section = word.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (section.page_width or 0) > (section.page_height or 0)
    assert word.core_properties.title == shown.name
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert any(text.startswith("1. ") for text in texts)
    assert "References" in texts


def test_the_properties_of_a_word_table_stand_in_the_order_of_the_standard(tmp_path: Path) -> None:
    write_word(of_cells("x"), tmp_path / "out.docx")
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblLook"]
    tags = [each.tag.partition("}")[2] for each in docx.Document(str(tmp_path / "out.docx")).tables[0]._tbl.tblPr]
    assert "tblBorders" in tags
    assert tags == sorted(tags, key=order.index)


def test_the_codebook_in_word_has_real_headings(bundled: Study, tmp_path: Path) -> None:
    document = codebook_document(bundled, bundled.as_of)
    write_word(document, tmp_path / "out.docx")
    word = docx.Document(str(tmp_path / "out.docx"))
    headings = [each for each in word.paragraphs if ((each.style and each.style.name) or "").startswith("Heading")]
    expected = [block for block in document.blocks if isinstance(block, Heading)]
    assert [each.text.split("  ")[0] for each in headings] == [each.text for each in expected]
    assert {each.style.name for each in headings if each.style} == {f"Heading {each.level}" for each in expected}


@given(st.text(max_size=30))
def test_word_takes_any_text(text: str) -> None:
    from io import BytesIO

    from parties_of_power.exchange.documents.word import _fit

    word, file = docx.Document(), BytesIO()
    word.add_paragraph(_fit(text))
    word.save(file)
    file.seek(0)
    assert docx.Document(file).paragraphs


def test_a_font_with_kazakh_letters_stands_before_those_of_the_theme(tmp_path: Path) -> None:
    write_word(of_cells("Нұр Отан"), tmp_path / "out.docx")
    fonts = docx.Document(str(tmp_path / "out.docx")).styles["Heading 1"].element.rPr.rFonts
    assert fonts.get(qn("w:ascii")) == "Arial"
    assert fonts.get(qn("w:asciiTheme")) is None


def test_a_web_page_says_what_a_row_is_and_leads_to_its_notes(
    bundled: Study, columns: Columns, shown: Comparison
) -> None:
    page = html(comparison_document(bundled, columns, shown.id, bundled.as_of))
    targets, places = set(re.findall(r'href="#([^"]+)"', page)), set(re.findall(r'id="([^"]+)"', page))
    assert targets
    assert targets <= places
    assert page.count("<th scope=row") == 10
    assert 'lang="en"' in page
    assert not re.search(r'(src|href)="?https?:', page)


@pytest.mark.parametrize("chosen", DOCUMENT_FORMATS, ids=lambda each: each.key)
def test_each_comparison_is_written_in_each_format(
    bundled: Study, columns: Columns, tmp_path: Path, chosen: object
) -> None:
    for each in comparisons(bundled)[:4]:
        for ending in (form.endings[0] for form in DOCUMENT_FORMATS if form is chosen):
            path = tmp_path / f"{each.id}{ending}"
            assert export(bundled, columns, path, each.id, bundled.as_of) == []
            assert path.stat().st_size > 1000
    assert not list(tmp_path.glob(".*"))


def test_notes_are_known_by_their_look_alone() -> None:
    assert numbers_in(Run(" [3, 7–9]", is_small=True)) == (3, 7, 8, 9)
    assert numbers_in(Run(" [3]")) == ()
    assert numbers_in(Run(" [IWPR]", is_small=True)) == ()


def test_a_document_is_written_by_the_ending_of_its_name(tmp_path: Path) -> None:
    for name in ("a.docx", "a.md", "a.tex", "a.HTML"):
        chosen = document_format(Path(name))
        assert chosen is not None
        write_document_file(of_cells("Нұр Отан"), tmp_path / name, chosen)
    assert "Нұр Отан" in (tmp_path / "a.md").read_text("utf-8")
    assert document_format(Path("a.pdf")) is None
