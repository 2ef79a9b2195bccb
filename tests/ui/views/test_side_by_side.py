"""Side by side in the real window: chosen by keys and menus, followed, copied, exported, read by a screen reader."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMenu, QMessageBox

from parties_of_power.analysis.likeness import Likeness
from parties_of_power.analysis.side_by_side import Line, Side
from parties_of_power.domain.dates import day_number
from parties_of_power.study import queries
from parties_of_power.study.edits import add_party, correct_observation, remove_observation, remove_subject
from parties_of_power.study.study import Study
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.tables.clipboard import from_clipboard
from parties_of_power.ui.views.side_by_side.days_dialog import DaysDialog
from parties_of_power.ui.views.side_by_side.menus import cell_menu, fill_adding_menu, fill_side_menu
from parties_of_power.ui.views.side_by_side.model import Axis
from parties_of_power.ui.views.side_by_side.page import SideBySidePage
from parties_of_power.ui.views.side_by_side.painting import ticks_between
from parties_of_power.ui.workspace import Workspace

NAMES = ("United Russia", "Nur Otan", "New Azerbaijan Party")
STATES = ("Russia", "Kazakhstan", "Azerbaijan")
Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> SideBySidePage:
    """The page with the three parties, chosen as a user does."""
    window.workspace.select(ids(window.workspace))
    window.menus.made["compare_side_by_side"].trigger()
    QApplication.processEvents()
    found = window.widget_of("side_by_side")
    assert isinstance(found, SideBySidePage)
    return found


def ids(workspace: Workspace, *names: str) -> tuple[int, ...]:
    return tuple(workspace.catalogue.find_subject(name, "party")[0] for name in names or NAMES)


def row(page: SideBySidePage, title: str) -> int:
    return next(place for place, each in enumerate(page.model.rows) if each.title == title)


def line(page: SideBySidePage, title: str) -> Line:
    found = page.model.line(row(page, title))
    assert found is not None
    return found


def names(page: SideBySidePage) -> list[str]:
    return [heading.name for heading in page.model.shown.headings]


def entries(menu: QMenu) -> dict[str, QAction]:
    """Every entry by its words, those of submenus as well."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            found |= entries(submenu)
        elif action.text():
            found[action.text()] = action
    return found


def test_the_selected_parties_stand_side_by_side(page: SideBySidePage) -> None:
    assert page.isVisible()
    assert names(page) == list(NAMES)
    assert [page.model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)] == [*NAMES, "Between them"]
    assert line(page, "Government role").likeness is Likeness.EQUAL
    assert line(page, "Anti-pluralism index").between == "intervals overlap: United Russia and Nur Otan"
    assert "3 side by side" in page.bar.counted.text()


def test_the_command_wants_two_and_takes_six(window: MainWindow) -> None:
    command, workspace = window.menus.made["compare_side_by_side"], window.workspace
    workspace.select(ids(workspace, "Nur Otan"))
    assert not command.isEnabled()
    workspace.select([party.id for party in workspace.catalogue.parties[:8]])
    assert command.isEnabled()
    command.trigger()
    page = window.widget_of("side_by_side")
    assert isinstance(page, SideBySidePage)
    assert [side.subject_id for side in page.chosen.sides] == [party.id for party in workspace.catalogue.parties[:6]]


def test_the_model_is_sound_while_sides_and_days_change(page: SideBySidePage) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    page.chosen.remove(0)
    page.bar.only_differences.click()
    page.workspace.set_as_of(day_number(1995, 6, 1))
    page.bar.only_differences.click()
    page.chosen.compare(())
    assert page.stack.currentWidget() is page.nothing
    page.chosen.compare(ids(page.workspace))
    assert tester.model() is page.model


def test_only_differences_hides_what_is_equal(page: SideBySidePage) -> None:
    before = len(page.model.shown.lines)
    QTest.mouseClick(page.bar.only_differences, Qt.MouseButton.LeftButton)
    assert {each.likeness for each in page.model.shown.lines} == {Likeness.DIFFERENT}
    assert len(page.model.shown.lines) < before


def test_it_follows_the_day_and_edits_and_undo(page: SideBySidePage) -> None:
    workspace, share = page.workspace, page.workspace.catalogue.attribute("Vote share", "party")
    assert share is not None
    shown = line(page, "Vote share").cells[0]
    assert shown.observation_id is not None
    correct_observation(workspace.study, shown.observation_id, value="12.5")
    assert line(page, "Vote share").cells[0].text == "12.5"
    workspace.study.undo()
    assert line(page, "Vote share").cells[0].text == "64.3"
    workspace.set_as_of(day_number(2004, 1, 1))
    assert line(page, "Vote share").cells[0].text == "37.1"
    assert names(page)[1] == "Otan"


def test_what_is_hidden_reads_anew_when_it_is_seen(window: MainWindow, page: SideBySidePage) -> None:
    window.go_to_view("comparison")
    observation = line(page, "Vote share").cells[0].observation_id or 0
    remove_observation(page.workspace.study, observation)
    assert line(page, "Vote share").cells[0].text == "64.3"
    window.go_to_view("side_by_side")
    assert line(page, "Vote share").cells[0].text != "64.3"


def test_a_party_is_put_beside_and_removed_by_menu(page: SideBySidePage) -> None:
    menu = QMenu(page)
    fill_adding_menu(page, menu)
    states = [action.text() for action in menu.actions()]
    assert states == sorted(states)
    assert not entries(menu)["Nur Otan"].isEnabled()
    entries(menu)["Republican Party of Armenia"].trigger()
    assert names(page) == [*NAMES, "Republican Party of Armenia"]
    side = QMenu(page)
    fill_side_menu(page, side, 0)
    entries(side)["Remove from here"].trigger()
    assert names(page) == [*NAMES[1:], "Republican Party of Armenia"]
    again = QMenu(page)
    fill_side_menu(page, again, 0)
    entries(again)["Move right"].trigger()
    assert names(page)[:2] == ["New Azerbaijan Party", "Nur Otan"]


def test_a_side_has_a_day_of_its_own(page: SideBySidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([("no day at all", True), ("2004", True)])
    asked: list[str] = []

    def answer(_parent: object, _title: str, question: str, *_rest: object) -> tuple[str, bool]:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(QInputDialog, "getText", answer)
    menu = QMenu(page)
    fill_side_menu(page, menu, 0)
    entries(menu)["On another day…"].trigger()
    assert len(asked) == 2
    assert page.chosen.sides[0].day == day_number(2004, 1, 1)
    assert line(page, "Vote share").cells[0].text == "37.1"
    page.workspace.set_as_of(day_number(2009, 1, 1))
    assert line(page, "Vote share").cells[0].text == "37.1"
    follow = QMenu(page)
    fill_side_menu(page, follow, 0)
    entries(follow)["On the as-of day"].trigger()
    assert page.chosen.sides[0].day is None


def test_one_party_on_several_days(page: SideBySidePage) -> None:
    dialog = DaysDialog(page.workspace, page, ids(page.workspace)[0])
    assert "2 Dec 2007" in dialog.typed.text()
    dialog.typed.setText("2004; no day")
    dialog._accept()
    assert dialog.wrong.text()
    assert dialog.typed.text() == "2004; no day"
    dialog.typed.setText("2004")
    dialog._accept()
    assert "Two to six days" in dialog.wrong.text()
    dialog.typed.setText("2004; 25 Nov 2008")
    dialog._accept()
    assert dialog.days == (day_number(2004, 1, 1), day_number(2008, 11, 25))
    page.chosen.compare_days(dialog.result_id or 0, dialog.days)
    assert [heading.small for heading in page.model.shown.headings] == ["Russia · 1 Jan 2004", "Russia · 25 Nov 2008"]


def test_the_choice_is_kept_with_the_study(window: MainWindow, page: SideBySidePage, study_file: Path) -> None:
    page.chosen.compare_days(ids(page.workspace)[1], (731_000, 732_000))
    number = page.workspace.study.edit_number
    page.workspace.study.close()
    page.workspace.open(Study.open(study_file, coder="tester"))
    assert page.chosen.sides == tuple(Side(ids(page.workspace)[1], day) for day in (731_000, 732_000))
    assert page.workspace.study.edit_number == number


def test_the_cursor_passes_over_headings_and_tells_the_cell(page: SideBySidePage) -> None:
    table, role = page.table, row(page, "Government role")
    table.setFocus()
    table.setCurrentIndex(page.model.index(role - 2, 1))
    QTest.keyClick(table, Key.Key_Down)
    assert table.currentIndex().row() == role
    attribute = page.workspace.catalogue.attribute("Government role", "party")
    assert attribute is not None
    assert page.workspace.cell == (ids(page.workspace)[1], attribute.id)


def test_a_group_folds_by_keys_and_by_a_click_and_opens_again(page: SideBySidePage) -> None:
    rows = page.model.rowCount()
    heading = next(place for place, each in enumerate(page.model.rows) if each.title == "Organisation")
    page.table.setCurrentIndex(page.model.index(heading, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    title = page.model.headerData(heading, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert page.model.rowCount() < rows
    assert title.endswith("folded")
    assert page.table.currentIndex().row() == heading
    place = page.table.visualRect(page.model.index(heading, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.model.rowCount() == rows


def test_the_arrows_fold_a_group_too_and_its_cell_says_so(page: SideBySidePage) -> None:
    heading = next(place for place, each in enumerate(page.model.rows) if each.title == "Organisation")
    cell, rows = page.model.index(heading, 0), page.model.rowCount()
    page.table.setCurrentIndex(cell)
    assert str(cell.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Organisation: ")
    for key, is_folded in ((Qt.Key.Key_Right, False), (Qt.Key.Key_Left, True), (Qt.Key.Key_Left, True)):
        QTest.keyClick(page.table, key)
        assert (page.model.rowCount() < rows) == is_folded
    assert str(page.model.index(heading, 0).data(Qt.ItemDataRole.AccessibleTextRole)).endswith("folded")
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    assert page.model.rowCount() == rows


def test_estimates_that_measure_alike_stand_on_one_scale_below_them(page: SideBySidePage) -> None:
    axes = [place for place, each in enumerate(page.model.rows) if isinstance(each, Axis)]
    assert axes
    for place in axes:
        line, axis = page.model.line(place - 1), page.model.rows[place]
        assert line is not None
        assert isinstance(axis, Axis)
        assert page.model.look(line.attribute).scale == axis.scale
        assert not page.model.flags(page.model.index(place, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert ticks_between(-2.6, 4.2, most=5) == [-2, 0, 2, 4]
    assert ticks_between(0, 1, most=4) == [0, 0.5, 1]


def test_what_is_known_of_the_states_stands_there_when_it_is_wanted(page: SideBySidePage) -> None:
    titles = {each.title for each in page.model.rows}
    page.bar.with_states.click()
    added = {each.title for each in page.model.rows} - titles
    assert "State: Government" in added
    line = next(each for each in page.model.shown.lines if each.title == "Head of state")
    assert line.cells[1].text == "Nursultan Nazarbayev"
    assert "Sources: " in page.sources.text()


def test_enter_goes_to_the_cell_in_the_comparison(window: MainWindow, page: SideBySidePage) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row(page, "Vote share"), 2))
    QTest.keyClick(page.table, Key.Key_Return)
    assert window.widget_of("comparison").isVisible()
    share = page.workspace.catalogue.attribute("Vote share", "party")
    assert share is not None
    assert page.workspace.cell == (ids(page.workspace)[2], share.id)


def test_everything_is_copied_with_headers(page: SideBySidePage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_C, CTRL)
    block = from_clipboard(QGuiApplication.clipboard().mimeData())
    assert block[0] == ["Attribute", "=/≠", *(f"{n} ({s})" for n, s in zip(NAMES, STATES, strict=True)), "Between them"]
    assert len(block) == 1 + len(page.model.shown.lines)
    share = next(each for each in block if each[0] == "Vote share (%)")
    assert share == ["Vote share (%)", "≠", "64.3", "88.4", "62.3", "bases differ: not strictly comparable"]
    assert "<td>64.3</td>" in QGuiApplication.clipboard().mimeData().html()


def test_a_block_is_copied_with_its_headers_alone(page: SideBySidePage) -> None:
    start = row(page, "Vote share")
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(start, 0))
    QTest.keyClick(page.table, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.table.copy()
    block = from_clipboard(QGuiApplication.clipboard().mimeData())
    assert block == [
        ["Attribute", "=/≠", "United Russia (Russia)", "Nur Otan (Kazakhstan)"],
        ["Vote share (%)", "≠", "64.3", "88.4"],
    ]


def test_it_is_exported_as_it_is_shown(page: SideBySidePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sides.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_rest: (str(path), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    page.bar.exporting.click()
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert lines[0][:3] == ["Group", "Attribute", "=/≠"]
    assert ["Elections", "Vote share (%)", "≠", "64.3", "88.4", "62.3"] in [each[:6] for each in lines]
    assert len(lines) == 1 + len(page.model.shown.lines)


def test_a_screen_reader_is_told_table_row_column_and_relation(page: SideBySidePage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.table)
    assert interface.text(QAccessible.Text.Name) == "Side by side"
    index = page.model.index(row(page, "Anti-pluralism index"), 0)
    spoken = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("0.85")
    assert "0.79 to 0.89" in spoken
    assert spoken.endswith("different")
    title = page.model.headerData(index.row(), Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert title == "Anti-pluralism index, higher: less commitment to democratic norms, different"
    founded = page.model.index(row(page, "Founded"), 0)
    assert "one rival value" in page.model.data(founded, Qt.ItemDataRole.AccessibleTextRole)


def test_the_context_menu_leads_to_table_inspector_and_history(window: MainWindow, page: SideBySidePage) -> None:
    page.table.setCurrentIndex(page.model.index(row(page, "Vote share"), 1))
    menu = cell_menu(page, 1)
    assert {"Copy", "Export…", "Show in the table", "Show in the inspector", "Show history"} <= set(entries(menu))
    entries(menu)["Show history"].trigger()
    assert window.widget_of("history").isVisible()


def test_a_party_that_is_gone_stands_there_no_more(page: SideBySidePage) -> None:
    study = page.workspace.study
    made = add_party(study, "Short-lived", page.workspace.catalogue.states[0].id)
    page.chosen.add(Side(made))
    assert names(page)[-1] == "Short-lived"
    remove_subject(study, made)
    assert names(page) == list(NAMES)


def test_equal_values_of_the_page_are_those_of_the_study(page: SideBySidePage) -> None:
    """Whatever is marked equal is one value in the study, whatever is marked different at least two."""
    for each in page.model.shown.lines:
        values = {cell.value for cell in each.cells if cell.state == "value"}
        if each.likeness is Likeness.EQUAL:
            assert len(values) <= 1, each.title
        for cell in each.cells:
            if cell.observation_id is not None:
                stored = queries.observation(page.workspace.study, cell.observation_id)
                assert (stored.subject_id, stored.value) == (cell.subject_id, cell.value)
