"""What changed between two days: each cell of the comparison that says something else on one than on the other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.between_days.page import BetweenDaysPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return BetweenDaysPage(workspace)
