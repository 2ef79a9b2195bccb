"""Trends: the line of ordinary least squares and its band, against published figures."""

from __future__ import annotations

import pytest

from parties_of_power.analysis.trend import student_quantile, trend

# Anscombe 1973, the first of his four sets: slope 0.5001, intercept 3.0001, standard error of the slope 0.1179.
ACROSS = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
UP = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]


@pytest.mark.parametrize(
    ("freedom", "quantile"), [(1, 12.706), (2, 4.303), (3, 3.182), (9, 2.262), (30, 2.042), (500, 1.965)]
)
def test_quantiles_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert student_quantile(0.95, freedom) == pytest.approx(quantile, abs=0.001)


def test_the_line_is_that_of_anscombe() -> None:
    found = trend(ACROSS, UP)
    assert found is not None
    assert (found.slope, found.intercept) == pytest.approx((0.5001, 3.0001), abs=0.0001)
    assert found.slope_high - found.slope == pytest.approx(2.262 * 0.1179, abs=0.0005)
    assert found.half_width(found.mean) < found.half_width(14)


def test_too_few_points_and_points_above_one_another_have_no_line() -> None:
    assert trend([1, 2], [1, 2]) is None
    assert trend([1, 1, 1], [1, 2, 3]) is None
