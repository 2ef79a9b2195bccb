"""The codebook: every attribute with its definition, coding rule and choices."""

from __future__ import annotations

from parties_of_power.ui.views.codebook.page import CodebookPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> CodebookPage:
    return CodebookPage(workspace)
