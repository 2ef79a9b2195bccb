"""What the menu View does to the rows of the table: sort, filter, group and fold them, and freeze its first columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from parties_of_power.domain.comparisons import RowUnit, unit_words
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def on_rows(method: str) -> Callable[[MainWindow], None]:
    """Bring the table to the front and do this to its rows."""

    def run(window: MainWindow) -> None:
        window.go_to_view("comparison")
        pane = window.widget_of("comparison")
        getattr(pane, method)()

    return run


def on_unit(unit: RowUnit) -> Callable[[MainWindow], None]:
    """Bring the table to the front and make its rows parties, parties at elections or parties in years."""

    def run(window: MainWindow) -> None:
        window.go_to_view("comparison")
        pane: Any = window.widget_of("comparison")
        pane.set_row_unit(unit)

    return run


def has_unit(unit: RowUnit) -> Callable[[MainWindow], bool]:
    return lambda window: (shown := window.workspace.comparison) is not None and shown.row_unit == unit


def unit_label(unit: RowUnit) -> Callable[[MainWindow], str]:
    """`A row is a party at an election`."""

    def label(window: MainWindow) -> str:
        shown = window.workspace.comparison
        words = unit_words(shown.subject_kind if shown else "party", unit)
        return _("A row is {unit}").format(unit=words)

    return label


def is_grouped(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    return comparison is not None and comparison.grouping is not None


def is_frozen(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    return comparison is not None and bool(comparison.frozen_columns or comparison.frozen_rows)


def wraps(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    return comparison is not None and comparison.wraps


def is_overview(window: MainWindow) -> bool:
    """Whether the table shows all its rows at once."""
    pane = window.widget_of("comparison")
    return pane.view.lens is not None  # type: ignore[attr-defined]  # the pane of the table has a view


def has_distributions(window: MainWindow) -> bool:
    """Whether the headers of the table show how the values are distributed."""
    comparison = window.workspace.comparison
    return comparison is not None and comparison.distributions


def is_filtered(window: MainWindow) -> bool:
    comparison = window.workspace.comparison
    if comparison is None:
        return False
    return bool(comparison.filter_text) or any(column.filter for column in comparison.columns)
