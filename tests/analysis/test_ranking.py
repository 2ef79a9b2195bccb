"""Rows ranked by weights: the arithmetic against its plain form, and what a ranked table shows and follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.ranking import Measure, rank_rows
from parties_of_power.analysis.ranking_cell import RankCell
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import RANK_COLUMN, ColumnFilter, SortKey, Weight
from parties_of_power.domain.dates import Period
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study
from study.builders import Words, a_study

NUMBERS = st.integers(0, 6)
ROWS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=4)


def _measure(rows: list[tuple[float, float]], weight: float = 1.0, less: bool = False) -> Measure:
    ends = np.array(rows, np.float64)
    return Measure(ends.mean(axis=1), ends[:, 0], ends[:, 1], weight, less)


def _scores(numbers: list[list[float]], scales: list[tuple[float, float]], measures: list[Measure]) -> list[float]:
    """The plain form: the weighted mean of places on fixed scales."""
    scores = []
    for row in numbers:
        total = 0.0
        for number, (least, greatest), measure in zip(row, scales, measures, strict=True):
            place = 0.5 if least == greatest else (number - least) / (greatest - least)
            total += measure.weight * (1 - place if measure.less_is_better else place)
        scores.append(round(total / sum(each.weight for each in measures), 9))
    return scores


@given(ROWS, st.booleans())
def test_ranks_are_those_of_every_choice_of_ends(rows: list[tuple[int, int, int, int]], less: bool) -> None:
    measures = [
        _measure([(min(a, b), max(a, b)) for a, b, _c, _d in rows], 2.0, less),
        _measure([(min(c, d), max(c, d)) for _a, _b, c, d in rows], 3.0),
    ]
    found = rank_rows(measures)
    scales = [(float(each.numbers.min()), float(each.numbers.max())) for each in measures]
    actual = _scores(np.column_stack([each.numbers for each in measures]).tolist(), scales, measures)
    assert found.score.tolist() == actual
    assert found.rank.tolist() == [1 + sum(other > own for other in actual) for own in actual]
    possible: list[set[int]] = [set() for _row in rows]
    choices = [
        list(product(*({float(each.low[row]), float(each.high[row])} for each in measures))) for row in range(len(rows))
    ]
    for chosen in product(*choices):
        scores = _scores([list(each) for each in chosen], scales, measures)
        for row, own in enumerate(scores):
            possible[row].add(1 + sum(other > own for other in scores))
    assert found.best.tolist() == [min(each) for each in possible]
    assert found.worst.tolist() == [max(each) for each in possible]


def test_what_each_column_adds_makes_the_score() -> None:
    found = rank_rows([_measure([(1, 3), (5, 5), (9, 9)], 3), _measure([(1, 1), (4, 4), (0, 2)], 1, less=True)])
    assert found.shares.sum(axis=1) == pytest.approx(found.score)
    assert found.shares[2].tolist() == pytest.approx([0.75, 0.25])


def test_a_row_that_lacks_a_number_has_no_score_and_does_not_count() -> None:
    numbers = np.array([1.0, np.nan, 3.0])
    found = rank_rows([Measure(numbers, numbers, numbers, 1.0), _measure([(1, 1), (9, 9), (2, 2)], 1.0)])
    assert found.rank.tolist() == [2, 0, 1]
    assert found.lacking.tolist() == [[False, False], [True, False], [False, False]]
    assert (int((found.rank > 0).sum()), bool(np.isnan(found.score[1]))) == (2, True)


def test_a_column_without_weight_asks_for_no_number() -> None:
    nothing = np.full(2, np.nan)
    found = rank_rows([_measure([(1, 1), (2, 2)]), Measure(nothing, nothing, nothing, 0.0)])
    assert found.rank.tolist() == [2, 1]


def test_ties_share_the_better_rank() -> None:
    assert rank_rows([_measure([(2, 2), (5, 5), (5, 5), (1, 1)])]).rank.tolist() == [3, 1, 1, 4]


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    words = a_study(tmp_path).as_of("2008-11-25").with_source("Yearbook")
    words.with_attribute("Vote share", "percent", validity="last_known")
    words.with_attribute("Seats", "number", validity="last_known")
    for party, share, seats in (("A", "60", "10"), ("B", "50", "40"), ("C", "20", "20"), ("D", "55", "")):
        words.with_party(party, f"State of {party}")
        words.with_value(party, "Vote share", share, "2007-12-02", source="Yearbook")
        if seats:
            words.with_value(party, "Seats", seats, "2007-12-02", source="Yearbook")
    words.with_comparison("Ranked", columns=["Vote share", "Seats"])
    _rank(words.study, words.comparison("Ranked"), 50, 50)
    yield words
    words.study.close()


def _rank(study: Study, comparison: int, share: float, seats: float) -> None:
    columns = [each for each in queries.comparison(study, comparison).columns if each.attribute_id is not None]
    weights = [Weight(column.id, weight) for column, weight in zip(columns, (share, seats), strict=True)]
    edits.rank_comparison(study, comparison, weights, sorts_by_it=True)


def _table(words: Words, *, in_full: bool = False) -> ComparisonTable:
    study = words.study
    comparison = queries.comparison(study, words.comparison("Ranked"))
    return ComparisonTable(study, Columns(study), comparison, study.as_of, in_full=in_full)


def _ranks(table: ComparisonTable) -> list[tuple[str, str]]:
    return [(table.cell(row, 0).text, table.cell(row, 1).text) for row in range(len(table.row_ids))]


def test_the_rank_stands_after_the_name_and_sorts(words: Words) -> None:
    table = _table(words)
    assert [each.field for each in table.columns] == ["name", "rank", "state", "", ""]
    assert _ranks(table) == [("B", "1"), ("A", "2"), ("C", "3"), ("D", "no score")]
    assert table.header(RANK_COLUMN).subtitle == "Vote share 50 % · Seats 50 %"


def test_a_file_has_the_possible_ranks_and_the_score_as_well(words: Words) -> None:
    table = _table(words, in_full=True)
    assert [table.header(each).title for each in table.columns[:4]] == ["Party", "Rank", "Possible ranks", "Score"]
    assert [table.cell(0, place).text for place in (1, 2, 3)] == ["1", "1", "0.875"]
    assert table.cell(0, 3).number == pytest.approx(0.875)


def test_the_words_say_how_the_rank_comes_about(words: Words) -> None:
    table = _table(words)
    assert table.cell(1, 1).spoken == (
        "rank 2 of 3; no other within intervals and rivals; score 0.50: Vote share 0.50 + Seats 0.00"
    )
    assert table.cell(3, 1).spoken == "no score; Seats: not coded"


def test_an_interval_and_a_rival_widen_the_possible_ranks(words: Words) -> None:
    study, table = words.study, _table(words)
    observation = words.observation("A", "Vote share", "60").id
    edits.correct_observation(study, observation, low=5, high=65)
    edits.record_observation(
        study,
        words.party("C"),
        words.attribute("Seats"),
        value="200",
        period=Period.parse("2007-12-02"),
        standing="rival",
    )
    table = _table(words)
    cells = [table.cell(row, 1) for row in range(3)]
    assert [(each.text, each.low, each.high) for each in cells] == [("1", 1, 2), ("2", 2, 3), ("3", 1, 3)]
    assert isinstance(cells[2], RankCell)
    assert cells[2].range_text == "1–3"


def test_the_ranks_are_those_of_the_rows_shown(words: Words) -> None:
    share = words.column("Ranked", "Vote share")
    edits.filter_column(words.study, share, ColumnFilter("below", ("60",)))
    assert _ranks(_table(words)) == [("B", "1"), ("C", "2"), ("D", "no score")]


def test_an_edit_moves_the_rows_and_says_which_cells_it_changed(words: Words) -> None:
    study, columns = words.study, Columns(words.study)
    comparison = queries.comparison(study, words.comparison("Ranked"))
    table = ComparisonTable(study, columns, comparison, study.as_of)
    assert [name for name, _rank in _ranks(table)] == ["B", "A", "C", "D"]
    seen = []
    study.subscribe(lambda changes: seen.append(table.refresh(changes)))
    edits.correct_observation(study, words.observation("C", "Seats", "20").id, value="900")
    assert _ranks(table) == [("A", "1"), ("C", "1"), ("B", "3"), ("D", "no score")]
    assert seen[-1].everything


def test_what_is_kept_for_dragging_follows_edits_of_columns_left_out_meanwhile(words: Words) -> None:
    study, table = words.study, _table(words)
    study.subscribe(table.refresh)
    assert _ranks(table)[0] == ("B", "1")
    both = table.comparison.ranking
    table.rearrange(replace(table.comparison, ranking=both[:1]))
    assert _ranks(table)[0] == ("A", "1")
    edits.correct_observation(study, words.observation("A", "Seats", "10").id, value="45")
    table.rearrange(replace(table.comparison, ranking=both))
    assert _ranks(table) == [("A", "1"), ("B", "2"), ("C", "3"), ("D", "no score")]


def test_where_rows_stay_every_rank_is_painted_anew(words: Words) -> None:
    study = words.study
    edits.sort_comparison(study, words.comparison("Ranked"), [])
    table, seen = _table(words), []
    study.subscribe(lambda changes: seen.append(table.refresh(changes)))
    edits.correct_observation(study, words.observation("C", "Seats", "20").id, value="21")
    assert {(row, 1) for row in range(4)} <= seen[-1].cells


def test_a_column_that_has_no_numbers_any_more_is_left_out(words: Words) -> None:
    edits.remove_attribute(words.study, words.attribute("Seats"))
    table = _table(words)
    assert table.header(RANK_COLUMN).subtitle == "Vote share 100 %"
    edits.remove_attribute(words.study, words.attribute("Vote share"))
    table = _table(words)
    assert [each.field for each in table.columns] == ["name", "state"]
    assert table.comparison.sorting == ()


def test_descending_keeps_rows_without_a_score_last(words: Words) -> None:
    edits.sort_comparison(words.study, words.comparison("Ranked"), [SortKey(RANK_COLUMN.id, True)])
    assert [name for name, _rank in _ranks(_table(words))] == ["C", "A", "B", "D"]


def test_a_text_filter_does_not_look_at_the_ranks(words: Words) -> None:
    edits.change_comparison(words.study, words.comparison("Ranked"), filter_text="no score")
    assert _table(words).row_ids == ()
