"""The window and the command line say the same: every cell of every bundled comparison on ten days."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QTableView

from parties_of_power import paths
from parties_of_power.analysis.showing import THIN_SPACE
from parties_of_power.commands.run import main
from parties_of_power.domain.comparisons import ColumnFilter, Grouping, RowUnit, SortKey
from parties_of_power.domain.days import day_number
from parties_of_power.study import queries
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.edits.arranging import (
    filter_column,
    freeze_columns,
    group_comparison,
    sort_comparison,
)
from parties_of_power.study.edits.days_of_columns import show_column_on_days
from parties_of_power.study.edits.row_units import set_row_unit
from parties_of_power.study.study import Study
from parties_of_power.study.typing import what_typing_does
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.workspace import Workspace

# Not in order: what the window keeps from one day must not show on the next.
DAYS = (
    (2008, 11, 25),
    (1991, 12, 25),
    (2024, 6, 30),
    (2000, 1, 1),
    (1993, 12, 12),
    (2023, 6, 15),
    (1996, 2, 29),
    (2016, 9, 18),
    (2003, 12, 7),
    (2012, 3, 4),
)
COMPARISONS = (
    "Parties of power in 2008",
    "In the article",
    "States with and without a party of power",
    "Whole study",
    "States",
)


@pytest.fixture(scope="module")
def open_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The whole window over the bundled study; the command line reads the file meanwhile."""
    path = tmp_path_factory.mktemp("agreement") / "CIS 2008.parties"
    bundled_study(paths.data("cis-2008"), path, "tester")
    theme().apply("light")
    window = MainWindow(Workspace(Study.open(path, coder="tester")), Settings(coder="tester"), keep=lambda _kept: None)
    window.show()
    window.fill()
    qapp.processEvents()
    yield window
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def test_these_are_all_bundled_comparisons(open_window: MainWindow) -> None:
    assert {each.name for each in queries.comparisons(open_window.workspace.study)} == set(COMPARISONS)


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_window_and_the_command_line_show_the_same_cells(
    open_window: MainWindow, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_window.workspace
    workspace.show_comparison(next(each.id for each in queries.comparisons(workspace.study) if each.name == name))
    for day in DAYS:
        workspace.set_as_of(day_number(*day))
        QApplication.processEvents()
        printed = printed_table(workspace.study.path, name, day, capsys)
        assert shown_columns(open_window) == printed["columns"], day
        assert shown_cells(open_window) == [[cell["text"] for cell in row["cells"]] for row in printed["rows"]], day


def test_they_agree_after_an_edit_a_sort_and_a_filter(
    open_window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace, day = open_window.workspace, DAYS[0]
    study = workspace.study
    comparison = next(each for each in queries.comparisons(study) if each.name == COMPARISONS[0])
    attribute = study.catalogue.attribute("Vote share", "party")
    assert attribute is not None
    column = next(each for each in comparison.columns if each.attribute_id == attribute.id)
    workspace.show_comparison(comparison.id)
    workspace.set_as_of(day_number(*day))
    (party,) = study.catalogue.find_subject("United Russia", "party")
    what_typing_does(study, party, attribute.id, "12.5", day=workspace.as_of, citing=None).apply(study)
    sort_comparison(study, comparison.id, [SortKey(column.id, descending=True)])
    filter_column(study, column.id, ColumnFilter("contains", (".",)))
    QApplication.processEvents()
    printed = printed_table(study.path, comparison.name, day, capsys)
    assert shown_cells(open_window) == [[cell["text"] for cell in row["cells"]] for row in printed["rows"]]
    place = printed["columns"].index("Vote share")
    assert printed["rows"][-1]["cells"][place]["text"] == "12.5"


def test_they_agree_under_headings_and_so_do_the_files(
    open_window: MainWindow, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The headings stand in the window only; the rows come in the same order everywhere."""
    workspace, day = open_window.workspace, DAYS[0]
    study = workspace.study
    comparison = next(each for each in queries.comparisons(study) if each.name == "Whole study")
    attribute = study.catalogue.attribute("Has a party of power", "state")
    assert attribute is not None
    workspace.show_comparison(comparison.id)
    workspace.set_as_of(day_number(*day))
    name = next(each for each in comparison.columns if each.field == "name")
    sort_comparison(study, comparison.id, [SortKey(name.id, descending=True)])
    group_comparison(study, comparison.id, Grouping(attribute.id, of_state=True))
    freeze_columns(study, comparison.id, 2)
    QApplication.processEvents()
    printed = printed_table(study.path, comparison.name, day, capsys)
    names = [row["cells"][0]["text"] for row in printed["rows"]]
    model = table_of(open_window).model()
    assert isinstance(model, ComparisonModel)
    rows = [row for row in range(model.rowCount()) if not model.is_heading(row)]
    assert len(rows) < model.rowCount()
    assert [model.cell(row, 0).text for row in rows] == names
    assert names != sorted(names, reverse=True)
    for out in (tmp_path / "grouped.csv", tmp_path / "grouped.xlsx"):
        assert (
            main(["export", str(study.path), str(out), "--comparison", comparison.name, "--as-of", "2008-11-25"]) == 0
        )
    with (tmp_path / "grouped.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line[0] for line in csv.reader(file)][1:] == names
    sheet = openpyxl.load_workbook(tmp_path / "grouped.xlsx").worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(2, len(names) + 2)] == names
    assert str(sheet.freeze_panes) == "C2"


@pytest.mark.parametrize("unit", ["election", "year"])
def test_window_command_and_files_agree_on_rows_at_elections_and_in_years(
    open_window: MainWindow, unit: RowUnit, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """With two columns on days of their own beside them."""
    workspace, day = open_window.workspace, DAYS[0]
    study = workspace.study
    comparison = next(each for each in queries.comparisons(study) if each.name == "In the article")
    attribute = study.catalogue.attribute("Vote share", "party")
    assert attribute is not None
    workspace.show_comparison(comparison.id)
    workspace.set_as_of(day_number(*day))
    with study.edit("Rows and days"):
        set_row_unit(study, comparison.id, unit)
        show_column_on_days(study, comparison.id, attribute.id, [day_number(2003, 12, 7), day_number(2007, 12, 2)])
    moments = queries.comparison(study, comparison.id).columns[1]
    sort_comparison(study, comparison.id, [SortKey(moments.id, descending=True)])
    QApplication.processEvents()
    printed = printed_table(study.path, comparison.name, day, capsys)
    texts = [[cell["text"] for cell in row["cells"]] for row in printed["rows"]]
    assert (printed["row_is"], shown_columns(open_window)) == (unit, printed["columns"])
    assert {"Vote share, 7 Dec 2003", "Vote share, 2 Dec 2007"} < set(printed["columns"])
    assert {"2003-12-07", "2007-12-02"} < set(printed["column_days"])
    assert shown_cells(open_window) == texts
    assert all(row["day"] <= "2008-11-25" and (row["year"] or row["election"]) for row in printed["rows"])
    for out in (tmp_path / "rows.csv", tmp_path / "rows.xlsx"):
        asked = ["--comparison", comparison.name, "--as-of", "2008-11-25"]
        assert main(["export", str(study.path), str(out), *asked]) == 0
    capsys.readouterr()
    with (tmp_path / "rows.csv").open(encoding="utf-8-sig", newline="") as file:
        titles, *lines = list(csv.reader(file))
    assert titles == printed["columns"]
    assert lines == [[text.replace(THIN_SPACE, "") for text in line] for line in texts]
    sheet = openpyxl.load_workbook(tmp_path / "rows.xlsx").worksheets[0]
    assert [str(sheet.cell(row, 2).value) for row in range(2, len(texts) + 2)] == [line[1] for line in texts]
    assert [sheet.cell(1, column).value for column in range(1, len(titles) + 1)] == titles
    for _edit in range(2):
        study.undo()
    QApplication.processEvents()
    assert shown_columns(open_window) == printed_table(study.path, comparison.name, day, capsys)["columns"]


def printed_table(path: Path, name: str, day: tuple[int, int, int], capsys: pytest.CaptureFixture[str]) -> dict:
    iso = "{:04}-{:02}-{:02}".format(*day)
    assert main(["table", str(path), "--comparison", name, "--as-of", iso, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["comparison"], printed["as_of"]) == (name, iso)
    assert printed["rows"]
    return printed


def table_of(window: MainWindow) -> QTableView:
    return next(view for view in window.findChildren(QTableView) if view.accessibleName() == "Comparison")


def shown_columns(window: MainWindow) -> list[str]:
    model = table_of(window).model()
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def shown_cells(window: MainWindow) -> list[list[str]]:
    model = table_of(window).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]
