"""Ranking the rows of the table: the bar with its strip, fields and buttons, the menus; asked is the study."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from parties_of_power.analysis.ranking_cell import RankCell
from parties_of_power.domain.comparisons import RANK_COLUMN, Comparison, SortKey
from parties_of_power.study import queries
from parties_of_power.study.study import Study
from parties_of_power.ui.palette import DARK, LIGHT
from parties_of_power.ui.tables.rank_painting import STEPS, shade
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.views.comparison.ranking_bar import RankingBar
from parties_of_power.ui.views.comparison.weighing import percents, with_border, with_one_more, with_percent
from parties_of_power.ui.workspace import Workspace

LEFT, ACCESSIBLE, TIP = Qt.MouseButton.LeftButton, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[ComparisonPane]:
    made = make(workspace)
    assert isinstance(made, ComparisonPane)
    QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(1600, 700)
    made.show()
    made.view.setFocus()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def place_of(pane: ComparisonPane, title: str) -> int:
    return [header.title for header in pane.model.headers].index(title)


def stored(pane: ComparisonPane) -> Comparison:
    comparison = pane.workspace.comparison
    assert comparison is not None
    return comparison


def weights(pane: ComparisonPane) -> list[float]:
    return [each.weight for each in stored(pane).ranking]


def study(pane: ComparisonPane) -> Study:
    return pane.workspace.study


def choose(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text() == words).trigger()
    QApplication.processEvents()


def ranked(pane: ComparisonPane, *titles: str) -> RankingBar:
    """The open bar, with these columns used by its menu."""
    pane.rank_rows()
    for title in titles:
        menu = pane.ranking_bar.add.menu()
        pane.ranking_bar.fill_add_menu(menu)
        choose(menu, title)
    QApplication.processEvents()
    return pane.ranking_bar


def test_the_menu_of_a_column_uses_it_and_opens_the_bar(pane: ComparisonPane) -> None:
    choose(menus.column_menu(pane.view, place_of(pane, "Vote share")), "Use in ranking")
    assert weights(pane) == [100.0]
    assert stored(pane).sorting == (SortKey(RANK_COLUMN.id),)
    assert pane.ranking_bar.isVisible()
    assert [header.title for header in pane.model.headers][:3] == ["Party", "Rank", "State"]
    choose(menus.column_menu(pane.view, place_of(pane, "Vote share")), "Leave out of the ranking")
    assert (weights(pane), stored(pane).sorting) == ([], ())
    assert "Rank" not in [header.title for header in pane.model.headers]


def test_enter_presses_the_buttons_of_the_bar(pane: ComparisonPane) -> None:
    pane.activateWindow()
    bar = ranked(pane, "Vote share", "Seat share")
    bar.stop.setFocus()
    QTest.keyClick(bar.stop, Qt.Key.Key_Return)
    assert weights(pane) == []
    bar.add.setFocus()
    menu, opened = bar.add.menu(), []

    def close_soon() -> None:
        opened.append(menu)
        QTimer.singleShot(0, menu.close)

    menu.aboutToShow.connect(close_soon)
    QTest.keyClick(bar.add, Qt.Key.Key_Return)
    assert opened


def test_a_further_column_counts_as_much_as_the_others(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share", "Personalisation")
    assert weights(pane) == [34.0, 33.0, 33.0]
    assert [chip.percent.accessibleName() for chip in bar.chips] == [
        "Weight of Vote share in percent",
        "Weight of Seat share in percent",
        "Weight of Personalisation in percent",
    ]


def test_a_border_is_dragged_with_a_preview_and_one_edit(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share")
    before, strip = study(pane).edit_number, bar.strip
    border = strip.pieces()[1].left()
    QTest.mousePress(strip, LEFT, pos=QPoint(border, 5))
    for share in (0.6, 0.7, 0.8):
        QTest.mouseMove(strip, QPoint(round(strip.width() * share), 5))
    assert study(pane).edit_number == before
    assert pane.model.headers[1].subtitle == "Vote share 80 % · Seat share 20 %"
    QTest.mouseRelease(strip, LEFT, pos=QPoint(round(strip.width() * 0.8), 5))
    assert study(pane).edit_number == before + 1
    assert weights(pane) == [80.0, 20.0]
    pane.workspace.perform(study(pane).undo)
    assert weights(pane) == [50.0, 50.0]
    assert strip.percents == [50, 50]


def test_a_weight_is_typed_and_kept_by_enter(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share", "Personalisation")
    field = bar.chips[0].percent
    before = study(pane).edit_number
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "50")
    assert pane.model.headers[1].subtitle.startswith("Vote share 50 %")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert weights(pane) == [50.0, 25.0, 25.0]
    assert study(pane).edit_number == before + 1


def test_a_column_is_turned_round_and_left_out(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share")
    first = pane.model.cell(0, 1).subject_id
    bar.chips[0].direction.click()
    bar.chips[1].remove.click()
    assert [each.less_is_better for each in stored(pane).ranking] == [True]
    assert weights(pane) == [100.0]
    assert pane.model.cell(0, 1).subject_id != first
    assert not bar.chips[0].percent.isEnabled()
    bar.stop.click()
    assert stored(pane).ranking == ()
    assert bar.isVisible()
    assert bar.said.isVisible()


def test_escape_closes_the_bar_and_keeps_the_ranking(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share")
    bar.chips[0].percent.setValue(70)
    QTest.keyClick(bar.chips[0].percent, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert weights(pane) == [70.0, 30.0]


def test_the_cell_says_all_of_it_and_cannot_be_edited(pane: ComparisonPane) -> None:
    ranked(pane, "Vote share", "Seat share")
    index = pane.model.index(0, 1)
    cell = pane.model.cell(0, 1)
    assert isinstance(cell, RankCell)
    assert cell.spoken.startswith("rank 1 of ")
    assert "within intervals and rivals" in cell.spoken
    assert pane.model.data(index, ACCESSIBLE) == cell.spoken
    assert pane.model.data(index, TIP) == cell.spoken
    assert not pane.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    said: list[str] = []
    pane.workspace.message.connect(said.append)
    pane.view.setCurrentIndex(index)
    before = study(pane).edit_number
    assert pane.view.edit_current("7") is None
    QTest.keyClick(pane.view, Qt.Key.Key_Delete)
    assert "weights" in said[0]
    assert study(pane).edit_number == before
    assert "Weighted mean" in pane.model.headerData(1, Qt.Orientation.Horizontal, TIP)


def test_columns_move_past_the_rank(pane: ComparisonPane) -> None:
    ranked(pane, "Vote share")
    before = stored(pane).columns
    arrange.move(pane.model, pane.model.columns[4], pane.model.columns[1])
    assert stored(pane).columns[1].id == before[3].id
    assert [header.title for header in pane.model.headers][:2] == ["Party", "Rank"]
    arrange.move(pane.model, RANK_COLUMN, pane.model.columns[4])
    arrange.widen(pane.model, RANK_COLUMN, 90)
    assert [header.title for header in pane.model.headers][:2] == ["Party", "Rank"]


def test_another_comparison_shows_its_own_ranking(pane: ComparisonPane) -> None:
    bar = ranked(pane, "Vote share", "Seat share")
    shown = stored(pane).id
    other = next(each for each in queries.comparisons(study(pane)) if each.id != shown and each.subject_kind == "party")
    pane.workspace.show_comparison(other.id)
    assert (bar.chips, bar.said.isVisible()) == ([], True)
    pane.workspace.show_comparison(shown)
    assert len(bar.chips) == 2


def test_percents_make_a_hundred() -> None:
    assert percents([1, 1, 1]) == [34, 33, 33]
    assert percents([0, 0]) == [50, 50]
    assert with_percent([50, 30, 20], 0, 0) == [0, 60, 40]
    assert with_percent([100, 0, 0], 0, 40) == [40, 30, 30]
    assert with_percent([100], 0, 5) == [100]
    assert with_border([50, 30, 20], 0, 10) == [10, 70, 20]
    assert with_border([50, 30, 20], 1, 20) == [50, 0, 50]
    assert with_one_more([60, 40]) == [40, 27, 33]


def test_neighbours_differ_in_shade_in_both_schemes() -> None:
    for colours in (LIGHT, DARK):
        lights = [shade(place, colours).lightnessF() for place in range(len(STEPS) + 1)]
        assert all(abs(one - other) > 0.1 for one, other in pairwise(lights))
