"""Tables whose rows are parties or states at elections or in years: each cell is by the study's own rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column, ColumnFilter, Comparison, Grouping, RowUnit, SortKey
from parties_of_power.domain.dates import civil, day_number
from parties_of_power.domain.force import Life
from parties_of_power.domain.moments import Moment, in_force_at
from parties_of_power.study import edits
from parties_of_power.study.edits.standing import span_of
from parties_of_power.study.queries import comparison, comparisons, observations_of
from parties_of_power.study.study import Study
from study.builders import Words, a_study

UNITS: tuple[RowUnit, ...] = ("election", "year")
MOMENT = Column(10**9, field="moment")
UR = "United Russia"
AS_OF = day_number(2008, 11, 25)


def of_unit(found: Comparison, unit: RowUnit) -> Comparison:
    return replace(found, row_unit=unit, columns=(found.columns[0], MOMENT, *found.columns[1:]))


def in_force_by_the_rule(study: Study, subject_id: int, attribute_id: int, moment: Moment) -> int | None:
    """The observation that the pure rule finds, in everything that the study has about the cell."""
    adopted = [each for each in observations_of(study, subject_id, attribute_id) if each.standing == "adopted"]
    events = study.catalogue.events
    elections = [
        each.event_id if each.event_id and events[each.event_id].kind == "election" else None for each in adopted
    ]
    validity = study.catalogue.attributes[attribute_id].validity
    place, _hold = in_force_at(
        validity, moment, [span_of(each) for each in adopted], elections, [each.edited for each in adopted]
    )
    return adopted[place].id if place >= 0 else None


@pytest.mark.parametrize("on", [(2008, 11, 25), (2003, 6, 30), (2023, 6, 15)])
@pytest.mark.parametrize("unit", UNITS)
def test_every_cell_of_every_bundled_comparison_is_the_rule_s(
    bundled: Study, columns: Columns, unit: RowUnit, on: tuple[int, int, int]
) -> None:
    catalogue, as_of = bundled.catalogue, day_number(*on)
    for each in comparisons(bundled):
        table = ComparisonTable(bundled, columns, of_unit(each, unit), as_of)
        assert table.row_ids
        for row, subject_id in enumerate(table.row_ids):
            moment = table.moment(row)
            assert moment is not None
            assert moment.day <= as_of
            for place, column in enumerate(table.columns):
                if column.attribute_id is None:
                    continue
                asked = catalogue.subjects[subject_id].state_id if column.of_state else subject_id
                attribute, cell = catalogue.attributes[column.attribute_id], table.cell(row, place)
                if asked is None:
                    continue
                if attribute.validity != "timeless" and catalogue.life_on(asked, moment.day) in (
                    Life.BEFORE,
                    Life.AFTER,
                ):
                    assert cell.state in ("not_founded", "ended")
                    continue
                assert cell.observation_id == in_force_by_the_rule(bundled, asked, attribute.id, moment)


@pytest.mark.parametrize("unit", UNITS)
def test_whole_columns_show_what_the_cells_show(bundled: Study, columns: Columns, unit: RowUnit) -> None:
    for each in comparisons(bundled):
        table = ComparisonTable(bundled, columns, of_unit(each, unit), day_number(2008, 11, 25))
        for place, column in enumerate(table.columns):
            shown = table.shown_column(column)
            assert [shown.texts[at] for at in shown.place.tolist()] == [
                table.cell(row, place).text for row in range(len(table.row_ids))
            ]


@pytest.mark.parametrize("unit", UNITS)
def test_rows_are_sorted_by_every_column_and_keep_their_cells(bundled: Study, columns: Columns, unit: RowUnit) -> None:
    listed = of_unit(comparisons(bundled)[0], unit)
    plain = ComparisonTable(bundled, columns, listed, day_number(2008, 11, 25))
    before = {
        plain.row_keys[row]: [plain.cell(row, at).text for at in range(len(plain.columns))] for row in _rows(plain)
    }
    for column in listed.columns:
        table = ComparisonTable(bundled, columns, replace(listed, sorting=(SortKey(column.id, True),)), plain.day)
        assert sorted(table.row_keys) == sorted(plain.row_keys)
        for row in _rows(table):
            assert [table.cell(row, at).text for at in range(len(table.columns))] == before[table.row_keys[row]]


def test_elections_are_sorted_by_their_day_and_years_by_number(bundled: Study, columns: Columns) -> None:
    for unit in UNITS:
        sorted_by = replace(of_unit(comparisons(bundled)[0], unit), sorting=(SortKey(MOMENT.id),))
        table = ComparisonTable(bundled, columns, sorted_by, day_number(2008, 11, 25))
        days = [moment.first_day for row in _rows(table) if (moment := table.moment(row))]
        assert days == sorted(days)
        assert len(set(days)) > 5


def test_years_are_those_of_a_life_up_to_the_day(bundled: Study, columns: Columns) -> None:
    table = ComparisonTable(bundled, columns, of_unit(comparisons(bundled)[3], "year"), day_number(2008, 11, 25))
    for row, subject_id in enumerate(table.row_ids):
        moment = table.moment(row)
        assert moment is not None
        assert moment.year == civil(moment.day)[0]
        assert bundled.catalogue.life_on(subject_id, moment.day) not in (Life.BEFORE, Life.AFTER)
    (party,) = bundled.catalogue.find_subject(UR, "party")
    years = [moment.year for row in _rows(table) if table.row_ids[row] == party and (moment := table.moment(row))]
    assert years == list(range(2001, 2009))


def test_a_filter_of_years_takes_numbers(bundled: Study, columns: Columns) -> None:
    by_year = of_unit(comparisons(bundled)[0], "year")
    filtered = replace(MOMENT, filter=ColumnFilter("between", ("2003", "2004")))
    found = replace(by_year, columns=tuple(filtered if each == MOMENT else each for each in by_year.columns))
    table = ComparisonTable(bundled, columns, found, day_number(2008, 11, 25))
    assert {moment.year for row in _rows(table) if (moment := table.moment(row))} == {2003, 2004}


@pytest.mark.parametrize("unit", UNITS)
def test_groups_filters_and_sums_go_by_rows(bundled: Study, columns: Columns, unit: RowUnit) -> None:
    grouped = replace(of_unit(comparisons(bundled)[0], unit), grouping=Grouping(), filter_text="Russia")
    table = ComparisonTable(bundled, columns, grouped, day_number(2008, 11, 25))
    assert [group.title for group in table.groups] == ["Russia"]
    assert table.groups[0].count == len(table.row_ids) > 1
    votes = next(each for each in table.columns if table.header(each).title == "Vote share")
    assert table.summary(votes).cells == len(table.row_ids)


@pytest.mark.parametrize("test", ["rivals", "no_source", "not_coded"])
@pytest.mark.parametrize("unit", UNITS)
def test_what_is_noted_of_a_cell_is_that_of_its_moment(
    bundled: Study, columns: Columns, unit: RowUnit, test: str
) -> None:
    listed = of_unit(comparisons(bundled)[0], unit)
    votes = next(each for each in listed.columns if _is(bundled, each, "Vote share"))
    by = replace(votes, filter=ColumnFilter("has_state", (test,)))
    table = ComparisonTable(
        bundled,
        columns,
        replace(listed, columns=tuple(by if each == votes else each for each in listed.columns)),
        AS_OF,
    )
    whole = ComparisonTable(bundled, columns, listed, AS_OF)
    place = whole.columns.index(votes)
    told = {
        "rivals": lambda cell: cell.rivals > 0,
        "no_source": lambda cell: cell.observation_id is not None and not cell.cited,
        "not_coded": lambda cell: cell.text == "not coded",
    }[test]
    assert len(whole.row_ids) > 20
    assert set(table.row_keys) == {whole.row_keys[row] for row in _rows(whole) if told(whole.cell(row, place))}


def test_a_step_of_the_day_adds_and_takes_rows(bundled: Study, columns: Columns) -> None:
    for unit in UNITS:
        table = ComparisonTable(bundled, columns, of_unit(comparisons(bundled)[0], unit), day_number(2003, 6, 30))
        assert table.set_day(day_number(2008, 11, 25))
        fresh = ComparisonTable(bundled, columns, of_unit(comparisons(bundled)[0], unit), day_number(2008, 11, 25))
        assert table.row_keys == fresh.row_keys
        for row in _rows(table):
            assert [table.cell(row, at).text for at in range(4)] == [fresh.cell(row, at).text for at in range(4)]
        assert not table.set_day(day_number(2008, 11, 26))


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path, coder="Aliya").as_of("2008-11-25").with_party(UR, "Russia")
    made.with_attribute("Vote share", "percent", validity="last_known").with_attribute(
        "Leader", validity="until_changed"
    )
    made.with_attribute("Twice", "number", validity="last_known")
    made.with_event("Duma election 2003", "election", "2003-12-07", UR)
    made.with_event("Duma election 2007", "election", "2007-12-02", UR)
    made.with_value(UR, "Vote share", "37.6", "2003-12-07", event="Duma election 2003")
    yield made
    made.study.close()


def _table(words: Words, unit: RowUnit) -> ComparisonTable:
    study = words.study
    made = edits.add_comparison(study, "All", "party", attribute_ids=[words.attribute("Vote share")])
    edits.set_row_unit(study, made, unit)
    return ComparisonTable(study, Columns(study), comparison(study, made), study.as_of)


def test_an_edit_shows_in_the_rows_that_it_is_about(words: Words) -> None:
    table, study = _table(words, "election"), words.study
    place = next(at for at, each in enumerate(table.columns) if each.attribute_id == words.attribute("Vote share"))
    told: list[object] = []
    study.subscribe(lambda changes: told.append(table.refresh(changes)))
    words.with_value(UR, "Vote share", "64.3", "2007-12-02", event="Duma election 2007")
    assert told
    assert [table.cell(row, place).text for row in _rows(table)] == ["37.6", "64.3"]
    study.undo()
    assert [table.cell(row, place).text for row in _rows(table)] == ["37.6", "not coded"]


def test_a_formula_reads_the_same_election(words: Words) -> None:
    study = words.study
    vote = words.attribute("Vote share")
    doubled = edits.add_attribute(study, "party", "Double", "number", formula=f"{{{vote}}} * 2")
    made = edits.add_comparison(study, "All", "party", attribute_ids=[doubled])
    edits.set_row_unit(study, made, "election")
    table = ComparisonTable(study, Columns(study), comparison(study, made), study.as_of)
    column = table.columns[-1]
    assert [table.cell(row, len(table.columns) - 1).text for row in _rows(table)] == ["75.2", "not coded"]
    assert [table.shown_column(column).texts[at] for at in table.shown_column(column).place.tolist()] == [
        "75.2",
        "not coded",
    ]


def test_without_a_founding_years_begin_with_what_was_observed(words: Words) -> None:
    table = _table(words, "year")
    assert [moment.year for row in _rows(table) if (moment := table.moment(row))] == list(range(2003, 2009))


def _rows(table: ComparisonTable) -> range:
    return range(len(table.row_ids))


def _is(study: Study, column: Column, name: str) -> bool:
    attribute = study.catalogue.attributes.get(column.attribute_id or 0)
    return attribute is not None and attribute.name == name
