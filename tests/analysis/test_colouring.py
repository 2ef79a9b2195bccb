"""Scales, legends and lines over time, by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.analysis.colouring import Colours, Scale, colours_of, legend, short_legend
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.sparks import Sparks, Stretch
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import CellColour
from parties_of_power.domain.force import ALWAYS_AFTER
from parties_of_power.study import edits, queries
from study.builders import Words, a_study, day

ROWS = ["Otan", "Amanat", "Asar"]


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_source("Factbook").with_party("Otan", founded="1999", dissolved="2010-05")
    made.with_party("Amanat").with_party("Asar").with_party("A giant of old")
    made.with_attribute("Share", "percent", validity="last_known", unit="%").with_attribute("Score", "number")
    made.with_attribute("Legal", "yes_no")
    made.with_value("Otan", "Share", "50", "2004-09-19").with_value("Otan", "Share", "60.5", "2007-08-18")
    made.with_value("Amanat", "Share", "10", "2007-08-18")
    made.with_value("Otan", "Score", "-1", "2001/..").with_value("Amanat", "Score", "3", "2001/..")
    made.with_value("A giant of old", "Score", "1000", "1917/..")
    made.with_comparison("Shown", rows=ROWS, columns=["Share", "Score", "Legal"])
    yield made
    made.study.close()


def coloured(words: Words, attribute: str, way: CellColour, as_of: str = "2008-11-25") -> Colours:
    edits.colour_column(words.study, words.column("Shown", attribute), way)
    columns, comparison = Columns(words.study), queries.comparison(words.study, words.comparison("Shown"))
    table = ComparisonTable(words.study, columns, comparison, day(as_of))
    place = next(i for i, each in enumerate(table.columns) if each.attribute_id == words.attribute(attribute))
    found = colours_of(words.study, columns, table, table.columns[place])
    assert found is not None
    return found


def said(words: Words, attribute: str, colours: Colours) -> str:
    return legend(colours, words.study.catalogue.attributes[words.attribute(attribute)])


def test_one_shade_is_one_value_on_every_day(words: Words) -> None:
    scales = [coloured(words, "Share", "heat", as_of).scale for as_of in ("2005-01-01", "2008-11-25")]
    assert scales == [Scale(10.0, 60.5)] * 2
    assert [Scale(10.0, 60.5).place(number) for number in (0.0, 10.0, 60.5, 99.0)] == [0.0, 0.0, 1.0, 1.0]


def test_rows_that_are_not_shown_press_nothing_together(words: Words) -> None:
    assert coloured(words, "Score", "heat").scale == Scale(-1.0, 3.0)


def test_the_middle_is_zero_between_its_sides_and_else_the_median(words: Words) -> None:
    around_zero, shares = coloured(words, "Score", "two_sided"), coloured(words, "Share", "two_sided")
    assert (around_zero.scale, shares.scale) == (Scale(-1.0, 3.0, 0.0, "zero"), Scale(10.0, 60.5, 50.0, "median"))
    assert [Scale(-1.0, 3.0, 0.0, "zero").side(number) for number in (-3.0, -1.5, 0.0, 3.0)] == [-1.0, -0.5, 0.0, 1.0]
    assert said(words, "Score", around_zero) == "coloured by value around zero: brown below, blue above, from -1 to 3"
    assert "around 50, the median" in said(words, "Share", shares)
    attribute = words.study.catalogue.attributes[words.attribute("Share")]
    assert short_legend(shares, attribute) == "colour, middle 50"


def test_bars_begin_at_zero_and_are_parts_of_a_hundred(words: Words) -> None:
    assert coloured(words, "Share", "bars").scale == Scale(0.0, 100.0)
    assert coloured(words, "Score", "bars").scale == Scale(-1.0, 3.0)


def test_each_answer_has_its_place(words: Words) -> None:
    answers = coloured(words, "Legal", "choices")
    assert [(value, each.place, each.label) for value, each in answers.choices.items()] == [
        ("yes", 0, "yes"),
        ("no", 1, "no"),
    ]
    assert said(words, "Legal", answers) == "coloured by answer: yes; no"


def test_a_way_that_no_longer_suits_is_no_colour(words: Words) -> None:
    coloured(words, "Score", "heat")
    with words.study.edit("Another kind") as edit:
        edit.update("attribute", words.attribute("Score"), kind="text")
    columns, comparison = Columns(words.study), queries.comparison(words.study, words.comparison("Shown"))
    table = ComparisonTable(words.study, columns, comparison, day("2008-11-25"))
    assert all(colours_of(words.study, columns, table, column) is None for column in table.columns)


def stretches(words: Words, party: str, attribute: str) -> tuple[Stretch, ...]:
    asked = words.study.catalogue.attributes[words.attribute(attribute)]
    return Sparks(words.study, asked).of(words.party(party), lambda: [words.party(each) for each in ROWS])


def test_a_line_over_time_holds_until_the_next_value_and_the_end_of_the_life(words: Words) -> None:
    first, second = stretches(words, "Otan", "Share")
    assert (first.first, first.until, first.number) == (day("2004-09-19"), day("2007-08-17"), 50.0)
    assert (second.until, second.surely_until) == (day("2010-05-31"), day("2010-05-31"))
    assert stretches(words, "Amanat", "Share")[0].until == ALWAYS_AFTER
    assert stretches(words, "Asar", "Share") == ()


def test_what_is_missing_is_a_gap_in_the_line(words: Words) -> None:
    words.with_value("Otan", "Share", "", "2006-01-01", missing="unknown")
    first, second = stretches(words, "Otan", "Share")
    assert (first.until, second.first) == (day("2005-12-31"), day("2007-08-18"))


def test_a_year_is_sure_only_when_it_has_passed(words: Words) -> None:
    (only,) = stretches(words, "Otan", "Score")
    assert (only.first, only.surely_from) == (day("2001-01-01"), day("2001-12-31"))
    assert coloured(words, "Score", "over_time").days == (day("2001-01-01"), day("2001-12-31"))
