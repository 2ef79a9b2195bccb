"""Computed attributes as cells and as whole columns: on the bundled study, and rule by rule on small ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.cells import report
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.series import series
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import SortKey
from parties_of_power.domain.force import Hold
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study
from parties_of_power.study.typing import set_value
from study.builders import Words, a_study, day

FORMULAS = {
    "Share": ("percent", "Seats / out_of(Seats) * 100"),
    "Doubled": ("number", "Share * 2"),
    "Age": ("number", "years_between(Founded, as_of)"),
    "People a seat": ("number", "of_state(Population) / Seats"),
    "Doubt": ("number", "high(Clientelism) - low(Clientelism)"),
    "Size": ("text", 'if(Share > 50, "more than half", "half or less")'),
    "Lifetime": ("number", "years_between(Founded, coalesce(Dissolved, as_of))"),
    "Above": ("yes_no", "Seats > 100 and Clientelism > 0"),
    "Known": ("number", "count(Seats, Votes, Members)"),
    "Beginning": ("date", 'coalesce(Founded, date("1991-12"))'),
    "Nothing": ("number", "Seats / (Seats - Seats)"),
    "Role": ("yes_no", 'Government role = "Senior party"'),
}
DAYS = ("1985-06-01", "1996-01-01", "2003-12-07", "2008-11-25", "2022-02-02")


@pytest.fixture
def study(bundled: Study, tmp_path: Path) -> Iterator[Study]:
    """A copy of the bundled study with the formulas above in the first comparison of parties."""
    with Study.open(Path(shutil.copy(bundled.path, tmp_path / "copy.parties")), coder="Aliya") as copy:
        with copy.edit("Formulas"):
            for name, (kind, formula) in FORMULAS.items():
                made = edits.add_attribute(copy, "party", name, kind, formula=formula)
                edits.show_column(copy, _comparison(copy), made)
        yield copy


def _comparison(study: Study) -> int:
    return next(each.id for each in queries.comparisons(study) if each.subject_kind == "party")


def table_of(study: Study, on: str = "2008-11-25") -> ComparisonTable:
    return ComparisonTable(study, Columns(study), queries.comparison(study, _comparison(study)), day(on))


def attribute_id(study: Study, name: str, kind: str = "party") -> int:
    found = study.catalogue.attribute(name, kind)  # type: ignore[arg-type]  # one of the two
    assert found is not None
    return found.id


def cell(study: Study, party: str, name: str, on: str = "2008-11-25", *, last_day: bool = False) -> Cell:
    (subject_id,) = study.catalogue.find_subject(party, "party")
    return CellReader(study).cell(subject_id, attribute_id(study, name), day(on), last_day)


def test_seats_over_all_seats_is_the_seat_share_where_that_is_a_share_of_all_seats(study: Study) -> None:
    reader, checked = CellReader(study), 0
    for party in study.catalogue.parties:
        for on in DAYS:
            coded = reader.cell(party.id, attribute_id(study, "Seat share"), day(on))
            computed = reader.cell(party.id, attribute_id(study, "Share"), day(on))
            seats = reader.cell(party.id, attribute_id(study, "Seats"), day(on))
            if coded.base != "all seats" or computed.number is None or coded.measured != computed.measured:
                continue
            if not seats.rivals:  # of Turkmenistan in 1994 one source counts 45 deputies, another one all 50
                assert computed.number == pytest.approx(coded.number, abs=0.5), (party.key, on)
                checked += 1
    assert checked > 20


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("ended", ["state", "last_day"])
def test_cells_and_whole_columns_say_the_same(study: Study, on: str, ended: str) -> None:
    edits.change_comparison(study, _comparison(study), ended=ended, rows_from="all")  # type: ignore[arg-type]  # listed
    table = table_of(study, on)
    read = 0
    for column in table.columns:
        known = study.catalogue.attributes.get(column.attribute_id or 0)
        if known is None or not known.is_computed:
            continue
        shown = table.shown_column(column)
        states = shown.states()
        for place, subject_id in enumerate(table.all_row_ids):
            made = table.cell_of(subject_id, column)
            assert shown.texts[shown.place[place]] == made.text, (known.name, subject_id)
            assert states[shown.place[place]] == (made.missing or made.state), (known.name, subject_id)
            assert shown.numbers[place] == pytest.approx(
                made.number if made.number is not None else float("nan"), nan_ok=True
            )
            read += 1
    assert read == len(FORMULAS) * len(table.all_row_ids)


def test_a_table_is_sorted_and_filtered_by_a_computed_column(study: Study) -> None:
    comparison = _comparison(study)
    shown = queries.comparison(study, comparison).columns
    share = next(each for each in shown if each.attribute_id == attribute_id(study, "Share"))
    edits.sort_comparison(study, comparison, [SortKey(share.id, True)])
    table = table_of(study)
    numbers = [table.cell_of(row, share).number for row in table.row_ids]
    known = [number for number in numbers if number is not None]
    assert known == sorted(known, reverse=True)
    assert None not in numbers[: len(known)]


def test_values_of_the_bundled_study(study: Study) -> None:
    share = cell(study, "United Russia", "Share")
    assert (share.text, share.value, share.number, share.state) == ("70", "70", 70.0, "value")
    assert cell(study, "United Russia", "Doubled").text == "140"
    assert cell(study, "United Russia", "People a seat").text.startswith("~446")
    assert cell(study, "United Russia", "Size").text == "more than half"
    nothing = cell(study, "United Russia", "Nothing")
    assert (nothing.state, nothing.missing, nothing.text) == ("missing", "not_applicable", "not applicable")


def test_the_report_names_the_formula_and_every_cell_that_was_read(study: Study) -> None:
    (subject_id,) = study.catalogue.find_subject("United Russia", "party")
    found = report(study, Columns(study), subject_id, attribute_id(study, "People a seat"), day("2008-11-25")).computed
    assert found is not None
    assert found.formula == "of_state(Population) / Seats"
    assert [(each.name, each.text) for each in found.inputs] == [
        ("Population of the state", "~140\u202f702\u202f096 persons"),
        ("Seats", "315 seats"),
    ]
    assert found.inputs[0].subject_id == study.catalogue.subjects[subject_id].state_id
    nothing = report(study, Columns(study), subject_id, attribute_id(study, "Nothing"), day("2008-11-25")).computed
    assert nothing is not None
    assert nothing.note == "division by zero"


def test_the_values_over_time_change_where_those_that_are_read_change(study: Study) -> None:
    (subject_id,) = study.catalogue.find_subject("United Russia", "party")
    points = series(study, subject_id, attribute_id(study, "Share"))
    seats = [point for point in series(study, subject_id, attribute_id(study, "Seats")) if point.standing == "adopted"]
    assert [point.day_min for point in points] == [point.day_min for point in seats]
    assert all(one.until < other.day_min for one, other in pairwise(points))
    reader = CellReader(study)
    for point in points:
        for on in (point.day_min, min(point.until, day("2026-01-01"))):
            assert reader.cell(subject_id, attribute_id(study, "Share"), on).text == point.text
    ages = series(study, subject_id, attribute_id(study, "Age"))
    assert len(ages) > 20
    assert all(point.number is not None for point in ages)


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_source("Factbook").with_party("Old", "Land", founded="1990", dissolved="2000")
    made.with_party("New", "Land", founded="1999-01-01")
    made.with_attribute("Seats", "number", validity="last_known").with_attribute("Role", "text")
    made.with_attribute("Population", "number", of="state", validity="last_known")
    made.with_attribute("Share", "number", formula="Seats / of_state(Population)")
    made.with_attribute("Twice", "number", formula="Share * 2")
    yield made
    made.study.close()


def made_cell(words: Words, party: str, name: str, on: str, *, last_day: bool = False) -> Cell:
    return CellReader(words.study).cell(words.subject(party), words.attribute(name), day(on), last_day)


def test_lives_pass_through(words: Words) -> None:
    words.with_value("Old", "Seats", "10", "1995").with_value("Land", "Population", "100", "1994")
    assert made_cell(words, "Old", "Share", "1980").text == "not yet founded"
    assert made_cell(words, "Old", "Share", "1992").missing == "not_coded"
    assert made_cell(words, "Old", "Share", "1996").text == "0.1"
    gone = made_cell(words, "Old", "Twice", "2005")
    assert (gone.text, gone.state) == ("ended 2000", "ended")
    dated = made_cell(words, "Old", "Twice", "2005", last_day=True)
    assert (dated.text, dated.measured, dated.last_day) == ("0.2", "1994", day("2000"))


def test_a_value_that_only_possibly_holds_makes_the_result_no_surer(words: Words) -> None:
    words.with_attribute("Wings", "number").with_attribute("More wings", "number", formula="Wings + 1")
    words.with_value("New", "Wings", "2", "2005/2010")
    assert made_cell(words, "New", "More wings", "2005-06-01").hold is Hold.POSSIBLY
    assert made_cell(words, "New", "More wings", "2007-06-01").hold is Hold.IN_FORCE


def test_a_wrong_text_is_not_reckoned_with(words: Words) -> None:
    words.with_value("New", "Seats", "10", "2005")
    set_value(words.study, words.state("Land"), words.attribute("Population"), "many", start="2004")
    found = made_cell(words, "New", "Share", "2006")
    assert (found.state, found.missing) == ("missing", "not_coded")
    said = report(words.study, Columns(words.study), words.party("New"), words.attribute("Share"), day("2006")).computed
    assert said is not None
    assert said.note == "“many” cannot be read"


def test_a_percent_above_a_hundred_is_marked_and_not_sorted_among_the_others(words: Words) -> None:
    words.with_attribute("Growth", "percent", formula="Seats * 100").with_value("New", "Seats", "3", "2005")
    found = made_cell(words, "New", "Growth", "2006")
    assert (found.state, found.text, found.number) == ("wrong", "300", None)


def test_an_edit_repaints_the_computed_cells_that_read_it_also_those_of_a_states_parties(words: Words) -> None:
    words.with_value("New", "Seats", "10", "2005").with_value("Land", "Population", "100", "2004")
    words.with_comparison("All", columns=["Seats", "Share", "Twice"])
    columns = Columns(words.study)
    table = ComparisonTable(words.study, columns, queries.comparison(words.study, words.comparison("All")), day("2006"))
    row = table.row_of(words.party("New"))
    assert row is not None
    twice = next(place for place, each in enumerate(table.columns) if each.attribute_id == words.attribute("Twice"))
    assert table.cell(row, twice).text == "0.2"
    told = []
    words.study.subscribe(lambda changes: told.append(table.refresh(changes)))
    words.with_value("Land", "Population", "50", "2005")
    assert (row, twice) in told[-1].cells
    assert table.cell(row, twice).text == "0.4"
    words.with_value("New", "Seats", "20", "2005-06")
    assert {(row, twice), (row, twice - 1), (row, twice - 2)} <= told[-1].cells
    assert table.cell(row, twice).text == "0.8"
    words.study.undo()
    assert table.cell(row, twice).text == "0.4"
    edits.change_attribute(words.study, words.attribute("Share"), formula="Seats")
    assert told[-1].everything
    assert table.cell(row, twice).text == "20"


def test_a_state_counts_its_parties_of_the_day(words: Words) -> None:
    words.with_attribute("Parties", "number", of="state", formula="number_of_parties()")
    words.with_comparison("States", of="state", columns=["Parties"])
    for on, count in [("1985", "0"), ("1995", "1"), ("1999-06-01", "2"), ("2005", "1")]:
        assert made_cell(words, "Land", "Parties", on).text == count
        comparison = queries.comparison(words.study, words.comparison("States"))
        table = ComparisonTable(words.study, Columns(words.study), comparison, day(on))
        shown = table.shown_column(next(each for each in table.columns if each.attribute_id))
        assert [shown.texts[place] for place in shown.place] == [count]


def test_a_formula_that_cannot_be_read_says_so_in_its_cells(words: Words) -> None:
    with words.study.edit("As a foreign program might") as edit:
        edit.update("attribute", words.attribute("Share"), formula="{1} +")
    found = made_cell(words, "New", "Share", "2006")
    assert (found.state, found.text) == ("wrong", "formula cannot be read")
    assert made_cell(words, "New", "Twice", "2006").missing == "not_coded"
    said = report(words.study, Columns(words.study), words.party("New"), words.attribute("Share"), day("2006")).computed
    assert said is not None
    assert "missing at the end" in said.note or "not in the study" in said.note
