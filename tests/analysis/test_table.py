"""The comparison table: what cells show, how rows are filtered and sorted, how both follow edits and the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable, Repaint
from parties_of_power.domain.comparisons import ColumnFilter, SortKey
from parties_of_power.domain.force import Hold
from parties_of_power.study import edits, queries
from parties_of_power.study.changes import Changes
from parties_of_power.study.edits.observations import adopt_observation
from study.builders import Words, a_study, day

ON = "2008-11-25"


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .with_source("Factbook")
        .with_source("V-Party")
        .with_source("Psephos")
        .with_party("United Russia", "Russia", founded="2001-12-01")
        .with_party("Nur Otan", "Kazakhstan", founded="1999-02-12")
        .with_party("CPSU", "Soviet Union", founded="1912", dissolved="1991-11-06")
        .with_party("Georgian Dream", "Georgia", founded="2012-04-21")
        .with_attribute("Vote share", "percent", unit="%", validity="last_known", decimals=1, group="Elections")
        .with_attribute("Members", "number", validity="last_known")
        .with_attribute("Leader", "person", validity="until_changed")
        .with_attribute("Its ally", "party", validity="until_changed")
        .with_attribute("Region", of="state", validity="until_changed")
        .with_person("Vladimir Putin")
        .with_person("Boris Gryzlov")
        .with_person("Mikhail Gorbachev")
        .with_event("Duma 2003", "election", "2003-12-07", "Russia", "United Russia")
        .with_event("Duma 2007", "election", "2007-12-02", "Russia", "United Russia")
        .with_value("United Russia", "Vote share", "64.3", "2007-12-02", source="Factbook", event="Duma 2007")
        .with_value("United Russia", "Members", "2000000", "2008-10", bound="at_least")
        .with_value("United Russia", "Leader", "Boris Gryzlov", "2002-11-20/2008-04-15", source="Factbook")
        .with_value("United Russia", "Leader", "Vladimir Putin", "2008/..", source="Factbook")
        .with_value("CPSU", "Leader", "Mikhail Gorbachev", "1985-03-11/1991-12", source="Factbook")
        .with_value("Nur Otan", "Its ally", "United Russia", "2005/", attested="2006", source="Factbook")
        .with_value("Russia", "Region", "East", "../..", source="Factbook")
        .with_comparison("All", columns=["Founded", "Leader", "Vote share", "Members", "Its ally"])
        .as_of(ON)
    )
    yield made
    made.study.close()


def table_of(words: Words, name: str = "All", **changed: object) -> ComparisonTable:
    comparison = queries.comparison(words.study, words.comparison(name))
    return ComparisonTable(words.study, Columns(words.study), replace(comparison, **changed), day(ON))  # type: ignore[arg-type]  # its fields


def cell(table: ComparisonTable, words: Words, party: str, attribute: str) -> Cell:
    row = table.row_of(words.party(party))
    assert row is not None
    column = next(index for index, each in enumerate(table.columns) if each.attribute_id == words.attribute(attribute))
    return table.cell(row, column)


def names(table: ComparisonTable) -> list[str]:
    return [table.cell(row, 0).text for row in range(len(table.row_ids))]


def test_a_cell_shows_its_value_as_its_attribute_says(words: Words) -> None:
    share = cell(table_of(words), words, "United Russia", "Vote share")
    assert (share.text, share.plain, share.number, share.state, share.cited) == ("64.3", "64.3", 64.3, "value", True)
    assert share.spoken == "64.3 %"
    members = cell(table_of(words), words, "United Russia", "Members")
    assert (members.text, members.plain) == ("≥ 2\u202f000\u202f000", "2000000")
    assert members.spoken == "≥ 2\u202f000\u202f000, no source"


@pytest.mark.parametrize(
    ("party", "attribute", "text", "state"),
    [
        ("CPSU", "Leader", "ended 1991", "ended"),
        ("CPSU", "Founded", "1912", "value"),
        ("Georgian Dream", "Leader", "not yet founded", "not_founded"),
        ("Georgian Dream", "Founded", "2012-04-21", "value"),
        ("Nur Otan", "Leader", "not coded", "empty"),
    ],
)
def test_computed_states_are_no_missing_reasons(
    words: Words, party: str, attribute: str, text: str, state: str
) -> None:
    found = cell(table_of(words), words, party, attribute)
    assert (found.text, found.state, found.missing) == (text, state, "")


def test_marks_of_uncertainty(words: Words) -> None:
    table = table_of(words)
    leader = cell(table, words, "United Russia", "Leader")
    assert (leader.text, leader.hold, leader.spoken) == (
        "Vladimir Putin",
        Hold.POSSIBLY,
        "Vladimir Putin, possibly in force",
    )
    ally = cell(table, words, "Nur Otan", "Its ally")
    assert (ally.text, ally.attested, ally.hold) == ("United Russia", "attested 2006", Hold.LAST_ATTESTED)
    assert ally.spoken == "United Russia, last attested 2006"


def test_a_name_of_another_time_is_not_called_possibly_in_force() -> None:
    assert Cell(1, None, "Amanat", "field", Hold.POSSIBLY).spoken == "Amanat, the name nearest in time"


def test_an_ended_party_may_show_as_on_its_last_day(words: Words) -> None:
    leader = cell(table_of(words, ended="last_day"), words, "CPSU", "Leader")
    assert (leader.text, leader.measured, leader.last_day) == ("Mikhail Gorbachev", "1991", day("1991-11-06"))


@pytest.mark.parametrize(
    ("on", "measured"), [("2007-12-02", ""), ("2008-11-25", ""), ("2011-12-03", ""), ("2011-12-04", "2007")]
)
def test_a_result_older_than_the_last_election_shows_its_year(words: Words, on: str, measured: str) -> None:
    words.with_event("Duma 2011", "election", "2011-12-04", "Russia")
    table = table_of(words)
    table.set_day(day(on))
    assert cell(table, words, "United Russia", "Vote share").measured == measured


def test_a_value_of_no_election_shows_its_year_after_a_year(words: Words) -> None:
    table = table_of(words)
    assert cell(table, words, "United Russia", "Members").measured == ""
    table.set_day(day("2009-12-01"))
    assert cell(table, words, "United Russia", "Members").measured == "2008"


def test_rivals_agreeing_sources_and_claims_are_counted(words: Words) -> None:
    of = {"event": "Duma 2007", "standing": "rival"}
    words.with_value("United Russia", "Vote share", "64.2", "2007-12-02", source="V-Party", **of)
    words.with_value("United Russia", "Vote share", "64.2", "2007", source="Psephos", **of)
    words.with_value("United Russia", "Vote share", "64", "2007-12-02", source="V-Party", **of)
    words.with_value("United Russia", "Vote share", "64.30", "2007-12-02", source="Psephos", **of)
    words.with_value(
        "United Russia", "Vote share", "70", "2007-12-02", event="Duma 2007", standing="claim", claimant="Its chair"
    )
    words.with_value("United Russia", "Vote share", "37.6", "2003-12-07", event="Duma 2003", standing="rival")
    share = cell(table_of(words), words, "United Russia", "Vote share")
    assert (share.rivals, share.soft_rivals, share.agrees, share.claims) == (1, 1, 1, 1)
    assert share.spoken == "64.3 %, one rival value, one value by another base or rounding, one claim"


def test_another_base_is_no_conflict(words: Words) -> None:
    own = words.observation("United Russia", "Vote share", "64.3")
    edits.correct_observation(words.study, own.id, base="votes_cast")
    words.with_value(
        "United Russia", "Vote share", "65.7", "2007-12-02", event="Duma 2007", standing="rival", base="valid_votes"
    )
    share = cell(table_of(words), words, "United Russia", "Vote share")
    assert (share.rivals, share.soft_rivals, share.base) == (0, 1, "votes cast")


def test_a_missing_reason_shows_its_rivals(words: Words) -> None:
    words.with_value("Nur Otan", "Vote share", period="2007-08-18", missing="irreconcilable", source="Factbook")
    for value in ("88", "90", "88.0"):
        words.with_value("Nur Otan", "Vote share", value, "2007-08-18", standing="rival", source="V-Party")
    share = cell(table_of(words), words, "Nur Otan", "Vote share")
    assert (share.text, share.state, share.missing, share.rivals) == ("irreconcilable", "missing", "irreconcilable", 2)
    assert share.agrees == 0


def test_rivals_of_a_leader_are_those_of_the_day(words: Words) -> None:
    words.with_value("United Russia", "Leader", "Boris Gryzlov", "2010/2012", standing="rival")
    table = table_of(words)
    assert cell(table, words, "United Russia", "Leader").rivals == 0
    table.set_day(day("2011-06-01"))
    assert cell(table, words, "United Russia", "Leader").rivals == 1


def test_an_empty_cell_counts_what_was_never_adopted(words: Words) -> None:
    words.with_value("Nur Otan", "Leader", "Vladimir Putin", "2004/2010", standing="rival")
    found = cell(table_of(words), words, "Nur Otan", "Leader")
    assert (found.state, found.rivals, found.spoken) == ("empty", 1, "not coded, one rival value")


def test_a_column_of_the_state(words: Words) -> None:
    edits.show_column(words.study, words.comparison("All"), words.attribute("Region"), of_state=True)
    table = table_of(words)
    shown = cell(table, words, "United Russia", "Region")
    assert (shown.text, shown.subject_id) == ("East", words.state("Russia"))
    assert table.header(table.columns[-1]).subtitle == "of the state"


def test_headers(words: Words) -> None:
    table = table_of(words)
    found = [table.header(column) for column in table.columns]
    assert [(header.title, header.subtitle) for header in found] == [
        ("Party", "all 4 of the study"),
        ("State", "4 states"),
        ("Founded", "timeless"),
        ("Leader", "until changed"),
        ("Vote share", "% · last election"),
        ("Members", "last known"),
        ("Its ally", "until changed"),
    ]
    assert [header.numeric for header in found] == [False, False, False, False, True, True, False]


def sorted_by(words: Words, attribute: str, descending: bool) -> list[str]:
    column = words.column("All", attribute)
    return names(table_of(words, sorting=(SortKey(column, descending),)))


def test_missing_is_last_in_both_directions(words: Words) -> None:
    words.with_value("Nur Otan", "Vote share", "88.4", "2007-08-18")
    assert sorted_by(words, "Vote share", False)[:2] == ["United Russia", "Nur Otan"]
    assert sorted_by(words, "Vote share", True)[:2] == ["Nur Otan", "United Russia"]


def test_dates_sort_by_their_days(words: Words) -> None:
    assert sorted_by(words, "Founded", False) == ["CPSU", "Nur Otan", "United Russia", "Georgian Dream"]
    assert sorted_by(words, "Founded", True) == ["Georgian Dream", "United Russia", "Nur Otan", "CPSU"]


def test_names_sort_by_what_is_shown(words: Words) -> None:
    table = table_of(words)
    by_name = table_of(words, sorting=(SortKey(table.columns[0].id),))
    assert names(by_name) == ["CPSU", "Georgian Dream", "Nur Otan", "United Russia"]


def test_filters_read_what_is_shown(words: Words) -> None:
    assert names(table_of(words, filter_text="putin")) == ["United Russia"]
    assert names(table_of(words, filter_text="ENDED 1991")) == ["CPSU"]
    table = table_of(words)
    leader = next(each for each in table.columns if each.attribute_id == words.attribute("Leader"))
    others = tuple(each for each in table.comparison.columns if each.id != leader.id)
    one_of = replace(leader, filter=ColumnFilter("is_one_of", ("not coded", "ended 1991")))
    assert sorted(names(table_of(words, columns=(*others, one_of)))) == ["CPSU", "Nur Otan"]
    hidden = replace(one_of, hidden=True, filter=ColumnFilter("contains", ("put", "yet f")))
    assert sorted(names(table_of(words, columns=(*others, hidden)))) == ["Georgian Dream", "United Russia"]
    assert dict(table.shown_column(leader).distinct()) == {
        "Vladimir Putin": 1,
        "not coded": 1,
        "ended 1991": 1,
        "not yet founded": 1,
    }


def test_a_step_of_the_day_filters_and_sorts_anew(words: Words) -> None:
    table = table_of(words, filter_text="gryzlov")
    assert names(table) == []
    assert table.set_day(day("2005-01-01"))
    assert names(table) == ["United Russia"]


def test_find_rows(words: Words) -> None:
    table = table_of(words)
    assert [table.cell(row, 0).text for row in table.find_rows("kazakhstan")] == ["Nur Otan"]
    assert table.find_rows("  ") == ()


class Followed:
    """A table that follows the study as a window has it do, and what it had to paint anew."""

    def __init__(self, words: Words, table: ComparisonTable) -> None:
        self.table = table
        self.painted: list[Repaint] = []
        words.study.subscribe(self._follow)

    def _follow(self, changes: Changes) -> None:
        self.painted.append(self.table.refresh(changes))


def test_an_edit_repaints_only_its_cell(words: Words) -> None:
    table = table_of(words)
    followed = Followed(words, table)
    assert cell(table, words, "Nur Otan", "Vote share").text == "not coded"
    words.with_value("Nur Otan", "Vote share", "88.4", "2007-08-18", source="Factbook")
    assert cell(table, words, "Nur Otan", "Vote share").text == "88.4"
    row, column = table.row_of(words.party("Nur Otan")), 4
    assert followed.painted == [Repaint(everything=False, cells=frozenset({(row, column)}))]
    words.study.undo()
    assert cell(table, words, "Nur Otan", "Vote share").text == "not coded"
    words.study.redo()
    assert cell(table, words, "Nur Otan", "Vote share").text == "88.4"


def test_adopting_a_rival_shows_it(words: Words) -> None:
    words.with_value(
        "United Russia", "Vote share", "65", "2007-12-02", source="V-Party", event="Duma 2007", standing="rival"
    )
    table = table_of(words)
    Followed(words, table)
    assert cell(table, words, "United Russia", "Vote share").rivals == 1
    adopt_observation(words.study, words.observation("United Russia", "Vote share", "65").id, "as the commission says")
    shown = cell(table, words, "United Russia", "Vote share")
    assert (shown.text, shown.rivals) == ("65.0", 1)
    words.study.undo()
    assert cell(table, words, "United Russia", "Vote share").text == "64.3"


def test_rows_follow_what_their_order_reads(words: Words) -> None:
    table = table_of(words, sorting=(SortKey(words.column("All", "Vote share"), descending=True),))
    followed = Followed(words, table)
    words.with_value("CPSU", "Vote share", "99.9", "1989-03-26")
    words.with_value("Nur Otan", "Vote share", "88.4", "2007-08-18")
    assert names(table)[:2] == ["Nur Otan", "United Russia"]
    assert [each.everything for each in followed.painted] == [False, True]


def test_a_name_a_life_and_a_column_repaint_everything(words: Words) -> None:
    table = table_of(words)
    followed = Followed(words, table)
    edits.rename_subject(words.study, words.party("Nur Otan"), "Amanat")
    assert "Amanat" in names(table)
    words.with_value("Nur Otan", "Founded", "2010")
    assert cell(table, words, "Nur Otan", "Leader").text == "not yet founded"
    edits.show_column(words.study, words.comparison("All"), words.attribute("Region"), of_state=True)
    assert len(table.columns) == 8
    assert all(each.everything for each in followed.painted)


def test_a_wrong_text_is_kept_as_typed(words: Words) -> None:
    edits.record_observation(
        words.study, words.party("Nur Otan"), words.attribute("Vote share"), typed="over 88", wrong=True
    )
    found = cell(table_of(words), words, "Nur Otan", "Vote share")
    assert (found.text, found.state, found.number) == ("over 88", "wrong", None)
    assert found.spoken == "over 88, cannot be read, no source"
