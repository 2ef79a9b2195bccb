"""What the menus View and Help do, and the ways to the fields of the tool bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from parties_of_power import __version__
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.theme import Scheme

if TYPE_CHECKING:
    from parties_of_power.ui.actions import Action
    from parties_of_power.ui.main_window import MainWindow


def find(window: MainWindow) -> None:
    from parties_of_power.ui.find import FindBox

    FindBox(window).open()


def go_to_view(key: str) -> Callable[[MainWindow], None]:
    return lambda window: window.go_to_view(key)


def toggle_pane(place: str) -> Callable[[MainWindow], None]:
    return lambda window: window.toggle_pane(place)


def has_pane(place: str) -> Callable[[MainWindow], bool]:
    return lambda window: window.has_pane(place)


def take_scheme(scheme: Scheme) -> Callable[[MainWindow], None]:
    return lambda window: window.set_scheme(scheme)


def has_scheme(scheme: Scheme) -> Callable[[MainWindow], bool]:
    return lambda window: window.settings.scheme == scheme


def find_in_table(*, to_replace: bool) -> Callable[[MainWindow], None]:
    """Open the bar that finds in the cells of the table, or also replaces."""

    def run(window: MainWindow) -> None:
        window.go_to_view("comparison")
        pane = window.widget_of("comparison")
        pane.find_bar.open(to_replace=to_replace)  # type: ignore[attr-defined]  # the pane of the table has one

    return run


def go_to_as_of(window: MainWindow) -> None:
    window.as_of_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def go_to_citing(window: MainWindow) -> None:
    window.citing_box.source.setFocus(Qt.FocusReason.ShortcutFocusReason)


def show_keys(window: MainWindow) -> None:
    """Every key of the menus and of the table, on one page."""
    from parties_of_power.ui.dialogs.keys import KeysPage

    titles = dict.fromkeys(action.menu for action in window.menus.listed)
    parts = [
        (
            _(title),
            [
                (keys_of(action), _(action.text).rstrip("…"))
                for action in window.menus.listed
                if action.menu == title and action.shortcut
            ],
        )
        for title in titles
    ]
    KeysPage(parts, window).exec()


def keys_of(action: Action) -> str:
    return QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def show_about(window: MainWindow) -> None:
    text = _(
        "Parties of Power {version}\n\nA workbench for comparing parties of power across states. "
        "Every value knows its date, its source and its rivals.\n\nMIT licence. Made with Qt (LGPL) and SQLite."
    )
    messages.notice(window, text.format(version=__version__))
