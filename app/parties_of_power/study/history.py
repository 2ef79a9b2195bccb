"""The history of a study: who changed what, when; the story of a cell; branches that were set aside."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from parties_of_power.study.errors import UndoRefused
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.study.study import Study

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


def history(study: "Study", limit: int | None = None) -> list[HistoryEntry]:
    """Newest first."""
    return [HistoryEntry(*row) for row in study.rows(f"{_ENTRIES} ORDER BY number DESC LIMIT ?", (limit or -1,))]


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
        changes.append(CellChange(entries[number], table, row_id, _fields(before), _fields(after)))
    return changes


def changes_of_edit(study: "Study", number: int) -> list[CellChange]:
    """Every row that one edit touched."""
    of = entry(study, number)
    rows = study.rows("SELECT tbl, row_id, before, after FROM history_row WHERE edit = ? ORDER BY id", (number,))
    return [CellChange(of, table, row_id, _fields(before), _fields(after)) for table, row_id, before, after in rows]


def entry(study: "Study", number: int) -> HistoryEntry:
    """UndoRefused where the history knows no such edit."""
    for row in study.rows(f"{_ENTRIES} WHERE number = ?", (number,)):
        return HistoryEntry(*row)
    raise UndoRefused(_("There is no edit {number} in the history.").format(number=number))


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


def _fields(written: str | None) -> dict[str, object] | None:
    if written is None:
        return None
    try:
        fields: dict[str, object] = json.loads(written)
    except ValueError:
        return {}
    return fields
