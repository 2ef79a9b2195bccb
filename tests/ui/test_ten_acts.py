"""Ten acts of ten kinds at the window, with restarts in their middle, undone one by one and done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.views.test_comparison import CTRL, SHIFT, Table, put_on_clipboard

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.study.edits import add_attribute, add_party, adopt_observation, remove_attribute
from parties_of_power.study.study import Study
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace

Key = Qt.Key


def test_ten_mixed_acts_are_undone_and_done_again_across_a_restart(qapp: QApplication, study_file: Path) -> None:
    window = opened(study_file)
    dumps = [window.workspace.study.dump()]
    for act in ACTS[:5]:
        do(act, window, dumps)
    window = reopened(window, study_file)
    for act in ACTS[5:]:
        do(act, window, dumps)
    assert len(set(dumps)) == len(ACTS) + 1

    for step in range(9, 4, -1):
        undo(window)
        assert window.workspace.study.dump() == dumps[step]
    window = reopened(window, study_file)
    for step in range(4, -1, -1):
        undo(window)
        assert window.workspace.study.dump() == dumps[step]
    for step in range(1, 6):
        redo(window)
        assert window.workspace.study.dump() == dumps[step]
    window = reopened(window, study_file)
    for step in range(6, 11):
        redo(window)
        assert window.workspace.study.dump() == dumps[step]
    assert shown(window) == asked_anew(window)
    closed(window)


def opened(path: Path) -> MainWindow:
    window = MainWindow(Workspace(Study.open(path, coder="tester")), Settings(coder="tester"))
    window.show()
    window.fill()
    QApplication.processEvents()
    return window


def closed(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def reopened(window: MainWindow, path: Path) -> MainWindow:
    closed(window)
    return opened(path)


def table_of(window: MainWindow) -> Table:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    pane.view.setFocus()
    return Table(pane)


def do(act: Callable[[Table], None], window: MainWindow, dumps: list[str]) -> None:
    """One act is one edit."""
    number = window.workspace.study.edit_number
    act(table_of(window))
    assert window.workspace.study.edit_number == number + 1, act.__name__
    dumps.append(window.workspace.study.dump())


def undo(window: MainWindow) -> None:
    window.menus.made["undo"].trigger()


def redo(window: MainWindow) -> None:
    window.menus.made["redo"].trigger()


def shown(window: MainWindow) -> list[list[str]]:
    model = table_of(window).model
    return [[model.cell(row, column).text for column in range(model.columnCount())] for row in range(model.rowCount())]


def asked_anew(window: MainWindow) -> list[list[str]]:
    """What a table says that is made of the study as it is now."""
    workspace = window.workspace
    assert workspace.comparison
    table = ComparisonTable(workspace.study, Columns(workspace.study), workspace.comparison, workspace.as_of)
    return [[table.cell(row, column).text for column in range(len(table.columns))] for row in range(len(table.row_ids))]


def take() -> None:
    """Take what the bar below the table proposes."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Return)


def edit(table: Table) -> None:
    table.click("United Russia", "Seats")
    table.type("314")
    table.press(Key.Key_Return)


def paste(table: Table) -> None:
    put_on_clipboard("77.5\n1.5\n")
    table.click("Nur Otan", "Vote share")
    table.press(Key.Key_V, CTRL)
    take()


def delete_attribute(table: Table) -> None:
    attribute = table.workspace.catalogue.attribute("Ideology", "party")
    assert attribute
    remove_attribute(table.workspace.study, attribute.id)


def reorder(table: Table) -> None:
    columns = table.model.columns
    arrange.move(table.model, columns[table.titles().index("Leader")], columns[1])


def cite(table: Table) -> None:
    table.click("Nur Otan", "Vote share")
    table.press(Key.Key_Apostrophe, CTRL)


def adopt(table: Table) -> None:
    rival = next(each for each in table.observations("United Russia", "Vote share") if each.value == "65")
    adopt_observation(table.workspace.study, rival.id, "the final protocol")


def fill(table: Table) -> None:
    table.click("United Russia", "Seats")
    for _row in range(3):
        table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_D, CTRL)
    take()


def replace(table: Table) -> None:
    bar = table.pane.find_bar
    table.pane.window().menus.made["replace"].trigger()
    bar.scope.setCurrentIndex(bar.scope.findText("in the column Seats"))
    bar.text.setText("314")
    bar.by.setText("315")
    bar.by.setFocus()
    QTest.keyClick(bar.by, Key.Key_Return)
    take()
    QTest.keyClick(bar.text, Key.Key_Escape)


def new_party(table: Table) -> None:
    state = table.workspace.catalogue.states[0]
    add_party(table.workspace.study, "Жаңа жол", state.id)


def computed_attribute(table: Table) -> None:
    add_attribute(table.workspace.study, "party", "Twice the seats", "number", formula="Seats * 2")


ACTS: tuple[Callable[[Table], None], ...] = (
    edit,
    paste,
    delete_attribute,
    reorder,
    cite,
    adopt,
    fill,
    replace,
    new_party,
    computed_attribute,
)
