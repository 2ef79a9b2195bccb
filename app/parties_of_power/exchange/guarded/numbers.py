"""Numbers of a spreadsheet as texts: all figures that were meant, and days for those that a format makes a date."""

import math
import re
from datetime import date, timedelta
from decimal import Decimal

DAYS_BEFORE_1904 = 1462
LAST_DAY = 2_958_465
_BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_BUILT_IN_PERCENTS = {9, 10}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SHORTEST = 15


def is_date_format(number: int, code: str) -> bool:
    """Formats of a time of day alone are none."""
    if not code:
        return number in _BUILT_IN_DATES
    shown = _NOT_SHOWN.sub("", code.partition(";")[0]).lower()
    if "general" in shown:
        return False
    return "y" in shown or "d" in shown or ("m" in shown and "h" not in shown and "s" not in shown)


def is_percent_format(number: int, code: str) -> bool:
    return "%" in _NOT_SHOWN.sub("", code) if code else number in _BUILT_IN_PERCENTS


def number_text(number: float) -> str:
    """`44714241`, `64.3`: the shortest figures that mean the number, never with an exponent."""
    if not math.isfinite(number):
        return str(number)
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    short = f"{number:.{_SHORTEST}g}"
    figures = short if float(short) == number else repr(number)
    return format(Decimal(figures), "f") if "e" in figures else figures


def day_text(serial: float) -> str:
    """`1999-02-12`, with the time of day where there is one; blank for what is no day."""
    if not 0 < serial < LAST_DAY + 1 or 60 <= serial < 61:  # Excel believes in a 29 February 1900
        return ""
    days, seconds = divmod(round(serial * 86_400), 86_400)
    day = (date(1899, 12, 31) if serial < 60 else date(1899, 12, 30)) + timedelta(days)
    return f"{day.isoformat()} {seconds // 3600:02d}:{seconds // 60 % 60:02d}" if seconds else day.isoformat()


def serial_of(day: date) -> float | None:
    """Excel's count of a day from March 1900 on; None before."""
    serial = (day - date(1899, 12, 30)).days
    return float(serial) if serial > 60 else None
