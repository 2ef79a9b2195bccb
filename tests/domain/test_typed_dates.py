"""What people type for a date: read where it has one meaning, refused with the reason where it has two."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.date_texts import dates, periods
from parties_of_power.domain.dates import DateError, PartialDate, Period, spoken, spoken_short


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("25 Nov 2008", "2008-11-25"),
        ("25 November 2008", "2008-11-25"),
        ("5 Sept. 2008", "2008-09-05"),
        ("1st May 2001", "2001-05-01"),
        ("november 25, 2008", "2008-11-25"),
        ("25.11.2008", "2008-11-25"),
        ("03.04.2008", "2008-04-03"),
        ("25/11/2008", "2008-11-25"),
        ("11/25/2008", "2008-11-25"),
        ("04/04/2008", "2008-04-04"),
        ("Nov 2008", "2008-11"),
        ("11.2008", "2008-11"),
        ("11/2008", "2008-11"),
        ("2008-1-5", "2008-01-05"),
        ("spring 1999", "1999-21"),
        ("1990s", "199X"),
        ("c. 1999", "1999~"),
        ("ca 1999", "1999~"),
        ("circa Nov 2008", "2008-11~"),
        ("About 25 Nov 2008", "2008-11-25~"),
        ("Nov 2008?", "2008-11?"),
        ("[2002, 2003]", "[2002,2003]"),
    ],
)
def test_what_people_type_becomes_edtf(typed: str, text: str) -> None:
    assert PartialDate.parse_typed(typed).text == text


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_day_as_it_is_said_is_read(date: datetime.date) -> None:
    assert PartialDate.parse_typed(spoken(date.toordinal())).text == str(date)
    assert PartialDate.parse_typed(spoken_short(date.toordinal())).text == str(date)


@given(dates)
def test_edtf_is_left_as_it_is(text: str) -> None:
    assert PartialDate.parse_typed(text).text == text


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("03/04/2008", "could be 3 April 2008 or 4 March 2008: write 2008-04-03"),
        ("25.11.08", "write the year with four figures"),
        ("2000s", "write 200X or 20XX"),
        ("30 Feb 2001", "February 2001 has 28 days"),
        ("13/13/2008", "months are 01 to 12"),
        ("00/00/2008", "months are 01 to 12"),
        ("5 Foo 2008", "“5 Foo 2008” is no date"),
        ("Ma 2008", "“Ma 2008” is no date"),
        ("sometime", "“sometime” is no date"),
        ("c. ", "“c.” is no date"),
    ],
)
def test_what_has_two_meanings_or_none_is_refused(typed: str, says: str) -> None:
    with pytest.raises(DateError) as refused:
        PartialDate.parse_typed(typed)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("since 4 July 2007", "2007-07-04/.."),
        ("4 July 2007 – 28 January 2022", "2007-07-04/2022-01-28"),
        ("from 4 July 2007 to 28 Jan 2022", "2007-07-04/2022-01-28"),
        ("2008–2011", "2008/2011"),
        ("2008-2011", "2008/2011"),
        ("2008 - 2011", "2008/2011"),
        ("25 Nov 2008 / ..", "2008-11-25/.."),
        ("25/11/2008", "2008-11-25"),
        ("11/2008", "2008-11"),
        ("Nov 2008", "2008-11"),
    ],
)
def test_what_people_type_for_a_period(typed: str, text: str) -> None:
    assert Period.parse_typed(typed).text == text


@given(periods)
def test_an_edtf_period_is_left_as_it_is(text: str) -> None:
    assert Period.parse_typed(text).text == text
