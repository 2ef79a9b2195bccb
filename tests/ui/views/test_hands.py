"""What a spreadsheet user's hands do at the table: keys are pressed, and the study is asked what came of it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from tests.ui.views.test_comparison import CTRL, NO_KEY, SHIFT, Table, open_menu, put_on_clipboard, table

from parties_of_power.domain.sources import Cite
from parties_of_power.study.edits import (
    add_attribute,
    add_comparison,
    add_party,
    add_state,
    change_comparison,
    cite,
    show_column,
)
from parties_of_power.study.study import Study
from parties_of_power.ui.dialogs.citation import SeveralCitationsForm
from parties_of_power.ui.dialogs.keys import KeysPage
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.tables.clipboard import clip_of, from_clipboard, to_clipboard
from parties_of_power.ui.tables.own_format import MIME, Copied
from parties_of_power.ui.views.comparison import make
from parties_of_power.ui.views.comparison.keys import EDIT_KEYS, MOUSE, PROPOSAL_KEYS, TABLE_KEYS
from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.views.comparison.proposal_list import ProposalList
from parties_of_power.ui.workspace import Workspace

__all__ = ["table"]  # the fixture of the pane

Key = Qt.Key


def bar_words(table: Table) -> str:
    bar = table.view.hands.bar
    return bar.accessibleName() if bar.isVisible() else ""


def answer(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def selected(table: Table) -> set[tuple[str, str]]:
    names, titles = table.names(), table.titles()
    return {(names[row], titles[column]) for row, column in table.view.places()}


def in_excel(html: str, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(f'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>{html}</body></html>')
    QGuiApplication.clipboard().setMimeData(data)


# Pasting


def test_before_a_paste_is_taken_the_bar_says_what_it_does_and_escape_changes_nothing(table: Table) -> None:
    table.put_beside("Vote share", "Seat share")
    before, number = table.workspace.study.dump(), table.workspace.study.edit_number
    shown = [[table.text(name, title) for title in ("Vote share", "Seat share")] for name in table.names()[:3]]
    shown[1] = ["over 88", "98.0"]
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in shown)
    in_excel(f"<table>{rows}</table>", "\n".join("\t".join(row) for row in shown) + "\n")
    table.click("United Russia", "Vote share")
    table.press(Key.Key_V, CTRL)
    words = bar_words(table)
    assert words.startswith("Paste 3 × 2 from Excel. 4 equal to what is here. 1 changes a cited value: 100")
    assert "“over 88” is no percent (Nur Otan · Vote share)" in words
    assert table.view.hands.bar.take_button.text() == "Take the 5 that fit"
    ghosts = {table.names()[row]: ghost.role for (row, _column), ghost in table.view.ghosts.items()}
    assert ghosts["United Russia"] == "equal"
    assert sorted(ghost.role for ghost in table.view.ghosts.values()) == ["change", *["equal"] * 4, "wrong"]
    assert table.workspace.study.dump() == before
    answer(Key.Key_Escape)
    assert bar_words(table) == ""
    assert table.view.ghosts == {}
    assert QApplication.focusWidget() is table.view
    assert table.workspace.study.dump() == before
    table.press(Key.Key_V, CTRL)
    answer(Key.Key_Return)
    assert table.text("Nur Otan", "Seat share") == "98.0"
    assert table.text("Nur Otan", "Vote share") == "88.4"
    assert table.workspace.study.edit_number == number + 1
    assert any(
        each.value == "100" and each.standing == "rival" for each in table.observations("Nur Otan", "Seat share")
    )
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before


def test_the_list_says_of_each_cell_what_happens_and_takes_all_where_it_is_wanted(table: Table) -> None:
    put_on_clipboard("over 88\n98\n")
    table.click("Nur Otan", "Vote share")
    table.press(Key.Key_V, CTRL)
    seen: list[list[str]] = []

    def read_and_take() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, ProposalList)
        model = box.page.model
        seen.extend([str(model.data(model.index(row, column))) for column in range(5)] for row in range(2))
        buttons = {button.text(): button for button in box.findChildren(QPushButton)}
        buttons["Take all, 1 kept as typed and marked wrong"].click()

    QTimer.singleShot(0, read_and_take)
    table.view.hands.bar.list_button.click()
    assert [line[0] for line in seen] == ["Nur Otan", table.names()[table.names().index("Nur Otan") + 1]]
    assert "is no percent" in seen[0][4]
    assert "becomes its rival" in seen[1][4]
    assert table.text("Nur Otan", "Vote share") == "over 88"


def test_what_fits_and_changes_nothing_cited_goes_straight_in(table: Table) -> None:
    attribute = add_attribute(table.workspace.study, "party", "Motto", "text", validity="timeless")
    assert table.workspace.comparison is not None
    show_column(table.workspace.study, table.workspace.comparison.id, attribute)
    put_on_clipboard("Вперёд\nЖаңа жол\n")
    table.click("United Russia", "Motto")
    table.press(Key.Key_V, CTRL)
    assert bar_words(table) == ""
    assert [table.text(name, "Motto") for name in ("United Russia", "Nur Otan")] == ["Вперёд", "Жаңа жол"]
    assert table.workspace.study.undo_label == "Paste 2 cells"


def test_one_value_goes_into_every_selected_block(table: Table) -> None:
    put_on_clipboard("50\n")
    table.click("United Russia", "Seats")
    table.click("Ak Jol", "Seats", CTRL)
    table.press(Key.Key_V, CTRL)
    answer(Key.Key_Return)
    assert [table.text(name, "Seats") for name in ("United Russia", "Nur Otan", "Ak Jol")] == ["50", "98", "50"]


def test_rows_below_the_table_become_parties_when_that_is_wanted(table: Table) -> None:
    before = table.workspace.study.dump()
    rows = table.model.rowCount()
    put_on_clipboard("New Ukraine\tUkraine\nNobody's Party\tAtlantis\n")
    table.click(table.names()[-1], "Party")
    table.view.selectionModel().setCurrentIndex(
        table.model.index(rows - 1, 0), table.view.selectionModel().SelectionFlag.ClearAndSelect
    )
    last = table.names()[-1], table.texts("State")[-1]
    put_on_clipboard(f"{last[0]}\t{last[1]}\nNew Ukraine\tUkraine\nNobody's Party\tAtlantis\n")
    table.press(Key.Key_V, CTRL)
    assert "1 row below the table: New Ukraine" in bar_words(table)
    assert "2 left out: below the last row: a new party needs its state" in bar_words(table)
    assert table.view.hands.bar.rows_button.text() == "Also add 1 party"
    table.view.hands.bar.rows_button.click()
    found = table.workspace.catalogue.find_subject("New Ukraine", "party")
    assert len(found) == 1
    assert table.model.row_of(found[0]) >= 0
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before


def test_a_proposal_is_given_up_when_the_table_changes(table: Table) -> None:
    put_on_clipboard("66\n")
    table.click("United Russia", "Vote share")
    table.press(Key.Key_V, CTRL)
    assert bar_words(table)
    table.workspace.set_as_of(table.workspace.as_of - 400)
    assert bar_words(table) == ""
    assert table.view.hands.proposal is None


def test_a_refusal_keeps_the_proposal_so_that_it_can_be_tried_again(table: Table) -> None:
    told: list[str] = []
    table.workspace.message.connect(told.append)
    path = table.workspace.study.path
    path.rename(path.with_name("moved.parties"))
    put_on_clipboard("66\n")
    table.click("United Russia", "Vote share")
    table.press(Key.Key_V, CTRL)
    answer(Key.Key_Return)
    assert "moved" in told[-1]
    assert bar_words(table)
    path.with_name("moved.parties").rename(path)
    answer(Key.Key_Return)
    assert table.text("United Russia", "Vote share") == "66.0"


# The clipboard of others, and ours


@pytest.mark.parametrize(
    ("html", "program"),
    [
        ("<google-sheets-html-origin><style>td {x}</style><table><tbody>{}</tbody></table>", "Google Sheets"),
        (
            '<html><head><meta name="generator" content="LibreOffice 24.2"/></head><table>{}</table></html>',
            "LibreOffice",
        ),
        ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>{}</table></html>', "Excel"),
    ],
)
def test_the_program_is_named_and_its_cells_are_read(html: str, program: str) -> None:
    data = QMimeData()
    cells = '<tr><td rowspan="2">Единая Россия</td><td>one<br>two</td></tr><tr><td>«a»&nbsp;"b"</td></tr>'
    data.setHtml(html.replace("{}", cells))
    clip = clip_of(data)
    assert clip.program == program
    texts = [[cell.text.replace("\xa0", " ") for cell in row] for row in clip.rows]
    assert texts == [["Единая Россия", "one\ntwo"], ["", '«a» "b"']]


def test_of_libreoffice_tabs_and_blanks_are_kept_and_notes_are_left_out() -> None:
    data = QMimeData()
    note = '<a class="comment-indicator"></a><comment>checked<br>twice</comment>'
    cells = f'<tr><td sdnum="1033;0;@">{note}<font color="#000000">a\tb  c</font></td><td>d</td></tr>'
    data.setHtml(f'<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><table>{cells}</table>')
    data.setText("a b  c\td\n")
    assert from_clipboard(data) == [["a\tb  c", "d"]]


def test_texts_that_look_like_formulas_and_dates_are_marked_as_text_for_other_programs() -> None:
    html = to_clipboard([[Copied("=1+1"), Copied("64.3", True)]]).html()
    assert 'sdnum="1033;0;@">=1+1<' in html
    assert "mso-number-format:'\\@'" in html
    assert "<td>64.3</td>" in html


def test_headers_are_copied_for_others_and_not_pasted_back(table: Table) -> None:
    before = table.workspace.study.dump()
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text().splitlines() == ["Vote share", "64.3", "88.4"]
    table.press(Key.Key_V, CTRL)
    assert table.workspace.study.dump() == before


def test_citations_travel_to_another_window(table: Table, tmp_path: Path) -> None:
    table.click("United Russia", "Vote share")
    table.press(Key.Key_C, CTRL)
    told = json.loads(bytes(QGuiApplication.clipboard().mimeData().data(MIME).data()))
    assert told["cells"][0][0]["cites"][0]["source"]["title"]
    with Study.create(tmp_path / "other.parties", coder="other") as study:
        party = add_party(study, "Another", add_state(study, "Elsewhere"))
        vote = add_attribute(study, "party", "Vote share", "percent", validity="last_known")
        show_column(study, add_comparison(study, "All", "party"), vote)
        other = Workspace(study)
        pane = make(other)
        assert isinstance(pane, ComparisonPane)
        pane.show()
        theirs = Table(pane)
        theirs.click("Another", "Vote share")
        theirs.press(Key.Key_V, CTRL)
        observations = theirs.observations("Another", "Vote share")
        assert [each.value for each in observations] == ["64.3"]
        titles = {each.id: each.title for each in other.catalogue.sources.values()}
        assert [titles[each.source_id] for each in observations[0].citations] == [
            told["cells"][0][0]["cites"][0]["source"]["title"]
        ]
        assert party in other.catalogue.subjects
        pane.close()
        pane.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        other.close()


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"version": 1, "cells": [[{"text": 5}]]}', b"\xff" * 9])
def test_what_only_looks_like_our_format_is_not_taken(data: bytes) -> None:
    mime = QMimeData()
    mime.setText("a\tb\n")
    mime.setData(MIME, data)
    assert [[cell.text for cell in row] for row in clip_of(mime).rows] == [["a", "b"]]


def test_a_block_of_60_by_12_comes_back_cell_for_cell(table: Table) -> None:
    """As from LibreOffice: in its text a line break is a blank, quotation marks and Cyrillic stand in both."""
    study = table.workspace.study
    with study.edit("Prepare"):
        comparison = add_comparison(study, "Block", "party")
        for number in range(12):
            made = add_attribute(study, "party", f"Text {number:02}", "text", validity="timeless")
            show_column(study, comparison, made)
        state = table.workspace.catalogue.states[0].id
        parties = [add_party(study, f"Party {number:02}", state) for number in range(60)]
        change_comparison(study, comparison, rows_from="list", row_ids=parties)
    table.workspace.show_comparison(comparison)
    block = [
        [
            f'«Партия {row}.{column}», "так"' + ("\nвторая строка" if (row + column) % 3 == 0 else "") + " Қазақ"
            for column in range(12)
        ]
        for row in range(60)
    ]
    html = "".join(
        "<tr>" + "".join(f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>" for row in block
    )
    data = QMimeData()
    data.setHtml(f'<html><head><meta name="generator" content="LibreOffice 24.2"/></head><table>{html}</table></html>')
    data.setText("\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in block) + "\n")
    QGuiApplication.clipboard().setMimeData(data)
    table.click("Party 00", "Text 00")
    table.press(Key.Key_V, CTRL)
    assert bar_words(table) == ""
    assert [[table.model.cell(row, 2 + column).value for column in range(12)] for row in range(60)] == block
    table.press(Key.Key_Home, CTRL)
    table.press(Key.Key_Right)
    table.press(Key.Key_Right)
    table.press(Key.Key_End, CTRL | SHIFT)
    table.press(Key.Key_C, CTRL | SHIFT)
    copied = QMimeData()
    copied.setText(QGuiApplication.clipboard().text())
    rows = [[cell.text for cell in row] for row in clip_of(copied).rows]
    assert rows == [[f"Text {number:02}" for number in range(12)], *block]
    only_html = QMimeData()
    only_html.setHtml(QGuiApplication.clipboard().mimeData().html())
    assert [[cell.text for cell in row] for row in clip_of(only_html).rows] == rows


def test_our_own_format_keeps_every_cell() -> None:
    rows = [[Copied("64.3"), Copied("", missing="unknown")], [Copied("ended 1991", is_answer=False), Copied("Қ\n«»")]]
    read = clip_of(to_clipboard(rows, ["a", "b"])).rows
    assert [[(cell.text, cell.missing) for cell in row] for row in read] == [
        [("64.3", ""), ("", "unknown")],
        [("", ""), ("Қ\n«»", "")],
    ]


# Filling


def numbered(table: Table) -> str:
    """A column of numbers of one's own, 1990 and 1995 in its first rows."""
    study = table.workspace.study
    assert table.workspace.comparison is not None
    attribute = add_attribute(study, "party", "Year", "number", validity="timeless")
    show_column(study, table.workspace.comparison.id, attribute)
    for name, year in zip(table.names(), ("1990", "1995"), strict=False):
        table.click(name, "Year")
        table.type(year)
        table.press(Key.Key_Return)
    return "Year"


def test_ctrl_d_fills_down_and_ctrl_r_to_the_right(table: Table) -> None:
    year = numbered(table)
    names = table.names()
    number = table.workspace.study.edit_number
    table.click(names[1], year)
    for _step in range(3):
        table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_D, CTRL)
    assert table.texts(year)[:5] == ["1990", "1995", "1995", "1995", "1995"]
    assert table.workspace.study.edit_number == number + 1
    table.workspace.study.undo()
    table.click(names[2], year)
    table.press(Key.Key_D, CTRL)
    assert table.texts(year)[2] == "1995"
    table.put_beside("Vote share", year)
    table.click(names[0], "Vote share")
    table.press(Key.Key_Right, SHIFT)
    table.press(Key.Key_R, CTRL)
    assert table.text(names[0], year) == "64.3"


def test_a_series_goes_on_by_keys_and_by_dragging(table: Table) -> None:
    year = numbered(table)
    names = table.names()
    table.click(names[0], year)
    for _step in range(4):
        table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_D, CTRL | SHIFT)
    assert table.texts(year)[:5] == ["1990", "1995", "2000", "2005", "2010"]
    table.workspace.study.undo()
    table.click(names[0], year)
    table.press(Key.Key_Down, SHIFT)
    view, column = table.view, table.titles().index(year)
    handle = view.cell_rect(1, column).bottomRight() - QPoint(2, 2)
    target = view.cell_rect(3, column).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, handle)
    QTest.mouseMove(view.viewport(), target)
    view.filling.goes_to(target)
    assert view.filling.band.isVisible()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, NO_KEY, target)
    assert table.texts(year)[:4] == ["1990", "1995", "2000", "2005"]
    assert not view.filling.band.isVisible()


def test_filling_over_cited_values_asks_first(table: Table) -> None:
    before = table.workspace.study.dump()
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_D, CTRL)
    assert "1 changes a cited value: 88.4 stays as its rival" in bar_words(table)
    table.press(Key.Key_Escape)
    assert table.workspace.study.dump() == before


# The selection


def test_enter_and_tab_go_round_inside_a_selection(table: Table) -> None:
    table.put_beside("Vote share", "Seats")
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Down, SHIFT)
    table.press(Key.Key_Right, SHIFT)
    chosen = selected(table)
    table.view.selectionModel().setCurrentIndex(
        table.model.index(*table.place("United Russia", "Vote share")),
        table.view.selectionModel().SelectionFlag.NoUpdate,
    )
    passed = []
    for _step in range(4):
        passed.append(table.current())
        table.press(Key.Key_Return)
    assert passed == [
        ("United Russia", "Vote share"),
        ("Nur Otan", "Vote share"),
        ("United Russia", "Seats"),
        ("Nur Otan", "Seats"),
    ]
    assert table.current() == passed[0]
    table.press(Key.Key_Tab)
    assert table.current() == ("United Russia", "Seats")
    table.press(Key.Key_Tab, SHIFT)
    table.press(Key.Key_Return, SHIFT)
    assert table.current() == ("Nur Otan", "Seats")
    assert selected(table) == chosen
    table.type("97")
    table.press(Key.Key_Return)
    assert table.text("Nur Otan", "Seats") == "97"
    assert selected(table) == chosen
    assert table.current() == ("United Russia", "Vote share")


def test_several_blocks_whole_rows_and_whole_columns_are_selected(table: Table) -> None:
    table.click("United Russia", "Seats")
    table.click("Ak Jol", "Vote share", CTRL)
    assert selected(table) == {("United Russia", "Seats"), ("Ak Jol", "Vote share")}
    table.click("Ak Jol", "Seats")
    table.press(Key.Key_Space, SHIFT)
    assert selected(table) == {("Ak Jol", title) for title in table.titles()}
    table.click("Ak Jol", "Seats")
    table.press(Key.Key_Space, CTRL)
    assert selected(table) == {(name, "Seats") for name in table.names()}
    header = table.view.columns_header
    place = QPoint(header.sectionViewportPosition(table.titles().index("Vote share")) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NO_KEY, place)
    assert selected(table) == {(name, "Vote share") for name in table.names()}
    rows = table.view.verticalHeader()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NO_KEY, QPoint(5, rows.sectionViewportPosition(2) + 5))
    assert {name for name, _title in selected(table)} == {table.names()[2]}


def test_ctrl_and_arrows_go_to_the_edge_of_what_is_filled_in(table: Table) -> None:
    year = numbered(table)
    names = table.names()
    table.click(names[0], year)
    table.press(Key.Key_Down, CTRL)
    assert table.current() == (names[1], year)
    table.press(Key.Key_Down, CTRL)
    assert table.current() == (names[-1], year)
    table.press(Key.Key_Up, CTRL | SHIFT)
    assert selected(table) == {(name, year) for name in names[1:]}


# Citing


@pytest.mark.parametrize("pressed", [Key.Key_Apostrophe, Key.Key_QuoteDbl])  # what Shift makes of it by keyboard
def test_one_source_is_cited_for_all_selected_cells_in_one_act(table: Table, pressed: Qt.Key) -> None:
    before, number = table.workspace.study.dump(), table.workspace.study.edit_number
    source = next(iter(table.workspace.catalogue.sources.values()))
    table.click("United Russia", "Vote share")
    table.press(Key.Key_Down, SHIFT)

    def choose() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, SeveralCitationsForm)
        form.source.box.setCurrentIndex(form.source.box.findData(source.id))
        form.locator.setText("p. 99")
        form.do_it.click()

    QTimer.singleShot(0, choose)
    table.press(pressed, CTRL | SHIFT)
    for name in ("United Russia", "Nur Otan"):
        adopted = [each for each in table.observations(name, "Vote share") if each.standing == "adopted"]
        assert any((c.source_id, c.locator) == (source.id, "p. 99") for each in adopted for c in each.citations)
    assert table.workspace.study.edit_number == number + 1
    table.workspace.study.undo()
    assert table.workspace.study.dump() == before


def test_a_value_cites_what_the_cell_above_cites(table: Table) -> None:
    year = numbered(table)
    names, study = table.names(), table.workspace.study
    source = next(iter(table.workspace.catalogue.sources.values()))
    first = table.observations(names[0], year)[0]
    cite(study, "observation", first.id, Cite(source.id, "¶4"))
    table.click(names[1], year)
    table.press(Key.Key_Apostrophe, CTRL)
    assert [(c.source_id, c.locator) for c in table.observations(names[1], year)[0].citations] == [(source.id, "¶4")]
    assert study.undo_label == "Cite as in the cell above"


def test_the_page_that_is_cited_opens_by_a_key(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    table.click("United Russia", "Vote share")
    table.press(Key.Key_L, CTRL)
    if not opened:
        menu = open_menu()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Key.Key_Return)
    assert len(opened) == 1
    assert opened[0].startswith("http")


# Finding and replacing


def find_bar(window: MainWindow, shortcut: str) -> Table:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    window.menus.made[shortcut].trigger()
    assert pane.find_bar.isVisible()
    return Table(pane)


def test_find_goes_from_cell_to_cell_and_round_the_end(window: MainWindow) -> None:
    table = find_bar(window, "find_in_table")
    bar = table.pane.find_bar
    QTest.keyClicks(bar.text, "putin")
    QTest.keyClick(bar.text, Key.Key_Return)
    assert bar.said.text().startswith("1 of ")
    assert "Putin" in table.text(*table.current())
    first = table.current()
    QTest.keyClick(bar.text, Key.Key_Return, SHIFT)
    QTest.keyClick(bar.text, Key.Key_Return)
    assert table.current() == first
    bar.with_case.setChecked(True)
    assert bar.said.text() == "0 cells"
    QTest.keyClick(bar.text, Key.Key_Escape)
    assert not bar.isVisible()
    assert table.view.hasFocus()


def test_replacing_shows_its_count_first_and_is_one_undo(window: MainWindow) -> None:
    table = find_bar(window, "replace")
    study = table.workspace.study
    before, number = study.dump(), study.edit_number
    bar = table.pane.find_bar
    bar.scope.setCurrentIndex(bar.scope.findText("in the column Seats"))
    bar.is_expression.setChecked(True)
    QTest.keyClicks(bar.text, r"^(\d)(\d)$")
    bar.by.setFocus()
    QTest.keyClicks(bar.by, r"\2\1")
    texts = table.texts("Seats")
    QTest.keyClick(bar.by, Key.Key_Return)
    assert bar_words(table).startswith("Replace “^(\\d)(\\d)$” by “\\2\\1” in")
    assert study.dump() == before
    answer(Key.Key_Return)
    assert study.edit_number == number + 1
    turned = [str(int(text[::-1])) if len(text) == 2 and text.isdigit() else text for text in texts]
    assert table.texts("Seats") == turned
    assert turned != texts
    study.undo()
    assert study.dump() == before


def test_an_expression_that_is_wrong_says_where(window: MainWindow) -> None:
    bar = find_bar(window, "replace").pane.find_bar
    bar.is_expression.setChecked(True)
    bar.text.setText("Putin(")
    bar.search()
    assert "at character 6: (" in bar.said.text()
    bar.text.setText("(Putin)")
    bar.by.setText(r"\7")
    bar.propose_replacing()
    assert "The replacement cannot be read" in bar.said.text()


def test_replacing_may_be_kept_to_the_selection_and_to_whole_cells(window: MainWindow) -> None:
    pane = window.widget_of("comparison")
    assert isinstance(pane, ComparisonPane)
    table = Table(pane)
    table.click("United Russia", "Leader")
    table.press(Key.Key_Down, SHIFT)
    find_bar(window, "replace")
    bar = pane.find_bar
    assert bar.scope.currentText() == "in the selection"
    bar.text.setText("Vladimir")
    bar.search()
    assert bar.said.text() == "1 cell"
    bar.is_whole.setChecked(True)
    assert bar.said.text() == "0 cells"


# The page of all keys


def test_the_page_of_keys_shows_every_key_of_the_menus_and_of_the_table(window: MainWindow) -> None:
    seen: list[str] = []

    def read() -> None:
        page = QApplication.activeModalWidget()
        assert isinstance(page, KeysPage)
        seen.append(page.text.toPlainText())
        page.copy()
        assert QGuiApplication.clipboard().text().strip()
        QTest.keyClick(page, Key.Key_Escape)

    QTimer.singleShot(0, read)
    window.menus.made["keys"].trigger()
    for action in window.menus.listed:
        if action.shortcut:
            assert action.text.rstrip("…") in seen[0], action.key
    for _keys, words in (*TABLE_KEYS, *EDIT_KEYS, *PROPOSAL_KEYS, *MOUSE):
        assert words in seen[0]


def test_no_key_of_the_table_is_taken_twice(window: MainWindow) -> None:
    shortcuts = [action.shortcut for action in window.menus.listed if action.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_pasting_thousands_of_cells_keeps_pace(table: Table) -> None:
    """Not the figure itself, which tests/benchmarks/pasting.py measures, but that no cell is asked for on its own."""
    study = table.workspace.study
    with study.edit("Prepare"):
        comparison = add_comparison(study, "Many", "party")
        for number in range(40):
            show_column(study, comparison, add_attribute(study, "party", f"N {number:02}", "number"))
    table.workspace.show_comparison(comparison)
    rows = table.model.rowCount()
    put_on_clipboard("\n".join("\t".join(str(row + column) for column in range(40)) for row in range(rows)) + "\n")
    table.click(table.names()[0], "N 00")
    begun = time.perf_counter()
    table.press(Key.Key_V, CTRL)
    assert time.perf_counter() - begun < 10
    assert study.undo_label == f"Paste {rows * 40} cells"
