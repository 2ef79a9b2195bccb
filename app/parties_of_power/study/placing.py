"""Putting what was typed into a cell: in place, over what is shown, or as a new value."""

from typing import Literal

from parties_of_power.domain.kinds import Unreadable
from parties_of_power.domain.observations import Observation, missing_name
from parties_of_power.domain.sources import Cite
from parties_of_power.study.cells import Cell
from parties_of_power.study.edits.naming import cell_name, observation_words, short
from parties_of_power.study.edits.observations import ObservationFields, correct_observation, record_observation
from parties_of_power.study.edits.sources import cite
from parties_of_power.study.edits.standing import displaced_by
from parties_of_power.study.edits.typed_persons import value_with_persons
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.queries import observation
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said
from parties_of_power.texts import _

Way = Literal["correct", "rival", "new"]


def way_of(cell: Cell, coder: str) -> Way:
    if cell.shown is None:
        return "new"
    return "correct" if cell.is_own(coder) else "rival"


def put(study: Study, cell: Cell, said: Said, citing: Cite | None, reason: str = "") -> int:
    """The observation that says it from now on, adopted."""
    if cell.shown is None:
        return put_new(study, cell, said, citing, reason)
    if cell.is_own(study.coder):
        return _put_in_place(study, cell, said, citing, reason)
    return _put_over(study, cell, said, citing, reason)


def put_new(study: Study, cell: Cell, said: Said, citing: Cite | None, reason: str = "") -> int:
    """For the period of the cell; whatever stands there keeps its own."""
    with study.edit(record_label(study, cell, said)):
        fields = fields_of(study, cell, said)
        fields |= {"period": cell.period, "event_id": cell.event_id, "reason": reason}
        return record_observation(study, cell.subject_id, cell.attribute.id, cites=_cites(citing), **fields)


def words_of(cell: Cell, said: Said) -> str:
    """What was said, as a cell shows it."""
    if said.missing:
        return missing_name(said.missing)
    if not said.value:
        return short(said.typed)
    value = short(cell.kind.show(said.value, cell.names))
    return value if said.out_of is None else _("{part} of {total}").format(part=value, total=f"{said.out_of:g}")


def fields_of(study: Study, cell: Cell, said: Said) -> ObservationFields:
    """What the text says as fields of an observation; persons who are new are added."""
    try:
        value = value_with_persons(study, said, cell.kind, cell.names)
    except Unreadable as wrong:
        raise EditRefused(str(wrong)) from wrong
    return {
        "value": value,
        "typed": said.typed,
        "missing": said.missing,
        "wrong": said.is_wrong,
        "out_of": said.out_of,
    }


def _put_in_place(study: Study, cell: Cell, said: Said, citing: Cite | None, reason: str) -> int:
    """What described the old number alone goes with it: its bounds, its interval, its coders."""
    shown = _shown(cell)
    label = _("Correct {old} to {new} for {cell}").format(
        old=observation_words(study, shown.id), new=words_of(cell, said), cell=_name(study, cell)
    )
    with study.edit(label):
        fields = fields_of(study, cell, said)
        if keeps_total(cell, said, shown):
            del fields["out_of"]
        fields |= {"bound": "", "low": None, "high": None, "interval": "", "coders": None, "ordinal": None}
        fields["reason"] = reason or shown.reason
        correct_observation(study, shown.id, **fields)
        for each in _cites(citing):
            cite(study, "observation", shown.id, each)
    return shown.id


def _put_over(study: Study, cell: Cell, said: Said, citing: Cite | None, reason: str) -> int:
    """For the same period and event. What a share is of is unknown: the old base is that of the old source."""
    shown = _shown(cell)
    with study.edit(record_label(study, cell, said)) as edit:
        fields = fields_of(study, cell, said)
        fields |= {"period": shown.period, "attested": shown.attested, "event_id": shown.event_id, "reason": reason}
        new_id = record_observation(study, cell.subject_id, cell.attribute.id, cites=_cites(citing), **fields)
        for other_id in {*displaced_by(study, observation(study, new_id), cell.day), shown.id}:
            edit.update("observation", other_id, standing="rival")
    return new_id


def keeps_total(cell: Cell, said: Said, shown: Observation) -> bool:
    """Whether the total typed earlier still holds for a number typed without one."""
    number = cell.kind.number(said.value) if said.value else None
    return said.out_of is None and number is not None and (shown.out_of is None or number <= shown.out_of)


def _shown(cell: Cell) -> Observation:
    if cell.shown is None:
        raise EditRefused(_("Nothing stands in this cell."))
    return cell.shown


def _cites(citing: Cite | None) -> tuple[Cite, ...]:
    return (citing,) if citing else ()


def _name(study: Study, cell: Cell) -> str:
    return cell_name(study, cell.subject_id, cell.attribute.id)


def record_label(study: Study, cell: Cell, said: Said) -> str:
    return _("Record {value} for {cell}").format(value=words_of(cell, said), cell=_name(study, cell))
