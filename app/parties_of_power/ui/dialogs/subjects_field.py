"""The field in which parties and states are listed: one is added by a part of its name, and taken out again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import Remark
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.theme import px

ROWS = 4
ID = Qt.ItemDataRole.UserRole


class SubjectsField(QWidget):
    """`subject_ids` are those listed, in their order."""

    def __init__(self, form: Form, label: str, chosen: Sequence[int]) -> None:
        super().__init__()
        self.workspace = form.workspace
        self.box = QComboBox(editable=True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setAccessibleName(_("Party or state to add"))
        self.add_button = QPushButton(_("A&dd"))
        self.add_button.setAutoDefault(False)
        self.list = Chosen()
        self.list.setAccessibleName(_("Parties and states"))
        self.list.setFixedHeight(ROWS * self.list.fontMetrics().lineSpacing() + px(12))
        self._lay_out()
        self.setFocusProxy(self.box)
        form.fields.addRow(label, self)
        self.remark = Remark(form, self.box)
        self.add_button.clicked.connect(self.add)
        self.box.activated.connect(self.add)
        self._fill()
        for subject_id in chosen:
            self._list(subject_id)

    @property
    def subject_ids(self) -> tuple[int, ...]:
        return tuple(self.list.item(row).data(ID) for row in range(self.list.count()))

    def add(self) -> None:
        """What stands in the box, once; a name that could be none or several is told so."""
        typed = self.box.currentText().strip()
        place = self.box.findText(typed, Qt.MatchFlag.MatchFixedString)
        found = (self.box.itemData(place),) if place >= 0 else self._called(typed)
        if len(found) != 1:
            words = (
                _("“{text}” could be several: choose one from the list.") if found else _("Nothing is called “{text}”.")
            )
            self.remark.say(words.format(text=typed) if typed else "", is_wrong=True)
            return
        self.remark.say("")
        self._list(found[0])
        self.box.setCurrentIndex(-1)
        self.box.clearEditText()

    def _called(self, typed: str) -> tuple[int, ...]:
        catalogue = self.workspace.catalogue
        both = (*catalogue.find_subject(typed, "party"), *catalogue.find_subject(typed, "state")) if typed else ()
        return tuple(dict.fromkeys(both))

    def _list(self, subject_id: int) -> None:
        catalogue = self.workspace.catalogue
        if subject_id in catalogue.subjects and subject_id not in self.subject_ids:
            item = QListWidgetItem(catalogue.shown_name(subject_id, self.workspace.as_of).text)
            item.setData(ID, subject_id)
            self.list.addItem(item)

    def _fill(self) -> None:
        catalogue, day = self.workspace.catalogue, self.workspace.as_of
        names = {each.id: catalogue.shown_name(each.id, day).text for each in (*catalogue.states, *catalogue.parties)}
        for subject_id in sorted(names, key=lambda each: names[each].casefold()):
            self.box.addItem(names[subject_id], subject_id)
        completer = QCompleter(self.box.model(), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)
        self.box.setCurrentIndex(-1)
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("a party or a state"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.box, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.list)


class Chosen(QListWidget):
    """Delete takes the current one out."""

    def __init__(self) -> None:
        super().__init__()
        self.setToolTip(_("Delete takes one out"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
        else:
            super().keyPressEvent(event)
