"""The real window over the bundled study, used as a person uses it: menus, keys, fields."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QTreeWidget, QWidget

from parties_of_power.domain.days import day_number
from parties_of_power.domain.sources import Source
from parties_of_power.study import queries
from parties_of_power.study.edits.subjects import add_state
from parties_of_power.study.study import Study
from parties_of_power.ui import settings, study_files
from parties_of_power.ui.actions import ACTIONS, MENUS
from parties_of_power.ui.centre import kept_tabs
from parties_of_power.ui.citing_box import short_name
from parties_of_power.ui.dialogs.settings import SettingsForm
from parties_of_power.ui.find import FindBox
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.new_study import NewStudy
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import tokens
from parties_of_power.ui.views import VIEWS
from parties_of_power.ui.workspace import Workspace

MAIN_PARTS = ("Comparison", "Timeline", "Inspector", "As of", "Citing", "Comparisons and views")


def test_every_action_has_a_name_and_a_place_in_a_menu(window: MainWindow) -> None:
    for action in ACTIONS:
        assert action.menu in MENUS
        assert action.title(window).strip(), action.key
        assert window.menus.made[action.key].text()
    assert len({action.key for action in ACTIONS}) == len(ACTIONS)


def test_no_two_actions_have_the_same_shortcut() -> None:
    shortcuts = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)


def test_the_menus_are_those_of_the_design(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Insert", "&Study", "&Window", "&Help"]


@pytest.mark.parametrize("name", MAIN_PARTS)
def test_the_main_parts_have_their_names(window: MainWindow, name: str) -> None:
    assert [widget for widget in window.findChildren(QWidget) if widget.accessibleName() == name]


def test_every_widget_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            text = getattr(widget, "text", lambda: "")()
            assert widget.accessibleName() or text, widget


@pytest.mark.parametrize("key", [view.key for view in VIEWS])
def test_every_view_opens(window: MainWindow, key: str) -> None:
    choose(window, key)
    QApplication.processEvents()
    assert window.widget_of(key).isVisible()


def test_undo_and_redo_say_what_they_do(window: MainWindow) -> None:
    study = window.workspace.study
    before = study.dump()
    add_state(study, "Abkhazia")
    after = study.dump()
    assert "Abkhazia" in window.menus.made["undo"].text()
    assert "Abkhazia" in window.statusBar().said.text()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert study.dump() == before
    assert "Abkhazia" in window.menus.made["redo"].text()
    choose(window, "redo")
    assert study.dump() == after


def test_undo_works_after_reopening(window: MainWindow, study_file: Path) -> None:
    before = window.workspace.study.dump()
    add_state(window.workspace.study, "Abkhazia")
    window.workspace.study.close()
    window.workspace.open(Study.open(study_file))
    choose(window, "undo")
    assert window.workspace.study.dump() == before


def test_the_status_bar_names_edit_and_file(window: MainWindow) -> None:
    add_state(window.workspace.study, "Abkhazia")
    number = window.workspace.study.edit_number
    assert window.statusBar().saved.text() == f"Saved · edit {number}"
    assert window.statusBar().file.text() == "CIS 2008.parties"


def test_a_message_hides_no_edit_number_and_goes_with_the_next_edit(window: MainWindow) -> None:
    study, bar = window.workspace.study, window.statusBar()
    add_state(study, "Abkhazia")
    choose(window, "undo")
    assert "Undone" in bar.said.text()
    assert bar.saved.isVisible()
    add_state(study, "Transnistria")
    assert "Undone" not in bar.said.text()
    assert bar.saved.text() == f"Saved · edit {study.edit_number}"


def test_a_new_study_opens_in_the_window(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose_file(monkeypatch, tmp_path / "mine")
    choose(window, "new")
    assert window.workspace.study.path == tmp_path / "mine.parties"
    assert queries.counts(window.workspace.study)["parties"] == 0
    assert "mine" in window.windowTitle()
    assert [each.name for each in queries.comparisons(window.workspace.study)] == ["Parties", "States"]
    assert not window.menus.made["undo"].isEnabled()


def test_open_recent_goes_back_to_a_study(
    window: MainWindow, study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "mine.parties")
    choose(window, "new")
    window.menus.fill_recent()
    entries = [entry for entry in window.menus.recent.actions() if study_file.name in entry.text()]
    entries[0].trigger()
    assert window.workspace.study.path == study_file
    assert settings.load().settings.recent[:2] == (str(study_file), str(tmp_path / "mine.parties"))


def test_a_file_that_is_no_study_is_refused_and_the_window_stays(
    window: MainWindow, study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "poem.parties").write_text("Roses are red")
    choose_file(monkeypatch, tmp_path / "poem.parties")
    said = answer_boxes(lambda box: box.button(QMessageBox.StandardButton.Close).click())
    choose(window, "open")
    assert len(said) == 1
    assert "Traceback" not in said[0]
    assert window.workspace.study.path == study_file
    assert (tmp_path / "poem.parties").read_text() == "Roses are red"


def test_a_copy_is_saved_and_the_window_stays(
    window: MainWindow, study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_file(monkeypatch, tmp_path / "copy")
    choose(window, "save_copy")
    assert window.workspace.study.path == study_file
    with Study.open(tmp_path / "copy.parties") as copy:
        assert copy.dump() == window.workspace.study.dump()


def test_a_study_whose_file_was_moved_can_still_be_saved(
    window: MainWindow, study_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, before = window.workspace, window.workspace.study.dump()
    study_file.rename(tmp_path / "elsewhere.parties")
    choose_file(monkeypatch, tmp_path / "copy.parties")
    said = answer_boxes(lambda box: press(box, "Save a copy…"))
    assert workspace.perform(lambda: add_state(workspace.study, "Abkhazia")) is None
    assert len(said) == 1
    with Study.open(tmp_path / "copy.parties") as copy:
        assert copy.dump() == before


def test_revert_goes_back_to_how_the_study_was_opened(window: MainWindow) -> None:
    study = window.workspace.study
    before = study.dump()
    assert not window.menus.made["revert"].isEnabled()
    add_state(study, "Abkhazia")
    add_state(study, "South Ossetia")
    assert window.menus.made["revert"].isEnabled()
    answer_boxes(lambda box: press(box, "Revert"))
    choose(window, "revert")
    assert study.dump() == before


def test_a_study_held_elsewhere_opens_for_reading_and_says_by_whom(qapp: QApplication, study_file: Path) -> None:
    with Study.open(study_file, coder="other"):
        window = MainWindow(Workspace(Study.open(study_file)), Settings())
        window.show()
        assert window.workspace.study.held_by in window.centre.banner.text()
        assert window.centre.banner.isVisible()
        assert "read only" in window.windowTitle()
        assert not any(window.menus.made[key].isEnabled() for key in ("attribute", "party", "undo"))
        window.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2000-01-01", day_number(2000, 1, 1)),
        ("1 Jan 2000", day_number(2000, 1, 1)),
        ("June 2023", day_number(2023, 6, 1)),
    ],
)
def test_a_date_typed_in_as_of_moves_the_day(window: MainWindow, typed: str, day: int) -> None:
    field = window.as_of_bar.field
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.workspace.as_of == day
    assert window.as_of_bar.slider.value() == day


def test_what_is_no_date_leaves_the_day_and_says_so(window: MainWindow) -> None:
    field, before = window.as_of_bar.field, window.workspace.as_of
    field.selectAll()
    QTest.keyClicks(field, "yesterday")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.workspace.as_of == before
    assert "yesterday" in window.statusBar().said.text()
    assert field.text() == "25 Nov 2008"


def test_arrows_step_the_day(window: MainWindow) -> None:
    field, before = window.as_of_bar.field, window.workspace.as_of
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert window.workspace.as_of == before + 1
    QTest.keyClick(field, Qt.Key.Key_PageDown)
    assert field.text() == "26 Nov 2007"


def test_the_slider_goes_over_all_events(window: MainWindow) -> None:
    slider = window.as_of_bar.slider
    slider.setValue(slider.minimum())
    assert window.workspace.as_of == slider.minimum()
    assert slider.minimum() < day_number(1992, 1, 1)
    assert slider.maximum() > day_number(2022, 1, 1)


def test_play_moves_the_day_and_stops_at_the_end(window: MainWindow) -> None:
    bar = window.as_of_bar
    window.workspace.set_as_of(bar.slider.maximum() - 20)
    bar.play.click()
    bar.tick()
    bar.tick()
    assert window.workspace.as_of == bar.slider.maximum()
    assert not bar.play.isChecked()


def test_a_source_chosen_under_citing_is_cited(window: MainWindow) -> None:
    box = window.citing_box
    QTest.keyClicks(box.source, "paul goble 2008")
    QTest.keyClick(box.source, Qt.Key.Key_Return)
    QTest.keyClicks(box.locator, "¶2")
    QTest.keyClick(box.locator, Qt.Key.Key_Return)
    cite = window.workspace.citing
    assert cite is not None
    assert cite.locator == "¶2"
    assert window.workspace.catalogue.sources[cite.source_id].key == "goble-2008"
    assert box.source.text() == "Paul Goble 2008"
    box.source.selectAll()
    QTest.keyClick(box.source, Qt.Key.Key_Delete)
    QTest.keyClick(box.source, Qt.Key.Key_Return)
    assert window.workspace.citing is None


def test_a_source_is_chosen_from_the_list(window: MainWindow) -> None:
    field = window.citing_box.source
    field.setFocus()
    QTest.keyClicks(field, "v-party) dataset")
    completer = field.completer()
    completer.activated[QModelIndex].emit(completer.completionModel().index(0, 0))
    QApplication.processEvents()
    cite = window.workspace.citing
    assert cite is not None
    assert "V-Party" in window.workspace.catalogue.sources[cite.source_id].title
    assert field.text() == short_name(window.workspace.catalogue.sources[cite.source_id])


def test_words_that_fit_several_sources_or_none_cite_nothing(window: MainWindow) -> None:
    for typed in ("factbook", "no such source"):
        QTest.keyClicks(window.citing_box.source, typed)
        QTest.keyClick(window.citing_box.source, Qt.Key.Key_Return)
        assert window.workspace.citing is None
        assert typed in window.statusBar().said.text()
        assert window.citing_box.source.text() == ""


@pytest.mark.parametrize(
    ("author", "date", "name"),
    [
        ("Paul Goble", "2008-11-25", "Paul Goble 2008"),
        ("Lindberg, Düpont, Higashijima et al.", "2022", "Lindberg et al. 2022"),
        ("Wikipedia contributors (copy)", "", "Wikipedia contributors"),
        ("AFP via Tengrinews", "2012-08", "AFP 2012"),
        ("", "", "On parties"),
    ],
)
def test_a_source_is_called_by_its_author_and_year(author: str, date: str, name: str) -> None:
    assert short_name(Source(1, "On parties", author=author, date=date)) == name


def test_the_list_on_the_left_opens_comparisons(window: MainWindow) -> None:
    tree = window.side_list.tree
    other = queries.comparisons(window.workspace.study)[-1]
    tree.itemActivated.emit(item(tree, other.name), 0)
    assert window.workspace.comparison_id == other.id
    titles = [window.centre.tabs.tabText(i) for i in range(window.centre.tabs.count())]
    assert other.name in titles


def test_the_list_on_the_left_counts_rows(window: MainWindow) -> None:
    window.side_list.count()
    assert int(item(window.side_list.tree, "In the article").text(1)) == 3
    assert int(item(window.side_list.tree, "Whole study").text(1)) == 41
    rivals = window.workspace.to_settle.counts()["rivals"]
    assert int(item(window.side_list.tree, "Rival values").text(1)) == rivals > 0


def test_what_is_to_settle_is_a_click_away(window: MainWindow) -> None:
    work = window.workspace.to_settle.lists()[0]
    window.side_list.tree.itemClicked.emit(item(window.side_list.tree, work.title), 0)
    QApplication.processEvents()
    assert window.widget_of("settle").isVisible()


def test_a_comparison_is_added_renamed_and_removed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    study, before = window.workspace.study, len(queries.comparisons(window.workspace.study))
    parties = [party.id for party in window.workspace.catalogue.parties[:3]]
    window.workspace.select(parties)
    type_text(monkeypatch, "Three of them")
    choose(window, "add_comparison")
    made = window.workspace.comparison
    assert made is not None
    assert made.name == "Three of them"
    assert list(made.row_ids) == parties
    type_text(monkeypatch, "Three parties")
    choose(window, "rename_comparison")
    assert window.centre.tabs.tabText(window.centre.tabs.currentIndex()) == "Three parties"
    answer_boxes(lambda box: press(box, "Remove"))
    choose(window, "remove_comparison")
    assert len(queries.comparisons(study)) == before


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    panes = [window.side_list, window.centre, window.widget_of("timeline"), window.widget_of("inspector")]
    window.activateWindow()
    seen: list[QWidget] = []
    for _step in panes:
        QTest.keyClick(window, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        assert now is not None
        seen += [pane for pane in panes if pane is now or pane.isAncestorOf(now)]
    assert {id(pane) for pane in seen} == {id(pane) for pane in panes}


def test_find_goes_to_a_party_by_any_of_its_names(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(FindBox)
    QTest.keyClicks(box.field, "amanat")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    subject = window.workspace.catalogue.subjects[window.workspace.selected[0]]
    assert subject.key == "nur-otan"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("kazakhstan", "state"),
        ("add attribute", "Insert"),
        ("new party", "Insert"),
        ("vote share", "attribute"),
        ("goble", "source"),
        ("congress of united russia", "event"),
        ("whole study", "comparison"),
        ("export", "File"),
        ("cite for selected", "Edit"),
        ("fill as a series", "Edit"),
    ],
)
def test_find_finds_every_kind_of_thing(window: MainWindow, typed: str, kind: str) -> None:
    box = FindBox(window)
    box.show_found(typed)
    assert any(kind in box.list.item(row).text() for row in range(box.list.count()))
    box.close()


def test_find_runs_a_command(window: MainWindow) -> None:
    add_state(window.workspace.study, "Abkhazia")
    before = window.workspace.study.edit_number
    box = FindBox(window)
    box.show_found("undo")
    box.take()
    assert window.workspace.study.edit_number < before


def test_find_does_to_the_cells_what_a_key_of_the_table_does(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    window.activateWindow()
    pane.view.setFocus()  # type: ignore[attr-defined]  # the pane of the table has one
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(FindBox)
    QTest.keyClicks(box.field, "select all")
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert len(pane.view.places()) > 100  # type: ignore[attr-defined]  # as above


def test_a_scheme_is_taken_and_kept(window: MainWindow) -> None:
    choose(window, "dark_scheme")
    assert tokens().is_dark
    assert settings.load().settings.scheme == "dark"
    choose(window, "light_scheme")
    assert not tokens().is_dark


def test_a_pane_can_be_hidden_and_shown(window: MainWindow) -> None:
    choose(window, "below_pane")
    assert not window.widget_of("timeline").isVisible()
    choose(window, "timeline")
    assert window.widget_of("timeline").isVisible()


def test_the_coder_is_kept_and_taken(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    form = SettingsForm(window)
    form.coder.setText("Anna")
    monkeypatch.setattr("parties_of_power.ui.dialogs.settings.SettingsForm", lambda _window: form)
    QTimer.singleShot(0, form, form.do_it.click)
    choose(window, "settings")
    assert window.workspace.study.coder == "Anna"
    assert settings.load().settings.coder == "Anna"


def test_open_tabs_come_back(window: MainWindow, study_file: Path, tmp_path: Path) -> None:
    names = [each.id for each in queries.comparisons(window.workspace.study)]
    window.workspace.show_comparison(names[3])
    window.show_view("sources")
    window.workspace.open(Study.create(tmp_path / "other.parties"))
    assert window.centre.tabs.count() == 1
    window.workspace.open(Study.open(study_file))
    tabs = window.centre.tabs
    assert [tabs.tabText(index) for index in range(tabs.count())][-2:] == ["Whole study", "Sources"]
    assert tabs.tabText(tabs.currentIndex()) == "Sources"


@pytest.mark.parametrize("written", ["", "7", "{", '{"open": 3}', '{"open": [["none", 1]], "front": ["none", 1]}'])
def test_tabs_that_are_not_understood_are_none(written: str) -> None:
    assert kept_tabs(written).open == ()


def test_the_first_start_makes_the_users_own_copy(home: Path) -> None:
    with study_files.open_first((), "Anna") as study:
        assert study.path == home / "Parties of Power" / "CIS 2008.parties"
        assert not study.is_read_only
        assert queries.counts(study)["parties"] == 41
    with study_files.open_first((str(study.path),), "Anna") as again:
        assert again.path == study.path


def choose(window: MainWindow, key: str) -> None:
    """Choose an entry of the menus, if it can be chosen."""
    window.menus.show_state()
    action: QAction = window.menus.made[key]
    assert action.isEnabled(), key
    action.trigger()


def item(tree: QTreeWidget, text: str):  # type: ignore[no-untyped-def]  # a test's helper
    found = tree.findItems(text, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found[-1]


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(NewStudy, "exec", lambda _dialog: True)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: (str(path), ""))


def type_text(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: (text, True))


def answer_boxes(answer: Callable[[QMessageBox], object]) -> list[str]:
    """Answer the next message box; what it said."""
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            answer(box)

    QTimer.singleShot(50, look)
    return said


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text() == text).click()
