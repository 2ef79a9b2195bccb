"""Reckoning with numbers that have an interval, or are only about, at least or at most what they say."""

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from math import fsum, inf, isfinite

from parties_of_power.domain.formulas.operands import Absent, Number, Operand, Sign, not_applicable
from parties_of_power.texts import _

_MOST_PLACES = 12
_TURNED: dict[Sign, Sign] = {"": "", "about": "about", "at_least": "at_most", "at_most": "at_least"}


def minus(one: Number) -> Number:
    return Number(-one.number, *_ends([one], lambda each: -each[0]), sign=_TURNED[one.sign])


def added(one: Number, other: Number) -> Operand:
    return _reckoned([one, other], lambda each: each[0] + each[1], _joined(one.sign, other.sign))


def multiplied(one: Number, other: Number) -> Operand:
    return _reckoned([one, other], lambda each: each[0] * each[1], _sign_of_product(one, other))


def divided(one: Number, other: Number) -> Operand:
    """By zero it is not applicable; by an interval that holds zero the result has no interval."""
    if other.number == 0:
        return not_applicable(_("division by zero"))
    sign = _sign_of_product(one, Number(other.number, sign=_sign_of_inverse(other)))
    if _holds_zero(other):
        return _finite(one.number / other.number, (None, None), sign)
    return _reckoned([one, other], lambda each: each[0] / each[1], sign)


def raised(one: Number, other: Number) -> Operand:
    """An interval has its ends at the corners where the base is above zero, or for a whole exponent where it is all on
    one side of zero; elsewhere there is none."""
    if one.number == 0 and other.number < 0:
        return not_applicable(_("division by zero"))
    power = _power([one.number, other.number])
    if power is None:
        return not_applicable(_("a number below zero has no such power"))
    sign = _sign_of_power(one, other)
    bounds = _ends([one, other], lambda each: _power(each) or 0.0)
    return _finite(power, bounds if _has_corners(one, other) else (None, None), sign)


def total(numbers: Sequence[Number]) -> Operand:
    return _reckoned(numbers, fsum, _all_joined(numbers))


def mean(numbers: Sequence[Number]) -> Operand:
    return _reckoned(numbers, lambda each: fsum(each) / len(each), _all_joined(numbers))


def least(numbers: Sequence[Number]) -> Operand:
    return _reckoned(numbers, min, _all_joined(numbers))


def greatest(numbers: Sequence[Number]) -> Operand:
    return _reckoned(numbers, max, _all_joined(numbers))


def absolute(one: Number) -> Operand:
    low, high = _ends([one], lambda each: abs(each[0]))
    if low is not None and _holds_zero(one):
        low = 0.0
    return _finite(abs(one.number), (low, high), _sign_of_size(one))


def rounded(one: Number, places: Number | None) -> Operand:
    """The ends of an interval are rounded as well."""
    count = 0.0 if places is None else places.number
    if not count.is_integer() or abs(count) > _MOST_PLACES:
        return not_applicable(_("places to round to are a whole number up to {most}").format(most=_MOST_PLACES))
    return _reckoned([one], lambda each: _round(each[0], int(count)), one.sign)


def _round(number: float, places: int) -> float:
    return (
        float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
        if abs(number) < 1e15
        else number
    )


def _reckoned(numbers: Sequence[Number], reckon: Callable[[Sequence[float]], float], sign: Sign) -> Operand:
    try:
        number = reckon([each.number for each in numbers])
        return _finite(number, _ends(numbers, reckon), sign)
    except OverflowError:
        return _too_large()


def _finite(number: float, ends: tuple[float | None, float | None], sign: Sign) -> Operand:
    if not isfinite(number):
        return _too_large()
    low, high = ends
    if low is None or high is None or not (isfinite(low) and isfinite(high)):
        return Number(number, sign=sign)
    return Number(number, min(low, number), max(high, number), sign)


def _too_large() -> Absent:
    return not_applicable(_("the result is too large for a number"))


def _ends(numbers: Sequence[Number], reckon: Callable[[Sequence[float]], float]) -> tuple[float | None, float | None]:
    """The least and the greatest of all corners of the intervals; a number without one is its own interval. Two ways
    in which one attribute enters are taken as if they were two attributes, so that the interval is never too narrow."""
    if all(each.low is None or each.high is None for each in numbers):
        return None, None
    if len(numbers) > 2:  # sums, means, least and greatest rise with each of theirs: two corners are enough
        return reckon([_low(each) for each in numbers]), reckon([_high(each) for each in numbers])
    corners = [reckon(corner) for corner in product(*({_low(each), _high(each)} for each in numbers))]
    return min(corners), max(corners)


def _low(one: Number) -> float:
    return one.low if one.low is not None and one.has_interval else one.number


def _high(one: Number) -> float:
    return one.high if one.high is not None and one.has_interval else one.number


def _holds_zero(one: Number) -> bool:
    return one.has_interval and _low(one) <= 0 <= _high(one)


def _power(each: Sequence[float]) -> float | None:
    base, exponent = each
    try:
        found = base**exponent
    except OverflowError:
        return inf
    except ZeroDivisionError:
        return inf
    return None if isinstance(found, complex) else found


def _has_corners(base: Number, exponent: Number) -> bool:
    if _low(base) > 0:
        return True
    return not exponent.has_interval and exponent.number.is_integer() and _high(base) < 0


def _joined(one: Sign, other: Sign) -> Sign:
    """Of a sum: at least and at least is at least; at least and at most is neither."""
    if one == other or not other:
        return one
    return other if not one else "about"


def _all_joined(numbers: Sequence[Number]) -> Sign:
    sign: Sign = ""
    for each in numbers:
        sign = _joined(sign, each.sign)
    return sign


def _sign_of_product(one: Number, other: Number) -> Sign:
    """At most 3 may be far below zero, so that of two inexact numbers only those that lie away from zero say much."""
    for inexact, exact in ((one, other), (other, one)):
        if not exact.sign:
            return "" if exact.number == 0 else inexact.sign if exact.number > 0 else _TURNED[inexact.sign]
    both_away = "about" not in (_sign_of_size(one), _sign_of_size(other))
    return "at_least" if both_away and (one.number < 0) is (other.number < 0) else "about"


def _sign_of_inverse(one: Number) -> Sign:
    """At least 5 is at most a fifth; at most 5 may be below zero."""
    return _TURNED[one.sign] if not one.sign or _sign_of_size(one) == "at_least" else "about"


def _sign_of_size(one: Number) -> Sign:
    """How surely a number is at least so far from zero."""
    away = (one.sign == "at_least" and one.number >= 0) or (one.sign == "at_most" and one.number <= 0)
    return "at_least" if away else "about" if one.sign else ""


def _sign_of_power(base: Number, exponent: Number) -> Sign:
    if not base.sign and not exponent.sign:
        return ""
    if base.sign == "at_least" and base.number >= 0 and not exponent.sign:
        return "at_least" if exponent.number > 0 else "at_most"
    return "about"
