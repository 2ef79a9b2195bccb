"""From the study to what the timeline shows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.days import civil, day_number
from parties_of_power.domain.events import Event
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.subjects import Subject
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes
from parties_of_power.study.study import Study
from parties_of_power.ui.views.timeline.arrangement import Arrangement
from parties_of_power.ui.views.timeline.bars import Bar, Rival, bar_of
from parties_of_power.ui.views.timeline.ends import End, end_of
from parties_of_power.ui.views.timeline.grouping import Group, groups_of
from parties_of_power.ui.views.timeline.lanes import (
    Era,
    Lane,
    Link,
    Mark,
    Timeline,
    link_of,
    mark_of,
    ordered,
    places_of,
    rows_of,
    stacked,
)
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR
from parties_of_power.ui.views.timeline.ties import arcs_of

TABLES = {"subject", "name", "event", "event_subject", "succession", "attribute", "tie", "tie_party", "choice"}
AS_AT_FIRST = Arrangement()
YEARS_AROUND = 20
YEARS_TO_PAN = 50
MARGIN = round(YEARS_TO_PAN * DAYS_OF_YEAR)


def timeline_of(
    study: Study, today: int, arrangement: Arrangement = AS_AT_FIRST, values: dict[int, str] | None = None
) -> Timeline:
    """Everything of a study that has a time: parties in lanes, events, successions, ties. It ends with `today` or
    later. `values` are the texts of the parties by which a choice attribute makes lanes."""
    catalogue = study.catalogue
    catalogue.read_names()
    bars = _bars(catalogue, study.setting("reader_language", "en"), _rivals(study))
    ended = tuple(era for state in catalogue.states if (era := _era(catalogue, state, today)))
    groups = groups_of(bars, catalogue, arrangement, today, values or {})
    own, shared = _marks(catalogue, groups, arrangement)
    lanes = ordered((_lane(catalogue, group, own) for group in groups), ended, arrangement.order)
    places = places_of(lanes)
    links = (link_of(each, places) for each in queries.successions(study) if each.standing == "adopted")
    ties = arcs_of(queries.ties(study), places, arrangement)
    gone = {era.state_id for era in ended}
    old = {party.id for party in catalogue.parties if party.state_id in gone}
    days = _days(lanes, shared, old, today)
    by_state = arrangement.lanes == "state"
    return Timeline(
        lanes,
        shared,
        _known(links),
        _eras(ended, catalogue.events.values(), arrangement),
        places,
        len(catalogue.states),
        *days,
        ties=ties,
        is_by_state=by_state,
        margin=MARGIN,
    )


def touches(changes: Changes, catalogue: Catalogue, arrangement: Arrangement = AS_AT_FIRST) -> bool:
    """Whether the timeline looks otherwise after an edit."""
    return changes.kind == "reload" or any(
        row.table in TABLES
        or (row.table == "observation" and str(row.attribute_id) == arrangement.strip)
        or (row.table == "observation" and (at := catalogue.attributes.get(row.attribute_id or 0)) and bool(at.role))
        for row in changes.rows
    )


def _bars(catalogue: Catalogue, language: str, rivals: Mapping[int, list[Rival]]) -> list[Bar]:
    return [
        bar_of(
            party.id,
            catalogue.names_of(party.id),
            *catalogue.life_of(party.id),
            language=language,
            rivals=rivals.get(party.id, ()),
        )
        for party in catalogue.parties
        if not party.retired
    ]


def _rivals(study: Study) -> dict[int, list[Rival]]:
    """The dates of beginnings and ends that are not adopted, by party, each day once."""
    found: dict[int, dict[str, Rival]] = {}
    for attribute in study.catalogue.attributes_of("party"):
        for each in queries.rivals_of_attribute(study, attribute.id) if attribute.role else ():
            if each.value:
                rival = Rival(end_of(PartialDate.parse(each.value)), each.standing == "claim")
                found.setdefault(each.subject_id, {}).setdefault(each.value, rival)
    return {subject_id: list(rivals.values()) for subject_id, rivals in found.items()}


def _lane(catalogue: Catalogue, group: Group, own: Mapping[str, list[Mark]]) -> Lane:
    marks = sorted(own.get(group.key, ()), key=lambda mark: mark.middle)
    return Lane(
        group.state_id,
        group.title,
        rows_of(group.bars, catalogue.subjects),
        tuple(mark for mark in marks if mark.event.kind == "election"),
        tuple(mark for mark in marks if mark.event.kind != "election"),
        group.key,
    )


def _era(catalogue: Catalogue, state: Subject, today: int) -> Era | None:
    founded, dissolved = catalogue.life_of(state.id)
    if dissolved is None or dissolved.latest is None or dissolved.latest >= today:
        return None
    first = founded.earliest if founded and founded.earliest is not None else ALWAYS_BEFORE
    title = catalogue.shown_name(state.id, dissolved.latest).text
    sure_first = founded.latest if founded and founded.latest is not None else first
    sure_last = dissolved.latest if dissolved.earliest is None else dissolved.earliest
    return Era(state.id, title, first, dissolved.latest, sure_first, sure_last)


def _eras(ended: Iterable[Era], events: Iterable[Event], arrangement: Arrangement) -> tuple[Era, ...]:
    """The lives of ended states, and the periods that the study names."""
    if "period" in arrangement.hidden_events:
        return ()
    periods = (_era_of(event) for event in events if event.kind == "period")
    return stacked((*ended, *periods))


def _era_of(event: Event) -> Era:
    date = event.date
    sure = (ALWAYS_BEFORE if date.latest_start is None else date.latest_start, date.earliest_end or ALWAYS_AFTER)
    first = ALWAYS_BEFORE if date.earliest is None else date.earliest
    last = ALWAYS_AFTER if date.latest is None else date.latest
    return Era(None, event.title, first, last, *sure, event)


def _marks(
    catalogue: Catalogue, groups: Iterable[Group], arrangement: Arrangement
) -> tuple[dict[str, list[Mark]], tuple[Mark, ...]]:
    """The events of one lane each, and those of several lanes or of none. What an election of a state without a lane
    would mark is not there, so it is left out."""
    lane_of = {bar.subject_id: group.key for group in groups for bar in group.bars}
    lane_of |= {group.state_id: group.key for group in groups if group.state_id is not None}
    own: dict[str, list[Mark]] = {}
    shared: list[Mark] = []
    for event in catalogue.events.values():
        if event.kind in arrangement.hidden_events or event.kind == "period":
            continue
        found = {lane_of.get(each) if each else None for each in _concerned(event, catalogue, arrangement)}
        if len(found) == 1 and (key := next(iter(found))) is not None:
            own.setdefault(key, []).append(mark_of(event))
        elif event.kind != "election":
            shared.append(mark_of(event))
    return own, tuple(sorted(shared, key=lambda mark: mark.middle))


def _concerned(event: Event, catalogue: Catalogue, arrangement: Arrangement) -> set[int | None]:
    """Whose lanes an event may stand in: the states of all it names; where states have no lanes, the parties."""
    subjects = [catalogue.subjects[subject_id] for subject_id in event.subject_ids if subject_id in catalogue.subjects]
    if arrangement.lanes == "state":
        return {subject.id if subject.kind == "state" else subject.state_id for subject in subjects}
    return {subject.id for subject in subjects if subject.kind == "party"}


def _days(lanes: Iterable[Lane], shared: Iterable[Mark], old: Collection[int], today: int) -> tuple[int, int, int, int]:
    """The days shown at first, and those one may pan to. At first: from the year of the earliest party but for the
    `old` ones, of states that have ended, to the end of this year or of the last thing known."""
    starts: list[int] = []
    young: list[int] = []
    ends = [today]
    for lane in lanes:
        marks = (*lane.elections, *lane.events)
        starts += [day for bar in lane.bars for day in _bounded(bar.start)[:1]] + [mark.first for mark in marks]
        young += [day for bar in lane.bars if bar.subject_id not in old for day in _bounded(bar.start)[:1]]
        ends += [day for bar in lane.bars for day in _bounded(bar.end)[-1:]] + [mark.last for mark in marks]
    starts += [mark.first for mark in shared]
    ends += [mark.last for mark in shared]
    last_year = civil(max(ends))[0]
    earliest_year = civil(min(starts, default=today))[0]
    first_year = civil(min(young))[0] if young else min(earliest_year, last_year - YEARS_AROUND)
    return (
        day_number(first_year, 1, 1),
        day_number(last_year, 12, 31),
        day_number(earliest_year - YEARS_TO_PAN, 1, 1),
        day_number(last_year + YEARS_TO_PAN, 12, 31),
    )


def _bounded(end: End) -> list[int]:
    return [day for day in (end.first, end.last) if ALWAYS_BEFORE < day < ALWAYS_AFTER]


def _known(links: Iterable[Link | None]) -> tuple[Link, ...]:
    return tuple(link for link in links if link is not None)
