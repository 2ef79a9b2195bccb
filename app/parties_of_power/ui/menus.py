"""The menu bar, made from ACTIONS, and the QAction of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from parties_of_power.texts import _
from parties_of_power.ui import file_actions
from parties_of_power.ui.actions import ACTIONS, MENUS, Action
from parties_of_power.ui.icons import icon

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


class Menus:
    """`made` holds the QAction of each action by its key, for the tool bar."""

    listed = ACTIONS

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.made = {action.key: self._qaction(action) for action in ACTIONS}
        self.recent = QMenu(_("Open recent"), window)
        self.recent.aboutToShow.connect(self.fill_recent)
        for title in MENUS:
            self._fill(window.menuBar().addMenu(f"&{_(title)}"), title)

    def show_state(self) -> None:
        """Say of every action what it would do now, and whether it can be done."""
        for action in ACTIONS:
            qaction = self.made[action.key]
            if action.label:
                qaction.setText(action.label(self.window).replace("&", "&&"))
            qaction.setEnabled(action.is_enabled(self.window))
            if action.is_checked:
                qaction.setChecked(action.is_checked(self.window))

    def run(self, action: Action) -> None:
        """Do it, also from Find, and show what has become possible."""
        action.run(self.window)
        if not self.window.is_closed:
            self.show_state()

    def fill_recent(self) -> None:
        self.recent.clear()
        for number, name in enumerate(self.window.settings.recent, 1):
            path = Path(name)
            entry = self.recent.addAction(f"&{number} {path.name.replace('&', '&&')}")
            entry.setToolTip(name)
            entry.setEnabled(path.is_file())
            entry.triggered.connect(lambda _on=False, path=path: file_actions.open_path(self.window, path))
        if self.recent.isEmpty():
            self.recent.addAction(_("No study was open before")).setEnabled(False)

    def _fill(self, menu: QMenu, title: str) -> None:
        menu.aboutToShow.connect(self.show_state)
        menu.setToolTipsVisible(True)
        for action in (action for action in ACTIONS if action.menu == title):
            if action.starts_group:
                menu.addSeparator()
            menu.addAction(self.made[action.key])
            if action.key == "open":
                menu.addMenu(self.recent)

    def _qaction(self, action: Action) -> QAction:
        qaction = QAction(_(action.text).replace("&", "&&"), self.window)
        qaction.setObjectName(action.key)
        qaction.setCheckable(action.is_checked is not None)
        if action.icon:
            qaction.setIcon(icon(action.icon))
            qaction.setIconVisibleInMenu(False)
        if action.shortcut:
            qaction.setShortcut(QKeySequence(action.shortcut))
        if action.is_local:
            # Only shown: the key belongs to whatever has the focus, be it a table or the field of a dialog.
            qaction.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        else:
            self.window.addAction(qaction)
        qaction.triggered.connect(lambda _on=False: self.run(action))
        return qaction
