"""From bars that are chosen to the filter that says so, and back."""

from __future__ import annotations

from collections.abc import Collection

from parties_of_power.analysis.bins import end_of_bin
from parties_of_power.analysis.distributions import Distribution
from parties_of_power.domain.comparisons import FILTER_STATES, ColumnFilter
from parties_of_power.domain.dates import DateError, PartialDate, civil

_OPEN_LOW = ("below", "at_most")
_OPEN_HIGH = ("above", "at_least")


def filter_of(of: Distribution, bars: Collection[int], reasons: Collection[int] = ()) -> ColumnFilter | None:
    """What shows only the rows of these bars and these reasons; None where that is all or none of them."""
    if len(bars) == len(of.bars) and len(reasons) == len(of.reasons):
        return None
    if not bars:
        states = tuple(of.reasons[place].state for place in sorted(reasons))
        if not states or all(state in FILTER_STATES for state in states):
            return ColumnFilter("has_state", states) if states else None
    elif of.edges and not reasons and max(bars) - min(bars) == len(set(bars)) - 1:
        return range_filter(of, min(bars), max(bars))
    texts = [*map(of.texts_of_bar, sorted(bars)), *map(of.texts_of_reason, sorted(reasons))]
    return ColumnFilter("is_one_of", tuple(text for each in texts for text in sorted(each)))


def range_filter(of: Distribution, first: int, last: int) -> ColumnFilter:
    """From the first to the last of these bins, both with all they hold."""
    low, edge = of.edges[first], of.edges[last + 1]
    if of.shape == "years":
        return ColumnFilter("between", (_year(int(low)), _year(int(edge) - 1)))
    is_last = last == len(of.bars) - 1
    return ColumnFilter("between", (_figure(low), _figure(edge if is_last else end_of_bin(of.numbers, edge))))


def range_of(of: Distribution, by: ColumnFilter | None) -> tuple[float, float] | None:
    """Where on the axis a filter by size begins and ends; None where it is another one."""
    if by is None or not of.edges or by.test not in ("between", *_OPEN_LOW, *_OPEN_HIGH):
        return None
    ends = [_place(of, text) for text in by.texts]
    low, high = (min(ends)[0], max(ends)[1])
    if by.test in _OPEN_LOW:
        low = of.edges[0]
    if by.test in _OPEN_HIGH:
        high = of.edges[-1]
    snapped = [edge for place, edge in enumerate(of.edges[1:]) if _ends_at(of, place, by)]
    return max(low, of.edges[0]), min(snapped[0] if snapped else high, of.edges[-1])


def chosen(of: Distribution, by: ColumnFilter | None) -> tuple[set[int], set[int]]:
    """The bars and the reasons that a filter shows, where it can be said in bars."""
    if by is None:
        return set(), set()
    if by.test == "has_state":
        return set(), {place for place, each in enumerate(of.reasons) if each.state in by.texts}
    if by.test == "is_one_of":
        texts = frozenset(by.texts)
        bars = {place for place in range(len(of.bars)) if frozenset() < of.texts_of_bar(place) <= texts}
        return bars, {place for place in range(len(of.reasons)) if frozenset() < of.texts_of_reason(place) <= texts}
    reach = range_of(of, by)
    if reach is None:
        return set(), set()
    low, high = reach
    return {place for place in range(len(of.bars)) if low < of.edges[place + 1] and of.edges[place] < high}, set()


def _ends_at(of: Distribution, bar: int, by: ColumnFilter) -> bool:
    """Whether a range between two ends is one that ends with this bin."""
    return by.test == "between" and range_filter(of, bar, bar).texts[1] == by.texts[1]


def _place(of: Distribution, text: str) -> tuple[float, float]:
    """Where a number or a date of a filter begins and ends on the axis."""
    if of.shape != "years":
        try:
            number = float(text)
        except ValueError:
            number = of.edges[0]
        return number, number
    try:
        date = PartialDate.parse(text)
    except DateError:
        return of.edges[0], of.edges[-1]
    first = of.edges[0] if date.earliest is None else float(civil(date.earliest)[0])
    return first, of.edges[-1] if date.latest is None else float(civil(date.latest)[0] + 1)


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _figure(number: float) -> str:
    return f"{number:.12g}"
