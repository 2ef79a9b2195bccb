"""From the study to what the timeline shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.days import civil, day_number
from parties_of_power.domain.events import Event
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.subjects import Subject
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.bars import Bar, Rival, bar_of
from parties_of_power.ui.views.timeline.ends import End, end_of
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
)

TABLES = {"subject", "name", "event", "event_subject", "succession", "attribute"}
YEARS_AROUND = 20
YEARS_TO_PAN = 50


def timeline_of(study: Study, today: int) -> Timeline:
    """Everything of a study that has a time: parties by state, events, successions. It ends with `today` or later."""
    catalogue = study.catalogue
    bars = _bars(catalogue, study.setting("reader_language", "en"), _rivals(study))
    eras = tuple(era for state in catalogue.states if (era := _era(catalogue, state, today)))
    by_state = _by_state(bars, catalogue)
    own, shared = _marks(catalogue, set(by_state))
    lanes = ordered((_lane(catalogue, *group, own, today) for group in by_state.items()), eras)
    places = places_of(lanes)
    links = (link_of(each, places) for each in queries.successions(study) if each.standing == "adopted")
    days = _days(lanes, shared, eras, today)
    return Timeline(lanes, shared, _known(links), eras, places, len(catalogue.states), *days)


def touches(changes: Changes, catalogue: Catalogue) -> bool:
    """Whether the timeline looks otherwise after an edit."""
    return changes.kind == "reload" or any(
        row.table in TABLES
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
        for each in queries.observations_of_attribute(study, attribute.id) if attribute.role else ():
            if each.standing != "adopted" and each.value:
                rival = Rival(end_of(PartialDate.parse(each.value)), each.standing == "claim")
                found.setdefault(each.subject_id, {}).setdefault(each.value, rival)
    return {subject_id: list(rivals.values()) for subject_id, rivals in found.items()}


def _by_state(bars: Iterable[Bar], catalogue: Catalogue) -> dict[int | None, list[Bar]]:
    groups: dict[int | None, list[Bar]] = {}
    for bar in bars:
        groups.setdefault(catalogue.subjects[bar.subject_id].state_id, []).append(bar)
    return groups


def _lane(
    catalogue: Catalogue, state_id: int | None, bars: list[Bar], own: Mapping[int | None, list[Mark]], today: int
) -> Lane:
    title = _("No state") if state_id is None else catalogue.shown_name(state_id, today).text
    marks = sorted(own.get(state_id, ()), key=lambda mark: mark.middle)
    return Lane(
        state_id,
        title,
        rows_of(bars, catalogue.subjects),
        tuple(mark for mark in marks if mark.event.kind == "election"),
        tuple(mark for mark in marks if mark.event.kind != "election"),
    )


def _era(catalogue: Catalogue, state: Subject, today: int) -> Era | None:
    founded, dissolved = catalogue.life_of(state.id)
    if dissolved is None or dissolved.latest is None or dissolved.latest >= today:
        return None
    first = founded.earliest if founded and founded.earliest is not None else ALWAYS_BEFORE
    return Era(state.id, catalogue.shown_name(state.id, dissolved.latest).text, first, dissolved.latest)


def _marks(catalogue: Catalogue, lanes: set[int | None]) -> tuple[dict[int | None, list[Mark]], tuple[Mark, ...]]:
    """The events of one lane each, and those of several states or of none. What an election of a state without a lane
    would mark is not there, so it is left out."""
    own: dict[int | None, list[Mark]] = {}
    shared: list[Mark] = []
    for event in catalogue.events.values():
        states = _states_of(event, catalogue)
        if len(states) == 1 and (state_id := next(iter(states))) in lanes:
            own.setdefault(state_id, []).append(mark_of(event))
        elif event.kind != "election":
            shared.append(mark_of(event))
    return own, tuple(sorted(shared, key=lambda mark: mark.middle))


def _states_of(event: Event, catalogue: Catalogue) -> set[int | None]:
    subjects = (catalogue.subjects[subject_id] for subject_id in event.subject_ids if subject_id in catalogue.subjects)
    return {subject.id if subject.kind == "state" else subject.state_id for subject in subjects}


def _days(lanes: Iterable[Lane], shared: Iterable[Mark], eras: Iterable[Era], today: int) -> tuple[int, int, int, int]:
    """The days shown at first, and those one may pan to. At first: from the year of the earliest party of a state that
    still exists to the end of this year or of the last thing known."""
    ended = {era.state_id for era in eras}
    starts: list[int] = []
    young: list[int] = []
    ends = [today]
    for lane in lanes:
        marks = (*lane.elections, *lane.events)
        bars = [bar for row in lane.rows for bar in row.bars]
        begun = [day for bar in bars for day in _bounded(bar.start)[:1]]
        starts += begun + [mark.first for mark in marks]
        young += [] if lane.state_id in ended else begun
        ends += [day for bar in bars for day in _bounded(bar.end)[-1:]] + [mark.last for mark in marks]
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
