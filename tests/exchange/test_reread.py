"""Reading back notices what is not as it was written."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.reread import Tally, verify
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Sheet, SheetColumn


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, list[Tally]]:
    path = tmp_path / "t.xlsx"
    book = Book(Alterations())
    book.add("T", Sheet("T", [SheetColumn("a"), SheetColumn("b")], [["one", 1], ["two", 2.5]], 2), "", lambda: None)
    book.write(path)
    return path, book.tallies


def test_a_sound_workbook_passes(written: tuple[Path, list[Tally]]) -> None:
    verify(*written)


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("xl/worksheets/sheet1.xml", "<v>2.5</v>", "<v>2.4</v>"),
        ("xl/worksheets/sheet1.xml", 'r="B3"', 'r="C3"'),
        ("xl/sharedStrings.xml", "<t>two</t>", "<t>too</t>"),
        ("xl/sharedStrings.xml", "</sst>", ""),
        ("xl/styles.xml", "</styleSheet>", ""),
        ("xl/worksheets/sheet1.xml", "</c></row></sheetData>", '</c><c r="C3"><v>1</v></c></row></sheetData>'),
    ],
)
def test_another_value_place_or_a_broken_part_is_noticed(
    written: tuple[Path, list[Tally]], tmp_path: Path, part: str, before: str, after: str
) -> None:
    path, tallies = written
    changed = tmp_path / "changed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == part:
                assert before in text
                text = text.replace(before, after, 1)
            new.writestr(name, text)
    with pytest.raises(ExportRefused):
        verify(changed, tallies)


def test_a_file_that_was_cut_short_is_noticed(written: tuple[Path, list[Tally]], tmp_path: Path) -> None:
    path, tallies = written
    short = tmp_path / "short.xlsx"
    shutil.copy(path, short)
    with short.open("r+b") as file:
        file.truncate(path.stat().st_size - 100)
    with pytest.raises(ExportRefused):
        verify(short, tallies)
