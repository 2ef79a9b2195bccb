"""The verb that records very many observations at once: what an import brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from parties_of_power.domain.dates import NO_PERIOD
from parties_of_power.domain.kinds import Kind
from parties_of_power.domain.sources import Cite
from parties_of_power.study.edits.checks import as_int, require, require_fields
from parties_of_power.study.edits.observations import ObservationFields, checked_fields
from parties_of_power.study.edits.values import canonical, check_cell, kind_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Recorded:
    """One observation to be recorded; `says` are its fields as `record_observation` takes them."""

    subject_id: int
    attribute_id: int
    says: Mapping[str, object] = field(default_factory=dict)
    cites: tuple[Cite, ...] = ()


def record_observations(study: Study, observations: Sequence[Recorded], label: str) -> tuple[int, ...]:
    """Their ids. Each is checked as `record_observation` checks it, what they share only once."""
    if not observations:
        raise EditRefused(_("There is nothing to record."))
    checks = _Checks(study)
    for each in observations:
        checks.check(each)
    rows = [checks.row(each) for each in observations]
    with study.edit(label) as edit:
        recorded = []
        for each, row in zip(observations, rows, strict=True):
            new_id = edit.insert(
                "observation", subject_id=each.subject_id, attribute_id=each.attribute_id, coder=study.coder, **row
            )
            for position, citing in enumerate(each.cites, 1):
                edit.insert(
                    "citation",
                    observation_id=new_id,
                    source_id=citing.source_id,
                    locator=citing.locator,
                    accessed=citing.accessed,
                    position=position,
                )
            recorded.append(new_id)
        return tuple(recorded)


class _Checks:
    """Asks the study once for each cell, source, event and value."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._cells: set[tuple[bool, int]] = set()
        self._sources: set[int] = set()
        self._events: set[object] = {None}
        self._kinds: dict[int, Kind] = {}
        self._values: dict[tuple[int, str], str] = {}

    def check(self, each: Recorded) -> None:
        subject = self._study.catalogue.subjects.get(each.subject_id)
        kind_asked = subject is not None and subject.kind == "party", each.attribute_id
        if subject is None or kind_asked not in self._cells:
            check_cell(self._study, each.subject_id, each.attribute_id)
            self._cells.add(kind_asked)
        for citing in each.cites:
            if citing.source_id not in self._sources:
                require(self._study, "source", citing.source_id)
                self._sources.add(citing.source_id)
        event_id = each.says.get("event_id")
        if event_id not in self._events:
            require(self._study, "event", as_int(event_id))
            self._events.add(event_id)

    def row(self, each: Recorded) -> dict[str, object]:
        """The columns of an observation that says this, its value as it is stored."""
        of_kind = self._kind(each.attribute_id)
        says: dict[str, object] = {"standing": "adopted", "period": NO_PERIOD, **each.says}
        require_fields(says, ObservationFields)
        row = checked_fields(cast(ObservationFields, says))
        value = self._value(each.attribute_id, str(says.get("value", "")))
        return {**row, "value": value, "number": of_kind.number(value) if value else None}

    def _kind(self, attribute_id: int) -> Kind:
        if attribute_id not in self._kinds:
            self._kinds[attribute_id] = kind_of(self._study, attribute_id)
        return self._kinds[attribute_id]

    def _value(self, attribute_id: int, value: str) -> str:
        key = attribute_id, value
        if key not in self._values:
            self._values[key] = canonical(self._study, attribute_id, value) if value else ""
        return self._values[key]
