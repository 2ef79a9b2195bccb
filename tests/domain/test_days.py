"""Day numbers are those of `datetime`, and go on where it stops."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.domain.dates import civil, day_number, iso, spoken, spoken_short, today


@given(st.dates())
def test_days_are_counted_as_datetime_counts_them(date: datetime.date) -> None:
    assert day_number(date.year, date.month, date.day) == date.toordinal()
    assert civil(date.toordinal()) == (date.year, date.month, date.day)
    assert iso(date.toordinal()) == date.isoformat()


@given(st.integers(-(10**15), 10**15))
def test_every_number_is_a_day(day: int) -> None:
    assert day_number(*civil(day)) == day


@given(st.integers(-(10**9), 10**9))
def test_the_next_number_is_the_next_day(day: int) -> None:
    assert civil(day) < civil(day + 1)


@pytest.mark.parametrize(
    ("day", "words", "short"),
    [
        ((2008, 11, 25), "25 November 2008", "25 Nov 2008"),
        ((1, 1, 1), "1 January 1", "1 Jan 1"),
        ((0, 12, 31), "31 December 1 BC", "31 Dec 1 BC"),
        ((-44, 3, 15), "15 March 45 BC", "15 Mar 45 BC"),
        ((17000, 5, 9), "9 May 17000", "9 May 17000"),
    ],
)
def test_a_day_is_said(day: tuple[int, int, int], words: str, short: str) -> None:
    assert spoken(day_number(*day)) == words
    assert spoken_short(day_number(*day)) == short


def test_years_before_the_year_0_have_a_sign() -> None:
    assert iso(day_number(-44, 3, 15)) == "-0044-03-15"
    assert iso(day_number(0, 2, 29)) == "0000-02-29"


def test_today_is_the_day_on_the_wall() -> None:
    before = datetime.datetime.now().astimezone().toordinal()
    assert before <= today() <= datetime.datetime.now().astimezone().toordinal()
