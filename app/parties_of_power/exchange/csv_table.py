"""The comparison as CSV: as shown, UTF-8 with a byte order mark (Excel asks for it), quoted by RFC 4180; also with
tabs instead of commas, and without the mark for programs that stumble over it.

The first column is the subject's name. Figures stand without the blanks that group them. Nothing is put before a text
that begins like a formula, since the file is read back as data; the user is told that a spreadsheet may calculate it.
"""

import csv
from pathlib import Path
from typing import NamedTuple

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import THIN_SPACE
from parties_of_power.domain.comparisons import Column
from parties_of_power.exchange.definition import Export, ExportRefused, Progress
from parties_of_power.exchange.safe_cells import Alterations, is_like_a_formula, printable, unique_headers
from parties_of_power.exchange.sheets.comparison import header_titles
from parties_of_power.texts import _, ngettext


class Way(NamedTuple):
    """How lines stand in a file."""

    encoding: str = "utf-8-sig"
    delimiter: str = ","


EXCEL, TABS, PLAIN = Way(), Way(delimiter="\t"), Way(encoding="utf-8")
_ROWS_BETWEEN_REPORTS = 100
_NAME_COLUMN = Column(id=0, field="name")


def write_csv(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change, and whether a spreadsheet might calculate a text."""
    return _write(export, path, progress, EXCEL)


def write_tsv(export: Export, path: Path, progress: Progress) -> list[str]:
    return _write(export, path, progress, TABS)


def write_plain_csv(export: Export, path: Path, progress: Progress) -> list[str]:
    return _write(export, path, progress, PLAIN)


def _write(export: Export, path: Path, progress: Progress, way: Way) -> list[str]:
    changes = Alterations()
    lines = _lines(export, changes, progress)
    write_lines(path, lines, way)
    progress(1.0)
    return changes.sentences()


def write_lines(path: Path, lines: list[list[str]], way: Way = EXCEL) -> None:
    """Writes a file and reads it back; ExportRefused where it does not hold the same."""
    with path.open("w", encoding=way.encoding, newline="") as file:
        csv.writer(file, delimiter=way.delimiter, lineterminator="\r\n").writerows(lines)
    _verify(path, lines, way)


def _lines(export: Export, changes: Alterations, progress: Progress) -> list[list[str]]:
    table = export.table
    named_first = bool(table.columns) and table.columns[0].field == "name"
    columns = table.columns if named_first else (_NAME_COLUMN, *table.columns)
    titles = header_titles([table.header(column) for column in columns])
    lines = [unique_headers([printable(title, changes, "1") for title in titles])]
    risky = 0
    for row, subject_id in enumerate(table.row_ids):
        cells = [table.cell_of(subject_id, column, row) for column in columns]
        lines.append([printable(_text(cell), changes, str(row + 2)) for cell in cells])
        risky += sum(
            is_like_a_formula(text) and cell.number is None for cell, text in zip(cells, lines[-1], strict=True)
        )
        if row % _ROWS_BETWEEN_REPORTS == 0:
            progress(row / len(table.row_ids))
    if risky:
        changes.say(risk_of_formulas(risky))
    return lines


def _text(cell: Cell) -> str:
    return cell.text if cell.number is None else cell.text.replace(THIN_SPACE, "")


def risk_of_formulas(count: int) -> str:
    return ngettext(
        "{count} text begins like a formula and is written as it is: "
        "open the file as text, or export to Excel, where it stays text.",
        "{count} texts begin like formulas and are written as they are: "
        "open the file as text, or export to Excel, where they stay text.",
        count,
    ).format(count=count)


def _verify(path: Path, lines: list[list[str]], way: Way) -> None:
    with path.open(encoding=way.encoding, newline="") as file:
        if list(csv.reader(file, delimiter=way.delimiter, strict=True)) != lines:
            raise ExportRefused(_("The table did not hold what was written, so it was thrown away: try again."))
