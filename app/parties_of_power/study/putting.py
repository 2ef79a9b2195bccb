"""Putting many answers into their cells in one edit: as `placing` does it, without asking the file about each again."""

from collections.abc import Sequence
from dataclasses import replace

from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study.answers import TypingKind
from parties_of_power.study.cells import Cell
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.standing import giving_way
from parties_of_power.study.edits.values import check_numbers
from parties_of_power.study.placing import keeps_total
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said

_OF_OLD_NUMBER = {"bound": "", "low": None, "high": None, "interval": "", "coders": None, "ordinal": None}


def put_answer(study: Study, edit: Edit, cell: Cell, said: Said, cites: Sequence[Cite], *, reason: str = "") -> int:
    """The observation that says it from now on. The cell has to be as it was read, and the value one of its kind."""
    shown = cell.shown
    fields = _fields(cell, said)
    if reason:
        fields["reason"] = reason
    check_numbers(fields)
    if shown is not None and cell.is_own(study.coder):
        _put_in_place(edit, cell, said, shown, fields)
        _cite(edit, shown.id, cites)
        return shown.id
    period = cell.period if shown is None else shown.period
    kept: dict[str, object] = {"event_id": cell.event_id}
    if shown is not None:
        kept = {"attested": shown.attested, "event_id": shown.event_id}
    new_id = edit.insert(
        "observation",
        subject_id=cell.subject_id,
        attribute_id=cell.attribute.id,
        coder=study.coder,
        standing="adopted",
        period=period,
        **fields,
        **kept,
    )
    _cite(edit, new_id, cites)
    if shown is not None:
        for other_id in {*_giving_way(cell, shown, new_id, said.value), shown.id}:
            edit.update("observation", other_id, standing="rival")
    return new_id


def is_written_here(kind: TypingKind, said: Said) -> bool:
    """Whether `put_answer` can write it: adopting, and adding persons, are left to typing."""
    return kind in ("new", "correct", "rival", "wrong") and not said.new_persons


def _put_in_place(edit: Edit, cell: Cell, said: Said, shown: Observation, fields: dict[str, object]) -> None:
    if keeps_total(cell, said, shown):
        del fields["out_of"]
    edit.update("observation", shown.id, **fields, **_OF_OLD_NUMBER)


def _fields(cell: Cell, said: Said) -> dict[str, object]:
    return {
        "value": said.value,
        "typed": said.typed,
        "missing": said.missing,
        "wrong": int(said.is_wrong),
        "out_of": said.out_of,
        "number": cell.kind.number(said.value) if said.value else None,
    }


def _giving_way(cell: Cell, shown: Observation, new_id: int, value: str) -> tuple[int, ...]:
    """What gives way to a new one of the same days as what is shown; mostly nothing else is adopted in a cell."""
    if all(each.standing != "adopted" or each is shown for each in cell.observations):
        return (shown.id,)
    return giving_way(cell.attribute.validity, replace(shown, id=new_id, value=value), cell.observations, cell.day)


def _cite(edit: Edit, observation_id: int, cites: Sequence[Cite]) -> None:
    for position, each in enumerate(cites, 1):
        edit.insert(
            "citation",
            observation_id=observation_id,
            source_id=each.source_id,
            locator=each.locator,
            accessed=each.accessed,
            position=position,
        )
