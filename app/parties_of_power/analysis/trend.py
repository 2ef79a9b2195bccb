"""A straight line through points by ordinary least squares, with the band in which the line itself lies (95 %)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 3
SHARE = 0.95
_STEPS = 400


@dataclass(frozen=True, slots=True)
class Trend:
    """`y = intercept + slope * x`. `width` is the half width of the band where x is the mean, of the line alone."""

    count: int
    slope: float
    intercept: float
    slope_low: float
    slope_high: float
    mean: float
    spread: float
    error: float
    quantile: float

    def at(self, x: float) -> float:
        return self.intercept + self.slope * x

    def half_width(self, x: float) -> float:
        """How far the band reaches up and down from the line at x."""
        return self.quantile * self.error * math.sqrt(1 / self.count + (x - self.mean) ** 2 / self.spread)


def trend(xs: Sequence[float], ys: Sequence[float]) -> Trend | None:
    """None of fewer than three points, or where all lie above one another."""
    count = len(xs)
    if count < FEWEST:
        return None
    mean_x, mean_y = math.fsum(xs) / count, math.fsum(ys) / count
    spread = math.fsum((x - mean_x) ** 2 for x in xs)
    if spread <= 0:
        return None
    slope = math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread
    intercept = mean_y - slope * mean_x
    left = math.fsum((y - intercept - slope * x) ** 2 for x, y in zip(xs, ys, strict=True))
    error, quantile = math.sqrt(left / (count - 2)), student_quantile(SHARE, count - 2)
    reach = quantile * error / math.sqrt(spread)
    return Trend(count, slope, intercept, slope - reach, slope + reach, mean_x, spread, error, quantile)


def student_quantile(share: float, freedom: int) -> float:
    """The t between whose negative and itself a share of Student's distribution lies, found by halving."""
    low, high = 0.0, 1.0
    while _inside(high, freedom) < share:
        high *= 2
    for _turn in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _inside(middle, freedom) < share else (low, middle)
    return (low + high) / 2


def _inside(t: float, freedom: int) -> float:
    """How much lies between -t and t: the exact finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4."""
    angle = math.atan(t / math.sqrt(freedom))
    cosine = math.cos(angle) ** 2
    if freedom > _STEPS:
        return math.erf(t * (1 - 1 / (4 * freedom)) / math.sqrt(1 + t * t / (2 * freedom)) / math.sqrt(2))
    is_odd = freedom % 2 == 1
    term = math.cos(angle) if is_odd else 1.0
    total = 0.0 if freedom == 1 else term
    for step in range(3 if is_odd else 2, freedom - 1, 2):
        term *= cosine * (step - 1) / step
        total += term
    if is_odd:
        return 2 / math.pi * (angle + math.sin(angle) * total)
    return math.sin(angle) * total
