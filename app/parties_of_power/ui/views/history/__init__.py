"""The history of the study: who changed what and when, newest first, and what an edit changed."""

from __future__ import annotations

from parties_of_power.ui.views.history.page import HistoryPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> HistoryPage:
    return HistoryPage(workspace)
