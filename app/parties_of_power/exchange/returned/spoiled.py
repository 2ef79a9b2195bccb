"""What spreadsheets do to values behind everybody's back: months made days, long numbers rounded, SEPT2 made a date."""

from decimal import Decimal, InvalidOperation

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.exchange.guarded.definition import ReadCell
from parties_of_power.exchange.guarded.numbers import DAYS_BEFORE_1904
from parties_of_power.exchange.returned.exported import Written
from parties_of_power.exchange.returned.readings import is_blank
from parties_of_power.texts import _

_CUTS = (255, 256, 1024, 8224, 32_767)  # lengths at which programs cut a text
_MANY_FIGURES = 6


def why_spoiled(written: Written, meant: str, cell: ReadCell, kind_key: str) -> str:
    """The sentence that says what probably happened to the value; blank for a change that somebody may have meant."""
    if is_blank(cell):
        return _("The formula was saved without a result") if cell.formula else ""
    if cell.kind == "error" or cell.text.strip() in _ERRORS:
        return _("The cell holds the error {error}").format(error=cell.text.strip())
    if not meant or meant.startswith("missing:"):
        return ""
    if cell.kind == "date":
        return _made_a_date(written, meant, cell, kind_key)
    if isinstance(written, str):
        return _text_spoiled(written, meant, cell)
    if isinstance(written, float):
        return _number_spoiled(written, meant, cell, kind_key)
    return ""


_ERRORS = {"#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#####", "########"}


def _made_a_date(written: Written, meant: str, cell: ReadCell, kind_key: str) -> str:
    if kind_key == "date":
        return _date_spoiled(written, meant, cell)
    if isinstance(written, str):
        return _("A text was made a date")
    if isinstance(written, float):
        return _("A number was made a date")
    return ""


def _date_spoiled(written: Written, meant: str, cell: ReadCell) -> str:
    """A date that was less exact and now is a day within it, or the same day counted from another year."""
    if isinstance(written, float) and cell.number is not None:
        if abs(cell.number - written) == DAYS_BEFORE_1904:
            return _("The day was moved by four years: dates counted from 1900 and from 1904 were mixed")
        if _day_and_month_swapped(meant, cell.text):
            return _("Day and month changed places")
        return ""
    try:
        before, now = PartialDate.parse(meant), PartialDate.parse(cell.text.partition(" ")[0])
    except DateError:
        return _("A text was made a date")
    if before.earliest is None or before.latest is None or now.earliest is None:
        return _("A date in words was made a day")
    if not before.earliest <= now.earliest <= before.latest:
        return ""
    return (
        _("A month was made a day")
        if before.precision == "month"
        else _("A date that is not known to the day was made a day")
    )


def _day_and_month_swapped(meant: str, now: str) -> bool:
    before, after = meant.split("-"), now.split("-")
    return len(before) == len(after) == 3 and before[1] != before[2] and [before[0], before[2], before[1]] == after


def _text_spoiled(written: str, meant: str, cell: ReadCell) -> str:
    if cell.kind == "number":
        return _digits_spoiled(written, cell)
    if cell.kind != "text":
        return ""
    text = cell.text.strip()
    if len(text) in _CUTS and len(written) > len(text) and written.startswith(text):
        return _("The text was cut at {count} characters").format(count=len(text))
    if _garbled(written, text):
        return _("The letters were read in another encoding")
    if _exponent(text) and _digits(written):
        return _("A long number was rounded, {figures}").format(figures=text)
    return ""


def _digits_spoiled(written: str, cell: ReadCell) -> str:
    """A number that stood as text, since Excel would not keep all of its figures."""
    digits = _digits(written)
    if not digits or cell.number is None:
        return _("A text was made a number") if "e" in written.casefold() and _same_number(written, cell) else ""
    if written.startswith("0") and _same_number(digits, cell):
        return _("Zeros at the beginning were lost")
    if len(digits) > 15 and cell.text.lstrip("-")[:10] == digits[:10]:
        return _("A long number was rounded to 15 digits")
    return ""


def _number_spoiled(written: float, meant: str, cell: ReadCell, kind_key: str) -> str:
    value = _decimal(meant)
    text = cell.text.strip().replace(",", ".")
    now = _decimal(text)
    if value is None or now is None:
        return ""
    if kind_key == "percent" and cell.kind == "number" and cell.number is not None and cell.number <= 1:
        now = Decimal(f"{cell.number * 100:.15g}")
    if _is_rounded(value, now) or (_exponent(text) and _rounded_to(value, _figures(now)) == now):
        return _("A long number was rounded, {figures}").format(figures=f"{now:.3G}")
    places = -int(value.as_tuple().exponent)
    if places > 0 and now == value.scaleb(places):
        return _("The decimal sign was lost")
    return ""


def _is_rounded(value: Decimal, now: Decimal) -> bool:
    """Whether most of many figures were lost: 44,714,241 became 44,700,000."""
    had, has = _figures(value), _figures(now)
    return had >= _MANY_FIGURES and has <= had - 3 and now != 0 and _rounded_to(value, has) == now


def _rounded_to(value: Decimal, figures: int) -> Decimal:
    return Decimal(f"{value:.{max(figures, 1) - 1}E}")


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _garbled(written: str, text: str) -> bool:
    """Question marks for letters, or UTF-8 that was read as something else."""
    if written.isascii() or text == written:
        return False
    if len(text) == len(written) and all(
        a == b or (b == "?" and not a.isascii()) for a, b in zip(written, text, strict=True)
    ):
        return True
    for encoding in ("cp1252", "cp1251", "latin-1"):
        try:
            if text.encode(encoding).decode("utf-8") == written:
                return True
        except UnicodeError:
            continue
    return False


def _exponent(text: str) -> bool:
    return "e+" in text.casefold()


def _digits(text: str) -> str:
    """The figures of a text that is a number in figures alone; blank for another."""
    digits = text.strip().lstrip("~≥≤ -")
    return digits if digits.isascii() and digits.replace(".", "", 1).isdecimal() else ""


def _same_number(text: str, cell: ReadCell) -> bool:
    value = _decimal(text)
    return value is not None and cell.number is not None and float(value) == cell.number


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
