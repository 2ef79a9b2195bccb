"""The cells of one sheet of an XLSX workbook, as they stand in its XML."""

import math
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from parties_of_power.exchange.guarded.definition import FileRefused, Limits, ReadCell, ReadSheet, Row
from parties_of_power.exchange.guarded.numbers import DAYS_BEFORE_1904, day_text, number_text, serial_of
from parties_of_power.exchange.guarded.parts import Attributes, Parts, safe_parser
from parties_of_power.texts import _

_MANY = 1_000  # blank rows between two
_FIGURES = "0123456789"
_LINKED = re.compile(r"\[[^\]]+\]|WEBSERVICE|\|", re.IGNORECASE)
_TRUE = ("1", "true", "on")
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7}):\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MANY_MERGED = 10_000
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to. Each style says whether it shows a date, and whether a percent."""

    texts: Sequence[str]
    dates: Sequence[bool]
    percents: Sequence[bool]
    is_1904: bool


class SheetReader:
    """Gathers cells as the parser meets them. `odd` are the kinds of oddity that were met."""

    def __init__(self, book: Book, limits: Limits) -> None:
        self._book = book
        self._limits = limits
        self._rows: dict[int, dict[int, ReadCell]] = {}
        self._row: dict[int, ReadCell] = {}
        self._row_number = 0
        self._column = -1
        self._column_of: dict[str, int] = {}
        self._of: Attributes = {}
        self._value: list[str] = []
        self._formula: list[str] = []
        self._has_formula = self._is_phonetic = False
        self._cells = 0
        self._hidden_rows: list[int] = []
        self._hidden_columns: list[int] = []
        self._merged: list[tuple[int, int, int, int]] = []
        self.odd: set[str] = set()

    def read(self, parts: Parts, name: str) -> tuple[Row, ...]:
        self._parser = safe_parser(self._begin, self._end)
        parts.feed(name, self._parser)
        self._check_area()
        return tuple(
            (number - 1, tuple(map(row.get, range(max(row) + 1)))) for number, row in sorted(self._rows.items()) if row
        )

    def sheet(self, name: str, is_hidden: bool, rows: tuple[Row, ...]) -> ReadSheet:
        """What was read, with what is known about its rows and columns."""
        return ReadSheet(
            name, is_hidden, rows, tuple(self._hidden_rows), tuple(self._hidden_columns), tuple(self._merged)
        )

    def _hide_columns(self, first: int, last: int) -> None:
        self._hidden_columns.extend(range(first - 1, min(last, self._limits.columns)))

    def _merge(self, reference: str) -> None:
        found = _RANGE.fullmatch(reference)
        if found and len(self._merged) < _MANY_MERGED:
            left, top, right, bottom = found.groups()
            self._merged.append((int(top) - 1, column_number(left), int(bottom) - 1, column_number(right)))

    def _begin(self, name: str, attributes: Attributes) -> None:
        if name == "v" or (name == "t" and not self._is_phonetic):
            self._parser.CharacterDataHandler = self._value.append
        elif name == "c":
            self._of = attributes
            self._value.clear()
            if self._has_formula:
                self._formula.clear()
                self._has_formula = False
            self._place(attributes.get("r"))
        elif name == "f":
            self._has_formula = True
            self._parser.CharacterDataHandler = self._formula.append
        elif name == "row":
            self._begin_row(attributes.get("r"))
            if attributes.get("hidden") in _TRUE:
                self._hidden_rows.append(self._row_number - 1)
        elif name == "col" and attributes.get("hidden") in _TRUE:
            self._hide_columns(_whole(attributes.get("min", "1")), _whole(attributes.get("max", "1")))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "rPh":
            self._is_phonetic = True

    def _end(self, name: str) -> None:
        if name == "c":
            self._finish()
        elif name in ("v", "t", "f"):
            self._parser.CharacterDataHandler = None
        elif name == "rPh":
            self._is_phonetic = False

    def _begin_row(self, number: str | None) -> None:
        wanted = self._row_number + 1 if number is None else _whole(number)
        if wanted <= self._row_number:
            self.odd.add("order")
        self._go_to_row(wanted)
        self._column = -1

    def _go_to_row(self, number: int) -> None:
        if not 1 <= number <= self._limits.rows:
            raise FileRefused(_("A row lies outside of any spreadsheet: {row}.").format(row=number))
        self._row_number = number
        self._row = self._rows.setdefault(number, {})

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_FIGURES)
            if letters not in self._column_of:
                self._column_of[letters] = column_number(letters)
            column = self._column_of[letters]
            number = _whole(reference[len(letters) :])
            if number != self._row_number:
                self.odd.add("order")
                self._go_to_row(number)
            if column <= self._column:
                self.odd.add("order")
            self._column = column
        if not 0 <= self._column < self._limits.columns:
            raise FileRefused(_("A cell lies outside of any spreadsheet: {cell}.").format(cell=reference or ""))
        self._cells += 1
        if self._cells > self._limits.cells:
            raise FileRefused(_("A sheet has more than {most} cells.").format(most=f"{self._limits.cells:,}"))

    def _finish(self) -> None:
        text = "".join(self._value)
        if not text and not self._has_formula:
            return
        if self._has_formula and not text:
            self.odd.add("no_result")
        cell = self._cell(text)
        if self._has_formula:
            cell = cell._replace(formula="=" + "".join(self._formula))
            if _LINKED.search(cell.formula):
                self.odd.add("links")
        self._row[self._column] = cell

    def _cell(self, text: str) -> ReadCell:
        kind = self._of.get("t", "n")
        if kind == "s":
            return ReadCell("text", self._shared(text))
        if kind == "n" and text:
            return self._number(text)
        if kind == "e":
            self.odd.add("error")
            return ReadCell("error", text)
        if kind == "b":
            return ReadCell("truth", "TRUE" if text == "1" else "FALSE", float(text == "1"))
        if kind == "d":
            return self._day(text)
        if kind not in ("str", "inlineStr", "n"):
            self.odd.add("type")
        return ReadCell("text", unescaped(text))

    def _shared(self, text: str) -> str:
        place = _whole(text)
        if place >= len(self._book.texts):
            raise FileRefused(_("A cell refers to a text that the workbook does not hold."))
        return self._book.texts[place]

    def _number(self, text: str) -> ReadCell:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self.odd.add("type")
            return ReadCell("text", text)
        style = _whole(self._of.get("s", "0"))
        if style < len(self._book.dates) and self._book.dates[style]:
            serial = number + DAYS_BEFORE_1904 if self._book.is_1904 else number
            shown = day_text(serial)
            if shown:
                return ReadCell("date", shown, serial)
        is_percent = style < len(self._book.percents) and self._book.percents[style]
        figures = text if text.isdecimal() and text.isascii() else number_text(number)
        return ReadCell("number", figures, number, "", is_percent)

    def _day(self, text: str) -> ReadCell:
        with suppress(ValueError):
            day = date.fromisoformat(text.partition("T")[0])
            serial = serial_of(day)
            if serial is not None:
                return ReadCell("date", day.isoformat(), serial)
        self.odd.add("type")
        return ReadCell("text", text.removesuffix("T00:00:00"))

    def _check_area(self) -> None:
        rows = [number for number, row in self._rows.items() if row]
        columns = {column for row in self._rows.values() for column in row}
        if not rows:
            return
        high, wide = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
        if high > len(rows) + _MANY:
            self.odd.add("gap")
        if high * wide > self._limits.area:
            raise FileRefused(
                _("The cells of a sheet are scattered over {rows} rows and {columns} columns.").format(
                    rows=f"{high:,}", columns=f"{wide:,}"
                )
            )


def column_number(letters: str) -> int:
    """From 0; FileRefused for what is no column."""
    if not (letters.isascii() and letters.isalpha() and len(letters) <= 3):
        raise FileRefused(_("A cell lies outside of any spreadsheet: {cell}.").format(cell=letters[:20]))
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _whole(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 12):
        raise FileRefused(_("The workbook counts in numbers that are none: {text}.").format(text=text[:20]))
    return int(text)


def unescaped(text: str) -> str:
    """`_x000D_` stands for a character that XML has no place for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
