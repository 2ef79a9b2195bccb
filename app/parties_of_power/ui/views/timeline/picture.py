"""Everything that decides how one view of the timeline looks, and what was found out while drawing it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from parties_of_power.domain.events import Event
from parties_of_power.ui.views.timeline.axis import Tick
from parties_of_power.ui.views.timeline.band import BandLabel, Cluster
from parties_of_power.ui.views.timeline.bar_painting import BarShape, shape_of
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours
from parties_of_power.ui.views.timeline.labels import Room
from parties_of_power.ui.views.timeline.lanes import TOUCH, Place, Row, TieArc, Timeline
from parties_of_power.ui.views.timeline.layout import Layout
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.scale import Scale
from parties_of_power.ui.views.timeline.strip import Strip


def nobody(_event: Event) -> str:
    return ""


@dataclass(frozen=True)
class LabelToPlace:
    """A label that has to dodge the as-of line: placed anew at each of its steps, unlike all that lies below it. Only
    where nothing else is free does it stand in one of the `crossed` rooms, on a line that passes behind it. `detail`
    follows it where there is room for both; `ground` is laid under a label that stands on a pattern."""

    text: str
    middle: float
    rooms: tuple[Room, ...]
    inside: QColor
    beside: QColor
    crossed: tuple[Room, ...] = ()
    detail: str = ""
    ground: QColor | None = None


@dataclass(frozen=True)
class Spot:
    """Where events were drawn, for the pointer."""

    rect: QRectF
    events: tuple[Event, ...]


@dataclass(frozen=True)
class DrawnTie:
    """An arc where it was drawn: from (x, top) to (x, bottom), bent by so many pixels to the left."""

    arc: TieArc
    x: float
    top: float
    bottom: float
    bend: float

    def x_at(self, y: float) -> float:
        """Where it passes a height, or would."""
        share = (y - self.top) / max(self.bottom - self.top, 1.0)
        return self.x - 3 * self.bend * share * (1 - share)

    def is_near(self, x: float, y: float, reach: float) -> bool:
        return self.top - reach <= y <= self.bottom + reach and abs(x - self.x_at(y)) <= reach


@dataclass
class Found:
    """What drawing the fixed layer leaves for the layers above it."""

    labels: list[LabelToPlace] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    ties: list[DrawnTie] = field(default_factory=list)


@dataclass(frozen=True)
class Picture:
    """A view of a timeline: `top` and `height` say which part of the page is seen, `column` how wide the titles are.
    Across, pixels count from the plot's left edge; down, from the top of the page."""

    timeline: Timeline
    layout: Layout
    scale: Scale
    look: Look
    column: int
    top: float
    height: float
    colours_of: Callable[[Bar], BarColours]
    ticks: tuple[Tick, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    band_labels: tuple[BandLabel, ...] = ()
    involved: Callable[[Event], str] = nobody
    strip: Strip | None = None

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x_of_world(self, world: float) -> float:
        return world - self.scale.left * self.scale.per_day

    def bar_top(self, place: Place) -> float | None:
        """The upper edge of a bar; None where its row is left out."""
        return self.layout.boxes[place.lane].top_of(place.row, self.look.sizes)

    def bars_in_view(self, row: Row) -> Iterator[tuple[Bar, BarShape]]:
        """The bars of a row that can be seen, in order."""
        right = self.scale.right
        for place in range(bisect_left(row.lasts, self.scale.left - TOUCH - 1), len(row.bars)):
            if row.firsts[place] > right:
                return
            yield row.bars[place], self.shape_of(row.bars[place])

    def shape_of(self, bar: Bar) -> BarShape:
        return shape_of(bar, self.scale, self.timeline.last + 1)
