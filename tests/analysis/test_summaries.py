"""Summaries of columns, against the standard library and against the cells that are shown."""

from __future__ import annotations

import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.shown import ShownColumn
from parties_of_power.analysis.summaries import column_summary, figures_of, mean_words, n_of, skip_reason
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.days import day_number
from parties_of_power.study import queries
from parties_of_power.study.study import Study


def a_column(numbers: list[float]) -> ShownColumn:
    places = np.arange(len(numbers)) + 1
    answers = tuple(Answer(str(number), "", "", "") for number in numbers)
    texts = ("not coded", *map(str, numbers))
    return ShownColumn(places, texts, texts, places, np.array(numbers), places, answers)


@given(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=20))
def test_numbers(numbers: list[float]) -> None:
    found = column_summary(a_column(numbers), np.arange(len(numbers)), is_numeric=True)
    assert (found.n, found.min, found.max) == (len(numbers), min(numbers), max(numbers))
    assert found.mean == pytest.approx(statistics.fmean(numbers), abs=1e-6)
    assert found.median == pytest.approx(statistics.median(numbers), abs=1e-6)
    assert found.sd == pytest.approx(statistics.stdev(numbers), abs=1e-5)


def test_one_number_has_no_spread_and_none_no_mean() -> None:
    one = column_summary(a_column([5.0]), np.array([0]), is_numeric=True)
    assert (one.mean, one.sd, one.skipped_words, one.bases_words) == (5.0, None, "skipped none", "")
    none = column_summary(a_column([5.0]), np.zeros(0, np.int64), is_numeric=True)
    assert (none.mean, none.median, none.sum, none.n) == (None, None, None, 0)
    assert figures_of(none, 1) == (("n", "0"),)
    assert mean_words(none, 1) == ("", "0 of 0")


def test_figures_have_the_places_of_their_attribute_and_a_mean_of_whole_numbers_one() -> None:
    known = column_summary(a_column([70.0, 100.0, 48.8]), np.arange(3), is_numeric=True)
    assert figures_of(known, 1) == (
        ("n", "3"),
        ("mean", "72.9"),
        ("median", "70.0"),
        ("sd", "25.7"),
        ("min", "48.8"),
        ("max", "100.0"),
        ("sum", "218.8"),
    )
    whole = column_summary(a_column([315.0, 98.0]), np.arange(2), is_numeric=True)
    assert dict(figures_of(whole, None))["mean"] == "206.5"
    assert dict(figures_of(whole, 0))["sum"] == "413"


@pytest.mark.parametrize("on", [day_number(1995, 1, 1), day_number(2008, 11, 25), day_number(2021, 6, 1)])
def test_a_column_amounts_to_what_its_cells_show(bundled: Study, columns: Columns, on: int) -> None:
    for comparison in queries.comparisons(bundled):
        table = ComparisonTable(bundled, columns, comparison, on)
        rows = range(len(table.row_ids))
        for place, column in enumerate(table.columns):
            if not table.header(column).numeric:
                continue
            known = table.summary(column, rows, with_bases=True)
            cells = [table.cell(row, place) for row in rows]
            numbers = [cell.number for cell in cells if cell.state == "value" and cell.number is not None]
            assert (known.cells, known.n) == (len(cells), len(numbers))
            assert known.mean == (pytest.approx(statistics.fmean(numbers)) if numbers else None)
            reasons = [skip_reason(cell) for cell in cells if cell.state != "value"]
            assert dict(known.skipped) == {reason: reasons.count(reason) for reason in reasons}
            bases = [cell.base or "base not stated" for cell in cells if cell.state == "value"]
            assert dict(known.bases) in ({}, {base: bases.count(base) for base in bases})


def test_the_summary_of_the_picture(bundled: Study, columns: Columns) -> None:
    comparison = next(each for each in queries.comparisons(bundled) if each.rows_from == "list")
    table = ComparisonTable(bundled, columns, comparison, day_number(2008, 11, 25))
    names = [table.cell(row, 0).text for row in range(len(table.row_ids))]
    share = next(each for each in table.columns if table.header(each).title == "Seat share")
    rows = [names.index(name) for name in ("United Russia", "Nur Otan", "New Azerbaijan Party")]
    known = table.summary(share, rows, with_bases=True)
    assert [text for _what, text in figures_of(known, 1)] == ["3", "72.9", "70.0", "25.7", "48.8", "100.0", "218.8"]
    assert known.bases_words == "bases differ: all seats 2, list seats only 1"
    assert n_of(table.summary(table.columns[0])) == f"{len(names)} of {len(names)}"
