"""How far an end of a bar is known: the days it may lie on, and how such an end is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.partial_dates import Bounds

Look = Literal["day", "span", "set", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class End:
    """The first and last day an end may lie on; `ALWAYS_BEFORE` or `ALWAYS_AFTER` where it is unbounded.

    An end that is not known lies on the last (of a start: the first) day at which a source saw the party, and its look
    is "unknown". `approximate` ends fade, `uncertain` ones have a dashed outline. `members` are the spans of a set.
    """

    look: Look
    first: int
    last: int
    approximate: bool = False
    uncertain: bool = False
    members: tuple[Bounds, ...] = ()
    date: PartialDate | None = None

    @property
    def words(self) -> str:
        """The date in words; empty for an end without one."""
        return self.date.describe() if self.date else ""

    @property
    def is_sharp(self) -> bool:
        return self.look == "day" and not (self.approximate or self.uncertain)

    @property
    def is_bounded(self) -> bool:
        return self.first > ALWAYS_BEFORE and self.last < ALWAYS_AFTER


OPEN_START = End("open", ALWAYS_BEFORE, ALWAYS_BEFORE)
OPEN_END = End("open", ALWAYS_AFTER, ALWAYS_AFTER)


def end_of(date: PartialDate) -> End:
    """The end that a date gives: a day is sharp, a year or a set as wide as what is not known."""
    first = ALWAYS_BEFORE if date.earliest is None else date.earliest
    last = ALWAYS_AFTER if date.latest is None else date.latest
    look: Look = "set" if date.is_set else "day" if first == last else "span"
    return End(look, first, last, date.approximate, date.uncertain, date.members, date)


def unknown_end(day: int) -> End:
    """Nobody knows this end; `day` is the outermost at which the party was seen."""
    return End("unknown", day, day)
