"""References out of the window: to a file, and as formatted text to the clipboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton
from shiboken6 import isValid

from parties_of_power.exchange.references.bibliography import style_of
from parties_of_power.ui.dialogs.references import ReferencesForm, copy_references
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.sources.page import SourcesPage
from parties_of_power.ui.workspace import Workspace


def source(workspace: Workspace, key: str) -> int:
    return next(each.id for each in workspace.catalogue.sources.values() if each.key == key)


@pytest.fixture
def form(workspace: Workspace, tmp_path: Path) -> Iterator[ReferencesForm]:
    form = ReferencesForm(workspace, None, tmp_path, (source(workspace, "vz-2008"),))
    yield form
    if isValid(form):
        form.close()


def choose_file(monkeypatch: pytest.MonkeyPatch, name: str, chosen: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (name, chosen))


def test_the_chosen_source_is_written_alone(
    form: ReferencesForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, str(tmp_path / "one.ris"))
    form.do_it.click()
    assert (tmp_path / "one.ris").read_text("utf-8").count("TY  - ") == 1


def test_all_and_those_of_the_comparison(form: ReferencesForm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form.which.setCurrentIndex(form.which.findData("comparison"))
    cited = form.source_ids()
    assert cited is not None
    assert 20 < len(cited) < len(form.workspace.catalogue.sources)
    form.which.setCurrentIndex(form.which.findData("all"))
    choose_file(monkeypatch, str(tmp_path / "all"), "References: CSL-JSON (*.json)")
    form.do_it.click()
    text = (tmp_path / "all.json").read_text("utf-8")
    assert text.count('"id": ') == len(form.workspace.catalogue.sources)


def test_without_a_file_the_form_stays_and_says_so(form: ReferencesForm, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_file(monkeypatch, "")
    form.show()
    form.do_it.click()
    assert form.isVisible()
    assert "nothing was written" in form.wrong.text()


def test_the_style_is_seen_and_kept_with_the_study(form: ReferencesForm) -> None:
    before = form.sample.text()
    form.style_box.setCurrentIndex(form.style_box.findData("gost-r-7-0-5-2008"))
    assert "дата обращения" in form.sample.text()
    assert form.sample.text() != before
    copying = next(each for each in form.buttons.buttons() if isinstance(each, QPushButton) and "Copy" in each.text())
    assert form.buttons.buttonRole(copying) == QDialogButtonBox.ButtonRole.ActionRole
    copying.click()
    assert style_of(form.workspace.study) == "gost-r-7-0-5-2008"
    assert "дата обращения" in QGuiApplication.clipboard().text()


def test_what_is_copied_keeps_its_italics_for_a_word_processor(workspace: Workspace) -> None:
    assert copy_references(workspace, [source(workspace, "vz-2008")]) == 1
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Vzglyad. 2008. “Outcome")
    assert "<i>Vzglyad (vz.ru)</i>" in data.html()


def test_the_menu_copies_the_reference_of_the_chosen_source(window: MainWindow) -> None:
    action = window.menus.made["copy_reference"]
    window.menus.show_state()
    assert not action.isEnabled()
    window.go_to_view("sources")
    page = window.widget_of("sources")
    assert isinstance(page, SourcesPage)
    page.show_source(source(window.workspace, "wfb-1990"))
    window.menus.show_state()
    assert action.isEnabled()
    action.trigger()
    assert "The World Factbook 1990" in QGuiApplication.clipboard().text()
