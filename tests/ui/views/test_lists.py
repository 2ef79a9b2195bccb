"""The views that are lists: what they show follows the study, and what is chosen in them goes to the other views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.analysis.settle import KEYS, list_title
from parties_of_power.domain.sources import first_address
from parties_of_power.study import history
from parties_of_power.study.edits import add_source, add_state, correct_observation, remove_attribute
from parties_of_power.ui.listing import LEAST, ListPage
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.history.page import HistoryPage
from parties_of_power.ui.views.settle.page import SettlePage
from parties_of_power.ui.views.sources.page import SourcesPage
from parties_of_power.ui.workspace import Workspace

Page = HistoryPage | SettlePage | SourcesPage


@pytest.fixture(params=[HistoryPage, SettlePage, SourcesPage])
def page(request: pytest.FixtureRequest, workspace: Workspace) -> Page:
    made: Page = request.param(workspace)
    made.show()
    return made


def rows(page: ListPage[object]) -> list[str]:
    model = page.model
    return [" | ".join(field.text(row) for field in model.fields) for row in model.shown]


def test_each_list_is_a_sound_model_under_edits_and_filters(page: Page) -> None:
    tester = QAbstractItemModelTester(page.list.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    add_state(page.workspace.study, "Abkhazia")
    page.workspace.study.undo()
    QTest.keyClicks(page.list.filter, "united russia")
    page.list.filter.clear()
    assert tester.model() is page.list.model


def test_a_narrow_list_leaves_every_column_room_to_be_read(page: Page) -> None:
    page.resize(360, 400)
    QApplication.processEvents()
    table = page.list.table
    assert all(table.columnWidth(column) >= px(60) for column in range(page.list.model.columnCount()))
    assert all(table.columnWidth(column) >= px(LEAST) for column in table.elastic)
    page.resize(1600, 400)
    QApplication.processEvents()
    assert table.horizontalHeader().length() >= table.viewport().width() - len(table.elastic)


def test_the_filter_keeps_what_has_all_its_words(workspace: Workspace) -> None:
    page = SourcesPage(workspace)
    every = rows(page.list)
    QTest.keyClicks(page.list.filter, "goble window")
    assert rows(page.list) == [row for row in every if "goble" in row.casefold() and "window" in row.casefold()]
    assert len(rows(page.list)) >= 1
    QTest.keyClicks(page.list.filter, " no such words")
    assert rows(page.list) == []
    assert page.list.nothing.isVisibleTo(page)


def test_history_tells_what_an_edit_changed_newest_first(workspace: Workspace) -> None:
    page = HistoryPage(workspace)
    (party,) = workspace.catalogue.find_subject("United Russia", "party")
    share = workspace.catalogue.attribute("Vote share", "party")
    assert share is not None
    add_source(workspace.study, "Minutes of the commission")
    observation = next(iter(workspace.study.rows("SELECT id FROM observation WHERE subject_id = ?", (party,))))[0]
    correct_observation(workspace.study, observation, note="counted twice")
    assert "Minutes" in rows(page.list)[1]
    page.list.table.selectRow(0)
    assert "counted twice" in page.reading.text()


def test_a_branch_that_was_set_aside_comes_back_by_its_button(workspace: Workspace) -> None:
    page = HistoryPage(workspace)
    add_source(workspace.study, "First thoughts")
    first = workspace.study.dump()
    workspace.study.undo()
    add_source(workspace.study, "Second thoughts")
    aside = next(entry for entry in history.history(workspace.study) if entry.state == "aside")
    page.list.go_to(lambda entry: entry.number == aside.number)
    assert page.restore.isVisibleTo(page)
    page.restore.click()
    assert workspace.study.dump() == first


@pytest.mark.parametrize("key", KEYS)
def test_a_work_list_has_as_many_rows_as_its_count(workspace: Workspace, key: str) -> None:
    page = SettlePage(workspace)
    work = next(each for each in workspace.to_settle.lists() if each.key == key)
    workspace.show_cells(list_title(key), work.cells)
    assert len(page.list.model.shown) == workspace.to_settle.counts()[key]


def test_a_row_of_a_work_list_is_the_cell_that_is_explained(workspace: Workspace) -> None:
    page = SettlePage(workspace)
    page.show()
    page.list.table.setFocus()
    page.list.table.selectRow(0)
    QTest.keyClick(page.list.table, Qt.Key.Key_Down)
    chosen = page.list.model.shown[1]
    assert workspace.cell == chosen.cell
    assert workspace.selected == (chosen.cell[0],)


def test_settling_a_cell_takes_it_from_its_list(workspace: Workspace) -> None:
    page = SettlePage(workspace)
    before = len(page.list.model.shown)
    attribute = page.list.model.shown[0].cell[1]
    remove_attribute(workspace.study, attribute)
    assert len(page.list.model.shown) < before
    workspace.study.undo()
    assert len(page.list.model.shown) == before


def test_a_source_says_where_it_is_cited_and_can_be_the_one_cited(workspace: Workspace) -> None:
    page = SourcesPage(workspace)
    article = workspace.catalogue.source("goble-2008")
    assert article is not None
    page.show_source(article.id)
    assert "Window on Eurasia" in page.reading.text()
    assert "proposal" in page.reading.text()
    page._cite()
    assert workspace.citing is not None
    assert workspace.citing.source_id == article.id


def test_what_another_view_asks_for_is_put_in_front(workspace: Workspace) -> None:
    sources, article = SourcesPage(workspace), workspace.catalogue.source("goble-2008")
    assert article is not None
    workspace.show_item("sources", article.id)
    row = sources.list.current()
    assert row is not None
    assert row.source.id == article.id


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://a.org/b", "https://a.org/b"),
        ("https://a.org/b (data/x at 12); https://c.org", "https://a.org/b"),
        ("by letter", ""),
    ],
)
def test_a_link_leads_to_the_first_address(text: str, address: str) -> None:
    assert first_address(text) == address
