"""Import a table: one page from a stranger's file to one edit, each step with its guess shown and open to change."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.importing.page import ImportPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return ImportPage(workspace)
