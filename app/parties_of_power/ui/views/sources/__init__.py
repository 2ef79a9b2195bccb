"""The sources of the study: what they are, and what cites them."""

from __future__ import annotations

from parties_of_power.ui.views.sources.page import SourcesPage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> SourcesPage:
    return SourcesPage(workspace)
