"""`export_table`: any table of texts and numbers, as a workbook of one sheet or as CSV, by the ending of the file."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from parties_of_power.exchange.csv_table import EXCEL, PLAIN, TABS, Way, risk_of_formulas, write_lines
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.export import format_of
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.safe_cells import Alterations, header_text, is_like_a_formula, printable, unique_headers
from parties_of_power.exchange.sheet_names import sheet_name
from parties_of_power.exchange.sheets.definition import Sheet, SheetColumn
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.texts import _

Value = str | float


@dataclass(frozen=True, slots=True)
class PlainTable:
    """`name` is that of its sheet, `title` stands above each printed page."""

    name: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def export_table(table: PlainTable, out_path: Path, author: str = "") -> list[str]:
    """Writes the file whole or not at all; answers one sentence for everything that had to change on the way.

    ExportRefused says why there is no file.
    """
    write = _WRITERS.get(format_of(out_path).key)
    if write is None:
        known = ", ".join(ending for each in TABLE_FORMATS for ending in each.endings)
        raise ExportRefused(_("This table is written with one of these endings: {endings}.").format(endings=known))
    with written_whole(out_path) as temporary:
        return write(table, temporary, author)


def _write_excel(table: PlainTable, path: Path, author: str) -> list[str]:
    changes = Alterations()
    book = Book(changes)
    book.describe(table.title, table.name, author)
    columns = [SheetColumn(header, wraps=True) for header in table.headers]
    sheet = Sheet("Table", columns, table.rows, len(table.rows))
    book.add(sheet_name(table.name, set(), _("Table")), sheet, table.title, lambda: None)
    book.write(path)
    verify(path, book.tallies)
    return changes.sentences()


def _write_csv(table: PlainTable, path: Path, _author: str, way: Way = EXCEL) -> list[str]:
    changes = Alterations()
    lines = [unique_headers([printable(header_text(header), changes, "1") for header in table.headers])]
    risky = 0
    for number, row in enumerate(table.rows, 2):
        lines.append([printable(_text(value), changes, str(number)) for value in row])
        risky += sum(isinstance(value, str) and is_like_a_formula(value) for value in row)
    if risky:
        changes.say(risk_of_formulas(risky))
    write_lines(path, lines, way)
    return changes.sentences()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.15g}"


_WRITERS: dict[str, Callable[[PlainTable, Path, str], list[str]]] = {
    "excel": _write_excel,
    "csv": _write_csv,
    "tsv": partial(_write_csv, way=TABS),
    "plain_csv": partial(_write_csv, way=PLAIN),
}
TABLE_FORMATS = tuple(each for each in FORMATS if each.key in _WRITERS)
