"""The window: a frame around the views. It knows where things stand and what is open, and no research."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from parties_of_power.texts import _
from parties_of_power.ui import file_actions, study_files
from parties_of_power.ui.as_of_bar import AsOfBar
from parties_of_power.ui.centre import Centre
from parties_of_power.ui.citing_box import CitingBox
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.menus import Menus
from parties_of_power.ui.panes import Panes
from parties_of_power.ui.settings import Settings, save
from parties_of_power.ui.status_bar import StatusBar
from parties_of_power.ui.theme import Scheme, px, theme
from parties_of_power.ui.tool_bar import tool_bar
from parties_of_power.ui.views import VIEWS, view
from parties_of_power.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """`opened_at` is the edit number at which the study was opened. `filled` comes when every pane has its view.

    `keep` is what becomes of the settings whenever they change.
    """

    filled = Signal()
    workspace: Workspace
    settings: Settings
    opened_at: int
    centre: Centre
    panes: Panes
    menus: Menus

    def __init__(self, workspace: Workspace, kept: Settings, keep: Callable[[Settings], None] = save) -> None:
        super().__init__()
        self.keep = keep
        self.workspace = workspace
        self.settings = kept
        self.opened_at = workspace.study.edit_number
        self.is_closed = False
        self.widgets: dict[str, QWidget] = {}
        workspace.setParent(self)
        workspace.tell = lambda error: messages.refusal(self, error, lambda: file_actions.save_copy(self))
        self.as_of_bar, self.citing_box = AsOfBar(workspace), CitingBox(workspace)
        self.centre = Centre(workspace, self.widget_of)
        self.panes = Panes(self, {"left": _("List"), "right": _("Inspector"), "below": _("Timeline")})
        self.menus = Menus(self)
        self.addToolBar(tool_bar(self.menus.made, self.as_of_bar, self.citing_box))
        self.setCentralWidget(self.centre)
        self.setStatusBar(StatusBar(workspace))
        self.setAcceptDrops(True)
        self._connect()
        self._place()
        self.show_opened()

    def fill(self) -> None:
        """Put the views into the panes; the table has been painted by then, so that the rest is imported here."""
        from parties_of_power.ui.side_list import SideList
        from parties_of_power.ui.verifying import Verification

        self.side_list = SideList(self.workspace)
        self.side_list.find_wanted.connect(self.menus.made["find"].trigger)
        self.side_list.menu_wanted.connect(self.show_comparison_menu)
        self.centre.shown.connect(self.side_list.show_front)
        self.panes.docks["left"].setWidget(self.side_list)
        for one in VIEWS:
            if one.area in self.panes.docks:
                self.panes.docks[one.area].setWidget(self.widget_of(one.key))
        self.panes.focus(self.widget_of("comparison"))
        self.remember(self.workspace.study.path)
        self.look_around()
        self.verification = Verification(self.workspace, self, lambda: self.settings.makes_backups)
        self.verification.found.connect(lambda text: messages.problem(self, text))
        self.filled.emit()

    def widget_of(self, key: str) -> QWidget:
        """The one widget of a view, made when it is first asked for."""
        if key not in self.widgets:
            self.widgets[key] = view(key).make(self.workspace)
        return self.widgets[key]

    def show_view(self, key: str) -> None:
        """Bring a view to the front, wherever it has its place."""
        area = view(key).area
        if area == "centre":
            self.centre.show_view(key)
        else:
            self.panes.docks[area].show()
            self.panes.docks[area].raise_()

    def go_to_view(self, key: str) -> None:
        """Bring a view to the front and give it the focus."""
        self.show_view(key)
        self.panes.focus(self.widget_of(key))

    def show_opened(self) -> None:
        study = self.workspace.study
        self.opened_at = study.edit_number
        self.setWindowFilePath(str(study.path))
        name = study.path.stem
        shown = _("{name} (read only) – Parties of Power") if study.is_read_only else _("{name} – Parties of Power")
        self.setWindowTitle(shown.format(name=name))
        self.menus.show_state()

    def show_comparison_menu(self, comparison_id: int, place: QPoint) -> None:
        self.workspace.show_comparison(comparison_id)
        menu = QMenu(self)
        menu.addActions([self.menus.made[key] for key in ("rename_comparison", "remove_comparison", "add_comparison")])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def remember(self, path: Path) -> None:
        """Put a file first in the list of recent ones."""
        self.settings = self.settings.with_recent(path)
        self.keep_settings()

    def look_around(self) -> None:
        """What can wait until the table of a study stands: its other tabs, and notes on the place where it lies."""
        self.centre.take_up()
        self.centre.show_notes(study_files.notes_on(self.workspace.study.path))

    def forget(self, path: Path) -> None:
        """Take a file out of the list of recent ones."""
        self.settings = self.settings.without_recent(path)
        self.keep_settings()

    def take_settings(self, settings: Settings) -> None:
        """What can be shown at once is; the rest comes with the next start."""
        self.settings = settings
        self.workspace.study.coder = settings.coder
        theme().apply(settings.scheme)
        self.keep_settings()

    def set_scheme(self, scheme: Scheme) -> None:
        self.settings = replace(self.settings, scheme=scheme)
        theme().apply(scheme)
        self.keep_settings()

    def keep_settings(self) -> None:
        geometry, panes = self.saveGeometry().data(), self.saveState().data()
        self.settings = replace(self.settings, geometry=bytes(geometry), panes=bytes(panes))
        self.keep(self.settings)

    def toggle_pane(self, place: str) -> None:
        self.panes.docks[place].setVisible(not self.panes.docks[place].isVisible())

    def has_pane(self, place: str) -> bool:
        return not self.panes.docks[place].isHidden()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_actions.dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = file_actions.dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            file_actions.take_dropped(self, path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.is_closed = True
        self.panes.forget()
        self.keep_settings()
        super().closeEvent(event)
        self.hide()
        self.workspace.close()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and not self.is_closed:
            # The command line may have written meanwhile.
            self.workspace.perform(self.workspace.study.refresh)
            self.menus.show_state()
        return super().event(event)

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.study_opened.connect(self.show_opened)
        workspace.study_opened.connect(lambda: self.remember(workspace.study.path))
        workspace.study_opened.connect(self.look_around)
        workspace.view_wanted.connect(self.show_view)
        for signal in (workspace.changed, workspace.comparison_changed, workspace.selection_changed):
            signal.connect(self.menus.show_state)

    def _place(self) -> None:
        """Where the window stood last time, else large in the middle of the screen."""
        if not (self.settings.geometry and self.restoreGeometry(self.settings.geometry)):
            screen = QApplication.primaryScreen().availableGeometry()
            self.resize(min(px(1440), screen.width() - px(40)), min(px(912), screen.height() - px(60)))
        if self.settings.panes:
            self.restoreState(self.settings.panes)
        else:
            QTimer.singleShot(0, self, self.panes.size_usual)
