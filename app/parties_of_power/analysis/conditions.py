"""Which rows of a column pass a filter: by what they show, by size, by their state, by what they said before."""

from collections.abc import Callable, Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.domain.comparisons import ColumnFilter, FilterTest
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.kinds import kind

Compare = Callable[[Any, float], Any]  # of an array: numpy says no more of its comparisons
_OF_NUMBERS: dict[FilterTest, Compare] = {
    "equal": eq,
    "unequal": ne,
    "below": lt,
    "at_most": le,
    "above": gt,
    "at_least": ge,
}


def showing(shown: ShownColumn, by: ColumnFilter) -> Truths:
    """By the texts of the cells; capital and small letters are one, but not in a list of answers."""
    if by.test == "is_one_of":
        return shown.showing(by.texts)
    if by.test == "is_none_of":
        return ~shown.showing(by.texts)
    wanted = tuple(text.casefold() for text in by.texts)
    if by.test == "is":
        return shown.rows_of([text in wanted for text in shown.folded])
    if by.test == "begins":
        return shown.rows_of([text.startswith(wanted) for text in shown.folded])
    return shown.containing(by.texts)


def of_size(shown: ShownColumn, by: ColumnFilter, kind_key: str) -> Truths:
    """By numbers or dates. Cells without one do not pass."""
    if kind_key == "date":
        return _of_days(shown, by)
    sizes = [kind(kind_key).number(text) for text in by.texts]
    ends = [size for size in sizes if size is not None]
    if len(ends) < len(sizes):
        return np.zeros(len(shown.numbers), np.bool_)
    if by.test == "between":
        return (shown.numbers >= min(ends)) & (shown.numbers <= max(ends))
    passing: Truths = _OF_NUMBERS[by.test](shown.numbers, ends[0]) & ~np.isnan(shown.numbers)
    return passing


def in_state(shown: ShownColumn, states: Sequence[str]) -> Truths:
    """By missing reasons, computed states and texts that cannot be read."""
    wanted = frozenset(states)
    return shown.rows_of([state in wanted for state in shown.states()])


def saying_otherwise(now: ShownColumn, then: ShownColumn) -> Truths:
    """Where two readings of a column differ: in their value, or in why there is none."""
    said: dict[tuple[str, str], int] = {}

    def codes(shown: ShownColumn) -> NDArray[np.int64]:
        of_texts = [said.setdefault(each, len(said)) for each in zip(shown.states(), shown.values(), strict=True)]
        return np.array(of_texts or [0], np.int64)[shown.place]

    differing: Truths = codes(now) != codes(then)
    return differing


def _of_days(shown: ShownColumn, by: ColumnFilter) -> Truths:
    """A date counts by its earliest day, as in sorting; it equals 1999 where it surely lies in that year."""
    ends = [_days(text) for text in by.texts]
    first, last = min(start for start, _end in ends), max(end for _start, end in ends)
    tests: dict[FilterTest, Callable[[int, int], bool]] = {
        "equal": lambda earliest, latest: first <= earliest and latest <= last,
        "unequal": lambda earliest, latest: not (first <= earliest and latest <= last),
        "below": lambda earliest, _latest: earliest < first,
        "at_most": lambda earliest, _latest: earliest <= last,
        "above": lambda earliest, _latest: earliest > last,
        "at_least": lambda earliest, _latest: earliest >= first,
        "between": lambda earliest, _latest: first <= earliest <= last,
    }
    test = tests[by.test]
    return shown.rows_of([bool(value) and test(*_days(value)) for value in shown.values()])


def _days(text: str) -> tuple[int, int]:
    try:
        date = PartialDate.parse(text)
    except DateError:
        return ALWAYS_AFTER, ALWAYS_BEFORE
    earliest = ALWAYS_BEFORE if date.earliest is None else date.earliest
    return earliest, ALWAYS_AFTER if date.latest is None else date.latest
