"""What the menu Insert adds: attributes, parties, states, events, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties_of_power.domain.dates import iso

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


def event(window: MainWindow) -> None:
    """Of the as-of day and of what is selected."""
    from parties_of_power.ui.dialogs.event import ask_event

    workspace = window.workspace
    ask_event(workspace, window, date=iso(workspace.as_of), subject_ids=workspace.selected)


def source(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.source import ask_source

    ask_source(window.workspace, window)
