"""The dialogs that add a party or a state to the study, and to the comparison that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.subjects import Subject, SubjectKind
from parties_of_power.study.edits.comparisons import add_row
from parties_of_power.study.edits.subjects import add_party, add_state
from parties_of_power.study.typing import what_typing_does
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.workspace import Workspace


def ask_party(workspace: Workspace, parent: QWidget, *, state_id: int | None = None, founded: str = "") -> int | None:
    """The id of the new party; None where none was added. State and date are proposed."""
    if not workspace.catalogue.states:
        messages.problem(parent, _("A party belongs to a state, and the study has none yet. Add a state first."))
        return None
    dialog = SubjectDialog(workspace, "party", parent)
    if state_id is not None:
        dialog.state.setCurrentIndex(max(dialog.state.findData(state_id), 0))
    dialog.founded.setText(founded)
    return _ask(dialog)


def ask_state(workspace: Workspace, parent: QWidget) -> int | None:
    """The id of the new state; None where none was added."""
    return _ask(SubjectDialog(workspace, "state", parent))


class SubjectDialog(QDialog):
    """A name, for a party its state, and when it was founded as far as that is known. It stays open, with what was
    typed, until the subject is in the study or the user gives up."""

    added_one = Signal(object)

    def __init__(self, workspace: Workspace, subject_kind: SubjectKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.subject_kind = subject_kind
        self.setWindowTitle(_("Add a party") if subject_kind == "party" else _("Add a state"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit()
        self.state = QComboBox()
        self.founded = QLineEdit(placeholderText=_("1999-02-12, 1999 or 1999~"))
        self.remark = QLabel(wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.founding = founding_of(workspace, subject_kind)
        self._fill_states()
        self._lay_out()
        for field in (self.name, self.founded):
            field.textChanged.connect(self.check)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.check()

    def check(self) -> None:
        """Say what is wrong or worth knowing before the button is pressed."""
        problem = self._problem()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            bool(self.name.text().strip()) and not problem
        )
        self.remark.setStyleSheet(f"color: {(tokens().wrong if problem else tokens().second_text).name()}")
        self.remark.setText(problem or self._namesake())

    def accept(self) -> None:
        added = self.workspace.perform(self._add)
        if added is not None:
            self.added_one.emit(added)
            super().accept()

    def _add(self) -> int:
        study, name = self.workspace.study, self.name.text().strip()
        label = _("Add party {name}") if self.subject_kind == "party" else _("Add state {name}")
        with study.edit(label.format(name=name)):
            subject_id = self._add_subject(name)
            if self.founding and self.founded.text().strip():
                founded = what_typing_does(
                    study,
                    subject_id,
                    self.founding.id,
                    self.founded.text(),
                    day=self.workspace.as_of,
                    citing=self.workspace.citing,
                )
                founded.apply(study)
            comparison = self.workspace.comparison
            if comparison and comparison.rows_from == "list" and comparison.subject_kind == self.subject_kind:
                add_row(study, comparison.id, subject_id)
        return subject_id

    def _add_subject(self, name: str) -> int:
        cites = (self.workspace.citing,) if self.workspace.citing else ()
        if self.subject_kind == "party":
            return add_party(self.workspace.study, name, self.state.currentData(), cites=cites)
        return add_state(self.workspace.study, name, cites=cites)

    def _problem(self) -> str:
        text = self.founded.text().strip()
        try:
            if text:
                PartialDate.parse_typed(text)
        except DateError as wrong:
            return str(wrong)
        return ""

    def _namesake(self) -> str:
        """Another party or state that bears or bore the name."""
        name, catalogue = self.name.text().strip(), self.workspace.catalogue
        found = catalogue.find_subject(name, self.subject_kind) if name else ()
        if not found:
            return ""
        other = catalogue.shown_name(found[0], self.workspace.as_of).text
        return _("The study has {name} already. A second one of that name can be added.").format(name=other)

    def _fill_states(self) -> None:
        catalogue, day = self.workspace.catalogue, self.workspace.as_of
        names = {state.id: catalogue.shown_name(state.id, day).text for state in catalogue.states if not state.retired}
        for state_id in sorted(names, key=lambda each: names[each].casefold()):
            self.state.addItem(names[state_id], state_id)
        chosen = [catalogue.subjects[each] for each in self.workspace.selected if each in catalogue.subjects]
        if chosen:
            self.state.setCurrentIndex(max(self.state.findData(_state_of(chosen[0])), 0))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(px(8))
        form.addRow(_("&Name"), self.name)
        if self.subject_kind == "party":
            form.addRow(_("&State"), self.state)
        if self.founding:
            form.addRow(_("&Founded"), self.founded)
        self.remark.setFont(font(12))
        self.remark.setMinimumHeight(2 * self.remark.fontMetrics().height())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Add"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addLayout(form)
        column.addWidget(self.remark)
        column.addWidget(self.buttons)
        self.setMinimumWidth(px(400))


def founding_of(workspace: Workspace, subject_kind: SubjectKind) -> Attribute | None:
    """The attribute that says when a subject of the kind began."""
    attributes = workspace.catalogue.attributes_of(subject_kind)
    return next((attribute for attribute in attributes if attribute.role == "founded"), None)


def _state_of(subject: Subject) -> int | None:
    return subject.id if subject.kind == "state" else subject.state_id


def _ask(dialog: SubjectDialog) -> int | None:
    """Asks, and selects what was added."""
    workspace = dialog.workspace
    added: list[int] = []
    dialog.added_one.connect(added.append)
    dialog.exec()
    workspace.select(added or workspace.selected)
    return added[0] if added else None
