"""What changed between two days: each difference once, by its kind, and nothing that stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.between_days import Difference, change_name, differences
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.dates import Period
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day

Told = tuple[str, str, str, str, str]


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .as_of("2008-11-25")
        .with_party("United Russia", "Russia", founded="2001-12-01")
        .with_party("Nur Otan", "Kazakhstan", founded="1999-02-12")
        .with_party("CPSU", "Soviet Union", founded="1912", dissolved="1991-11-06")
        .with_attribute("Vote share", "percent", validity="last_known")
        .with_attribute("Leader", "person")
        .with_attribute("Ally", "party")
        .with_attribute("Region", of="state")
        .with_person("Boris Gryzlov")
        .with_person("Vladimir Putin")
        .with_comparison("All", columns=["Founded", "Leader", "Vote share", "Ally"])
    )
    yield made
    made.study.close()


def told(words: Words, old: str, new: str) -> list[Told]:
    comparison = queries.comparison(words.study, words.comparison("All"))
    found = differences(words.study, Columns(words.study), comparison, day(old), day(new))
    return [(each.subject, each.attribute, each.old, each.new, each.change) for each in found]


def test_another_value_in_force_is_a_new_value(words: Words) -> None:
    words.with_value("United Russia", "Leader", "Boris Gryzlov", "2002-11-20/2008-05-07")
    words.with_value("United Russia", "Leader", "Vladimir Putin", "2008-05-07/..")
    wanted = ("United Russia", "Leader", "Boris Gryzlov", "Vladimir Putin", "new_value")
    assert told(words, "2005-01-01", "2008-11-25") == [wanted]
    assert told(words, "2005-01-01", "2006-01-01") == []


def test_the_same_value_of_another_observation_is_none(words: Words) -> None:
    words.with_value("United Russia", "Leader", "Vladimir Putin", "2003/2005")
    words.with_value("United Russia", "Leader", "Vladimir Putin", "2006/..")
    assert told(words, "2004-06-01", "2008-11-25") == []


def test_what_is_last_known_is_measured_anew_also_with_the_same_figure(words: Words) -> None:
    for year, share in (("1999", "64.3"), ("2003", "64.3"), ("2007", "70")):
        words.with_value("Nur Otan", "Vote share", share, year)
    assert told(words, "2002-01-01", "2004-01-01") == [("Nur Otan", "Vote share", "64.3", "64.3", "measured")]
    assert told(words, "2002-01-01", "2008-11-25") == [("Nur Otan", "Vote share", "64.3", "70", "measured")]


def test_a_value_begins_and_ends(words: Words) -> None:
    words.with_value("Nur Otan", "Leader", "Boris Gryzlov", "2004/2006")
    assert told(words, "2003-01-01", "2005-06-01") == [("Nur Otan", "Leader", "not coded", "Boris Gryzlov", "began")]
    assert told(words, "2005-06-01", "2008-01-01") == [("Nur Otan", "Leader", "Boris Gryzlov", "not coded", "ended")]


def test_a_party_is_founded_and_dissolved(words: Words) -> None:
    assert told(words, "2000-01-01", "2008-11-25") == [
        ("United Russia", "Party", "not yet founded", "United Russia", "began")
    ]
    assert told(words, "1985-01-01", "1995-01-01") == [("CPSU", "Party", "CPSU", "ended 1991", "ended")]


def test_a_new_name_is_renamed_also_where_it_is_a_value(words: Words) -> None:
    party = words.party("Nur Otan")
    edits.change_name(words.study, words.study.catalogue.names_of(party)[0].id, period=Period.parse("2006-12-22/.."))
    words.with_name("Nur Otan", "Otan", "1999-02-12/2006-12-21")
    words.with_value("United Russia", "Ally", "Nur Otan", "2003/..")
    assert told(words, "2005-01-01", "2008-11-25") == [
        ("United Russia", "Ally", "Otan", "Nur Otan", "renamed"),
        ("Nur Otan", "Party", "Otan", "Nur Otan", "renamed"),
    ]


def test_another_missing_reason_is_said(words: Words) -> None:
    words.with_value("Nur Otan", "Leader", missing="interrupted", period="2004/2006")
    assert told(words, "2003-01-01", "2005-06-01") == [("Nur Otan", "Leader", "not coded", "interrupted", "reason")]


def test_a_column_with_a_day_of_its_own_never_differs(words: Words) -> None:
    words.with_value("Nur Otan", "Leader", "Boris Gryzlov", "2004/2006")
    comparison = queries.comparison(words.study, words.comparison("All"))
    fixed = ComparisonTable(words.study, Columns(words.study), comparison, day("2005-06-01"))
    at_home = replace(comparison, columns=tuple(replace(each, day=day("2005-06-01")) for each in fixed.columns))
    found = differences(words.study, Columns(words.study), at_home, day("2003-01-01"), day("2008-01-01"))
    assert found == ()


def test_a_state_s_attribute_is_that_of_the_state(words: Words) -> None:
    words.with_value("Russia", "Region", "East", "2005/..")
    edits.show_column(words.study, words.comparison("All"), words.attribute("Region"), of_state=True)
    comparison = queries.comparison(words.study, words.comparison("All"))
    (found,) = differences(words.study, Columns(words.study), comparison, day("2004-01-01"), day("2008-01-01"))
    assert (found.subject_id, found.asked_id) == (words.party("United Russia"), words.state("Russia"))
    assert (found.old, found.new, found.change) == ("not coded", "East", "began")


def test_rows_that_pass_the_filter_on_either_day_are_there(words: Words) -> None:
    words.with_value("United Russia", "Leader", "Boris Gryzlov", "2002/2005")
    words.with_value("United Russia", "Leader", "Vladimir Putin", "2006/..")
    comparison = queries.comparison(words.study, words.comparison("All"))
    edits.change_comparison(words.study, comparison.id, filter_text="Gryzlov")
    assert [each[2:] for each in told(words, "2003-06-01", "2008-01-01")] == [
        ("Boris Gryzlov", "Vladimir Putin", "new_value")
    ]


def test_every_kind_of_change_has_a_name() -> None:
    names = [change_name(each) for each in ("new_value", "measured", "began", "ended", "renamed", "reason")]
    assert len(set(names)) == 6


@given(st.integers(726_000, 739_000), st.integers(726_000, 739_000))
def test_differences_are_where_the_tables_differ(bundled: Study, columns: Columns, one: int, other: int) -> None:
    """Every cell of the bundled study that reads otherwise is listed, and both texts are those of the tables."""
    comparison = queries.comparisons(bundled)[0]
    old, new = (ComparisonTable(bundled, columns, comparison, each) for each in (one, other))
    found = {
        (each.subject_id, each.attribute_id): each for each in differences(bundled, columns, comparison, one, other)
    }
    for subject_id in new.row_ids:
        for column in new.columns:
            before, after = old.cell_of(subject_id, column), new.cell_of(subject_id, column)
            listed: Difference | None = found.get((subject_id, column.attribute_id))
            if listed is not None and column.attribute_id is not None:
                assert (listed.old, listed.new) == (before.text, after.text)
            said = {"value", "wrong"}
            if before.text != after.text and {before.state, after.state} & said:
                assert listed is not None
    if one == other:
        assert not found
