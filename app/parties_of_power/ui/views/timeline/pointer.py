"""What the mouse does: it drags the as-of line, ends and events, pans, selects parties, opens clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from parties_of_power.ui.views.timeline import editing
from parties_of_power.ui.views.timeline.as_of_painting import Flag
from parties_of_power.ui.views.timeline.axis import snapped
from parties_of_power.ui.views.timeline.dragging import Drag, dragged
from parties_of_power.ui.views.timeline.going import fold
from parties_of_power.ui.views.timeline.grips import Grip, grip_at
from parties_of_power.ui.views.timeline.lanes import mark_of
from parties_of_power.ui.views.timeline.targets import is_room_for_party, target_at

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas

Doing = Literal["", "as_of", "pressed", "panning", "holding"]
REACH = 4
ZOOM_OF_NOTCH = 1.25


class Pointer:
    """What a button that is held down is doing. `before` is the as-of day that Escape brings back; `grip` is what was
    taken hold of, `drag` where it has been pulled to."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.doing: Doing = ""
        self.before = 0
        self.grip: Grip | None = None
        self.drag: Drag | None = None
        self._pressed = self._last = QPointF()

    def is_on_as_of(self, position: QPointF) -> bool:
        canvas = self.canvas
        flag = Flag.of(canvas.workspace.as_of, canvas.scale, canvas.look)
        x = position.x() - canvas.column
        if position.y() <= canvas.look.sizes.axis:
            return flag.rect.left() - REACH <= x <= flag.rect.right() + REACH
        return flag.is_in_view and abs(x - flag.x) <= REACH

    def press(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = event.position()
        in_axis = event.position().y() <= self.canvas.look.sizes.axis and event.position().x() >= self.canvas.column
        self.before = self.canvas.workspace.as_of
        self.grip = self._grip(event.position())
        if self.grip:
            self.doing = "holding"
        elif self.is_on_as_of(event.position()):
            self.doing = "as_of"
        elif in_axis:
            self.doing = "as_of"
            self._drag_as_of(event.position())
        else:
            self.doing = "pressed"

    def move(self, event: QMouseEvent) -> None:
        position = event.position()
        if self.doing == "as_of":
            if position != self._pressed:
                self._drag_as_of(position)
        elif self.doing == "holding":
            self._pull(position)
        elif self.doing:
            self._pan(position)
        else:
            self._hover(position)

    def release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.doing == "pressed" or (self.doing == "holding" and not self._has_moved(event.position())):
            self._click(event)
        elif self.doing == "holding" and self.drag:
            editing.take(self.canvas.workspace, self.drag)
        self._let_go()
        self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """On an event its page, on a bar its dates. In the empty rows of a state's lane a party is added, below them
        and in the band an event, of the day that was pointed to."""
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() < self.canvas.column:
            return
        self._let_go()
        target = target_at(self.canvas, event.position())
        if target.event or target.bar:
            editing.change_dates(target)
        elif event.position().y() > self.canvas.look.sizes.axis:
            add = editing.add_party if is_room_for_party(self.canvas, event.position()) else editing.add_event
            add(target)

    def _let_go(self) -> None:
        self.doing, self.grip, self.drag = "", None, None
        self.canvas.viewport().update()

    def _grip(self, position: QPointF) -> Grip | None:
        """The as-of line comes first, but before the ends of a selected party."""
        canvas = self.canvas
        if canvas.workspace.study.is_read_only:
            return None
        grip = grip_at(canvas.picture(), canvas.found, position)
        if grip and self.is_on_as_of(position):
            is_chosen = grip.bar is not None and grip.bar.subject_id in canvas.workspace.selected
            return grip if is_chosen else None
        return grip

    def _has_moved(self, position: QPointF) -> bool:
        return self.drag is not None or (
            (position - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        )

    def _pull(self, position: QPointF) -> None:
        """What is held goes along, by the unit that suits the zoom; what that would do is said."""
        if self.grip is None or not self._has_moved(position):
            return
        drag = dragged(self.grip, self.canvas.scale, position.x() - self.canvas.column)
        if drag != self.drag:
            self.drag = drag
            self.canvas.workspace.message.emit(editing.what_it_does(self.canvas.workspace, drag) if drag else "")
            self.canvas.viewport().update()

    def give_up(self) -> None:
        """Escape: the as-of day goes back to where the drag began, what was held stays where it is."""
        if self.doing == "as_of":
            self.canvas.workspace.set_as_of(self.before)
        self._let_go()

    def _drag_as_of(self, position: QPointF) -> None:
        scale = self.canvas.scale
        x = min(max(position.x() - self.canvas.column, 0.0), scale.width)
        self.canvas.workspace.set_as_of(snapped(scale.day(x), scale))

    def _pan(self, position: QPointF) -> None:
        if self.doing == "pressed":
            if (position - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self.doing = "panning"
            self.canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        moved = position - self._last
        self._last = position
        self.canvas.pan(-moved.x())
        self.canvas.scroll_lanes(-moved.y())

    def _hover(self, position: QPointF) -> None:
        bar = self.canvas.bar_at(position)
        self.canvas.set_hovered(bar.subject_id if bar else None)
        grip = self._grip(position)
        if self.is_on_as_of(position) or (grip and grip.bar):
            cursor = Qt.CursorShape.SizeHorCursor
        elif bar or self.canvas.title_at(position) or len(self.canvas.events_at(position)) > 1:
            cursor = Qt.CursorShape.PointingHandCursor
        else:
            cursor = Qt.CursorShape.ArrowCursor
        self.canvas.viewport().setCursor(cursor)

    def _click(self, event: QMouseEvent) -> None:
        """A lane folds by its title; a cluster opens; a party is selected, with Ctrl taken in or out; the empty ground
        selects nothing."""
        workspace = self.canvas.workspace
        if lane := self.canvas.title_at(event.position()):
            fold(self.canvas, [lane])
            return
        events = self.canvas.events_at(event.position())
        if len(events) > 1:
            marks = [mark_of(each) for each in events]
            self.canvas.show_days(min(mark.first for mark in marks), max(mark.last for mark in marks))
            return
        bar = self.canvas.bar_at(event.position())
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if bar and with_ctrl:
            chosen = workspace.selected
            without = tuple(each for each in chosen if each != bar.subject_id)
            workspace.select(without if len(without) < len(chosen) else (*chosen, bar.subject_id))
        elif bar:
            workspace.select((bar.subject_id,))
        elif not with_ctrl and not events:
            workspace.select(())

    def wheel(self, event: QWheelEvent) -> None:
        """Plain: up and down; with Shift: along the days; with Ctrl: zoom at the pointer."""
        canvas, delta = self.canvas, event.angleDelta()
        turned = delta.y() or delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            canvas.zoom(ZOOM_OF_NOTCH ** (turned / 120), event.position().x() - canvas.column)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            canvas.pan(-turned * canvas.look.px(64) / 120)
        else:
            canvas.scroll_lanes(-delta.y() * 3 * canvas.look.sizes.pitch / 120)
        event.accept()
