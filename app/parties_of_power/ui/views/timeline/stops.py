"""The bars and events of a timeline as the arrows walk over them, and each of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from parties_of_power.domain.events import Event
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.timeline.band import Cluster
from parties_of_power.ui.views.timeline.band_painting import axis_y
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.lanes import Mark, mark_of
from parties_of_power.ui.views.timeline.layout import LaneBox
from parties_of_power.ui.views.timeline.picture import Picture


@dataclass(frozen=True)
class Stop:
    """A bar, an event, or a cluster of them: the days it covers, where it lies on the page, and its lane's title."""

    first: int
    last: int
    middle: float
    lane: str
    bar: Bar | None = None
    events: tuple[Event, ...] = ()

    @property
    def key(self) -> tuple[int, ...]:
        return (self.bar.subject_id,) if self.bar else tuple(event.id for event in self.events)

    def words(self, catalogue: Catalogue, day: int) -> str:
        """What a screen reader says."""
        if self.bar:
            name = catalogue.shown_name(self.bar.subject_id, day).text
            return _("{name}, {lane}: {life}").format(name=name, lane=self.lane, life=life_words(self.bar))
        if len(self.events) > 1:
            many = ngettext("{count} event", "{count} events", len(self.events)).format(count=len(self.events))
            return _("{events}, {lane}").format(events=many, lane=self.lane)
        event = self.events[0]
        return _("{day}: {title}, {lane}").format(day=event.date.describe(), title=event.title, lane=self.lane)

    def rect(self, picture: Picture) -> QRectF:
        """The frame around it on the page."""
        half = picture.look.sizes.bar / 2 + 3
        left, right = picture.scale.x(self.first), picture.scale.x(self.last + 1)
        if not self.bar:
            left = right = (left + right) / 2
        left, right = max(left, -6.0) - 3, min(right, picture.scale.width + 6.0) + 3
        if not self.bar:
            left, right = left - half + 3, right + half - 3
        return QRectF(left, self.middle - half, max(right - left, 6.0), 2 * half)


def life_words(bar: Bar) -> str:
    """When it began and ended, as far as that is known."""
    start = bar.start.words or _("beginning unknown")
    end = bar.end.words or (_("still there") if bar.end.look == "open" else _("end unknown"))
    return _("{start} to {end}").format(start=start, end=end)


def lines_of(picture: Picture, clusters: Sequence[Cluster]) -> list[tuple[Stop, ...]]:
    """From the top: the periods; the rows of each lane, below them its events; at the foot those of several lanes."""
    periods = [mark_of(era.event) for era in picture.timeline.eras if era.event]
    periods.sort(key=lambda mark: mark.middle)
    lines = [tuple(_of_marks((mark,), picture.look.sizes.event_row / 2, _("periods")) for mark in periods)]
    lines += [line for box in picture.layout.boxes for line in _lines_of_lane(picture, box)]
    middle = axis_y(picture)
    lines.append(tuple(_of_marks(cluster.marks, middle, _("events of several lanes")) for cluster in clusters))
    return [line for line in lines if line]


def _lines_of_lane(picture: Picture, box: LaneBox) -> list[tuple[Stop, ...]]:
    sizes, lines = picture.look.sizes, []
    for place, number in enumerate(box.rows):
        middle = box.rows_top + place * sizes.pitch + sizes.bar / 2
        bars = box.lane.rows[number].bars
        lines.append(tuple(Stop(*picture.timeline.seen_life(bar), middle, box.lane.title, bar) for bar in bars))
    if box.is_collapsed:
        return lines
    if not box.has_titles:
        marks = sorted((*box.lane.elections, *box.lane.events), key=lambda mark: mark.middle)
        middle = box.below + sizes.strip / 2 - 1
        return [*lines, tuple(_of_marks((mark,), middle, box.lane.title) for mark in marks)]
    rows: dict[int, list[Stop]] = {}
    for event in box.titled:
        middle = box.below + event.row * sizes.event_row + sizes.event_row / 2
        rows.setdefault(event.row, []).append(_of_marks((event.mark,), middle, box.lane.title))
    return [*lines, *(tuple(rows[row]) for row in sorted(rows))]


def _of_marks(marks: Sequence[Mark], middle: float, lane: str) -> Stop:
    events = tuple(mark.event for mark in marks)
    return Stop(min(mark.first for mark in marks), max(mark.last for mark in marks), middle, lane, None, events)


def place_of(lines: Sequence[Sequence[Stop]], stop: Stop) -> tuple[int, int] | None:
    """The line and the place in it; of a cluster that has come apart its first event. None where it is gone."""
    for number, line in enumerate(lines):
        for place, each in enumerate(line):
            if bool(each.bar) == bool(stop.bar) and stop.key[0] in each.key:
                return number, place
    return None


def stepped(lines: Sequence[Sequence[Stop]], at: tuple[int, int], across: int, down: int, day: float) -> Stop:
    """The next one along the line; in the line above or below the one that is nearest to a day."""
    number, place = at
    if across:
        line = lines[number]
        return line[min(max(place + across, 0), len(line) - 1)]
    stop = lines[number][place]
    near = min(max(day, stop.first), stop.last)
    return nearest(lines[min(max(number + down, 0), len(lines) - 1)], near)


def nearest(line: Sequence[Stop], day: float) -> Stop:
    return min(line, key=lambda stop: max(stop.first - day, day - stop.last, 0))
