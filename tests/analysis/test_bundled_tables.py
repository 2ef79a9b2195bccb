"""The bundled study as its tables show it: the values that the first user looks for, and that all forms agree."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison, SortKey
from parties_of_power.domain.force import Hold
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from study.builders import day

DAYS = ["1985-06-01", "1991-12-26", "1996-07-01", "2000-01-01", "2004-06-30", "2008-11-25", "2012-05-01", "2023-06-15"]


def comparison(study: Study, name: str) -> Comparison:
    return next(each for each in comparisons(study) if each.name == name)


def cell(study: Study, columns: Columns, party: str, attribute: str, on: str = "2008-11-25") -> Cell:
    asked = study.catalogue.attribute(attribute, "party")
    (subject,) = study.catalogue.find_subject(party, "party")
    assert asked is not None
    return CellReader(study).cell(subject, asked.id, day(on))


def test_the_first_thing_a_reader_sees(bundled: Study, columns: Columns) -> None:
    share = cell(bundled, columns, "United Russia", "vote_share")
    assert (share.text, share.base, share.agrees, share.measured) == ("64.3", "votes cast", 2, "")
    assert (share.rivals, share.soft_rivals) == (1, 2)
    assert cell(bundled, columns, "United Russia", "leader").text == "Vladimir Putin"
    assert cell(bundled, columns, "Nur Otan", "leader").text == "Nursultan Nazarbayev"
    assert cell(bundled, columns, "New Azerbaijan Party", "vote_share").measured == "2000"
    assert cell(bundled, columns, "Ak Jol", "leader").hold is Hold.POSSIBLY


@pytest.mark.parametrize(("on", "name"), [("2000-01-01", "Otan"), ("2008-11-25", "Nur Otan"), ("2023-06-15", "Amanat")])
def test_a_party_is_called_by_its_name_of_the_day(bundled: Study, columns: Columns, on: str, name: str) -> None:
    table = ComparisonTable(bundled, columns, comparison(bundled, "Whole study"), day(on))
    assert name in [table.cell(row, 0).text for row in range(len(table.row_ids))]


@pytest.mark.parametrize("on", DAYS)
def test_columns_and_cells_show_the_same(bundled: Study, columns: Columns, on: str) -> None:
    for each in comparisons(bundled):
        table = ComparisonTable(bundled, columns, each, day(on))
        for column in table.columns:
            shown = table.shown_column(column)
            texts = [shown.texts[place] for place in shown.place.tolist()]
            assert texts == [table.cell_of(row, column).text for row in table.all_row_ids], table.header(column).title


@pytest.mark.parametrize("on", DAYS)
def test_columns_hold_what_cells_hold(bundled: Study, columns: Columns, on: str) -> None:
    reader = CellReader(bundled)
    for attribute in bundled.catalogue.attributes_of("party"):
        parties = [party.id for party in bundled.catalogue.parties]
        column = columns.column(attribute.id, parties, day(on))
        for party, observation, hold in zip(
            parties, column.observation_ids.tolist(), column.hold.tolist(), strict=True
        ):
            assert columns.held(party, attribute.id, day(on)) == (observation or None, Hold(hold))
            shown = reader.cell(party, attribute.id, day(on))
            if shown.state not in ("ended", "not_founded"):
                assert (shown.observation_id, shown.hold) == (observation or None, Hold(hold))


@pytest.fixture(scope="module")
def dragged(bundled: Study) -> CellReader:
    return CellReader(bundled)


@given(on=st.integers(day("1989-01-01"), day("2024-12-31")), last_day=st.booleans(), data=st.data())
def test_a_cell_that_was_kept_reads_as_one_made_anew(
    bundled: Study, dragged: CellReader, on: int, last_day: bool, data: st.DataObject
) -> None:
    party = data.draw(st.sampled_from([party.id for party in bundled.catalogue.parties]))
    anew = CellReader(bundled)
    for attribute in bundled.catalogue.attributes_of("party"):
        assert dragged.cell(party, attribute.id, on, last_day) == anew.cell(party, attribute.id, on, last_day)


@pytest.mark.parametrize("column", range(6))
def test_a_table_that_is_dragged_shows_what_one_made_anew_shows(bundled: Study, columns: Columns, column: int) -> None:
    whole = comparison(bundled, "Whole study")
    for ended in ("state", "last_day"):
        sorted_by = replace(whole, sorting=(SortKey(whole.columns[column].id),), ended=ended)  # type: ignore[arg-type]  # one of both
        dragged = ComparisonTable(bundled, columns, sorted_by, day(DAYS[0]))
        for on in [*DAYS, *reversed(DAYS)]:
            dragged.set_day(day(on))
            fresh = ComparisonTable(bundled, columns, sorted_by, day(on))
            assert dragged.row_ids == fresh.row_ids
            for row in range(len(fresh.row_ids)):
                assert dragged.cell(row, 0) == fresh.cell(row, 0)


def test_columns_are_read_ahead_one_by_one(bundled: Study) -> None:
    read = Columns(bundled)
    table = ComparisonTable(bundled, read, comparison(bundled, "Parties of power in 2008"), day("2008-11-25"))
    shown = [column.attribute_id for column in table.columns if column.attribute_id is not None]
    steps = 0
    while table.read_next_column():
        steps += 1
    assert steps == len(table.columns)
    assert all(read.knows(attribute_id) for attribute_id in shown)
    read.close()
