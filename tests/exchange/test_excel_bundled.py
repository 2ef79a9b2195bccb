"""The workbook of the bundled study, reread with openpyxl and calamine: sheets, tables, typed cells, notes, chart."""

from __future__ import annotations

import datetime
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl.cell import Cell as ExcelCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import Cell, ComparisonTable
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import Observation
from parties_of_power.exchange.export import export
from parties_of_power.study.queries import all_observations, comparisons, counts
from parties_of_power.study.study import Study

Written = tuple[Path, Workbook]
SHEETS = ["Lives", "Over time", "Parties", "States", "Observations", "Timeline", "Ties", "Sources", "Codebook", "About"]
DRAWN = ("Lives", "Over time")  # a column a year: buttons of filters would hide the years
FIRST_EXCEL_DAY = datetime.date(1900, 3, 1).toordinal()


def rows_of(page: Worksheet) -> list[dict[str, ExcelCell]]:
    """The rows of a sheet by the titles of its columns."""
    titles = [str(cell.value) for cell in page[1]]
    return [dict(zip(titles, row, strict=True)) for row in page.iter_rows(min_row=2)]


def test_the_sheets_stand_in_order_after_the_comparison(workbook: Written, shown: object) -> None:
    _path, book = workbook
    assert book.sheetnames == ["Parties of power in 2008", *SHEETS, "parties-of-power"]


def test_every_sheet_is_a_frozen_table_over_all_its_cells_and_prints_on_the_width_of_a_page(workbook: Written) -> None:
    _path, book = workbook
    for page in book.worksheets[:-1]:
        (table,) = page.tables.values()
        assert table.ref == page.dimensions
        assert page.title in DRAWN or table.autoFilter.ref == table.ref
        assert [column.name for column in table.tableColumns] == [cell.value for cell in page[1]]
        assert page.freeze_panes is not None
        assert str(page.freeze_panes).endswith("2")
        assert page.print_title_rows == "$1:$1"
        assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)


@pytest.mark.parametrize("place", range(5))
def test_the_first_sheet_shows_the_cells_of_every_comparison(
    bundled: Study, columns: Columns, tmp_path: Path, place: int
) -> None:
    comparison = comparisons(bundled)[place]
    path = tmp_path / "out.xlsx"
    export(bundled, columns, path, comparison.id, bundled.as_of)
    read = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    table = ComparisonTable(bundled, columns, comparison, bundled.as_of)
    width = len(table.columns)
    assert read[0][: width + 1] == [*(table.header(column).title for column in table.columns), "Row id"]
    assert all(str(title).endswith(" (year)") for title in read[0][width + 1 :])
    meant = [
        [excel_value(bundled, table.cell(row, column)) for column in range(len(table.columns))]
        for row in range(len(table.row_ids))
    ]
    assert [row[:width] for row in read[1:]] == meant
    assert [row[width] for row in read[1:]] == [str(row_id) for row_id in table.row_ids]


def test_what_the_workbook_carries_about_itself_is_hidden_and_protected(workbook: Written) -> None:
    _path, book = workbook
    page = book["parties-of-power"]
    assert page.sheet_state == "veryHidden"
    assert page.protection.sheet
    assert book.worksheets[0].column_dimensions["L"].hidden


def excel_value(study: Study, cell: Cell) -> object:
    """What a reader of the workbook gets for a cell of the table."""
    if cell.state != "value" or cell.attribute_id is None:
        return cell.text
    attribute = study.catalogue.attributes[cell.attribute_id]
    if attribute.kind == "percent" and cell.number is not None:
        return pytest.approx(cell.number / 100, rel=1e-14)
    if kind(attribute.kind).is_numeric:
        return cell.number
    return dated(cell.value) if attribute.kind == "date" else cell.text


def dated(text: str) -> object:
    date = PartialDate.parse(text)
    whole = date.precision == "day" and not (date.approximate or date.uncertain)
    if whole and date.earliest is not None and date.earliest >= FIRST_EXCEL_DAY:
        return datetime.date.fromordinal(date.earliest)
    return text


def test_percents_dates_and_missing_reasons_have_their_formats(workbook: Written) -> None:
    _path, book = workbook
    rows = {row["Party"].value: row for row in rows_of(book.worksheets[0])}
    share = rows["United Russia"]["Vote share"]
    assert (share.value, share.number_format) == (0.643, "0.0%")
    founded = rows["Nur Otan"]["Founded"]
    assert (founded.value, founded.number_format) == (datetime.datetime(1999, 2, 12), "yyyy-mm-dd")  # noqa: DTZ001 -- as openpyxl reads days
    missing = rows["Ak Jol"]["Vote share"]
    assert (missing.value, missing.font.italic) == ("irreconcilable", True)
    older = rows["New Azerbaijan Party"]["Vote share"]
    assert older.value == 0.623
    assert older.number_format.startswith('0.0%" (2000)"')
    possibly = rows["Ak Jol"]["Leader"]
    assert "≈" not in str(possibly.value)
    assert "≈" in possibly.number_format


def test_a_computed_state_is_upright_grey(bundled: Study, columns: Columns, tmp_path: Path) -> None:
    whole = next(each for each in comparisons(bundled) if each.name == "Whole study")
    path = tmp_path / "whole.xlsx"
    export(bundled, columns, path, whole.id, bundled.as_of)
    import openpyxl

    book = openpyxl.load_workbook(path)
    (soviet,) = [
        row for row in rows_of(book.worksheets[0]) if "Communist Party of the Soviet Union" in str(row["Party"].value)
    ]
    ended, coded = soviet["Leader"], rows_of(book.worksheets[0])[0]["Leader"]
    assert (ended.value, ended.font.italic, ended.font.color.rgb) == ("ended 1991", False, "FF62676D")
    assert coded.font.name == ended.font.name


def test_the_note_of_a_cell_cites_its_source_and_its_rivals(workbook: Written) -> None:
    _path, book = workbook
    row = next(row for row in rows_of(book.worksheets[0]) if row["Party"].value == "United Russia")
    comment = row["Vote share"].comment
    assert comment is not None
    lines = comment.text.splitlines()
    assert lines[:2] == ["64.3 %, Base: votes cast", "State Duma election, 2 December 2007"]
    assert "Source: The World Factbook 2008, Legislative branch" in lines
    assert any(line.startswith("Rival: 64.2 %") and "The World Factbook 2007" in line for line in lines)
    assert any(line.startswith("65 %, Base: valid votes (Varieties of Party") for line in lines)
    assert any(line.startswith("Adopted because: ") for line in lines)


def test_the_note_of_a_header_is_the_entry_of_the_codebook(bundled: Study, workbook: Written) -> None:
    _path, book = workbook
    header = next(cell for cell in book.worksheets[0][1] if cell.value == "Vote share")
    attribute = bundled.catalogue.attribute("Vote share", "party")
    assert attribute is not None
    assert header.comment is not None
    assert attribute.definition in header.comment.text


def test_there_is_one_native_chart_of_bars_over_the_rows_that_have_a_number(
    workbook: Written, table: ComparisonTable
) -> None:
    path, book = workbook
    with zipfile.ZipFile(path) as parts:
        names = [name for name in parts.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        (drawn,) = [chart for name in names if "<c:barChart>" in (chart := parts.read(name).decode())]
    page = book.worksheets[0]
    column = [cell.value for cell in page[1]].index("Vote share")
    formula = drawn.partition("<c:val>")[2].partition("</c:f>")[0]
    areas = [area.replace("$", "") for area in re.findall(r"!([$A-Z0-9:]+)", formula)]
    charted = [
        cell.value for area in areas for cells in page[area if ":" in area else f"{area}:{area}"] for cell in cells
    ]
    numbers = [table.cell(row, column).number for row in range(len(table.row_ids))]
    assert charted == [pytest.approx(number / 100) for number in numbers if number is not None]
    assert f"{numbers.count(None)} rows are left out" in drawn


def test_each_sheet_has_one_row_for_each_thing(bundled: Study, workbook: Written) -> None:
    _path, book = workbook
    known = counts(bundled)
    names = {
        "Parties": "parties",
        "States": "states",
        "Observations": "observations",
        "Timeline": "events",
        "Ties": "ties",
        "Sources": "sources",
        "Codebook": "attributes",
    }
    assert {name: book[name].max_row - 1 for name in names} == {name: known[what] for name, what in names.items()}


def test_an_observation_has_all_that_is_known_about_it(bundled: Study, workbook: Written) -> None:
    _path, book = workbook
    rows = {row["Id"].value: row for row in rows_of(book["Observations"])}
    observations = all_observations(bundled)
    assert len(rows) == len(observations)
    for each in observations:
        row = rows[str(each.id)]
        assert meant(bundled, each) == {title: row[title].value or "" for title in meant(bundled, each)}


def meant(study: Study, observation: Observation) -> dict[str, object]:
    sources = study.catalogue.sources
    return {
        "Standing": observation.standing,
        "Claimant": observation.claimant,
        "Certainty": observation.certainty,
        "Reason": observation.reason,
        "Coder": observation.coder,
        "Note": observation.note,
        "As typed": observation.typed,
        "Interval": observation.interval,
        "Out of": observation.out_of or "",
        "Sources": "; ".join(sources[citation.source_id].key for citation in observation.citations),
    }


def test_low_and_high_of_a_percent_are_parts_of_one_as_its_value_is(bundled: Study, workbook: Written) -> None:
    _path, book = workbook
    attributes = {each.name: each for each in bundled.catalogue.attributes.values()}
    for row in rows_of(book["Observations"]):
        kind_key = attributes[str(row["Attribute"].value)].kind
        for title in ("Value", "Low", "High"):
            value = row[title].value
            if kind_key == "percent" and isinstance(value, float | int):
                assert 0 <= value <= 1
                assert row[title].number_format.rstrip('"').endswith("%")


def test_ids_are_text(workbook: Written) -> None:
    _path, book = workbook
    for name in SHEETS[len(DRAWN) : -1]:
        assert all(isinstance(row["Id"].value, str) for row in rows_of(book[name]))


def test_sources_are_links_that_can_be_clicked(workbook: Written) -> None:
    _path, book = workbook
    linked = [row["Address"] for row in rows_of(book["Sources"]) if row["Address"].value]
    assert len(linked) > 300
    assert all(cell.hyperlink is not None for cell in linked)


def test_the_document_names_its_study_and_comparison(workbook: Written) -> None:
    _path, book = workbook
    assert book.properties.title == "Parties of power in 2008, as of 25 November 2008"
    assert book.properties.subject == "Parties of power in the CIS, 2008"


def test_what_had_to_change_is_said_and_stands_on_the_sheet_about(
    bundled: Study, columns: Columns, tmp_path: Path
) -> None:
    long_named = next(each for each in comparisons(bundled) if len(each.name) > 31)
    path = tmp_path / "out.xlsx"
    notes = export(bundled, columns, path, long_named.id, bundled.as_of)
    assert len(notes) == 1
    assert long_named.name in notes[0]
    about = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("About").to_python()
    assert notes[0] in [row[1] for row in about]
