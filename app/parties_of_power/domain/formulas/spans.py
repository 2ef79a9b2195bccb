"""Years between two dates, the year of one, and which of two comes first, as far as the dates are known."""

from parties_of_power.domain.dates import PartialDate, civil
from parties_of_power.domain.days import day_number, is_leap
from parties_of_power.domain.formulas.operands import Absent, Number, Operand, Truth
from parties_of_power.texts import _


def years_between(one: PartialDate, other: PartialDate) -> Operand:
    """From the middle of one to the middle of the other; with an interval where one of them is not exact."""
    bounds = (one.earliest, one.latest, other.earliest, other.latest)
    if any(day is None for day in bounds):
        return _not_known()
    first, last, from_day, to_day = (day or 0 for day in bounds)
    low, high = _years(last, from_day), _years(first, to_day)
    return Number(low) if low == high else Number((low + high) / 2, low, high)


def year_of(date: PartialDate) -> Operand:
    if date.earliest is None or date.latest is None or civil(date.earliest)[0] != civil(date.latest)[0]:
        return _not_known()
    return Number(float(civil(date.latest)[0]))


def compared(operator: str, one: PartialDate, other: PartialDate) -> Operand:
    """Unknown where the days that the dates may mean do not decide it."""
    before, after = one.is_before(other), other.is_before(one)
    same = one.earliest == one.latest == other.earliest == other.latest is not None
    not_before = _reaches(other.latest, one.earliest)
    not_after = _reaches(one.latest, other.earliest)
    match operator:
        case "=" | "<>":
            known = before or after or same
            return Truth(same is (operator == "=")) if known else _not_known()
        case "<":
            return Truth(before) if before or not_before else _not_known()
        case ">=":
            return Truth(not before) if before or not_before else _not_known()
        case ">":
            return Truth(after) if after or not_after else _not_known()
    return Truth(not after) if after or not_after else _not_known()


def _reaches(latest: int | None, earliest: int | None) -> bool:
    """Whether one that ends by `latest` surely is not after one that begins with `earliest`."""
    return latest is not None and earliest is not None and latest <= earliest


def _not_known() -> Absent:
    return Absent(reason="unknown", note=_("the dates are not known exactly enough"))


def _years(first: int, last: int) -> float:
    """Whole years and the part of the next one that has passed; below zero where `last` comes first."""
    if last < first:
        return -_years(last, first)
    year, month, of_month = civil(first)
    whole = civil(last)[0] - year
    if _anniversary(year + whole, month, of_month) > last:
        whole -= 1
    begun, ends = (_anniversary(year + whole + more, month, of_month) for more in (0, 1))
    return whole + (last - begun) / (ends - begun)


def _anniversary(year: int, month: int, of_month: int) -> int:
    """Of 29 February in other years 1 March."""
    if (month, of_month) == (2, 29) and not is_leap(year):
        month, of_month = 3, 1
    return day_number(year, month, of_month)
