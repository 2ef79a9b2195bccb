"""Axes of the small charts: where a day or number lies, and which years and numbers are written beside."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parties_of_power.domain.dates import civil, day_number

_STEPS_OF_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Axis:
    """Lays `low` to `high` on the pixels from `start` to `end`; upwards where `end` is the smaller one."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Beyond an end a value lies at that end."""
        span = self.high - self.low or 1.0
        share = (min(max(value, self.low), self.high) - self.low) / span
        return self.start + share * (self.end - self.start)

    def shows(self, value: float) -> bool:
        return self.low <= value <= self.high


def round_numbers(low: float, high: float, most: int = 4) -> list[float]:
    """At most so many round numbers at equal distances, the first below or at `low`, the last above or at `high`."""
    if low == high:
        low, high = low - (abs(low) or 1) * 0.1, high + (abs(high) or 1) * 0.1
    rough = (high - low) / (most - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    for step in (power * times for times in (1, 1.5, 2, 2.5, 3, 4, 5, 10, 15, 20)):
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first < most:
            return [round(place * step, 10) for place in range(first, last + 1)]
    return [low, high]


def short_number(number: float) -> str:
    """`45`, `0.8`, `1.2 M`: as short as an axis needs it."""
    for size, letter in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(number) >= size:
            return f"{number / (1e3 if letter == 'k' else size):.4g}\u202f{letter}".replace("-", "−")
    return f"{number:.4g}".replace("-", "−")


def year_marks(axis: Axis, room: float) -> list[tuple[int, str]]:
    """The first days of round years, at least `room` pixels apart."""
    first, last = civil(int(axis.low))[0], civil(int(axis.high))[0]
    years = max(last - first, 1)
    pixels = abs(axis.end - axis.start) / years
    step = next((step for step in _STEPS_OF_YEARS if step * pixels >= room), _STEPS_OF_YEARS[-1])
    marked = range(first - first % step, last + 1, step)
    return [(day, str(year)) for year in marked if axis.shows(day := day_number(year, 1, 1))]


def fitting(days: Sequence[int], axis: Axis, room: float) -> Iterable[int]:
    """Those of the days whose places are at least `room` pixels apart."""
    last = -math.inf
    for day in sorted(days):
        if axis.at(day) - last >= room:
            last = axis.at(day)
            yield day
