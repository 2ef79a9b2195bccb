"""What is in force on a day: the one rule that table, timeline, charts and exports go by.

The fast form of the same rule over columns of numbers is `analysis.columns`; tests hold the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.dates import PartialDate, Period

ALWAYS_BEFORE = -1_000_000_000
ALWAYS_AFTER = 1_000_000_000


class Hold(IntEnum):
    """How surely a value holds on a day."""

    NONE = 0
    IN_FORCE = 1
    POSSIBLY = 2
    LAST_ATTESTED = 3


class Life(IntEnum):
    """Where a day lies in the life of a subject."""

    UNKNOWN = 0
    BEFORE = 1
    POSSIBLY = 2
    ALIVE = 3
    AFTER = 4


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period as numbers: an open end lies at ALWAYS_BEFORE or ALWAYS_AFTER. With `end_unknown` the end
    is not known, and `attested` is the last day on which a source says that it still held."""

    start_min: int
    start_max: int
    end_min: int
    end_max: int
    end_unknown: bool = False
    attested: int = ALWAYS_AFTER

    @classmethod
    def of(cls, period: Period, attested: str = "") -> "Span":
        seen = PartialDate.parse(attested) if attested else None
        start_min = _or(period.start_earliest, ALWAYS_BEFORE)
        start_max = _or(period.start_latest, ALWAYS_BEFORE if period.start_state == "open" else ALWAYS_AFTER)
        end_min = _or(period.end_earliest, ALWAYS_AFTER if period.end_state != "known" else start_min)
        end_max = _or(period.end_latest, ALWAYS_AFTER)
        if period.start_state == "unknown":
            start_max = _or(seen.latest if seen else None, end_max)
        start_max = min(start_max, end_max)
        end_min = max(end_min, start_min)
        unknown = period.end_state == "unknown"
        last = _or(seen.latest if seen else None, start_max if start_max < ALWAYS_AFTER else start_min)
        return cls(start_min, start_max, end_min, end_max, unknown, last if unknown else ALWAYS_AFTER)


def in_force(
    validity: Validity, day: int, adopted: Sequence[Span], edited: Sequence[int] | None = None
) -> tuple[int, Hold]:
    """The place in `adopted` of the observation in force on a day, and how surely; (-1, NONE) where there is none.

    `adopted` are the spans of the adopted observations of one subject and attribute, `edited` the numbers of the edits
    that last touched them. In force is the latest start, of equal starts the latest edit, of equal edits the last one
    given. A last known value holds until the next was measured. A value whose end is unknown is over once another one
    began after it was last attested. A timeless value holds always; a start that it may have still ranks it.
    """
    edits = edited if edited is not None else range(len(adopted))
    best, best_rank = -1, (0, 0, 0)
    for place, span in enumerate(adopted):
        if not _may_hold(validity, day, span, adopted):
            continue
        rank = (span.start_min, span.start_max, edits[place])
        if best < 0 or rank >= best_rank:
            best, best_rank = place, rank
    if best < 0:
        return -1, Hold.NONE
    return best, _hold(validity, day, adopted[best])


def life_on(day: int, founded: PartialDate | None, dissolved: PartialDate | None) -> Life:
    """Where `day` lies in the life that the two dates bound. An unknown beginning or end hides nothing."""
    if founded is None and dissolved is None:
        return Life.UNKNOWN
    if founded is not None and founded.earliest is not None and day < founded.earliest:
        return Life.BEFORE
    if dissolved is not None and dissolved.latest is not None and day > dissolved.latest:
        return Life.AFTER
    if founded is not None and (founded.latest is None or day < founded.latest):
        return Life.POSSIBLY
    if dissolved is not None and dissolved.earliest != dissolved.latest:
        return Life.POSSIBLY if dissolved.earliest is None or day > dissolved.earliest else Life.ALIVE
    return Life.ALIVE


def _may_hold(validity: Validity, day: int, span: Span, adopted: Sequence[Span]) -> bool:
    if validity == "timeless":
        return True
    if day < span.start_min:
        return False
    if validity == "last_known":
        return True
    return day <= span.end_max and not (span.end_unknown and _was_followed(day, span, adopted))


def _was_followed(day: int, span: Span, adopted: Sequence[Span]) -> bool:
    latest_seen = max(span.attested, span.start_min)
    return any(latest_seen < other.start_min <= day for other in adopted)


def _hold(validity: Validity, day: int, span: Span) -> Hold:
    if validity == "timeless":
        return Hold.IN_FORCE
    if day < span.start_max:
        return Hold.POSSIBLY
    if validity == "last_known":
        return Hold.IN_FORCE
    if span.end_unknown:
        return Hold.LAST_ATTESTED if day > span.attested else Hold.IN_FORCE
    return Hold.POSSIBLY if day > span.end_min else Hold.IN_FORCE


def _or(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else day
