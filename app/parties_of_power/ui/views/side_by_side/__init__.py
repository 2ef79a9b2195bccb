"""Side by side: two to six parties or states, or one on several days, attribute by attribute."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.side_by_side.page import SideBySidePage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return SideBySidePage(workspace)
