"""The inspector: all that is known about the cell that is chosen, or about a party or a state."""

from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.inspector.pane import Inspector
from parties_of_power.ui.workspace import Workspace


def make(workspace: Workspace) -> QWidget:
    return Inspector(workspace)
