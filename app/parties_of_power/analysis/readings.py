"""What one cell reads on a day: the observation in force, and how the others of the same question stand to it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parties_of_power.analysis.entries import Entry
from parties_of_power.domain.agreement import Agreement, compare, is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold, in_force
from parties_of_power.domain.kinds import Kind, kind

_DATED = ("until_changed", "own_period")


class Reading(NamedTuple):
    """`entry` is in force, None where nothing is. `agreeing` say the same; `rivals` say otherwise, to be settled;
    `soft` differ by precision or base only; `claims` say otherwise and were never taken as fact. Where nothing is in
    force, the rivals are those that would hold on the day."""

    entry: Entry | None
    hold: Hold
    agreeing: tuple[Entry, ...] = ()
    rivals: tuple[Entry, ...] = ()
    soft: tuple[tuple[Entry, Agreement], ...] = ()
    claims: tuple[Entry, ...] = ()


def read_cell(attribute: Attribute, entries: Sequence[Entry], day: int) -> Reading:
    entry, hold = entry_in_force(attribute, entries, day)
    if len(entries) == (entry is not None):
        return Reading(entry, hold)
    if entry is None:
        return _unanswered(attribute, entries, day)
    others = [other for other in entries if other.id != entry.id]
    answered = [(other, agreement(attribute, entry, other)) for other in others if is_same_question(entry, other)]
    differing = [
        (other, how)
        for other, how in answered
        if how is not Agreement.AGREES and other.standing != "adopted" and _may_hold_on(attribute, other, day)
    ]
    return Reading(
        entry,
        hold,
        tuple(other for other, how in answered if how is Agreement.AGREES),
        tuple(other for other, how in differing if how is Agreement.CONFLICT and other.standing == "rival"),
        tuple((other, how) for other, how in differing if how is not Agreement.CONFLICT and other.standing == "rival"),
        tuple(other for other, _how in differing if other.standing == "claim"),
    )


def entry_in_force(attribute: Attribute, entries: Sequence[Entry], day: int) -> tuple[Entry | None, Hold]:
    adopted = [entry for entry in entries if entry.standing == "adopted"]
    if not adopted:
        return None, Hold.NONE
    place, hold = in_force(
        attribute.validity, day, [entry.span for entry in adopted], [entry.edited for entry in adopted]
    )
    return (adopted[place], hold) if place >= 0 else (None, Hold.NONE)


def agreement(attribute: Attribute, entry: Entry, other: Entry) -> Agreement:
    """Also of observations without a value: a missing reason agrees with itself and conflicts with every answer."""
    if entry.is_value and other.is_value:
        return compare(kind(attribute.kind), entry.value, other.value, entry.base, other.base)
    if entry.missing or other.missing:
        return Agreement.AGREES if entry.missing == other.missing else Agreement.CONFLICT
    return Agreement.AGREES if (entry.wrong, entry.typed) == (other.wrong, other.typed) else Agreement.CONFLICT


def distinct(attribute: Attribute, entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Entries grouped by what they say: the rivals that the reader counts."""
    of_kind = kind(attribute.kind)
    groups: list[list[Entry]] = []
    for entry in entries:
        group = next((group for group in groups if _says_same(of_kind, group[0], entry)), None)
        if group is None:
            groups.append([entry])
        else:
            group.append(entry)
    return tuple(map(tuple, groups))


def break_days(attribute: Attribute, entries: Sequence[Entry]) -> set[int]:
    """The days on which what a cell reads may change; between two of them it stays."""
    if attribute.validity == "timeless":
        return set()
    days: set[int] = set()
    for entry in entries:
        span = entry.span
        days |= {span.start_min, span.start_max, span.end_min + 1, span.end_max + 1, span.attested + 1}
    return {day for day in days if ALWAYS_BEFORE < day < ALWAYS_AFTER}


def _unanswered(attribute: Attribute, entries: Sequence[Entry], day: int) -> Reading:
    """Nothing is in force: rivals are those of the question that the latest of them answers on the day."""
    rivals = [entry for entry in entries if entry.standing == "rival" and _may_hold_on(attribute, entry, day)]
    place, _hold = in_force(
        attribute.validity, day, [entry.span for entry in rivals], [entry.edited for entry in rivals]
    )
    if place < 0:
        return Reading(None, Hold.NONE)
    latest = rivals[place]
    asked = [other for other in rivals if other.id == latest.id or is_same_question(latest, other)]
    claims = [entry for entry in entries if entry.standing == "claim" and is_same_question(latest, entry)]
    return Reading(None, Hold.NONE, rivals=tuple(asked), claims=tuple(claims))


def _may_hold_on(attribute: Attribute, entry: Entry, day: int) -> bool:
    """Whether an observation that is not adopted speaks of the day: what was measured speaks until the next one."""
    if attribute.validity not in _DATED:
        return True
    span = entry.span
    is_over = span.end_unknown and entry.attested != "" and day > span.attested
    return span.start_min <= day <= span.end_max and not is_over


def _says_same(of_kind: Kind, one: Entry, other: Entry) -> bool:
    if one.is_value and other.is_value:
        return not of_kind.differs(one.value, other.value)
    return (one.missing, one.wrong, one.typed) == (other.missing, other.wrong, other.typed)
