"""What the menu Insert adds: attributes, parties, states, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def attribute(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.attribute import ask_attribute

    ask_attribute(window.workspace, window)


def party(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.subject import ask_party

    ask_party(window.workspace, window)


def state(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.subject import ask_state

    ask_state(window.workspace, window)


def source(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.source import ask_source

    ask_source(window.workspace, window)
