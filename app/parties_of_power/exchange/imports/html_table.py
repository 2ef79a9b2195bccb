"""Tables in HTML, as browsers and spreadsheets put them on the clipboard: the texts of cells, merged ones spread."""

from html.parser import HTMLParser

from parties_of_power.exchange.guarded import FileRefused, ReadCell, ReadSheet, TableFile
from parties_of_power.exchange.guarded.definition import Row
from parties_of_power.texts import _

_LARGEST = 20_000_000
_MOST_CELLS = 1_000_000
_MOST_SPAN = 1_000


def read_html(text: str) -> TableFile:
    """Each table is a sheet; FileRefused where there is none."""
    if len(text) > _LARGEST:
        raise FileRefused(_("The clipboard holds more than a table may."))
    reader = _Tables()
    reader.feed(text)
    reader.close()
    sheets = [
        ReadSheet(_("Table {number}").format(number=number), False, rows, merged=tuple(merged))
        for number, (rows, merged) in enumerate(reader.tables(), 1)
        if rows
    ]
    if not sheets:
        raise FileRefused(_("The clipboard holds no table."))
    return TableFile(tuple(sheets))


class _Table:
    def __init__(self) -> None:
        self.cells: dict[int, dict[int, str]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.taken: set[tuple[int, int]] = set()
        self.row = -1

    def place(self, text: str, wide: int, high: int) -> None:
        column = 0
        while (self.row, column) in self.taken:
            column += 1
        for row in range(self.row, self.row + high):
            self.taken.update((row, column + each) for each in range(wide))
        if text:
            self.cells.setdefault(self.row, {})[column] = text
        if wide > 1 or high > 1:
            self.merged.append((self.row, column, self.row + high - 1, column + wide - 1))


class _Tables(HTMLParser):
    """Tables within tables are read as tables of their own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._all: list[_Table] = []
        self._open: list[_Table] = []
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._hidden = 0

    def tables(self) -> list[tuple[tuple[Row, ...], list[tuple[int, int, int, int]]]]:
        return [(_rows(each), each.merged) for each in self._all]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._finish()
            self._open.append(_Table())
            self._all.append(self._open[-1])
        elif tag in ("script", "style"):
            self._hidden += 1
        elif not self._open:
            return
        elif tag == "tr":
            self._finish()
            self._open[-1].row += 1
        elif tag in ("td", "th"):
            self._finish()
            said = dict(attrs)
            self._spans = _span(said.get("colspan")), _span(said.get("rowspan"))
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr"):
            self._finish()
        elif tag in ("script", "style"):
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table" and self._open:
            self._finish()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(data)

    def _finish(self) -> None:
        if self._cell is not None and self._open:
            table = self._open[-1]
            table.row = max(table.row, 0)
            wide, high = self._spans
            if len(table.taken) + wide * high > _MOST_CELLS:
                raise FileRefused(_("The clipboard holds more than a table may."))
            table.place(" ".join("".join(self._cell).split()), wide, high)
        self._cell = None


def _rows(table: _Table) -> tuple[Row, ...]:
    return tuple(
        (number, tuple(ReadCell("text", cells[place]) if place in cells else None for place in range(max(cells) + 1)))
        for number, cells in sorted(table.cells.items())
    )


def _span(text: str | None) -> int:
    return min(int(text), _MOST_SPAN) if text and text.isascii() and text.isdecimal() and int(text) > 0 else 1
