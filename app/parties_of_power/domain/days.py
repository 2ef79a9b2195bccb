"""Days as plain numbers: the count of `datetime.date.toordinal`, but valid in any year, and how a day is said.

Day 1 is 1 January of the year 1 in the Gregorian calendar, extended backwards and forwards; the year 0 is 1 BC.
The arithmetic is Howard Hinnant's "days_from_civil" (a year is counted from March, so that the leap day comes last).
"""

import datetime

from parties_of_power.domain.conventions import conventions
from parties_of_power.texts import N_, _

_DAYS_OF_400_YEARS = 146_097
_MARCH_OF_YEAR_0 = -305
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


class DateError(ValueError):
    """A date or period that cannot be read; its text is the rule, with an example."""


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day that exists; whether it does is the caller's question (`days_in_month`)."""
    if month > 2:
        months_since_march = month - 3
    else:
        months_since_march = month + 9
        year -= 1
    leap_days = year // 4 - year // 100 + year // 400
    return 365 * year + leap_days + (153 * months_since_march + 2) // 5 + day - 1 + _MARCH_OF_YEAR_0


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of month of a day number."""
    era, in_era = divmod(day - _MARCH_OF_YEAR_0, _DAYS_OF_400_YEARS)
    year_of_era = (in_era - in_era // 1460 + in_era // 36524 - in_era // 146096) // 365
    in_year = in_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    months_since_march = (5 * in_year + 2) // 153
    day_of_month = in_year - (153 * months_since_march + 2) // 5 + 1
    month = months_since_march + 3 if months_since_march < 10 else months_since_march - 9
    return 400 * era + year_of_era + (month <= 2), month, day_of_month


def iso(day: int) -> str:
    """`2008-11-25`, `-0044-03-15`. A year of five digits gets no sign and is no EDTF day: EDTF has none."""
    year, month, of_month = civil(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{of_month:02d}"


def spoken(day: int) -> str:
    """`25 November 2008`; or as the reader wants days to be written."""
    if conventions().date_format != "words":
        return in_figures(day)
    year, month, of_month = civil(day)
    return _("{day} {month} {year}").format(day=of_month, month=month_name(month), year=year_words(year))


def spoken_short(day: int) -> str:
    """`25 Nov 2008`; or as the reader wants days to be written."""
    if conventions().date_format != "words":
        return in_figures(day)
    year, month, of_month = civil(day)
    return _("{day} {month} {year}").format(day=of_month, month=short_month_name(month), year=year_words(year))


def in_figures(day: int) -> str:
    """`2008-11-25` or `25.11.2008`. Before the year 1 only the first has a form."""
    year, month, of_month = civil(day)
    if conventions().date_format == "points" and year > 0:
        return f"{of_month:02d}.{month:02d}.{year}"
    return iso(day)


def spoken_month(year: int, month: int) -> str:
    """`November 2008`."""
    return _("{month} {year}").format(month=month_name(month), year=year_words(year))


def year_words(year: int) -> str:
    """`2008`, `45 BC` for the year -44 (there is a year 0, it is 1 BC)."""
    return str(year) if year > 0 else _("{year} BC").format(year=1 - year)


def month_name(month: int) -> str:
    return _(MONTHS[month - 1])


def short_month_name(month: int) -> str:
    return _(SHORT_MONTHS[month - 1])


def today() -> int:
    """The day on the wall where the program runs."""
    return datetime.datetime.now().astimezone().toordinal()
