"""What a cell of the spreadsheet is, and how it stands in the file."""

from decimal import Decimal
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from parties_of_power.analysis.cell import Cell
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate, day_number, iso
from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.safe_cells import Alterations, fits_a_number, printable
from parties_of_power.exchange.sheets.values import places_of

CellType = Literal["string", "float", "percentage", "date"]
Look = Literal["", "header", "missing", "computed", "wrong"]

# LibreOffice counts earlier days by the Julian calendar.
_FIRST_DAY, _LAST_DAY = day_number(1582, 10, 15), day_number(9999, 12, 31)
_SIGNS = "~≥≤ "
_LOOKS: dict[str, Look] = {
    "missing": "missing",
    "empty": "missing",
    "ended": "computed",
    "not_founded": "computed",
    "wrong": "wrong",
}


class OdsCell(NamedTuple):
    """`text` is shown; `value` is that of a number, a share of one, or a day as the file writes it. A number shows so
    many `places`, and the words `before` and `after` it, which belong to its format."""

    text: str
    type: CellType = "string"
    value: str = ""
    look: Look = ""
    places: int = 0
    before: str = ""
    after: str = ""
    note: str = ""

    @property
    def style(self) -> str:
        """The name of its style in the file."""
        if self.type == "date":
            return "date"
        if self.type in ("float", "percentage"):
            words = f"{self.before}|{self.after}".encode().hex()
            return f"{self.type}{self.places}-{words}"
        return self.look


def cell_of(cell: Cell, attribute: Attribute | None, changes: Alterations, place: str, note: str = "") -> OdsCell:
    """A number as such, percents as 0.643, whole days as dates, all else as text; missing reasons and computed states
    are words that look apart."""
    text = printable(cell.text, changes, place)
    note = printable(note, changes, place)
    if cell.state in _LOOKS:
        return OdsCell(text, look=_LOOKS[cell.state], note=note)
    if attribute is None:
        is_number = cell.number is not None
        return OdsCell(text, "float", repr(cell.number), places=places_of(cell.text)) if is_number else OdsCell(text)
    if kind(attribute.kind).is_numeric:
        if fits_a_number(cell.value):
            return _number(cell, attribute, text, note)
        changes.add("digits", place)
        return OdsCell(cell.value, note=note)
    day = _whole_day(cell.value) if attribute.kind == "date" else None
    if day is not None:
        return OdsCell(iso(day), "date", iso(day), note=note)
    return OdsCell(text, note=note)


def _number(cell: Cell, attribute: Attribute, text: str, note: str) -> OdsCell:
    is_percent, dated = attribute.kind == "percent", cell.attested or cell.measured
    sign = text[: len(text) - len(text.lstrip(_SIGNS))]
    return OdsCell(
        text,
        "percentage" if is_percent else "float",
        format(Decimal(cell.value) / 100, "f") if is_percent else cell.value,
        places=places_of(text) if attribute.decimals is None else attribute.decimals,
        before=("≈ " if cell.hold is Hold.POSSIBLY else "") + sign,
        after=f" ({dated})" if dated else "",
        note=note,
    )


def _whole_day(text: str) -> int | None:
    try:
        date = PartialDate.parse(text)
    except DateError:
        return None
    is_sure = date.precision == "day" and not (date.approximate or date.uncertain)
    return date.earliest if is_sure and date.earliest and _FIRST_DAY <= date.earliest <= _LAST_DAY else None


def cell_xml(cell: OdsCell) -> str:
    style = f" table:style-name={quoteattr(cell.style)}" if cell.style else ""
    note = f"<office:annotation>{paragraphs(cell.note)}</office:annotation>" if cell.note else ""
    if not cell.text and not note:
        return f"<table:table-cell{style}/>"
    value = f" office:value-type={quoteattr(cell.type)}"
    if cell.type == "date":
        value += f" office:date-value={quoteattr(cell.value)}"
    elif cell.type != "string":
        value += f" office:value={quoteattr(cell.value)}"
    return f"<table:table-cell{style}{value}>{note}{paragraphs(cell.text)}</table:table-cell>"


def paragraphs(text: str) -> str:
    """One for each line. Blanks that stand together are written as what they are, since XML makes one of them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f"<text:p>{_inline(line)}</text:p>" for line in lines)


def _inline(line: str) -> str:
    return escape(line).replace(" ", "<text:s/>" if _has_loose_blanks(line) else " ").replace("\t", "<text:tab/>")


def _has_loose_blanks(line: str) -> bool:
    return "  " in line or line != line.strip(" ") or "\t" in line
