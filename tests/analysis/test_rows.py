"""The rows of a comparison: sorted by several keys, filtered by what their cells are, under headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import ColumnFilter, Comparison, FilterTest, Grouping, SortKey
from parties_of_power.domain.dates import Period
from parties_of_power.domain.days import day_number
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study
from study.builders import Words, a_study, day

ON = day_number(2008, 11, 25)
DAYS = (day_number(1992, 6, 1), ON, day_number(2020, 1, 1))


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .with_source("Factbook")
        .with_party("United Russia", "Russia", founded="2001-12-01")
        .with_party("Nur Otan", "Kazakhstan", founded="1999")
        .with_party("Ak Jol", "Kazakhstan", founded="1999-02-12")
        .with_party("CPSU", "Soviet Union", founded="1912", dissolved="1991-11-06")
        .with_party("Georgian Dream", "Georgia", founded="2012-04-21")
        .with_attribute("Seats", "number", validity="last_known", decimals=0)
        .with_attribute("Ideology", "choice", validity="until_changed")
        .with_attribute("Region", of="state", validity="until_changed")
        .with_value("United Russia", "Seats", "315", "2007-12-02", source="Factbook")
        .with_value("Nur Otan", "Seats", "98", "2007-08-18")
        .with_value("Ak Jol", "Seats", "98", "2007-08-18", source="Factbook")
        .with_value("Kazakhstan", "Region", "East", "../..", source="Factbook")
        .with_value("Russia", "Region", "Centre", "../..", source="Factbook")
        .with_comparison("All", columns=["Founded", "Seats"])
        .as_of("2008-11-25")
    )
    yield made
    made.study.close()


def table_of(words: Words, **changed: object) -> ComparisonTable:
    comparison = queries.comparison(words.study, words.comparison("All"))
    return ComparisonTable(words.study, Columns(words.study), replace(comparison, **changed), ON)  # type: ignore[arg-type]  # its fields


def names(table: ComparisonTable) -> list[str]:
    return [table.cell(row, 0).text for row in range(len(table.row_ids))]


def column_id(words: Words, title: str) -> int:
    fields = {"Name": "name", "State": "state"}
    shown = queries.comparison(words.study, words.comparison("All")).columns
    if title in fields:
        return next(each.id for each in shown if each.field == fields[title])
    return words.column("All", title)


def filtered(words: Words, column: str, test: FilterTest, *texts: str) -> list[str]:
    edits.filter_column(words.study, column_id(words, column), ColumnFilter(test, texts))
    return sorted(names(table_of(words)))


def test_several_keys_each_in_its_direction_and_equal_rows_in_their_order(words: Words) -> None:
    seats, founded = (words.column("All", name) for name in ("Seats", "Founded"))
    listed = names(table_of(words))
    by_seats = names(table_of(words, sorting=(SortKey(seats),)))
    assert by_seats[:3] == [*(name for name in listed if name in ("Nur Otan", "Ak Jol")), "United Russia"]
    assert by_seats[3:] == [name for name in listed if name in ("CPSU", "Georgian Dream")]
    both = names(table_of(words, sorting=(SortKey(seats, True), SortKey(founded, True))))
    assert both == ["United Russia", "Ak Jol", "Nur Otan", "Georgian Dream", "CPSU"]
    assert names(table_of(words, sorting=(SortKey(seats), SortKey(founded))))[:2] == ["Nur Otan", "Ak Jol"]


@pytest.mark.parametrize(
    ("column", "test", "texts", "expected"),
    [
        ("Seats", "equal", ["98"], ["Ak Jol", "Nur Otan"]),
        ("Seats", "unequal", ["98"], ["United Russia"]),
        ("Seats", "below", ["315"], ["Ak Jol", "Nur Otan"]),
        ("Seats", "at_most", ["315"], ["Ak Jol", "Nur Otan", "United Russia"]),
        ("Seats", "above", ["98"], ["United Russia"]),
        ("Seats", "between", ["400", "100"], ["United Russia"]),
        ("Founded", "equal", ["1999"], ["Ak Jol", "Nur Otan"]),
        ("Founded", "equal", ["1999-02"], ["Ak Jol"]),
        ("Founded", "unequal", ["1999"], ["CPSU", "Georgian Dream", "United Russia"]),
        ("Founded", "below", ["1999-02"], ["CPSU", "Nur Otan"]),
        ("Founded", "at_least", ["12 Feb 1999"], ["Ak Jol", "Georgian Dream", "United Russia"]),
        ("Founded", "above", ["1999"], ["Georgian Dream", "United Russia"]),
        ("Founded", "between", ["1999", "2001"], ["Ak Jol", "Nur Otan", "United Russia"]),
        ("Name", "is", ["nur otan"], ["Nur Otan"]),
        ("Name", "begins", ["UNITED"], ["United Russia"]),
        ("State", "is_none_of", ["Kazakhstan", "Georgia"], ["CPSU", "United Russia"]),
        ("Seats", "has_state", ["ended", "not_founded"], ["CPSU", "Georgian Dream"]),
        ("Seats", "has_state", ["no_source"], ["Nur Otan"]),
        ("Seats", "has_state", ["not_coded"], []),
        ("Seats", "changed_since", ["2007-10"], ["United Russia"]),
        ("Founded", "changed_since", ["1900"], []),
    ],
)
def test_filters(words: Words, column: str, test: FilterTest, texts: list[str], expected: list[str]) -> None:
    assert filtered(words, column, test, *texts) == expected


def test_a_filter_by_rivals_counts_those_to_settle_only(words: Words) -> None:
    words.with_value("Nur Otan", "Seats", "98", "2007-08-18", standing="rival", source="Factbook")
    words.with_value("United Russia", "Seats", "310", "2007-12-02", standing="rival", source="Factbook")
    assert filtered(words, "Seats", "has_state", "rivals") == ["United Russia"]


def test_a_filter_by_edits_reads_the_history(words: Words) -> None:
    assert filtered(words, "Seats", "edited_since", "2999") == []
    everybody = filtered(words, "Seats", "edited_since", "2000")
    assert everybody == ["Ak Jol", "Nur Otan", "United Russia"]
    words.study.undo()  # the filter itself
    table = table_of(words)
    assert len(table.row_ids) == 0 or len(table.row_ids) == len(table.all_row_ids)


def test_a_missing_reason_is_found_by_its_kind(words: Words) -> None:
    words.with_value("United Russia", "Seats", period="2008-01-01", missing="interrupted", source="Factbook")
    edits.record_observation(
        words.study,
        words.party("Nur Otan"),
        words.attribute("Seats"),
        typed="many",
        wrong=True,
        period=Period.parse("2008-03"),
    )
    assert filtered(words, "Seats", "has_state", "interrupted") == ["United Russia"]
    assert "Nur Otan" in filtered(words, "Seats", "has_state", "wrong", "interrupted")


SHOWS: dict[str, Callable[[Cell], bool]] = {
    "rivals": lambda cell: cell.rivals > 0,
    "no_source": lambda cell: cell.observation_id is not None and not cell.cited,
    "not_coded": lambda cell: cell.missing == "not_coded" or (cell.state == "empty" and bool(cell.text)),
    "unknown": lambda cell: cell.missing == "unknown",
    "irreconcilable": lambda cell: cell.missing == "irreconcilable",
    "ended": lambda cell: cell.state == "ended",
    "not_founded": lambda cell: cell.state == "not_founded",
}


@pytest.mark.parametrize("state", SHOWS)
@pytest.mark.parametrize("on", DAYS)
def test_filters_by_state_find_what_the_cells_show(bundled: Study, columns: Columns, state: str, on: int) -> None:
    for comparison in queries.comparisons(bundled):
        whole = ComparisonTable(bundled, columns, comparison, on)
        for place, column in enumerate(whole.columns):
            if column.attribute_id is None:
                continue
            found = ComparisonTable(bundled, columns, _filtered(comparison, column.id, state), on)
            expected = [
                subject_id for row, subject_id in enumerate(whole.row_ids) if SHOWS[state](whole.cell(row, place))
            ]
            assert list(found.row_ids) == expected, whole.header(column).title


def _filtered(comparison: Comparison, column_id: int, state: str) -> Comparison:
    by = ColumnFilter("has_state", (state,))
    columns = (replace(each, filter=by) if each.id == column_id else each for each in comparison.columns)
    return replace(comparison, columns=tuple(columns))


def test_groups_of_the_state_with_the_unanswered_last(words: Words) -> None:
    by = Grouping(words.attribute("Region"), of_state=True)
    table = table_of(words, grouping=by, sorting=(SortKey(column_id(words, "Name"), True),))
    assert [(group.title, group.count) for group in table.groups] == [("Centre", 1), ("East", 2), ("Not yet coded", 2)]
    assert names(table)[:3] == ["United Russia", "Nur Otan", "Ak Jol"]
    assert table.group_words(table.groups[1]) == "Region · 2 parties, 1 state"
    assert [row for group in table.groups for row in group.rows] == list(range(len(table.row_ids)))
    seats = next(each for each in table.columns if each.id == words.column("All", "Seats"))
    assert table.summary(seats, table.groups[1].rows).mean == 98


def test_groups_by_the_state_itself_follow_the_alphabet(words: Words) -> None:
    table = table_of(words, grouping=Grouping())
    assert [group.title for group in table.groups] == ["Georgia", "Kazakhstan", "Russia", "Soviet Union"]
    assert table.group_words(table.groups[1]) == "State · 2 parties"


def test_choices_group_in_the_order_of_the_codebook(words: Words) -> None:
    ideology = words.attribute("Ideology")
    for code in ("left", "centre"):
        edits.add_choice(words.study, ideology, code, code)
    for party, code in (("United Russia", "centre"), ("Nur Otan", "left")):
        words.with_value(party, "Ideology", code, "2005/..", source="Factbook")
    table = table_of(words, grouping=Grouping(ideology))
    assert [group.title for group in table.groups] == [
        "Left",
        "Centre",
        "Not yet coded",
        "Not yet founded",
        "Ended 1991",
    ]


def test_groups_follow_the_day_and_the_edits(words: Words) -> None:
    table = table_of(words, grouping=Grouping(words.attribute("Region"), of_state=True))
    followed: list[object] = []
    words.study.subscribe(lambda changes: followed.append(table.refresh(changes)))
    words.with_value("Georgia", "Region", "South", "2010/..", source="Factbook")
    assert "South" not in [group.title for group in table.groups]
    assert table.set_day(day("2011-01-01"))
    assert [group.title for group in table.groups][2] == "South"
    words.study.undo()
    assert "South" not in [group.title for group in table.groups]


def test_filtered_rows_leave_no_empty_group(words: Words) -> None:
    edits.filter_column(words.study, column_id(words, "Name"), ColumnFilter("is", ("Ak Jol",)))
    table = table_of(words, grouping=Grouping())
    assert [(group.title, group.count) for group in table.groups] == [("Kazakhstan", 1)]
    edits.filter_column(words.study, column_id(words, "Name"), ColumnFilter("is", ("Nobody",)))
    assert table_of(words, grouping=Grouping()).groups == ()
