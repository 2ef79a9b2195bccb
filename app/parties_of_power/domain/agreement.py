"""Whether two observations answer the same question, and whether their answers agree or conflict."""

from enum import Enum, auto
from typing import Protocol

from parties_of_power.domain.dates import PartialDate, Period
from parties_of_power.domain.kinds import Kind

_FIRST, _LAST = -(10**18), 10**18
_NO_BASE = ("", "unknown")


class Asked(Protocol):
    """The parts of an observation that say what it answers, its subject and attribute apart."""

    @property
    def event_id(self) -> int | None: ...

    @property
    def period(self) -> Period: ...

    @property
    def attested(self) -> str:
        """Until when a source says so, in EDTF, where the end is unknown; may be blank."""


class Agreement(Enum):
    """How two answers to one question stand to each other; only a conflict is to be settled."""

    AGREES = auto()
    PRECISION = auto()
    OTHER_BASE = auto()
    CONFLICT = auto()


def is_same_question(a: Asked, b: Asked) -> bool:
    """Of one subject and attribute: the same event, or overlapping periods where one of them has no event.

    Periods overlap where both surely hold for more than the day on which one ends and the next begins: who left office
    in May 2008 is no rival of the one who followed in May 2008. Equal periods always overlap, and a single day lies in
    a period that holds the day before and the day after.
    """
    if a.event_id is not None and b.event_id is not None:
        return a.event_id == b.event_id
    one, other = _sure_days(a), _sure_days(b)
    if one is None or other is None:
        return False
    if one == other or max(one[0], other[0]) < min(one[1], other[1]):
        return True
    return (_is_day(one, a) and _lies_within(one, other)) or (_is_day(other, b) and _lies_within(other, one))


def compare(kind: Kind, a_value: str, b_value: str, a_base: str = "", b_base: str = "") -> Agreement:
    """Equal values agree whatever their base. A base that is not stated excuses no difference."""
    if not kind.differs(a_value, b_value):
        return Agreement.AGREES
    if a_base != b_base and a_base not in _NO_BASE and b_base not in _NO_BASE:
        return Agreement.OTHER_BASE
    return Agreement.PRECISION if kind.only_by_precision(a_value, b_value) else Agreement.CONFLICT


def _sure_days(asked: Asked) -> tuple[int, int] | None:
    """The days for which an observation surely speaks; None, if it does not say when it holds.

    A date by itself counts whole. An unknown end counts until it was last attested, or without end where nobody says.
    """
    period = asked.period
    if period.is_timeless:
        return _FIRST, _LAST
    if period.is_single:
        return _or(period.start_earliest, _FIRST), _or(period.end_latest, _LAST)
    seen = PartialDate.parse(asked.attested) if asked.attested else None
    if seen is None and period.start_state == period.end_state == "unknown":
        return None
    first = _sure_start(period, seen)
    return first, max(first, _sure_end(period, seen, first))


def _is_day(sure: tuple[int, int], asked: Asked) -> bool:
    """A day on which it surely holds, not the last day on which a vague start may lie."""
    return sure[0] == sure[1] and asked.period.start_earliest == asked.period.start_latest


def _lies_within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] < inner[0] and inner[1] < outer[1]


def _sure_start(period: Period, seen: PartialDate | None) -> int:
    if period.start_state == "known":
        return _or(period.start_latest, _LAST)
    if period.start_state == "unknown" and period.end_state == "unknown" and seen is not None:
        return _or(seen.earliest, _FIRST)
    return _FIRST


def _sure_end(period: Period, seen: PartialDate | None, first: int) -> int:
    if period.end_state == "known":
        return _or(period.end_earliest, first)
    if period.end_state == "unknown" and seen is not None:
        return _or(seen.latest, _LAST)
    return _LAST


def _or(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else day
