"""What lies under a point of the viewport: a bar, events, a tie."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from parties_of_power.domain.events import Event, Tie
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.layout import LaneBox
from parties_of_power.ui.views.timeline.picture import Found, Picture
from parties_of_power.ui.views.timeline.strip import Piece


def to_page(picture: Picture, position: QPointF) -> QPointF | None:
    """A point of the plot as one of the page; None beside the plot."""
    x, y = position.x() - picture.column, position.y() - picture.look.sizes.axis - 1
    return QPointF(x, y + picture.top) if x >= 0 and y >= 0 else None


def title_at(picture: Picture, position: QPointF) -> LaneBox | None:
    y = position.y() - picture.look.sizes.axis - 1
    return picture.layout.box_at(y + picture.top) if 0 <= position.x() < picture.column and y >= 0 else None


def piece_at(picture: Picture, position: QPointF) -> Piece | None:
    """What the strip under a bar carries there."""
    sizes, strip = picture.look.sizes, picture.strip
    bar = bar_at(picture, position - QPointF(0, sizes.bar)) if strip else None
    if bar is None or strip is None:
        return None
    day = picture.scale.day(position.x() - picture.column)
    return next((each for each in strip.pieces.get(bar.subject_id, ()) if each.first <= day < each.last + 1), None)


def bar_at(picture: Picture, position: QPointF) -> Bar | None:
    at, sizes = to_page(picture, position), picture.look.sizes
    box = picture.layout.box_at(at.y()) if at else None
    if at is None or box is None:
        return None
    number, down = divmod(at.y() - box.rows_top, sizes.pitch)
    if not 0 <= number < len(box.rows) or down > sizes.bar:
        return None
    reach = picture.look.px(3)
    for bar, shape in picture.bars_in_view(box.lane.rows[box.rows[int(number)]]):
        if shape.whole.left - reach <= at.x() <= shape.whole.right + reach:
            return bar
    return None


def events_at(picture: Picture, found: Found, position: QPointF) -> tuple[Event, ...]:
    at = to_page(picture, position)
    if at is None:
        return ()
    return next((spot.events for spot in reversed(found.spots) if spot.rect.contains(at)), ())


def tie_at(picture: Picture, found: Found, position: QPointF) -> Tie | None:
    at, reach = to_page(picture, position), picture.look.px(4)
    near = (tie for tie in found.ties if at and tie.is_near(at.x(), at.y(), reach))
    closest = min(near, key=lambda tie: abs(tie.x_at(at.y()) - at.x()) if at else 0.0, default=None)
    return closest.arc.tie if closest else None
