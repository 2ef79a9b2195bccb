"""What one cell reads at an election or in a year: as `readings`, by the rule of `domain.moments`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from parties_of_power.analysis.entries import Entry
from parties_of_power.analysis.readings import Reading, read_cell
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.moments import Moment, When, is_by_election, reading_day, speaks_of

IsElection = Callable[[int], bool]


def read_when(attribute: Attribute, entries: Sequence[Entry], when: When, is_election: IsElection) -> Reading:
    """On a day, or at a moment. Events that are no elections say nothing about which election is meant."""
    if not isinstance(when, Moment):
        return read_cell(attribute, entries, when)
    adopted = [entry for entry in entries if entry.standing == "adopted"]
    elections = [_election(each, is_election) for each in adopted]
    if when.event_id is None or not is_by_election(attribute.validity, elections):
        return read_cell(attribute, entries, reading_day(attribute.validity, when, [each.span for each in adopted]))
    about = [entry for entry in entries if speaks_of(when, entry.span, _election(entry, is_election))]
    return read_cell(_holding_always(attribute), about, when.day)


def _election(entry: Entry, is_election: IsElection) -> int | None:
    return entry.event_id if entry.event_id is not None and is_election(entry.event_id) else None


@lru_cache(maxsize=256)
def _holding_always(attribute: Attribute) -> Attribute:
    """What was measured at an election is read for that election, whenever it was."""
    return replace(attribute, validity="timeless")
