"""Side by side: what is equal, what differs, which intervals overlap, and that nothing else is concluded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.likeness import Likeness, _overlap
from parties_of_power.analysis.side_by_side import Line, Side, SideBySide, side_by_side
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.study import queries
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day

ON = "2008-11-25"


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .as_of(ON)
        .with_party("United Russia", "Russia", founded="2001-12-01")
        .with_party("Nur Otan", "Kazakhstan", founded="1999-02-12")
        .with_party("New Azerbaijan Party", "Azerbaijan", founded="1992-11-21")
        .with_party("CPSU", "Soviet Union", founded="1912", dissolved="1991-11-06")
        .with_attribute("Vote share", "percent", unit="%", validity="last_known", group="Elections")
        .with_attribute("Score", "number", validity="last_known", group="Organisation")
        .with_attribute("Motto", group="Identity")
        .with_attribute("Nobody asked", group="Identity")
    )
    yield made
    made.study.close()


def compared(words: Words, *names: str, days: tuple[str, ...] = ()) -> SideBySide:
    sides = [Side(words.party(name)) for name in names] or [Side(words.party("United Russia"), day(on)) for on in days]
    return side_by_side(words.study, Columns(words.study), sides, words.study.as_of)


def line(shown: SideBySide, title: str) -> Line:
    (found,) = [each for each in shown.lines if each.title == title]
    return found


def scores(words: Words, **intervals: tuple[float, float, float]) -> Line:
    """The line of scores (low, value, high) of the parties by their first letters."""
    names = {"ur": "United Russia", "no": "Nur Otan", "nap": "New Azerbaijan Party"}
    for key, (low, value, high) in intervals.items():
        words.with_value(names[key], "Score", str(value), "2007", low=low, high=high)
    return line(compared(words, *(names[key] for key in intervals)), "Score")


def test_equal_values_have_the_sign_and_the_word(words: Words) -> None:
    for name in ("United Russia", "Nur Otan"):
        words.with_value(name, "Motto", "Forward")
    motto = line(compared(words, "United Russia", "Nur Otan"), "Motto")
    assert (motto.likeness, motto.between) == (Likeness.EQUAL, "equal")


def test_a_difference_has_the_sign_and_how_many_agree_nevertheless(words: Words) -> None:
    for name, motto in (("United Russia", "Forward"), ("Nur Otan", "Forward"), ("New Azerbaijan Party", "Home")):
        words.with_value(name, "Motto", motto)
    found = line(compared(words, "United Russia", "Nur Otan", "New Azerbaijan Party"), "Motto")
    assert (found.likeness, found.between) == (Likeness.DIFFERENT, "2 of 3 equal")


def test_what_is_not_coded_for_all_is_neither_equal_nor_different(words: Words) -> None:
    words.with_value("United Russia", "Motto", "Forward")
    both = line(compared(words, "United Russia", "Nur Otan"), "Motto")
    assert (both.likeness, both.between) == (Likeness.UNDECIDED, "no comparison: 1 of 2 coded")
    words.with_value("Nur Otan", "Motto", "Forward")
    three = line(compared(words, "United Russia", "Nur Otan", "New Azerbaijan Party"), "Motto")
    assert (three.likeness, three.between) == (Likeness.UNDECIDED, "equal where coded: 2 of 3")


def test_overlapping_intervals_are_no_difference_and_nothing_more_is_said(words: Words) -> None:
    found = scores(words, ur=(1, 2, 3), no=(2.5, 3.5, 4.5))
    assert (found.likeness, found.between) == (Likeness.UNDECIDED, "intervals overlap")


def test_intervals_that_touch_overlap(words: Words) -> None:
    assert scores(words, ur=(1, 2, 3), no=(3, 4, 5)).between == "intervals overlap"


def test_of_several_overlaps_the_pairs_are_named(words: Words) -> None:
    found = scores(words, ur=(1, 2, 3), no=(2.5, 3.5, 4.5), nap=(4, 5, 6))
    assert found.likeness is Likeness.DIFFERENT
    assert found.overlaps == ((0, 1), (1, 2))
    assert found.between == "intervals overlap: United Russia and Nur Otan, Nur Otan and New Azerbaijan Party"


def test_overlaps_of_all_are_said_once(words: Words) -> None:
    found = scores(words, ur=(1, 2, 3), no=(2, 2.5, 3), nap=(2.2, 2.6, 4))
    assert (found.likeness, found.between, found.overlaps) == (Likeness.UNDECIDED, "intervals overlap: all 3", ())


def test_a_value_without_an_interval_overlaps_with_none(words: Words) -> None:
    words.with_value("United Russia", "Score", "1.9", "2007", low=1, high=3).with_value(
        "Nur Otan", "Score", "2.5", "2007"
    )
    found = line(compared(words, "United Russia", "Nur Otan"), "Score")
    assert (found.likeness, found.between) == (Likeness.DIFFERENT, "")


def test_values_of_other_bases_are_not_strictly_comparable(words: Words) -> None:
    words.with_value("United Russia", "Vote share", "64.3", "2007-12-02", base="votes_cast")
    words.with_value("Nur Otan", "Vote share", "88.4", "2007-08-18", base="valid_votes")
    found = line(compared(words, "United Russia", "Nur Otan"), "Vote share")
    assert (found.likeness, found.between) == (Likeness.DIFFERENT, "bases differ: not strictly comparable")


def test_less_exact_is_not_different(words: Words) -> None:
    words.with_party("Otan", "Kazakhstan", founded="1999-02")
    found = line(compared(words, "Nur Otan", "Otan"), "Founded")
    assert (found.likeness, found.between) == (Likeness.UNDECIDED, "differ by precision only")


def test_computed_states_are_shown_and_not_compared(words: Words) -> None:
    words.with_value("United Russia", "Vote share", "64.3", "2007-12-02")
    found = line(compared(words, "United Russia", "CPSU"), "Vote share")
    assert [cell.state for cell in found.cells] == ["value", "ended"]
    assert (found.likeness, found.between) == (Likeness.UNDECIDED, "no comparison: 1 of 2 coded")


def test_what_nobody_has_an_answer_to_has_no_line_and_is_counted(words: Words) -> None:
    words.with_value("United Russia", "Motto", "Forward")
    shown = compared(words, "United Russia", "Nur Otan")
    assert "Nobody asked" not in [each.title for each in shown.lines]
    assert shown.uncoded == len(words.study.catalogue.attributes_of("party")) - (len(shown.lines) - 1)


def test_a_rival_without_an_adopted_value_has_a_line(words: Words) -> None:
    words.with_value("United Russia", "Motto", "Forward", standing="rival")
    assert line(compared(words, "United Russia", "Nur Otan"), "Motto").cells[0].rivals == 1


def test_one_party_on_several_days(words: Words) -> None:
    words.with_name("United Russia", "Unity", "1999/2001-11-30")
    words.with_value("United Russia", "Vote share", "37.6", "2003-12-07")
    words.with_value("United Russia", "Vote share", "64.3", "2007-12-02")
    shown = compared(words, days=("2003-12-31", "2007-12-31", "2008-06-01"))
    share = line(shown, "Vote share")
    assert [cell.text for cell in share.cells] == ["37.6", "64.3", "64.3"]
    assert (share.likeness, share.between) == (Likeness.DIFFERENT, "2 of 3 equal")
    assert [heading.label for heading in shown.headings] == ["31 Dec 2003", "31 Dec 2007", "1 Jun 2008"]


def test_six_fit_and_all_are_of_one_kind(words: Words) -> None:
    parties = [Side(words.party("United Russia"), on) for on in range(700_000, 700_008)]
    shown = side_by_side(words.study, Columns(words.study), parties, words.study.as_of)
    assert len(shown.sides) == 6
    mixed = [Side(words.state("Russia")), Side(words.party("United Russia")), Side(words.state("Kazakhstan"))]
    states = side_by_side(words.study, Columns(words.study), mixed, words.study.as_of)
    assert [side.subject_id for side in states.sides] == [words.state("Russia"), words.state("Kazakhstan")]


def test_only_differences_leaves_groups_without_any_out(words: Words) -> None:
    for name in ("United Russia", "Nur Otan"):
        words.with_value(name, "Motto", "Forward")
    shown = compared(words, "United Russia", "Nur Otan").only_differences()
    assert {each.likeness for each in shown.lines} == {Likeness.DIFFERENT}
    assert all(group.lines for group in shown.groups)
    assert "Motto" not in [each.title for each in shown.lines]


@pytest.mark.parametrize("on", ["1990-01-01", "2003-06-01", "2008-11-25", "2024-01-01"])
def test_the_bundled_cells_are_those_of_the_comparison(bundled: Study, columns: Columns, on: str) -> None:
    comparison: Comparison = queries.comparisons(bundled)[0]
    table = ComparisonTable(bundled, columns, comparison, day(on))
    subjects = table.row_ids[:4]
    shown = side_by_side(bundled, columns, [Side(each) for each in subjects], day(on))
    for each in shown.lines:
        if each.attribute is not None:
            wanted = [table.cell_of(subject, Column(0, attribute_id=each.attribute.id)) for subject in subjects]
            assert [cell.spoken for cell in each.cells] == [cell.spoken for cell in wanted], each.title


NUMBERS = st.floats(-100, 100, allow_nan=False)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_overlapping_is_mutual_and_means_a_common_point(a: float, b: float, c: float, d: float) -> None:
    one = Cell(1, 1, "", "value", low=min(a, b), high=max(a, b))
    other = Cell(2, 1, "", "value", low=min(c, d), high=max(c, d))
    assert _overlap(one, other) == _overlap(other, one)
    assert _overlap(one, other) == (max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d)))
