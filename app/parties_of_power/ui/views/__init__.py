"""The views of a study: one small folder each, and one line in VIEWS.

A view is a widget made by `make(workspace)` when it is first wanted. It shows itself by the workspace's signals and
knows no other view. Edit in the menu bar calls `copy`, `paste`, `delete_value` or `selectAll` on the widget with the
focus or the nearest one around it that has such a method.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parties_of_power.texts import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from parties_of_power.ui.workspace import Workspace

Area = Literal["left", "centre", "right", "below"]


@dataclass(frozen=True)
class View:
    """`title` is untranslated; `area` is its place in the window: the centre has tabs, the others are panes. With
    `is_listed` it stands on the left under *Study*."""

    key: str
    title: str
    area: Area
    shortcut: str
    make: Callable[[Workspace], QWidget]
    is_listed: bool = True


def _comparison(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import comparison

    return comparison.make(workspace)


def _timeline(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import timeline

    return timeline.make(workspace)


def _inspector(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import inspector

    return inspector.make(workspace)


def _charts(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import charts

    return charts.make(workspace)


def _sources(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import sources

    return sources.make(workspace)


def _codebook(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import codebook

    return codebook.make(workspace)


def _history(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import history

    return history.make(workspace)


def _settle(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import settle

    return settle.make(workspace)


def _side_by_side(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import side_by_side

    return side_by_side.make(workspace)


def _between_days(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import between_days

    return between_days.make(workspace)


def _differences(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import differences

    return differences.make(workspace)


def _importing(workspace: Workspace) -> QWidget:
    from parties_of_power.ui.views import importing

    return importing.make(workspace)


VIEWS: tuple[View, ...] = (
    View("comparison", N_("Comparison"), "centre", "Ctrl+1", _comparison, is_listed=False),
    View("timeline", N_("Timeline"), "below", "Ctrl+2", _timeline),
    View("inspector", N_("Inspector"), "right", "Ctrl+3", _inspector, is_listed=False),
    View("charts", N_("Charts"), "centre", "Ctrl+4", _charts),
    View("sources", N_("Sources"), "centre", "Ctrl+5", _sources),
    View("codebook", N_("Codebook"), "centre", "Ctrl+6", _codebook),
    View("side_by_side", N_("Side by side"), "centre", "Ctrl+9", _side_by_side),
    View("between_days", N_("Between two days"), "centre", "Ctrl+0", _between_days),
    View("history", N_("History"), "centre", "Ctrl+7", _history),
    View("settle", N_("To settle"), "centre", "Ctrl+8", _settle, is_listed=False),
    View("differences", N_("Changes from Excel"), "centre", "", _differences, is_listed=False),
    View("importing", N_("Import"), "centre", "", _importing, is_listed=False),
)


def view(key: str) -> View:
    return next(view for view in VIEWS if view.key == key)
