"""What the window shows as it opens: a chosen cell, ten rows over the timeline, no marked text, the tab in front."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from parties_of_power.study import queries
from parties_of_power.study.edits.comparisons import add_comparison, add_row
from parties_of_power.study.edits.subjects import add_party
from parties_of_power.study.study import Study
from parties_of_power.ui.dialogs.attribute import AttributeForm
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.dialogs.observation import ObservationForm
from parties_of_power.ui.dialogs.source import SourceForm
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.side_list import COMPARISON, IS_OPEN, VIEW, WHAT
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace


def pane_of(window: MainWindow) -> ComparisonPane:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    return pane


def chosen_of(window: MainWindow) -> tuple[str, str]:
    cell = window.workspace.cell
    assert cell is not None
    catalogue = window.workspace.catalogue
    return catalogue.shown_name(cell[0], window.workspace.as_of).text, catalogue.attributes[cell[1]].name


@pytest.mark.parametrize(("width", "column"), [(1440, "Vote share"), (1280, "Leader")])
def test_the_window_opens_with_a_cell_that_is_in_sight(window: MainWindow, width: int, column: str) -> None:
    window.resize(width, 912)
    window.panes.size_usual()
    QTest.qWait(10)
    pane = pane_of(window)
    window.workspace.select(())
    window.workspace.clear_cell()
    pane.begin()
    assert chosen_of(window) == ("United Russia", column)
    assert pane.view.horizontalScrollBar().value() <= 12
    assert window.workspace.selected == (window.workspace.cell or (0, 0))[:1]


def test_another_comparison_leaves_the_chosen_cell_as_it_is(window: MainWindow) -> None:
    pane_of(window).begin()
    before = window.workspace.cell
    states = next(each for each in queries.comparisons(window.workspace.study) if each.name == "States")
    window.workspace.show_comparison(states.id)
    assert window.workspace.cell == before


@pytest.mark.parametrize(("width", "height", "rows"), [(1440, 912, 10), (1280, 800, 8), (1280, 720, 6)])
def test_the_timeline_leaves_the_table_room(window: MainWindow, width: int, height: int, rows: int) -> None:
    window.resize(width, height)
    window.panes.size_usual()
    QTest.qWait(10)
    view = pane_of(window).view
    row = view.rowHeight(0)
    assert view.rowViewportPosition(rows - 1) + row <= view.viewport().height()


def test_a_row_that_was_added_stands_beside_its_name(window: MainWindow) -> None:
    workspace, view = window.workspace, pane_of(window).view
    window.resize(1280, 720)
    QTest.qWait(10)
    state = workspace.catalogue.find_subject("Kazakhstan", "state")[0]
    for name in ("Ақ жол", "Ауыл", "Әділет"):
        added = add_party(workspace.study, name, state)
        add_row(workspace.study, workspace.comparison_id or 0, added)
    workspace.select([added])
    QTest.qWait(10)
    assert view.verticalScrollBar().value() > 0
    row = view.table.row_of(added)
    beside = view.cell_rect(row, 2)
    assert view.frozen.cell_rect(row, 0).top() == beside.top()
    assert 0 <= beside.top() < beside.bottom() < view.viewport().height()
    assert view.indexAt(QPoint(5, beside.center().y())).row() == row


def test_as_of_marks_its_text_only_while_it_has_the_focus(window: MainWindow) -> None:
    field = window.as_of_bar.field
    field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    pane_of(window).view.setFocus()
    QTest.qWait(10)
    assert not field.hasSelectedText()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.qWait(10)
    assert field.selectedText() == field.text()


def test_the_list_on_the_left_marks_what_is_in_front(window: MainWindow) -> None:
    def marked() -> list[object]:
        entries = window.side_list.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return [each.data(0, WHAT) for each in entries if each.data(0, IS_OPEN)]

    assert marked() == [(COMPARISON, window.workspace.comparison_id)]
    window.show_view("sources")
    assert marked() == [(VIEW, "sources")]


def test_the_first_comparison_takes_the_tab_that_was_kept_for_it(window: MainWindow) -> None:
    window.workspace.open(Study.create(window.workspace.study.path.with_name("new.parties"), coder="tester"))
    made = add_comparison(window.workspace.study, "First", subject_kind="party")
    window.workspace.show_comparison(made)
    tabs = window.centre.tabs
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["First"]


def forms(workspace: Workspace) -> list[Form]:
    share = workspace.catalogue.attribute("Vote share", "party")
    assert share is not None
    said = queries.observations_of(workspace.study, workspace.catalogue.find_subject("United Russia")[0], share.id)
    return [
        AttributeForm(workspace, None, "party", None),
        SourceForm(workspace, None, None),
        ObservationForm(workspace, None, share, said[0]),
    ]


@pytest.mark.parametrize("place", range(3))
def test_tab_goes_through_the_fields_of_a_form_and_then_to_its_buttons(workspace: Workspace, place: int) -> None:
    form = forms(workspace)[place]
    form.show()
    form.activateWindow()
    first = form.focusWidget()
    assert isinstance(first, QLineEdit)
    passed: list[QWidget] = [first]
    while passed[-1] is not form.do_it and len(passed) < 60:
        form.focusNextChild()
        focused = form.focusWidget()
        assert focused is not None
        passed.append(focused)
    shown = [
        each
        for kind in (QLineEdit, QComboBox, QPlainTextEdit)
        for each in form.findChildren(kind)
        if each.isEnabled() and not each.isHidden() and not isinstance(each.parentWidget(), QComboBox)
    ]
    assert set(shown) <= set(passed)
    form.close()
