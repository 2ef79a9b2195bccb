"""Take changes from Excel: each difference of a workbook that came back, decided one by one, applied as one edit."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.differences.page import DifferencesPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return DifferencesPage(workspace)
