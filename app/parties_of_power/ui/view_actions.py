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


def go_to_as_of(window: MainWindow) -> None:
    window.as_of_bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)


def go_to_citing(window: MainWindow) -> None:
    window.citing_box.source.setFocus(Qt.FocusReason.ShortcutFocusReason)


def show_keys(window: MainWindow) -> None:
    """Every shortcut of the menus, in one list."""
    lines = [
        _("{action}: {keys}").format(action=_(action.text).rstrip("…"), keys=keys_of(action))
        for action in window.menus.listed
        if action.shortcut
    ]
    messages.notice(window, _("Keys") + "\n\n" + "\n".join(lines))


def keys_of(action: Action) -> str:
    return QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def show_about(window: MainWindow) -> None:
    text = _(
        "Parties of Power {version}\n\nA workbench for comparing parties of power across states. "
        "Every value knows its date, its source and its rivals.\n\nMIT licence. Made with Qt (LGPL) and SQLite."
    )
    messages.notice(window, text.format(version=__version__))
