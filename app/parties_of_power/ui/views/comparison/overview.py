"""The overview: rows shrink until all of them are seen at once; those below the pointer and selected open in full.

It is a way of looking, and so is not stored in the study.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHoverEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from parties_of_power.ui.views.comparison.lens import Lens
from parties_of_power.ui.views.comparison.overview_bar import OverviewBar
from parties_of_power.ui.views.comparison.overview_marks import OverviewMarks

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView

HEADINGS_SHARE = 0.25  # of the height, up to which the headings of groups are always open
POINTER = (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.MouseMove)


class Overview(QObject):
    """Sets the lens of the view. `resting` is the lens without the row below the pointer: that row is found in it, so
    that what opens does not run away from the pointer."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view)
        self.view = view
        self.table = view.table
        self.bar = OverviewBar()
        self.bar.left.connect(self.leave)
        self.bar.hide()
        self.marks = OverviewMarks(view)
        self.pointer_y = -1
        self.resting = Lens(0, 0, 1)
        self._connect()

    def turn(self) -> None:
        if self.view.lens is None:
            self.begin()
        else:
            self.leave()

    def begin(self) -> None:
        self.marks.forget()
        self.pointer_y = -1
        for grid in self.view.grids:
            grid.marks = self.marks
        self.bar.show()
        self.lay_out()
        self.view.updateGeometries()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, self.bar.words.text()))

    def leave(self) -> None:
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self.view)
        for grid in self.view.grids:
            grid.marks = None
        self.view.lens = None
        self.bar.hide()
        self.view.heights.forget()
        self.view.updateGeometries()
        self.view.scrollTo(self.view.currentIndex())
        self.view.update_all()
        if had_focus:
            self.view.setFocus()

    def lay_out(self) -> None:
        """Open what is selected, then what the pointer is at."""
        height = self.view.viewport().height()
        every = Lens(self.table.rowCount(), height, self.view.first_line())
        headings = list(self.table.lines.headings) if self.table.lines else []
        if len(headings) * every.full <= height * HEADINGS_SHARE:
            every = every.opening(headings)
        wanted = [self.view.currentIndex().row(), *self.view.rows_selected()]
        self.resting = every.opening(wanted)
        self.view.lens = self.resting.opening([self.resting.row_at(self.pointer_y)])
        hidden = sum(not self.resting.is_open(row) for row in self.view.rows_selected())
        self.bar.say(self.resting, hidden)
        if self.view.edited:
            self.view.edited.place()
        self.view.update_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.view.lens is None:
            return False
        if event.type() == QEvent.Type.Resize and watched is self.view.viewport():
            self.lay_out()
        elif event.type() in POINTER and isinstance(event, QMouseEvent | QHoverEvent):
            self._point_at(event.position())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self, self._follow_selection)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._point_at(QPointF(-1, -1))
        return False

    def _point_at(self, place: QPointF) -> None:
        """Not while a selection is being drawn or a value typed: then the rows stay where they are."""
        if QApplication.mouseButtons() or self.view.edited or self.view.lens is None:
            return
        before = self.resting.row_at(self.pointer_y)
        self.pointer_y = int(place.y())
        if self.resting.row_at(self.pointer_y) != before:
            self.lay_out()

    def _connect(self) -> None:
        table, marked = self.table, self.view.selectionModel()
        for signal in (table.modelReset, table.layoutChanged, table.rowsInserted, table.rowsRemoved, table.dataChanged):
            signal.connect(self._follow)
        marked.selectionChanged.connect(self._follow_selection)
        marked.currentChanged.connect(self._follow_selection)
        for grid in (self.view, self.view.frozen):
            grid.viewport().setMouseTracking(True)
            grid.viewport().installEventFilter(self)

    def _follow(self) -> None:
        if self.view.lens is not None:
            self.marks.forget()
            self.lay_out()

    def _follow_selection(self) -> None:
        if self.view.lens is not None and not QApplication.mouseButtons():
            self.lay_out()
