"""A party's life as a bar: where it begins and ends, and the pieces of it in which one name was in force."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Span
from parties_of_power.domain.subjects import Name, NameForm
from parties_of_power.ui.views.timeline.ends import OPEN_END, OPEN_START, End, end_of, unknown_end

# A time without a short name shows the abbreviation that was in force, else the full name.
FORMS: tuple[NameForm, ...] = ("short", "abbreviation", "full")


@dataclass(frozen=True, slots=True)
class Segment:
    """The piece of a bar between two ends in which one name was in force; no name where none is known."""

    name: Name | None
    start: End
    end: End

    @property
    def text(self) -> str:
        return self.name.text if self.name else ""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another date that a source gives for the beginning or the end, or that somebody claims."""

    end: End
    is_claim: bool = False

    @property
    def middle(self) -> float:
        return (self.end.first + self.end.last + 1) / 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A party's life. `first` and `last` are the outermost days it may reach."""

    subject_id: int
    segments: tuple[Segment, ...]
    rivals: tuple[Rival, ...] = ()
    start: End = field(init=False, compare=False)
    end: End = field(init=False, compare=False)
    first: int = field(init=False, compare=False)
    last: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        start, end = self.segments[0].start, self.segments[-1].end
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "first", ALWAYS_BEFORE if start.look == "unknown" else start.first)
        object.__setattr__(self, "last", ALWAYS_AFTER if end.look == "unknown" else end.last)

    def segment_on(self, day: int) -> Segment:
        return next((piece for piece in reversed(self.segments) if day >= piece.start.first), self.segments[0])


def bar_of(
    subject_id: int,
    names: Iterable[Name],
    founded: PartialDate | None,
    dissolved: PartialDate | None,
    *,
    language: str = "en",
    rivals: Iterable[Rival] = (),
) -> Bar:
    """The bar of a party from its adopted names and its adopted life. Where the life leaves an end open, the names give
    it; where they give none, it is unknown."""
    pieces = [_Dated.of(name) for name in names if name.standing == "adopted" and name.language == language]
    start = end_of(founded) if founded else _first_start(pieces, dissolved)
    end = end_of(dissolved) if dissolved else _last_end(pieces, start)
    segments = tuple(_segments(pieces, start, end))
    return Bar(subject_id, segments, tuple(each for each in rivals if _is_conflict(each.end, start, end)))


def _is_conflict(rival: End, start: End, end: End) -> bool:
    """Whether it names other days than either end: one that is only less or more precise is no conflict."""
    return rival.is_bounded and all(rival.last < each.first or rival.first > each.last for each in (start, end))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A name with the two ends of its time."""

    name: Name
    start: End
    end: End

    @classmethod
    def of(cls, name: Name) -> _Dated:
        span, period = Span.of(name.period, name.attested), name.period
        start = end = None
        if period.start and period.start_state == "known":
            start = _narrowed(end_of(period.start), span.start_min, span.start_max)
        if period.end and period.end_state == "known":
            end = _narrowed(end_of(period.end), span.end_min, span.end_max)
        return cls(name, start or _start_without_date(period.start_state, span), end or _end_without_date(span))

    def may_hold(self, day: int) -> bool:
        return self.start.first <= day and (self.end.look == "unknown" or day <= self.end.last)


def _narrowed(end: End, first: int, last: int) -> End:
    """The days that the period as a whole leaves to an end: a period typed as one year begins on its first day."""
    if (first, last) == (end.first, end.last):
        return end
    look = "day" if first == last else end.look
    return End(look, first, last, end.approximate, end.uncertain, end.members if look == "set" else (), end.date)


def _start_without_date(state: str, span: Span) -> End:
    return unknown_end(min(span.start_max, span.end_min)) if state == "unknown" else OPEN_START


def _end_without_date(span: Span) -> End:
    return unknown_end(span.attested) if span.end_unknown else OPEN_END


def _first_start(pieces: Sequence[_Dated], dissolved: PartialDate | None) -> End:
    """Where no name begins, all that is known is that it was there on the day it ended, if any. A name without a period
    says nothing of when the party lived."""
    last_seen = end_of(dissolved).first if dissolved else ALWAYS_BEFORE
    dated = (piece.start for piece in pieces if not piece.name.period.is_timeless)
    return min(dated, key=lambda end: end.first, default=unknown_end(last_seen))


def _last_end(pieces: Sequence[_Dated], start: End) -> End:
    """A name that ended is no end of the party: it was there until then, and nobody knows for how much longer."""
    dated = (piece.end for piece in pieces if not piece.name.period.is_timeless)
    last = max(dated, key=lambda end: end.last, default=unknown_end(start.last))
    if last.look in ("open", "unknown"):
        return unknown_end(max(last.last, start.last)) if last.look == "unknown" else last
    return unknown_end(last.first)


def _segments(pieces: Sequence[_Dated], start: End, end: End) -> list[Segment]:
    """The bar cut at each day at which another name comes into force."""
    if all(piece.start is OPEN_START and piece.end is OPEN_END for piece in pieces):
        return [Segment(_name_on(pieces, start.first), start, end)]
    found: list[Segment] = []
    for boundary in _cuts(pieces, start, end):
        name = _name_on(pieces, boundary.first)
        if found and found[-1].name == name:
            continue
        if found:
            found[-1] = Segment(found[-1].name, found[-1].start, boundary)
        found.append(Segment(name, boundary, end))
    return found


def _cuts(pieces: Sequence[_Dated], start: End, end: End) -> list[End]:
    """Where names come or go within the life, in order, its start first. A name comes on the first day it may."""
    limit = ALWAYS_AFTER if end.look == "unknown" else end.first
    cuts: dict[int, End] = {}
    for piece in pieces:
        if piece.end.look != "unknown" and piece.end.last < ALWAYS_AFTER:
            day = piece.end.last + 1
            cuts[day] = End("day", day, day)
    cuts |= {piece.start.first: piece.start for piece in pieces if piece.start.is_bounded}
    inside = sorted(day for day in cuts if start.last < day < limit)
    return [start, *(cuts[day] for day in inside)]


def _name_on(pieces: Sequence[_Dated], day: int) -> Name | None:
    """The name in force: a short one before other forms, of those the one that began last. Before the first name of a
    life that began within days of it, that name."""
    holding = [piece for piece in pieces if piece.may_hold(day)]
    if not holding:
        soon = [piece for piece in pieces if day < piece.start.first <= day + 366]
        return min(soon, key=lambda piece: (FORMS.index(piece.name.form), piece.start.first)).name if soon else None
    return min(holding, key=lambda piece: (FORMS.index(piece.name.form), -piece.start.first)).name
