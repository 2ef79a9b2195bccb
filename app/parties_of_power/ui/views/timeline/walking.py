"""Walking over the bars and events of the canvas by keyboard: where one stands, and what Enter does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from parties_of_power.ui.views.timeline.editing import open_event
from parties_of_power.ui.views.timeline.going import fold, reveal
from parties_of_power.ui.views.timeline.lanes import mark_of
from parties_of_power.ui.views.timeline.stops import Stop, lines_of, nearest, place_of, stepped
from parties_of_power.ui.views.timeline.targets import target_of_walk

if TYPE_CHECKING:
    from parties_of_power.ui.views.timeline.canvas import Canvas


class Walking:
    """`stop` is where the arrows have come to; None before the first of them."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.stop: Stop | None = None
        self._layout = canvas.layout_

    def shown_stop(self) -> Stop | None:
        """The stop where it lies now: after a zoom or an edit the page may be laid out otherwise."""
        if self.stop and self._layout is not self.canvas.layout_:
            self._layout = self.canvas.layout_
            lines = lines_of(self.canvas.picture(), self.canvas.clusters)
            at = place_of(lines, self.stop)
            self.stop = lines[at[0]][at[1]] if at else None
        return self.stop

    def step(self, across: int, down: int) -> None:
        """To the next bar or event. The first step goes to the selected party, else to what lies nearest to the as-of
        day at the top of the view."""
        canvas = self.canvas
        self.shown_stop()
        lines = lines_of(canvas.picture(), canvas.clusters)
        if not lines:
            return
        at = place_of(lines, self.stop) if self.stop else None
        middle = canvas.scale.left + canvas.scale.days / 2
        self._stand_on(stepped(lines, at, across, down, middle) if at else self._first(lines))

    def _first(self, lines: list[tuple[Stop, ...]]) -> Stop:
        chosen = self.canvas.workspace.selected
        for stop in (stop for line in lines for stop in line if stop.bar):
            if stop.bar and stop.bar.subject_id in chosen[:1]:
                return stop
        top = self.canvas.verticalScrollBar().value()
        line = next((line for line in lines if line[0].bar and line[0].middle >= top), lines[-1])
        scale = self.canvas.scale
        return nearest(line, min(max(self.canvas.workspace.as_of, scale.left), scale.right))

    def _stand_on(self, stop: Stop) -> None:
        canvas, scale = self.canvas, self.canvas.scale
        self.stop = stop
        if stop.last < scale.left or stop.first > scale.right:
            canvas.go_to(stop.first if stop.bar else (stop.first + stop.last) / 2, 0.2 if stop.bar else 0.5)
        reveal(canvas, stop.middle)
        canvas.viewport().update()
        self._say(stop)

    def _say(self, stop: Stop) -> None:
        canvas = self.canvas
        words = stop.words(canvas.workspace.catalogue, canvas.workspace.as_of)
        canvas.describe()
        canvas.setAccessibleDescription(f"{words}\n{canvas.accessibleDescription()}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))

    def open(self) -> None:
        """A party is selected and explained in the inspector; a cluster opens; of an event the parties are selected,
        and its page is shown."""
        stop, workspace = self.shown_stop(), self.canvas.workspace
        if stop is None:
            return
        if stop.bar:
            workspace.clear_cell()
            workspace.select((stop.bar.subject_id,))
            workspace.show_view("inspector")
        elif len(stop.events) > 1:
            self.canvas.show_days(stop.first, stop.last)
        else:
            parties = (each for each in stop.events[0].subject_ids if each in self.canvas.timeline.places)
            workspace.select(parties)
            open_event(target_of_walk(self.canvas))
            self.stay()

    def stay(self) -> None:
        """After an edit: on the same party or event, wherever it is now, and say it anew."""
        self.canvas.load()
        stop = self.shown_stop()
        if stop:
            self._stand_on(stop)

    def go_to_event(self, event_id: int) -> None:
        """Stand on an event, in the days around it."""
        canvas = self.canvas
        canvas.load()
        event = canvas.workspace.catalogue.events.get(event_id)
        if event is None:
            return
        mark = mark_of(event)
        if not canvas.scale.shows(mark.middle):
            canvas.go_to(mark.middle, 0.5)
        stops = (stop for line in lines_of(canvas.picture(), canvas.clusters) for stop in line)
        stop = next((stop for stop in stops if not stop.bar and event_id in stop.key), None)
        if stop and len(stop.events) > 1:
            canvas.show_days(stop.first, stop.last)
            stops = (stop for line in lines_of(canvas.picture(), canvas.clusters) for stop in line)
            stop = next((stop for stop in stops if not stop.bar and event_id in stop.key), stop)
        if stop:
            self._stand_on(stop)

    def add(self) -> None:
        """Take the party into the selection, or out of it."""
        if self.stop and self.stop.bar:
            chosen, subject_id = self.canvas.workspace.selected, self.stop.bar.subject_id
            without = tuple(each for each in chosen if each != subject_id)
            self.canvas.workspace.select(without if len(without) < len(chosen) else (*chosen, subject_id))

    def fold(self) -> None:
        """Collapse the lane one stands in, or open it again."""
        canvas, stop = self.canvas, self.shown_stop()
        y = stop.middle if stop else canvas.verticalScrollBar().value() + canvas.look.sizes.pad
        box = canvas.layout_.box_at(y)
        if box and box.has_more:
            fold(canvas, [box.lane])
