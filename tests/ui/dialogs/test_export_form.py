"""The form of an export: Enter is enough, what is chosen is written and remembered, nothing is replaced unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog

from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.options import Options, remembered
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.export import ask_export
from parties_of_power.ui.dialogs.export_form import ExportForm
from parties_of_power.ui.dialogs.export_names import free_name
from parties_of_power.ui.workspace import Workspace


@pytest.fixture(autouse=True)
def closed_forms(workspace: Workspace) -> Iterator[None]:
    """Before the study is closed that they show."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, ExportForm):
            widget.close()


def form_of(workspace: Workspace, path: Path) -> ExportForm:
    assert workspace.comparison is not None
    table = ComparisonTable(workspace.study, workspace.columns, workspace.comparison, workspace.as_of, in_full=True)
    form = ExportForm(workspace, None, table, path)
    form.show()
    return form


def titles(form: ExportForm) -> list[str]:
    items = (form.picture.horizontalHeaderItem(column) for column in range(form.picture.columnCount()))
    return [item.text() for item in items if item is not None]


def test_enter_is_enough(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "notice", lambda *_said: None)
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    written = ask_export(workspace, None, tmp_path)
    assert written is not None
    assert written.exists()
    assert "Observations" in openpyxl.load_workbook(written, read_only=True).sheetnames


def test_escape_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape))
    assert ask_export(workspace, None, tmp_path) is None
    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_is_chosen_is_written_and_remembered(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "notice", lambda *_said: None)

    def choose() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, ExportForm)
        form.what.setCurrentIndex(1)
        form.form.setCurrentIndex(1)
        form.years.setText("2003, 2008")
        form.charts.setChecked(False)
        form.do_it.click()

    QTimer.singleShot(0, choose)
    written = ask_export(workspace, None, tmp_path)
    assert written is not None
    book = openpyxl.load_workbook(written)
    assert "Observations" not in book.sheetnames
    assert "Vote share, 31 Dec 2003" in [cell.value for cell in book.worksheets[0][1]]
    chosen = Options(with_study=False, form="years", years=(2003, 2008), charts=False)
    assert remembered(workspace.study) == chosen
    assert form_of(workspace, tmp_path / "next.xlsx").chosen() == chosen


def test_the_picture_follows_what_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    form = form_of(workspace, tmp_path / "out.xlsx")
    assert "Vote share: source" not in titles(form)
    form.citations.setCurrentIndex(1)
    form.draw()
    assert "Vote share: source" in titles(form)
    form.form.setCurrentIndex(2)
    form.draw()
    assert titles(form)[:3] == ["Subject", "Attribute", "Value"]


def test_years_that_cannot_be_read_are_said_beside_their_line(workspace: Workspace, tmp_path: Path) -> None:
    form = form_of(workspace, tmp_path / "out.xlsx")
    form.form.setCurrentIndex(1)
    for text in ("soon", ""):
        form.years.setText(text)
        form.draw()
        form.do_it.click()
        assert form.isVisible()
        assert form.remark.text() or form.wrong.text()
        assert not (tmp_path / "out.xlsx").exists()


def test_another_format_gives_the_name_its_ending(workspace: Workspace, tmp_path: Path) -> None:
    form = form_of(workspace, tmp_path / "out 1.xlsx")
    for ending in (".csv", ".long.csv", ".sav", ".xlsx"):
        place = next(row for row in range(form.format.count()) if f"*{ending})" in form.format.itemText(row))
        form.format.setCurrentIndex(place)
        assert form.file.text() == str(tmp_path / f"out 1{ending}")
        assert form.what.isVisible() == (ending == ".xlsx")


def test_a_file_is_replaced_only_after_a_question(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "out.xlsx"
    old.write_text("old")
    answers = iter([False, True])
    monkeypatch.setattr(messages, "confirmed", lambda *_asked: next(answers))
    form = form_of(workspace, old)
    form.do_it.click()
    assert form.isVisible()
    assert "stays as it is" in form.wrong.text()
    form.do_it.click()
    assert form.path == old


def test_the_name_that_is_proposed_is_free(tmp_path: Path) -> None:
    path = tmp_path / "one.xlsx"
    assert free_name(path) == path
    path.touch()
    assert free_name(path) == tmp_path / "one (2).xlsx"


def test_an_export_that_is_cancelled_leaves_nothing(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QProgressDialog, "wasCanceled", lambda _dialog: True)
    said: list[str] = []
    workspace.message.connect(said.append)
    QTimer.singleShot(0, lambda: QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Return))
    assert ask_export(workspace, None, tmp_path) is None
    assert any("cancelled" in sentence for sentence in said)
    assert list(tmp_path.glob("*.xlsx")) == list(tmp_path.glob(".*.xlsx")) == []
