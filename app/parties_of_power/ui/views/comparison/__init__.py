"""The comparison table: parties or states in rows, attributes in columns, as of the day."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.comparison.pane import ComparisonPane
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return ComparisonPane(workspace)
