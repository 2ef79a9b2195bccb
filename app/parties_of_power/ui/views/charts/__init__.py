"""The charts of a comparison: its parties by one attribute, as bars, as counted answers or as lines over time."""

from __future__ import annotations

from parties_of_power.ui.views.charts.page import ChartsPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> ChartsPage:
    return ChartsPage(workspace)
