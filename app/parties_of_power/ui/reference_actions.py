"""What the menu Study does with references: export them, and copy that of the source which is looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from parties_of_power.ui import file_actions

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def has_sources(window: MainWindow) -> bool:
    return bool(window.workspace.catalogue.sources)


def has_chosen(window: MainWindow) -> bool:
    """Whether a source is chosen in the view Sources."""
    return bool(_chosen(window))


def export_references(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.references import ask_references

    ask_references(window.workspace, window, Path(file_actions.folder(window)), _chosen(window))


def copy_reference(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.references import copy_references

    window.workspace.perform(lambda: copy_references(window.workspace, _chosen(window)))


def _chosen(window: MainWindow) -> tuple[int, ...]:
    """The page is asked only if it has been made."""
    page = window.widgets.get("sources")
    found: tuple[int, ...] = page.chosen_sources() if page is not None and hasattr(page, "chosen_sources") else ()
    return found
