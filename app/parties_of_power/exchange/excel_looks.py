"""How the workbook looks: one place for its colours and fonts. Excel and LibreOffice draw them alike."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from parties_of_power.exchange.sheets.definition import Look, Style

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

TEXT = "#1D1F21"
GREY = "#62676D"
ACCENT = "#2F5D8A"
BAR = "#A1B6CA"
LINE = "#C9CDD1"
HEAT_LOW, HEAT_HIGH = "#FFFFFF", "#8FB4D6"
BELOW, MIDDLE, ABOVE = "#CB8340", "#F7F7F5", "#5F92C0"
ANSWER_TINTS = ("#DAE4EE", "#F5F1DD", "#EED6E4", "#D3E7D6", "#FCE1E4", "#E0F5FC", "#E7E7E7")
LINES = ("#2F5D8A", "#CB8340", "#4B8B5A", "#9B4F7F", "#62676D", "#8A5A00", "#5FA3C7", "#A62B1F")
MARKERS = ("circle", "square", "diamond", "triangle", "x", "plus", "star", "long_dash")
NOTE_GROUND = "#FFFDF2"

HEADER: Mapping[str, Any] = {
    "bold": True,
    "font_color": TEXT,
    "bg_color": "#E6EEF6",
    "bottom": 2,
    "bottom_color": ACCENT,
    "text_wrap": True,
    "valign": "vcenter",
}
STYLES: Mapping[Style, Mapping[str, Any]] = {
    "": {},
    "missing": {"italic": True, "font_color": GREY},
    "computed": {"font_color": GREY},
    "wrong": {"font_color": "#A62B1F"},
    "possibly": {"font_color": "#8A5A00"},
    "attested": {"font_color": GREY},
    "name": {"bold": True},
    "link": {"font_color": ACCENT},
    "lived": {"font_color": ACCENT, "bg_color": BAR},
    "perhaps": {"font_color": TEXT, "bg_color": "#E6EEF6"},
}
TABLE_STYLE = "Table Style Light 1"
HEADER_HEIGHT = 34
LINE_HEIGHT = 15


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[Look, bool, bool], Format] = {}
        self._numbers: dict[tuple[Look, bool, bool], int] = {}
        self.header: Format = book.add_format(dict(HEADER))

    def of(self, look: Look, *, wraps: bool = False, quoted: bool = False) -> "Format":
        """`quoted` marks a text that begins like a formula as text."""
        key = (look, wraps, quoted)
        if key not in self._made:
            properties = {"valign": "top", "text_wrap": wraps, "quote_prefix": quoted, **STYLES[look.style]}
            if look.align:
                properties["align"] = look.align
            if look.number_format:
                properties["num_format"] = look.number_format
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def number_of(self, look: Look, *, wraps: bool = False, quoted: bool = False) -> int:
        """The number of a format in the workbook."""
        key = (look, wraps, quoted)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = look_number(self.of(look, wraps=wraps, quoted=quoted))
        return number


def look_number(look: "Format | None") -> int:
    """The number of a format in the workbook; 0 is the plain one."""
    known: Any = look  # its types do not know the number
    return 0 if look is None else int(known._get_xf_index())
