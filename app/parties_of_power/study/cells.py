"""A cell as typing finds it: what is in force on a day, what else was observed, and whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import NO_PERIOD, Period, civil, iso
from parties_of_power.domain.force import Hold, in_force
from parties_of_power.domain.kinds import Kind, Names, kind
from parties_of_power.domain.observations import Observation
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits.standing import shown_on, span_of
from parties_of_power.study.edits.values import attribute_of, check_cell
from parties_of_power.study.queries import observations_of, observations_of_subjects
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said

Place = tuple[int, int, int]  # subject, attribute, day
_CERTAINTIES = ("high", "medium", "low", "")


@dataclass(frozen=True, slots=True)
class Cell:
    """`shown` is the adopted observation that typing answers for, None in an empty cell; `period` that of a value
    which is new here."""

    subject_id: int
    attribute: Attribute
    kind: Kind
    names: Names
    day: int
    period: Period
    observations: tuple[Observation, ...]
    shown: Observation | None

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
        return in_force(self.attribute.validity, self.day, [span_of(observation)])[1] is not Hold.NONE


def cell_on(study: Study, subject_id: int, attribute_id: int, day: int) -> Cell:
    """EditRefused, if the attribute is not asked of the subject."""
    check_cell(study, subject_id, attribute_id)
    attribute = attribute_of(study, attribute_id)
    catalogue = study.catalogue if attribute_id in study.catalogue.attributes else Catalogue(study)
    found = observations_of(study, subject_id, attribute_id)
    return _cell(subject_id, attribute, day, catalogue.names_for(attribute, day), found)


def cells_on(study: Study, places: Iterable[Place]) -> dict[Place, Cell]:
    """Many cells, read at once; those that the study does not have are left out."""
    catalogue, wanted = study.catalogue, set(places)
    by_attribute: dict[int, set[int]] = {}
    for subject_id, attribute_id, _day in wanted:
        by_attribute.setdefault(attribute_id, set()).add(subject_id)
    found = {
        attribute_id: observations_of_subjects(study, attribute_id, subject_ids)
        for attribute_id, subject_ids in by_attribute.items()
    }
    cells = {}
    for subject_id, attribute_id, day in wanted:
        attribute, subject = catalogue.attributes.get(attribute_id), catalogue.subjects.get(subject_id)
        if attribute is not None and subject is not None and attribute.subject_kind == subject.kind:
            observed = found[attribute_id].get(subject_id, ())
            names = catalogue.names_for(attribute, day)
            cells[subject_id, attribute_id, day] = _cell(subject_id, attribute, day, names, observed)
    return cells


def _cell(subject_id: int, attribute: Attribute, day: int, names: Names, observations: tuple[Observation, ...]) -> Cell:
    adopted = [each for each in observations if each.standing == "adopted"]
    return Cell(
        subject_id,
        attribute,
        kind(attribute.kind),
        names,
        day,
        new_period(attribute, day),
        observations,
        shown_on(attribute.validity, day, adopted),
    )


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
