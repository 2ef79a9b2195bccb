"""Moments: when a row of a comparison is read that is no subject alone, but a subject at an election or in a year."""

from collections.abc import Sequence
from typing import NamedTuple

from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.dates import civil, day_number
from parties_of_power.domain.force import Hold, Span, in_force

# What may be measured at an election: of such a cell, that of the election counts, and no earlier one.
MEASURED: tuple[Validity, ...] = ("last_known", "own_period")


class Moment(NamedTuple):
    """An election, by its event, or a year. `day` is the day that everything else is read on: that of the election; of
    a year its last, the last of the subject's life, or the as-of day, whichever comes first."""

    day: int
    event_id: int | None = None
    year: int | None = None

    @property
    def key(self) -> int:
        """What tells the moments of one subject apart, also when the as-of day has moved within its year."""
        return self.event_id or self.year or 0

    @property
    def first_day(self) -> int:
        """Of a year its first day, of an election its own."""
        return self.day if self.year is None else day_number(self.year, 1, 1)


When = int | Moment


def day_of(when: When) -> int:
    return when.day if isinstance(when, Moment) else when


def is_by_election(validity: Validity, event_ids: Sequence[int | None]) -> bool:
    """Whether a cell is measured at elections, as the events of its adopted observations say."""
    return validity in MEASURED and any(event_id is not None for event_id in event_ids)


def speaks_of(moment: Moment, span: Span, event_id: int | None) -> bool:
    """Whether an observation of such a cell is about the election: it says so, or names none and holds on its day."""
    if event_id is not None:
        return event_id == moment.event_id
    return span.start_min <= moment.day <= span.end_max


def reading_day(validity: Validity, moment: Moment, adopted: Sequence[Span]) -> int:
    """The day of the year that a value is read on: of one with a period of its own the last day on which one holds."""
    if moment.year is None or validity != "own_period":
        return moment.day
    first = moment.first_day
    ends = [min(span.end_max, moment.day) for span in adopted if span.start_min <= moment.day and span.end_max >= first]
    return max(ends, default=moment.day)


def in_force_at(
    validity: Validity,
    moment: Moment,
    adopted: Sequence[Span],
    event_ids: Sequence[int | None],
    edited: Sequence[int] | None = None,
) -> tuple[int, Hold]:
    """As `force.in_force`, at a moment: the place in `adopted` and how surely it holds, (-1, NONE) where there is none.

    A cell that is measured at elections says what was measured at this one. Any other says what is in force on the day
    of the election, or at the end of the year; a value with a period of its own what was last in force in the year.
    """
    if moment.event_id is None or not is_by_election(validity, event_ids):
        return in_force(validity, reading_day(validity, moment, adopted), adopted, edited)
    about = [place for place, span in enumerate(adopted) if speaks_of(moment, span, event_ids[place])]
    edits = edited if edited is not None else range(len(adopted))
    place, hold = in_force("timeless", moment.day, [adopted[each] for each in about], [edits[each] for each in about])
    return (about[place], hold) if place >= 0 else (-1, Hold.NONE)


def year_of(day: int) -> int:
    return civil(day)[0]
