"""OpenDocument, read back by odfdo: typed cells, notes, frozen headers, texts with every blank."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document, Table

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.export import export
from parties_of_power.exchange.ods import book
from parties_of_power.exchange.ods.cells import OdsCell
from parties_of_power.exchange.ods.sheets import OdsSheet
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from study.builders import a_study, day


def values(table: Table) -> list[list[object]]:
    return [[cell.value for cell in row.traverse()] for row in table.traverse()]


def test_every_bundled_comparison_shows_its_cells(bundled: Study, columns: Columns, tmp_path: Path) -> None:
    for comparison in comparisons(bundled):
        path = tmp_path / "out.ods"
        assert export(bundled, columns, path, comparison.id, bundled.as_of) == []
        shown = ComparisonTable(bundled, columns, comparison, bundled.as_of, in_full=True)
        table = Document(str(path)).body.tables[0]
        rows = values(table)[1:]
        assert len(rows) == len(shown.row_ids)
        for place, row in enumerate(rows):
            for column, value in enumerate(row):
                cell = shown.cell(place, column)
                unit = (
                    100
                    if cell.attribute_id and bundled.catalogue.attributes[cell.attribute_id].kind == "percent"
                    else 1
                )
                if cell.state == "value" and isinstance(value, int | Decimal):
                    assert float(value) * unit == pytest.approx(cell.number)
                elif isinstance(value, datetime.date):
                    assert value.isoformat() == cell.value
                else:
                    assert (value or "") == cell.text


def test_cells_have_types_and_notes(bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path) -> None:
    export(bundled, columns, tmp_path / "out.ods", shown.id, bundled.as_of)
    document = Document(str(tmp_path / "out.ods"))
    table = document.body.tables[0]
    head, russia = (list(row.traverse()) for row in list(table.traverse())[:2])
    cells = dict(zip((cell.value for cell in head), russia, strict=True))
    assert (cells["Vote share"].type, cells["Vote share"].value) == ("percentage", Decimal("0.643"))
    assert (cells["Founded"].type, cells["Founded"].value) == ("date", datetime.date(2001, 12, 1))
    assert (cells["Seats"].type, cells["Seats"].value) == ("float", 315)
    note = cells["Vote share"].get_element("office:annotation")
    assert note is not None
    assert "The World Factbook 2008" in note.text_content
    settings_of_view = document.settings.serialize()
    assert b'"VerticalSplitMode" config:type="short">2<' in settings_of_view
    assert [each.name for each in document.body.tables] == [shown.name, "Sources", "About"]


def test_missing_reasons_and_computed_states_look_apart(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_attribute("Seats", "number", validity="last_known")
    words.with_party("Unknown").with_value("Unknown", "Seats", missing="unknown", period="2007")
    words.with_party("Ended", dissolved="1991-11-06").with_comparison("All", columns=["Seats"])
    export(words.study, Columns(words.study), tmp_path / "out.ods", words.comparison("All"), day("2008-11-25"))
    rows = list(Document(str(tmp_path / "out.ods")).body.tables[0].traverse())[1:]
    cells = {next(iter(row.traverse())).value: list(row.traverse())[-1] for row in rows}
    assert (cells["Unknown"].style, cells["Ended"].style) == ("missing", "computed")
    assert cells["Ended"].value == "ended 1991"


blanks = st.sampled_from(" \t\n&<>\"'")
texts = st.text(blanks | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=40)
numbers = st.decimals(-(10**12), 10**12, places=3).map(lambda value: OdsCell(f"{value}", "float", f"{value}", places=3))
cells = st.tuples(texts, texts).map(lambda pair: OdsCell(pair[0], note=pair[1])) | numbers


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=5))
def test_random_cells_come_back(tmp_path_factory: object, rows: list[list[OdsCell]]) -> None:
    path = tmp_path_factory.getbasetemp() / "random.ods"  # type: ignore[attr-defined]  # the factory of pytest
    book.write_sheets([OdsSheet("Лист", rows)], path, "A title", "A study")
    for row, read in zip(rows, values(Document(str(path)).body.tables[0]), strict=True):
        for cell, value in zip(row, read, strict=True):
            if cell.type == "string":
                assert (value or "") == cell.text
            else:
                assert Decimal(str(value)) == Decimal(cell.value)


def test_what_does_not_come_back_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "cell_xml", lambda _cell: "<table:table-cell/>")
    with pytest.raises(ExportRefused, match="thrown away"):
        book.write_sheets([OdsSheet("A", [[OdsCell("text")]])], tmp_path / "x.ods", "A", "B")
