"""`Edit`: the only way to write research rows. It keeps digests and the history, and gathers what changed."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from json.encoder import JSONEncoder
from typing import NamedTuple

import apsw

from parties_of_power.study.asking import ask_number, ask_one
from parties_of_power.study.changes import Changes, Operation, RowChange
from parties_of_power.study.digests import digest_of, verify_row
from parties_of_power.study.errors import EditRefused, StudyError
from parties_of_power.study.ids import new_id
from parties_of_power.study.tables import SPAN_COLUMNS, Row, complete_row, names_of, select_all
from parties_of_power.study.transaction import part, refuse_if_lost
from parties_of_power.texts import _

_COMPUTED = {*SPAN_COLUMNS, "edited"}
_written = JSONEncoder(ensure_ascii=False).encode


class Touch(NamedTuple):
    """One row before and after one step, and the cell or subject that it belongs to. `fields` are those that changed,
    of a new or removed row those that hold something."""

    table: str
    id: int
    before: Row | None
    after: Row | None
    fields: tuple[str, ...]
    subject_id: int | None
    attribute_id: int | None


class Edit:
    """An open edit. `number` is its place in the history.

    Fields are given as the columns of `schema`; a Period, a PartialDate or several texts may stand for a text. The
    days of a period, `edited` and the digest come by themselves. With `undoable=False` neither changeset nor rows are
    recorded, only that it happened: for filling a new study.
    """

    def __init__(self, db: apsw.Connection, label: str, coder: str, undoable: bool = True) -> None:
        self.label = label
        self.number = 1 + ask_number(db, "SELECT max(number) FROM history")
        self._db = db
        self._coder = coder
        self._undoable = undoable
        self._session = apsw.Session(db, "main") if undoable else None
        self._attached: set[str] = set()
        self._touches: list[Touch] = []
        self._rows_written = 0
        self._taken_back = 0

    def insert(self, table: str, **fields: object) -> int:
        """The id of the new row: the one given, or a new one."""
        row = complete_row(table, {"id": new_id(), **fields})
        if "edited" in row:
            row["edited"] = self.number
        self._before_writing(table)
        self._db.execute(_insert(table), (*row.values(), digest_of(table, row.values())))
        self._wrote(table, None, row)
        return int(row["id"] or 0)

    def take_over(self, table: str, **fields: object) -> None:
        """A row of another file with the `edited` that it had there. Edits after this one get higher numbers, so that
        the latest of equal observations stays the latest."""
        row = complete_row(table, fields)
        self.number = max(self.number, int(row.get("edited") or 0))
        self._before_writing(table)
        self._db.execute(_insert(table), (*row.values(), digest_of(table, row.values())))
        self._wrote(table, None, row)

    def update(self, table: str, row_id: int, **fields: object) -> bool:
        """Whether that changed anything. EditRefused where there is no such row."""
        before = self.row(table, row_id)
        after = complete_row(table, fields, before)
        if after == before:
            return False
        if "edited" in after:
            after["edited"] = self.number
        self._before_writing(table)
        self._write_over(table, before, after)
        self._wrote(table, before, after)
        return True

    def delete(self, table: str, row_id: int) -> None:
        """EditRefused where there is no such row, or another one still refers to it: delete that one first."""
        before = self.row(table, row_id)
        self._before_writing(table)
        belongs_to = self._belongs_to(table, before) if self._undoable else (None, None)
        try:
            self._db.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        except apsw.ConstraintError as wrong:
            raise EditRefused(
                _("This {table} cannot be removed: something refers to it.").format(table=table)
            ) from wrong
        self._rows_written += 1
        if self._undoable:
            self._touches.append(Touch(table, row_id, before, None, _changed(before, None), *belongs_to))

    def row(self, table: str, row_id: int) -> Row:
        """The row as it stands, its digest verified. EditRefused where there is none."""
        stored = ask_one(self._db, f"{select_all(table)} WHERE id = ?", (row_id,))
        if stored is None:
            raise EditRefused(_("This {table} is not in the study any more.").format(table=table))
        verify_row(table, stored)
        return dict(zip(names_of(table)[:-1], stored, strict=False))

    @property
    def progress(self) -> tuple[int, int]:
        """How often a part was taken back, and how many steps there are: another answer means other rows."""
        return self._taken_back, self._rows_written

    def row_changes(self, after: int) -> tuple[RowChange, ...] | None:
        """The steps after a number of them; None where they are not recorded."""
        return tuple(_row_change(touch) for touch in self._touches[after:]) if self._undoable else None

    @contextmanager
    def part(self) -> Iterator["Edit"]:
        """A part that is taken back by itself where it fails, if whoever opened this edit goes on nevertheless."""
        written = self._rows_written
        try:
            with part(self._db):
                yield self
        except BaseException:
            del self._touches[written:]
            self._rows_written = written
            self._taken_back += 1
            raise

    def finish(self) -> Changes | None:
        """Writes the history; None where nothing changed in the end."""
        refuse_if_lost(self._db)
        if self._session is None:
            return self._finish_unrecorded() if self._rows_written else None
        touches = [touch for touch in _netted(self._touches) if not self._took_back(touch)]
        if not touches:
            return None
        self._write_history("done", self._changeset(len(touches)))
        self._db.executemany(_INSERT_HISTORY_ROW, (_history_row(self.number, touch) for touch in touches))
        return Changes(self.label, self.number, "edit", tuple(_row_change(touch) for touch in touches))

    def close(self) -> None:
        if self._session is not None:
            self._session.close()

    def _before_writing(self, table: str) -> None:
        refuse_if_lost(self._db)
        if self._session is not None and table not in self._attached:
            self._session.attach(table)
            self._attached.add(table)

    def _wrote(self, table: str, before: Row | None, after: Row) -> None:
        self._rows_written += 1
        if self._undoable:
            row_id, fields = int(after["id"] or 0), _changed(after, before)
            self._touches.append(Touch(table, row_id, before, after, fields, *self._belongs_to(table, after)))

    def _write_over(self, table: str, before: Row, after: Row) -> None:
        changed = [name for name, value in after.items() if value != before[name]]
        assignments = ", ".join(f"{name} = ?" for name in (*changed, "digest"))
        values = (*(after[name] for name in changed), digest_of(table, after.values()), before["id"])
        self._db.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", values)

    def _took_back(self, touch: Touch) -> bool:
        """Whether the row says in the end what it said before. Then it also gets back its `edited`."""
        if touch.before is None or touch.after is None:
            return touch.before is touch.after
        if any(value != touch.before[name] for name, value in touch.after.items() if name != "edited"):
            return False
        if touch.after != touch.before:
            self._write_over(touch.table, touch.after, touch.before)
        return True

    def _belongs_to(self, table: str, row: Row) -> tuple[int | None, int | None]:
        if table == "citation" and row["observation_id"] is not None:
            cell = "SELECT subject_id, attribute_id FROM observation WHERE id = ?"
            return ask_one(self._db, cell, (row["observation_id"],)) or (None, None)
        subject = row["id"] if table == "subject" else row.get("subject_id")
        attribute = row["id"] if table == "attribute" else row.get("attribute_id")
        return (None if subject is None else int(subject)), (None if attribute is None else int(attribute))

    def _changeset(self, rows: int) -> bytes:
        if self._session is None:
            return b""
        changeset = self._session.changeset()
        recorded = sum(1 for _change in apsw.Changeset.iter(changeset))
        if recorded != rows:
            raise StudyError(
                _("The edit was taken back: {recorded} of its {rows} changes could be recorded.").format(
                    recorded=recorded, rows=rows
                )
            )
        return changeset

    def _finish_unrecorded(self) -> Changes:
        self._write_history("kept", b"")
        return Changes(self.label, self.number, "reload")

    def _write_history(self, state: str, changeset: bytes) -> None:
        parent = ask_number(self._db, "SELECT max(number) FROM history WHERE state IN ('done', 'kept')")
        digest = hashlib.sha256(changeset).digest()
        self._db.execute("UPDATE history SET state = 'aside', aside_by = ? WHERE state = 'undone'", (self.number,))
        self._db.execute(
            "INSERT INTO history(number, at, coder, label, state, parent, changeset, sha256) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (self.number, _now(), self._coder, self.label, state, parent, changeset, digest),
        )


_INSERT_HISTORY_ROW = (
    "INSERT INTO history_row(edit, tbl, row_id, subject_id, attribute_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


@cache
def _insert(table: str) -> str:
    names = names_of(table)
    return f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _netted(touches: Iterable[Touch]) -> list[Touch]:
    """One touch a row: from how it was before the edit to how it is after it."""
    net: dict[tuple[str, int], Touch] = {}
    for touch in touches:
        first = net.get((touch.table, touch.id))
        net[touch.table, touch.id] = touch if first is None else _from_before(first, touch)
    return list(net.values())


def _from_before(first: Touch, touch: Touch) -> Touch:
    """From the row before the first of two touches to the one after the other; `{}` where there is none at all."""
    row, other = (touch.after, first.before) if touch.after else (first.before, None)
    return touch._replace(before=first.before, fields=_changed(row or {}, other))


def _history_row(number: int, touch: Touch) -> tuple[object, ...]:
    before, after = _said(touch.before, touch.fields), _said(touch.after, touch.fields)
    return number, touch.table, touch.id, touch.subject_id, touch.attribute_id, before, after


def _said(row: Row | None, fields: tuple[str, ...]) -> str | None:
    return None if row is None else _written({name: row[name] for name in fields})


def _changed(row: Row, other: Row | None) -> tuple[str, ...]:
    """The fields in which a row differs from another; without one those that hold something."""
    if other is None:
        return tuple([name for name, value in row.items() if value not in (None, "") and name not in _COMPUTED])
    return tuple([name for name, value in row.items() if value != other[name] and name not in _COMPUTED])


def _row_change(touch: Touch) -> RowChange:
    operation: Operation = "insert" if touch.before is None else "delete" if touch.after is None else "update"
    fields = frozenset(touch.fields)
    return RowChange(touch.table, operation, touch.id, fields, touch.subject_id, touch.attribute_id)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
