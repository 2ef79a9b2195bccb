"""How numbers, scales, ages and periods read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.headers import scale_range
from parties_of_power.analysis.showing import ended_words, figures, missing_short
from parties_of_power.analysis.wording import age, event_words, short_period, since_until
from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.domain.events import Event
from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.domain.observations import MISSING_REASONS


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("64.3", 1, "64.3"),
        ("70", 1, "70.0"),
        ("65.01", None, "65.01"),
        ("9999", None, "9999"),
        ("10000", None, "10 000"),
        ("-44714241.5", 2, "-44 714 241.50"),
        ("0.05", 1, "0.1"),
    ],
)
def test_figures(value: str, decimals: int | None, text: str) -> None:
    assert figures(value, decimals).replace("\u202f", " ") == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_figures_are_read_again(number: object) -> None:
    value = kind("number").read(f"{number:f}", NO_NAMES)
    assert kind("number").read(figures(value), NO_NAMES) == value


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        ("0 to 1; higher = less commitment", "0–1"),
        ("interval score, -2.9 to 3.9 over all parties of the dataset", "−2.9 to 3.9"),
        ("0 or more", ""),
        ("", ""),
    ],
)
def test_scale_range(scale: str, text: str) -> None:
    assert scale_range(scale) == text


@pytest.mark.parametrize(
    ("dissolved", "text"),
    [
        ("1991-11-06", "ended 1991"),
        ("1991", "ended 1991"),
        ("[1998..2000]", "ended between 1998 and 2000"),
        ("[..1994]", "ended 1994 or before"),
    ],
)
def test_ended(dissolved: str, text: str) -> None:
    assert ended_words(PartialDate.parse(dissolved)) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "0 days old"),
        (1, "1 day old"),
        (45, "1 month old"),
        (359, "11 months old"),
        (800, "2 years old"),
        (-1, ""),
    ],
)
def test_age(days: int, text: str) -> None:
    assert age(730_000, 730_000 + days) == text


@pytest.mark.parametrize(
    ("period", "attested", "short", "long"),
    [
        ("2007-07-04/2022-01-28", "", "4 Jul 2007 – 28 Jan 2022", "Since 4 July 2007, until 28 January 2022"),
        (
            "2022-04-26/",
            "2023",
            "26 Apr 2022 – unknown, attested 2023",
            "Since 26 April 2022, end unknown; last attested 2023",
        ),
        ("1999/..", "", "since 1999", "Since 1999"),
        ("2008", "", "2008", "In 2008"),
        ("2008-11-25", "", "25 Nov 2008", "25 November 2008"),
        ("../2006", "", "… – 2006", "Until 2006"),
    ],
)
def test_periods(period: str, attested: str, short: str, long: str) -> None:
    assert short_period(Period.parse(period), attested) == short
    assert since_until(Period.parse(period), attested) == long


def test_an_election_is_named_with_its_chamber() -> None:
    won = Event(1, "State Duma election; United Russia wins", "election", PartialDate.parse("2007-12-02"))
    assert event_words(won) == "State Duma election, 2 December 2007"
    plain = Event(1, "Election", "election", PartialDate.parse("2007-12-02"), chamber="Mazhilis")
    assert event_words(plain) == "Election (Mazhilis), 2 December 2007"


def test_every_missing_reason_has_a_short_word() -> None:
    assert len({missing_short(reason) for reason in MISSING_REASONS}) == len(MISSING_REASONS)
