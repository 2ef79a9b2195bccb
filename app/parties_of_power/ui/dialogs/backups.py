"""The backups of the study in the window: what has changed since each. Restored beside the study, never over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from parties_of_power.domain.days import spoken
from parties_of_power.study import backups, history
from parties_of_power.study.backups import Backup
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.two_lines import GONE, TwoLines

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow

BACKUP = Qt.ItemDataRole.UserRole


def show_backups(window: MainWindow) -> None:
    dialog = Backups(window)
    dialog.exec()
    dialog.deleteLater()


class Backups(QDialog):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.main_window = window
        study = window.workspace.study
        self.setWindowTitle(_("Backups of {name}").format(name=study.path.stem))
        self.setObjectName("backups")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Backups"))
        self.list.setItemDelegate(TwoLines(self.list))
        for backup in backups.backups_of(study.path):
            self._add(study, backup)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.restore = self.buttons.addButton(_("&Restore beside the study"), role)
        self.folder = self.buttons.addButton(_("Open their &folder"), role)
        self.restore.clicked.connect(lambda _on=False: self.restore_chosen())
        self.folder.clicked.connect(lambda _on=False: self.open_folder(study.path))
        self.buttons.rejected.connect(self.reject)
        self.list.currentItemChanged.connect(lambda _now, _before: self._enable())
        self.list.itemActivated.connect(lambda _item: self.restore_chosen())
        self._lay_out()
        self.list.setCurrentRow(0)
        self._enable()

    def chosen(self) -> Backup | None:
        item = self.list.currentItem()
        backup = None if item is None else item.data(BACKUP)
        return backup if isinstance(backup, Backup) else None

    def restore_chosen(self) -> None:
        """In a window of its own, so that both can be looked at."""
        from parties_of_power.ui import windows

        backup, workspace = self.chosen(), self.main_window.workspace
        if backup is None or backup.problem:
            return
        path = workspace.perform(lambda: backups.restore_beside(backup, workspace.study.path))
        if path is not None:
            self.accept()
            workspace.message.emit(_("Restored beside the study: {path}").format(path=path))
            windows.open_file(path)

    def open_folder(self, study: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(backups.folder_of(study))))

    def _enable(self) -> None:
        backup = self.chosen()
        self.restore.setEnabled(backup is not None and not backup.problem)
        self.folder.setEnabled(self.list.count() > 0)

    def _add(self, study: Study, backup: Backup) -> None:
        item = QListWidgetItem(f"{spoken(backup.day.toordinal())}\n{since(study, backup)}")
        item.setData(BACKUP, backup)
        item.setData(GONE, bool(backup.problem))
        item.setToolTip(backup.problem or str(backup.path))
        self.list.addItem(item)

    def _lay_out(self) -> None:
        said = QLabel(
            _(
                "A backup is made when a study that has changed is opened, at most one a day. It helps when the file "
                "is damaged or gone; for what was edited, Undo and the history go back to any point."
            ),
            wordWrap=True,
        )
        said.setObjectName("quiet")
        said.setFont(font(12))
        none = QLabel(_("There is none of this study yet."))
        none.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(said)
        column.addWidget(none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.resize(px(560), px(420))


def since(study: Study, backup: Backup) -> str:
    """What was done in the study after the backup was made."""
    if backup.problem:
        return backup.problem
    later = [each for each in history.history(study, limit=10_000) if each.number > backup.edit_number]
    if not later:
        return _("No edits since")
    count = len(later)
    sentence = ngettext("{count} edit since, the last: {label}", "{count} edits since, the last: {label}", count)
    return sentence.format(count=count, label=later[0].label)
