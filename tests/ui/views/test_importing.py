"""The import assistant: a table goes through its steps, by keys and mouse, and comes in as one edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog, QWidget

from exchange.imports.books import messy_book
from parties_of_power.exchange.imports.plan import RowUnit
from parties_of_power.study.queries import observations_of
from parties_of_power.ui import file_actions
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.importing.names_section import Name
from parties_of_power.ui.views.importing.page import ImportPage
from parties_of_power.ui.views.importing.section import Choice
from parties_of_power.ui.views.importing.values_model import WHO, WILL

TABLE = """Party;Seats;Slogan
United Russia;316;Putin's plan
Nur Otan;98;Forward
Nur Oten;7;Backward
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "slogans 2007.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def page(window: MainWindow, table: Path, monkeypatch: pytest.MonkeyPatch) -> ImportPage:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(table), ""))
    window.menus.made["import_table"].trigger()
    return shown_page(window)


def shown_page(window: MainWindow) -> ImportPage:
    shown = window.widget_of("importing")
    assert isinstance(shown, ImportPage)
    assert shown.isVisible()
    return shown


def pick(box: Choice, data: object) -> None:
    """As a user does."""
    box.choose(data)
    assert box.currentData() == data
    box.activated.emit(box.currentIndex())


def lines(page: ImportPage) -> list[tuple[str, str]]:
    model = page.values.model
    return [(model.index(row, WHO).data(), model.index(row, WILL).data()) for row in range(model.rowCount())]


def attribute_id(page: ImportPage, name: str) -> int:
    found = page.workspace.catalogue.attribute(name, "party")
    assert found is not None
    return found.id


def name_of(page: ImportPage, text: str) -> Name:
    return next(name for name in page.names.boxes if name[1] == text)


def test_every_step_shows_its_guess(page: ImportPage) -> None:
    assert "slogans 2007.csv" in page.file.about.text()
    assert page.file.divider.currentData() == ";"
    assert page.table.preview.verticalHeaderItem(0).text() == "1 header"
    assert page.unit.unit.currentData() == "party"
    assert page.columns.lines["Seats"].what.currentText() == "Seats"
    assert page.columns.lines["Slogan"].what.currentText() == "a new attribute"
    assert [name[1] for name in page.names.boxes] == ["Nur Oten"]
    assert ("Nur Otan", "new") in lines(page)


def test_a_table_comes_in_as_one_edit_that_undo_takes_back(window: MainWindow, page: ImportPage) -> None:
    study, seats = window.workspace.study, attribute_id(page, "Seats")
    pick(page.columns.lines["Slogan"].kind, "text")
    page.columns.lines["Slogan"].name.setText("Campaign slogan")
    page.columns.lines["Slogan"].name.editingFinished.emit()
    page.unit.day.setText("2007-12-02")
    page.unit.day.editingFinished.emit()
    page.propose()
    party = window.workspace.catalogue.find_subject("United Russia")[0]
    statuses = {said for who, said in lines(page) if who == "United Russia"}
    page.finish.source.setEditText("A colleague's table of slogans")
    page.finish.note.setText("as sent")
    before, number = study.dump(), study.edit_number
    page.finish.apply.click()
    assert study.edit_number == number + 1
    assert statuses == {"new", "rival"}
    found = observations_of(study, party, seats)
    (rival,) = [each for each in found if each.value == "316"]
    (citation,) = rival.citations
    assert (rival.standing, rival.note) == ("rival", "as sent")
    assert window.workspace.catalogue.sources[citation.source_id].title == "A colleague's table of slogans"
    assert citation.locator.endswith("!B2")
    slogans = observations_of(study, party, attribute_id(page, "Campaign slogan"))
    assert [each.value for each in slogans] == ["Putin's plan"]
    assert "4 values" in page.told.text()
    study.undo()
    assert study.dump() == before


def test_a_name_is_decided_and_the_decision_stays_in_sight(page: ImportPage) -> None:
    owner = page.workspace.catalogue.find_subject("Nur Otan")[0]
    name = name_of(page, "Nur Oten")
    assert "alike" in page.names.boxes[name].itemText(2)
    assert len(lines(page)) == 4
    pick(page.names.boxes[name], owner)
    page.propose()
    assert page.names.boxes[name_of(page, "Nur Oten")].currentData() == owner
    assert len(lines(page)) == 6
    pick(page.names.boxes[name], 0)
    page.propose()
    assert len(lines(page)) == 4


def test_values_are_left_and_taken_by_keys_and_by_column(page: ImportPage) -> None:
    draft, values = page.draft, page.values
    assert draft is not None
    values.table.selectRow(0)
    QTest.keyClick(values.table, Qt.Key.Key_Space)
    assert len(draft.taken) == 3
    assert "left out" in values.model.index(0, WHO).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(values.table, Qt.Key.Key_T)
    pick(values.column_box, "Slogan")
    values.leave.click()
    assert {each.column for each in draft.taken} == {"Seats"}
    assert "2" in page.finish.apply.text()


def test_a_column_left_out_is_proposed_no_more(page: ImportPage) -> None:
    pick(page.columns.lines["Slogan"].what, ("ignored", 0))
    page.propose()
    assert len(lines(page)) == 2


@pytest.mark.parametrize("unit", ["event", "tie", "source"])
def test_rows_that_are_not_taken_in_are_refused_in_a_sentence(page: ImportPage, unit: RowUnit) -> None:
    pick(page.unit.unit, unit)
    assert "is not taken in here" in page.unit.about.text()
    assert not page.finish.isVisible()
    assert not page.columns.isVisible()
    pick(page.unit.unit, "party")
    assert page.finish.isVisible()


def test_another_divider_is_seen_at_once(page: ImportPage) -> None:
    pick(page.file.divider, ",")
    assert page.table.preview.columnCount() == 1
    pick(page.file.divider, ";")
    assert page.table.preview.columnCount() == 3


def test_what_was_decided_about_a_messy_workbook_can_be_turned_back(window: MainWindow, tmp_path: Path) -> None:
    file_actions.import_from(window, messy_book(tmp_path / "messy.xlsx"))
    page = shown_page(window)
    (totals,) = [box for box in page.table.boxes if "totals" in box.text()]
    QTest.keyClick(totals, Qt.Key.Key_Space)
    assert page.draft is not None
    assert page.draft.plan.table.turned_back == ("totals",)
    assert any("Итого" in name[1] for name in page.names.boxes)


def test_a_recipe_is_kept_and_shows_only_what_is_new(window: MainWindow, page: ImportPage, table: Path) -> None:
    page.finish.keeps.setChecked(True)
    page.finish.recipe.setText("Slogans")
    page.finish.source.setEditText("Slogans of a colleague")
    page.finish.apply.click()
    table.write_text(TABLE.replace("Forward", "Onward"), "utf-8")
    file_actions.import_from(window, table)
    recipe = page.file.recipe.itemData(1)
    assert recipe.name == "Slogans"
    pick(page.file.recipe, recipe)
    assert lines(page) == [("Nur Otan", "rival")]


def test_tab_goes_from_top_to_bottom(page: ImportPage) -> None:
    heights, stops = [], 0
    page.file.open.setFocus()
    while stops < 60:
        here = page.window().focusWidget()
        assert isinstance(here, QWidget)
        heights.append(here.mapTo(page.inside, here.rect().center()).y())
        if here is page.finish.close_button:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
        stops += 1
    assert heights == sorted(heights, key=lambda height: height // 20)
    assert page.window().focusWidget() is page.finish.close_button


def test_every_field_has_a_name(page: ImportPage) -> None:
    for box in page.inside.findChildren(Choice):
        assert box.accessibleName()


def test_a_table_is_taken_when_it_is_dropped(window: MainWindow, table: Path, qapp: QApplication) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    path = file_actions.dropped(data)
    assert path == table
    file_actions.take_dropped(window, path)
    for _round in range(200):
        qapp.processEvents()
        if "importing" in window.widgets:
            break
    assert shown_page(window).draft is not None


def test_a_workbook_that_was_not_exported_is_imported(window: MainWindow, tmp_path: Path) -> None:
    file_actions.take_workbook(window, messy_book(tmp_path / "messy.xlsx"))
    assert shown_page(window).draft is not None


def test_a_refused_file_says_why(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.workspace, "tell", lambda error: told.append(str(error)) or False)
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04 nothing")
    file_actions.import_from(window, tmp_path / "bad.xlsx")
    assert len(told) == 1
    assert "damaged" in told[0]
    assert "importing" not in window.widgets


def test_reading_can_be_stopped(window: MainWindow, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _self: True)
    file_actions.import_from(window, table)
    assert "importing" not in window.widgets
