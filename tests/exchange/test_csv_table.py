"""CSV: the comparison as shown, readable by Excel and by the csv module alike."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison, Weight
from parties_of_power.exchange.export import export
from parties_of_power.study import edits
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from study.builders import a_study, day


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_it_shows_the_cells_of_every_comparison(bundled: Study, columns: Columns, tmp_path: Path) -> None:
    for comparison in comparisons(bundled):
        path = tmp_path / "out.csv"
        assert export(bundled, columns, path, comparison.id, bundled.as_of) == []
        table = ComparisonTable(bundled, columns, comparison, bundled.as_of)
        lines = read(path)
        assert lines[0] == [table.header(column).title for column in table.columns]
        assert lines[1:] == [
            [table.cell(row, column).text.replace("\u202f", "") for column in range(len(table.columns))]
            for row in range(len(table.row_ids))
        ]


def test_it_begins_with_the_byte_order_mark_and_ends_its_lines_as_the_standard_says(
    bundled: Study, columns: Columns, shown: Comparison, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    export(bundled, columns, path, shown.id, bundled.as_of)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfParty,")
    assert content.count(b"\n") == content.count(b"\r\n") == len(shown.row_ids) + 1


def test_the_first_column_is_the_name_also_where_the_comparison_shows_none(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_party("Nur Otan", state="Kazakhstan").with_attribute("Members", "number")
    words.with_value("Nur Otan", "Members", "607557", "2008")
    words.with_comparison("Members only", columns=["Members"])
    (comparison,) = comparisons(words.study)
    name_column = next((each for each in comparison.columns if each.field == "name"), None)
    path = tmp_path / "out.csv"
    export(words.study, Columns(words.study), path, comparison.id, day("2008-06-01"))
    assert read(path)[1][0] == "Nur Otan"
    assert read(path)[1][-1] == "607557"
    assert len(read(path)[0]) == len(comparison.columns) + (name_column is None)


def test_text_like_a_formula_stays_and_the_user_is_told(tmp_path: Path) -> None:
    words = a_study(tmp_path).with_party("=1+1", state="Kazakhstan").with_attribute('Quoted "a", b', "text")
    words.with_value("=1+1", 'Quoted "a", b', 'line 1\nline "2", end', "2008")
    words.with_comparison("All", columns=['Quoted "a", b'])
    path = tmp_path / "out.csv"
    notes = export(words.study, Columns(words.study), path, words.comparison("All"), day("2008-06-01"))
    assert read(path)[1][0] == "=1+1"
    assert read(path)[1][-1] == 'line 1\nline "2", end'
    (note,) = notes
    assert "formula" in note


def test_a_ranking_has_its_rank_its_range_and_its_score(tmp_path: Path) -> None:
    words = a_study(tmp_path).as_of("2008-06-01").with_attribute("Members", "number", validity="last_known")
    for party, members in (("A", "20000"), ("B", "10000"), ("C", "")):
        words.with_party(party, state=f"State of {party}")
        if members:
            words.with_value(party, "Members", members, "2008")
    words.with_comparison("Ranked", columns=["Members"])
    ranked = words.comparison("Ranked")
    edits.rank_comparison(words.study, ranked, [Weight(words.column("Ranked", "Members"), 1)])
    for ending in ("csv", "xlsx"):
        export(words.study, Columns(words.study), tmp_path / f"out.{ending}", ranked, day("2008-06-01"))
    lines = read(tmp_path / "out.csv")
    assert lines[0] == ["Party", "Rank", "Possible ranks", "Score", "State", "Members"]
    assert [line[:4] for line in lines[1:]] == [
        ["A", "1", "1", "1.000"],
        ["B", "2", "2", "0.000"],
        ["C", "no score", "no score", "no score"],
    ]
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[:4] for row in rows if row[0] in ("A", "B", "C")] == [
        ("A", 1, "1", 1),
        ("B", 2, "2", 0),
        ("C", "no score", "no score", "no score"),
    ]
