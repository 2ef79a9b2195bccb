"""The Excel workbook: the comparison first, then the study behind it, written and read back."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.returned.exported import SHEET, to_lines
from parties_of_power.exchange.returned.recording import Recording, exported
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheet_names import sheet_name
from parties_of_power.exchange.sheets import SHEETS, wanted_sheets
from parties_of_power.exchange.sheets.comparison import comparison_sheet, day_title
from parties_of_power.exchange.sheets.definition import Sheet
from parties_of_power.exchange.sheets.observations import long_sheet
from parties_of_power.exchange.sheets.yearly import yearly_table
from parties_of_power.study.queries import comparisons, counts
from parties_of_power.texts import _

_ROWS_BETWEEN_REPORTS = 200
_PART_OF_ROWS, _PART_OF_WRITING = 0.6, 0.85  # of the time; in the rest the file is read back


def write_excel(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change; the same sentences stand on the sheet About."""
    changes = Alterations()
    with without_collecting():
        book = _book(export, changes, progress)
        progress(_PART_OF_ROWS)
        book.write(path)
    progress(_PART_OF_WRITING)
    verify(path, book.tallies)
    progress(1.0)
    return changes.sentences()


def _book(export: Export, changes: Alterations, progress: Progress) -> Book:
    tables = list(_tables(export, changes))
    rows = _RowsDone(_rows_expected(export, tables), progress)
    book = Book(changes, is_plain=export.options.values_only)
    book.describe(day_title(export.table), export.study.title, export.study.coder)
    taken = {SHEET, book.lists_name.casefold(), *(each.casefold() for each, _make in SHEETS)}
    recorded: Recording | None = None
    name, titles = "", []
    for place, table in enumerate(tables):
        sheet, recording = _comparison_sheet(export, table, changes)
        page = _name(table.comparison.name, taken, changes)
        taken.add(page.casefold())
        numbered = sheet if place == 0 else replace(sheet, table=f"{sheet.table}{place + 1}", names={})
        written = book.add(page, numbered, day_title(table), rows.one_more)
        if place == 0:
            name, titles, recorded = page, written, recording
    for each, make in wanted_sheets(export.options):
        made = make(export, changes)
        if made is not None:
            book.add(each, made, export.study.title, rows.one_more)
    book.add_lists()
    sheets = recorded.sheets(name, titles) if recorded else ()
    book.add_hidden(SHEET, to_lines(exported(export.study, sheets)))
    return book


def _tables(export: Export, changes: Alterations) -> Iterator[ComparisonTable]:
    """The comparison that is exported, then the others where they are wanted, with their years where these are."""
    yield yearly_table(export, export.table, changes)
    if export.options.all_comparisons:
        for each in comparisons(export.study):
            if each.id != export.table.comparison.id:
                table = ComparisonTable(export.study, export.columns, each, export.table.day, in_full=True)
                yield yearly_table(export, table, changes)


def _comparison_sheet(export: Export, table: ComparisonTable, changes: Alterations) -> tuple[Sheet, Recording | None]:
    """What the long form holds is not known again when it comes back."""
    if export.options.form == "long":
        return long_sheet(export, table), None
    recording = Recording(table)
    return comparison_sheet(replace(export, table=table), changes, recording), recording


def _name(wanted: str, taken: set[str], changes: Alterations) -> str:
    """The comparison's, as Excel allows it and apart from the other sheets."""
    name = sheet_name(wanted, taken, _("Comparison"))
    if name != wanted:
        changes.say(
            _("Excel allows names of 31 characters, each once: the sheet of “{comparison}” is called “{name}”.").format(
                comparison=wanted, name=name
            )
        )
    return name


def _rows_expected(export: Export, tables: list[ComparisonTable]) -> int:
    """About how many, for the progress."""
    known = counts(export.study)
    names = ("parties", "states", "observations", "events", "ties", "sources", "attributes")
    of_study = sum(known[name] for name in names) if export.options.with_study else 0
    return sum(len(table.row_ids) for table in tables) + of_study


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing that is made while a workbook is written is garbage: looking for it takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _RowsDone:
    """Tells how far the rows are."""

    def __init__(self, expected: int, progress: Progress) -> None:
        self._expected = max(expected, 1)
        self._progress = progress
        self._done = 0

    def one_more(self) -> None:
        self._done += 1
        if self._done % _ROWS_BETWEEN_REPORTS == 0:
            self._progress(_PART_OF_ROWS * min(self._done / self._expected, 1))
