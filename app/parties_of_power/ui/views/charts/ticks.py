"""Ticks of axes: round numbers, whole counts and the first days of round years, with what is written there."""

from __future__ import annotations

import math
from collections.abc import Iterator

from parties_of_power.domain.dates import civil, day_number
from parties_of_power.domain.days import year_words
from parties_of_power.texts import _

Places = list[tuple[float, str]]
ROUND = (1, 2, 2.5, 5, 10)
YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


def round_step(span: float, most: int) -> float:
    """The least round distance by which a span has at most so many ticks."""
    rough = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * times for times in ROUND if power * times >= rough * 0.999)


def number_ticks(low: float, high: float, most: int) -> Places:
    """Round numbers from `low` to `high`."""
    step = round_step(high - low, most)
    return list(_multiples(low, high, step))


def count_ticks(high: float, most: int) -> Places:
    """Whole numbers from 0 to `high`."""
    return list(_multiples(0, high, max(1.0, round_step(max(high, 1), most))))


def year_ticks(first: float, last: float, most: int) -> Places:
    """The first days of round years."""
    first_year, last_year = civil(math.floor(first))[0], civil(math.ceil(last))[0]
    wanted = max(last_year - first_year, 1) / max(most, 1)
    step = next((each for each in YEARS if each >= wanted), YEARS[-1])
    years = range(first_year - first_year % step, last_year + 1, step)
    days = ((day_number(year, 1, 1), year_words(year)) for year in years)
    return [(float(day), words) for day, words in days if first <= day <= last]


def rounded_out(low: float, high: float, most: int) -> tuple[float, float]:
    """The round numbers around a span; a span of nothing gets some room."""
    if low == high:
        low, high = low - (abs(low) or 1) * 0.1, high + (abs(high) or 1) * 0.1
    step = round_step(high - low, most)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def short_number(number: float) -> str:
    """`45`, `0.8`, `−2`, `1.2 million`: as short as an axis needs it."""
    if abs(number) >= 1e6:
        return _("{number} million").format(number=_plain(number / 1e6))
    return _plain(number)


def _plain(number: float) -> str:
    written = f"{number:,.10g}" if abs(number) >= 10_000 else f"{round(number, 10):.10g}"
    return written.replace(",", "\u202f").replace("-", "−")


def _multiples(low: float, high: float, step: float) -> Iterator[tuple[float, str]]:
    for place in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        value = round(place * step, 12)
        yield value, short_number(value)
