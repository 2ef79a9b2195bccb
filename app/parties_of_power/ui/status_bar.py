"""The line at the foot of the window: that everything is saved, what was just done, the selection, the file."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.workspace import Workspace

MESSAGE_STAYS = 10_000


class StatusBar(QStatusBar):
    """A message stands where undo is named, so that the number of the last edit can always be read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setAccessibleName(_("Status"))
        self.setSizeGripEnabled(False)
        self.saved, self.said = self._label(_("Saved state")), self._label(_("Last message, or what undo takes back"))
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rest = QTimer(self, singleShot=True, interval=MESSAGE_STAYS)
        self.rest.timeout.connect(self.show_undo)
        self.selection, self.file = self._label(_("Selection")), self._label(_("File"))
        self.addWidget(self.saved)
        self.addWidget(self.said, 1)
        self.addPermanentWidget(self.selection)
        self.addPermanentWidget(self.file)
        workspace.changed.connect(self.show_study)
        workspace.study_opened.connect(self.show_study)
        workspace.summary_changed.connect(self.show_selection)
        workspace.selection_changed.connect(self.show_selection)
        workspace.message.connect(self.show_message)
        self.show_study()

    def show_study(self) -> None:
        study = self.workspace.study
        number = study.edit_number
        if study.is_read_only:
            self._say(self.saved, _("Read only"))
        elif number:
            self._say(self.saved, _("Saved · edit {number}").format(number=number))
        else:
            self._say(self.saved, _("Saved · every change is kept"))
        self.show_undo()
        self._say(self.file, study.path.name)
        self.file.setToolTip(str(study.path))
        self.show_selection()

    def show_selection(self) -> None:
        """What the view in front says of the selected cells, else how many subjects are selected."""
        chosen = len(self.workspace.selected)
        selected = ngettext("{count} selected", "{count} selected", chosen).format(count=chosen) if chosen else ""
        self._say(self.selection, self.workspace.summary or selected)

    def show_message(self, text: str) -> None:
        self._say(self.said, text)
        self.said.setToolTip(text)
        self.rest.start()

    def show_undo(self) -> None:
        """What undo would take back, in place of a message that has had its time."""
        self.rest.stop()
        label = self.workspace.study.undo_label
        self._say(self.said, _("Undo: {label}").format(label=label) if label else "")
        self.said.setToolTip("")

    def _say(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _label(self, what: str) -> QLabel:
        label = QLabel()
        label.setAccessibleDescription(what)
        label.setFont(font(12))
        label.setContentsMargins(px(8), px(4), px(8), px(4))
        return label
