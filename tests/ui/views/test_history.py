"""The history in the real window: of a cell, a party, a coder, since a day; an earlier state restored and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from parties_of_power.study import queries
from parties_of_power.study.edits import add_source, correct_observation, remove_observation
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.history.narrowing import CELL, STUDY, SUBJECT
from parties_of_power.ui.views.history.page import HistoryPage
from parties_of_power.ui.workspace import Cell


@pytest.fixture
def cell(window: MainWindow) -> Cell:
    """Vote share of United Russia."""
    (party,) = window.workspace.catalogue.find_subject("United Russia", "party")
    share = window.workspace.catalogue.attribute("Vote share", "party")
    assert share is not None
    return party, share.id


@pytest.fixture
def observation(window: MainWindow, cell: Cell) -> int:
    held = window.workspace.columns.held(*cell, window.workspace.as_of)[0]
    assert held is not None
    return held


@pytest.fixture
def page(window: MainWindow, cell: Cell, observation: int) -> HistoryPage:
    """Two corrections of the cell, one of another cell of the party by somebody else, and a source; the cell shown."""
    study = window.workspace.study
    correct_observation(study, observation, value="60", note="recount")
    correct_observation(study, observation, value="61")
    study.coder = "Boris"
    role = window.workspace.catalogue.attribute("Government role", "party")
    assert role is not None
    held = window.workspace.columns.held(cell[0], role.id, window.workspace.as_of)[0]
    junior = window.workspace.catalogue.choices_of(role.id)[1]
    correct_observation(study, held or 0, value=str(junior.id))
    study.coder = "tester"
    add_source(study, "Minutes")
    window.workspace.show_history(cell)
    QApplication.processEvents()
    found = window.widget_of("history")
    assert isinstance(found, HistoryPage)
    return found


def labels(page: HistoryPage) -> list[str]:
    return [entry.label for entry in page.list.model.shown]


def choose(page: HistoryPage, words: str) -> None:
    assert page.list.go_to(lambda entry: words in entry.label)


def value_of(page: HistoryPage, observation: int) -> tuple[str, str]:
    found = queries.observation(page.workspace.study, observation)
    return found.value, found.note


def test_the_history_of_a_cell_is_its_own(page: HistoryPage) -> None:
    assert page.isVisible()
    assert "United Russia · Vote share" in page.narrowing.scope.currentText()
    assert labels(page) == [
        "Correct 60 to 61 for United Russia · Vote share",
        "Correct 64.3 to 60 for United Russia · Vote share",
    ]


def test_of_a_party_of_the_study_and_of_a_coder(page: HistoryPage) -> None:
    page.narrowing.scope.setCurrentIndex(SUBJECT)
    assert len(labels(page)) == 3
    page.narrowing.coder.setCurrentIndex(page.narrowing.coder.findData("Boris"))
    (only,) = labels(page)
    assert "Government role" in only
    page.narrowing.coder.setCurrentIndex(0)
    page.narrowing.scope.setCurrentIndex(STUDY)
    assert "Add source Minutes" in labels(page)


def test_since_a_day(page: HistoryPage) -> None:
    field = page.narrowing.since
    for text, count in (("2300", 0), ("2020", 2), ("", 2)):
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert len(labels(page)) == count, text


def test_each_entry_says_before_and_after(page: HistoryPage) -> None:
    choose(page, "64.3 to 60")
    text = page.reading.text()
    assert "<s>64.3</s> → 60" in text
    assert "recount" in text
    page.narrowing.scope.setCurrentIndex(SUBJECT)
    choose(page, "Government role")
    assert "Senior partner in government</s> → Junior partner" in page.reading.text()


def test_an_earlier_state_is_restored_and_undone(page: HistoryPage, observation: int) -> None:
    before = page.workspace.study.dump()
    choose(page, "64.3 to 60")
    assert page.restore_after.isVisible()
    page.restore_after.click()
    assert value_of(page, observation) == ("60", "recount")
    assert labels(page)[0] == "Restore 60 for United Russia · Vote share"
    choose(page, "64.3 to 60")
    page.restore_before.click()
    assert value_of(page, observation)[0] == "64.3"
    page.workspace.study.undo()
    page.workspace.study.undo()
    assert page.workspace.study.dump() == before


def test_what_was_removed_is_brought_back(page: HistoryPage, observation: int) -> None:
    remove_observation(page.workspace.study, observation)
    choose(page, "Remove 61")
    assert not page.restore_after.isVisible()
    page.restore_before.click()
    found = queries.observation(page.workspace.study, observation)
    assert found.value == "61"
    assert found.citations


def test_of_several_observations_one_is_chosen(
    page: HistoryPage, observation: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: shown.append(menu))
    study = page.workspace.study
    other = next(
        row_id
        for (row_id,) in study.rows("SELECT id FROM observation WHERE id <> ? AND standing = 'adopted'", (observation,))
    )
    with study.edit("Both"):
        correct_observation(study, observation, value="50")
        correct_observation(study, other, note="seen")
    page.narrowing.scope.setCurrentIndex(STUDY)
    choose(page, "Both")
    page.restore_before.click()
    entries: list[QAction] = shown[0].actions()
    assert len(entries) == 2
    next(entry for entry in entries if "United Russia · Vote share" in entry.text()).trigger()
    assert value_of(page, observation)[0] == "61"


def test_another_cell_is_followed_while_a_cell_is_shown(page: HistoryPage, cell: Cell) -> None:
    role = page.workspace.catalogue.attribute("Government role", "party")
    assert role is not None
    page.workspace.set_cell(cell[0], role.id)
    assert [label for label in labels(page) if "Government role" in label] == labels(page)
    page.workspace.clear_cell()
    page.workspace.select(())
    assert page.narrowing.scope.currentIndex() == STUDY
    assert "Add source Minutes" in labels(page)
    page.narrowing.narrow_to(cell)
    assert page.narrowing.scope.currentIndex() == CELL
    assert len(labels(page)) == 2
