"""`Page`: a worksheet whose rows are written to XML at once, and kept as that.

XlsxWriter keeps an object for every cell and link and writes them all at the end, which takes three times as long and
more memory. What is overridden here are its own inner steps, of the one version that is locked; each workbook is read
back.
"""

from collections.abc import Callable
from functools import cache
from io import StringIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LINKS_BEGIN, _LINKS_END = "<hyperlinks>", "</hyperlinks>"


def added_page(book: "Workbook", name: str) -> "Page":
    """A new sheet of a workbook."""
    sheet = book.add_worksheet(name, _worksheet_class())
    page = Page(sheet)
    page.inner.page = page
    return page


class Page:
    """The header is written as in any worksheet; the rows below it come in their order through `add_row`."""

    def __init__(self, sheet: "Worksheet") -> None:
        self.sheet = sheet
        self.inner: Any = sheet  # whose types do not know what is used here
        self._rows: list[str] = []
        self._jumps: list[str] = []

    def add_row(self, row: int, last_column: int, cells: list[str], height: float | None) -> None:
        self.inner._check_dimensions(row, last_column)
        self.inner._check_dimensions(row, 0)
        high = f' ht="{height:g}" customHeight="1"' if height else ""
        self._rows.append(f'<row r="{row + 1}"{high}>{"".join(cells)}</row>')

    def index_of(self, text: str) -> int:
        """The number of a text among those of the workbook."""
        return int(self.inner.str_table._get_shared_string_index(text))

    def index_of_runs(self, row: int, column: int, text: str, own: "Format") -> int:
        """Of a text written in two runs: XlsxWriter takes a text like its own markup for that."""
        self.sheet.write_rich_string(row, column, text[0], own, text[1:], own)
        return int(self.inner.table[row].pop(column).string)

    def link(self, row: int, column: int, url: str) -> None:
        """Only the link: the text of the cell stands in its row."""
        self.inner.ignore_write_string = True
        self.sheet.write_url(row, column, url, string=url)
        self.inner.ignore_write_string = False

    def jump(self, place: str, target: str) -> None:
        """A link to another sheet: `Sources!A5`."""
        self._jumps.append(f'<hyperlink ref="{place}" location="{target}"/>')

    def write_rows(self, write_header: Callable[[], None]) -> None:
        """The header, then the rows as they were kept; all of them are the header of a sheet that keeps none."""
        if not self._rows:
            write_header()
            return
        last, self.inner.dim_rowmax = self.inner.dim_rowmax, 0
        write_header()
        self.inner.dim_rowmax = last
        for row in self._rows:
            self.inner.fh.write(row)
        self._rows.clear()

    def write_links(self, write_others: Callable[[], None]) -> None:
        if not self._jumps:
            write_others()
            return
        out, self.inner.fh = self.inner.fh, StringIO()
        write_others()
        others = self.inner.fh.getvalue().removesuffix(_LINKS_END)
        self.inner.fh = out
        out.write(others or _LINKS_BEGIN)
        out.write("".join(self._jumps))
        out.write(_LINKS_END)


@cache
def _worksheet_class() -> "type[Worksheet]":
    from xlsxwriter.worksheet import Worksheet

    class Streamed(Worksheet):
        """Lets its page write the rows and the links."""

        page: Page

        def _write_rows(self) -> None:
            self.page.write_rows(super()._write_rows)

        def _write_hyperlinks(self) -> None:
            self.page.write_links(super()._write_hyperlinks)

    return Streamed
