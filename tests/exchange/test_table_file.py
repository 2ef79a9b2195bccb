"""Any table as a file: read back by others than the program, it says what it said."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.table_file import PlainTable, export_table

TABLE = PlainTable(
    "Side by side",
    "Side by side, as of 25 November 2008",
    ("Attribute", "United Russia", "Нұр Отан", "Нұр Отан"),
    (("Vote share", 64.3, 88.4, "not coded"), ("Motto", "=1+1", 'said "so"\nand so', "")),
)


def test_a_workbook_holds_numbers_as_numbers_and_texts_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "sides.xlsx"
    assert export_table(TABLE, path) == []
    book = openpyxl.load_workbook(path)
    sheet = book["Side by side"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == ["Attribute", "United Russia", "Нұр Отан", "Нұр Отан (2)"]
    assert rows[1] == ["Vote share", 64.3, 88.4, "not coded"]
    assert rows[2] == ["Motto", "=1+1", 'said "so"\nand so', None]
    assert sheet["B3"].data_type == "s"
    assert sheet["B3"].quotePrefix


def test_csv_holds_the_same_and_warns_of_formulas(tmp_path: Path) -> None:
    path = tmp_path / "sides.csv"
    (warning,) = export_table(TABLE, path)
    assert "begins like a formula" in warning
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["Attribute", "United Russia", "Нұр Отан", "Нұр Отан (2)"]
    assert rows[1:] == [["Vote share", "64.3", "88.4", "not coded"], ["Motto", "=1+1", 'said "so"\nand so', ""]]


def test_another_ending_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="xlsx"):
        export_table(TABLE, tmp_path / "sides.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_table_without_rows_is_written_as_well(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"empty.{ending}"
    assert export_table(PlainTable("History", "History", ("Edit",), ()), path) == []
    assert path.stat().st_size > 0
