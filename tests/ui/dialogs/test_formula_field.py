"""The field *Formula*: it says where a formula is wrong, what it comes to, and offers names as they are begun."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from parties_of_power.study import edits
from parties_of_power.ui.dialogs.attribute import AttributeForm
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def form(workspace: Workspace) -> Iterator[AttributeForm]:
    form = AttributeForm(workspace, None, "party", None)
    form.show()
    QTest.keyClicks(form.name_line, "Share of seats")
    yield form
    if isValid(form):
        form.close()


def test_the_value_of_the_selected_party_stands_below_as_it_is_typed(workspace: Workspace, form: AttributeForm) -> None:
    workspace.select((workspace.catalogue.find_subject("United Russia", "party")[0],))
    QTest.keyClicks(form.formula.line, "Seats / out_of(Seats) * 100")
    assert form.formula.remark.text() == "United Russia: 70"
    assert form.formula.line.accessibleDescription() == "United Russia: 70"
    assert form.kind.currentData() == "number"
    assert not form.validity.isVisible()


def test_what_is_wrong_is_said_with_its_place_and_refused_by_the_form(
    workspace: Workspace, form: AttributeForm
) -> None:
    before = workspace.study.dump()
    QTest.keyClicks(form.formula.line, "2 * Seat")
    assert form.formula.remark.text().startswith("Character 5, at “Seat”: There is no attribute")
    QTest.mouseClick(form.do_it, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.formula.line.text() == "2 * Seat"
    assert "character 5" in form.wrong.text()
    assert workspace.study.dump() == before


def test_a_chosen_kind_stays_and_the_formula_must_fit_it(form: AttributeForm) -> None:
    form.kind.setCurrentIndex(form.kind.findData("percent"))
    form.kind.activated.emit(form.kind.currentIndex())
    QTest.keyClicks(form.formula.line, "Seats > 3")
    assert form.kind.currentData() == "percent"
    assert "the kind of the attribute is Percent" in form.formula.remark.text()


def test_added_by_the_form_it_is_a_column_at_once_and_read_again_with_the_names_of_today(
    workspace: Workspace, form: AttributeForm
) -> None:
    before = workspace.study.dump()
    QTest.keyClicks(form.formula.line, "Seats * 2")
    QTest.mouseClick(form.do_it, Qt.MouseButton.LeftButton)
    attribute = workspace.catalogue.attribute("Share of seats", "party")
    assert attribute is not None
    assert attribute.is_computed
    assert workspace.comparison is not None
    assert workspace.comparison.columns[-1].attribute_id == attribute.id
    seats = workspace.catalogue.attribute("seats", "party")
    assert seats is not None
    edits.change_attribute(workspace.study, seats.id, name="Deputies")
    again = AttributeForm(workspace, None, "party", attribute)
    assert again.formula.line.text() == "Deputies * 2"
    again.close()
    workspace.study.undo()
    workspace.study.undo()
    assert workspace.study.dump() == before


def test_an_attribute_with_answers_of_its_own_has_no_such_field(workspace: Workspace) -> None:
    seats = workspace.catalogue.attribute("seats", "party")
    form = AttributeForm(workspace, None, "party", seats)
    form.show()
    assert not form.formula.line.isVisible()
    form.close()


@pytest.mark.parametrize(
    ("begun", "chosen", "whole"),
    [
        ("2 * econ", "Economic left-right", "2 * [Economic left-right]"),
        ("2 * [Econ", "Economic left-right", "2 * [Economic left-right]"),
        ("Seats and Vote sh", "Vote share", "Seats and Vote share"),
        ("1 + Popul", "Population of the state", "1 + of_state(Population)"),
        ("mea", "mean", "mean()"),
    ],
)
def test_a_name_that_is_chosen_takes_the_place_of_what_was_begun(
    form: AttributeForm, begun: str, chosen: str, whole: str
) -> None:
    QTest.keyClicks(form.formula.line, begun)
    QApplication.processEvents()
    completer = form.formula.line.completer_of_names
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    offered = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert chosen in offered
    while popup.currentIndex().data() != chosen:
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert form.formula.line.text() == whole
    assert form.isVisible()
    if whole.endswith("()"):
        QTest.keyClicks(form.formula.line, "1")
        assert form.formula.line.text() == "mean(1)"
