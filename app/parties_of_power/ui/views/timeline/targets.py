"""What a command of the timeline is about: what lies under the pointer, or where the keys stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from parties_of_power.domain.shifting import written
from parties_of_power.ui.views.timeline import under_pointer
from parties_of_power.ui.views.timeline.dragging import unit_of
from parties_of_power.ui.views.timeline.editing import Target
from parties_of_power.ui.views.timeline.layout import LaneBox

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas


def target_at(canvas: Canvas, position: QPointF) -> Target:
    """Under the pointer; a new event or party there is dated by the unit that suits the zoom."""
    picture = canvas.picture()
    events = under_pointer.events_at(picture, canvas.found, position)
    day = int(picture.scale.day(position.x() - picture.column) // 1)
    box = _box_at(canvas, position)
    return Target(
        canvas.workspace,
        canvas,
        events[0] if len(events) == 1 else None,
        None if events else under_pointer.bar_at(picture, position),
        written(day, unit_of(picture.scale)),
        (box.lane.state_id,) if box and box.lane.state_id is not None else (),
    )


def target_of_walk(canvas: Canvas) -> Target:
    """Where the arrows have come to. Something new is of the as-of day, and of what is selected."""
    workspace, stop = canvas.workspace, canvas.walking.shown_stop()
    event = stop.events[0] if stop and len(stop.events) == 1 else None
    bar = stop.bar if stop else None
    chosen = (bar.subject_id,) if bar else workspace.selected
    return Target(workspace, canvas, event, bar, written(workspace.as_of, "day"), chosen)


def is_room_for_party(canvas: Canvas, position: QPointF) -> bool:
    """Whether the point lies among the rows of a state's lane, where its parties are drawn."""
    box, at = _box_at(canvas, position), under_pointer.to_page(canvas.picture(), position)
    return box is not None and at is not None and box.lane.state_id is not None and at.y() < box.below


def _box_at(canvas: Canvas, position: QPointF) -> LaneBox | None:
    picture = canvas.picture()
    at = under_pointer.to_page(picture, position)
    return picture.layout.box_at(at.y()) if at else None
