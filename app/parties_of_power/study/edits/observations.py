"""The verbs of observations: record one, correct it, adopt it over its rivals, remove it."""

from collections.abc import Sequence
from typing import TypedDict, Unpack, get_args

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.observations import MISSING_REASONS, Bound, Certainty, Missing, Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import STANDINGS, Standing
from parties_of_power.study.edits.checks import (
    date_text,
    ids,
    require,
    require_fields,
    require_one_of,
    words,
)
from parties_of_power.study.edits.naming import (
    cell_name,
    observation_cell,
    observation_words,
    value_words,
)
from parties_of_power.study.edits.parts import cite_all
from parties_of_power.study.edits.standing import displaced_by
from parties_of_power.study.edits.values import canonical, check_cell, check_numbers, kind_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.queries import observation
from parties_of_power.study.study import Study
from parties_of_power.texts import _


class ObservationFields(TypedDict, total=False):
    """What an observation says, as in `domain.observations.Observation`."""

    key: str
    value: str
    missing: Missing
    typed: str
    wrong: bool
    period: Period
    attested: str
    event_id: int | None
    standing: Standing
    claimant: str
    out_of: float | None
    base: str
    bound: Bound
    low: float | None
    high: float | None
    interval: str
    coders: int | None
    ordinal: float | None
    certainty: Certainty
    reason: str
    note: str


def record_observation(
    study: Study, subject_id: int, attribute_id: int, *, cites: Sequence[Cite] = (), **fields: Unpack[ObservationFields]
) -> int:
    """The id of a new observation; without a period it is timeless, without a standing adopted."""
    require_fields(fields, ObservationFields)
    check_cell(study, subject_id, attribute_id)
    row = checked_row(study, attribute_id, {"standing": "adopted", "period": NO_PERIOD, **fields})
    said = value_words(study, attribute_id, str(row["value"]), fields.get("missing", ""), fields.get("typed", ""))
    label = _("Record {value} for {cell}").format(value=said, cell=cell_name(study, subject_id, attribute_id))
    with study.edit(label) as edit:
        observation_id = edit.insert(
            "observation", subject_id=subject_id, attribute_id=attribute_id, coder=study.coder, **row
        )
        cite_all(study, "observation", observation_id, cites)
        return observation_id


def correct_observation(study: Study, observation_id: int, **fields: Unpack[ObservationFields]) -> None:
    """Changes the fields named, and no others; history keeps what they said before."""
    require_fields(fields, ObservationFields)
    require(study, "observation", observation_id)
    before = observation(study, observation_id)
    checked = checked_row(study, before.attribute_id, {**_says(before), **fields})
    row = {name: field for name, field in checked.items() if name in fields or name == "number"}
    with study.edit(_correction(study, before, str(checked["value"]), fields)) as edit:
        edit.update("observation", observation_id, **row)


def adopt_observation(study: Study, observation_id: int, reason: str = "", *, day: int | None = None) -> None:
    """What it takes the place of becomes its rival, seen from a day (None: that of the study). `reason` stands on it
    from then on."""
    require(study, "observation", observation_id)
    adopted = observation(study, observation_id)
    if adopted.standing == "adopted":
        raise EditRefused(
            _("{value} is adopted for {cell} already.").format(
                value=observation_words(study, observation_id), cell=observation_cell(study, observation_id)
            )
        )
    label = _("Adopt {value} for {cell}").format(
        value=observation_words(study, observation_id), cell=observation_cell(study, observation_id)
    )
    with study.edit(label) as edit:
        for other_id in displaced_by(study, adopted, study.as_of if day is None else day):
            edit.update("observation", other_id, standing="rival")
        edit.update("observation", observation_id, standing="adopted", claimant="", reason=reason)


def remove_observation(study: Study, observation_id: int) -> None:
    require(study, "observation", observation_id)
    label = _("Remove {value} for {cell}").format(
        value=observation_words(study, observation_id), cell=observation_cell(study, observation_id)
    )
    with study.edit(label) as edit:
        for citation_id in ids(study, "citation", "observation_id = ?", observation_id):
            edit.delete("citation", citation_id)
        edit.delete("observation", observation_id)


def _says(observation: Observation) -> ObservationFields:
    return {
        "value": observation.value,
        "missing": observation.missing,
        "wrong": observation.wrong,
        "typed": observation.typed,
        "standing": observation.standing,
        "claimant": observation.claimant,
        "out_of": observation.out_of,
        "low": observation.low,
        "high": observation.high,
    }


def _correction(study: Study, before: Observation, value: str, fields: ObservationFields) -> str:
    cell = observation_cell(study, before.id)
    old = observation_words(study, before.id)
    missing, typed = fields.get("missing", before.missing), fields.get("typed", before.typed)
    new = value_words(study, before.attribute_id, value, missing, typed)
    if old == new:
        return _("Correct what is known about {value} for {cell}").format(value=new, cell=cell)
    return _("Correct {old} to {new} for {cell}").format(old=old, new=new, cell=cell)


def checked_row(study: Study, attribute_id: int, says: ObservationFields) -> dict[str, object]:
    """The columns of an observation that says this, its value as it is stored."""
    row = checked_fields(says)
    value = canonical(study, attribute_id, says["value"]) if says.get("value") else ""
    row |= {"value": value, "number": kind_of(study, attribute_id).number(value) if value else None}
    event_id = says.get("event_id")
    if event_id is not None:
        require(study, "event", event_id)
    return row


def checked_fields(says: ObservationFields) -> dict[str, object]:
    """The same columns, without asking the study: the value and the event are not checked yet."""
    row: dict[str, object] = {**says}
    _check_says_one_thing(says)
    _check_listed(says)
    check_numbers(row)
    row |= {"wrong": int(says.get("wrong", False)), "attested": date_text(says.get("attested", ""))}
    if says.get("standing") == "claim":
        words(says.get("claimant", ""), _("A claim needs a claimant: say who asserts it."))
    return row


def _check_says_one_thing(says: ObservationFields) -> None:
    """A value, or a missing reason, or a text that could not be read."""
    if says.get("wrong"):
        if says.get("value") or says.get("missing") or not says.get("typed", "").strip():
            raise EditRefused(_("A text that could not be read is kept as typed, without a value."))
    elif bool(says.get("value")) == bool(says.get("missing")):
        raise EditRefused(_("An observation says either a value or why there is none."))


def _check_listed(says: ObservationFields) -> None:
    require_one_of(says.get("missing", ""), ("", *MISSING_REASONS), _("missing reason"))
    require_one_of(says.get("standing", "adopted"), STANDINGS, _("standing"))
    require_one_of(says.get("bound", ""), get_args(Bound), _("bound"))
    require_one_of(says.get("certainty", ""), get_args(Certainty), _("certainty"))
