"""The rows of a comparison whose row is a party or state at an election, or in a year of its life."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parties_of_power.analysis.elections import Elections, elections_of
from parties_of_power.analysis.entries import id_list
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.analysis.wording import event_words
from parties_of_power.domain.comparisons import RowUnit
from parties_of_power.domain.dates import day_number, iso
from parties_of_power.domain.days import year_words
from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.domain.moments import Moment, year_of
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_OBSERVED = "SELECT DISTINCT subject_id, event_id FROM observation WHERE event_id IS NOT NULL AND standing = 'adopted'"
_EARLIEST = (
    f"SELECT subject_id, min(start_min) FROM observation WHERE standing = 'adopted' AND start_min > {ALWAYS_BEFORE}"
    " AND subject_id IN (SELECT value FROM json_each(?)) GROUP BY subject_id"
)


class MomentRows(NamedTuple):
    """The subject of each row, and when it is read."""

    subject_ids: list[int]
    moments: list[Moment]


def moment_rows(study: Study, unit: RowUnit, subject_ids: Sequence[int], as_of: int) -> MomentRows:
    """Of each subject in turn its elections or the years of its life, earliest first, none later than the day."""
    return _by_election(study, subject_ids, as_of) if unit == "election" else _by_year(study, subject_ids, as_of)


def moment_words(catalogue: Catalogue, moment: Moment) -> str:
    """`State Duma election, 2 December 2007`, or `2007`."""
    if moment.year is not None:
        return year_words(moment.year)
    event = catalogue.events.get(moment.event_id or 0)
    return event_words(event) if event else ""


def moment_text(catalogue: Catalogue, moment: Moment) -> str:
    """As short as a cell needs it, the day first: `2007-12-02 · State Duma election`."""
    event = catalogue.events.get(moment.event_id or 0)
    if event is None:
        return moment_words(catalogue, moment)
    return _("{day} · {election}").format(day=iso(moment.day), election=event.title.partition(";")[0])


def _by_election(study: Study, subject_ids: Sequence[int], as_of: int) -> MomentRows:
    """Those that an observation of its own belongs to, that name it, and those of its state while it lived."""
    catalogue = study.catalogue
    named = elections_of(catalogue.events.values())
    observed = _elections_observed(study)
    rows = MomentRows([], [])
    for subject_id in subject_ids:
        own = {*named.get(subject_id, ()), *observed.get(subject_id, ())}
        found = sorted(own.union(_of_its_state(catalogue, named, subject_id)))
        moments = [Moment(day, event_id) for day, event_id in found if day <= as_of]
        rows.subject_ids.extend([subject_id] * len(moments))
        rows.moments.extend(moments)
    return rows


def _of_its_state(catalogue: Catalogue, named: Elections, subject_id: int) -> Iterable[tuple[int, int]]:
    state_id = catalogue.subjects[subject_id].state_id
    if state_id is None:
        return ()
    life = bounds_of(*catalogue.life_of(subject_id))
    return (election for election in named.get(state_id, ()) if life.first <= election[0] <= life.last)


def _elections_observed(study: Study) -> Elections:
    events = study.catalogue.events
    found: Elections = {}
    for subject_id, event_id in study.rows(_OBSERVED):
        event = events.get(event_id)
        if event is not None and event.kind == "election" and event.date.earliest is not None:
            found.setdefault(subject_id, []).append((event.date.earliest, event_id))
    return found


def _by_year(study: Study, subject_ids: Sequence[int], as_of: int) -> MomentRows:
    """Where nobody says when it began, from its first observation on."""
    lives = {subject_id: bounds_of(*study.catalogue.life_of(subject_id)) for subject_id in subject_ids}
    unknown = [subject_id for subject_id, life in lives.items() if life.first == ALWAYS_BEFORE]
    earliest = dict(study.rows(_EARLIEST, (id_list(unknown),))) if unknown else {}
    whole: dict[int, Moment] = {}  # years that end neither with a life nor with the as-of day are the same for all
    rows = MomentRows([], [])
    for subject_id in subject_ids:
        life = lives[subject_id]
        first = earliest.get(subject_id, min(as_of, life.last)) if life.first == ALWAYS_BEFORE else life.first
        last = min(as_of, life.last)
        if first > last:
            continue
        years = range(year_of(first), year_of(last))
        rows.moments.extend([whole.get(year) or whole.setdefault(year, _whole(year)) for year in years])
        rows.moments.append(Moment(last, year=years.stop))
        rows.subject_ids.extend([subject_id] * (len(years) + 1))
    return rows


def _whole(year: int) -> Moment:
    return Moment(day_number(year, 12, 31), year=year)
