"""Summaries of cells, against the standard library."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.summaries import summary


def of(number: float, base: str = "") -> Cell:
    return Cell(1, 1, str(number), "value", number=number, base=base)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20))
def test_numbers(numbers: list[float]) -> None:
    found = summary(map(of, numbers))
    assert (found.n, found.min, found.max) == (len(numbers), min(numbers), max(numbers))
    assert found.mean == pytest.approx(statistics.fmean(numbers), abs=1e-6)
    assert found.median == pytest.approx(statistics.median(numbers), abs=1e-6)
    assert found.sd == pytest.approx(statistics.stdev(numbers), abs=1e-5)


def test_what_was_skipped_and_why() -> None:
    cells = [
        of(70.0, "all seats"),
        of(48.8, "list seats only"),
        Cell(2, 1, "not coded", "empty"),
        Cell(3, 1, "not coded", "missing", missing="not_coded"),
        Cell(4, 1, "ended 1991", "ended"),
        Cell(5, 1, "not yet founded", "not_founded"),
        Cell(6, 1, "over 88", "wrong"),
    ]
    found = summary(cells)
    assert (found.cells, found.n) == (7, 2)
    assert found.skipped_words == "not coded 2 · ended 1 · not yet founded 1 · cannot be read 1"
    assert found.bases_words == "bases differ: all seats 1, list seats only 1"


def test_one_number_has_no_spread_and_none_no_mean() -> None:
    one = summary([of(5.0)])
    assert (one.mean, one.sd, one.skipped_words, one.bases_words) == (5.0, None, "skipped none", "")
    none = summary([])
    assert (none.mean, none.median, none.sum, none.n) == (None, None, None, 0)
