"""100,000 cells that come back from Excel: what they carry about themselves, reading them in the guarded child, and
finding out that nothing has changed.

    python tests/benchmarks/excel_back.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from excel_speed import COLUMNS, ROWS, cells, seconds
from figures import Figure, run_part

from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.guarded import TableFile, read_table_file
from parties_of_power.exchange.returned.exported import (
    SHEET,
    Exported,
    ExportedColumn,
    ExportedSheet,
    from_lines,
    to_lines,
)
from parties_of_power.exchange.returned.matching import match
from parties_of_power.exchange.returned.readings import is_as_written
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Sheet, SheetColumn

NAME, FIRST_ID = "Cells", 4_000_000_000_000_000_000


def state(rows: list[list[str | float]]) -> Exported:
    """As if the cells were those of a comparison."""
    keys = [str(FIRST_ID + number) for number in range(ROWS)]
    written = [
        [float(each) if isinstance(each, int) else each for each in column] for column in zip(*rows, strict=True)
    ]
    meant = [[each if isinstance(each, str) else f"{each:.15g}" for each in column] for column in written]
    columns = (*(ExportedColumn(f"Column {number}") for number in range(COLUMNS)), ExportedColumn("Key", field="key"))
    ids = tuple(map(int, keys))
    sheet = ExportedSheet(NAME, 1, NAME, "party", "state", 1, columns, ids, (*written, keys), (*meant, keys))
    return Exported(1, NAME, 1, (sheet,))


def write(path: Path, rows: list[list[str | float]], exported: Exported) -> None:
    book = Book(Alterations())
    titles = [SheetColumn(column.title) for column in exported.sheets[0].columns]
    keyed = [[*row, str(FIRST_ID + number)] for number, row in enumerate(rows)]
    book.add(NAME, Sheet(NAME, titles, keyed, ROWS), "", lambda: None)
    book.add_hidden(SHEET, to_lines(exported))
    book.write(path)


def differences(file: TableFile, sheet: ExportedSheet) -> int:
    read = file.sheet(NAME)
    matched = match(read, sheet) if read is not None else None
    assert matched is not None
    return sum(
        not is_as_written(sheet.written[column][row or 0], matched.cell(line, column))
        for row, line in matched.rows
        for column in range(COLUMNS)
    )


def measure() -> list[Figure]:
    exported = state(cells())
    lines = to_lines(exported)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "back.xlsx"
        write(path, cells(), exported)
        carrying = seconds(lambda: to_lines(exported))
        knowing = seconds(lambda: from_lines(lines))
        reading = seconds(lambda: read_table_file(path))
        file = read_table_file(path)
    assert file is not None
    assert differences(file, exported.sheets[0]) == 0
    comparing = seconds(lambda: differences(file, exported.sheets[0]))
    what = f"{ROWS * COLUMNS:,} cells back from Excel"
    return [
        Figure(f"{what}: their state at export, packed", carrying, "s", 0.3),
        Figure(f"{what}: their state at export, size", sum(map(len, lines)) / 1e6, "MB", 1.0),
        Figure(f"{what}: their state at export, unpacked", knowing, "s", 0.3),
        Figure(f"{what}: read by the guarded child", reading, "s", 2.0),
        Figure(f"{what}: matched and compared", comparing, "s", 0.5),
    ]


if __name__ == "__main__":
    run_part(measure)
