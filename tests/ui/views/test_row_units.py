"""Rows at elections and in years, and columns on days of their own, by the menus, keys and forms of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.comparisons import Grouping
from parties_of_power.domain.dates import DateError, day_number
from parties_of_power.domain.moments import Moment
from parties_of_power.study import queries
from parties_of_power.study.study import Study
from parties_of_power.ui.tables.clipboard import clip_of
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.column_days import DAY, DayOfColumn, DaysOfAttribute, day_meant
from parties_of_power.ui.views.comparison.finding import Wanted, found
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.views.comparison.proposal import proposed_paste, taken
from parties_of_power.ui.workspace import Workspace

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(workspace: Workspace) -> Iterator[ComparisonPane]:
    made = make(workspace)
    assert isinstance(made, ComparisonPane)
    made.resize(1400, 700)
    made.show()
    made.view.setFocus()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def tester(pane: ComparisonPane) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def column(pane: ComparisonPane, title: str) -> int:
    return [header.title for header in pane.model.headers].index(title)


def rows_of(pane: ComparisonPane, name: str) -> list[int]:
    model = pane.model
    return [row for row in range(model.rowCount()) if model.cell(row, 0).text == name]


def go_to(pane: ComparisonPane, row: int, place: int) -> None:
    index = pane.model.index(row, place)
    pane.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QApplication.processEvents()


def vote_share(pane: ComparisonPane) -> int:
    attribute = pane.workspace.catalogue.attribute("Vote share", "party")
    assert attribute is not None
    return attribute.id


def texts(pane: ComparisonPane, title: str, name: str) -> list[str]:
    return [pane.model.cell(row, column(pane, title)).text for row in rows_of(pane, name)]


def test_rows_become_elections_and_parties_again(pane: ComparisonPane, tester: QAbstractItemModelTester) -> None:
    arrange.set_row_unit(pane.model, "election")
    assert texts(pane, "Election", "United Russia") == [
        "2003-12-07 · State Duma election",
        "2007-12-02 · State Duma election",
    ]
    assert texts(pane, "Vote share", "United Russia") == ["37.1", "64.3"]
    words = pane.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert words == "United Russia · State Duma election, 2 December 2007"
    pane.workspace.study.undo()
    assert len(rows_of(pane, "United Russia")) == 1
    assert "Election" not in [header.title for header in pane.model.headers]


def test_a_step_of_the_day_adds_years(pane: ComparisonPane, tester: QAbstractItemModelTester) -> None:
    arrange.set_row_unit(pane.model, "year")
    assert texts(pane, "Year", "United Russia")[-1] == "2008"
    pane.workspace.set_as_of(day_number(2010, 3, 1))
    pane.model.step(pane.workspace.as_of)
    assert texts(pane, "Year", "United Russia")[-2:] == ["2009", "2010"]


def test_typing_into_an_election_is_about_that_election(pane: ComparisonPane) -> None:
    arrange.set_row_unit(pane.model, "election")
    row, place = rows_of(pane, "New Azerbaijan Party")[-1], column(pane, "Vote share")
    assert pane.model.cell(row, place).text == "not coded"
    go_to(pane, row, place)
    edited = pane.view.edit_current("48.5")
    assert edited is not None
    assert pane.card.words() == "Enter: a new value of Milli Mejlis election"
    QTest.keyClick(edited.editor, Key.Key_Return)
    QApplication.processEvents()
    assert pane.model.cell(row, place).text == "48.5"
    made = queries.observation(pane.workspace.study, pane.model.cell(row, place).observation_id or 0)
    assert (made.period.text, made.event_id is not None) == ("2005-11-06", True)
    assert pane.view.currentIndex().row() == row + 1
    pane.workspace.study.undo()
    assert pane.model.cell(row, place).text == "not coded"


def test_a_paste_goes_to_the_election_of_each_row(pane: ComparisonPane) -> None:
    arrange.set_row_unit(pane.model, "election")
    rows, place = rows_of(pane, "United Russia"), column(pane, "Vote share")
    QApplication.clipboard().setText("37.6\n65.2\n")
    proposal = proposed_paste(
        pane.model, clip_of(QApplication.clipboard().mimeData()), [(rows[0], place, rows[1], place)]
    )
    assert [plan.kind for plan in proposal.plans.values()] == ["rival", "rival"]
    assert taken(pane.model, proposal) == 2
    assert texts(pane, "Vote share", "United Russia") == ["37.6", "65.2"]
    below = proposed_paste(
        pane.model,
        clip_of(QApplication.clipboard().mimeData()),
        [(pane.model.rowCount(), 0, pane.model.rowCount() + 1, 0)],
    )
    assert not below.rows.names
    assert "elections and years follow" in below.refused[0].why


def test_find_and_copy_see_every_row(pane: ComparisonPane) -> None:
    arrange.set_row_unit(pane.model, "year")
    places = found(pane.model, Wanted("2005", column_id=pane.model.columns[1].id))
    assert len(places) == len({pane.model.row_ids[row] for row, _column in places}) > 5
    go_to(pane, rows_of(pane, "United Russia")[2], 1)
    pane.view.hands.copy_with_headers()
    assert QApplication.clipboard().text() == "Year\n2003\n"


def test_the_inspector_reads_the_row_and_a_party_is_all_of_its_rows(pane: ComparisonPane) -> None:
    arrange.set_row_unit(pane.model, "election")
    rows, place = rows_of(pane, "United Russia"), column(pane, "Vote share")
    go_to(pane, rows[0], place)
    when = pane.workspace.cell_when
    assert isinstance(when, Moment)
    assert pane.workspace.cell_day == when.day == day_number(2003, 12, 7)
    pane.workspace.select((pane.model.row_ids[rows_of(pane, "Nur Otan")[0]],))
    QApplication.processEvents()
    selected = pane.view.rows_selected()
    assert selected == sorted(row for row in range(pane.model.rowCount()) if "tan" in pane.model.cell(row, 0).text[:8])


def test_groups_fold_with_rows_at_elections(pane: ComparisonPane, tester: QAbstractItemModelTester) -> None:
    arrange.group(pane.model, Grouping())
    arrange.set_row_unit(pane.model, "election")
    heading = next(row for row in range(pane.model.rowCount()) if pane.model.heading(row)[0] == "Russia")
    assert pane.model.cell(heading + 2, column(pane, "Vote share")).text == "64.3"
    pane.model.fold(heading, True)
    (party,) = pane.workspace.catalogue.find_subject("United Russia", "party")
    assert pane.model.row_of(party) == -1
    assert pane.model.reveal(party) == heading + 2


def test_several_days_are_added_after_they_were_shown(pane: ComparisonPane) -> None:
    model = pane.model
    form = DaysOfAttribute(model, model.columns[column(pane, "Vote share")], pane)
    assert form.way.currentData() == "elections"
    assert form.preview.text() == "No day is chosen yet."
    for place in range(form.elections.count()):
        item = form.elections.item(place)
        if item.data(DAY) in (day_number(2003, 12, 7), day_number(2007, 12, 2)):
            item.setCheckState(Qt.CheckState.Checked)
    assert form.preview.text() == "Adds 2 columns: 7 Dec 2003, 2 Dec 2007."
    assert form.take() is not None
    assert texts(pane, "Vote share, 7 Dec 2003", "United Russia") == ["37.1"]
    place = column(pane, "Vote share, 2 Dec 2007")
    assert model.headers[place].heading == "Vote share"
    spoken = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Vote share, on 2 Dec 2007")
    form.way.setCurrentIndex(form.way.findData("typed"))
    form.typed.setText("7 Dec 2003; 2011")
    assert form.preview.text() == "Adds 1 column: 31 Dec 2011. 1 is there already."
    form.typed.setText("1999~")
    assert "is no single day" in form.preview.text()
    form.way.setCurrentIndex(form.way.findData("years"))
    form.first.setText("2006")
    form.last.setText("2004")
    assert form.preview.text() == "The first year comes after the last."
    form.deleteLater()


def test_typing_into_a_column_with_a_day_is_about_that_day(pane: ComparisonPane) -> None:
    model = pane.model
    form = DayOfColumn(model, model.columns[column(pane, "Leader")], pane)
    form.day.setText("2004")
    assert form.remark.text() == "Read on 31 December 2004, whatever the day of the table is."
    form.take()
    form.deleteLater()
    row, place = rows_of(pane, "United Russia")[0], column(pane, "Leader, 31 Dec 2004")
    assert model.cell(row, place).text == "Boris Gryzlov"
    go_to(pane, row, place)
    assert pane.workspace.cell_day == day_number(2004, 12, 31)
    edited = pane.view.edit_current("Sergei Shoigu")
    assert edited is not None
    assert "a new value from 31 Dec 2004 on" in pane.card.words()
    QTest.keyClick(edited.editor, Key.Key_Return, CTRL)
    QApplication.processEvents()
    assert model.cell(row, place).text == "Sergei Shoigu"
    menu = menus.column_menu(pane.view, place)
    words = [entry.text() for entry in menu.actions()]
    assert {"Day of this column…", "Compare days…", "Remove this column"} < set(words)
    menu.deleteLater()
    arrange.remove(model, model.columns[place])
    assert "Leader, 31 Dec 2004" not in [header.title for header in model.headers]


@pytest.mark.parametrize("text", ["1999~", "[2002,2003]", "199X", "2003/2005", "soon", ".."])
def test_what_is_no_single_day_is_refused_kindly(text: str) -> None:
    with pytest.raises(DateError):
        day_meant(text)


@pytest.mark.parametrize(
    ("text", "day"), [("2003", (2003, 12, 31)), ("2004-02", (2004, 2, 29)), ("7 Dec 2003", (2003, 12, 7))]
)
def test_a_year_and_a_month_are_read_at_their_end(text: str, day: tuple[int, int, int]) -> None:
    assert day_meant(text) == day_number(*day)


def test_a_study_that_can_only_be_read_is_shown_by_year_all_the_same(qapp: QApplication, study_file: Path) -> None:
    workspace = Workspace(Study.open(study_file, read_only=True))
    model = ComparisonModel(workspace)
    arrange.set_row_unit(model, "year")
    place = [header.title for header in model.headers].index("Year")
    assert {"2003", "2008"} < {model.cell(row, place).text for row in range(model.rowCount())}
    arrange.set_row_unit(model, "subject")
    assert "Year" not in [header.title for header in model.headers]
    workspace.close()
