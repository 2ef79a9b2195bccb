"""Awkward values in Excel: every one comes back as it went in, or the user is told what had to change."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from parties_of_power.analysis.columns import Columns
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.export import export
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Digits, Link, Sheet, SheetColumn
from study.builders import a_study, day

LIKE_FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"click")',
    "＝1+1",  # full width
    "=",
    "{=1+1}",
    "'=1",
]
LIKE_OTHER_THINGS = [
    "#N/A",
    "#REF!",
    "TRUE",
    "1e5",
    "007",
    "1/2",
    "MAR1",
    "  =1",
    " lead and trail ",
    "12345678901234567890",
]
MARKUP = [
    "<r>text</r>",
    "<r><t>a</t></r>",
    "<b>&amp;\"'",
    "]]>",
    "_x0041_ literal",
    "_x000D_",
    "line1\nline2",
    "line1\r\nline2",
    "tab\tin",
]
SCRIPTS = ["حزب", "e\u0301", "\ufeffBOM", "\u2028ls", "\u202egnp.exe", "a\u200bb", "Нұр Отан", "😀" * 10]


def written(path: Path, rows: Sequence[Sequence[Content]], columns: int = 1) -> Alterations:
    """A workbook of one sheet."""
    changes = Alterations()
    book = Book(changes)
    sheet = Sheet("T", [SheetColumn(f"column {place}") for place in range(columns)], rows, len(rows))
    book.add("T", sheet, "", lambda: None)
    book.write(path)
    verify(path, book.tallies)
    return changes


def by_openpyxl(path: Path) -> list[object]:
    page = openpyxl.load_workbook(path)["T"]
    return [row[0].value for row in page.iter_rows(min_row=2)]


def by_calamine(path: Path) -> list[object]:
    return [row[0] for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()][1:]


def formulas(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    return [found for sheet in sheets for found in re.findall("<f[ >]", sheet)]


@pytest.mark.parametrize("text", [*LIKE_FORMULAS, *LIKE_OTHER_THINGS, *MARKUP, *SCRIPTS])
def test_text_arrives_as_the_same_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.xlsx"
    changes = written(path, [[text]])
    assert by_calamine(path) == [text]
    assert formulas(path) == []
    assert changes.sentences() == []


@pytest.mark.parametrize("text", LIKE_FORMULAS)
def test_text_that_begins_like_a_formula_is_marked_as_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.xlsx"
    written(path, [[text]])
    (cell,) = (row[0] for row in openpyxl.load_workbook(path)["T"].iter_rows(min_row=2))
    assert cell.data_type == "s"
    assert cell.quotePrefix == (not text.startswith("{"))


@pytest.mark.parametrize("text", ["a\x01b\x0bc", "nul\x00x", "lone\ud800surrogate", "end\uffff"])
def test_characters_that_no_file_may_hold_are_replaced_and_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.xlsx"
    changes = written(path, [["fine"], [text]])
    assert by_calamine(path)[1] == re.sub("[\x00-\x08\x0b\ud800\uffff]", "\ufffd", text)
    (sentence,) = changes.sentences()
    assert "T!A3" in sentence


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("_x005F_x0041_", "_x005F_ x0041_"),
        ("<r>_x0041_\r</r>", "<r>_ x0041_</r>"),
        ("<r>" + "x" * 32_767 + "</r>", None),
    ],
)
def test_what_cannot_be_escaped_is_parted_and_named(tmp_path: Path, text: str, read: str | None) -> None:
    path = tmp_path / "t.xlsx"
    changes = written(path, [[text]])
    assert by_calamine(path) == [text[:32_767] if read is None else read]
    assert "T!A2" in changes.sentences()[0]


@pytest.mark.parametrize("text", ["x" * 32_768, "😀" * 20_000])
def test_a_text_longer_than_a_cell_is_cut_and_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.xlsx"
    changes = written(path, [[text]])
    (read,) = by_calamine(path)
    assert isinstance(read, str)
    assert text.startswith(read)
    assert 32_766 <= len(read.encode("utf-16-le")) // 2 <= 32_767
    assert "32,767" in changes.sentences()[0]


def test_a_text_that_just_fits_stays(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    assert written(path, [["x" * 32_767]]).sentences() == []
    assert by_calamine(path) == ["x" * 32_767]


@pytest.mark.parametrize("number", [0.1, 71.09, 1 / 3, 1e300, -1, 0, 0.643, 2_500_000, 2**53])
def test_numbers_arrive_as_the_same_numbers(tmp_path: Path, number: float) -> None:
    path = tmp_path / "t.xlsx"
    written(path, [[number]])
    assert by_openpyxl(path) == [number]


def test_a_number_with_more_digits_than_excel_keeps_is_text_and_named(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    changes = written(path, [[Digits("12345678901234567890")]])
    assert by_openpyxl(path) == ["12345678901234567890"]
    assert "T!A2" in changes.sentences()[0]


def test_an_address_longer_than_a_link_may_be_is_text(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    long = "https://example.org/" + "a" * 2_100
    written(path, [[Link(long)], [Link("https://example.org/a b#c?d=é")]])
    page = openpyxl.load_workbook(path)["T"]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == [long, "https://example.org/a b#c?d=é"]
    assert [row[0].hyperlink is not None for row in page.iter_rows(min_row=2)] == [False, True]


def test_a_table_without_rows_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    written(path, [], columns=3)
    (table,) = openpyxl.load_workbook(path)["T"].tables.values()
    assert table.ref == "A1:C2"


@given(
    st.lists(st.lists(st.text(max_size=40) | st.floats(allow_nan=False, allow_infinity=False), min_size=3, max_size=3))
)
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str | float]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "t.xlsx"
    written(path, rows, columns=3)  # verifies every cell
    assert formulas(path) == []


def test_a_study_of_awkward_names_is_exported_whole(tmp_path: Path) -> None:
    """Also names that sheets, headers and the page header may not have."""
    words = a_study(tmp_path).with_state("=1+1").with_source("+Source & Son", url="http://example.org/=1")
    words.with_party("@party", state="=1+1", note="<r>x</r>", founded="1899-12-31")
    words.with_attribute("_x0041_ share\nin &P", "percent", definition="=2").with_attribute(
        "_X0041_ SHARE in &p", "text"
    )
    words.with_value("@party", "_x0041_ share\nin &P", "12.5", "2008", source="+Source & Son", locator="-1")
    words.with_value("@party", "_X0041_ SHARE in &p", "=1+1", "2008")
    words.with_comparison("history", columns=["_x0041_ share\nin &P", "_X0041_ SHARE in &p"])
    path = tmp_path / "out.xlsx"
    columns = Columns(words.study)
    export(words.study, columns, path, words.comparison("history"), day("2008-06-01"))
    assert formulas(path) == []
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0].casefold() not in ("history", "parties")
    headers = [str(cell.value) for cell in book.worksheets[0][1]]
    assert len({header.casefold() for header in headers}) == len(headers)
    values = [cell.value for row in book.worksheets[0].iter_rows(min_row=2) for cell in row]
    assert {"@party", "=1+1", 0.125} <= set(values)
    parties = {cell.value for row in book["Parties"].iter_rows(min_row=2) for cell in row}
    assert {"1899-12-31", "<r>x</r>"} <= parties
