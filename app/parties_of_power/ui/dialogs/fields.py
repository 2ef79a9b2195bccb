"""What forms ask with: a list to choose from, a number, and a remark under a field that says how it is understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QScrollArea, QWidget

from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.study.typed import read
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.theme import font, tokens


class Remark(QLabel):
    """A line under `field`, which a screen reader says with it. Without words it takes no room."""

    def __init__(self, form: Form, field: QWidget) -> None:
        super().__init__(wordWrap=True)
        self.form = form
        self.field = field
        self.setFont(font(12))
        form.fields.addRow("", self)
        self.say("")

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        self.setStyleSheet(f"color: {(tokens().wrong if is_wrong else tokens().second_text).name()}")
        self.setText(words)
        self.field.setAccessibleDescription(words)
        self.form.fields.setRowVisible(self, bool(words))

    def refuse(self, sentence: str) -> NoReturn:
        """Say beside the field what it must change, and that the form cannot be taken as it is."""
        self.say(sentence, is_wrong=True)
        self.field.setFocus()
        for area in self.form.findChildren(QScrollArea):
            if area.isAncestorOf(self):
                area.ensureWidgetVisible(self)
                area.ensureWidgetVisible(self.field)
        raise ValueError(_("One field needs another look: the sentence below it says why."))


class NumberField:
    """A line for a number, which may stay blank."""

    def __init__(self, form: Form, label: str, value: float | None, hint: str) -> None:
        self.line: QLineEdit = form.line(label, "" if value is None else f"{value:.12g}", hint)
        self.remark = Remark(form, self.line)
        self.line.textChanged.connect(lambda: self.remark.say(""))

    def number(self) -> float | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        said = read(typed, kind("number"), NO_NAMES)
        if said.is_wrong:
            self.remark.refuse(said.rule)
        return kind("number").number(said.value)


def combo(form: Form, label: str, entries: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    """A list to choose from: texts and what they stand for."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(next((place for place, entry in enumerate(entries) if entry[1] == chosen), 0), 0))
    form.fields.addRow(label, box)
    return box
