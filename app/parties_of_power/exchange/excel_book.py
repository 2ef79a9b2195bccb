"""`Book`: a workbook being written, sheet by sheet, each a table of Excel with notes, chart and print setup.

XlsxWriter writes it: it needs a third of the time of openpyxl, and does tables, notes and charts as well.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from parties_of_power.exchange.excel_cells import Cells
from parties_of_power.exchange.excel_chart import add_chart
from parties_of_power.exchange.excel_colours import colour_column
from parties_of_power.exchange.excel_lines import add_line_charts
from parties_of_power.exchange.excel_lists import Lists
from parties_of_power.exchange.excel_looks import HEADER_HEIGHT, NOTE_GROUND, TABLE_STYLE, Formats
from parties_of_power.exchange.excel_names import defined_name
from parties_of_power.exchange.excel_page import added_page
from parties_of_power.exchange.reread import Tally
from parties_of_power.exchange.safe_cells import Alterations, cut, header_text, printable, unique_headers
from parties_of_power.exchange.sheets.definition import Sheet
from parties_of_power.texts import _

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575  # besides the header
_A4 = 9
_LETTERS_OF_PAGE = 300  # that can still be read
_LONGEST_NOTE = 8_000
_LONGEST_PROPERTY = 255
_NOTE_LETTERS = 56  # in a line of a note
_NOTE_WIDTH, _NOTE_LINE, _MOST_NOTE_LINES = 380, 16, 30


class Book:
    """`tallies` say what stands on each sheet, in their order. A plain one has no notes."""

    def __init__(self, changes: Alterations, *, is_plain: bool = False) -> None:
        import xlsxwriter

        self._whole = BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(self._whole, {"in_memory": True})
        self._formats = Formats(self._book)
        self._changes = changes
        self._is_plain = is_plain
        self._lists = Lists(_("Lists"))
        self._names: set[str] = set()
        self.tallies: list[Tally] = []

    @property
    def lists_name(self) -> str:
        return self._lists.name

    def add(self, name: str, sheet: Sheet, print_title: str, row_written: Callable[[], None]) -> list[str]:
        """A sheet of this name, which Excel allows and no other one has; its headers as they stand there."""
        kept = added_page(self._book, name)
        page = kept.sheet
        cells = Cells(kept, sheet.columns, self._formats, self._changes)
        self.tallies.append(cells.tally)
        rows = 0
        for row in islice(sheet.rows, MOST_ROWS):
            rows += 1
            cells.write_row(rows, row)
            row_written()
        if sheet.count > MOST_ROWS:
            self._changes.say(_too_long(name, sheet.count))
        titles = unique_headers([header_text(column.title) for column in sheet.columns])
        cells.write_header(titles)
        cells.set_widths(titles)
        self._add_table(page, sheet, titles, rows)
        if not self._is_plain:
            self._hang_notes(page, sheet)
        for offered in sheet.lists:
            self._lists.offer(page, offered, rows)
        self._name_columns(name, sheet, rows)
        for coloured in sheet.coloured:
            colour_column(self._book, page, coloured, rows)
        _set_up(page, sheet, print_title, cells.width)
        if sheet.chart is not None:
            # Beside the columns that each page repeats, and a part of the chart with them.
            add_chart(self._book, page, sheet.chart, rows, sheet.frozen if _pages(cells.width) > 1 else 0)
        add_line_charts(self._book, page, sheet.lines, rows)
        return titles

    def add_lists(self) -> None:
        """The hidden sheet of the answers that cells offer, where there are any long lists."""
        sheet = self._lists.sheet()
        if sheet is not None:
            self.add(self._lists.name, sheet, "", lambda: None)
            self._book.worksheets()[-1].hide()

    def add_hidden(self, name: str, lines: Sequence[str]) -> None:
        """A sheet for the program itself, one text below the other; nobody comes upon it or changes it by accident."""
        page = self._book.add_worksheet(name)
        tally = Tally()
        for row, line in enumerate(lines):
            page.write_string(row, 0, line)
            tally.add_text(f"A{row + 1}", line)
        self.tallies.append(tally)
        page.protect()
        page.very_hidden()

    def describe(self, title: str, subject: str, author: str) -> None:
        """The properties of the document."""
        properties = {"title": title, "subject": subject, "author": author}
        self._book.set_properties(
            {name: cut(printable(text, Alterations(), ""), _LONGEST_PROPERTY) for name, text in properties.items()}
        )

    def write(self, path: Path) -> None:
        """Made in memory first: a zip file that a full disk cuts short complains once more when it is thrown away."""
        self._book.close()
        with path.open("wb") as file:
            file.write(self._whole.getbuffer())

    def _name_columns(self, name: str, sheet: Sheet, rows: int) -> None:
        from xlsxwriter.utility import quote_sheetname, xl_range_abs

        self._names.add(sheet.table.casefold())
        for column, title in sheet.names.items() if rows else ():
            cells = f"={quote_sheetname(name)}!{xl_range_abs(1, column, rows, column)}"
            self._book.define_name(defined_name(title, self._names), cells)

    def _add_table(self, page: "Worksheet", sheet: Sheet, titles: list[str], rows: int) -> None:
        """A table of Excel has one row at least, which may be blank. Ids and years in titles are texts on purpose."""
        from xlsxwriter.utility import xl_range

        columns = [{"header": title, "header_format": self._formats.header} for title in titles]
        options = {"name": sheet.table, "style": TABLE_STYLE, "columns": columns, "autofilter": sheet.has_filter}
        page.add_table(0, 0, max(rows, 1), len(titles) - 1, options)
        page.set_row(0, HEADER_HEIGHT)
        page.ignore_errors({"number_stored_as_text": xl_range(0, 0, max(rows, 1), len(titles) - 1)})

    def _hang_notes(self, page: "Worksheet", sheet: Sheet) -> None:
        headers = ((0, place, column.note) for place, column in enumerate(sheet.columns))
        cells = ((row + 1, place, note) for (row, place), note in sheet.notes.items())
        for row, place, note in (*headers, *cells):
            if note:
                text = printable(cut(note, _LONGEST_NOTE), self._changes, str(page.name))
                page.write_comment(row, place, text, _note_options(text))


def _too_long(name: str, rows: int) -> str:
    return _("The sheet {name} holds the first {most} of {count} rows: Excel has no more.").format(
        name=name, most=f"{MOST_ROWS:,}", count=f"{rows:,}"
    )


def _note_options(text: str) -> dict[str, object]:
    """The box of a note, as high as its lines."""
    lines = sum(1 + len(line) // _NOTE_LETTERS for line in text.split("\n"))
    height = _NOTE_LINE * (min(lines, _MOST_NOTE_LINES) + 1)
    return {
        "width": _NOTE_WIDTH,
        "height": height,
        "color": NOTE_GROUND,
        "font_name": "Calibri",
        "font_size": 10,
        "author": "Parties of Power",
    }


def _set_up(page: "Worksheet", sheet: Sheet, print_title: str, width: float) -> None:
    """What stays in sight when the sheet is scrolled, and how it is printed: on the width of a page, or of as many as
    keep it readable."""
    page.freeze_panes(1 + sheet.frozen_rows, sheet.frozen)
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    pages = _pages(width)
    page.fit_to_pages(pages, 0)
    page.repeat_rows(0)
    if pages > 1 and sheet.frozen:
        page.repeat_columns(0, sheet.frozen - 1)
    page.set_header(f"&L&10{_printed(print_title)}&R&10&A")
    page.set_footer("&R&9&P / &N")


def _pages(width: float) -> int:
    return max(1, round(width / _LETTERS_OF_PAGE))


def _printed(text: str) -> str:
    """& begins a command in the head of a printed page; a line of it holds 255 characters."""
    return cut(printable(text, Alterations(), "").replace("&", "&&"), 200)
