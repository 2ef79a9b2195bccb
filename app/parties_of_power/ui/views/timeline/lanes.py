"""What the timeline shows, still without a scale: lanes of states, rows of bars, events, successions. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parties_of_power.domain.events import Event, Succession, Tie
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.subjects import Subject
from parties_of_power.ui.views.timeline.arrangement import Order
from parties_of_power.ui.views.timeline.bars import Bar

# A bar may begin in the row of one whose end, no more than known to so many days, reaches a little beyond that.
TOUCH = 45
POWER = "party_of_power"
# The key of the lane of what belongs to no other.
NOWHERE = "none"


@dataclass(frozen=True, slots=True)
class Row:
    """Bars that do not overlap, in order; `firsts` and `lasts` are their outermost days, to find those in view."""

    bars: tuple[Bar, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]

    @classmethod
    def of(cls, bars: Sequence[Bar]) -> Row:
        return cls(tuple(bars), tuple(bar.first for bar in bars), tuple(bar.last for bar in bars))


@dataclass(frozen=True, slots=True)
class Mark:
    """An event and the days it may lie on."""

    event: Event
    first: int
    last: int

    @property
    def middle(self) -> float:
        """The middle of its days: noon of a day."""
        return (self.first + self.last + 1) / 2


@dataclass(frozen=True, slots=True)
class Lane:
    """A state with its parties, or another group of them. `elections` are its election days, `events` everything else
    that is its own alone. `key` tells it from the other lanes."""

    state_id: int | None
    title: str
    rows: tuple[Row, ...]
    elections: tuple[Mark, ...] = ()
    events: tuple[Mark, ...] = ()
    key: str = ""

    @property
    def bars(self) -> list[Bar]:
        return [bar for row in self.rows for bar in row.bars]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bar is drawn."""

    lane: int
    row: int
    bar: Bar


@dataclass(frozen=True, slots=True)
class Link:
    """A succession between two bars that are both drawn, at its day."""

    succession: Succession
    day: int


@dataclass(frozen=True, slots=True)
class TieArc:
    """A tie between two parties, which may be two of several. `step` keeps arcs of the same parties and day apart."""

    tie: Tie
    upper: int
    lower: int
    first: int
    last: int
    step: int = 0

    @property
    def is_dated(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last

    @property
    def middle(self) -> float:
        """Where it stands: at noon of its day, in the middle of its days, else at the one bound that is known."""
        if self.first == ALWAYS_BEFORE:
            return float(self.last)
        return float(self.first) if self.last == ALWAYS_AFTER else (self.first + self.last + 1) / 2


@dataclass(frozen=True, slots=True)
class Era:
    """A ground behind all lanes until its last day: the life of a state that came to an end before the others, or a
    period that the study names. Between `sure_first` and `sure_last` it surely was; `row` is that of its name."""

    state_id: int | None
    title: str
    first: int
    last: int
    sure_first: int
    sure_last: int
    event: Event | None = None
    row: int = 0


def stacked(eras: Iterable[Era]) -> tuple[Era, ...]:
    """The longest lowest, and the names of those that overlap in rows one above the other."""
    placed: list[Era] = []
    for era in sorted(eras, key=lambda era: (era.first - era.last, era.first)):
        taken = {each.row for each in placed if each.first <= era.last and era.first <= each.last}
        row = next(number for number in range(len(placed) + 1) if number not in taken)
        placed.append(replace(era, row=row))
    return tuple(placed)


@dataclass(frozen=True)
class Timeline:
    """Everything to draw. `first` and `last` are the days shown at first, `earliest` and `latest` limit panning."""

    lanes: tuple[Lane, ...] = ()
    events: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    eras: tuple[Era, ...] = ()
    places: Mapping[int, Place] = field(default_factory=dict)
    states: int = 0
    first: int = 1
    last: int = 1
    earliest: int = 1
    latest: int = 1
    ties: tuple[TieArc, ...] = ()
    is_by_state: bool = True
    margin: int = 0

    @property
    def outermost(self) -> tuple[int, int]:
        """The first and last day on which there is something, but for the years one may pan beyond them."""
        return self.earliest + self.margin, self.latest - self.margin

    def seen_life(self, bar: Bar) -> tuple[int, int]:
        """The first and last day at which a bar is drawn: one without an end reaches to where the timeline ends."""
        start, end = bar.start, bar.end
        first = start.last if start.look == "unknown" else start.first
        last = max(self.last, end.last) if end.look == "unknown" else end.last
        return (
            first if first > ALWAYS_BEFORE else min(self.first, last),
            last if last < ALWAYS_AFTER else max(self.last, first),
        )

    @property
    def hidden(self) -> int:
        """The states without any party: they have no lane."""
        return self.states - sum(lane.state_id is not None for lane in self.lanes)


def rows_of(bars: Sequence[Bar], subjects: Mapping[int, Subject]) -> tuple[Row, ...]:
    """Bars packed into rows. The first row belongs to the longest-lived party of power, and to the parties of power
    before and after it; the others follow by their beginning."""
    if not bars:
        return ()
    powers = [bar for bar in bars if subjects[bar.subject_id].role == POWER]
    main = max(powers or bars, key=lambda bar: (length_of(bar), -bar.subject_id))
    first_row = [main]
    for bar in sorted(powers, key=_beginning):
        if bar is not main and all(_fit(bar, other) or _fit(other, bar) for other in first_row):
            first_row.append(bar)
    inside = {bar.subject_id for bar in first_row}
    packed: list[list[Bar]] = []
    taken: list[int] = []
    for bar in sorted((bar for bar in bars if bar.subject_id not in inside), key=_beginning):
        first = bar.first
        number = next((number for number, day in enumerate(taken) if day < first), len(packed))
        if number == len(packed):
            packed.append([])
            taken.append(0)
        packed[number].append(bar)
        taken[number] = _taken_until(bar)
    rows = [sorted(first_row, key=_beginning), *packed]
    return tuple(Row.of(row) for row in rows)


def length_of(bar: Bar) -> int:
    """The days between its beginning and its end or the day it was last seen; 0 where one is unbounded."""
    if not (bar.start.is_bounded and bar.end.is_bounded):
        return 0
    return bar.end.first - bar.start.first


def mark_of(event: Event) -> Mark:
    first = event.date.earliest if event.date.earliest is not None else event.date.latest
    last = event.date.latest if event.date.latest is not None else first
    return Mark(event, first or 0, last or 0)


def link_of(succession: Succession, places: Mapping[int, Place]) -> Link | None:
    """Where the line of a succession stands: at its own day, else where one bar ends or the other begins."""
    giver, receiver = places.get(succession.from_id), places.get(succession.to_id)
    if giver is None or receiver is None:
        return None
    if succession.period.start_earliest is not None:
        return Link(succession, succession.period.start_earliest)
    bound = giver.bar.end.last if is_merger(succession) else receiver.bar.start.first
    return Link(succession, bound) if ALWAYS_BEFORE < bound < ALWAYS_AFTER else None


def is_merger(succession: Succession) -> bool:
    """The giver ends in the receiver; else the receiver grows out of it, or is joined as a bloc."""
    return succession.kind in ("merged_into", "absorbed_by")


def ordered(lanes: Iterable[Lane], eras: Iterable[Era], order: Order = "parties") -> tuple[Lane, ...]:
    """States that have ended first and parties without a state last, whatever the order between them. By the number of
    parties: of equals the lane with the earliest."""
    ended = {era.state_id for era in eras}

    def place(lane: Lane) -> tuple[bool, bool, int, int, str]:
        bars = lane.bars
        earliest = min((bar.first for bar in bars if bar.first > ALWAYS_BEFORE), default=ALWAYS_AFTER)
        many = -len(bars) if order == "parties" else 0
        return (
            lane.key == NOWHERE,
            lane.state_id not in ended,
            many,
            0 if order == "name" else earliest,
            lane.title.casefold(),
        )

    return tuple(sorted(lanes, key=place))


def places_of(lanes: Sequence[Lane]) -> dict[int, Place]:
    return {
        bar.subject_id: Place(lane_number, row_number, bar)
        for lane_number, lane in enumerate(lanes)
        for row_number, row in enumerate(lane.rows)
        for bar in row.bars
    }


def _beginning(bar: Bar) -> tuple[int, int, int]:
    return bar.first, bar.last, bar.subject_id


def _fit(earlier: Bar, later: Bar) -> bool:
    """Whether one bar ends before the other begins, but for a little of what is not known of its end."""
    return _taken_until(earlier) < later.first


def _taken_until(bar: Bar) -> int:
    """The last day on which no other bar may begin in the same row."""
    reach = TOUCH if bar.end.look == "span" else 0
    return max(bar.last - reach, bar.end.first)
