"""The band of events that belong to several states or to none: marks, clusters where they lie close, labels that dodge.

All positions across are world pixels: a day times the scale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.domain.events import EventKind
from parties_of_power.ui.views.timeline.lanes import Mark

# Which events get a label first where not all can have one.
IMPORTANCE: tuple[EventKind, ...] = (
    "dissolution",
    "founding",
    "renaming",
    "merger",
    "congress",
    "publication",
    "speech",
    "appointment",
    "agreement",
    "election",
    "period",
)
LABELS_OF_CLUSTER = 3
MOST_LABELS = 40
# Of very many events those that matter less are not tried: they would find no room.
MOST_TRIED = 80


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events too close to stand apart; one event is a cluster of itself."""

    marks: tuple[Mark, ...]
    x: float


@dataclass(frozen=True, slots=True)
class BandLabel:
    """A label in one of the rows below the marks, its leader hanging from `leader`; it begins at `x`."""

    mark: Mark
    leader: float
    row: int
    x: float
    width: float

    @property
    def is_left(self) -> bool:
        return self.x < self.leader


def clusters(marks: Sequence[Mark], per_day: float, gap: float) -> tuple[Cluster, ...]:
    """Events in the order of their days, taken together where their marks would stand less than `gap` pixels apart."""
    in_order = sorted(marks, key=lambda mark: mark.middle)
    # Of each cluster the place of its first mark, and the days in the middle of its first and last.
    found: list[tuple[int, float, float]] = []
    for place, mark in enumerate(in_order):
        begin, first, last = place, mark.middle, mark.middle
        while found and (first + last - found[-1][1] - found[-1][2]) / 2 * per_day < gap:
            begin, first, _last = found.pop()
        found.append((begin, first, last))
    groups: list[Cluster] = []
    end = len(in_order)
    for begin, first, last in reversed(found):
        groups.append(Cluster(tuple(in_order[begin:end]), (first + last) / 2 * per_day))
        end = begin
    return tuple(reversed(groups))


@dataclass
class _Rows:
    """What is taken so far: stretches of labels in each row, and leaders with the row they reach."""

    taken: list[list[tuple[float, float]]]
    leaders: list[tuple[float, int]]

    def has_room(self, label: BandLabel, clearance: float) -> bool:
        left, right = label.x - clearance, label.x + label.width + clearance
        if any(start < right and end > left for start, end in self.taken[label.row]):
            return False
        if any(row > label.row and left < leader < right for leader, row in self.leaders):
            return False
        above = (stretch for row in self.taken[: label.row] for stretch in row)
        return not any(start - clearance < label.leader < end + clearance for start, end in above)

    def take(self, label: BandLabel) -> None:
        self.taken[label.row].append((label.x, label.x + label.width))
        self.leaders.append((label.leader, label.row))


def band_labels(
    found: Sequence[Cluster], left: float, right: float, *, rows: int, arm: float, measure: Callable[[Mark], float]
) -> tuple[BandLabel, ...]:
    """Labels between two world pixels, the important ones first; an event without room for one keeps its mark. `arm` is
    the length of a leader's short end."""
    room = _Rows([[] for _row in range(rows)], [])
    labels: list[BandLabel] = []
    shown = [cluster for cluster in found if left <= cluster.x <= right]
    for cluster in sorted(shown, key=_importance)[:MOST_TRIED]:
        for mark in important(cluster.marks)[:LABELS_OF_CLUSTER]:
            if len(labels) == MOST_LABELS:
                return tuple(labels)
            width = measure(mark)
            for label in _candidates(mark, cluster, shown, rows, width=width, arm=arm):
                if left <= label.x and label.x + width <= right and room.has_room(label, arm / 2):
                    room.take(label)
                    labels.append(label)
                    break
    return tuple(labels)


def important(marks: Sequence[Mark]) -> list[Mark]:
    """The important ones first, of equals in order of time; of those chosen a reader wants the order of time."""
    chosen = sorted(marks, key=lambda mark: (IMPORTANCE.index(mark.event.kind), mark.middle))[:LABELS_OF_CLUSTER]
    return sorted(chosen, key=lambda mark: mark.middle)


def _candidates(
    mark: Mark, cluster: Cluster, shown: Sequence[Cluster], rows: int, *, width: float, arm: float
) -> Iterator[BandLabel]:
    """Right and left of the leader, row by row. Below other marks a label begins with the lowest row, so that their
    labels find room above it and no leader has to cross it."""
    right, left = cluster.x + arm, cluster.x - arm - width
    right_first = _order(right, cluster, shown, width, rows)
    left_first = _order(left, cluster, shown, width, rows)
    for right_row, left_row in zip(right_first, left_first, strict=True):
        yield BandLabel(mark, cluster.x, right_row, right, width)
        yield BandLabel(mark, cluster.x, left_row, left, width)


def _order(x: float, cluster: Cluster, shown: Sequence[Cluster], width: float, rows: int) -> range:
    is_below = any(x < other.x < x + width for other in shown if other is not cluster)
    return range(rows - 1, -1, -1) if is_below else range(rows)


def _importance(cluster: Cluster) -> tuple[int, float]:
    return min(IMPORTANCE.index(mark.event.kind) for mark in cluster.marks), cluster.x
