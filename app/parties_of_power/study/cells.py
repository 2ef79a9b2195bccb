"""A cell as typing finds it: what is in force on a day, what else was observed, and whose it is."""

from dataclasses import dataclass, replace

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import NO_PERIOD, Period, civil, iso
from parties_of_power.domain.force import Hold, in_force
from parties_of_power.domain.kinds import Kind, Names, kind
from parties_of_power.domain.observations import Observation
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.edits.standing import shown_on, span_of
from parties_of_power.study.edits.values import attribute_of, check_cell
from parties_of_power.study.queries import observations_of
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said

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
    shown = shown_on(attribute.validity, day, [each for each in found if each.standing == "adopted"])
    return Cell(
        subject_id,
        attribute,
        kind(attribute.kind),
        catalogue.names_for(attribute, day),
        day,
        new_period(attribute, day),
        found,
        shown,
    )


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
