"""The history of a study: who changed what, when; the story of a cell; branches that were set aside."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parties_of_power.study.errors import UndoRefused
from parties_of_power.study.tables import names_of, select_all
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.study.study import Study

Fields = dict[str, object]
EntryState = Literal["done", "undone", "aside", "kept"]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One edit. `state`: done, undone (redo brings it back), aside (a branch that a later edit replaced) or kept (it
    cannot be undone). `at` is an ISO 8601 time with its offset, `rows` how many rows it touched."""

    number: int
    at: str
    coder: str
    label: str
    state: EntryState
    rows: int


@dataclass(frozen=True, slots=True)
class CellChange:
    """What one edit changed of one row of a cell; None where there was no row before, or none after."""

    entry: HistoryEntry
    table: str
    row_id: int
    before: dict[str, object] | None
    after: dict[str, object] | None
    subject_id: int | None = None
    attribute_id: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which edits are wanted: those that touched a subject, with an attribute only its cell; those of a coder; those
    since a day, which is an ISO date. None and blank want all."""

    subject_id: int | None = None
    attribute_id: int | None = None
    coder: str | None = None
    since: str = ""

    def keeps(self, change: CellChange) -> bool:
        """Whether a row of an edit belongs to the subject or cell that is wanted."""
        return self.subject_id in (None, change.subject_id) and self.attribute_id in (None, change.attribute_id)


def history(study: "Study", limit: int | None = None, wanted: HistoryFilter | None = None) -> list[HistoryEntry]:
    """Newest first."""
    where, params = _condition(wanted or HistoryFilter())
    rows = study.rows(f"{_ENTRIES} WHERE {where} ORDER BY number DESC LIMIT ?", (*params, limit or -1))
    return [HistoryEntry(*row) for row in rows]


def coders(study: "Study") -> list[str]:
    """Everybody who has edited the study, by the alphabet."""
    return [coder for (coder,) in study.rows("SELECT DISTINCT coder FROM history ORDER BY coder")]


def history_of_cell(study: "Study", subject_id: int, attribute_id: int) -> list[CellChange]:
    """Newest first, the changes of the cell's observations and of their citations."""
    rows = study.rows(
        "SELECT edit, tbl, row_id, before, after FROM history_row "
        "WHERE subject_id = ? AND attribute_id = ? ORDER BY edit DESC, id",
        (subject_id, attribute_id),
    )
    entries: dict[int, HistoryEntry] = {}
    changes = []
    for number, table, row_id, before, after in list(rows):
        if number not in entries:
            entries[number] = entry(study, number)
        sides = _fields(before), _fields(after)
        changes.append(CellChange(entries[number], table, row_id, *sides, subject_id, attribute_id))
    return changes


def changes_of_edit(study: "Study", number: int) -> list[CellChange]:
    """Every row that one edit touched."""
    of = entry(study, number)
    rows = study.rows(
        "SELECT tbl, row_id, before, after, subject_id, attribute_id FROM history_row WHERE edit = ? ORDER BY id",
        (number,),
    )
    return [
        CellChange(of, table, row_id, _fields(before), _fields(after), *cell)
        for table, row_id, before, after, *cell in rows
    ]


def entry(study: "Study", number: int) -> HistoryEntry:
    """UndoRefused where the history knows no such edit."""
    for row in study.rows(f"{_ENTRIES} WHERE number = ?", (number,)):
        return HistoryEntry(*row)
    raise UndoRefused(_("There is no edit {number} in the history.").format(number=number))


def row_at(study: "Study", table: str, row_id: int, number: int, *, before: bool = False) -> Fields | None:
    """The fields of a row as an edit left them, with `before` as it found them; None where there was no such row.

    The row as it is now is taken back along the edits in force, to how it was before the first of them that is
    recorded, and from there led to the edit, which may lie on a branch that was set aside.
    """
    entry(study, number)
    found = study.rows("SELECT edit, before, after FROM history_row WHERE tbl = ? AND row_id = ?", (table, row_id))
    steps = {edit: (_fields(old), _fields(new)) for edit, old, new in found}
    row = next(iter(study.rows(f"{select_all(table)} WHERE id = ?", (row_id,))), None)
    state = None if row is None else dict(zip(names_of(table)[:-1], row, strict=False))
    for (edit,) in list(study.rows("SELECT number FROM history WHERE state IN ('done', 'kept') ORDER BY number DESC")):
        if edit in steps:
            old, new = steps[edit]
            state = _stepped(state, new, old)
    chain = study.chain_to(number)
    for edit in chain[:-1] if before else chain:
        if edit in steps:
            state = _stepped(state, *steps[edit])
    return state


def restore_branch(study: "Study", number: int) -> bool:
    """Brings back the branch that holds this edit, up to its last one. What it replaces is set aside, not lost."""
    of = entry(study, number)
    if of.state != "aside":
        raise UndoRefused(_("Edit {number} is not part of a branch that was set aside.").format(number=number))
    aside = study.rows(
        "SELECT number FROM history WHERE state = 'aside' AND aside_by = "
        "(SELECT aside_by FROM history WHERE number = ?) ORDER BY number DESC",
        (number,),
    )
    chains = (study.chain_to(last) for (last,) in list(aside))
    return study.go_to(next(chain for chain in chains if number in chain))


_ENTRIES = "SELECT number, at, coder, label, state, (SELECT count(*) FROM history_row WHERE edit = number) FROM history"


def _condition(wanted: HistoryFilter) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = ["1"]
    params: list[object] = []
    touched = {"subject_id": wanted.subject_id, "attribute_id": wanted.attribute_id}
    asked = {column: row_id for column, row_id in touched.items() if row_id is not None}
    if asked:
        of_rows = " AND ".join(f"{column} = ?" for column in asked)
        parts.append(f"number IN (SELECT edit FROM history_row WHERE {of_rows})")
        params += asked.values()
    if wanted.coder is not None:
        parts.append("coder = ?")
        params.append(wanted.coder)
    if wanted.since:
        parts.append("substr(at, 1, 10) >= ?")
        params.append(wanted.since)
    return " AND ".join(parts), tuple(params)


def _stepped(state: Fields | None, source: Fields | None, target: Fields | None) -> Fields | None:
    """A row led over one step of the history, from one of its sides to the other. The sides of a change hold the
    changed fields only, that of a new or removed row all that held something."""
    if target is None:
        return None
    return dict(target) if source is None or state is None else {**state, **target}


def _fields(written: str | None) -> dict[str, object] | None:
    if written is None:
        return None
    try:
        fields: dict[str, object] = json.loads(written)
    except ValueError:
        return {}
    return fields
