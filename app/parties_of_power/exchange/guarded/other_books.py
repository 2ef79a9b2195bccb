"""XLS, XLSB and ODS workbooks, read by calamine: only inside the guarded child, since files can make it take all memory
or end the process."""

import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from parties_of_power.exchange.guarded.container import FileKind, damaged, protected
from parties_of_power.exchange.guarded.definition import FileRefused, Limits, ReadCell, ReadSheet, Row, TableFile
from parties_of_power.exchange.guarded.numbers import number_text, serial_of
from parties_of_power.exchange.guarded.parts import Attributes, Parts, local, safe_parser
from parties_of_power.texts import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = str | float | int | bool | date | datetime | time | timedelta | None


def read_other(path: Path, kind: FileKind, limits: Limits) -> TableFile:
    import python_calamine

    if kind == "ods":
        _check_ods(path, limits)
    try:
        book = _opened(path, kind)
        listed = [each for each in book.sheets_metadata if str(each.typ).endswith("WorkSheet")]
        sheets = tuple(
            ReadSheet(
                each.name, not str(each.visible).endswith(".Visible"), _rows(book.get_sheet_by_name(each.name), limits)
            )
            for each in listed
        )
    except python_calamine.PasswordError as wrong:
        raise FileRefused(protected(path.name)) from wrong
    except (python_calamine.CalamineError, OSError, ValueError) as wrong:
        raise FileRefused(damaged(path.name, str(wrong)[:80])) from wrong
    if not sheets:
        raise FileRefused(_("{name} has no sheet with cells.").format(name=path.name))
    return TableFile(sheets)


def _opened(path: Path, kind: FileKind) -> "CalamineWorkbook":
    """By its ending where that is right, since calamine then knows a password when it meets one; else by content."""
    from python_calamine import CalamineWorkbook

    if path.suffix.lower() == f".{kind}":
        return CalamineWorkbook.from_path(str(path))
    return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))


def _rows(sheet: "CalamineSheet", limits: Limits) -> tuple[Row, ...]:
    if sheet.height * sheet.width > limits.area:
        raise FileRefused(
            _("The cells of a sheet are scattered over {rows} rows and {columns} columns.").format(
                rows=f"{sheet.height:,}", columns=f"{sheet.width:,}"
            )
        )
    first_row, first_column = sheet.start or (0, 0)
    before = (None,) * first_column
    rows = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first_row):
        cells = [_cell(value) for value in values]
        if any(cells):
            rows.append((number, (*before, *cells)))
    return tuple(rows)


def _cell(value: Value) -> ReadCell | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ReadCell("truth", str(value).upper(), float(value))
    if isinstance(value, int | float):
        return ReadCell("number", number_text(float(value)), float(value))
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        text = f"{value:%Y-%m-%d}" if midnight else f"{value:%Y-%m-%d %H:%M}"
        return ReadCell("date", text, serial_of(value.date()))
    if isinstance(value, date):
        return ReadCell("date", value.isoformat(), serial_of(value))
    return ReadCell("text", str(value))


def _check_ods(path: Path, limits: Limits) -> None:
    """An ODS says how often a cell is repeated: what it would hold is counted before anybody fills it."""
    area = _OdsArea(limits)
    with zipfile.ZipFile(path) as package:
        Parts(package, limits).feed("content.xml", safe_parser(area.begin, area.end))


class _OdsArea:
    """Repeats count only as far as a cell with content."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._row = self._column = self._row_times = self._times = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        own = local(attributes)
        if name == "table":
            self._row = 0
        elif name == "table-row":
            self._row_times, self._column = _times(own, "number-rows-repeated"), 0
        elif name in ("table-cell", "covered-table-cell"):
            self._times = _times(own, "number-columns-repeated")
            if any(key in own for key in ("value-type", "value", "string-value")):
                self._check(self._row + self._row_times, self._column + self._times)

    def end(self, name: str) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._column += self._times
        elif name == "table-row":
            self._row += self._row_times

    def _check(self, high: int, wide: int) -> None:
        if wide > self._limits.columns or high > self._limits.rows or high * wide > self._limits.area:
            raise FileRefused(
                _("The cells of a sheet are scattered over {rows} rows and {columns} columns.").format(
                    rows=f"{high:,}", columns=f"{wide:,}"
                )
            )


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 12):
        raise FileRefused(_("The workbook counts in numbers that are none: {text}.").format(text=text[:20]))
    return int(text)
