"""To settle: rival values, values without a source, texts that cannot be read, cells not yet coded."""

from __future__ import annotations

from parties_of_power.ui.views.settle.page import SettlePage
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> SettlePage:
    return SettlePage(workspace)
