"""Where the bins of a histogram begin and end: widths of 1, 2 or 5, as many as the values ask for, never too many."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
FEWEST_BINS, MOST_BINS = 8, 20
_WIDTHS = (1.0, 2.0, 5.0, 10.0)
_MOST_PLACES = 4


def edges_of(numbers: Numbers, *, closes: bool = True) -> Numbers:
    """The edges of bins that hold all these numbers, of which there is at least one and none is nan; one more than
    there are bins.

    A bin holds its lower edge and not its upper one. With `closes` the last one holds both, where the greatest number
    stands at an edge: 100 percent is then no bin of its own.
    """
    low, high = float(numbers.min()), float(numbers.max())
    is_whole = places_of(numbers) == 0
    width = _nice(_width(numbers, high - low), high - low)
    if is_whole:
        width = max(width, 1.0)
    first, last = math.floor(_steady(low / width)), math.floor(_steady(high / width))
    at_edge = _steady(high / width) == last
    if not (closes and at_edge and last > first and (width > 1 or not is_whole)):
        last += 1
    steps = np.arange(first, last + 1) * width
    rounded: Numbers = np.round(steps, _places(width))
    return rounded


def bins_of(numbers: Numbers, edges: Numbers) -> NDArray[np.int64]:
    """The bin of each number, -1 for nan."""
    found = np.searchsorted(edges, numbers, side="right") - 1
    found = np.minimum(found, len(edges) - 2)
    found[np.isnan(numbers)] = -1
    return found.astype(np.int64)


def places_of(numbers: Numbers) -> int | None:
    """How many decimal places all of these numbers are written with; None for many."""
    for places in range(_MOST_PLACES + 1):
        if np.array_equal(np.round(numbers, places), numbers):
            return places
    return None


def end_of_bin(numbers: Numbers, edge: float) -> float:
    """Up to where numbers reach that lie below an edge: the edge, unless one stands at it; else one unit of their last
    place less, so that `from 50 to 59` holds what the bin holds."""
    if not np.any(numbers == edge):
        return edge
    places = places_of(numbers)
    if places is not None:
        return round(edge - 10.0**-places, places)
    below = numbers[numbers < edge]
    return float(below.max()) if len(below) else edge


def _width(numbers: Numbers, span: float) -> float:
    """Twice the middle half over the cube root of their count (Freedman and Diaconis 1981). Of few numbers that leaves
    two or three bins, which show nothing; there are never fewer than eight, as far as that gives round widths."""
    if span == 0:
        return max(1.0, abs(float(numbers[0])) * 1e-6)
    lower, upper = np.percentile(numbers, (25, 75))
    width = 2.0 * float(upper - lower) / math.cbrt(len(numbers))
    return max(min(width, span / FEWEST_BINS), span / MOST_BINS)


def _nice(width: float, span: float) -> float:
    """The round width (1, 2 or 5 and zeros) below it, or above it where there would be too many bins."""
    unit = 10.0 ** math.floor(math.log10(width))
    below = max(step * unit for step in _WIDTHS if step * unit <= width * (1 + 1e-9))
    if span <= below * MOST_BINS:
        return below
    return min(step * unit for step in _WIDTHS if step * unit > below)


def _steady(quotient: float) -> float:
    """Without what the division by 0.1 adds."""
    return round(quotient, 9)


def _places(width: float) -> int:
    return max(0, -math.floor(math.log10(width)))
