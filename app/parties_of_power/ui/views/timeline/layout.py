"""Where the lanes lie on the page: heights, rows, and rows for a lane's own events once their titles have room.

Across, an event lies at its day times the scale (`world` pixels): panning moves everything without a new layout.
From a scale on at which events have titles, rows with nothing in or near the view are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.ui.views.timeline.lanes import Lane, Mark, Row, Timeline
from parties_of_power.ui.views.timeline.scale import Scale

Measure = Callable[[str], float]

# From this scale on (a year of 220 pixels) a lane's own events stand with their titles in rows of their own.
ROOM_FOR_TITLES = 0.6
MOST_EVENT_ROWS = 3
BAND_ROWS = 5
NO_LIMIT = 1e9


@dataclass(frozen=True, slots=True)
class Sizes:
    """The lengths of look.md in pixels of this screen."""

    axis: int
    bar: int
    pitch: int
    pad: int
    strip: int
    event_row: int
    gap: int
    icon: int
    under: int = 0

    @classmethod
    def of(cls, px: Callable[[float], int], *, has_strip: bool = False) -> Sizes:
        """With strips, which lie `under` the bars, the rows are farther apart."""
        under = px(15) if has_strip else 0
        return cls(px(28), px(16), px(20) + under, px(8), px(10), px(22), px(4), px(10), under)


@dataclass(frozen=True, slots=True)
class Range:
    """The days that a layout is made for."""

    first: float = ALWAYS_BEFORE
    last: float = ALWAYS_AFTER

    def holds(self, scale: Scale) -> bool:
        return self.first <= scale.left and scale.right <= self.last

    def meets(self, row: Row) -> bool:
        place = bisect_left(row.lasts, self.first)
        return place < len(row.bars) and row.firsts[place] <= self.last


EVER = Range()


@dataclass(frozen=True, slots=True)
class TitledEvent:
    """An event of a lane with its title: its row, its world pixel, and how far the title may reach on either side."""

    mark: Mark
    row: int
    x: float
    free_left: float
    free_right: float
    is_titled: bool


@dataclass(frozen=True, slots=True)
class LaneBox:
    """Where a lane lies. `rows` are the numbers of the rows that are drawn; below them is the strip of small marks, or
    the rows of `titled` events."""

    lane: Lane
    top: int
    height: int
    rows: tuple[int, ...]
    rows_top: int
    below: int
    titled: tuple[TitledEvent, ...] = ()
    has_titles: bool = False
    is_collapsed: bool = False

    @property
    def has_more(self) -> bool:
        """Whether there is something to collapse."""
        return len(self.lane.rows) > 1 or bool(self.lane.elections or self.lane.events)

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def top_of(self, row: int, sizes: Sizes) -> float | None:
        """The upper edge of the bars of a row; None where it is left out."""
        return self.rows_top + self.rows.index(row) * sizes.pitch if row in self.rows else None


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes from the top of the page, and the band of events that belong to several states or to none below."""

    boxes: tuple[LaneBox, ...]
    lanes_top: int
    band_top: int
    height: int
    days: Range

    def box_at(self, y: float) -> LaneBox | None:
        place = bisect_right(self.boxes, y, key=lambda box: box.top) - 1
        return self.boxes[place] if place >= 0 and y < self.boxes[place].bottom else None

    def boxes_between(self, top: float, bottom: float) -> Sequence[LaneBox]:
        numbers = self.numbers_between(top, bottom)
        return self.boxes[numbers.start : numbers.stop]

    def numbers_between(self, top: float, bottom: float) -> range:
        """The numbers of the lanes between two heights."""
        first = max(bisect_right(self.boxes, top, key=lambda box: box.top) - 1, 0)
        return range(first, bisect_right(self.boxes, bottom, key=lambda box: box.top))


def lay_out(
    timeline: Timeline, scale: Scale, sizes: Sizes, measure: Measure, collapsed: Collection[str] = ()
) -> Layout:
    """A layout that holds at this scale; where rows are left out, within a view's width on either side."""
    has_titles = scale.per_day >= ROOM_FOR_TITLES
    days = Range(scale.left - scale.days, scale.right + scale.days) if has_titles else EVER
    top = lanes_top = rows_of_eras(timeline, scale) * sizes.event_row
    boxes: list[LaneBox] = []
    for lane in timeline.lanes:
        if lane.key in collapsed:
            boxes.append(_collapsed_box(lane, top, sizes))
        elif has_titles:
            boxes.append(_titled_box(lane, top, sizes, per_day=scale.per_day, measure=measure, days=days))
        else:
            boxes.append(_box(lane, top, sizes))
        top = boxes[-1].bottom
    band = sizes.pad + sizes.pitch + BAND_ROWS * sizes.event_row + sizes.pad if timeline.events else 0
    return Layout(tuple(boxes), lanes_top, top, top + band, days)


def rows_of_eras(timeline: Timeline, scale: Scale) -> int:
    """How many rows above the lanes the names of eras need, of which something is in view."""
    seen = (era.row + 1 for era in timeline.eras if era.last >= scale.left and era.first < scale.right)
    return max(seen, default=0)


def _box(lane: Lane, top: int, sizes: Sizes) -> LaneBox:
    rows_top = top + sizes.pad
    below = rows_top + max(len(lane.rows), 1) * sizes.pitch
    bottom = below + (sizes.strip if lane.elections or lane.events else 0)
    return LaneBox(lane, top, bottom - top, tuple(range(len(lane.rows))), rows_top, below)


def _collapsed_box(lane: Lane, top: int, sizes: Sizes) -> LaneBox:
    """The first row only, that of the party of power."""
    rows_top = top + sizes.pad
    below = rows_top + sizes.pitch
    return LaneBox(lane, top, below - top, (0,) if lane.rows else (), rows_top, below, (), True, True)


def _titled_box(lane: Lane, top: int, sizes: Sizes, *, per_day: float, measure: Measure, days: Range) -> LaneBox:
    rows = tuple(number for number, row in enumerate(lane.rows) if days.meets(row))
    rows_top = top + sizes.pad
    below = rows_top + max(len(rows), 1) * sizes.pitch
    marks = (*lane.elections, *lane.events)
    near = [mark for mark in marks if mark.last >= days.first and mark.first <= days.last]
    near.sort(key=lambda mark: mark.middle)
    titled = titled_events(near, per_day, sizes, measure)
    event_rows = max((event.row + 1 for event in titled), default=0)
    bottom = below + event_rows * sizes.event_row + (sizes.gap if event_rows else 0)
    return LaneBox(lane, top, bottom - top, rows, rows_top, below, titled, True)


def titled_events(marks: Sequence[Mark], per_day: float, sizes: Sizes, measure: Measure) -> tuple[TitledEvent, ...]:
    """Events in as few rows as their titles need; where the rows are full an event stands without its title, or is
    left to a closer look."""
    half, space = sizes.icon / 2, 2 * sizes.pad
    reached = [-NO_LIMIT] * MOST_EVENT_ROWS
    placed: list[TitledEvent] = []
    for mark in marks:
        x = mark.middle * per_day
        row = next((row for row, end in enumerate(reached) if x - half - space >= end), None)
        if row is not None:
            width = sizes.gap + measure(mark.event.title)
            placed.append(TitledEvent(mark, row, x, reached[row] + space, NO_LIMIT, True))
            reached[row] = x + half + width
            continue
        row = min(range(MOST_EVENT_ROWS), key=lambda number: reached[number])
        last = max((place for place, event in enumerate(placed) if event.row == row), default=None)
        if last is not None and x - placed[last].x >= 3 * half and not placed[last].is_titled:
            placed.append(TitledEvent(mark, row, x, x, x, False))
            reached[row] = x + half
    return tuple(_limited(placed))


def _limited(placed: Sequence[TitledEvent]) -> list[TitledEvent]:
    """Each event with the room that the next one in its row leaves it."""
    next_x = dict.fromkeys(range(MOST_EVENT_ROWS), NO_LIMIT)
    limited = []
    for event in reversed(placed):
        limited.append(replace(event, free_right=next_x[event.row]))
        next_x[event.row] = event.x
    return limited[::-1]
