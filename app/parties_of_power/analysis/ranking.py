"""`rank_rows`: rows ranked by a weighted mean of several columns of numbers, and how sure each rank is.

Each column is put on a scale from 0 to 1, between the least and the greatest number of the rows (turned round where
less is better); the score of a row is the weighted mean of its places on these scales. A row that lacks one of the
numbers has no score: nothing is imputed. A column in which all rows are equal tells nothing apart, and counts 0.5 for
each of them.

How sure a rank is: every number may also lie at either end of its interval or be that of a rival. The scales stay those
of the numbers in force, so the least and the greatest score of a row are the weighted means of its least and greatest
places (interval arithmetic). The best possible rank is one more than the number of rows that surely score higher, the
worst one more than the number that possibly do. Both are reached where the numbers of two rows vary independently;
where they do not (parties of one state that share a number of the state), the true range may be narrower, never wider.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

NO_SCORE = 0
_DIGITS = 9  # scores that differ by less are those of a tie, reckoned in another order


@dataclass(frozen=True, slots=True)
class Ranking:
    """One place for each row. `rank`, `best` and `worst` begin at 1 and are NO_SCORE without a score, ties share the
    better rank; `score`, its ends `low` and `high`, and `shares` (what each column adds to it) are nan there."""

    rank: Places
    best: Places
    worst: Places
    score: Numbers
    low: Numbers
    high: Numbers
    shares: Numbers
    lacking: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of the ranking: of each row its number, nan where there is none, and between which ends it may lie."""

    numbers: Numbers
    low: Numbers
    high: Numbers
    weight: float
    less_is_better: bool = False


def rank_rows(measures: Sequence[Measure]) -> Ranking:
    """The weights are counted in parts of their sum. A column without a weight asks for no number."""
    total = sum(each.weight for each in measures)
    rows = len(measures[0].numbers)
    lacking = np.column_stack([np.isnan(each.numbers) & (each.weight > 0) for each in measures])
    scored = np.flatnonzero(~lacking.any(axis=1))
    parts = np.zeros((3, len(scored), len(measures)))
    for place, measure in enumerate(measures):
        if measure.weight > 0:
            parts[:, :, place] = _scaled(measure, scored) * (measure.weight / total)
    low, score, high = np.round(parts.sum(axis=2), _DIGITS)
    found = Ranking(
        rank=np.full(rows, NO_SCORE, np.int64),
        best=np.full(rows, NO_SCORE, np.int64),
        worst=np.full(rows, NO_SCORE, np.int64),
        score=np.full(rows, np.nan),
        low=np.full(rows, np.nan),
        high=np.full(rows, np.nan),
        shares=np.full((rows, len(measures)), np.nan),
        lacking=lacking,
    )
    found.rank[scored] = _above(score, score) + 1
    found.best[scored] = _above(low, high) + 1
    # Of a row whose score is not certain its own greatest score lies above its least one.
    found.worst[scored] = _above(high, low) - (high > low) + 1
    found.score[scored], found.low[scored], found.high[scored] = score, low, high
    found.shares[scored] = parts[1]
    return found


def _scaled(measure: Measure, rows: Places) -> Numbers:
    """The least, the actual and the greatest place of these rows on the scale of all rows that have a number."""
    if not len(rows):
        return np.zeros((3, 0))
    least, greatest = np.nanmin(measure.numbers), np.nanmax(measure.numbers)
    if least == greatest:
        return np.full((3, len(rows)), 0.5)
    places: Numbers = (np.stack([measure.low[rows], measure.numbers[rows], measure.high[rows]]) - least) / (
        greatest - least
    )
    return 1 - places[::-1] if measure.less_is_better else places


def _above(scores: Numbers, than: Numbers) -> Places:
    """For each of the second how many of the first are greater."""
    above: Places = len(scores) - np.searchsorted(np.sort(scores), than, side="right")
    return above
