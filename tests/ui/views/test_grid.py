"""The grid of the table: frozen rows and their corner, the fill handle, wrapped texts, and the overview."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from tests.ui.views.test_comparison import NO_KEY, SHIFT, Table, open_menu, table
from tests.ui.views.test_hands import numbered

from parties_of_power.domain.comparisons import Grouping
from parties_of_power.domain.dates import day_number
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.theme import px, theme
from parties_of_power.ui.views.comparison import arrange, menus
from parties_of_power.ui.views.comparison.grid import Grid
from parties_of_power.ui.views.comparison.pane import ComparisonPane

__all__ = ["table"]  # the fixture

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def whole(table: Table) -> Table:
    """All parties, more than there is room for."""
    table.show("Whole study")
    table.pane.resize(900, 420)
    QApplication.processEvents()
    return table


def drag(grid: Grid, start: QPoint, end: QPoint) -> None:
    """From one place of the table to another, as one part of it is told by Qt."""
    QTest.mousePress(grid.viewport(), LEFT, NO_KEY, start)
    at = grid.viewport().mapToGlobal(QPointF(end))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end), at, Qt.MouseButton.NoButton, LEFT, NO_KEY)
    QApplication.sendEvent(grid.viewport(), move)
    QTest.mouseRelease(grid.viewport(), LEFT, NO_KEY, end)


def read_out(table: Table, row: int, column: int) -> QAccessibleInterface:
    """A cell as a screen reader finds it: in the table, after its headers."""
    reader = QAccessible.queryAccessibleInterface(table.view)
    return reader.child((row + 1) * (table.model.columnCount() + 1) + column + 1)


# Frozen rows


def test_rows_are_frozen_from_the_menu_and_cover_no_cell_that_is_gone_to(whole: Table) -> None:
    view, model = whole.view, whole.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.setCurrentIndex(model.index(1, 0))
    whole.choose(menus.cell_menu(view), "Freeze up to this row")
    assert whole.workspace.comparison is not None
    assert whole.workspace.comparison.frozen_rows == 2
    assert view.frozen_rows.count == 2
    assert view.frozen_rows.isVisible()
    assert view.corner.isVisible()
    covered = view.frozen_rows.height()
    assert covered == view.rowHeight(0) + view.rowHeight(1)
    view.setCurrentIndex(model.index(model.rowCount() - 1, 2))
    assert view.verticalScrollBar().value() > 0
    for row in range(model.rowCount() - 2, 1, -1):
        whole.press(Key.Key_Up)
        assert view.currentIndex().row() == row
        assert view.cell_rect(row, 2).top() >= covered
    before = view.verticalScrollBar().value()
    view.verticalScrollBar().setValue(200)
    view.setCurrentIndex(model.index(0, 2))
    assert view.verticalScrollBar().value() == 200 != before
    whole.workspace.study.undo()
    assert not view.frozen_rows.isVisible()
    assert tester.model() is model


def test_a_cell_is_found_where_it_shows_in_every_part(whole: Table) -> None:
    view, model = whole.view, whole.model
    arrange.freeze_rows(model, 2)
    arrange.freeze(model, 2)
    view.verticalScrollBar().setValue(250)
    view.horizontalScrollBar().setValue(200)
    first_row, first_column = view.rowAt(view.frozen_rows.height() + 40), view.columnAt(view.frozen.width() + 60)
    assert min(first_row, first_column) > 2
    for row in (0, 1, first_row):
        for column in (0, 1, first_column):
            rect = view.visualRect(model.index(row, column))
            assert view.indexAt(rect.center()) == model.index(row, column)
            part = view.grid_of(column, row)
            assert part.cell_rect(row, column) == rect
            assert part.isVisible()
            QTest.mouseClick(part.viewport(), LEFT, NO_KEY, rect.center())
            assert view.currentIndex() == model.index(row, column)
    cell = read_out(whole, 1, first_column)
    origin = view.viewport().mapToGlobal(QPoint(0, 0))
    assert cell.rect().translated(-origin) == view.cell_rect(1, first_column)
    assert 0 <= view.cell_rect(1, first_column).top() < view.frozen_rows.height()


def test_a_selection_goes_from_the_corner_into_what_has_scrolled(whole: Table) -> None:
    view, model = whole.view, whole.model
    arrange.freeze_rows(model, 2)
    view.verticalScrollBar().setValue(250)
    row = view.rowAt(view.frozen_rows.height() + 40)
    drag(view.corner, view.cell_rect(1, 0).center(), view.cell_rect(row, 2).center())
    assert sorted({place[0] for place in whole.view.places()}) == list(range(1, row + 1))
    assert sorted({place[1] for place in whole.view.places()}) == [0, 1, 2]
    number = QPoint(5, view.rowViewportPosition(row) + 5)
    QTest.mouseClick(view.frozen_header.viewport(), LEFT, NO_KEY, QPoint(5, 5))
    assert view.rows_selected() == [0]
    QTest.mouseClick(view.verticalHeader().viewport(), LEFT, NO_KEY, number)
    assert view.rows_selected() == [row]


def test_wheel_and_menu_reach_the_table_through_what_is_frozen(whole: Table) -> None:
    view, model = whole.view, whole.model
    arrange.freeze_rows(model, 2)
    for part, cell in ((view.corner, (1, 0)), (view.frozen_rows, (1, 2)), (view.frozen, (5, 0))):
        view.verticalScrollBar().setValue(0)
        at = view.cell_rect(*cell).center()
        there = part.viewport().mapToGlobal(at)
        QTest.mouseClick(part.viewport(), Qt.MouseButton.RightButton, NO_KEY, at)
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, there)
        QApplication.sendEvent(part.viewport(), menu)
        assert "Copy with headers" in [action.text() for action in open_menu().actions()]
        open_menu().close()
        assert view.currentIndex() == model.index(*cell)
        turned = QWheelEvent(
            QPointF(at),
            QPointF(there),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            NO_KEY,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(part.viewport(), turned)
        assert view.verticalScrollBar().value() > 0


def test_a_frozen_cell_is_edited_where_it_shows(whole: Table) -> None:
    view, model = whole.view, whole.model
    arrange.freeze_rows(model, 2)
    view.verticalScrollBar().setValue(250)
    place = whole.titles().index("Founded")
    view.setCurrentIndex(model.index(1, place))
    whole.press(Key.Key_F2)
    assert view.edited is not None
    assert view.edited.editor.parentWidget() is view.frozen_rows.viewport()
    assert view.edited.editor.geometry() == view.cell_rect(1, place)
    whole.press(Key.Key_Escape)


def test_headings_can_be_frozen_and_folded_there(whole: Table) -> None:
    view, model = whole.view, whole.model
    attribute = whole.workspace.catalogue.attribute("Has a party of power", "state")
    assert attribute is not None
    arrange.group(model, Grouping(attribute.id, of_state=True))
    arrange.freeze_rows(model, 1)
    view.verticalScrollBar().setValue(100)
    QTest.mouseClick(view.frozen_header.viewport(), LEFT, NO_KEY, QPoint(5, 5))
    assert model.is_folded(0)
    assert view.grab().width() > 0


def test_more_rows_than_there_is_room_for_leave_room_to_scroll(whole: Table) -> None:
    arrange.freeze_rows(whole.model, 30)
    assert 1 <= whole.view.frozen_rows.count < 30
    assert whole.view.frozen_rows.height() <= whole.view.viewport().height() / 2


def test_rows_and_columns_are_unfrozen_in_one_undo(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    pane.view.setCurrentIndex(pane.model.index(1, 1))
    window.menus.made["freeze_rows"].trigger()
    assert pane.view.frozen_rows.count == 2
    window.menus.made["unfreeze"].trigger()
    assert (pane.view.frozen_rows.count, pane.view.frozen.count) == (0, 0)
    window.menus.made["undo"].trigger()
    assert (pane.view.frozen_rows.count, pane.view.frozen.count) == (2, 1)


# The fill handle


@pytest.mark.parametrize(("rows", "columns"), [(0, 2), (2, 1), (2, 2)])
def test_the_handle_fills_in_what_is_frozen(whole: Table, rows: int, columns: int) -> None:
    view, model = whole.view, whole.model
    year = numbered(whole)
    arrange.move(model, model.columns[whole.titles().index(year)], model.columns[1])
    arrange.freeze(model, columns)
    arrange.freeze_rows(model, rows)
    view.horizontalScrollBar().setValue(0)
    view.setCurrentIndex(model.index(0, 1))
    whole.press(Key.Key_Down, SHIFT)
    handle = view.cell_rect(1, 1).bottomRight() - QPoint(2, 2)
    drag(view.grid_of(1, 1), handle, view.cell_rect(3, 1).center())
    assert whole.texts(year)[:4] == ["1990", "1995", "2000", "2005"]
    assert not view.filling.band.isVisible()


# Wrapped texts


def narrow(table: Table, title: str, width: int = 120) -> int:
    place = table.titles().index(title)
    arrange.widen(table.model, table.model.columns[place], width)
    table.view.widths.lay_out()
    QApplication.processEvents()
    return place


def test_a_row_is_as_high_as_its_longest_text_and_one_line_again_after_undo(whole: Table) -> None:
    view, model = whole.view, whole.model
    place = narrow(whole, "Government role")
    before = [view.rowHeight(row) for row in range(model.rowCount())]
    assert set(before) == {px(32)}
    arrange.wrap(model, True)
    QApplication.processEvents()
    assert whole.workspace.comparison is not None
    assert whole.workspace.comparison.wraps
    top, _left, bottom, _right = view.seen()
    longest = max(range(top, bottom + 1), key=lambda row: len(model.cell(row, place).text))
    assert view.rowHeight(longest) >= px(52)
    assert view.frozen.cell_rect(longest, 0).height() == view.rowHeight(longest)
    assert view.grab().width() > 0
    whole.workspace.study.undo()
    assert [view.rowHeight(row) for row in range(model.rowCount())] == before


def test_only_rows_in_sight_are_measured_and_the_table_does_not_jump(whole: Table) -> None:
    view, model = whole.view, whole.model
    narrow(whole, "Party", 100)
    arrange.wrap(model, True)
    QApplication.processEvents()
    assert len(view.heights.measured) < model.rowCount()
    view.scrollTo(model.index(model.rowCount() - 1, 0))
    assert view.cell_rect(model.rowCount() - 1, 0).bottom() < view.viewport().height()
    for _step in range(10):
        row = view.rowAt(view.viewport().height() // 2)
        here = view.rowViewportPosition(row)
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() - 10)
        if bar.value() > 0:
            assert view.rowViewportPosition(row) == here + 10
    assert model.rowCount() > len(view.heights.measured)
    bar.setValue(0)
    assert bar.value() == 0
    assert view.rowViewportPosition(0) == 0


def test_heights_follow_the_day_an_edit_and_the_width(whole: Table) -> None:
    view, model = whole.view, whole.model
    place = whole.titles().index("Leader")
    narrow(whole, "Leader", 90)
    arrange.wrap(model, True)
    view.setCurrentIndex(model.index(2, place))
    whole.workspace.set_as_of(day_number(1993, 1, 1))
    QApplication.processEvents()
    for row in range(*view.seen()[::2]):
        assert view.rowHeight(row) == view.heights._height_of(row)
    before = view.rowHeight(0)
    narrow(whole, "Party", 60)
    assert view.rowHeight(0) > before


def test_wrapping_is_a_switch_in_the_menu(window: MainWindow) -> None:
    window.menus.made["wrap_texts"].trigger()
    assert window.workspace.comparison is not None
    assert window.workspace.comparison.wraps
    window.menus.show_state()
    assert window.menus.made["wrap_texts"].isChecked()
    window.menus.made["undo"].trigger()
    assert not window.workspace.comparison.wraps


# The overview


def in_full(table: Table) -> list[int]:
    lens = table.view.lens
    assert lens is not None
    return list(lens.opened)


def test_the_overview_shows_every_row_at_once_and_the_cursor_in_full(whole: Table) -> None:
    view, model = whole.view, whole.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.setCurrentIndex(model.index(20, 2))
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    view.overview.turn()
    assert view.overview.bar.isVisible()
    assert "all 41 rows" in view.overview.bar.words.text()
    assert view.verticalScrollBar().maximum() == 0
    last = view.visualRect(model.index(40, 2))
    assert last.bottom() < view.viewport().height()
    assert in_full(whole) == [20]
    assert view.cell_rect(20, 2).height() == px(32) > view.cell_rect(21, 2).height() > 0
    for row in range(21, 24):
        whole.press(Key.Key_Down)
        assert in_full(whole) == [row]
    whole.press(Key.Key_Down, SHIFT)
    assert in_full(whole) == [23, 24]
    assert view.grab().width() > 0
    whole.press(Key.Key_Escape)
    assert view.lens is None
    assert not view.overview.bar.isVisible()
    assert view.rowHeight(0) == px(32)
    assert view.cell_rect(24, 2).bottom() < view.viewport().height()
    assert tester.model() is model


def test_the_row_below_the_pointer_opens_and_a_click_goes_there(whole: Table) -> None:
    view, model = whole.view, whole.model
    view.setCurrentIndex(model.index(0, 2))
    view.overview.turn()
    at = view.cell_rect(30, 2).center()
    QTest.mouseMove(view.viewport(), at)
    place = QPointF(at)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        NO_KEY,
    )
    QApplication.sendEvent(view.viewport(), moved)
    assert in_full(whole) == [0, 30]
    assert view.cell_rect(30, 2).contains(at)
    assert view.indexAt(at) == model.index(30, 2)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, at)
    assert view.currentIndex() == model.index(30, 2)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert in_full(whole) == [30]


def test_a_value_is_typed_in_the_overview(whole: Table) -> None:
    view, model = whole.view, whole.model
    place = whole.titles().index("Government role")
    view.setCurrentIndex(model.index(25, place))
    view.overview.turn()
    whole.press(Key.Key_F2)
    assert view.edited is not None
    assert view.edited.editor.geometry() == view.cell_rect(25, place)
    whole.press(Key.Key_Escape)
    assert view.lens is not None
    assert view.edited is None


def test_a_screen_reader_hears_whole_cells_in_the_overview(whole: Table) -> None:
    view = whole.view
    view.overview.turn()
    cell = read_out(whole, 30, 0)
    assert cell.text(QAccessible.Text.Name) == whole.model.cell(30, 0).text
    assert cell.rect().size() == view.cell_rect(30, 0).size()


def test_the_overview_follows_the_table(whole: Table) -> None:
    view, model = whole.view, whole.model
    attribute = whole.workspace.catalogue.attribute("Has a party of power", "state")
    assert attribute is not None
    arrange.freeze_rows(model, 2)
    view.overview.turn()
    assert not view.frozen_rows.isVisible()
    for act in (
        lambda: arrange.group(model, Grouping(attribute.id, of_state=True)),
        lambda: model.fold_all(True),
        lambda: whole.workspace.set_as_of(day_number(1996, 1, 1)),
        lambda: model.fold_all(False),
        whole.workspace.study.undo,
        lambda: whole.pane.resize(700, 300),
        lambda: whole.show("In the article"),
        lambda: whole.show("Whole study"),
        theme().changed.emit,
    ):
        act()
        QApplication.processEvents()
        assert view.lens is not None
        assert view.lens.count == model.rowCount()
        assert view.lens.height == view.viewport().height()
        assert view.grab().width() > 0
    view.selectAll()
    assert len(in_full(whole)) < 41
    assert "no room" in view.overview.bar.words.text()
    view.overview.leave()
    assert view.frozen_rows.isVisible()


def test_the_overview_is_turned_on_and_off_in_the_menu(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    window.menus.made["overview"].trigger()
    assert pane.view.lens is not None
    window.menus.show_state()
    assert window.menus.made["overview"].isChecked()
    pane.view.overview.bar.button.click()
    assert pane.view.lens is None
