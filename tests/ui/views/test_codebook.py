"""The codebook page: a tree whose rows are moved by hand, folded, filtered and read out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from parties_of_power.domain.attributes import Attribute
from parties_of_power.study.edits import add_attribute, remove_attribute
from parties_of_power.ui.views.codebook.page import CodebookPage
from parties_of_power.ui.workspace import Workspace

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(workspace: Workspace) -> Iterator[CodebookPage]:
    made = CodebookPage(workspace)
    made.resize(900, 1400)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def named(page: CodebookPage, name: str, of: str = "party") -> Attribute:
    found = page.workspace.catalogue.attribute(name, of)  # type: ignore[arg-type]  # a kind of subject
    assert found is not None
    return found


def names_in(page: CodebookPage, group: str, of: str = "party") -> list[str]:
    (found,) = (each for each in page.model.every if (each.subject_kind, each.name) == (of, group))
    return [each.name for each in found.attributes]


def groups(page: CodebookPage, of: str = "party") -> list[str]:
    return [each.name for each in page.model.every if each.subject_kind == of]


def drop(page: CodebookPage, dragged: QModelIndex, at: QModelIndex, *, low: bool) -> None:
    page.tree.setCurrentIndex(dragged)
    rect = page.tree.visualRect(at)
    point = QPoint(rect.center().x(), rect.bottom() - 2 if low else rect.top() + 2)
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.MoveAction,
        page.model.mimeData([dragged]),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.tree.dropEvent(event)


def test_the_tree_is_a_sound_model_under_edits_and_filters(page: CodebookPage) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    added = add_attribute(page.workspace.study, "party", "Youth wing", "text", group="New")
    QTest.keyClicks(page.filter, "vote share")
    remove_attribute(page.workspace.study, added)
    page.filter.clear()
    assert tester.model() is page.model


def test_the_entry_says_definition_rule_choices_and_use(page: CodebookPage) -> None:
    role = named(page, "Government role")
    page.show_attribute(role.id)
    said = page.reading.text()
    assert role.coding_rule
    assert "Junior partner in government" in said
    assert f"{page.model.uses[role.id].observations} observations" in said
    assert "Whole study" in said


def test_what_another_view_asks_for_is_put_in_front(page: CodebookPage) -> None:
    share = named(page, "Vote share")
    page.filter.setText("no such words")
    page.workspace.show_item("codebook", share.id)
    assert page.current() == share


def test_alt_and_an_arrow_move_an_attribute_and_undo_brings_it_back(page: CodebookPage) -> None:
    study, before = page.workspace.study, page.workspace.study.dump()
    page.show_attribute(named(page, "Votes").id)
    QTest.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert names_in(page, "Elections")[:2] == ["Votes", "Vote share"]
    assert page.current() == named(page, "Votes")
    QTest.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert names_in(page, "Classification")[-1] == "Votes"
    study.undo()
    study.undo()
    assert study.dump() == before


def test_a_group_is_moved_as_a_whole_and_renamed(page: CodebookPage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = groups(page)
    page.tree.setCurrentIndex(page.model.index_of_group(("party", before[1])))
    QTest.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert groups(page)[:2] == [before[1], before[0]]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_asked: ("Sorting", True))
    QTest.keyClick(page.tree, Qt.Key.Key_F2)
    assert groups(page)[0] == "Sorting"
    assert page.workspace.study.undo_label == f"Rename group {before[1]} to Sorting"


def test_an_attribute_is_dropped_into_another_group(page: CodebookPage) -> None:
    target = page.model.index_of(named(page, "Government role").id)
    drop(page, page.model.index_of(named(page, "Votes").id), target, low=True)
    assert names_in(page, "Government") == ["Government role", "Votes"]
    drop(page, page.model.index_of(named(page, "Votes").id), target, low=False)
    assert names_in(page, "Government") == ["Votes", "Government role"]
    group = page.model.index_of_group(("party", "Elections"))
    drop(page, page.model.index_of(named(page, "Votes").id), group, low=True)
    assert names_in(page, "Elections")[0] == "Votes"


def test_a_row_can_be_taken_up_by_the_mouse_to_be_moved(page: CodebookPage) -> None:
    assert page.model.supportedDragActions() & Qt.DropAction.MoveAction
    assert page.model.supportedDropActions() & Qt.DropAction.MoveAction


def test_what_is_asked_of_parties_is_not_dropped_among_states(page: CodebookPage) -> None:
    said: list[str] = []
    page.workspace.message.connect(said.append)
    before = page.workspace.study.dump()
    capital = page.model.index_of(named(page, "Capital", "state").id)
    drop(page, page.model.index_of(named(page, "Votes").id), capital, low=True)
    assert page.workspace.study.dump() == before
    assert said


def test_a_group_is_dropped_behind_another(page: CodebookPage) -> None:
    order = groups(page)
    drop(
        page,
        page.model.index_of_group(("party", order[0])),
        page.model.index_of_group(("party", order[2])),
        low=True,
    )
    assert groups(page)[:3] == [order[1], order[2], order[0]]


def test_a_folded_group_stays_folded_under_edits_and_opens_for_the_filter(page: CodebookPage) -> None:
    page.tree.collapse(page.model.index_of_group(("party", "Elections")))
    add_attribute(page.workspace.study, "party", "Youth wing", "text")
    assert not page.tree.isExpanded(page.model.index_of_group(("party", "Elections")))
    QTest.keyClicks(page.filter, "votes")
    assert page.tree.isExpanded(page.model.index_of_group(("party", "Elections")))
    page.filter.clear()
    assert not page.tree.isExpanded(page.model.index_of_group(("party", "Elections")))


def test_the_filter_keeps_what_has_all_its_words_and_counts(page: CodebookPage) -> None:
    QTest.keyClicks(page.filter, "states population")
    assert [each.name for group in page.model.shown for each in group.attributes] == ["Population"]
    assert page.counted.text() == f"1 of {len(page.workspace.catalogue.attributes)}"


def test_moving_while_filtered_counts_the_hidden_ones(page: CodebookPage) -> None:
    QTest.keyClicks(page.filter, "seats")
    page.tree.setCurrentIndex(page.model.index_of(named(page, "Seats").id))
    QTest.keyClick(page.tree, Qt.Key.Key_Up, ALT)
    assert names_in(page, "Elections") == ["Vote share", "Seats", "Votes", "Seat share"]
