"""What is in force at an election and in a year, case by case, and where that is the same as on a day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.domain.attributes import VALIDITIES
from parties_of_power.domain.dates import Period, day_number
from parties_of_power.domain.force import Hold, Span, in_force
from parties_of_power.domain.moments import Moment, day_of, in_force_at, is_by_election, reading_day

DUMA_2003, DUMA_2007 = 1, 2
ON_2007 = Moment(day_number(2007, 12, 2), event_id=DUMA_2007)


def span(text: str) -> Span:
    return Span.of(Period.parse(text))


def test_at_an_election_what_was_measured_there_counts() -> None:
    spans = [span("2003-12-07"), span("2007-12-02")]
    assert in_force_at("last_known", ON_2007, spans, [DUMA_2003, DUMA_2007]) == (1, Hold.IN_FORCE)


def test_what_was_measured_at_an_earlier_election_does_not() -> None:
    assert in_force_at("last_known", ON_2007, [span("2003-12-07")], [DUMA_2003]) == (-1, Hold.NONE)


def test_a_value_without_an_election_counts_where_its_period_holds_the_day() -> None:
    spans = [span("2003-12-07"), span("2007"), span("2006")]
    assert in_force_at("last_known", ON_2007, spans, [DUMA_2003, None, None]) == (1, Hold.IN_FORCE)


def test_what_is_not_measured_at_elections_is_in_force_on_the_day() -> None:
    assert in_force_at("until_changed", ON_2007, [span("2002/..")], [None]) == (0, Hold.IN_FORCE)
    assert in_force_at("last_known", ON_2007, [span("2005")], [None]) == (0, Hold.IN_FORCE)
    assert not is_by_election("until_changed", [DUMA_2003])


def test_in_a_year_an_own_period_is_read_when_it_last_held() -> None:
    moment = Moment(day_number(2007, 12, 31), year=2007)
    spans = [span("2007-03"), span("2007-06"), span("2006")]
    assert reading_day("own_period", moment, spans) == day_number(2007, 6, 30)
    assert in_force_at("own_period", moment, spans, [None] * 3) == (1, Hold.IN_FORCE)
    assert in_force("own_period", moment.day, spans) == (-1, Hold.NONE)


def test_a_year_is_told_by_its_number_and_begins_on_its_first_day() -> None:
    early, late = Moment(day_number(2008, 11, 25), year=2008), Moment(day_number(2008, 12, 31), year=2008)
    assert early.key == late.key == 2008
    assert early.first_day == day_number(2008, 1, 1)
    assert day_of(early) == early.day == day_of(early.day)


@given(
    st.sampled_from(VALIDITIES),
    st.lists(st.tuples(st.integers(1990, 2015), st.integers(0, 6)), max_size=6),
    st.integers(1990, 2015),
)
def test_without_elections_a_moment_is_its_day(validity: str, years: list[tuple[int, int]], year: int) -> None:
    """In a year as well, but for what has a period of its own."""
    spans = [span(f"{first}/{first + more}") for first, more in years]
    day = day_number(year, 12, 31)
    on_day = in_force(validity, day, spans)  # type: ignore[arg-type]  # one of VALIDITIES
    nothing = [None] * len(spans)
    assert in_force_at(validity, Moment(day, event_id=9), spans, nothing) == on_day  # type: ignore[arg-type]  # as above
    if validity != "own_period" or on_day[0] >= 0:
        assert in_force_at(validity, Moment(day, year=year), spans, nothing)[0] == on_day[0]  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("validity", ["last_known", "own_period"])
def test_of_two_answers_for_one_election_the_latest_edit_counts(validity: str) -> None:
    spans = [span("2007-12-02"), span("2007-12-02")]
    found = in_force_at(validity, ON_2007, spans, [DUMA_2007, DUMA_2007], [5, 3])  # type: ignore[arg-type]  # a validity
    assert found == (0, Hold.IN_FORCE)
