"""The timeline: lanes by state, a bar for each party's life, events, and the as-of line through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.header import Header
from parties_of_power.ui.views.timeline.legend import Legend
from parties_of_power.ui.views.timeline.listing import Listing
from parties_of_power.ui.views.timeline.overview import Overview
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

ROOM_FOR_OVERVIEW = 400


class TimelineView(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.canvas = Canvas(workspace)
        self.header = Header(self.canvas)
        self.overview = Overview(self.canvas)
        self.legend = Legend(self.canvas)
        self.listing = Listing(self.canvas)
        self.setWindowTitle(_("Timeline"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.listing, 1)
        column.addWidget(self.overview)
        column.addWidget(self.legend)
        self.canvas.arranged.connect(self.show_arrangement)
        workspace.item_wanted.connect(self.show_item)
        self.show_arrangement()

    def printout(self) -> Printout | None:
        from parties_of_power.ui.views.timeline.paper import timeline_printout

        self.canvas.load()
        return timeline_printout(self.canvas) if self.canvas.timeline.lanes else None

    def printouts(self) -> list[Printout]:
        """Besides what is in view, all of it."""
        from parties_of_power.ui.views.timeline.whole import whole_printouts

        self.canvas.load()
        return [*whole_printouts(self.canvas)] if self.canvas.timeline.lanes else []

    def show_item(self, view: str, event_id: int) -> None:
        """Find has been asked for an event: stand on it."""
        if view == "timeline":
            self.canvas.walking.go_to_event(event_id)
            self.listing.go_to_event(event_id)
            (self.listing if self.canvas.arrangement.is_list else self.canvas).setFocus()

    def show_arrangement(self) -> None:
        """Canvas or list; the strip and the legend belong to the canvas."""
        arrangement = self.canvas.arrangement
        shown, other = (self.listing, self.canvas) if arrangement.is_list else (self.canvas, self.listing)
        had_focus = other.hasFocus()
        other.hide()
        shown.show()
        self._show_overview()
        self.legend.setVisible(arrangement.has_legend and not arrangement.is_list)
        self.setFocusProxy(shown)
        if arrangement.is_list:
            self.canvas.load()
            self.listing.show_timeline()
        if had_focus:
            shown.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_overview()

    def _show_overview(self) -> None:
        """In a low pane the lanes need the room."""
        arrangement = self.canvas.arrangement
        has_room = self.height() >= px(ROOM_FOR_OVERVIEW)
        self.overview.setVisible(arrangement.has_overview and not arrangement.is_list and has_room)


def make(workspace: Workspace) -> QWidget:
    return TimelineView(workspace)
