"""Undo and redo: the changeset of an edit applied backwards or forwards, whole or not at all."""

import hashlib
import json
from dataclasses import dataclass

import apsw

from parties_of_power.study.asking import ask, ask_number, ask_one
from parties_of_power.study.changes import ChangeKind, Changes, Operation, RowChange
from parties_of_power.study.digests import verify_row
from parties_of_power.study.errors import DamagedStudy, UndoRefused
from parties_of_power.study.opening import is_large
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.tables import select_all
from parties_of_power.study.transaction import transaction
from parties_of_power.texts import _

_OPPOSITE: dict[Operation, Operation] = {"insert": "delete", "delete": "insert", "update": "update"}


@dataclass(frozen=True, slots=True)
class _Recorded:
    """An edit as the history keeps it; the changeset of one that cannot be undone is empty."""

    number: int
    label: str
    changeset: bytes
    sha256: bytes


def label_to_undo(db: apsw.Connection) -> str:
    """The label of the edit that undo would take back, empty where there is none."""
    last = ask_one(db, "SELECT state, label FROM history WHERE state IN ('done', 'kept') ORDER BY number DESC LIMIT 1")
    return str(last[1]) if last and last[0] == "done" else ""


def label_to_redo(db: apsw.Connection) -> str:
    next_one = ask_one(db, "SELECT label FROM history WHERE state = 'undone' ORDER BY number LIMIT 1")
    return str(next_one[0]) if next_one else ""


def undo(db: apsw.Connection) -> Changes | None:
    """Takes back the last edit. None where there is none, UndoRefused where it no longer fits."""
    return _step(
        db,
        "undo",
        "SELECT number FROM history WHERE state = 'done' AND number = "
        "(SELECT max(number) FROM history WHERE state IN ('done', 'kept'))",
    )


def redo(db: apsw.Connection) -> Changes | None:
    return _step(db, "redo", "SELECT min(number) FROM history WHERE state = 'undone'")


def current_chain(db: apsw.Connection) -> tuple[int, ...]:
    """The edits in force, oldest first."""
    found = ask(db, "SELECT number FROM history WHERE state IN ('done', 'kept') ORDER BY number")
    return tuple(number for (number,) in found)


def chain_to(db: apsw.Connection, number: int) -> tuple[int, ...]:
    """The edits that were in force when this one had just been made, oldest first."""
    parents: dict[int, int] = dict(ask(db, "SELECT number, parent FROM history"))
    chain: list[int] = []
    while number in parents and number not in chain:
        chain.append(number)
        number = parents[number]
    return tuple(reversed(chain))


def go_to(db: apsw.Connection, chain: tuple[int, ...]) -> bool:
    """Undoes and redoes until exactly these edits are in force, in one transaction. Whether anything changed.

    Edits that are left and follow the new end can be redone; the others are set aside.
    """
    now = current_chain(db)
    if now == chain:
        return False
    pairs = zip(now, chain, strict=False)
    shared = next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(now), len(chain)))
    with transaction(db):
        for number in reversed(now[shared:]):
            _apply(db, _recorded(db, number), "undo")
        for number in chain[shared:]:
            _apply(db, _recorded(db, number), "redo")
        _mark(db, now[shared:], chain, chain[shared:])
    return True


def _mark(db: apsw.Connection, left: tuple[int, ...], chain: tuple[int, ...], entered: tuple[int, ...]) -> None:
    undone = tuple(number for (number,) in ask(db, "SELECT number FROM history WHERE state = 'undone'"))
    for number in entered:
        db.execute("UPDATE history SET state = 'done', aside_by = NULL WHERE number = ?", (number,))
    for number in {*left, *undone} - {*chain}:
        follows = chain_to(db, number)[: len(chain)] == chain
        state, by = ("undone", None) if follows else ("aside", entered[0])
        db.execute("UPDATE history SET state = ?, aside_by = ? WHERE number = ?", (state, by, number))


def _step(db: apsw.Connection, kind: ChangeKind, which: str) -> Changes | None:
    with transaction(db):
        number = ask_number(db, which)
        if not number:
            return None
        recorded = _recorded(db, number)
        rows = _apply(db, recorded, kind)
        state = "undone" if kind == "undo" else "done"
        db.execute("UPDATE history SET state = ? WHERE number = ?", (state, recorded.number))
    return Changes(recorded.label, recorded.number, kind, rows)


def _recorded(db: apsw.Connection, number: int) -> _Recorded:
    found = ask_one(db, "SELECT number, label, changeset, sha256 FROM history WHERE number = ?", (number,))
    if found is None:
        raise UndoRefused(_("There is no edit {number} in the history.").format(number=number))
    recorded = _Recorded(*found)
    if not recorded.changeset:
        raise UndoRefused(_("“{label}” was not recorded and cannot be undone.").format(label=recorded.label))
    if hashlib.sha256(recorded.changeset).digest() != recorded.sha256:
        raise UndoRefused(
            _("The record of “{label}” is damaged, so it was left as it is.").format(label=recorded.label)
        )
    return recorded


def _apply(db: apsw.Connection, recorded: _Recorded, kind: ChangeKind) -> tuple[RowChange, ...]:
    rows = tuple(_rows(db, recorded.number, kind))
    changeset = apsw.Changeset.invert(recorded.changeset) if kind == "undo" else recorded.changeset
    expected = _expected(changeset)
    if expected.keys() != {(row.table, row.id) for row in rows}:
        raise _misfit(recorded, [])
    misfits: list[str] = []

    def refuse(_reason: int, change: apsw.TableChange) -> int:
        misfits.append(change.name if change is not None else "")
        return int(apsw.SQLITE_CHANGESET_ABORT)

    before = db.total_changes()
    try:
        apsw.Changeset.apply(changeset, db, conflict=refuse, flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION)
    except (apsw.AbortError, apsw.ConstraintError, apsw.SchemaChangeError) as wrong:
        raise _misfit(recorded, misfits) from wrong
    # More effects than changes are possible: SQLite moves rows out of the way where unique values were swapped.
    if misfits or db.total_changes() - before < len(expected):
        raise _misfit(recorded, misfits)
    _verify(db, recorded, expected)
    return rows


def _expected(changeset: bytes) -> dict[tuple[str, int], object]:
    """Of each row that the changeset touches the digest it will have, None for one that will be gone."""
    expected: dict[tuple[str, int], object] = {}
    for change in apsw.Changeset.iter(changeset):
        old, new = change.old or (), change.new or ()
        expected[change.name, int(str((old or new)[0]))] = new[-1] if new else None
    return expected


def _misfit(recorded: _Recorded, tables: list[str]) -> UndoRefused:
    where = ", ".join(sorted({table for table in tables if table}))
    if where:
        return UndoRefused(
            _("“{label}” no longer fits: rows of {tables} have been changed since. Nothing was changed.").format(
                label=recorded.label, tables=where
            )
        )
    return UndoRefused(_("“{label}” no longer fits. Nothing was changed.").format(label=recorded.label))


def _verify(db: apsw.Connection, recorded: _Recorded, expected: dict[tuple[str, int], object]) -> None:
    """The rows are what the record and their digests say, and they refer to nothing that is not there."""
    for (table, row_id), digest in expected.items():
        row = ask_one(db, f"{select_all(table)} WHERE id = ?", (row_id,))
        if (row[-1] if row else None) != digest:
            raise _misfit(recorded, [table])
        if row is not None:
            try:
                verify_row(table, row)
            except DamagedStudy as wrong:
                raise UndoRefused(str(wrong)) from wrong
    if is_large(db):
        return  # applying a changeset counts broken references itself; reading whole tables as well takes too long here
    for table in sorted({table for table, _id in expected}):
        if ask_one(db, f"SELECT 1 FROM pragma_foreign_key_check('{table}') LIMIT 1"):
            raise _misfit(recorded, [table])


def _rows(db: apsw.Connection, number: int, kind: ChangeKind) -> list[RowChange]:
    """What the history says that the edit touched, seen in the direction of `kind`."""
    found = ask(
        db,
        "SELECT tbl, row_id, before, after, subject_id, attribute_id FROM history_row WHERE edit = ? ORDER BY id",
        (number,),
    )
    try:
        return [_row_change(kind, *row) for row in found]
    except ValueError as wrong:
        raise UndoRefused(_("The index of edit {number} is damaged.").format(number=number)) from wrong


def _row_change(
    kind: ChangeKind, table: str, row_id: int, before: str | None, after: str | None, *belongs_to: int | None
) -> RowChange:
    if table not in RESEARCH:
        raise ValueError(table)
    operation: Operation = "insert" if before is None else "delete" if after is None else "update"
    if kind == "undo":
        operation = _OPPOSITE[operation]
    return RowChange(table, operation, row_id, frozenset(json.loads(after or before or "{}")), *belongs_to)
