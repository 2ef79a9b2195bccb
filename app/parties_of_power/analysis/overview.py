"""A column of a comparison as lines of an overview: what each line, of one row or of many, amounts to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from parties_of_power.analysis.shown import ShownColumn, Truths
from parties_of_power.analysis.slices import Integers
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.kinds import kind

Drawn = Literal["bar", "position", "choice", "text"]
Floats = NDArray[np.float64]
MOST_CHOICES = 12
_NOTHING, _VALUE, _MISSING, _COMPUTED, _WRONG = range(5)
# Of the states of a text; all others are missing reasons.
_SIGNS = {
    "value": _VALUE,
    "field": _VALUE,
    "": _NOTHING,
    "ended": _COMPUTED,
    "not_founded": _COMPUTED,
    "wrong": _WRONG,
}


@dataclass(frozen=True, slots=True)
class LinesOfColumn:
    """One place for each line: the mean of its `shares`, nan where it has none (of texts their mean length); the
    `choice` that most of its rows have, -1 without any; and of which part of its rows there is no value, and why."""

    shares: list[float]
    choices: list[int]
    missing: list[float]
    computed: list[float]
    wrong: list[float]


class OverviewColumn:
    """Sums over the rows up to each row, from which those of any line follow at once.

    `shares` of numbers are their places between the least and the greatest, from zero where none is below; `count` is
    how many choices there are.
    """

    def __init__(self, drawn: Drawn, values: Floats, choices: Integers, count: int, gaps: Sequence[Truths]) -> None:
        self.drawn = drawn
        self.count = count
        known = ~np.isnan(values)
        self._numbers = _sums(known)
        self._values = _sums(np.where(known, values, 0.0))
        self._gaps = [_sums(gap) for gap in gaps]
        self._choices = [_sums(choices == choice) for choice in range(count)]

    def lines(self, firsts: Integers, ends: Integers) -> LinesOfColumn:
        """Of the rows from each first one up to an end."""
        numbers = _between(self._numbers, firsts, ends)
        with np.errstate(invalid="ignore", divide="ignore"):
            shares = _between(self._values, firsts, ends) / numbers
            gaps = [_between(gap, firsts, ends) / (ends - firsts) for gap in self._gaps]
        chosen = np.full(len(firsts), -1)
        if self._choices:
            counts = np.array([_between(each, firsts, ends) for each in self._choices])
            chosen = np.where(counts.max(axis=0) > 0, counts.argmax(axis=0), -1)
        return LinesOfColumn(shares.tolist(), chosen.tolist(), *(gap.tolist() for gap in gaps))


def overview_column(
    table: ComparisonTable,
    column: Column,
    attribute: Attribute | None,
    rows: Integers,
    choices: Mapping[str, int],
) -> OverviewColumn:
    """`rows` are those of `listed_rows`; `choices` says at which place each answer, as stored, stands among those that
    may be given."""
    shown = table.shown_column(column)
    texts = shown.place[rows]
    signs = np.where(rows >= 0, np.array([_SIGNS.get(state, _MISSING) for state in shown.states()], np.int8)[texts], -1)
    gaps = [signs == sign for sign in (_MISSING, _COMPUTED, _WRONG)]
    is_value = signs == _VALUE
    numbers = np.where(is_value, shown.numbers[rows], np.nan)
    count = max(choices.values(), default=-1) + 1
    if 0 < count <= MOST_CHOICES:
        chosen = np.array([choices.get(value, -1) for value in shown.values()], np.int64)[texts]
        return OverviewColumn("choice", numbers, np.where(is_value, chosen, -1), count, gaps)
    if not np.isnan(numbers).all() or (attribute is not None and kind(attribute.kind).is_numeric):
        low, high = _ends(shown, attribute)
        drawn: Drawn = "bar" if low == 0 else "position"
        return OverviewColumn(drawn, (numbers - low) / ((high - low) or 1.0), texts, 0, gaps)
    lengths = np.array([len(text) for text in shown.texts], np.float64)[texts]
    return OverviewColumn("text", np.where(is_value, lengths, np.nan), texts, 0, gaps)


def listed_rows(table: ComparisonTable, places: Sequence[int]) -> Integers:
    """Rows of the table, in the order of the lines, as rows of its columns, which stand in the order as listed; a line
    that has no values is -1 in both."""
    return np.array([table.listed_place(place) if place >= 0 else -1 for place in places], np.int64)


def _ends(shown: ShownColumn, attribute: Attribute | None) -> tuple[float, float]:
    """The least and the greatest number of the column; percents from none to all, dates from the first one."""
    numbers = shown.numbers[~np.isnan(shown.numbers)]
    if not len(numbers):
        return 0.0, 1.0
    if attribute is not None and attribute.kind == "percent":
        return 0.0, max(100.0, float(numbers.max()))
    if attribute is not None and attribute.kind == "date":
        return float(numbers.min()), float(numbers.max())
    return min(0.0, float(numbers.min())), float(numbers.max())


def _sums(values: NDArray[np.float64] | Truths) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])


def _between(sums: Floats, firsts: Integers, ends: Integers) -> Floats:
    return sums[ends] - sums[firsts]
