"""The view of differences: a workbook is taken in, decided by keys and mouse, and applied as one edit."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from parties_of_power.exchange.export import export
from parties_of_power.exchange.guarded import TableFile, read_table_file
from parties_of_power.study.queries import observations_of
from parties_of_power.study.typing import set_value
from parties_of_power.ui import file_actions
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.differences.model import CELL, DECISION, DifferencesModel, Heading
from parties_of_power.ui.views.differences.page import DifferencesPage
from parties_of_power.ui.views.differences.painting import box_of, buttons_of


@pytest.fixture
def workbook(window: MainWindow, tmp_path: Path) -> Path:
    """The comparison as exported, with three changes, and one of them changed here as well."""
    study, path = window.workspace.study, tmp_path / "back.xlsx"
    export(study, window.workspace.columns, path, window.workspace.comparison_id or 0, study.as_of)
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    rows = {row[0].value: row for row in page.iter_rows()}
    rows["Nur Otan"][6].value = 97
    rows["United Russia"][6].value = 314
    rows["Ak Jol"][6].value = "#NAME?"
    rows["New Azerbaijan Party"][6].value = 60
    book.save(path)
    set_value(study, *seats(window, "New Azerbaijan Party"), "59", day=study.as_of)
    return path


def seats(window: MainWindow, name: str) -> tuple[int, int]:
    catalogue = window.workspace.catalogue
    attribute = catalogue.attribute("Seats", "party")
    assert attribute is not None
    return catalogue.find_subject(name)[0], attribute.id


def adopted(window: MainWindow, name: str) -> set[str]:
    found = observations_of(window.workspace.study, *seats(window, name))
    return {each.value for each in found if each.standing == "adopted"}


@pytest.fixture
def page(window: MainWindow, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> DifferencesPage:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(workbook), ""))
    window.menus.made["take_changes"].trigger()
    shown = window.widget_of("differences")
    assert isinstance(shown, DifferencesPage)
    assert shown.isVisible()
    return shown


def row_of(model: DifferencesModel, name: str) -> int:
    return next(
        row for row in range(model.rowCount()) if (line := model.difference(row)) is not None and line.row == name
    )


def press(page: DifferencesPage, name: str, key: Qt.Key) -> None:
    page.table.selectRow(row_of(page.model, name))
    QTest.keyClick(page.table, key)


def test_differences_stand_in_their_groups_and_nothing_is_decided_but_what_is_spoiled(page: DifferencesPage) -> None:
    headings = [line.group.key for line in page.model.lines if isinstance(line, Heading)]
    assert headings == ["changed", "both", "spoiled"]
    assert [page.decisions.of(each) for each in page.model.lines if not isinstance(each, Heading)] == [
        "",
        "",
        "",
        "keep",
    ]
    assert not page.footer.apply.isEnabled()
    assert "10 of 10 rows" in page.about.text()


def test_keys_decide_and_apply_makes_one_edit_that_undo_takes_back(window: MainWindow, page: DifferencesPage) -> None:
    study = window.workspace.study
    before, number = study.dump(), study.edit_number
    press(page, "Nur Otan", Qt.Key.Key_T)
    press(page, "United Russia", Qt.Key.Key_Space)
    press(page, "New Azerbaijan Party", Qt.Key.Key_B)
    page.footer.note.setText("recounted")
    page.footer.apply.click()
    assert study.edit_number == number + 1
    assert {"97", "98"} & adopted(window, "Nur Otan") == {"97"}
    assert {"314", "315"} & adopted(window, "United Russia") == {"314"}
    assert {"59", "60"} & adopted(window, "New Azerbaijan Party") == {"59"}
    rivals = observations_of(study, *seats(window, "New Azerbaijan Party"))
    assert ("60", "rival", "recounted") in {(each.value, each.standing, each.reason) for each in rivals}
    left = [line.row for line in page.model.lines if not isinstance(line, Heading)]
    assert left == ["New Azerbaijan Party", "Ak Jol"]
    window.menus.made["undo"].trigger()
    assert study.dump() == before
    assert page.returned is not None
    assert len(page.returned.differences) == 4


def test_the_mouse_decides_on_buttons_boxes_and_headings(page: DifferencesPage) -> None:
    model, table = page.model, page.table
    row = row_of(model, "New Azerbaijan Party")
    line = model.difference(row)
    assert line is not None
    rect = table.visualRect(model.index(row, DECISION))
    ours = dict(buttons_of(rect, line))["keep"]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=ours.center())
    assert page.decisions.of(line) == "keep"
    row = row_of(model, "Nur Otan")
    box = box_of(table.visualRect(model.index(row, CELL)))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    first = model.difference(row)
    assert first is not None
    assert page.decisions.of(first) == "take"
    heading = table.visualRect(model.index(0, DECISION))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=heading.center() + QPoint(0, 1))
    taken = model.lines[0]
    assert isinstance(taken, Heading)
    assert {page.decisions.of(each) for each in taken.differences} == {"take"}


def test_a_column_is_taken_whole_but_for_its_conflicts_and_what_is_spoiled_is_asked_for(page: DifferencesPage) -> None:
    box, _own = page.side.boxes[0]
    box.click()
    decided = {line.row: page.decisions.of(line) for line in page.model.lines if not isinstance(line, Heading)}
    assert decided == {"United Russia": "take", "Nur Otan": "take", "New Azerbaijan Party": "", "Ak Jol": "take"}
    assert box.checkState() == Qt.CheckState.PartiallyChecked


def test_only_undecided_and_one_group_can_be_shown(page: DifferencesPage) -> None:
    press(page, "Nur Otan", Qt.Key.Key_T)
    page.only_undecided.click()
    assert [line.row for line in page.model.lines if not isinstance(line, Heading)] == [
        "United Russia",
        "New Azerbaijan Party",
    ]
    page.only_undecided.click()
    page.side.groups.setCurrentRow(2)
    assert [line.row for line in page.model.lines if not isinstance(line, Heading)] == ["New Azerbaijan Party"]


def test_all_differences_of_a_row_are_decided_together(page: DifferencesPage) -> None:
    page.close_workbook()
    page.only_undecided.setFocus()
    page.take_up(*_with_two_changes(page))
    assert page.focusWidget() is page.table  # T and K decide at once
    press(page, "Nur Otan", Qt.Key.Key_R)
    QTest.keyClick(page.table, Qt.Key.Key_T)
    decided = [(line.column, page.decisions.of(line)) for line in page.model.lines if not isinstance(line, Heading)]
    assert decided == [("Leader", "take"), ("Seats", "take"), ("Seats", "")]


def _with_two_changes(page: DifferencesPage) -> tuple[str, TableFile]:
    """Of one party two cells were changed, of another one."""
    workspace = page.workspace
    path = workspace.study.path.with_name("two.xlsx")
    export(workspace.study, workspace.columns, path, workspace.comparison_id or 0, workspace.as_of)
    book = openpyxl.load_workbook(path)
    rows = {row[0].value: row for row in book.worksheets[0].iter_rows()}
    rows["Nur Otan"][3].value, rows["Nur Otan"][6].value, rows["Ak Jol"][6].value = "Nobody", 97, 70
    book.save(path)
    file = read_table_file(path)
    assert file is not None
    return path.name, file


def test_lines_are_copied_with_headers(page: DifferencesPage, qapp: QApplication) -> None:
    press(page, "Nur Otan", Qt.Key.Key_U)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    titles, line = qapp.clipboard().text().strip().split("\n")
    assert titles.split("\t")[:4] == ["Cell", "As exported", "In the workbook", "Here now"]
    assert line.split("\t")[:4] == ["Nur Otan, Seats", "98", "97", "98"]


def test_each_line_is_said_whole_to_a_screen_reader(page: DifferencesPage) -> None:
    spoken = page.model.index(row_of(page.model, "Nur Otan"), CELL).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Nur Otan, Seats", "exported 98", "workbook 97", "now 98", "not decided"):
        assert words in spoken


def test_an_edit_made_meanwhile_turns_a_change_into_a_conflict(window: MainWindow, page: DifferencesPage) -> None:
    press(page, "Nur Otan", Qt.Key.Key_T)
    set_value(window.workspace.study, *seats(window, "Nur Otan"), "96", day=window.workspace.as_of)
    line = page.model.difference(row_of(page.model, "Nur Otan"))
    assert line is not None
    assert (line.kind, line.ours, page.decisions.of(line)) == ("both", "96", "")


def test_a_workbook_is_taken_when_it_is_dropped(window: MainWindow, workbook: Path, qapp: QApplication) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(workbook))])
    path = file_actions.dropped(data)
    assert path == workbook
    file_actions.take_dropped(window, path)
    for _round in range(200):
        qapp.processEvents()
        shown = window.widgets.get("differences")
        if isinstance(shown, DifferencesPage) and shown.returned is not None:
            break
    assert isinstance(window.widget_of("differences"), DifferencesPage)
    data.setUrls([QUrl.fromLocalFile(str(workbook)), QUrl.fromLocalFile("/x.xlsx")])
    assert file_actions.dropped(data) is None


def test_a_file_that_is_refused_leaves_the_window_as_it_is(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.workspace, "tell", lambda error: told.append(str(error)) or False)
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 nothing")
    file_actions.take_changes_from(window, tmp_path / "bad.xlsx")
    assert len(told) == 1
    assert "damaged" in told[0]
    assert window.centre.stack.currentWidget() is window.widget_of("comparison")


def test_reading_can_be_stopped(window: MainWindow, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _self: True)
    file_actions.take_changes_from(window, workbook)
    assert "differences" not in window.widgets


def test_closing_leaves_the_study_as_it_is(window: MainWindow, page: DifferencesPage) -> None:
    before = window.workspace.study.dump()
    press(page, "Nur Otan", Qt.Key.Key_T)
    page.footer.cancel.click()
    assert window.workspace.study.dump() == before
    assert page.returned is None
    assert window.centre.stack.currentWidget() is window.widget_of("comparison")
