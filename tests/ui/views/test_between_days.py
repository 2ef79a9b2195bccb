"""What changed between two days, in the real window: days are typed, rows lead to cells, all of it can be copied."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from parties_of_power.analysis.between_days import CHANGES
from parties_of_power.domain.dates import day_number
from parties_of_power.study import queries
from parties_of_power.study.edits import correct_observation
from parties_of_power.ui.day_edit import DayEdit
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.tables.clipboard import from_clipboard
from parties_of_power.ui.views.between_days.page import BetweenDaysPage

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> BetweenDaysPage:
    """Between the first day of 2004 and the as-of day."""
    window.menus.made["between_days"].trigger()
    QApplication.processEvents()
    found = window.widget_of("between_days")
    assert isinstance(found, BetweenDaysPage)
    type_day(found.since, "2004")
    return found


def type_day(field: DayEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def rows(page: BetweenDaysPage) -> list[list[str]]:
    return [[field.text(row) for field in page.list.model.fields] for row in page.list.model.shown]


def test_the_differences_are_listed_by_kind(page: BetweenDaysPage) -> None:
    shown = rows(page)
    assert ["United Russia", "Leader", "Boris Gryzlov", "Vladimir Putin", "new value"] in shown
    assert ["Nur Otan", "Party", "Otan", "Nur Otan", "renamed"] in shown
    assert page.kinds.itemText(0) == f"All changes: {len(shown)}"


def test_it_begins_a_year_before_the_as_of_day(window: MainWindow) -> None:
    window.go_to_view("between_days")
    found = window.widget_of("between_days")
    assert isinstance(found, BetweenDaysPage)
    assert (found.since.day, found.until.day) == (day_number(2007, 11, 25), day_number(2008, 11, 25))
    assert all(row[4] for row in rows(found))


@pytest.mark.parametrize("change", CHANGES)
def test_one_kind_alone(page: BetweenDaysPage, change: str) -> None:
    wanted = [row for row in page.found if row.change == change]
    page.kinds.setCurrentIndex(page.kinds.findData(change))
    assert list(page.list.model.shown) == wanted
    assert page.kinds.currentText().endswith(f": {len(wanted)}")


def test_words_filter_as_well(page: BetweenDaysPage) -> None:
    QTest.keyClicks(page.list.filter, "otan leader")
    assert [row[:2] for row in rows(page)] == [["Nur Otan", "Leader"]]


def test_a_row_is_the_cell_that_others_show_and_enter_goes_there(window: MainWindow, page: BetweenDaysPage) -> None:
    page.list.go_to(lambda row: row.subject == "Nur Otan" and row.attribute == "Vote share")
    share = window.workspace.catalogue.attribute("Vote share", "party")
    (party,) = window.workspace.catalogue.find_subject("Nur Otan", "party")
    assert share is not None
    assert window.workspace.cell == (party, share.id)
    assert window.workspace.selected == (party,)
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Key.Key_Return)
    assert window.widget_of("comparison").isVisible()
    assert window.workspace.cell == (party, share.id)


def test_the_later_day_follows_the_as_of_day_until_another_is_typed(page: BetweenDaysPage) -> None:
    page.workspace.set_as_of(day_number(2006, 1, 1))
    assert page.until.day == day_number(2006, 1, 1)
    type_day(page.until, "2005-06-01")
    page.workspace.set_as_of(day_number(2008, 1, 1))
    assert page.until.day == day_number(2005, 6, 1)


def test_equal_days_have_no_differences(page: BetweenDaysPage) -> None:
    type_day(page.until, "2004-01-01")
    assert rows(page) == []
    assert page.list.nothing.isVisible()


def test_a_text_that_is_no_day_is_refused_and_the_day_stays(page: BetweenDaysPage) -> None:
    said: list[str] = []
    page.workspace.message.connect(said.append)
    type_day(page.since, "tomorrow")
    assert said
    assert page.since.day == day_number(2004, 1, 1)
    assert page.since.text() == "1 Jan 2004"


def test_arrows_step_by_days_and_page_keys_by_years(page: BetweenDaysPage) -> None:
    page.since.setFocus()
    QTest.keyClick(page.since, Key.Key_Up)
    assert page.since.day == day_number(2004, 1, 2)
    QTest.keyClick(page.since, Key.Key_PageDown)
    assert page.since.day == day_number(2003, 1, 2)


def test_it_follows_edits(page: BetweenDaysPage) -> None:
    workspace = page.workspace
    share = workspace.catalogue.attribute("Vote share", "party")
    (party,) = workspace.catalogue.find_subject("Nur Otan", "party")
    assert share is not None
    held = workspace.columns.held(party, share.id, workspace.as_of)[0]
    assert held is not None
    correct_observation(workspace.study, held, value="80.1")
    assert ["Nur Otan", "Vote share", "30.9", "80.1", "measured anew"] in rows(page)
    workspace.study.undo()
    assert ["Nur Otan", "Vote share", "30.9", "88.4", "measured anew"] in rows(page)
    assert queries.observation(workspace.study, held).value == "88.4"


def test_the_model_is_sound(page: BetweenDaysPage) -> None:
    tester = QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    type_day(page.since, "1990")
    page.kinds.setCurrentIndex(1)
    assert tester.model() is page.list.model


def test_all_rows_or_those_selected_are_copied_with_headers(page: BetweenDaysPage) -> None:
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Key.Key_C, CTRL)
    block = from_clipboard(QGuiApplication.clipboard().mimeData())
    assert block == [["Party or state", "Attribute", "Before", "After", "Change"], *rows(page)]
    page.list.table.selectRow(0)
    QTest.keyClick(page.list.table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list.table, Key.Key_C, CTRL)
    assert from_clipboard(QGuiApplication.clipboard().mimeData())[1:] == rows(page)[:2]


def test_it_is_exported(page: BetweenDaysPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "changes.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_rest: (str(path), ""))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    page.export()
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1:] == rows(page)
