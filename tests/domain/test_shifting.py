"""Moving dates by steps: what is known of them stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.domain.dates import DateError, PartialDate, civil, day_number
from parties_of_power.domain.shifting import Unit, moved, shifted, written


@pytest.mark.parametrize(
    ("text", "unit", "count", "later"),
    [
        ("2008-11-25", "day", 6, "2008-12-01"),
        ("2008-11-25", "month", -11, "2007-12-25"),
        ("2008-01-31", "month", 1, "2008-02-29"),
        ("2008-02-29", "year", 1, "2009-02-28"),
        ("2008-11", "month", 2, "2009-01"),
        ("1999~", "year", -1, "1998~"),
        ("1999?", "year", 1, "2000?"),
        ("2001-21", "year", 2, "2003-21"),
        ("1985/1991", "year", 1, "1986/1992"),
        ("[2002,2003-05]", "year", 1, "[2003,2004-05]"),
        ("[..1994]", "year", 1, "[..1995]"),
        ("0000-03", "month", -3, "-0001-12"),
    ],
)
def test_a_date_is_moved(text: str, unit: Unit, count: int, later: str) -> None:
    assert shifted(PartialDate.parse(text), unit, count).text == later


@pytest.mark.parametrize(
    ("text", "unit"),
    [("2008-11", "day"), ("2008", "month"), ("2001-21", "month"), ("199X", "year"), ("Y17000", "year")],
)
def test_what_is_not_known_cannot_be_moved_by(text: str, unit: Unit) -> None:
    with pytest.raises(DateError):
        shifted(PartialDate.parse(text), unit, 1)


@given(st.integers(-3_000_000, 3_000_000), st.integers(-500, 500))
def test_moving_forth_and_back_comes_home_but_for_short_months(day: int, count: int) -> None:
    back = moved(moved(day, "month", count), "month", -count)
    assert day - 3 <= back <= day
    assert moved(moved(day, "day", count), "day", -count) == day


@given(st.integers(day_number(-9999, 1, 1), day_number(9999, 12, 31)))
def test_a_day_is_written_as_exactly_as_wanted(day: int) -> None:
    assert PartialDate.parse(written(day, "day")).earliest == day
    month, year = PartialDate.parse(written(day, "month")), PartialDate.parse(written(day, "year"))
    assert civil(month.earliest or 0) == (*civil(day)[:2], 1)
    assert civil(year.earliest or 0) == (civil(day)[0], 1, 1)
