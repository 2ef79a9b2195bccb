"""The rows of the table, arranged by keys, menus and dialogs; what is asked afterwards is the study."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from parties_of_power.domain.comparisons import Column, ColumnFilter, Grouping, SortKey
from parties_of_power.domain.dates import day_number
from parties_of_power.study import queries
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.filter_box import ANSWER, FilterBox
from parties_of_power.ui.views.comparison.group_menu import fill_group_menu
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.views.comparison.sort_box import SortBox
from parties_of_power.ui.workspace import Workspace

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[ComparisonPane]:
    made = make(workspace)
    assert isinstance(made, ComparisonPane)
    made.resize(1200, 600)
    made.show()
    made.view.setFocus()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def titles(pane: ComparisonPane) -> list[str]:
    return [header.title for header in pane.model.headers]


def column(pane: ComparisonPane, title: str) -> Column:
    return pane.model.columns[titles(pane).index(title)]


def texts(pane: ComparisonPane, title: str) -> list[str]:
    place = titles(pane).index(title)
    rows = [row for row in range(pane.model.rowCount()) if not pane.model.is_heading(row)]
    return [pane.model.cell(row, place).text for row in rows]


def headings(pane: ComparisonPane) -> dict[str, int]:
    """The titles of the groups, and the rows they stand at."""
    rows = range(pane.model.rowCount())
    return {pane.model.heading(row)[0]: row for row in rows if pane.model.is_heading(row)}


def group_by_power(pane: ComparisonPane) -> None:
    attribute = pane.workspace.catalogue.attribute("Has a party of power", "state")
    assert attribute is not None
    arrange.group(pane.model, Grouping(attribute.id, of_state=True))


def press(pane: ComparisonPane, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(pane.view, key, modifiers)


def go_to(pane: ComparisonPane, row: int, place: int = 0) -> None:
    pane.view.selectionModel().setCurrentIndex(
        pane.model.index(row, place), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )


# Sorting


def test_a_second_key_is_added_with_shift_and_each_goes_once_round(pane: ComparisonPane) -> None:
    header, view = pane.view.columns_header, pane.view

    def double_click(title: str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        place = titles(pane).index(title)
        at = QPoint(header.sectionViewportPosition(place) + header.sectionSize(place) // 2, header.height() // 2)
        QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, at)

    view.horizontalScrollBar().setValue(0)
    leader, founded = column(pane, "Leader").id, column(pane, "Founded").id
    double_click("Founded")
    double_click("Leader", SHIFT)
    assert pane.workspace.comparison is not None
    assert pane.workspace.comparison.sorting == (SortKey(founded), SortKey(leader))
    double_click("Founded", SHIFT)
    assert pane.workspace.comparison.sorting == (SortKey(founded, True), SortKey(leader))
    assert "sorted descending, key 1" in pane.model.headerData(
        titles(pane).index("Founded"), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    double_click("Founded", SHIFT)
    assert pane.workspace.comparison.sorting == (SortKey(leader),)
    double_click("Founded")
    assert pane.workspace.comparison.sorting == (SortKey(founded),)


def test_the_sort_dialog_lists_the_keys_and_takes_others(pane: ComparisonPane) -> None:
    state, seats = column(pane, "State").id, column(pane, "Seats").id
    arrange.sort(pane.model, [SortKey(state, True)])
    box = SortBox(pane.model, pane)
    assert box.keys() == (SortKey(state, True),)
    for line, (column_id, descending) in zip(box.lines, ((seats, True), (state, False), (seats, False)), strict=False):
        line[0].setCurrentIndex(line[0].findData(column_id))
        line[1].setCurrentIndex(int(descending))
    before = len(box.lines)
    box.add_line()
    assert len(box.lines) == before + 1
    box.accept()
    assert pane.workspace.comparison is not None
    assert pane.workspace.comparison.sorting == (SortKey(seats, True), SortKey(state))
    pane.workspace.study.undo()
    assert pane.workspace.comparison.sorting == (SortKey(state, True),)


# Filters


def chosen_in(box: FilterBox, test: str, text: str = "", *ticked: str) -> None:
    box.tests.setCurrentIndex(box.tests.findData(test))
    box.text.setText(text)
    listed = box.states if test == "has_state" else box.answers
    for place in range(listed.count()):
        if listed.item(place).data(ANSWER) in ticked:
            box.turn(listed.item(place))


def test_a_filter_by_size_keeps_what_was_typed_until_it_is_understood(pane: ComparisonPane) -> None:
    box = FilterBox(pane.model, column(pane, "Vote share"), pane)
    box.show()
    chosen_in(box, "at_least", "many")
    box.accept()
    assert box.isVisible()
    assert "A percent is a number" in box.wrong.text()
    assert box.text.text() == "many"
    box.text.setText("60 %")
    box.accept()
    assert all(float(text) >= 60 for text in texts(pane, "Vote share"))
    assert column(pane, "Vote share").filter == ColumnFilter("at_least", ("60",))
    assert pane.filter_bar.count.text() == f"{len(texts(pane, 'Vote share'))} of 10"
    again = FilterBox(pane.model, column(pane, "Vote share"), pane)
    assert (again.test, again.text.text()) == ("at_least", "60")


def test_a_filter_by_what_cells_are_stands_on_its_chip(pane: ComparisonPane) -> None:
    box = FilterBox(pane.model, column(pane, "Vote share"), pane)
    chosen_in(box, "has_state", "", "rivals", "irreconcilable")
    box.accept()
    place = titles(pane).index("Vote share")
    cells = [pane.model.cell(row, place) for row in range(pane.model.rowCount())]
    assert cells
    assert all(cell.rivals or cell.missing == "irreconcilable" for cell in cells)
    assert "10" in pane.filter_bar.count.text()
    words = [each.accessibleName() for each in pane.filter_bar.findChildren(type(pane.filter_bar.group))]
    assert "Filter: Vote share: has rival values, missing: sources irreconcilable" in words


def test_a_filter_by_change_follows_the_day(pane: ComparisonPane) -> None:
    arrange.filter_by(pane.model, column(pane, "Leader"), ColumnFilter("changed_since", ("2008-11-25",)))
    assert pane.model.rowCount() == 0
    pane.workspace.set_as_of(day_number(2020, 1, 1))
    assert 0 < pane.model.rowCount() < 10


# Groups


def test_rows_stand_under_headings_with_their_sums(pane: ComparisonPane) -> None:
    QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listed = sorted(texts(pane, "Party"))
    group_by_power(pane)
    assert sorted(texts(pane, "Party")) == listed
    first = headings(pane)["Yes"]
    _title, small = pane.model.heading(first)
    yes = list(range(first + 1, headings(pane)["Disputed"]))
    assert small.startswith(f"Has a party of power · {len(yes)} parties")
    place = titles(pane).index("Seat share")
    numbers = [pane.model.cell(row, place).number for row in yes]
    known = [number for number in numbers if number is not None]
    assert pane.model.cell(first, place).text == f"mean {sum(known) / len(known):.1f} · {len(known)} of {len(yes)}"
    assert pane.model.headerData(first, Qt.Orientation.Vertical) == ""
    assert pane.model.headerData(first + 1, Qt.Orientation.Vertical) == "1"
    assert pane.filter_bar.group.text() == "Group: Has a party of power"


def test_a_heading_is_folded_by_keys_and_clicks_and_takes_no_values(pane: ComparisonPane) -> None:
    tester = QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    group_by_power(pane)
    before, rows = pane.workspace.study.dump(), pane.model.rowCount()
    heading = headings(pane)["Yes"]
    go_to(pane, heading)
    press(pane, Key.Key_Left)
    assert pane.model.is_folded(heading)
    assert pane.model.rowCount() < rows
    assert headings(pane)["Disputed"] == heading + 1
    press(pane, Key.Key_Right)
    assert pane.model.rowCount() == rows
    header = pane.view.verticalHeader()
    at = QPoint(header.width() // 2, pane.view.rowViewportPosition(heading) + 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    assert pane.model.is_folded(heading)
    pane.model.fold_all(False)
    told: list[str] = []
    pane.workspace.message.connect(told.append)
    go_to(pane, heading, titles(pane).index("Seats"))
    press(pane, Key.Key_5)
    assert pane.view.edited is None
    assert "heading of a group" in told[-1]
    assert not pane.model.flags(pane.model.index(heading, 0)) & Qt.ItemFlag.ItemIsEditable
    assert pane.workspace.study.dump() == before
    assert tester.model() is pane.model


def test_nothing_is_given_to_a_heading_in_a_selection(pane: ComparisonPane) -> None:
    group_by_power(pane)
    place = titles(pane).index("Seats")
    go_to(pane, headings(pane)["Disputed"] - 1, place)
    press(pane, Key.Key_Down, SHIFT)
    press(pane, Key.Key_Down, SHIFT)
    chosen = {pane.model.row_ids[row] for row in pane.view.rows_selected()}
    assert any(subject_id < 0 for subject_id in chosen)
    assert set(pane.workspace.selected) == {subject_id for subject_id in chosen if subject_id > 0}
    pane.view.hands.give_reason("interrupted")
    reasons = [pane.model.cell(row, place).text for row in pane.view.rows_selected()]
    assert reasons.count("interrupted") == 2
    pane.workspace.study.undo()
    pane.view.hands.copy()
    assert "Disputed · Has a party of power" not in QApplication.clipboard().text()
    assert menus.cell_menu(pane.view).actions()


def test_a_heading_is_announced_with_its_counts_and_whether_it_is_folded(pane: ComparisonPane) -> None:
    group_by_power(pane)
    heading = headings(pane)["Yes"]

    def spoken(place: int) -> str:
        return str(pane.model.data(pane.model.index(heading, place), Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(0).startswith("Yes · Has a party of power · ")
    assert spoken(0).endswith(", heading of a group, unfolded")
    assert spoken(titles(pane).index("Seat share")).startswith("mean ")
    assert spoken(titles(pane).index("Leader")) == ""
    pane.model.fold(heading, True)
    assert spoken(0).endswith(", heading of a group, folded")


def test_a_cell_that_is_gone_to_unfolds_its_group(pane: ComparisonPane) -> None:
    group_by_power(pane)
    subject_id = pane.model.row_ids[1]
    pane.model.fold_all(True)
    assert pane.model.rowCount() == len(headings(pane))
    pane.workspace.clear_cell()
    pane.workspace.set_cell(subject_id, column(pane, "Seats").attribute_id or 0)
    assert pane.model.row_ids[pane.view.currentIndex().row()] == subject_id


def test_typing_goes_on_below_the_next_heading(pane: ComparisonPane) -> None:
    group_by_power(pane)
    last, place = headings(pane)["Disputed"] - 1, titles(pane).index("Seats")
    go_to(pane, last, place)
    press(pane, Key.Key_Return)
    assert pane.view.currentIndex().row() == last + 2


def test_groups_are_chosen_in_the_menu_stored_and_undone(pane: ComparisonPane) -> None:
    menu = QMenu()
    fill_group_menu(pane.model, menu)
    next(action for action in menu.actions() if action.text() == "State").trigger()
    assert pane.workspace.comparison is not None
    assert pane.workspace.comparison.grouping == Grouping()
    assert "Kazakhstan" in headings(pane)
    group_by_power(pane)
    pane.workspace.study.undo()
    pane.workspace.study.undo()
    assert headings(pane) == {}
    assert not pane.model.is_heading(0)


def test_the_table_steps_through_the_days_under_headings(pane: ComparisonPane) -> None:
    QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    group_by_power(pane)
    for year in range(1991, 2025, 3):
        pane.workspace.set_as_of(day_number(year, 7, 1))
        shown = [pane.model.row_ids[row] for row in range(pane.model.rowCount()) if not pane.model.is_heading(row)]
        assert pane.model.table is not None
        assert tuple(shown) == pane.model.table.row_ids


# Frozen columns


def test_columns_are_frozen_from_the_menu_and_stay_beside_the_others(pane: ComparisonPane) -> None:
    pane.resize(900, 400)
    QApplication.processEvents()
    place = titles(pane).index("Founded")
    entries = {entry.text(): entry for entry in menus.column_menu(pane.view, place).actions()}
    entries["Freeze up to this column"].trigger()
    assert pane.workspace.comparison is not None
    assert pane.workspace.comparison.frozen_columns == place + 1
    frozen = pane.view.frozen
    assert frozen.count == place + 1
    assert frozen.width() == sum(pane.view.columnWidth(each) for each in range(place + 1))
    pane.view.horizontalScrollBar().setValue(pane.view.horizontalScrollBar().maximum())
    assert pane.view.grid_of(place) is frozen
    assert pane.view.visualRect(pane.model.index(0, place)).left() == frozen.columnViewportPosition(place)
    found = pane.view.indexAt(frozen.cell_rect(2, place).center())
    assert (found.row(), found.column()) == (2, place)
    for title in reversed(titles(pane)[place + 1 :]):
        go_to(pane, 0, titles(pane).index(title))
        assert pane.view.cell_rect(0, titles(pane).index(title)).left() >= frozen.width()
    pane.workspace.study.undo()
    assert frozen.count == 1
    arrange.freeze(pane.model, 0)
    assert not frozen.isVisible()
    assert pane.view.grid_of(0) is pane.view


def test_more_columns_than_the_window_has_room_for_leave_room_to_scroll(pane: ComparisonPane) -> None:
    arrange.freeze(pane.model, len(titles(pane)))
    assert 1 <= pane.view.frozen.count < len(titles(pane))
    assert pane.view.frozen.width() < pane.view.viewport().width()


# The summary line


def plain(label: QLabel) -> str:
    return " ".join(QTextDocumentFragment.fromHtml(label.text()).toPlainText().replace("\xa0", " ").split())


def test_the_summary_line_says_what_it_skipped_and_of_what_the_shares_are(pane: ComparisonPane) -> None:
    place = titles(pane).index("Seat share")
    go_to(pane, 0, place)
    press(pane, Key.Key_Down, SHIFT)
    press(pane, Key.Key_Down, SHIFT)
    pane.summary.show_summary()
    assert plain(pane.summary.figures) == (
        "Seat share 3 cells n 3 mean 72.9 median 70.0 sd 25.7 min 48.8 max 100.0 sum 218.8 "
        "skipped none bases differ: all seats 2, list seats only 1"
    )
    assert plain(pane.summary.column) == "Column: 10 of 10"
    pane.workspace.set_as_of(day_number(1995, 1, 1))
    pane.summary.show_summary()
    assert "not yet founded" in plain(pane.summary.column)
    go_to(pane, 0, place)
    pane.summary.show_summary()
    assert plain(pane.summary.figures).startswith("Seat share 10 rows")
    press(pane, Key.Key_A, CTRL)
    pane.summary.show_summary()
    assert plain(pane.summary.figures) == f"{10 * len(titles(pane))} cells selected"


def test_where_there_is_little_room_the_mean_and_what_was_skipped_stay(pane: ComparisonPane) -> None:
    go_to(pane, 0, titles(pane).index("Seat share"))
    pane.workspace.set_as_of(day_number(2001, 1, 1))
    pane.resize(460, 400)
    QApplication.processEvents()
    pane.summary.show_summary()
    shown = plain(pane.summary.figures)
    assert "mean" in shown
    assert "sum" not in shown
    assert "not yet founded" in shown
    assert "sum" in pane.summary.figures.toolTip()


def test_the_menu_of_the_window_arranges_the_rows(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    pane.view.setCurrentIndex(pane.model.index(0, 2))
    window.menus.made["freeze_columns"].trigger()
    assert window.workspace.comparison is not None
    assert window.workspace.comparison.frozen_columns == 3
    group_by_power(pane)
    window.menus.made["fold_groups"].trigger()
    assert pane.model.rowCount() == len(headings(pane))
    window.menus.made["unfold_groups"].trigger()
    arrange.filter_by(pane.model, column(pane, "State"), ColumnFilter("is_one_of", ("Russia",)))
    window.menus.made["show_all_rows"].trigger()
    assert pane.model.table is not None
    assert len(pane.model.table.row_ids) == len(pane.model.table.all_row_ids)
    window.menus.made["sort_rows"].trigger()
    box = next(each for each in QApplication.topLevelWidgets() if isinstance(each, SortBox) and each.isVisible())
    box.reject()
    shown = queries.comparison(window.workspace.study, window.workspace.comparison.id)
    assert shown.grouping is not None
