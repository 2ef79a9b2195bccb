"""The distributions in the headers, with mouse, keys and menus; what is asked afterwards is the study."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.comparisons import Column, ColumnFilter
from parties_of_power.domain.dates import day_number
from parties_of_power.study import edits, queries
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.header import HEIGHT, HEIGHT_WITH_DISTRIBUTIONS, ColumnHeader
from parties_of_power.ui.views.comparison.header_brush import HeaderBrush
from parties_of_power.ui.views.comparison.header_chart import Chart
from parties_of_power.ui.views.comparison.header_list import DistributionList
from parties_of_power.ui.views.comparison.header_words import bar_words
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[ComparisonPane]:
    whole = next(each for each in queries.comparisons(workspace.study) if each.name == "Whole study")
    workspace.show_comparison(whole.id)
    workspace.set_as_of(day_number(2008, 11, 25))
    made = make(workspace)
    assert isinstance(made, ComparisonPane)
    made.resize(2200, 600)
    made.show()
    made.view.setFocus()
    arrange.show_distributions(made.model, True)
    count(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def count(pane: ComparisonPane) -> None:
    """Paint, count what was asked for, and paint again."""
    for _time in range(2):
        QApplication.processEvents()
        for header in pane.view.distributions.headers:
            header.grab()
        pane.view.distributions.counts.count()
    QApplication.processEvents()


def place_of(pane: ComparisonPane, title: str) -> int:
    return [header.title for header in pane.model.headers].index(title)


def column(pane: ComparisonPane, title: str) -> Column:
    return pane.model.columns[place_of(pane, title)]


def stored(pane: ComparisonPane, title: str) -> ColumnFilter | None:
    """The filter of a column, as the study has it."""
    comparison = pane.workspace.comparison
    assert comparison is not None
    wanted = column(pane, title).id
    read = queries.comparison(pane.workspace.study, comparison.id)
    return next(each.filter for each in read.columns if each.id == wanted)


def brush_at(pane: ComparisonPane, title: str) -> tuple[ColumnHeader, HeaderBrush, Chart]:
    section = place_of(pane, title)
    header = pane.view.grid_of(section).columns_header
    brush = pane.view.distributions.brushes[header]
    chart = brush.chart(section)
    assert chart is not None
    return header, brush, chart


def middle(chart: Chart, bar: int) -> QPoint:
    left, right = chart.slot(bar)
    return QPoint((left + right) // 2, chart.base - 2)


def drag(header: ColumnHeader, start: QPoint, end: QPoint, *, lets_go: bool = True) -> None:
    QTest.mousePress(header.viewport(), LEFT, NO_KEY, start)
    for step in range(1, 6):
        QTest.mouseMove(header.viewport(), start + (end - start) * step / 5)
    if lets_go:
        QTest.mouseRelease(header.viewport(), LEFT, NO_KEY, end)


def shown_rows(pane: ComparisonPane) -> int:
    assert pane.model.table is not None
    return len(pane.model.table.row_ids)


def test_a_drag_over_the_bars_is_one_edit_that_shows_what_they_count(pane: ComparisonPane) -> None:
    header, brush, chart = brush_at(pane, "Vote share")
    expected = sum(chart.of.bars[bar].count for bar in (3, 4, 5))
    before = pane.workspace.study.edit_number
    drag(header, middle(chart, 3), middle(chart, 5), lets_go=False)
    assert brush.said(place_of(pane, "Vote share")) == f"{expected} of 41 · 30 to 60"
    assert pane.workspace.study.edit_number == before
    QTest.mouseRelease(header.viewport(), LEFT, NO_KEY, middle(chart, 5))
    assert stored(pane, "Vote share") == ColumnFilter("between", ("30", "60"))
    assert shown_rows(pane) == expected
    assert pane.workspace.study.edit_number == before + 1
    pane.workspace.study.undo()
    assert stored(pane, "Vote share") is None


def test_the_brush_keeps_the_whole_distribution_and_its_ends_can_be_dragged(pane: ComparisonPane) -> None:
    arrange.filter_by(pane.model, column(pane, "Vote share"), ColumnFilter("between", ("30", "60")))
    count(pane)
    header, brush, chart = brush_at(pane, "Vote share")
    assert sum(bar.count for bar in chart.of.bars) == 13
    assert sum(bar.passing for bar in chart.of.bars) == shown_rows(pane)
    ends = brush.brush_of(place_of(pane, "Vote share"), chart)
    assert ends == (chart.x_of(30), chart.x_of(60))
    drag(header, QPoint(ends[1], chart.base - 2), middle(chart, 8))
    assert stored(pane, "Vote share") == ColumnFilter("between", ("30", "90"))


def test_years_are_brushed_too(pane: ComparisonPane) -> None:
    header, _brush, chart = brush_at(pane, "Founded")
    last = len(chart.of.bars) - 1
    drag(header, middle(chart, last - 1), middle(chart, last))
    assert stored(pane, "Founded") == ColumnFilter("between", ("2000", "2019"))
    assert shown_rows(pane) == sum(bar.count for bar in chart.of.bars[-2:])


def brush_two_bars(pane: ComparisonPane) -> None:
    count(pane)
    header, _brush, chart = brush_at(pane, "Vote share")
    drag(header, middle(chart, 3), middle(chart, 4))
    assert stored(pane, "Vote share") == ColumnFilter("between", ("30", "50"))
    count(pane)


def test_a_click_beside_the_brush_takes_it_away(pane: ComparisonPane) -> None:
    brush_two_bars(pane)
    header, _brush, chart = brush_at(pane, "Vote share")
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, middle(chart, 3))
    assert stored(pane, "Vote share") is not None
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, middle(chart, 9))
    assert stored(pane, "Vote share") is None


def test_escape_takes_the_brush_away_unless_something_else_was_done(pane: ComparisonPane) -> None:
    brush_two_bars(pane)
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert stored(pane, "Vote share") is None
    brush_two_bars(pane)
    QTest.keyClick(pane.view, Qt.Key.Key_Down)
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert stored(pane, "Vote share") is not None
    arrange.filter_by(pane.model, column(pane, "Vote share"), None)
    brush_two_bars(pane)
    QTest.mouseClick(pane.view.viewport(), LEFT, NO_KEY, QPoint(700, 20))
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert stored(pane, "Vote share") is not None


def test_escape_brings_back_the_filter_that_the_brush_replaced(pane: ComparisonPane) -> None:
    before = ColumnFilter("between", ("60", "80"))
    arrange.filter_by(pane.model, column(pane, "Vote share"), before)
    brush_two_bars(pane)
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert stored(pane, "Vote share") == before
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    assert stored(pane, "Vote share") == before


def test_a_brush_makes_no_column_narrower(pane: ComparisonPane) -> None:
    def widths() -> list[int]:
        return [pane.view.columnWidth(place) for place in range(pane.model.columnCount())]

    before = widths()
    arrange.filter_by(pane.model, column(pane, "Vote share"), ColumnFilter("between", ("95", "100")))
    QApplication.processEvents()
    assert 0 < shown_rows(pane) < 5
    assert widths() == before


def test_escape_during_a_drag_leaves_everything_as_it_was(pane: ComparisonPane) -> None:
    header, brush, chart = brush_at(pane, "Vote share")
    drag(header, middle(chart, 3), middle(chart, 6), lets_go=False)
    QTest.keyClick(pane.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(header.viewport(), LEFT, NO_KEY, middle(chart, 6))
    assert brush.drag is None
    assert stored(pane, "Vote share") is None


def test_a_choice_is_clicked_and_with_ctrl_another_one_added(pane: ComparisonPane) -> None:
    title = "Party of power in its state"
    header, _brush, chart = brush_at(pane, title)
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, middle(chart, 0))
    assert stored(pane, title) == ColumnFilter("is_one_of", ("Yes",))
    count(pane)
    header, _brush, chart = brush_at(pane, title)
    QTest.mouseClick(header.viewport(), LEFT, CTRL, middle(chart, 2))
    by = stored(pane, title)
    assert by is not None
    assert set(by.texts) == {"Yes", "Disputed"}
    assert shown_rows(pane) == chart.of.bars[0].count + chart.of.bars[2].count


def test_the_strip_filters_by_the_reason(pane: ComparisonPane) -> None:
    header, _brush, chart = brush_at(pane, "Vote share")
    part, rect = next((part, rect) for part, rect in chart.parts() if part is not None and part.state == "ended")
    assert part is not None
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, rect.center())
    assert stored(pane, "Vote share") == ColumnFilter("has_state", ("ended",))
    assert shown_rows(pane) == part.count


def test_counts_follow_the_day_the_other_filters_and_what_is_selected(pane: ComparisonPane) -> None:
    _header, _brush, chart = brush_at(pane, "Vote share")
    arrange.filter_by(pane.model, column(pane, "State"), ColumnFilter("is_one_of", ("Russia",)))
    count(pane)
    _header, _brush, fewer = brush_at(pane, "Vote share")
    assert fewer.of.edges == chart.of.edges
    assert fewer.of.answered < chart.of.answered
    pane.workspace.select(pane.workspace.catalogue.find_subject("United Russia", "party"))
    marked = pane.view.distributions.counts.marked(place_of(pane, "Vote share"))
    assert [place for place, selected in enumerate(marked) if selected] == [6]
    pane.workspace.set_as_of(day_number(1996, 1, 1))
    count(pane)
    _header, _brush, earlier = brush_at(pane, "Vote share")
    assert [bar.count for bar in earlier.of.bars] != [bar.count for bar in fewer.of.bars]


def test_the_frozen_columns_are_brushed_as_well(pane: ComparisonPane) -> None:
    arrange.freeze(pane.model, 3)
    count(pane)
    assert place_of(pane, "Founded") < pane.view.frozen.count
    header, _brush, chart = brush_at(pane, "Founded")
    assert header is pane.view.frozen.columns_header
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, middle(chart, len(chart.of.bars) - 1))
    assert stored(pane, "Founded") == ColumnFilter("between", ("2010", "2019"))


def test_a_screen_reader_is_told_what_the_bars_show(pane: ComparisonPane) -> None:
    place = place_of(pane, "Vote share")
    words = pane.model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleDescriptionRole)
    assert words.startswith("13 with a value, most in 30 to under 40: 3 rows, not yet coded: 6 rows")


def test_the_list_says_each_bar_and_filters_by_keyboard(pane: ComparisonPane) -> None:
    place = place_of(pane, "Vote share")
    entry = next(each for each in menus.column_menu(pane.view, place).actions() if "distribution…" in each.text())
    entry.trigger()
    box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, DistributionList))
    lines = [box.list.item(row).text() for row in range(box.list.count())]
    assert "30 to under 40: 3 rows" in lines
    assert "ended: 16 rows" in lines
    box.list.setCurrentRow(lines.index("30 to under 40: 3 rows"))
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    QTest.keyClick(box.list, Qt.Key.Key_Down)
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert box.count.text() == "5 of 41 rows"
    box.accept()
    assert stored(pane, "Vote share") == ColumnFilter("between", ("30", "50"))


def test_a_computed_attribute_is_brushed_as_any_other(pane: ComparisonPane) -> None:
    study, shown = pane.workspace.study, pane.workspace.comparison
    assert shown is not None
    for name, kind, formula in (("Half", "number", "Seats / 2"), ("Large", "yes_no", "Seats > 60")):
        made = edits.add_attribute(study, "party", name, kind, formula=formula)
        edits.show_column(study, shown.id, made, 1)
    count(pane)
    header, _brush, chart = brush_at(pane, "Half")
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, middle(chart, 1))
    assert shown_rows(pane) == chart.of.bars[1].count > 0
    count(pane)
    header, _brush, chart = brush_at(pane, "Large")
    assert [bar.words for bar in chart.of.bars] == ["yes", "no"]
    assert sum(bar.count for bar in chart.of.bars) == shown_rows(pane)


def test_a_bar_names_the_first_ten_of_its_parties(pane: ComparisonPane) -> None:
    _header, _brush, chart = brush_at(pane, "Founded")
    most = max(range(len(chart.of.bars)), key=lambda bar: chart.of.bars[bar].count)
    lines = bar_words(pane.model, chart.of, most).split("\n")
    assert lines[0] == "1990 to 1999: 24 rows"
    assert lines[-1] == "and 14 more"
    assert len(lines) == 12


def test_the_menu_turns_them_on_and_off_for_this_comparison(window: MainWindow) -> None:
    workspace = window.workspace
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    assert pane.view.columns_header.height() == px(HEIGHT)
    window.menus.made["distributions"].trigger()
    assert workspace.comparison is not None
    assert workspace.comparison.distributions
    for header in pane.view.distributions.headers:
        assert header.height() == px(HEIGHT_WITH_DISTRIBUTIONS)
    assert window.menus.made["distributions"].isChecked()
    workspace.study.undo()
    assert not workspace.comparison.distributions
    assert pane.view.columns_header.height() == px(HEIGHT)
