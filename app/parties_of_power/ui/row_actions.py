"""What the menu View does to the rows of the table: sort, filter, group and fold them, and freeze its first columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def on_rows(method: str) -> Callable[[MainWindow], None]:
    """Bring the table to the front and do this to its rows."""

    def run(window: MainWindow) -> None:
        window.go_to_view("comparison")
        pane = window.widget_of("comparison")
        getattr(pane, method)()

    return run


def is_grouped(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    return comparison is not None and comparison.grouping is not None


def is_filtered(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    if comparison is None:
        return False
    return bool(comparison.filter_text) or any(column.filter for column in comparison.columns)
