"""What of the timeline can be taken hold of and dragged to another day: an end of a bar, a change of name, an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF

from parties_of_power.domain.events import Event
from parties_of_power.ui.views.timeline.bar_painting import BarShape
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.picture import Found, Picture
from parties_of_power.ui.views.timeline.under_pointer import events_at, to_page

REACH = 4.0
# A bar narrower than this can only be taken as a whole: one would not see which end.
NARROWEST = 16.0


@dataclass(frozen=True)
class Grip:
    """`what` is held: an end of `bar`, its change of name before the segment `place`, or `event`; `x` is where, in
    pixels of the plot, and `y` the middle of its row on the page."""

    what: Literal["founded", "dissolved", "border", "event"]
    x: float
    y: float
    bar: Bar | None = None
    place: int = 0
    event: Event | None = None


def grip_at(picture: Picture, found: Found, position: QPointF) -> Grip | None:
    return end_at(picture, position) or event_at(picture, found, position)


def end_at(picture: Picture, position: QPointF) -> Grip | None:
    """The end or the change of name nearest to the pointer, within reach."""
    at, sizes = to_page(picture, position), picture.look.sizes
    box = picture.layout.box_at(at.y()) if at else None
    if at is None or box is None:
        return None
    number, down = divmod(at.y() - box.rows_top, sizes.pitch)
    if not 0 <= number < len(box.rows) or down > sizes.bar:
        return None
    middle = box.rows_top + number * sizes.pitch + sizes.bar / 2
    near = [
        grip
        for bar, shape in picture.bars_in_view(box.lane.rows[box.rows[int(number)]])
        for grip in _grips(bar, shape, middle)
        if abs(grip.x - at.x()) <= REACH and 0 <= grip.x <= picture.scale.width
    ]
    return min(near, key=lambda grip: abs(grip.x - at.x()), default=None)


def event_at(picture: Picture, found: Found, position: QPointF) -> Grip | None:
    """One event by itself; a cluster is opened instead."""
    at, events = to_page(picture, position), events_at(picture, found, position)
    if at is None or len(events) != 1:
        return None
    return Grip("event", at.x(), at.y(), event=events[0])


def _grips(bar: Bar, shape: BarShape, middle: float) -> Iterator[Grip]:
    if shape.whole.width < NARROWEST:
        return
    if bar.start.look != "open":
        edges = {shape.start.right} if bar.start.look == "unknown" else {shape.start.left, shape.start.right}
        yield from (Grip("founded", x, middle, bar) for x in edges)
    if bar.end.look != "open":
        edges = {shape.end.left} if bar.end.look == "unknown" else {shape.end.left, shape.end.right}
        yield from (Grip("dissolved", x, middle, bar) for x in edges)
    for place, segment in enumerate(bar.segments[1:], 1):
        if segment.name and bar.segments[place - 1].name:
            edges = {shape.solid[place - 1].right, shape.solid[place].left}
            yield from (Grip("border", x, middle, bar, place) for x in edges)
