"""The value of an observation in its form: the editor of its kind, or the reason why there is none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import MISSING_REASONS, Missing, Observation, missing_name
from parties_of_power.study.typed import Said, read
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.editors import CellEditor, editor_for

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ValueField(QObject):
    """The editor of the attribute's kind, or a missing reason in its place."""

    def __init__(self, form: Form, attribute: Attribute, observation: Observation) -> None:
        super().__init__(form)
        self.form = form
        self.kind = kind(attribute.kind)
        catalogue, day = form.workspace.catalogue, form.workspace.as_of
        self.names = catalogue.names_for(attribute, day)
        self.editor: CellEditor = editor_for(attribute, catalogue, day)
        self.editor.setText(self.kind.show(observation.value, self.names) if observation.value else "")
        if observation.wrong:
            self.editor.setText(observation.typed)
        self.editor.installEventFilter(self)
        form.fields.addRow(_("&Value"), _with_unit(self.editor, attribute.unit))
        label = form.fields.labelForField(self.editor.parentWidget() or self.editor)
        if isinstance(label, QLabel):
            label.setBuddy(self.editor)
        self.editor.setAccessibleName(attribute.name)
        self.remark = Remark(form, self.editor)
        reasons = [(_("there is a value"), ""), *((missing_name(each), each) for each in MISSING_REASONS)]
        self.missing = combo(form, _("&Missing because"), reasons, observation.missing)
        self.missing.currentIndexChanged.connect(self.explain)
        self.editor.textChanged.connect(self.explain)
        self.explain()

    def said(self) -> Said:
        """What the field says; ValueError where it says nothing."""
        missing: Missing = self.missing.currentData()
        if missing:
            return Said(missing=missing)
        if not self.editor.text().strip():
            self.remark.refuse(_("Type a value, or choose why there is none."))
        return read(self.editor.text(), self.kind, self.names)

    def explain(self) -> None:
        is_missing = bool(self.missing.currentData())
        self.editor.setEnabled(not is_missing)
        text = self.editor.text().strip()
        if is_missing or not text:
            self.remark.say("" if is_missing else self.kind.rule)
            return
        said = read(text, self.kind, self.names)
        if said.is_wrong:
            self.remark.say(_("{rule} It would be kept as typed and marked.").format(rule=said.rule), is_wrong=True)
        elif said.new_persons:
            self.remark.say(_("New in this study: {persons}.").format(persons=", ".join(said.new_persons)))
        else:
            self.remark.say(self.editor.understood())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a table keys leave the editor for the next cell; in a form they go on to the next field or finish it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self.editor.is_listing():
            return False
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.form.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        elif event.key() in ENTER:
            self.form.do_it.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.form.reject()
        else:
            return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.editor.lists_by_arrow()
        return True


def _with_unit(editor: QWidget, unit: str) -> QWidget:
    """The editor with the unit behind it, where there is one."""
    if not unit:
        return editor
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(editor, 1)
    row.addWidget(QLabel(unit))
    both.setFocusProxy(editor)
    return both
