"""A cell as typing finds it: what is in force on a day, what else was observed, and whose it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import NO_PERIOD, Period, civil, iso
from parties_of_power.domain.events import Event
from parties_of_power.domain.force import Hold, in_force
from parties_of_power.domain.kinds import Kind, Names, kind
from parties_of_power.domain.moments import MEASURED, Moment, When, day_of, in_force_at, is_by_election
from parties_of_power.domain.observations import Observation
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits.standing import shown_on, span_of
from parties_of_power.study.edits.values import attribute_of, check_cell
from parties_of_power.study.queries import observations_of, observations_of_subjects
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said

Place = tuple[int, int, When]  # subject, attribute, and the day or the moment
_CERTAINTIES = ("high", "medium", "low", "")


@dataclass(frozen=True, slots=True)
class Cell:
    """`shown` is the adopted observation that typing answers for, None in an empty cell; `period` that of a value
    which is new here.

    At an election `event_id` is that of a value which is new here. In a year `before` is what is still in force there
    but began earlier: it stays, and what is typed begins with the year."""

    subject_id: int
    attribute: Attribute
    kind: Kind
    names: Names
    day: int
    period: Period
    observations: tuple[Observation, ...]
    shown: Observation | None
    moment: Moment | None = None
    event_id: int | None = None
    before: Observation | None = None

    @property
    def stands(self) -> Observation | None:
        """What the cell says, be it of this moment or of an earlier one."""
        return self.shown or self.before

    def is_own(self, coder: str) -> bool:
        """Whether what is shown is this coder's and cites nothing, so that it may be corrected in place."""
        return self.shown is not None and self.shown.coder == coder and not self.shown.citations

    @property
    def begins_with_period(self) -> bool:
        """Whether what is shown began just when a new value would begin: then it has not changed, it was wrong."""
        if self.shown is None:
            return False
        old, new = span_of(self.shown), span_of(replace(self.shown, period=self.period))
        return (old.start_min, old.start_max) == (new.start_min, new.start_max)

    def rival_saying(self, said: Said) -> Observation | None:
        """The best sourced rival on the day that says the same."""
        rivals = [each for each in self.observations if self._is_rival(each) and said.is_said_by(each, self.kind)]
        return max(rivals, key=_evidence, default=None)

    def adopted_for(self, period: Period) -> Observation | None:
        """The adopted observation of exactly these days."""
        same = [each for each in self.observations if each.standing == "adopted" and _are_same(each.period, period)]
        return max(same, key=lambda each: each.edited, default=None)

    def _is_rival(self, observation: Observation) -> bool:
        if observation.standing != "rival":
            return False
        if self.shown is not None and not is_same_question(observation, self.shown):
            return False
        if self.shown is None and self.event_id is not None:
            return observation.event_id == self.event_id
        if self.moment and self.before and span_of(observation).start_min < self.moment.first_day:
            return False
        return in_force(self.attribute.validity, self.day, [span_of(observation)])[1] is not Hold.NONE


def cell_on(study: Study, subject_id: int, attribute_id: int, when: When) -> Cell:
    """On a day, at an election or in a year. EditRefused, if the attribute is not asked of the subject."""
    check_cell(study, subject_id, attribute_id)
    attribute = attribute_of(study, attribute_id)
    catalogue = study.catalogue if attribute_id in study.catalogue.attributes else Catalogue(study)
    found = observations_of(study, subject_id, attribute_id)
    return _cell(catalogue, subject_id, attribute, when, found)


def cells_on(study: Study, places: Iterable[Place]) -> dict[Place, Cell]:
    """Many cells, read at once; those that the study does not have are left out."""
    catalogue, wanted = study.catalogue, set(places)
    by_attribute: dict[int, set[int]] = {}
    for subject_id, attribute_id, _when in wanted:
        by_attribute.setdefault(attribute_id, set()).add(subject_id)
    found = {
        attribute_id: observations_of_subjects(study, attribute_id, subject_ids)
        for attribute_id, subject_ids in by_attribute.items()
    }
    cells = {}
    for subject_id, attribute_id, when in wanted:
        attribute, subject = catalogue.attributes.get(attribute_id), catalogue.subjects.get(subject_id)
        if attribute is not None and subject is not None and attribute.subject_kind == subject.kind:
            observed = found[attribute_id].get(subject_id, ())
            cells[subject_id, attribute_id, when] = _cell(catalogue, subject_id, attribute, when, observed)
    return cells


def _cell(
    catalogue: Catalogue, subject_id: int, attribute: Attribute, when: When, observations: tuple[Observation, ...]
) -> Cell:
    adopted, day = [each for each in observations if each.standing == "adopted"], day_of(when)
    cell = Cell(
        subject_id,
        attribute,
        kind(attribute.kind),
        catalogue.names_for(attribute, day),
        day,
        new_period(attribute, day),
        observations,
        shown_on(attribute.validity, day, adopted),
    )
    return _at_moment(cell, when, adopted, catalogue.events) if isinstance(when, Moment) else cell


def _at_moment(cell: Cell, moment: Moment, adopted: list[Observation], events: Mapping[int, Event]) -> Cell:
    validity = cell.attribute.validity
    elections = [each.event_id if _is_election(events, each.event_id) else None for each in adopted]
    spans, edited = [span_of(each) for each in adopted], [each.edited for each in adopted]
    place, _hold = in_force_at(validity, moment, spans, elections, edited)
    shown = adopted[place] if place >= 0 else None
    if moment.year is not None:
        return _in_year(cell, moment, shown)
    # Nothing was ever adopted: what is measured is then measured at this election.
    is_measured = is_by_election(validity, elections) or (validity in MEASURED and not adopted)
    event = events.get(moment.event_id or 0)
    if event is None or not is_measured:
        return replace(cell, moment=moment, shown=shown)
    return replace(cell, moment=moment, shown=shown, event_id=event.id, period=Period.parse(event.date.text))


def _in_year(cell: Cell, moment: Moment, shown: Observation | None) -> Cell:
    """What began in an earlier year stays; a new value begins with this one."""
    validity, first_day = cell.attribute.validity, moment.first_day
    period = Period.parse(f"{moment.year:04d}") if validity == "last_known" else new_period(cell.attribute, first_day)
    if shown is None or validity == "timeless" or span_of(shown).start_min >= first_day:
        return replace(cell, moment=moment, period=period, shown=shown)
    return replace(cell, moment=moment, period=period, shown=None, before=shown)


def _is_election(events: Mapping[int, Event], event_id: int | None) -> bool:
    event = events.get(event_id or 0)
    return event is not None and event.kind == "election"


@lru_cache(maxsize=64)
def new_period(attribute: Attribute, day: int) -> Period:
    """The period of a value that is typed where nothing stands."""
    match attribute.validity:
        case "timeless":
            return NO_PERIOD
        case "until_changed":
            return Period.since(day)
        case "last_known":
            return Period.parse(iso(day))
        case "own_period":
            return Period.parse(f"{civil(day)[0]:04d}")


def _are_same(one: Period, other: Period) -> bool:
    """The same days, however they are written."""
    return one.text == other.text or _days(one) == _days(other)


def _days(period: Period) -> tuple[object, ...]:
    days = (period.start_earliest, period.start_latest, period.end_earliest, period.end_latest)
    return *days, period.start_state, period.end_state, period.is_timeless


def _evidence(observation: Observation) -> tuple[bool, int, int]:
    return bool(observation.citations), -_CERTAINTIES.index(observation.certainty), observation.edited
