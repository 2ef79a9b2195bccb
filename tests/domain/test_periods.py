"""Periods: one date is the whole of it, two have bounds of their own precision, open is open, unknown unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.date_texts import as_iso, periods
from parties_of_power.domain.dates import NO_PERIOD, DateError, Period, day_number, iso

A_YEAR = ("2008-01-01", "2008-01-01", "2008-12-31", "2008-12-31")


def four_days(period: Period) -> tuple[str | None, ...]:
    days = (period.start_earliest, period.start_latest, period.end_earliest, period.end_latest)
    return tuple(as_iso(day) for day in days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2008", A_YEAR),
        ("2008~", A_YEAR),
        ("2008-21", A_YEAR),
        ("2008-07", ("2008-07-01", "2008-07-01", "2008-07-31", "2008-07-31")),
        ("2007-12-02", ("2007-12-02",) * 4),
        ("199X", ("1990-01-01", "1990-01-01", "1999-12-31", "1999-12-31")),
        ("2005-XX-XX", ("2005-01-01", "2005-12-31", "2005-01-01", "2005-12-31")),
        ("2005-XX", ("2005-01-01", "2005-12-01", "2005-01-31", "2005-12-31")),
        ("2005-04-XX", ("2005-04-01", "2005-04-30", "2005-04-01", "2005-04-30")),
        ("[2002,2003]", ("2002-01-01", "2003-01-01", "2002-12-31", "2003-12-31")),
        ("[1998..2000]", ("1998-01-01", "2000-01-01", "1998-12-31", "2000-12-31")),
        ("[..1994]", (None, "1994-01-01", None, "1994-12-31")),
        ("[1994..]", ("1994-01-01", None, "1994-12-31", None)),
        ("[..1994,1996]", (None, "1996-01-01", None, "1996-12-31")),
        ("{1996,2000}", ("1996-01-01", "1996-01-01", "2000-12-31", "2000-12-31")),
        ("{1996..1998,2000}", ("1996-01-01", "1996-01-01", "2000-12-31", "2000-12-31")),
        ("{..1994}", (None, None, "1994-12-31", "1994-12-31")),
    ],
)
def test_one_date_is_the_whole_period(text: str, days: tuple[str | None, ...]) -> None:
    period = Period.parse(text)
    assert four_days(period) == days
    assert period.is_single
    assert period.start is period.end
    assert (period.start_state, period.end_state) == ("known", "known")


@pytest.mark.parametrize(
    ("text", "states", "days"),
    [
        ("2008/2011", ("known", "known"), ("2008-01-01", "2008-12-31", "2011-01-01", "2011-12-31")),
        ("2008-07/2008", ("known", "known"), ("2008-07-01", "2008-07-31", "2008-01-01", "2008-12-31")),
        ("1999/..", ("known", "open"), ("1999-01-01", "1999-12-31", None, None)),
        ("1999/", ("known", "unknown"), ("1999-01-01", "1999-12-31", None, None)),
        ("../2006", ("open", "known"), (None, None, "2006-01-01", "2006-12-31")),
        ("/2006", ("unknown", "known"), (None, None, "2006-01-01", "2006-12-31")),
        ("/", ("unknown", "unknown"), (None,) * 4),
        ("../..", ("open", "open"), (None,) * 4),
        ("/..", ("unknown", "open"), (None,) * 4),
        ("[..1994]/1998", ("known", "known"), (None, "1994-12-31", "1998-01-01", "1998-12-31")),
        (
            "1999-08-28/[2002-02-09,2002-04-09]",
            ("known", "known"),
            ("1999-08-28", "1999-08-28", "2002-02-09", "2002-04-09"),
        ),
    ],
)
def test_two_ends_have_their_own_bounds(text: str, states: tuple[str, str], days: tuple[str | None, ...]) -> None:
    period = Period.parse(text)
    assert four_days(period) == days
    assert (period.start_state, period.end_state) == states
    assert not period.is_single


@given(periods)
def test_a_period_is_kept_as_typed(text: str) -> None:
    period = Period.parse(text)
    assert period.text == text
    assert Period.parse(period.text) == period
    assert period.describe()


@given(periods)
def test_only_a_known_end_has_days(text: str) -> None:
    period = Period.parse(text)
    if period.start_state != "known":
        assert (period.start, period.start_earliest, period.start_latest) == (None, None, None)
    if period.end_state != "known":
        assert (period.end, period.end_earliest, period.end_latest) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "A period cannot be blank"),
        ("..", "2008/.."),
        ("2001/1999", "ends before it starts"),
        ("2001-02/2001-01-31", "ends before it starts"),
        ("2002/[..1994]", "ends before it starts"),
        ("1999/2000/2001", "more than two ends"),
        ("{1996,2000}/2001", "[1996,2000]"),
        ("2001-02-30/..", "February 2001 has 28 days"),
        ("soon/..", "“soon” is no date"),
    ],
)
def test_what_is_no_period_is_refused_with_the_rule(text: str, says: str) -> None:
    with pytest.raises(DateError) as refused:
        Period.parse(text)
    assert says in str(refused.value)


@pytest.mark.parametrize("text", ["2001/2001-06", "2001-06/2001", "199X/1990", "[1998..]/1999", "2000/[..2001]"])
def test_an_end_that_may_come_later_is_taken(text: str) -> None:
    assert Period.parse(text).text == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2008", "2008", "2008"),
        (" 2008 ", "2008", "2008"),
        ("[2002,2003]", "[2002,2003]", "[2002,2003]"),
        ("2008", "2011", "2008/2011"),
        ("2008", "..", "2008/.."),
        ("2008", "", "2008/"),
        ("", "2008", "/2008"),
        ("", "", "/"),
        ("..", "..", "../.."),
        ("[..1994]", "", "[..1994]/"),
    ],
)
def test_two_cells_make_a_period(start: str, end: str, text: str) -> None:
    assert Period.of(start, end) == Period.parse(text)


def test_no_period_is_timeless() -> None:
    assert Period.of("", "", timeless=True) is NO_PERIOD
    assert Period.of("2008", "", timeless=True).text == "2008/"
    assert (NO_PERIOD.text, NO_PERIOD.start_state, NO_PERIOD.end_state) == ("", "open", "open")
    assert four_days(NO_PERIOD) == (None,) * 4
    assert NO_PERIOD.is_timeless
    assert not Period.parse("../..").is_timeless


@given(st.dates())
def test_since_a_day_has_an_open_end(date: object) -> None:
    period = Period.parse(f"{date}/..")
    assert period.start_earliest is not None
    assert Period.since(period.start_earliest) == period


def test_a_year_of_five_figures_has_no_day_to_start_on() -> None:
    assert iso(day_number(10_000, 1, 1)) == "10000-01-01"
    with pytest.raises(DateError):
        Period.since(day_number(10_000, 1, 1))


def test_the_marks_of_either_end_are_those_of_the_period() -> None:
    assert Period.parse("1999~/2001").approximate
    assert Period.parse("1999/2001?").uncertain
    assert Period.parse("1999%").approximate
    assert not Period.parse("1999/..").uncertain


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2007-07-04/..", "since 4 July 2007"),
        ("2007-07-04/2022-01-28", "4 July 2007 – 28 January 2022"),
        ("2007-07-04/", "from 4 July 2007, end unknown"),
        ("../2006", "until 2006"),
        ("/2006", "until 2006, start unknown"),
        ("/", "start and end unknown"),
        ("../..", "always"),
        ("2005-XX-XX", "some day of 2005"),
        ("2008", "2008"),
        ("[2002,2003]", "2002 or 2003"),
        ("1999~/..", "since about 1999"),
    ],
)
def test_a_period_in_words(text: str, words: str) -> None:
    assert Period.parse(text).describe() == words


def test_no_period_in_words() -> None:
    assert NO_PERIOD.describe() == "always"
