"""The dialogs in which attributes and sources are added and changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import KINDS
from parties_of_power.domain.sources import Source
from parties_of_power.study import queries
from parties_of_power.ui.dialogs.attribute import AttributeForm
from parties_of_power.ui.dialogs.choices_field import ChoicesTable
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.dialogs.kind_preview import KindPreview
from parties_of_power.ui.dialogs.source import SourceForm
from parties_of_power.ui.workspace import Workspace


def press(form: Form) -> bool:
    """Press the button that does it; whether the form closed."""
    form.show()
    closed: list[int] = []
    form.accepted.connect(lambda: closed.append(1))
    QTest.mouseClick(form.do_it, Qt.MouseButton.LeftButton)
    return bool(closed)


def fill(form: AttributeForm, name: str, kind: str, **texts: str) -> None:
    QTest.keyClicks(form.name_line, name)
    form.kind.setCurrentIndex(form.kind.findData(kind))
    form.choices.set_labels(texts.pop("choices", "").splitlines())
    for field, text in texts.items():
        getattr(form, field).setPlainText(text)


@pytest.mark.parametrize("kind", [kind.key for kind in KINDS])
def test_an_attribute_of_each_kind_is_a_column_at_once(workspace: Workspace, kind: str) -> None:
    form = AttributeForm(workspace, None, "party", None)
    fill(form, "Youth wing", kind, definition="Whether it has one.", choices="Yes\nNo")
    before = workspace.study.dump()
    assert press(form)
    attribute = workspace.catalogue.attribute("Youth wing", "party")
    assert attribute is not None
    assert (attribute.kind, attribute.definition) == (kind, "Whether it has one.")
    assert workspace.comparison is not None
    assert workspace.comparison.columns[-1].attribute_id == attribute.id
    workspace.study.undo()
    assert workspace.study.dump() == before


def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(workspace: Workspace) -> None:
    form = AttributeForm(workspace, None, "party", None)
    fill(form, "Youth wing", "choice", definition="Whether it has one.")
    before = workspace.study.dump()
    assert not press(form)
    assert "choice" in form.wrong.text()
    assert form.name_line.text() == "Youth wing"
    assert workspace.study.dump() == before


@pytest.mark.parametrize("spoil", [lambda form: form.name_line.clear(), lambda form: form.decimals.setText("two")])
def test_a_name_and_whole_decimals_are_asked_for(workspace: Workspace, spoil: Callable[[AttributeForm], None]) -> None:
    form = AttributeForm(workspace, None, "party", None)
    fill(form, "Youth wing", "number")
    spoil(form)
    assert not press(form)
    assert form.wrong.text()


def test_a_choice_renamed_in_its_line_keeps_its_answers(workspace: Workspace) -> None:
    role = attribute_of(workspace, "Government role")
    form = AttributeForm(workspace, None, "party", role)
    table = form.choices.table
    (line,) = (row for row in range(table.rowCount()) if label_at(table, row) == "Opposition")
    table.model().setData(table.model().index(line, 0), "In opposition")
    assert press(form)
    labels = [choice.label for choice in workspace.catalogue.choices_of(role.id)]
    assert "In opposition" in labels
    assert "Opposition" not in labels
    assert queries.count_of_attribute(workspace.study, role.id) > 0


def test_a_choice_in_use_is_not_removed(workspace: Workspace) -> None:
    role = attribute_of(workspace, "Government role")
    form = AttributeForm(workspace, None, "party", role)
    form.choices.table.setRowCount(1)
    before = workspace.study.dump()
    assert not press(form)
    assert workspace.study.dump() == before


def test_choices_have_meanings_and_are_put_in_order_by_keys(workspace: Workspace) -> None:
    role = attribute_of(workspace, "Government role")
    form = AttributeForm(workspace, None, "party", role)
    table = form.choices.table
    before = workspace.study.dump()
    old = [choice.label for choice in workspace.catalogue.choices_of(role.id)]
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table.add("Caretaker", "Governs until an election")
    assert press(form)
    choices = workspace.catalogue.choices_of(role.id)
    assert [choice.label for choice in choices] == [old[1], old[0], *old[2:], "Caretaker"]
    assert choices[-1].meaning == "Governs until an election"
    workspace.study.undo()
    assert workspace.study.dump() == before


def test_a_change_of_kind_is_shown_before_it_is_made(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    leader = attribute_of(workspace, "Leader as listed (World Factbook)")
    count = sum(not each.missing for each in queries.observations_of_attribute(workspace.study, leader.id))
    seen: list[KindPreview] = []
    answers = iter([QDialog.DialogCode.Rejected, QDialog.DialogCode.Accepted])

    def answered(preview: KindPreview) -> QDialog.DialogCode:
        seen.append(preview)
        return next(answers)

    monkeypatch.setattr(KindPreview, "exec", answered)
    before = workspace.study.dump()
    form = AttributeForm(workspace, None, "party", leader)
    form.kind.setCurrentIndex(form.kind.findData("number"))
    assert not press(form)
    assert workspace.study.dump() == before
    assert f"of {count} observations cannot be read" in seen[0].sentence.text()
    shown = seen[0].list.model.shown
    assert sum(len(each.observations) for each in shown) == count
    assert 'href="' in seen[0].cells.text()
    assert press(form)
    held = queries.observations_of_attribute(workspace.study, leader.id)
    assert all(each.wrong and each.typed for each in held if not each.missing)
    workspace.study.undo()
    assert workspace.study.dump() == before


def test_texts_are_proposed_as_choices(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ideology = attribute_of(workspace, "Ideology")
    monkeypatch.setattr(KindPreview, "exec", lambda _preview: QDialog.DialogCode.Accepted)
    form = AttributeForm(workspace, None, "party", ideology)
    form.kind.setCurrentIndex(form.kind.findData("choice"))
    form.kind.activated.emit(form.kind.currentIndex())
    assert form.choices.wanted()
    assert press(form)
    held = queries.observations_of_attribute(workspace.study, ideology.id)
    known = {str(choice.id) for choice in workspace.catalogue.choices_of(ideology.id)}
    assert {each.value for each in held if each.value} <= known
    assert not any(each.wrong for each in held)


def test_a_source_is_added_changed_and_undone(workspace: Workspace) -> None:
    before = workspace.study.dump()
    form = SourceForm(workspace, None, None)
    QTest.keyClicks(form.title_line, "Minutes")
    QTest.keyClicks(form.date, "2008-12")
    assert press(form)
    source = newest(workspace)
    assert (source.title, source.date) == ("Minutes", "2008-12")
    form = SourceForm(workspace, None, source)
    QTest.keyClicks(form.title_line, " of the congress")
    assert press(form)
    assert newest(workspace).title == "Minutes of the congress"
    workspace.study.undo()
    workspace.study.undo()
    assert workspace.study.dump() == before


def test_a_source_needs_a_title(workspace: Workspace) -> None:
    form = SourceForm(workspace, None, None)
    QTest.keyClicks(form.author, "Nobody")
    assert not press(form)
    assert form.author.text() == "Nobody"


def attribute_of(workspace: Workspace, name: str) -> Attribute:
    attribute = workspace.catalogue.attribute(name, "party")
    assert attribute is not None
    return attribute


def label_at(table: ChoicesTable, row: int) -> str:
    return str(table.model().index(row, 0).data())


def newest(workspace: Workspace) -> Source:
    return next(each for each in workspace.catalogue.sources.values() if each.title.startswith("Minutes"))
