"""How a few cells go on when they are filled: numbers and dates by the step between them, all else over again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import TypeVar

from parties_of_power.domain.days import day_number, iso

Number = TypeVar("Number", int, Decimal)
_MONTH = re.compile(r"(-?\d{4})-(\d{2})")
_DAY = re.compile(r"(-?\d{4})-(\d{2})-(\d{2})")


def continued(texts: Sequence[str], count: int) -> list[str]:
    """The next texts after these: one alone and texts without an even step are repeated."""
    for follow in (_numbers, _months, _days):
        going_on = follow(texts) if len(texts) > 1 else None
        if going_on:
            return [going_on(place) for place in range(1, count + 1)]
    return [texts[place % len(texts)] for place in range(count)]


def has_step(texts: Sequence[str]) -> bool:
    """Whether the texts go on as a series."""
    return len(texts) > 1 and any(follow(texts) for follow in (_numbers, _months, _days))


def _numbers(texts: Sequence[str]) -> Callable[[int], str] | None:
    """Years as well, which are numbers here."""
    try:
        numbers = [Decimal(text.strip()) for text in texts]
    except InvalidOperation:
        return None
    if not all(number.is_finite() for number in numbers):
        return None
    step = _step(numbers)
    return None if step is None else lambda place: f"{numbers[-1] + step * place:f}"


def _months(texts: Sequence[str]) -> Callable[[int], str] | None:
    found = [_MONTH.fullmatch(text.strip()) for text in texts]
    months = [12 * int(match[1]) + int(match[2]) - 1 for match in found if match]
    step = _step(months) if len(months) == len(texts) else None
    if step is None:
        return None

    def month(place: int) -> str:
        year, number = divmod(months[-1] + step * place, 12)
        return f"{year:04d}-{number + 1:02d}"

    return month


def _days(texts: Sequence[str]) -> Callable[[int], str] | None:
    """By months and years where the day of the month stays, else by days."""
    found = [_DAY.fullmatch(text.strip()) for text in texts]
    parts = [(int(match[1]), int(match[2]), int(match[3])) for match in found if match]
    if len(parts) != len(texts):
        return None
    by_month = _step([12 * year + month for year, month, _day in parts])
    if by_month and len({day for _year, _month, day in parts}) == 1 and parts[0][2] <= 28:
        following = _months([text.strip()[:-3] for text in texts])
        return following and (lambda place: f"{following(place)}-{parts[0][2]:02d}")
    try:
        days = [day_number(*part) for part in parts]
    except ValueError:
        return None
    step = _step(days)
    return None if step is None else lambda place: iso(days[-1] + step * place)


def _step(numbers: Sequence[Number]) -> Number | None:
    """None where the numbers do not lie evenly, or do not move at all."""
    steps = {after - before for before, after in pairwise(numbers)}
    step = next(iter(steps)) if len(steps) == 1 else None
    return step or None
