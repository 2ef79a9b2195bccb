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


def play(window: MainWindow) -> None:
    window.as_of_bar.play.toggle()


def is_playing(window: MainWindow) -> bool:
    return window.as_of_bar.play.isChecked()


def go_to_citing(window: MainWindow) -> None:
    window.citing_box.source.setFocus(Qt.FocusReason.ShortcutFocusReason)


def show_manual(window: MainWindow) -> None:
    """The manual, at the place of the view that has the focus."""
    from parties_of_power.ui.manual_pages import place_of_view, read_pages

    show_in_manual(window, place_of_view(focused_view(window), read_pages()))


def show_first_steps(window: MainWindow) -> None:
    from parties_of_power.ui.manual_pages import FIRST_STEPS

    show_in_manual(window, FIRST_STEPS)


def show_in_manual(window: MainWindow, place: str) -> None:
    """One manual a window: one that is open already goes to the place."""
    from parties_of_power.ui.dialogs.manual import Manual

    manual = window.findChild(Manual) or Manual(window)
    manual.go(place)
    manual.show()
    manual.raise_()
    manual.activateWindow()


def focused_view(window: MainWindow) -> str:
    """The key of the view that has the focus, or had it before a menu was opened; else of the table."""
    focused = window.panes.focused
    for key, widget in window.widgets.items():
        if focused is not None and (widget is focused or widget.isAncestorOf(focused)):
            return key
    return "comparison"


def ask_settings(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs import settings

    settings.ask_settings(window)


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
