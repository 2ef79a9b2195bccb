"""100,000 bare cells to xlsx, as a ratio of what pandas.to_excel with openpyxl needs in the same run (goal: 0.6).

Ours are written as every sheet of an export is: as a table of Excel, tallied, put in its place whole, and read back
cell for cell.

    python tests/benchmarks/excel_speed.py
"""

from __future__ import annotations

import gc
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from figures import Figure, run_part

from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Sheet, SheetColumn
from parties_of_power.exchange.whole_file import written_whole

ROWS, COLUMNS, RUNS, GOAL = 2_000, 50, 5, 0.6


def cells() -> list[list[str | float]]:
    """Names that recur, texts that do not, whole numbers and fractions."""
    chance = random.Random(2008)
    names = [f"Party {number}" for number in range(300)]

    def cell(row: int, column: int) -> str | float:
        match column % 4:
            case 0:
                return chance.choice(names)
            case 1:
                return f"{row}, {column}: {chance.random()}"
            case 2:
                return chance.randrange(1_000_000)
            case _:
                return round(chance.random() * 100, 1)

    return [[cell(row, column) for column in range(COLUMNS)] for row in range(ROWS)]


def ours(rows: list[list[str | float]], path: Path) -> None:
    with written_whole(path) as temporary:
        book = Book(Alterations())
        sheet = Sheet("Cells", [SheetColumn(f"Column {number}") for number in range(COLUMNS)], rows, ROWS)
        book.add("Cells", sheet, "", lambda: None)
        book.write(temporary)
        verify(temporary, book.tallies)


def seconds(action: Callable[[], None]) -> float:
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure() -> list[Figure]:
    """The best times, since these hold no waiting: of ours and of theirs, run in turns."""
    rows = cells()
    frame = pd.DataFrame(rows, columns=[f"Column {number}" for number in range(COLUMNS)])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        pairs = [
            (
                seconds(lambda: ours(rows, place / "ours.xlsx")),
                seconds(lambda: frame.to_excel(place / "theirs.xlsx", engine="openpyxl", index=False)),
            )
            for _run in range(RUNS)
        ]
    mine, theirs = min(ours for ours, _theirs in pairs), min(theirs for _ours, theirs in pairs)
    what = f"{ROWS * COLUMNS:,} cells to xlsx"
    return [
        Figure(f"{what}, written and read back", mine, "s"),
        Figure(f"{what}: pandas.to_excel with openpyxl", theirs, "s"),
        Figure(f"{what} / pandas.to_excel with openpyxl", mine / theirs, "x", GOAL),
    ]


if __name__ == "__main__":
    run_part(measure)
