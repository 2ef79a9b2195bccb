"""The timeline: lanes by state, a bar for each party's life, events, and the as-of line through it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.header import Header
from parties_of_power.ui.workspace import Workspace


class TimelineView(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.canvas = Canvas(workspace)
        self.header = Header(self.canvas)
        self.setFocusProxy(self.canvas)
        self.setWindowTitle(_("Timeline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas, 1)


def make(workspace: Workspace) -> QWidget:
    return TimelineView(workspace)
