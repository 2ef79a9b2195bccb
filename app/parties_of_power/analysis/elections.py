"""When a state's elections were: whether a value was measured before the last of them."""

from bisect import bisect_right
from collections.abc import Iterable

from parties_of_power.analysis.entries import Entry, id_list
from parties_of_power.analysis.showing import year_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.events import Event
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_MEASURED = (
    "SELECT DISTINCT event_id FROM observation WHERE event_id IS NOT NULL AND attribute_id = ? AND standing = 'adopted'"
    " AND subject_id IN (SELECT value FROM json_each(?))"
)
_DAYS_OF_A_YEAR = 366

Elections = dict[int, list[tuple[int, int]]]


def elections_of(events: Iterable[Event]) -> Elections:
    """The (day, event id) of the elections of each subject, earliest first."""
    found: Elections = {}
    for event in events:
        if event.kind == "election" and event.date.earliest is not None:
            for subject_id in event.subject_ids:
                found.setdefault(subject_id, []).append((event.date.earliest, event.id))
    for elections in found.values():
        elections.sort()
    return found


def measured_year(attribute: Attribute, entry: Entry, day: int, elections: list[tuple[int, int]]) -> str:
    """The year of a last known value where there was an election since, or of one that belongs to no election where it
    is older than a year; else blank."""
    if attribute.validity != "last_known":
        return ""
    measured = entry.span.start_max
    if entry.event_id is None:
        return year_of(measured) if day - measured > _DAYS_OF_A_YEAR else ""
    since = elections[bisect_right(elections, (measured, 1 << 63)) : bisect_right(elections, (day, 1 << 63))]
    return year_of(measured) if any(event_id != entry.event_id for _day, event_id in since) else ""


def break_days(attribute: Attribute, entries: Iterable[Entry], elections: Iterable[tuple[int, int]]) -> set[int]:
    """The days on which `measured_year` may change."""
    if attribute.validity != "last_known":
        return set()
    undated = {entry.span.start_max + _DAYS_OF_A_YEAR + 1 for entry in entries if entry.event_id is None}
    return undated | {day for day, _event in elections}


def elections_measured(study: Study, attribute_id: int, subject_ids: Iterable[int]) -> list[tuple[int, str]]:
    """The days on which an attribute of these subjects was measured at elections, and which elections these were:
    `2 Dec 2007: State Duma election (Russia)`."""
    events = study.catalogue.events
    named: dict[int, list[str]] = {}
    for (event_id,) in study.rows(_MEASURED, (attribute_id, id_list(subject_ids))):
        event = events.get(event_id)
        if event is not None and event.kind == "election" and event.date.earliest is not None:
            named.setdefault(event.date.earliest, []).append(_title(study, event, event.date.earliest))
    return [
        (day, _("{day}: {elections}").format(day=spoken_short(day), elections=", ".join(sorted(titles))))
        for day, titles in sorted(named.items())
    ]


def _title(study: Study, event: Event, day: int) -> str:
    subjects = study.catalogue.subjects
    states = [each for each in event.subject_ids if each in subjects and subjects[each].kind == "state"]
    names = ", ".join(study.catalogue.shown_name(each, day).text for each in states)
    title = event.title.partition(";")[0]
    return _("{election} ({state})").format(election=title, state=names) if names else title
