"""A cell over time: how long each value shows, and how each stands to what is adopted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.analysis.series import Point, series
from parties_of_power.domain.force import ALWAYS_AFTER
from study.builders import Words, a_study, day


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_source("Factbook").with_party("Otan", founded="1999", dissolved="2010-05")
    yield made.with_party("Amanat")
    made.study.close()


def points(words: Words, party: str, attribute: str) -> tuple[Point, ...]:
    return series(words.study, words.party(party), words.attribute(attribute))


def test_a_result_shows_until_the_next_and_until_the_end_of_the_life(words: Words) -> None:
    words.with_attribute("Share", "percent", validity="last_known")
    words.with_value("Otan", "Share", "50", "2004-09-19").with_value("Otan", "Share", "60.5", "2007-08-18")
    words.with_value("Amanat", "Share", "70", "2012-01-15")
    first, second = points(words, "Otan", "Share")
    assert (first.day_min, first.until, first.number) == (day("2004-09-19"), day("2007-08-17"), 50.0)
    assert (second.until, second.text) == (day("2010-05-31"), "60.5")
    assert points(words, "Amanat", "Share")[0].until == ALWAYS_AFTER


def test_a_leader_shows_until_his_end_or_the_next(words: Words) -> None:
    words.with_attribute("Leader")
    words.with_value("Amanat", "Leader", "A", "1999/..").with_value("Amanat", "Leader", "B", "2002-03-04/2005")
    first, second = points(words, "Amanat", "Leader")
    assert (first.day_max, first.until) == (day("1999-12-31"), day("2002-03-03"))
    assert (second.surely_until, second.until) == (day("2005-01-01"), day("2005-12-31"))


def test_relations(words: Words) -> None:
    words.with_attribute("Share", "percent", validity="last_known")
    words.with_value("Otan", "Share", "50", "2004-09-19", base="votes_cast")
    for value, base, standing in (
        ("50.0", "", "rival"),
        ("50.3", "", "rival"),
        ("52", "valid_votes", "rival"),
        ("52", "", "rival"),
        ("80", "", "claim"),
    ):
        claimant = "Its chair" if standing == "claim" else ""
        words.with_value("Otan", "Share", value, "2004-09-19", base=base, standing=standing, claimant=claimant)
    assert [point.relation for point in points(words, "Otan", "Share")] == [
        "adopted",
        "agrees",
        "soft",
        "soft",
        "rival",
        "claim",
    ]


def test_a_missing_reason_is_a_point_without_a_number(words: Words) -> None:
    words.with_attribute("Share", "percent", validity="last_known")
    words.with_value("Otan", "Share", period="2004", missing="unknown")
    (point,) = points(words, "Otan", "Share")
    assert (point.number, point.missing, point.text) == (None, "unknown", "unknown")
