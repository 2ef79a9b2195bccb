"""Which adopted observations give way when another one is adopted."""

from collections.abc import Sequence

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.attributes import Validity
from parties_of_power.domain.force import Hold, Span, in_force
from parties_of_power.domain.observations import Observation
from parties_of_power.study.edits.values import attribute_of
from parties_of_power.study.queries import observations_of
from parties_of_power.study.study import Study


def displaced_by(study: Study, new: Observation, day: int) -> tuple[int, ...]:
    """The adopted observations of the same question whose place `new` takes: they become its rivals."""
    validity = attribute_of(study, new.attribute_id).validity
    return giving_way(validity, new, observations_of(study, new.subject_id, new.attribute_id), day)


def giving_way(validity: Validity, new: Observation, observations: Sequence[Observation], day: int) -> tuple[int, ...]:
    """Those of the observations of a cell that give way to a new one.

    Two adopted values may overlap in time: a leader known "since 2002" and the one who followed in 2008. The older one
    stays adopted, as does the one that follows a value without an end of its own. But what is in force on `day`, where
    somebody looks, gives way if the new one may hold then: whoever adopts a value shall see it.
    """
    adopted = [each for each in observations if each.standing == "adopted" and each.id != new.id]
    shown = shown_on(validity, day, adopted)
    seen = in_force(validity, day, [span_of(new)])[1] is not Hold.NONE
    return tuple(
        each.id
        for each in adopted
        if is_same_question(each, new)
        and (not _stays_beside(validity, each, new) or (seen and shown is not None and each.id == shown.id))
    )


def shown_on(validity: Validity, day: int, adopted: Sequence[Observation]) -> Observation | None:
    """The one of these adopted observations that is in force on a day, surely or possibly."""
    place, _hold = in_force(validity, day, [span_of(each) for each in adopted], [each.edited for each in adopted])
    return adopted[place] if place >= 0 else None


def span_of(observation: Observation) -> Span:
    return Span.of(observation.period, observation.attested)


def _stays_beside(validity: Validity, other: Observation, new: Observation) -> bool:
    if validity in ("timeless", "last_known") or (new.event_id is not None and other.event_id == new.event_id):
        return False
    before, after = span_of(other), span_of(new)
    if (before.start_min, before.start_max) < (after.start_min, after.start_max):
        return True
    has_end = new.period.end_state == "known" or (new.period.end_state == "unknown" and new.attested != "")
    return before.start_min > after.start_min and not has_end
