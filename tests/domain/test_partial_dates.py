"""Dates as far as they are known: kept as typed, first and last day computed, never invented."""

from __future__ import annotations

import pytest
from hypothesis import given

from domain.date_texts import as_iso, closed_intervals, dates
from parties_of_power.domain.dates import DateError, PartialDate


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2001-12-01", "2001-12-01", "2001-12-01", "day"),
        ("1999-02", "1999-02-01", "1999-02-28", "month"),
        ("2000-02", "2000-02-01", "2000-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2001-21", "2001-01-01", "2001-12-31", "season"),
        ("1999", "1999-01-01", "1999-12-31", "year"),
        ("0000", "0000-01-01", "0000-12-31", "year"),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15", "day"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("-012X", "-0129-01-01", "-0120-12-31", "decade"),
        ("-000X", "-0009-01-01", "-0001-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2004-XX", "2004-01-01", "2004-12-31", "year"),
        ("1985-04-XX", "1985-04-01", "1985-04-30", "month"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31", "year"),
        ("Y17000", "17000-01-01", "17000-12-31", "year"),
        ("Y-17000", "-17000-01-01", "-17000-12-31", "year"),
        ("[2002,2003]", "2002-01-01", "2003-12-31", "set"),
        ("[1998..2000]", "1998-01-01", "2000-12-31", "set"),
        ("[..1994]", None, "1994-12-31", "set"),
        ("[1994-02..]", "1994-02-01", None, "set"),
        ("{1996,2000}", "1996-01-01", "2000-12-31", "set"),
        ("2008-10-12/2008-10-26", "2008-10-12", "2008-10-26", "interval"),
    ],
)
def test_first_and_last_day(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    date = PartialDate.parse(text)
    assert (as_iso(date.earliest), as_iso(date.latest), date.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("mark", "approximate", "uncertain"),
    [("", False, False), ("~", True, False), ("?", False, True), ("%", True, True)],
)
def test_a_mark_moves_no_day(mark: str, approximate: bool, uncertain: bool) -> None:
    for text in ("1999", "1999-02", "1999-21", "2001-12-01", "199X", "1985-XX-XX", "Y17000"):
        date, bare = PartialDate.parse(text + mark), PartialDate.parse(text)
        assert (date.approximate, date.uncertain) == (approximate, uncertain)
        assert (date.earliest, date.latest, date.precision) == (bare.earliest, bare.latest, bare.precision)


def test_a_set_takes_the_marks_of_its_members() -> None:
    assert PartialDate.parse("[1999~,2001]").approximate
    assert PartialDate.parse("[1999..2001?]").uncertain
    assert not PartialDate.parse("[1999,2001]").approximate


def test_the_members_of_a_set_are_spans_of_days() -> None:
    members = PartialDate.parse("[..1994,1998-03,2000..2001]").members
    assert [(as_iso(first), as_iso(last)) for first, last in members] == [
        (None, "1994-12-31"),
        ("1998-03-01", "1998-03-31"),
        ("2000-01-01", "2001-12-31"),
    ]
    assert PartialDate.parse("1999").members == ()


@given(dates | closed_intervals)
def test_a_date_is_kept_as_typed(text: str) -> None:
    date = PartialDate.parse(text)
    assert date.text == text
    assert PartialDate.parse(date.text) == date
    assert date.describe()


@given(dates)
def test_bounds_are_in_order(text: str) -> None:
    date = PartialDate.parse(text)
    earliest, latest = date.earliest, date.latest
    assert earliest is None or latest is None or earliest <= latest
    assert earliest is None or date.latest_start is None or earliest <= date.latest_start
    assert latest is None or date.earliest_end is None or date.earliest_end <= latest


def test_blanks_around_a_date_are_no_part_of_it() -> None:
    assert PartialDate.parse(" 1999~\n").text == "1999~"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2001-02-30", "February 2001 has 28 days, so its last is written 2001-02-28"),
        ("2000-02-30", "2000-02-29"),
        ("-0001-04-31", "-0001-04-30"),
        ("2001-04-00", "April 2001 has 30 days"),
        ("2001-13", "months are 01 to 12"),
        ("2001-00-10", "months are 01 to 12"),
        ("2001-21-10", "months are 01 to 12"),
        ("2001-13-XX", "months are 01 to 12"),
        ("-0000", "1 BC is written 0000"),
        ("2001-12-01T10:30", "Times of day are not kept"),
        ("2001-12-01T10:30:00Z", "Times of day are not kept"),
        ("", "write 1999, 1999-02"),
        ("99", "write 1999, 1999-02"),
        ("201", "write 1999, 1999-02"),
        ("1999-2", "write 1999, 1999-02"),
        ("1XXX", "write 1999, 1999-02"),
        ("Y1999", "write 1999, 1999-02"),
        ("Y17000000000000", "write 1999, 1999-02"),
        ("1999~?", "write 1999, 1999-02"),
        ("١٩٩٩", "write 1999, 1999-02"),
        ("[]", "[2002,2003]"),
        ("[..]", "[2002,2003]"),
        ("[2002,]", "[2002,2003]"),
        ("[[2002]]", "[2002,2003]"),
        ("[2002/2003]", "[2002,2003]"),
        ("[2002}", "write 1999, 1999-02"),
        ("[2000..1998]", "a range ends before it starts"),
        ("2001/1999", "ends before it starts"),
        ("1999/..", "one of several days has two ends"),
        ("1999/2000/2001", "one of several days has two ends"),
    ],
)
def test_what_is_no_date_is_refused_with_the_rule(text: str, says: str) -> None:
    with pytest.raises(DateError) as refused:
        PartialDate.parse(text)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2008-11-25", "25 November 2008"),
        ("2008-11", "November 2008"),
        ("2008", "2008"),
        ("-0044", "45 BC"),
        ("2008-24", "winter 2008"),
        ("199X", "the 1990s"),
        ("-012X", "between 130 BC and 121 BC"),
        ("19XX", "between 1900 and 1999"),
        ("2004-XX", "some month of 2004"),
        ("2005-XX-XX", "some day of 2005"),
        ("1985-04-XX", "some day of April 1985"),
        ("1999~", "about 1999"),
        ("1999?", "1999 (uncertain)"),
        ("1999-02%", "about February 1999 (uncertain)"),
        ("[2002]", "2002"),
        ("[2002,2003,2004-06-12]", "2002, 2003 or 12 June 2004"),
        ("[1998..2000]", "between 1998 and 2000"),
        ("[..1994]", "1994 or before"),
        ("[1994..]", "1994 or later"),
        ("[1999~,2001]", "about 1999 or 2001"),
        ("{1996,2000}", "1996 and 2000"),
        ("2008-10-12/2008-10-26", "12 October 2008 – 26 October 2008"),
    ],
)
def test_a_date_in_words(text: str, words: str) -> None:
    assert PartialDate.parse(text).describe() == words


def test_before_means_surely_before() -> None:
    def is_before(one: str, other: str) -> bool:
        return PartialDate.parse(one).is_before(PartialDate.parse(other))

    assert is_before("1998", "1999")
    assert not is_before("1999", "1999-05")
    assert not is_before("[1998..]", "1999")
    assert not is_before("1998", "[..2000]")
