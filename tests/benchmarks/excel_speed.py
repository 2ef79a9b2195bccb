"""100,000 cells to xlsx, as a ratio of what pandas.to_excel with openpyxl needs for the bare values in the same run:
bare (goal: 0.5), and with a column of linked citations beside each of values (goal: 1.0).

Ours are written as every sheet of an export is: as a table of Excel, tallied, put in its place whole, and read back
cell for cell.

    python tests/benchmarks/excel_speed.py
"""

from __future__ import annotations

import gc
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
from figures import Figure, run_part

from parties_of_power.exchange.excel import without_collecting
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Jump, Sheet, SheetColumn
from parties_of_power.exchange.whole_file import written_whole

ROWS, COLUMNS, RUNS = 2_000, 50, 5
GOAL, GOAL_CITED = 0.5, 1.0
SOURCES = 60


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


def cited(rows: list[list[str | float]]) -> list[list[Content]]:
    """Each row, then what its cells cite: linked to their sources, as far as Excel has links."""
    chance = random.Random(1991)
    citations = [
        Jump(f"source{number}: page {page}", "Sources", number) for number in range(SOURCES) for page in range(20)
    ]
    return [[*row, *(chance.choice(citations) for _cell in row)] for row in rows]


def ours(rows: Sequence[Sequence[Content]], path: Path) -> None:
    with written_whole(path) as temporary, without_collecting():
        book = Book(Alterations())
        columns = [SheetColumn(f"Column {number}") for number in range(len(rows[0]))]
        book.add("Cells", Sheet("Cells", columns, rows, ROWS), "", lambda: None)
        sources = [[f"source{number}"] for number in range(SOURCES)]
        book.add("Sources", Sheet("Sources", [SheetColumn("Key")], sources, SOURCES), "", lambda: None)
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
    with_citations = cited(rows)
    frame = pd.DataFrame(rows, columns=[f"Column {number}" for number in range(COLUMNS)])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        times = [
            (
                seconds(lambda: ours(rows, place / "ours.xlsx")),
                seconds(lambda: ours(with_citations, place / "cited.xlsx")),
                seconds(lambda: frame.to_excel(place / "theirs.xlsx", engine="openpyxl", index=False)),
            )
            for _run in range(RUNS)
        ]
    bare, beside, theirs = (min(column) for column in zip(*times, strict=True))
    what = f"{ROWS * COLUMNS:,} cells to xlsx"
    return [
        Figure(f"{what}, written and read back", bare, "s"),
        Figure(f"{what}, with citations as columns", beside, "s"),
        Figure(f"{what}: pandas.to_excel with openpyxl", theirs, "s"),
        Figure(f"{what} / pandas.to_excel with openpyxl", bare / theirs, "x", GOAL),
        Figure(f"{what}, with citations / pandas.to_excel of the bare values", beside / theirs, "x", GOAL_CITED),
    ]


if __name__ == "__main__":
    run_part(measure)
