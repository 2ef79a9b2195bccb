"""Distributions of columns: bins against the numbers they hold, bars against filters, and back from filter to bars."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.bars import MOST_CHOICES
from parties_of_power.analysis.bins import MOST_BINS, bins_of, edges_of, end_of_bin
from parties_of_power.analysis.brushing import chosen, filter_of, range_filter, range_of
from parties_of_power.analysis.columns import NO_RANK, Columns
from parties_of_power.analysis.conditions import of_size
from parties_of_power.analysis.distributions import Distribution, distribution, distributions_of
from parties_of_power.analysis.shown import ShownColumn
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute, Choice
from parties_of_power.domain.comparisons import ColumnFilter
from parties_of_power.domain.days import day_number
from parties_of_power.domain.observations import Missing
from parties_of_power.study import queries
from parties_of_power.study.study import Study

SEATS = Attribute(1, "party", "Seats", "number")
ROLE = Attribute(2, "party", "Role", "choice")
BLOCS = Attribute(3, "party", "Blocs", "several_choices")


def a_column(values: list[str | None], missing: Missing = "unknown") -> ShownColumn:
    """Values as they are stored and shown; None is missing."""
    answers = tuple(Answer(value or "", "" if value else missing, "", "") for value in values)
    texts = ("not coded", *(value or missing for value in values))
    places = np.arange(len(values)) + 1
    ranks = np.array([NO_RANK if value is None else place for place, value in enumerate(values)], np.int64)
    numbers = np.array([float(value) if value and ";" not in value else np.nan for value in values])
    return ShownColumn(places, texts, texts, ranks, numbers, places, answers)


def every(count: int) -> np.ndarray:
    return np.ones(count, np.bool_)


def of_numbers(numbers: list[float]) -> Distribution:
    shown = a_column([repr(number) for number in numbers])
    return distribution(shown, every(len(numbers)), every(len(numbers)), SEATS)


numbers = st.lists(
    st.one_of(st.integers(-10_000, 10_000).map(float), st.decimals(-500, 500, places=2).map(float)),
    min_size=1,
    max_size=60,
)


@given(numbers)
def test_every_number_lies_in_one_bin_and_there_are_not_too_many(drawn: list[float]) -> None:
    array = np.array(drawn)
    edges = edges_of(array)
    bins = bins_of(array, edges)
    assert 1 <= len(edges) - 1 <= MOST_BINS + 2
    assert np.all(np.diff(edges) > 0)
    for number, place in zip(drawn, bins.tolist(), strict=True):
        is_last = place == len(edges) - 2
        assert edges[place] <= number < edges[place + 1] or (is_last and number == edges[-1])


@given(numbers, st.data())
def test_what_is_brushed_is_what_the_filter_shows(drawn: list[float], data: st.DataObject) -> None:
    of = of_numbers(drawn)
    first = data.draw(st.integers(0, len(of.bars) - 1))
    last = data.draw(st.integers(first, len(of.bars) - 1))
    by = range_filter(of, first, last)
    passing = of_size(a_column([repr(number) for number in drawn]), by, "number")
    assert int(passing.sum()) == sum(of.bars[bar].count for bar in range(first, last + 1))
    assert chosen(of, by) == (set(range(first, last + 1)), set())
    assert range_of(of, by) == (of.edges[first], of.edges[last + 1])


def test_the_widths_are_round_and_a_hundred_percent_is_in_the_last_bin() -> None:
    edges = edges_of(np.array([3.5, 12.0, 48.8, 70.0, 82.5, 100.0]))
    assert edges.tolist() == [float(edge) for edge in range(0, 101, 10)]
    assert edges_of(np.array([1990.0, 2000.0, 2010.0]), closes=False)[-1] > 2010
    assert edges_of(np.array([7.0, 7.0])).tolist() == [7.0, 8.0]


def test_a_bin_ends_before_the_number_at_its_upper_edge() -> None:
    assert end_of_bin(np.array([3.0, 10.0]), 10.0) == 9.0
    assert end_of_bin(np.array([3.25, 10.0]), 10.0) == 9.99
    assert end_of_bin(np.array([3.0, 11.0]), 10.0) == 10.0


def test_bins_say_what_they_hold() -> None:
    words = [bar.words for bar in of_numbers([0.0, 15.0, 42.0, 99.0]).bars]
    assert words[0] == "0 to 9"
    assert words[-1] == "90 to 99"
    assert of_numbers([0.5, 8.0]).bars[0].words == "0.5 to under 1"
    assert [bar.words for bar in of_numbers([1.0, 2.0, 3.0]).bars] == ["1", "2", "3"]


def test_reasons_are_counted_apart_and_no_bar_holds_them() -> None:
    shown = a_column(["5", None, "7", None])
    of = distribution(shown, every(4), np.array([True, True, False, False]), SEATS)
    assert [(part.state, part.count, part.passing) for part in of.reasons] == [("unknown", 2, 1)]
    assert sum(bar.count for bar in of.bars) == of.answered == 2
    assert sum(bar.passing for bar in of.bars) == 1
    assert of.rows_of_reason(0).tolist() == [False, True, False, True]
    assert filter_of(of, (), (0,)) == ColumnFilter("has_state", ("unknown",))
    assert chosen(of, ColumnFilter("has_state", ("unknown",))) == (set(), {0})


def test_other_columns_filters_leave_the_axis_and_change_the_counts() -> None:
    shown = a_column(["5", "50", "95"])
    all_rows, some = every(3), np.array([True, False, True])
    whole = distribution(shown, all_rows, all_rows, SEATS)
    part = distribution(shown, some, some, SEATS)
    assert part.edges == whole.edges
    assert sum(bar.count for bar in part.bars) == 2


def choices(count: int) -> tuple[Choice, ...]:
    return tuple(Choice(place, 2, str(place), f"Choice {place}", place) for place in range(1, count + 1))


def test_choices_stand_in_the_order_of_the_codebook() -> None:
    of = distribution(a_column(["2", "1", "2"]), every(3), every(3), ROLE, choices(3))
    assert [(bar.words, bar.count) for bar in of.bars] == [("Choice 1", 1), ("Choice 2", 2), ("Choice 3", 0)]
    by = filter_of(of, (1,))
    assert by is not None
    assert by.test == "is_one_of"
    assert chosen(of, by) == ({1}, set())
    assert filter_of(of, (0, 1, 2)) is None


def test_of_many_choices_the_rarest_are_gathered() -> None:
    many = MOST_CHOICES + 4
    shown = a_column([str(place) for place in range(1, many + 1)] + ["16"])
    of = distribution(shown, every(many + 1), every(many + 1), ROLE, choices(many))
    assert len(of.bars) == MOST_CHOICES
    assert of.bars[-1].is_rest
    assert of.bars[-1].words == "other 5"
    assert sum(bar.count for bar in of.bars) == many + 1
    assert ("Choice 16", 2) in [(bar.words, bar.count) for bar in of.bars]


def test_several_choices_of_one_cell_are_in_several_bars() -> None:
    of = distribution(a_column(["1;2", "2"]), every(2), every(2), BLOCS, choices(2))
    assert [bar.count for bar in of.bars] == [1, 2]
    assert of.counted(np.array([True, False])) == [1, 1]


def test_bins_with_gaps_between_them_are_a_list() -> None:
    of = of_numbers([1.0, 2.0, 3.0])
    by = filter_of(of, (0, 2))
    assert by == ColumnFilter("is_one_of", ("1.0", "3.0"))
    assert chosen(of, by) == ({0, 2}, set())


def test_of_the_bundled_study_bars_and_reasons_are_all_rows(bundled: Study, columns: Columns) -> None:
    for comparison in queries.comparisons(bundled):
        table = ComparisonTable(bundled, columns, comparison, day_number(2008, 11, 25))
        found = distributions_of(table, bundled.catalogue, table.columns)
        assert set(found) == {column.id for column in table.columns if column.field != "name"}
        for column in table.columns:
            if column.id not in found:
                continue
            of, passing = found[column.id], int(table.passing(column).sum())
            assert of.answered + sum(reason.count for reason in of.reasons) == passing
            if of.edges:
                assert sum(bar.count for bar in of.bars) == of.answered


@pytest.mark.parametrize("title", ["Founded", "Vote share", "Party of power in its state"])
def test_each_bar_filters_to_the_rows_it_counts(bundled: Study, columns: Columns, title: str) -> None:
    comparison = next(each for each in queries.comparisons(bundled) if each.name == "Whole study")
    table = ComparisonTable(bundled, columns, comparison, day_number(2008, 11, 25))
    column = next(each for each in table.columns if table.header(each).title == title)
    of = distributions_of(table, bundled.catalogue, [column])[column.id]
    for place, bar in enumerate(of.bars):
        by = filter_of(of, (place,))
        if by is not None:
            assert int(table.filtered(column, by).sum()) == bar.count
    for place, reason in enumerate(of.reasons):
        by = filter_of(of, (), (place,))
        if by is not None:
            assert int(table.filtered(column, by).sum()) == reason.count


def test_years_are_those_of_the_earliest_day(bundled: Study, columns: Columns) -> None:
    comparison = next(each for each in queries.comparisons(bundled) if each.name == "Whole study")
    table = ComparisonTable(bundled, columns, comparison, day_number(2008, 11, 25))
    column = next(each for each in table.columns if table.header(each).title == "Founded")
    of = distributions_of(table, bundled.catalogue, [column])[column.id]
    shown = [table.cell(row, table.columns.index(column)).text[:4] for row in range(len(table.row_ids))]
    expected = Counter(int(text) // 10 * 10 for text in shown if text.isdigit())
    assert {int(low): bar.count for low, bar in zip(of.edges, of.bars, strict=False) if bar.count} == expected


def test_a_range_between_edges_is_drawn_where_it_lies() -> None:
    of = of_numbers([0.0, 55.0, 100.0])

    assert of.edges[0] == 0.0
    assert range_of(of, ColumnFilter("between", ("12", "34.5"))) == (12.0, 34.5)
    assert range_of(of, ColumnFilter("at_least", ("50",))) == (50.0, of.edges[-1])
    assert range_of(of, ColumnFilter("contains", ("5",))) is None
