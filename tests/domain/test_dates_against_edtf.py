"""Our days beside those of the PyPI package `edtf`: the same where both agree, and where we differ, how and why."""

from __future__ import annotations

import math
from time import struct_time

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import example, given
from hypothesis import strategies as st

from domain.date_texts import any_years, centuries, closed_intervals, days, decades, months, some_day, some_month
from parties_of_power.domain.dates import DateError, PartialDate, Period, civil

Day = tuple[int, int, int] | None
UNBOUNDED = None

# What the package reads with sure bounds only, and we with the same days. Of `[..1994]` and the like see DIFFERENCES.
after_christ = st.one_of(some_month, some_day).filter(lambda text: not text.startswith("-"))
agreed_dates = st.one_of(any_years, months, days, decades, centuries, after_christ)
agreed_sets = st.one_of(
    st.lists(st.integers(1, 9998), min_size=2, max_size=2, unique=True).map(
        lambda years: f"[{min(years):04d}..{max(years):04d}]"
    ),
    st.lists(st.integers(1, 9999), min_size=2, max_size=4, unique=True).map(
        lambda years: "{" + ",".join(f"{year:04d}" for year in sorted(years)) + "}"
    ),
)


def theirs(text: str, bounds: str = "strict") -> tuple[Day, Day]:
    """The lower and upper day that `edtf` gives, None for its infinities."""
    parsed = parse_edtf(text)
    return tuple(_day(getattr(parsed, f"{end}_{bounds}")()) for end in ("lower", "upper"))


def _day(moment: struct_time | float) -> Day:
    if isinstance(moment, float):
        assert math.isinf(moment)
        return UNBOUNDED
    return moment.tm_year, moment.tm_mon, moment.tm_mday


def ours(text: str) -> tuple[Day, Day]:
    if "/" in text:
        period = Period.parse(text)
        ends = period.start_earliest, period.end_latest
    else:
        date = PartialDate.parse(text)
        ends = date.earliest, date.latest
    return tuple(None if day is None else civil(day) for day in ends)


@given(agreed_dates)
@example("0000-02-29")
@example("2000-02")
@example("1900-02")
def test_dates_agree(text: str) -> None:
    assert ours(text) == theirs(text)


@given(agreed_sets)
def test_sets_agree(text: str) -> None:
    assert ours(text) == theirs(text)


@given(closed_intervals)
def test_intervals_agree(text: str) -> None:
    assert ours(text) == theirs(text)


@given(st.lists(days, min_size=2, max_size=2).map(sorted))
def test_intervals_of_days_agree(pair: list[str]) -> None:
    text = "/".join(pair)
    assert ours(text) == theirs(text)


@given(st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_the_same_days_do_not_exist(text: str) -> None:
    try:
        expected = theirs(text)
    except EDTFParseException:
        with pytest.raises(DateError):
            PartialDate.parse(text)
    else:
        assert ours(text) == expected


PADDED = "the margin is the researcher's to state, as a set"
OPEN = "open and unbounded are no days"
UNKNOWN = "an unknown end is no day"

# text, which bounds of theirs, their days, our days, why.
DIFFERENCES: list[tuple[str, str, tuple[Day, Day], tuple[Day, Day], str]] = [
    ("1999~", "fuzzy", ((1998, 1, 1), (2000, 12, 31)), ((1999, 1, 1), (1999, 12, 31)), PADDED),
    ("1999?", "fuzzy", ((1998, 1, 1), (2000, 12, 31)), ((1999, 1, 1), (1999, 12, 31)), PADDED),
    ("1999%", "fuzzy", ((1997, 1, 1), (2001, 12, 31)), ((1999, 1, 1), (1999, 12, 31)), PADDED),
    ("1999~/2001", "fuzzy", ((1998, 1, 1), (2001, 12, 31)), ((1999, 1, 1), (2001, 12, 31)), PADDED),
    ("1999/", "strict", ((1999, 1, 1), (2009, 1, 1)), ((1999, 1, 1), None), UNKNOWN),
    ("/2006", "strict", ((1996, 12, 31), (2006, 12, 31)), (None, (2006, 12, 31)), UNKNOWN),
    (
        "2001-21",
        "strict",
        ((2001, 3, 1), (2001, 5, 31)),
        ((2001, 1, 1), (2001, 12, 31)),
        "a season of level 1 names no hemisphere",
    ),
    (
        "2001-24",
        "strict",
        ((2001, 12, 1), (2001, 12, 31)),
        ((2001, 1, 1), (2001, 12, 31)),
        "winter is more than December",
    ),
    ("-000X", "strict", ((-9, 1, 1), (0, 12, 31)), ((-9, 1, 1), (-1, 12, 31)), "-0000 is no year"),
    (
        "-0001-XX",
        "strict",
        ((-1, 12, 1), (-1, 1, 31)),
        ((-1, 1, 1), (-1, 12, 31)),
        "theirs ends before it starts",
    ),
    ("-00XX", "strict", ((-99, 1, 1), (0, 12, 31)), ((-99, 1, 1), (-1, 12, 31)), "-0000 is no year"),
]
REFUSED_BY_THEM = [
    ("[1999]", "a set of one is a set"),
    ("/", "both ends may be unknown"),
    ("[..1994]/1998", "an end known as 1994 or before has no other notation"),
    ("Y17000~", "a long year may be approximate too"),
    ("1999-21?", "a season may be uncertain too"),
    ("Y17000/Y17001", "a long year may begin something"),
]
REFUSED_BY_US = [
    ("2001/1999", "it ends before it starts"),
    ("[2000..1998]", "a range that ends before it starts"),
    ("1XXX", "level 2"),
    ("20XX-12", "level 2"),
    ("2001-12-01T10:30:00", "times of day are not kept"),
]


@pytest.mark.parametrize(("text", "bounds", "their_days", "our_days", "why"), DIFFERENCES)
def test_where_the_days_differ(
    text: str, bounds: str, their_days: tuple[Day, Day], our_days: tuple[Day, Day], why: str
) -> None:
    assert theirs(text, bounds) == their_days
    assert ours(text) == our_days, why


@pytest.mark.parametrize("text", ["[..1994]", "[1994..]", "1999/..", "../2006", "../.."])
def test_their_infinity_is_no_day_here(text: str) -> None:
    """Theirs is a float among times; ours is None."""
    assert theirs(text) == ours(text), OPEN
    assert UNBOUNDED in ours(text)


@pytest.mark.parametrize(("text", "why"), REFUSED_BY_THEM)
def test_what_only_we_read(text: str, why: str) -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
    assert Period.parse(text).text == text, why


@pytest.mark.parametrize("text", [pytest.param(text, id=why) for text, why in REFUSED_BY_US])
def test_what_only_they_read(text: str) -> None:
    assert parse_edtf(text) is not None
    with pytest.raises(DateError):
        Period.parse(text)
