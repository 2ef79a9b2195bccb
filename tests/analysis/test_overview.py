"""What the lines of an overview amount to equals what the cells of their rows say."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest

from parties_of_power import paths
from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.colouring import choice_places
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.overview import LinesOfColumn, OverviewColumn, listed_rows, overview_column
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.dates import day_number
from parties_of_power.study import queries
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComparisonTable]:
    path = tmp_path_factory.mktemp("overview") / "CIS 2008.parties"
    bundled_study(paths.data("cis-2008"), path, "tester")
    with Study.open(path, coder="tester") as study:
        whole = next(each for each in queries.comparisons(study) if each.name == "Whole study")
        yield ComparisonTable(study, Columns(study), whole, day_number(2008, 11, 25))


def counted(table: ComparisonTable, title: str) -> tuple[OverviewColumn, list[Cell]]:
    study = table._study
    attribute = study.catalogue.attribute(title, "party")
    assert attribute is not None
    place = next(i for i, each in enumerate(table.columns) if each.attribute_id == attribute.id)
    choices = {value: each.place for value, each in choice_places(study, attribute).items()}
    rows = listed_rows(table, range(len(table.row_ids)))
    known = overview_column(table, table.columns[place], attribute, rows, choices)
    return known, [table.cell(row, place) for row in rows]


def rows_of(known: OverviewColumn, count: int) -> LinesOfColumn:
    return known.lines(np.arange(count), np.arange(count) + 1)


def test_a_line_of_one_row_says_what_its_cell_says(table: ComparisonTable) -> None:
    known, cells = counted(table, "Vote share")
    lines = rows_of(known, len(cells))
    assert known.drawn == "bar"
    for place, cell in enumerate(cells):
        if cell.state == "value" and cell.number is not None:
            assert lines.shares[place] == pytest.approx(cell.number / 100)
        else:
            assert math.isnan(lines.shares[place])
        assert lines.missing[place] == (cell.state in ("missing", "empty"))
        assert lines.computed[place] == (cell.state in ("ended", "not_founded"))


def test_a_line_of_many_rows_is_their_mean(table: ComparisonTable) -> None:
    known, cells = counted(table, "Vote share")
    numbers = [cell.number for cell in cells if cell.state == "value" and cell.number is not None]
    whole = known.lines(np.array([0]), np.array([len(cells)]))
    assert whole.shares == [pytest.approx(sum(numbers) / len(numbers) / 100)]
    assert whole.missing == [sum(cell.state in ("missing", "empty") for cell in cells) / len(cells)]


def test_an_answer_has_the_place_of_its_choice(table: ComparisonTable) -> None:
    known, cells = counted(table, "Government role")
    assert known.drawn == "choice"
    lines = rows_of(known, len(cells))
    answers = {cell.value: lines.choices[place] for place, cell in enumerate(cells) if cell.state == "value"}
    assert len(set(answers.values())) == len(answers) > 1
    assert all(lines.choices[place] == -1 for place, cell in enumerate(cells) if cell.state != "value")


def test_a_date_lies_between_the_first_and_the_last(table: ComparisonTable) -> None:
    known, cells = counted(table, "Founded")
    shares = [share for share in rows_of(known, len(cells)).shares if not math.isnan(share)]
    assert known.drawn == "position"
    assert (min(shares), max(shares)) == (0.0, 1.0)


def test_a_row_without_values_is_blank(table: ComparisonTable) -> None:
    column = table.columns[0]
    known = overview_column(table, column, None, listed_rows(table, [-1, 0]), {})
    lines = known.lines(np.array([0, 1]), np.array([1, 2]))
    assert known.drawn == "text"
    assert math.isnan(lines.shares[0])
    assert lines.shares[1] == len(table.cell(0, 0).text)
    assert lines.missing == [0.0, 0.0]
