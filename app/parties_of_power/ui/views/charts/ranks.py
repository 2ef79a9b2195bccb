"""Ranks of estimates: a range wherever intervals overlap, since nothing says which of them is higher."""

from __future__ import annotations

from collections.abc import Sequence

Interval = tuple[float, float]


def rank_ranges(intervals: Sequence[Interval]) -> list[tuple[int, int]]:
    """The best and the worst rank that each may have, 1 for the highest. Intervals that touch overlap."""
    return [
        (
            1 + sum(other_low > high for other_low, _high in intervals),
            len(intervals) - sum(other_high < low for _low, other_high in intervals),
        )
        for low, high in intervals
    ]


def rank_words(best: int, worst: int) -> str:
    return str(best) if best == worst else f"{best}–{worst}"
