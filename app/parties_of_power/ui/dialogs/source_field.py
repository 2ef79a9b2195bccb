"""The field in which a source is chosen by a part of its title, author or key, with a button that adds a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QPushButton, QWidget

from parties_of_power.domain.sources import Source
from parties_of_power.texts import _
from parties_of_power.ui.citing_box import sources_called
from parties_of_power.ui.dialogs.fields import Remark
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.dialogs.source import edit_source
from parties_of_power.ui.theme import px

NARROWEST = 20


class SourceField(QWidget):
    """The box has the focus; `asked` is what it says."""

    def __init__(self, form: Form, label: str, chosen: int | None) -> None:
        super().__init__()
        self.workspace = form.workspace
        self.box = QComboBox(editable=True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(NARROWEST)
        self.box.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.new = QPushButton(_("New source…"))
        self.new.setAutoDefault(False)
        self.new.clicked.connect(self.add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.box, 1)
        row.addWidget(self.new)
        self.setFocusProxy(self.box)
        form.fields.addRow(label, self)
        self.remark = Remark(form, self.box)
        self.box.editTextChanged.connect(lambda: self.remark.say(""))
        self.fill(chosen)

    def asked(self) -> int | None:
        """The id of the source; None where none is chosen. A text that can mean none or several is refused."""
        typed = self.box.currentText().strip()
        if not typed:
            return None
        place = self.box.findText(typed, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            listed: int = self.box.itemData(place)
            return listed
        found = sources_called(typed, self.workspace.catalogue.sources.values())
        if not found:
            unknown = _("No source is called “{text}”: choose one from the list, or add a new one.")
            self.remark.refuse(unknown.format(text=typed))
        if len(found) > 1:
            several = _("“{text}” could be {count} sources: choose one from the list.")
            self.remark.refuse(several.format(text=typed, count=len(found)))
        return found[0].id

    def fill(self, chosen: int | None) -> None:
        self.box.clear()
        self.box.addItem("", None)
        for source in sorted(self.workspace.catalogue.sources.values(), key=lambda each: source_line(each).casefold()):
            self.box.addItem(source_line(source), source.id)
        completer = QCompleter(self.box.model(), self.box)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))
        line = self.box.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("a part of the title, the author or the year"))
            line.setCursorPosition(0)

    def add(self) -> None:
        added = edit_source(self.workspace, self.window())
        if added is not None:
            self.fill(added)


def source_line(source: Source) -> str:
    """Author, title and date in one line; the key as well, where two sources read alike."""
    parts = [source.author, source.title, source.date]
    line = " · ".join(filter(None, parts))
    return f"{line} [{source.key}]" if source.key else line
