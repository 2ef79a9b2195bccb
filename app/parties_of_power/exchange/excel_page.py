"""`Page`: a worksheet whose rows are written to XML at once, and kept as that.

XlsxWriter keeps an object for every cell and writes them all at the end, which takes twice the time and the memory.
What is overridden here are its own inner steps, of the one version that is locked; each workbook is read back.
"""

from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format


class Page(Worksheet):
    """The header is written as in any worksheet; the rows below it come in their order through `add_row`."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[str] = []

    def add_row(self, row: int, last_column: int, cells: list[str], height: float | None) -> None:
        self._check_dimensions(row, last_column)
        self._check_dimensions(row, 0)
        high = f' ht="{height:g}" customHeight="1"' if height else ""
        self._kept.append(f'<row r="{row + 1}"{high}>{"".join(cells)}</row>')

    def index_of(self, text: str) -> int:
        """The number of a text among those of the workbook."""
        index: int = self.str_table._get_shared_string_index(text)
        return index

    def index_of_runs(self, row: int, column: int, text: str, own: "Format") -> int:
        """Of a text written in two runs: XlsxWriter takes a text like its own markup for that."""
        self.write_rich_string(row, column, text[0], own, text[1:], own)
        index: int = self.table[row].pop(column).string
        return index

    def link(self, row: int, column: int, url: str) -> None:
        """Only the link: the text of the cell stands in its row."""
        self.ignore_write_string = True
        self.write_url(row, column, url, string=url)
        self.ignore_write_string = False

    def _write_rows(self) -> None:
        """The header, then the rows as they were kept."""
        if not self._kept:
            super()._write_rows()
            return
        last, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = last
        for row in self._kept:
            self.fh.write(row)
        self._kept.clear()
