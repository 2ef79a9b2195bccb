"""Going to a place of the timeline: the selection, a row of the page, another as-of day; folding lanes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.arrangement import without
from parties_of_power.ui.views.timeline.lanes import Lane

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas


def to_selection(canvas: Canvas) -> None:
    """Zoom to the lives of the selected parties, and bring the first of them into sight."""
    places = [place for each in canvas.workspace.selected if (place := canvas.timeline.places.get(each))]
    lives = [canvas.timeline.seen_life(place.bar) for place in places]
    if lives:
        canvas.show_days(min(first for first, _last in lives), max(last for _first, last in lives))
        reveal(canvas, canvas.picture().bar_top(places[0]))


def reveal(canvas: Canvas, y: float | None) -> None:
    """Scroll so that a row of the page can be seen."""
    bar, room = canvas.verticalScrollBar(), canvas.look.sizes.pitch
    page = canvas.viewport().height() - canvas.look.sizes.axis
    if y is not None and not bar.value() + room <= y <= bar.value() + page - 2 * room:
        bar.setValue(round(y - page / 2))


def step_as_of(canvas: Canvas, unit: axis.Unit, count: int) -> None:
    """The as-of line so many days, months or years on; it stays in view."""
    workspace = canvas.workspace
    workspace.set_as_of(axis.stepped(workspace.as_of, unit, count))
    if not canvas.scale.shows(workspace.as_of):
        canvas.go_to(workspace.as_of, 0.5)


def fold(canvas: Canvas, lanes: Iterable[Lane], is_collapsed: bool | None = None) -> None:
    """Collapse lanes or open them again; without saying which, the other way round."""
    collapsed = canvas.arrangement.collapsed
    for lane in lanes:
        is_open = lane.key in collapsed if is_collapsed is None else not is_collapsed
        collapsed = without(collapsed, lane.key, is_open)
    canvas.arrange(replace(canvas.arrangement, collapsed=collapsed))
