"""The Excel workbook: the comparison first, then the study behind it, written and read back."""

from pathlib import Path

from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.excel_book import Book
from parties_of_power.exchange.reread import verify
from parties_of_power.exchange.returned.exported import SHEET, to_lines
from parties_of_power.exchange.returned.recording import Recording, exported
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheet_names import sheet_name
from parties_of_power.exchange.sheets import SHEETS
from parties_of_power.exchange.sheets.comparison import comparison_sheet, day_title
from parties_of_power.study.queries import counts
from parties_of_power.texts import _

_ROWS_BETWEEN_REPORTS = 200
_PART_OF_ROWS, _PART_OF_WRITING = 0.6, 0.85  # of the time; in the rest the file is read back


def write_excel(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change; the same sentences stand on the sheet About."""
    changes = Alterations()
    rows = _RowsDone(_rows_expected(export), progress)
    book = Book(changes)
    title = day_title(export.table)
    book.describe(title, export.study.title, export.study.coder)
    name, recording = _first_name(export, changes), Recording(export.table)
    titles = book.add(name, comparison_sheet(export, changes, recording), title, rows.one_more)
    for each, make in SHEETS:
        book.add(each, make(export, changes), export.study.title, rows.one_more)
    book.add_hidden(SHEET, to_lines(exported(export.study, recording.sheets(name, titles))))
    progress(_PART_OF_ROWS)
    book.write(path)
    progress(_PART_OF_WRITING)
    verify(path, book.tallies)
    progress(1.0)
    return changes.sentences()


def _first_name(export: Export, changes: Alterations) -> str:
    """The comparison's, as Excel allows it and apart from the other sheets."""
    wanted = export.table.comparison.name
    taken = {SHEET, *(each.casefold() for each, _make in SHEETS)}
    name = sheet_name(wanted, taken, _("Comparison"))
    if name != wanted:
        changes.say(
            _("Excel allows names of 31 characters, each once: the sheet of “{comparison}” is called “{name}”.").format(
                comparison=wanted, name=name
            )
        )
    return name


def _rows_expected(export: Export) -> int:
    """About how many, for the progress."""
    known = counts(export.study)
    names = ("parties", "states", "observations", "events", "ties", "sources", "attributes")
    return len(export.table.row_ids) + sum(known[name] for name in names)


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
