"""Moving a date by days, months or years, with nothing more known of it afterwards than before."""

import re
from typing import Literal

from parties_of_power.domain.days import DateError, civil, day_number, days_in_month
from parties_of_power.domain.partial_dates import PartialDate
from parties_of_power.texts import _

Unit = Literal["day", "month", "year"]

_DATE = re.compile(r"(?<![0-9Y-])(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?(?![0-9X-])")


def moved(day: int, unit: Unit, count: int) -> int:
    """A day so many days, months or years on; the last of a month where the day does not exist."""
    if unit == "day":
        return day + count
    year, month, of_month = civil(day)
    years, place = divmod(month - 1 + count * (12 if unit == "year" else 1), 12)
    return day_number(year + years, place + 1, min(of_month, days_in_month(year + years, place + 1)))


def shifted(date: PartialDate, unit: Unit, count: int) -> PartialDate:
    """The date so much later, both ends of an interval and all members of a set. DateError says why it cannot be moved
    by this: a month has no days to move by."""
    if "X" in date.text or "Y" in date.text:
        raise DateError(
            _("{date} is too wide to be moved step by step: write another date for it.").format(date=date.describe())
        )

    def later(match: re.Match[str]) -> str:
        return _later(date, match, unit, count)

    return PartialDate.parse(_DATE.sub(later, date.text))


def written(day: int, unit: Unit) -> str:
    """A day as EDTF, no more exact than the unit."""
    year, month, of_month = civil(day)
    text = f"{year:04}" if year >= 0 else f"-{-year:04}"
    if unit == "year":
        return text
    return f"{text}-{month:02}" if unit == "month" else f"{text}-{month:02}-{of_month:02}"


def _later(date: PartialDate, match: re.Match[str], unit: Unit, count: int) -> str:
    year, month, day = match.groups()
    known: Unit = "day" if day else "month" if month else "year"
    is_season = month is not None and int(month) > 12
    if (unit == "day" and known != "day") or (unit == "month" and (known == "year" or is_season)):
        raise DateError(
            _("Of {date} the {unit} is not known: move it by more at once, or write another date for it.").format(
                date=date.describe(), unit={"day": _("day"), "month": _("month"), "year": _("year")}[unit]
            )
        )
    if is_season:
        return f"{written(day_number(int(year) + count, 1, 1), 'year')}-{month}"
    return written(moved(day_number(int(year), int(month or 1), int(day or 1)), unit, count), known)
