"""The cells of one sheet, written one by one, tallied for reading them back, and measured for the column widths."""

from collections.abc import Sequence

from parties_of_power.exchange.excel_looks import LINE_HEIGHT, Formats, look_number
from parties_of_power.exchange.excel_page import Page
from parties_of_power.exchange.reread import Tally, figures
from parties_of_power.exchange.safe_cells import Alterations, is_like_a_formula, is_like_markup, is_storable, storable
from parties_of_power.exchange.sheets.definition import PLAIN, Content, Digits, Jump, Link, Look, SheetColumn, Shown

MOST_LINKS = 65_530
LONGEST_LINK = 2_079
_NARROWEST, _WIDEST, _WIDEST_WRAPPED = 9, 44, 34
_LETTERS_OF_NUMBERS = 10
_SPARE = 2
_MOST_LINES = 6  # of a row; the rest is read in the line above the sheet
_NUMBERS = (float, int)
_AS_LINK = Look(style="link")


class Cells:
    """Rows count from 0, the header; columns from 0."""

    def __init__(self, page: Page, columns: Sequence[SheetColumn], formats: Formats, changes: Alterations) -> None:
        from xlsxwriter.utility import xl_col_to_name

        self._page = page
        self._columns = columns
        self._formats = formats
        self._changes = changes
        self._letters = [str(xl_col_to_name(place)) for place in range(len(columns))]
        self._is_tall = any(column.wraps for column in columns)  # then all its texts stand at the top of their rows
        self._plain_looks = [formats.of(PLAIN, wraps=column.wraps) if self._is_tall else None for column in columns]
        self._plain = list(map(look_number, self._plain_looks))
        self._widths = [0] * len(columns)
        self._links = 0
        self._lines = 1
        self._row: list[str] = []
        self.width = 0.0  # of all columns that are shown, once they are set
        self.tally = Tally()

    def write_header(self, titles: Sequence[str]) -> None:
        """Only tallied: the table writes its header itself."""
        for letters, title in zip(self._letters, titles, strict=True):
            self.tally.add_text(f"{letters}1", title)

    def write_row(self, row: int, contents: Sequence[Content]) -> None:
        self._lines = 1
        self._row.clear()
        for column, content in enumerate(contents):
            if isinstance(content, str):
                if content:
                    self._write_text(row, column, content, PLAIN)
            elif isinstance(content, _NUMBERS):
                self._write_number(row, column, content, PLAIN)
            elif isinstance(content, Shown):
                self._write_shown(row, column, content)
            elif isinstance(content, Link):
                self._write_link(row, column, content.url)
            elif isinstance(content, Jump):
                self._write_jump(row, column, content)
            elif isinstance(content, Digits):
                self._changes.add("digits", self._place(row, column))
                self._write_text(row, column, content.text, content.look)
        # LibreOffice does not find the height out by itself.
        height = LINE_HEIGHT * min(self._lines, _MOST_LINES) if self._lines > 1 else None
        self._page.add_row(row, len(self._columns) - 1, self._row, height)

    def set_widths(self, titles: Sequence[str]) -> None:
        """As wide as the longest text, between bounds; headers have two lines and the button of the filter."""
        for place, (column, title) in enumerate(zip(self._columns, titles, strict=True)):
            longest_word = max(map(len, title.split()), default=0)
            by_header = max(longest_word, len(title) // 2) + 4
            widest = _WIDEST_WRAPPED if column.wraps else _WIDEST
            wide = column.width or min(max(self._widths[place] + 2, by_header, _NARROWEST), widest)
            self.width += 0 if column.is_hidden else wide
            self._page.sheet.set_column(place, place, wide, self._plain_looks[place], {"hidden": column.is_hidden})

    def _write_shown(self, row: int, column: int, shown: Shown) -> None:
        if isinstance(shown.value, str):
            if shown.value:
                self._write_text(row, column, shown.value, shown.look)
        else:
            self._write_number(row, column, shown.value, shown.look)

    def _write_text(self, row: int, column: int, text: str, look: Look) -> None:
        if not is_storable(text):
            text = storable(text, self._changes, self._place(row, column))
        place = f"{self._letters[column]}{row + 1}"
        self.tally.add_text(place, text)
        if len(text) > self._widths[column]:
            self._measure(column, text)
        is_quoted = is_like_a_formula(text)
        shown = self._plain[column] if look is PLAIN and not is_quoted else self._format(column, look, quoted=is_quoted)
        if text[0] == "<" and is_like_markup(text):
            own = self._formats.of(PLAIN, wraps=self._columns[column].wraps)
            index = self._page.index_of_runs(row, column, text, own)
        else:
            index = self._page.index_of(text)
        self._row.append(text_cell(place, index, shown))

    def _write_number(self, row: int, column: int, number: float, look: Look) -> None:
        said, place = figures(number), f"{self._letters[column]}{row + 1}"
        self.tally.add_number(place, said)
        self._widths[column] = max(self._widths[column], _LETTERS_OF_NUMBERS)
        shown = self._plain[column] if look is PLAIN else self._format(column, look)
        self._row.append(number_cell(place, said, shown))

    def _write_link(self, row: int, column: int, url: str) -> None:
        """As text where Excel holds no more links, or none so long."""
        if self._links >= MOST_LINKS or len(url) > LONGEST_LINK or not is_storable(url):
            self._write_text(row, column, url, PLAIN)
            return
        self._links += 1
        self._page.link(row, column, url)
        self._write_text(row, column, url, _AS_LINK)

    def _write_jump(self, row: int, column: int, jump: Jump) -> None:
        """The same for a link to another sheet, whose name is one of the program's own."""
        if self._links >= MOST_LINKS:
            self._write_text(row, column, jump.text, PLAIN)
            return
        self._links += 1
        self._page.jump(f"{self._letters[column]}{row + 1}", f"{jump.sheet}!A{jump.row + 2}")
        self._write_text(row, column, jump.text, _AS_LINK)

    def _measure(self, column: int, text: str) -> None:
        """Of a text that may need a wider column, or several lines of one that wraps."""
        lengths = [len(line) for line in text.splitlines()]
        if not self._columns[column].wraps:
            self._widths[column] = max(lengths, default=0)
            return
        widest = self._columns[column].width or _WIDEST_WRAPPED
        self._widths[column] = min(max(lengths, default=0), widest - _SPARE)
        lines = sum(max(1, -(-length // (widest - _SPARE))) for length in lengths)
        self._lines = max(self._lines, lines)

    def _format(self, column: int, look: Look, *, quoted: bool = False) -> int:
        return self._formats.number_of(look, wraps=self._columns[column].wraps, quoted=quoted)

    def _place(self, row: int, column: int) -> str:
        """As the user finds it: the sheet and the cell."""
        return f"{self._page.sheet.name}!{self._letters[column]}{row + 1}"


def text_cell(place: str, index: int, look: int) -> str:
    return f'<c r="{place}" s="{look}" t="s"><v>{index}</v></c>' if look else f'<c r="{place}" t="s"><v>{index}</v></c>'


def number_cell(place: str, said: str, look: int) -> str:
    return f'<c r="{place}" s="{look}"><v>{said}</v></c>' if look else f'<c r="{place}"><v>{said}</v></c>'
