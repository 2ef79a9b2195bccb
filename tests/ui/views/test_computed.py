"""Computed attributes on the screen: nothing is typed in their cells, and the inspector tells where they come from."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.study import edits
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.charts import bars, lines
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.reading import Reader
from parties_of_power.ui.views.charts.wanted import Wanted
from parties_of_power.ui.views.codebook.page import CodebookPage, entry
from parties_of_power.ui.views.comparison.entry import entry_of
from parties_of_power.ui.views.comparison.view import ComparisonView
from parties_of_power.ui.views.inspector.pane import Inspector
from parties_of_power.ui.views.inspector.words import Link
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def share(window: MainWindow) -> int:
    """A computed attribute, the last column of the comparison that is shown."""
    study, comparison = window.workspace.study, window.workspace.comparison
    assert comparison is not None
    made = edits.add_attribute(study, "party", "Share", "percent", formula="Seats / out_of(Seats) * 100", unit="%")
    edits.show_column(study, comparison.id, made)
    QApplication.processEvents()
    return made


def test_typing_into_a_computed_cell_says_why_not(window: MainWindow, share: int) -> None:
    workspace = window.workspace
    view = window.findChild(ComparisonView)
    assert view is not None
    told: list[str] = []
    workspace.message.connect(told.append)
    before = workspace.study.dump()
    column = view.table.column_of(share)
    view.setCurrentIndex(view.table.index(0, column))
    assert view.table.cell(0, column).state == "value"
    QTest.keyClicks(view, "5")
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert told
    assert "Share is computed as Seats / out_of(Seats) * 100" in told[-1]
    assert entry_of(view.table, 0, column) is None
    assert workspace.study.dump() == before


def test_the_inspector_tells_formula_and_inputs_and_leads_to_them(window: MainWindow, share: int) -> None:
    workspace = window.workspace
    subject_id = workspace.catalogue.find_subject("United Russia", "party")[0]
    workspace.select((subject_id,))
    workspace.set_cell(subject_id, share)
    pane = cast(Inspector, window.findChild(Inspector))
    pane.refresh()
    words = pane.page.words()
    assert "Seats / out_of(Seats) * 100" in words
    assert "315 seats" in words
    assert "Add a value" not in words
    seats = workspace.catalogue.attribute("seats", "party")
    assert seats is not None
    pane.act(Link("cell", seats.id, subject_id))
    assert workspace.cell == (subject_id, seats.id)


def test_the_codebook_shows_the_formula(workspace: Workspace) -> None:
    made = edits.add_attribute(workspace.study, "party", "Few & many", "yes_no", formula="Seats < 3 and Votes > 2")
    attribute = workspace.catalogue.attributes[made]
    assert "Seats &lt; 3 and Votes &gt; 2" in entry(workspace.catalogue, attribute, None)
    page = CodebookPage(workspace)
    page.show_attribute(made)
    assert "Seats &lt; 3" in page.reading.text()
    page.deleteLater()


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_charts_draw_a_computed_attribute_and_say_that_it_is(window: MainWindow, share: int, kind: str) -> None:
    workspace = window.workspace
    assert workspace.comparison is not None
    attribute = workspace.catalogue.attributes[share]
    column = next(each for each in workspace.comparison.columns if each.attribute_id == share)
    reader = Reader(workspace.study, workspace.columns, workspace.comparison, workspace.as_of)
    question = Question(attribute, column, True)
    read = bars.read if kind == "bars" else lines.read
    assert "Computed from other attributes" in read(reader, Wanted(question)).words.sources
    rows = {row.name: row for row in reader.rows(question)}
    point = reader.point_of(rows["United Russia"], question)
    assert point is not None
    assert point.number == 70
