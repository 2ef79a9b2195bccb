"""The comparison table, used by keys and clicks; what is asked afterwards is the study."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import check_shown

from parties_of_power.domain.comparisons import ColumnFilter, SortKey
from parties_of_power.domain.dates import day_number
from parties_of_power.domain.observations import Observation
from parties_of_power.study import queries
from parties_of_power.study.edits import add_attribute, show_column
from parties_of_power.ui.dialogs.subject import SubjectDialog, ask_party
from parties_of_power.ui.editors.listed import ListedEditor
from parties_of_power.ui.editors.number import NumberEditor
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.tables.clipboard import Copied, from_clipboard, to_clipboard
from parties_of_power.ui.views.comparison import arrange, make, menus
from parties_of_power.ui.views.comparison.columns_menu import fill_columns_menu
from parties_of_power.ui.views.comparison.filter_box import FilterBox
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.views.comparison.rows_menu import fill_rows_menu
from parties_of_power.ui.views.comparison.view import ComparisonView
from parties_of_power.ui.workspace import Workspace

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NO_KEY = Qt.KeyboardModifier.NoModifier


class Table:
    """The pane with words for what a user does at it."""

    def __init__(self, pane: ComparisonPane) -> None:
        self.pane = pane
        self.view: ComparisonView = pane.view
        self.model: ComparisonModel = pane.model
        self.workspace: Workspace = pane.workspace

    def place(self, subject: str, column: str) -> tuple[int, int]:
        return self.names().index(subject), self.titles().index(column)

    def titles(self) -> list[str]:
        return [header.title for header in self.model.headers]

    def names(self) -> list[str]:
        return [self.model.cell(row, 0).text for row in range(self.model.rowCount())]

    def text(self, subject: str, column: str) -> str:
        return self.model.cell(*self.place(subject, column)).text

    def texts(self, column: str) -> list[str]:
        place = self.titles().index(column)
        return [self.model.cell(row, place).text for row in range(self.model.rowCount())]

    def click(self, subject: str, column: str, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        row, place = self.place(subject, column)
        self.view.scrollTo(self.model.index(row, place))
        grid = self.view.grid_of(place)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifiers, grid.cell_rect(row, place).center())

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self.view.edited.editor if self.view.edited else self.view, key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.view.edited.editor if self.view.edited else self.view, letter)

    def card(self) -> str:
        return self.pane.card.words() if self.pane.card.isVisible() else ""

    def current(self) -> tuple[str, str]:
        index = self.view.currentIndex()
        return self.names()[index.row()], self.titles()[index.column()]

    def observations(self, subject: str, column: str) -> tuple[Observation, ...]:
        cell = self.model.cell(*self.place(subject, column))
        return queries.observations_of(self.workspace.study, cell.subject_id, cell.attribute_id or 0)

    def adopted(self, subject: str, column: str) -> list[str]:
        found = self.observations(subject, column)
        return [each.value or each.missing or each.typed for each in found if each.standing == "adopted"]

    def show(self, name: str) -> None:
        known = {comparison.name: comparison.id for comparison in queries.comparisons(self.workspace.study)}
        self.workspace.show_comparison(known[name])

    def put_beside(self, column: str, other: str) -> None:
        """Move the other column to the place after this one."""
        places = [each for each in self.model.columns if each.id != self.model.columns[self.titles().index(other)].id]
        after = places.index(self.model.columns[self.titles().index(column)]) + 1
        arrange.move(self.model, self.model.columns[self.titles().index(other)], places[after])
        assert self.titles().index(other) == self.titles().index(column) + 1

    def choose(self, menu: QMenu, words: str) -> None:
        next(action for action in menu.actions() if action.text() == words).trigger()


@pytest.fixture
def table(workspace: Workspace) -> Iterator[Table]:
    pane = make(workspace)
    assert isinstance(pane, ComparisonPane)
    pane.resize(1200, 500)
    pane.show()
    pane.view.setFocus()
    QApplication.processEvents()
    yield Table(pane)
    check_shown(pane)
    pane.close()
    pane.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# Typing


def test_a_number_typed_over_a_cited_value_leaves_it_as_a_rival(table: Table) -> None:
    before = table.workspace.study.dump()
    table.click("United Russia", "Vote share")
    table.type("66")
    assert "64.3 becomes its rival" in table.card()
    assert "64.3" in table.adopted("United Russia", "Vote share")
    table.press(Key.Key_Return)
    assert table.text("United Russia", "Vote share") == "66.0"
    rival = next(each for each in table.observations("United Russia", "Vote share") if each.value == "64.3")
    assert rival.standing == "rival"
    assert rival.citations
    assert table.current() == ("Nur Otan", "Vote share")
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before
    assert table.text("United Russia", "Vote share") == "64.3"


def test_a_value_that_a_rival_holds_is_adopted_with_its_citation(table: Table) -> None:
    table.click("United Russia", "Vote share")
    table.type("65")
    assert "adopts 65 of" in table.card()
    table.press(Key.Key_Return)
    adopted = [each for each in table.observations("United Russia", "Vote share") if each.standing == "adopted"]
    assert [each.value for each in adopted if each.value in ("65", "64.3")] == ["65"]
    assert all(each.citations for each in adopted)


def test_ctrl_enter_says_that_the_world_has_changed(table: Table) -> None:
    table.click("United Russia", "Leader")
    table.type("Boris Gryzlov")
    assert "Ctrl+Enter: a new value from 25 Nov 2008 on" in table.card()
    table.press(Key.Key_Return, CTRL)
    assert table.text("United Russia", "Leader") == "Boris Gryzlov"
    table.workspace.set_as_of(table.workspace.as_of - 1)
    assert table.text("United Russia", "Leader") == "Vladimir Putin"


def test_escape_changes_nothing(table: Table) -> None:
    before = table.workspace.study.dump()
    table.click("Nur Otan", "Seats")
    table.type("12")
    table.press(Key.Key_Escape)
    assert table.view.edited is None
    assert not table.pane.card.isVisible()
    assert table.workspace.study.dump() == before
    assert QApplication.focusWidget() is table.view


def test_f2_and_enter_leave_a_value_that_is_shown_rounded_as_it_is(table: Table) -> None:
    before = table.workspace.study.dump()
    for column in ("Founded", "Leader", "Vote share", "Seats", "Seat share"):
        table.click("United Russia", column)
        table.press(Key.Key_F2)
        table.press(Key.Key_Return)
    assert table.workspace.study.dump() == before


def test_a_text_that_cannot_be_read_is_kept_as_typed_and_marked(table: Table) -> None:
    table.click("Nur Otan", "Seats")
    table.type("over 88")
    assert "kept as typed" in table.card()
    table.press(Key.Key_Return)
    cell = table.model.cell(*table.place("Nur Otan", "Seats"))
    assert (cell.state, cell.text, cell.number) == ("wrong", "over 88", None)
    row, column = table.place("Nur Otan", "Seats")
    assert "could not be read" in table.model.data(table.model.index(row, column), Qt.ItemDataRole.ToolTipRole)


def test_tab_commits_and_goes_right(table: Table) -> None:
    table.put_beside("Vote share", "Seats")
    table.click("Nur Otan", "Vote share")
    table.type("88")
    table.press(Key.Key_Tab)
    assert table.current() == ("Nur Otan", "Seats")
    assert table.text("Nur Otan", "Vote share") == "88.0"


def test_a_click_elsewhere_commits(table: Table) -> None:
    table.click("Nur Otan", "Seats")
    table.type("97")
    table.click("Ak Jol", "Leader")
    assert table.text("Nur Otan", "Seats") == "97"
    assert table.current() == ("Ak Jol", "Leader")


def test_an_emptied_cell_asks_for_a_reason(table: Table) -> None:
    table.click("Nur Otan", "Seats")
    table.press(Key.Key_Backspace)
    table.press(Key.Key_Return)
    table.choose(open_menu(), "interrupted")
    assert table.text("Nur Otan", "Seats") == "interrupted"


def test_the_editor_keeps_its_text_when_the_study_cannot_take_it(table: Table) -> None:
    told: list[str] = []
    table.workspace.message.connect(told.append)
    path = table.workspace.study.path
    path.rename(path.with_name("moved.parties"))
    table.click("Nur Otan", "Seats")
    table.type("97")
    table.press(Key.Key_Return)
    assert told
    assert table.view.edited is not None
    assert table.view.edited.editor.text() == "97"
    path.with_name("moved.parties").rename(path)
    table.press(Key.Key_Return)
    assert table.text("Nur Otan", "Seats") == "97"


def test_enter_corrects_a_name_and_ctrl_enter_gives_a_new_one(table: Table) -> None:
    subject_id = table.model.row_ids[table.names().index("Ak Jol")]
    table.click("Ak Jol", "Party")
    table.press(Key.Key_F2)
    assert table.view.edited is not None
    table.view.edited.editor.setText("Ak Zhol")
    table.press(Key.Key_Return)
    table.click("Ak Zhol", "Party")
    table.press(Key.Key_F2)
    assert table.view.edited is not None
    table.view.edited.editor.setText("Bright Path")
    table.press(Key.Key_Return, CTRL)
    catalogue, day = table.workspace.catalogue, table.workspace.as_of
    assert catalogue.shown_name(subject_id, day).text == "Bright Path"
    assert catalogue.shown_name(subject_id, day - 1).text == "Ak Zhol"


def test_typing_goes_on_down_the_list_when_the_table_is_sorted_by_what_is_typed(table: Table) -> None:
    arrange.sort(table.model, [SortKey(table.model.columns[table.titles().index("Seats")].id, False)])
    first, second = table.names()[:2]
    table.click(first, "Seats")
    table.type("400")
    table.press(Key.Key_Return)
    assert table.names()[-1] == first
    assert table.current() == (second, "Seats")


def test_a_study_for_reading_only_opens_no_editor(table: Table, workspace: Workspace) -> None:
    reader = workspace.study.open(workspace.study.path, read_only=True)
    workspace.open(reader)
    told: list[str] = []
    workspace.message.connect(told.append)
    table.click("Nur Otan", "Seats")
    table.press(Key.Key_F2)
    assert table.view.edited is None
    assert told == [reader.why_read_only]
    table.press(Key.Key_Delete)
    assert QApplication.activePopupWidget() is None
    assert told == [reader.why_read_only] * 2
    arrange.sort(table.model, [SortKey(table.model.columns[0].id, True)])
    assert table.names() == sorted(table.names(), reverse=True)


# Editors


def test_editors_are_named_for_screen_readers_and_fit_their_kind(table: Table) -> None:
    for column, expected in (("Vote share", NumberEditor), ("Leader", ListedEditor), ("Party of power", ListedEditor)):
        title = next(title for title in table.titles() if title.startswith(column))
        table.click("United Russia", title)
        edited = table.view.edit_current()
        assert edited is not None
        assert isinstance(edited.editor, expected)
        assert edited.editor.accessibleName() == f"{title} of United Russia"
        table.press(Key.Key_Escape)


def test_choices_are_offered_and_taken_by_the_keys(table: Table) -> None:
    title = next(title for title in table.titles() if title.startswith("Government role"))
    table.click("United Russia", title)
    table.press(Key.Key_F2)
    assert table.view.edited is not None
    editor = table.view.edited.editor
    assert isinstance(editor, ListedEditor)
    choices = table.workspace.catalogue.choices_of(table.model.columns[table.titles().index(title)].attribute_id or 0)
    assert editor.offered == tuple(choice.label for choice in choices)
    table.press(Key.Key_Down)
    assert editor.is_listing()
    table.press(Key.Key_Escape)
    assert not editor.is_listing()
    assert table.view.edited is not None
    editor.setText(choices[-1].label)
    table.press(Key.Key_Return)
    assert table.text("United Russia", title) == choices[-1].label


def test_a_date_says_how_it_is_read(table: Table) -> None:
    table.click("Ak Jol", "Founded")
    table.type("1999~")
    assert "about 1999" in table.card()


# Missing reasons


def test_delete_asks_for_a_reason_and_keeps_the_rivals(table: Table) -> None:
    rivals = [each for each in table.observations("United Russia", "Vote share") if each.standing == "rival"]
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Delete)
    menu = open_menu()
    assert menu.actions()[0].text() == "not yet coded"
    QTest.keyClick(menu, Key.Key_Return)
    assert table.model.cell(*table.place("United Russia", "Vote share")).missing == "not_coded"
    after = [each.id for each in table.observations("United Russia", "Vote share")]
    assert {each.id for each in rivals} <= set(after)


def test_several_cells_get_a_reason_as_one_undo(table: Table) -> None:
    table.put_beside("Vote share", "Seats")
    before, number = table.workspace.study.dump(), table.workspace.study.edit_number
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_Right, SHIFT)
    table.press(Key.Key_Delete)
    table.choose(open_menu(), "unknown after search")
    assert table.text("Nur Otan", "Seats") == "unknown"
    assert table.workspace.study.edit_number == number + 1
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before


# The clipboard


@pytest.mark.parametrize(
    "rows",
    [
        [["64.3", "Единая Россия"], ["two\nlines", 'a "quoted" word']],
        [["tab\there", "=1+1"], ["<b>&amp;</b>", "  "]],
        [["", ""], ["", "last"]],
    ],
)
def test_cells_come_back_from_the_clipboard_as_they_went(rows: list[list[str]]) -> None:
    data = to_clipboard([[Copied(text) for text in row] for row in rows])
    assert from_clipboard(data) == rows
    only_html = QMimeData()
    only_html.setHtml(data.html())
    assert from_clipboard(only_html) == [
        [" ".join(cell.split(" ")).strip().replace("\t", " ") for cell in row] for row in rows
    ]


def test_libreoffice_cells_with_a_line_break_are_read_from_the_html() -> None:
    data = QMimeData()
    data.setText("a\nb\tc\n")
    data.setHtml("<table><tr><td>a<br>b</td><td>c</td></tr></table>")
    assert from_clipboard(data) == [["a\nb", "c"]]


def test_a_text_with_a_lone_quotation_mark_is_taken_as_it_is() -> None:
    data = QMimeData()
    data.setText('"United\tRussia')
    assert from_clipboard(data) == [['"United', "Russia"]]


def test_excel_hears_which_cells_are_text() -> None:
    html = to_clipboard([[Copied("1999-02"), Copied("64.3", is_number=True)]]).html()
    assert '<td style="mso-number-format:\'\\@\'" sdnum="1033;0;@">1999-02</td><td>64.3</td>' in html


def test_copied_cells_pasted_back_change_nothing(table: Table) -> None:
    before = table.workspace.study.dump()
    table.press(Key.Key_A, CTRL)
    table.press(Key.Key_C, CTRL)
    assert "United Russia\tRussia" in QGuiApplication.clipboard().text()
    table.press(Key.Key_V, CTRL)
    assert table.workspace.study.dump() == before


def test_a_block_is_pasted_as_one_undo_and_what_is_wrong_is_counted(table: Table) -> None:
    table.put_beside("Vote share", "Seats")
    before, number = table.workspace.study.dump(), table.workspace.study.edit_number
    told: list[str] = []
    table.workspace.message.connect(told.append)
    put_on_clipboard("66\t316\r\nover 88\t97\r\n62.3\t\r\n")
    table.click("United Russia", "Vote share")
    table.press(Key.Key_V, CTRL)
    assert table.workspace.study.dump() == before
    table.press(Key.Key_Return)
    assert [table.text(name, "Vote share") for name in ("United Russia", "Nur Otan")] == ["66.0", "88.4"]
    assert [table.text(name, "Seats") for name in ("United Russia", "Nur Otan")] == ["316", "97"]
    assert table.workspace.study.edit_number == number + 1
    assert told[-1] == "Paste 3 × 2: 3 cells changed · 1 left out"
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before


def test_one_cell_is_pasted_into_all_that_are_selected(table: Table) -> None:
    put_on_clipboard("50\n")
    table.click("United Russia", "Seats")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_V, CTRL)
    table.press(Key.Key_Return)
    assert table.texts("Seats")[:3] == ["50", "50", "50"]


def test_what_lies_beyond_the_table_is_said(table: Table) -> None:
    put_on_clipboard("50\n51\n")
    table.click(table.names()[-1], "Seats")
    table.press(Key.Key_V, CTRL)
    assert "1 left out: below the last row" in table.view.hands.bar.accessibleName()


# Order, filters and columns


def test_a_double_click_on_a_header_sorts_up_then_down_then_not(table: Table) -> None:
    listed, column = table.names(), table.titles().index("Vote share")
    header = table.view.columns_header

    def click() -> list[float | None]:
        place = QPoint(header.sectionViewportPosition(column) + 20, 10)
        QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
        return [table.model.cell(row, column).number for row in range(table.model.rowCount())]

    up = click()
    numbers = [number for number in up if number is not None]
    assert numbers == sorted(numbers)
    assert up[: len(numbers)] == numbers
    down = click()
    assert down[: len(numbers)] == numbers[::-1]
    assert down[len(numbers) :] == [None] * (len(down) - len(numbers))
    click()
    assert table.names() == listed


def test_the_selection_stays_with_its_subject_when_the_order_changes(table: Table) -> None:
    table.click("Nur Otan", "Seats")
    arrange.sort(table.model, [SortKey(table.model.columns[table.titles().index("Vote share")].id, False)])
    assert table.current() == ("Nur Otan", "Seats")
    assert [table.model.row_ids[row] for row in table.view.rows_selected()] == list(table.workspace.selected)


def test_rows_are_filtered_by_choice_and_the_chip_takes_it_back(table: Table) -> None:
    column = table.model.columns[table.titles().index("State")]
    box = FilterBox(table.model, column, table.pane)
    for place in range(box.answers.count()):
        if box.answers.item(place).data(Qt.ItemDataRole.UserRole) in ("Russia", "Georgia"):
            box.turn(box.answers.item(place))
    box.accept()
    assert sorted(table.texts("State")) == ["Georgia", "Russia"]
    assert table.pane.filter_bar.count.text() == "2 of 10"
    assert table.workspace.comparison is not None
    assert table.workspace.comparison.columns[1].filter is not None
    QApplication.processEvents()
    buttons = table.pane.filter_bar.findChildren(QToolButton)
    remove = next(each for each in buttons if each.isVisible() and each.accessibleName().startswith("Remove filter"))
    remove.click()
    assert table.model.rowCount() == 10


def test_a_filter_that_leaves_nothing_says_so_and_offers_a_way_back(table: Table) -> None:
    field = table.pane.filter_bar.text
    field.setFocus()
    QTest.keyClicks(field, "no such party")
    QTest.keyClick(field, Key.Key_Return)
    assert table.model.rowCount() == 0
    assert table.pane.note.isVisible()
    assert table.workspace.comparison is not None
    assert table.workspace.comparison.filter_text == "no such party"
    table.pane.note.button.click()
    assert table.model.rowCount() == 10
    assert not table.pane.note.isVisible()


def test_columns_are_hidden_shown_and_moved(table: Table) -> None:
    titles = table.titles()
    leader = table.model.columns[titles.index("Leader")]
    arrange.hide(table.model, leader)
    assert "Leader" not in table.titles()
    assert table.model.comparison is not None
    arrange.show(table.model, next(each for each in table.model.comparison.columns if each.id == leader.id))
    assert table.titles() == titles
    arrange.step(table.model, table.model.columns[titles.index("Leader")], -1)
    assert table.titles().index("Leader") == titles.index("Leader") - 1
    arrange.step(table.model, table.model.columns[1], -1)
    assert table.titles()[0] == titles[0]


def test_a_dragged_header_moves_the_column(table: Table) -> None:
    titles, header = table.titles(), table.view.columns_header
    header.moveSection(4, 2)
    QTest.qWait(10)
    assert table.titles() == [*titles[:2], titles[4], titles[2], titles[3], *titles[5:]]
    assert [header.visualIndex(place) for place in range(header.count())] == list(range(header.count()))


def test_a_new_attribute_is_a_column_at_once(table: Table) -> None:
    study, comparison = table.workspace.study, table.workspace.comparison
    assert comparison is not None
    youth_wing = add_attribute(study, "party", "Youth wing", "yes_no", validity="until_changed")
    show_column(study, comparison.id, youth_wing)
    assert table.titles()[-1] == "Youth wing"
    for name in ("United Russia", "Nur Otan", "Ak Jol"):
        table.click(name, "Youth wing")
        table.type("yes")
        table.press(Key.Key_Return)
    assert table.texts("Youth wing").count("yes") == 3


def test_the_menu_of_a_column_opens_by_the_keys(table: Table) -> None:
    table.click("Nur Otan", "Seats")
    table.press(Key.Key_Down, ALT)
    menu = open_menu()
    table.choose(menu, "Sort descending")
    menu.close()
    assert table.model.comparison is not None
    assert table.model.comparison.sorting[0].descending


def test_a_rival_is_adopted_from_the_menu_of_its_cell(table: Table) -> None:
    table.click("United Russia", "Vote share")
    adopt = next(entry.menu() for entry in menus.cell_menu(table.view).actions() if entry.text() == "Adopt")
    assert isinstance(adopt, QMenu)
    offered = [entry.text() for entry in adopt.actions()]
    assert len(offered) == 3
    entry = next(entry for entry in adopt.actions() if entry.text().startswith("65 ·"))
    assert "valid votes" in entry.text()

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QInputDialog)
        box.setTextValue("Shares of valid votes are compared here")
        box.accept()

    QTimer.singleShot(0, answer)
    entry.trigger()
    assert table.text("United Russia", "Vote share") == "65.0"
    adopted = [each for each in table.observations("United Russia", "Vote share") if each.value == "65"]
    assert [each.reason for each in adopted if each.standing == "adopted"] == [
        "Shares of valid votes are compared here"
    ]


def test_every_menu_of_every_column_opens(table: Table) -> None:
    table.show("Whole study")
    for place in range(table.model.columnCount()):
        words = [entry.text() for entry in menus.column_menu(table.view, place).actions()]
        assert {"Sort ascending", "Filter…"} <= set(words)
        assert ("Hide" in words) == (table.model.columns[place].attribute_id is not None)
        table.view.setCurrentIndex(table.model.index(0, place))
        assert menus.cell_menu(table.view).actions()


def test_a_list_of_rows_takes_another_party_and_loses_it_again(table: Table) -> None:
    table.show("In the article")
    assert table.model.comparison is not None
    menu = QMenu()
    fill_rows_menu(table.model, menu, table.pane)
    state = next(entry.menu() for entry in menu.actions() if entry.text() == "Kyrgyzstan")
    assert isinstance(state, QMenu)
    table.choose(state, "Ak Jol")
    assert table.names()[-1] == "Ak Jol"
    table.click("Ak Jol", "Party")
    table.choose(menus.cell_menu(table.view), "Remove from this comparison")
    assert "Ak Jol" not in table.names()


def test_the_columns_menu_shows_what_is_shown_and_offers_the_rest(table: Table) -> None:
    menu = QMenu()
    fill_columns_menu(table.model, menu, table.pane)
    assert {entry.text() for entry in menu.actions() if entry.isChecked()} == set(table.titles()) - {"Party"} | {"Name"}
    table.choose(menu, "Leader")
    assert "Leader" not in table.titles()


# Keys and the rest of the window


def test_the_cursor_goes_where_it_goes_in_a_spreadsheet(table: Table) -> None:
    names, titles = table.names(), table.titles()
    table.click(names[2], titles[3])
    for key, modifiers, expected in (
        (Key.Key_Return, NO_KEY, (names[3], titles[3])),
        (Key.Key_Return, SHIFT, (names[2], titles[3])),
        (Key.Key_Tab, NO_KEY, (names[2], titles[4])),
        (Key.Key_Backtab, NO_KEY, (names[2], titles[3])),
        (Key.Key_Down, CTRL, (names[-1], titles[3])),
        (Key.Key_Right, CTRL, (names[-1], titles[-1])),
        (Key.Key_Home, NO_KEY, (names[-1], titles[0])),
        (Key.Key_Home, CTRL, (names[0], titles[0])),
        (Key.Key_End, CTRL, (names[-1], titles[-1])),
    ):
        table.press(key, modifiers)
        assert table.current() == expected, key
    table.click(names[1], titles[2])
    table.press(Key.Key_Down, CTRL | SHIFT)
    assert table.view.rows_selected() == list(range(1, len(names)))


def test_the_selection_is_shared_both_ways(table: Table) -> None:
    table.click("United Russia", "Seats")
    table.click("Nur Otan", "Seats", SHIFT)
    chosen = table.model.row_ids[:2]
    assert table.workspace.selected == chosen
    assert table.workspace.cell == (chosen[1], table.model.columns[table.titles().index("Seats")].attribute_id)
    table.workspace.select([table.model.row_ids[4]])
    assert table.view.rows_selected() == [4]
    founded = table.model.columns[table.titles().index("Founded")].attribute_id or 0
    table.workspace.select([table.model.row_ids[3]])
    table.workspace.set_cell(table.model.row_ids[3], founded)
    assert table.current() == (table.names()[3], "Founded")


def test_the_cells_of_one_column_are_summed_up(table: Table, qtbot: QtBot) -> None:
    table.click(table.names()[0], "Seats")
    table.click(table.names()[-1], "Seats", SHIFT)
    numbers = [float(text) for text in table.texts("Seats")]
    mean = f"Mean {sum(numbers) / len(numbers):.4g} · 10 of 10"
    qtbot.waitUntil(lambda: table.workspace.summary.startswith(mean), timeout=5000)
    table.press(Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: "Mean" not in table.workspace.summary, timeout=5000)


def test_shift_f10_opens_the_menu_of_the_cell(table: Table) -> None:
    table.click(table.names()[0], "Seats")
    table.press(Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert any("Copy" in action.text() for action in menu.actions())
    menu.close()


def test_names_follow_the_day(table: Table) -> None:
    row = table.names().index("Nur Otan")
    table.workspace.set_as_of(day_number(2000, 1, 1))
    assert table.model.cell(row, 0).text == "Otan"
    table.workspace.set_as_of(day_number(2023, 6, 1))
    assert table.model.cell(row, 0).text == "Amanat"


def test_a_step_of_the_day_asks_only_for_what_is_in_sight(table: Table) -> None:
    table.show("Whole study")
    table.pane.resize(900, 250)
    QApplication.processEvents()
    asked: list[tuple[int, int]] = []
    table.model.dataChanged.connect(lambda top, bottom, _roles: asked.append((top.row(), bottom.row())))
    table.workspace.set_as_of(table.workspace.as_of + 1)
    assert table.model.rowCount() == 41
    assert [bottom - top < 12 for top, bottom in asked] == [True]


def test_the_first_column_stays_in_sight_and_covers_no_cell_that_is_gone_to(table: Table) -> None:
    table.pane.resize(700, 400)
    QApplication.processEvents()
    table.click("United Russia", table.titles()[-1])
    assert table.view.horizontalScrollBar().value() > 0
    frozen = table.view.frozen
    assert frozen.isVisible()
    assert frozen.columnWidth(0) == table.view.columnWidth(0)
    for title in reversed(table.titles()[1:]):
        table.press(Key.Key_Left)
        index = table.view.currentIndex()
        if index.column():
            assert table.view.cell_rect(index.row(), index.column()).left() >= frozen.columnWidth(0), title
    table.press(Key.Key_F2)
    assert table.view.edited is not None
    assert table.view.edited.editor.parentWidget() is frozen.viewport()


def test_a_selection_by_keys_reaches_below_the_frozen_column(table: Table) -> None:
    table.pane.resize(700, 400)
    QApplication.processEvents()
    last = table.model.columnCount() - 1
    table.click("United Russia", table.titles()[-1])
    for expected in range(last, 0, -1):
        assert sorted({column for _row, column in table.view.places()}) == list(range(expected, last + 1))
        table.press(Key.Key_Left, SHIFT)
    table.press(Key.Key_Down, SHIFT)
    assert sorted(table.view.places()) == [(row, column) for row in (0, 1) for column in range(last + 1)]


def test_the_first_column_is_found_where_it_shows(table: Table) -> None:
    table.pane.resize(700, 400)
    QApplication.processEvents()
    table.view.horizontalScrollBar().setValue(300)
    frozen, here = table.view.frozen.viewport(), table.view.visualRect(table.model.index(2, 0))
    shown = frozen.mapToGlobal(table.view.frozen.cell_rect(2, 0).topLeft())
    assert table.view.viewport().mapToGlobal(here.topLeft()) == shown
    assert table.view.indexAt(QPoint(20, table.view.rowViewportPosition(2) + 5)) == table.model.index(2, 0)


def test_a_screen_reader_finds_one_table_and_hears_the_marks(table: Table) -> None:
    found: list[tuple[object, str]] = []

    def walk(widget: QWidget) -> None:
        interface = QAccessible.queryAccessibleInterface(widget)
        for place in range(interface.childCount() if interface else 0):
            child = interface.child(place)
            if child is None:
                continue
            if child.role() == QAccessible.Role.Table:
                found.append((child.role(), child.text(QAccessible.Text.Name)))
            elif isinstance(child.object(), QWidget):
                walk(child.object())

    walk(table.pane)
    assert [name for _role, name in found] == ["Comparison"]
    row, column = table.place("United Russia", "Vote share")
    spoken = table.model.data(table.model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)
    assert "64.3 %" in spoken
    assert "rival value" in spoken
    assert table.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole) == "United Russia"


def test_qt_finds_no_fault_with_the_model(table: Table) -> None:
    model: QAbstractItemModel = table.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    steps: list[Callable[[], object]] = [
        lambda: arrange.sort(table.model, [SortKey(table.model.columns[2].id, True)]),
        lambda: table.workspace.set_as_of(day_number(1999, 6, 1)),
        lambda: arrange.filter_by(table.model, table.model.columns[1], ColumnFilter("contains", ("stan",))),
        lambda: table.workspace.set_as_of(day_number(2008, 11, 25)),
        table.workspace.study.undo,
        table.workspace.study.undo,
        lambda: table.show("States"),
        lambda: arrange.hide(table.model, table.model.columns[1]),
        table.workspace.study.undo,
        lambda: table.show("Whole study"),
    ]
    for step in steps:
        step()
        QApplication.processEvents()
        assert table.view.grab().width() > 0
    assert tester.model() is model


def test_a_selection_drawn_from_the_first_column_goes_on_over_the_others(table: Table) -> None:
    frozen, view = table.view.frozen, table.view
    start = frozen.cell_rect(1, 0).center()
    QTest.mousePress(frozen.viewport(), Qt.MouseButton.LeftButton, NO_KEY, start)
    end = frozen.viewport().mapFromGlobal(view.viewport().mapToGlobal(view.cell_rect(3, 2).center()))
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(end),
        frozen.viewport().mapToGlobal(QPointF(end)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        NO_KEY,
    )
    QApplication.sendEvent(frozen.viewport(), move)
    QTest.mouseRelease(frozen.viewport(), Qt.MouseButton.LeftButton, NO_KEY, end)
    assert sorted(view.places()) == [(row, column) for row in (1, 2, 3) for column in (0, 1, 2)]


def test_the_edit_menu_of_the_window_reaches_the_table(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    table = Table(pane)
    window.panes.focused = pane.view
    table.click("United Russia", "Seats")
    window.menus.made["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "315\n"
    table.click("Nur Otan", "Seats")
    window.menus.made["paste"].trigger()
    table.press(Key.Key_Return)
    assert table.text("Nur Otan", "Seats") == "315"
    window.menus.made["undo"].trigger()
    assert table.text("Nur Otan", "Seats") == "98"


# A party


def test_a_party_is_added_and_selected(table: Table) -> None:
    table.show("Whole study")
    known = set(table.model.row_ids)

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SubjectDialog)
        dialog.name.setText("Just Russia")
        dialog.founded.setText("2006-13")
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        dialog.founded.setText("2006-10-28")
        dialog.state.setCurrentIndex(dialog.state.findText("Russia"))
        dialog.accept()

    QTimer.singleShot(0, fill)
    added = ask_party(table.workspace, table.pane)
    assert added is not None
    assert set(table.model.row_ids) - known == {added}
    assert table.workspace.selected == (added,)
    assert table.text("Just Russia", "Founded") == "2006-10-28"
    assert table.text("Just Russia", "State") == "Russia"
    table.workspace.study.undo()
    assert set(table.model.row_ids) == known


def test_every_editor_says_its_name(table: Table) -> None:
    table.show("States")
    for place in range(table.model.columnCount()):
        table.view.setCurrentIndex(table.model.index(0, place))
        edited = table.view.edit_current()
        assert edited is not None
        assert isinstance(edited.editor, QLineEdit)
        assert edited.editor.accessibleName()
        edited.close()
