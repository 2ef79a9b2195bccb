"""What the options make of a workbook, reread with openpyxl: sheets, columns, links, lists, names, charts."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.days import day_number
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.excel_names import defined_name
from parties_of_power.exchange.export import export
from parties_of_power.exchange.guarded.child import read_here
from parties_of_power.exchange.guarded.definition import USUAL
from parties_of_power.exchange.options import Options
from parties_of_power.exchange.preview import preview
from parties_of_power.exchange.returned.comparing import compare
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets import comparison as comparison_sheets
from parties_of_power.exchange.sheets.yearly import yearly_table
from parties_of_power.study.queries import comparisons, observations_of_attribute
from parties_of_power.study.study import Study

Written = tuple[Path, Workbook]
Write = Callable[[Options], Written]


@pytest.fixture
def write(bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path) -> Write:
    def written(options: Options) -> Written:
        path = tmp_path / "out.xlsx"
        notes = export(bundled, columns, path, shown.id, bundled.as_of, options=options)
        assert all(notes)
        return path, openpyxl.load_workbook(path)

    return written


def titles(page: Worksheet) -> list[str]:
    return [str(cell.value) for cell in page[1]]


def test_one_comparison_alone_has_its_sources_codebook_and_about(write: Write) -> None:
    _path, book = write(Options(with_study=False, charts=False))
    assert book.sheetnames == ["Parties of power in 2008", "Sources", "Codebook", "About", "parties-of-power"]


def test_all_comparisons_are_sheets_with_tables_of_their_own(bundled: Study, write: Write) -> None:
    _path, book = write(Options(all_comparisons=True, with_study=False))
    assert len(book.sheetnames) == len(comparisons(bundled)) + 6
    tables = [name for page in book.worksheets for name in page.tables]
    assert len({name.casefold() for name in tables}) == len(tables)


def test_citations_in_columns_lead_to_their_row_of_the_sources(write: Write) -> None:
    _path, book = write(Options(citations="columns", with_study=False))
    page, sources = book.worksheets[0], book["Sources"]
    place = titles(page).index("Vote share: source")
    checked = 0
    for row in page.iter_rows(min_row=2):
        cell = row[place]
        assert all(each.comment is None for each in row)
        if cell.value:
            sheet, _sign, target = cell.hyperlink.location.partition("!")
            assert sheet == "Sources"
            assert str(cell.value).partition(":")[0].partition(";")[0] == sources[target].value
            checked += 1
    assert checked > 5


def test_more_notes_than_excel_bears_become_columns_and_are_told(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison_sheets, "MOST_NOTES", 3)
    said = export(bundled, columns, tmp_path / "out.xlsx", shown.id, bundled.as_of)
    assert any("stand in columns beside them" in sentence for sentence in said)
    page = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert "Vote share: source" in titles(page)
    assert all(cell.comment is None for row in page.iter_rows(min_row=2) for cell in row)


def test_a_column_for_each_year_shows_the_cells_of_its_last_day(
    bundled: Study,
    columns: Columns,
    table: ComparisonTable,
    write: Write,
) -> None:
    options = Options(form="years", years=(2003, 2008), with_study=False)
    _path, book = write(options)
    page = book.worksheets[0]
    shown = yearly_table(Export(bundled, columns, table, options), table, Alterations())
    days = {column.day for column in shown.columns if column.day}
    assert days == {day_number(2003, 12, 31), bundled.as_of}
    place = titles(page).index("Leader, 31 Dec 2003")
    column = next(at for at, each in enumerate(shown.columns) if shown.header(each).title == "Leader, 31 Dec 2003")
    written = [page.cell(row + 2, place + 1).value for row in range(len(shown.row_ids))]
    assert written == [shown.cell(row, column).text for row in range(len(shown.row_ids))]


def test_the_long_form_has_every_observation_of_its_rows(
    bundled: Study,
    table: ComparisonTable,
    write: Write,
) -> None:
    _path, book = write(Options(form="long", with_study=False))
    page = book.worksheets[0]
    place = titles(page).index("Id") + 1
    written = {page.cell(row, place).value for row in range(2, page.max_row + 1)}
    subjects = set(table.row_ids)
    asked = {column.attribute_id for column in table.columns if column.attribute_id and not column.of_state}
    meant = {
        str(each.id)
        for attribute_id in asked
        for each in observations_of_attribute(bundled, attribute_id)
        if each.subject_id in subjects
    }
    assert meant <= written


def test_missing_values_as_codes_are_explained(write: Write) -> None:
    _path, book = write(Options(reasons="codes"))
    page = book.worksheets[0]
    texts = {cell.value for row in page.iter_rows(min_row=2) for cell in row}
    assert ".d" in texts
    assert "irreconcilable" not in texts
    about = {row[0].value: row[1].value for row in book["About"].iter_rows(min_row=2)}
    assert ".d irreconcilable" in str(about["Codes"])


def test_values_only_have_nothing_beside_them(write: Write) -> None:
    path, book = write(Options(values_only=True))
    with zipfile.ZipFile(path) as parts:
        assert not [name for name in parts.namelist() if "chart" in name or "comment" in name]
    for page in book.worksheets:
        assert not page.data_validations.dataValidation
        assert not list(page.conditional_formatting)


def test_choices_are_offered_and_columns_have_names(bundled: Study, workbook: Written) -> None:
    _path, book = workbook
    page = book.worksheets[0]
    letters = {title: cell.column_letter for title, cell in zip(titles(page), page[1], strict=True)}
    rules = {str(rule.sqref).split(":")[0].rstrip("0123456789"): rule for rule in page.data_validations.dataValidation}
    rule = rules[letters["Government role"]]
    attribute = bundled.catalogue.attribute("Government role", "party")
    assert attribute is not None
    labels = [choice.label for choice in bundled.catalogue.choices_of(attribute.id)]
    if str(rule.formula1).startswith('"'):
        offered = str(rule.formula1).strip('"').split(",")
    else:
        sheet, _sign, area = str(rule.formula1).partition("!")
        offered = [cell.value for (cell,) in book[sheet.strip("='")][area.replace("$", "")]]
    assert offered[: len(labels)] == labels
    assert "not coded" in offered
    letter = letters["Vote share"]
    assert book.defined_names["Vote_share"].attr_text == f"'{page.title}'!${letter}$2:${letter}${page.max_row}"


def test_the_lives_are_shaded_year_by_year(workbook: Written) -> None:
    _path, book = workbook
    page = book["Lives"]
    row = next(row for row in page.iter_rows(min_row=2) if row[0].value == "Nur Otan")
    years = dict(zip(titles(page), row, strict=True))
    assert years["1998"].value is None
    assert (years["1999"].value, years["2008"].value) == ("■", "■")
    assert years["1999"].fill.fgColor.rgb != years["1998"].fill.fgColor.rgb


def test_lines_over_time_follow_the_cells(workbook: Written) -> None:
    path, book = workbook
    page = book["Over time"]
    rows = {(row[0].value, row[1].value): row for row in page.iter_rows(min_row=2)}
    years = titles(page)
    assert rows["Vote share", "United Russia"][years.index("2007")].value == 0.643
    assert years[3:] == [str(year) for year in range(int(years[3]), int(years[-1]) + 1)]
    with zipfile.ZipFile(path) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert sum("<c:lineChart>" in chart for chart in charts) >= 3
    assert all("'Over time'!$D$" in chart for chart in charts if "<c:lineChart>" in chart)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Vote share", "Vote_share"),
        ("2003 seats", "_2003_seats"),
        ("A1", "_A1"),
        ("R1C1", "_R1C1"),
        ("Доля голосов", "Доля_голосов"),
        ("%", "_"),
        ("comparison", "comparison_2"),
    ],
)
def test_names_are_legal_in_formulas(title: str, name: str) -> None:
    assert defined_name(title, {"comparison"}) == name


@pytest.mark.parametrize(
    "options", [Options(), Options(form="years", years=(2003,), citations="both"), Options(form="long")]
)
def test_the_preview_has_the_titles_and_texts_of_the_sheet(
    bundled: Study,
    columns: Columns,
    table: ComparisonTable,
    write,
    options: Options,
) -> None:
    _path, book = write(options)
    page = book.worksheets[0]
    seen = preview(Export(bundled, columns, table, options), 100)
    assert list(seen.titles) == [title for title in titles(page) if title != "Row id"]
    for title, row in (("Party", 2), ("Subject", 2)):
        if title in seen.titles:
            place = seen.titles.index(title)
            assert seen.rows[row - 2][place].text == page.cell(row, place + 1).value


def test_the_preview_writes_numbers_as_excel_does(bundled: Study, columns: Columns, table: ComparisonTable) -> None:
    seen = preview(Export(bundled, columns, table), 10)
    by_name = {row[0].text: dict(zip(seen.titles, row, strict=True)) for row in seen.rows}
    assert by_name["United Russia"]["Vote share"].text == "64.3%"
    assert by_name["New Azerbaijan Party"]["Vote share"].text == "62.3% (2000)"
    assert by_name["Nur Otan"]["Founded"].text == "1999-02-12"


@pytest.mark.parametrize(
    "options",
    [
        Options(citations="both", reasons="codes"),
        Options(form="years", years=(1999, 2003, 2008), citations="columns", with_study=False),
        Options(values_only=True, all_comparisons=True),
    ],
)
def test_a_workbook_that_comes_back_untouched_has_no_differences(
    bundled: Study,
    columns: Columns,
    write: Write,
    options: Options,
) -> None:
    path, _book = write(options)
    returned = compare(bundled, columns, read_here(path, USUAL), path.name)
    assert not returned.is_guess
    assert returned.differences == ()
    assert returned.notes == ()


def test_a_value_of_another_year_comes_back_with_its_day(bundled: Study, columns: Columns, write: Write) -> None:
    path, book = write(Options(form="years", years=(2003, 2008), citations="columns", with_study=False))
    page = book.worksheets[0]
    place = titles(page).index("Leader, 31 Dec 2003") + 1
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 1).value == "United Russia")
    page.cell(row, place).value = "Somebody Else"
    page.cell(row, titles(page).index("Leader, 31 Dec 2003: source") + 1).value = "nothing is taken from here"
    book.save(path)
    (found,) = compare(bundled, columns, read_here(path, USUAL), path.name).differences
    assert (found.text, found.day) == ("Somebody Else", day_number(2003, 12, 31))


def test_every_part_follows_the_schemas_of_ecma_376(workbook: Written) -> None:
    audit = pytest.importorskip("openxml_audit", reason="the validator of Office files is not installed")
    path, _book = workbook
    result = audit.OpenXmlValidator().validate(path)
    assert result.is_valid, result.errors
