"""A form in a dialog: labelled fields, and a sentence where something cannot be taken; nothing typed is lost by it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.domain.dates import DateError
from parties_of_power.study.errors import EditRefused
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.workspace import Workspace


class Form(QDialog):
    """`take` does what the form asks for. The dialog closes when it has; a refusal is said in the form, which stays."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, title: str, do_it: str) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.result_id: int | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.inside = QWidget()
        self.fields = QFormLayout()
        self.fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setVerticalSpacing(px(8))
        self.fields.setHorizontalSpacing(px(12))
        self.wrong = QLabel(wordWrap=True)
        self.wrong.hide()
        self.wrong.setStyleSheet(f"color: {tokens().wrong.name()}")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do_it = self.buttons.addButton(do_it, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        # Only once it is in the dialog; before, the first button there would be taken.
        self.do_it.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """The fields come before the buttons, which were made first, and the first of them has the focus."""
        super().showEvent(event)
        inside = self.inside
        fields = [
            each
            for each in inside.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(each.parentWidget(), QComboBox)
            # The list of a combo box is a window of its own.
            and each.window() is self
        ]
        if fields:
            self.setTabOrder(fields[-1], self.do_it)
            self.setTabOrder(self.do_it, self.buttons.button(QDialogButtonBox.StandardButton.Cancel))
        if fields and not inside.isAncestorOf(self.focusWidget() or self):
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> int | None:
        """The id of what was made or changed. EditRefused, DateError or ValueError say what the form must change."""
        raise NotImplementedError

    def say_wrong(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def line(self, label: str, text: str = "", hint: str = "") -> QLineEdit:
        """A line of text; `hint` stands in it while it is empty."""
        field = QLineEdit(text)
        field.setPlaceholderText(hint)
        self.fields.addRow(label, field)
        return field

    def text(self, label: str, text: str = "", lines: int = 3) -> QPlainTextEdit:
        """A field for sentences. Tab leaves it."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFont(font(13))
        field.setFixedHeight(px(12) + lines * field.fontMetrics().lineSpacing())
        self.fields.addRow(label, field)
        return field

    def _accept(self) -> None:
        self.say_wrong("")
        done = self.workspace.perform(self._taken)
        if done:
            self.accept()

    def _taken(self) -> bool:
        try:
            self.result_id = self.take()
        except (EditRefused, DateError, ValueError) as refusal:
            self.say_wrong(str(refusal))
            return False
        return True

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self.inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(self.fields)
        rows.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self.inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(scroll, 1)
        column.addWidget(self.wrong)
        column.addWidget(self.buttons)
        self.resize(px(560), px(520))


def shown(form: Form) -> int | None:
    """Show a form until it is answered: the id of what it made or changed, None where the user cancelled."""
    answer: list[int | None] = [None]
    form.accepted.connect(lambda: answer.__setitem__(0, form.result_id))
    form.exec()
    return answer[0]
