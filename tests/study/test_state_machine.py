"""Edits of real rows in any order with undo, redo, closing, crashes and foreign changes, against plain dictionaries."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from parties_of_power.study.errors import DamagedStudy, EditRefused, UndoRefused
from parties_of_power.study.study import Study

TEXTS = st.one_of(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["", "NA", "=1+1", "0", "\u202e", "é", "a\nb", "1e5", "Нұр Отан"]),
)
NUMBERS = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**53), 2**53))
PERIODS = st.sampled_from(["", "2007-12-02", "1999~", "2001/..", "2001/", "[2002,2003]", "199X/2006"])
PLACES = st.integers(0, 1_000)

Rows = dict[tuple[str, int], dict[str, Any]]


class EditedStudy(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "study.parties"
        self.study = Study.create(self.path, coder="Ada")
        self.study._db.pragma("synchronous", "off")
        self.rows: Rows = {}
        self.done: list[Rows] = []
        self.undone: list[Rows] = []

    def teardown(self) -> None:
        self.study.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def ids(self, table: str) -> list[int]:
        return sorted(row_id for of, row_id in self.rows if of == table)

    def pick(self, table: str, place: int) -> int:
        ids = self.ids(table)
        return ids[place % len(ids)]

    def has(self, *tables: str) -> bool:
        return all(self.ids(table) for table in tables)

    def edited(self, before: Rows) -> None:
        """The dictionaries have been changed as the study was."""
        if self.rows != before:
            self.done.append(before)
            self.undone.clear()

    def copy(self) -> Rows:
        return {key: dict(row) for key, row in self.rows.items()}

    def insert(self, table: str, **fields: Any) -> None:
        before = self.copy()
        with self.study.edit(f"Add {table}") as edit:
            row_id = edit.insert(table, **fields)
        self.rows[table, row_id] = fields
        self.edited(before)

    @rule(name=TEXTS, key=TEXTS)
    def add_source(self, name: str, key: str) -> None:
        self.insert("source", title=name, key=key)

    @rule(kind=st.sampled_from(["party", "state"]), key=TEXTS)
    def add_subject(self, kind: str, key: str) -> None:
        self.insert("subject", kind=kind, key=key)

    @precondition(lambda self: len(self.ids("attribute")) < 2)
    @rule(name=TEXTS)
    def add_attribute(self, name: str) -> None:
        self.insert("attribute", name=name, kind="text", subject_kind="party", validity="timeless")

    @precondition(lambda self: self.has("subject", "attribute"))
    @rule(subject=PLACES, attribute=PLACES, value=TEXTS, number=NUMBERS, period=PERIODS)
    def add_observation(self, subject: int, attribute: int, value: str, number: float | None, period: str) -> None:
        cell = {"subject_id": self.pick("subject", subject), "attribute_id": self.pick("attribute", attribute)}
        self.insert("observation", value=value, number=number, period=period, standing="adopted", **cell)

    @precondition(lambda self: self.has("observation", "source"))
    @rule(observation=PLACES, source=PLACES)
    def add_citation(self, observation: int, source: int) -> None:
        cited = {"observation_id": self.pick("observation", observation)}
        self.insert("citation", source_id=self.pick("source", source), **cited)

    @precondition(lambda self: self.has("observation"))
    @rule(place=PLACES, value=TEXTS, number=NUMBERS, period=PERIODS)
    def change_observation(self, place: int, value: str, number: float | None, period: str) -> None:
        before = self.copy()
        row_id = self.pick("observation", place)
        fields = {"value": value, "number": number, "period": period}
        with self.study.edit("Change") as edit:
            edit.update("observation", row_id, **fields)
        self.rows["observation", row_id].update(fields)
        self.edited(before)

    @precondition(lambda self: self.has("observation"))
    @rule(count=st.integers(1, 4), value=TEXTS)
    def paste(self, count: int, value: str) -> None:
        """Several cells as one edit, by edits inside it, one of which fails and is taken back."""
        before = self.copy()
        with self.study.edit("Paste"):
            for row_id in self.ids("observation")[:count]:
                with self.study.edit("Cell") as cell:
                    cell.update("observation", row_id, value=value)
                self.rows["observation", row_id]["value"] = value
            try:
                with self.study.edit("Cell") as cell:
                    cell.insert("source", title="never")
                    cell.update("observation", row_id, value="never", subject_id=1)
            except EditRefused:
                pass
        self.edited(before)

    @precondition(lambda self: self.has("observation"))
    @rule(place=PLACES)
    def remove_observation(self, place: int) -> None:
        before = self.copy()
        row_id = self.pick("observation", place)
        citing = [cited for cited in self.ids("citation") if self.rows["citation", cited]["observation_id"] == row_id]
        with self.study.edit("Remove") as edit:
            for citation in citing:
                edit.delete("citation", citation)
                del self.rows["citation", citation]
            edit.delete("observation", row_id)
        del self.rows["observation", row_id]
        self.edited(before)

    @rule(name=TEXTS)
    def fail(self, name: str) -> None:
        try:
            with self.study.edit("Fail") as edit:
                edit.insert("source", title=name)
                for row_id in self.ids("observation"):
                    edit.update("observation", row_id, value="never")
                raise ZeroDivisionError
        except ZeroDivisionError:
            pass

    @rule()
    def undo(self) -> None:
        assert (self.study.undo() is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.rows)
            self.rows = self.done.pop()

    @rule()
    def redo(self) -> None:
        assert (self.study.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.rows)
            self.rows = self.undone.pop()

    @precondition(lambda self: self.done)
    @rule(count=st.integers(1, 6))
    def back_and_forth(self, count: int) -> None:
        before = self.study.dump()
        steps = sum(self.study.undo() is not None for _each in range(count))
        assert steps == min(count, len(self.done))
        for _each in range(steps):
            self.study.redo()
        assert self.study.dump() == before

    @precondition(lambda self: self.has("source"))
    @rule(place=PLACES)
    def foreign_change(self, place: int) -> None:
        """Somebody else changed a row: an undo that touches it is refused whole, an edit of it as well."""
        row_id = self.pick("source", place)
        touched = bool(self.done) and self.done[-1].get(("source", row_id)) != self.rows["source", row_id]
        self.study._db.execute("UPDATE source SET note = note || 'foreign' WHERE id = ?", (row_id,))
        before = self.study.dump()
        try:
            self.study.undo()
            assert not touched
            self.study.redo()
        except UndoRefused:
            assert touched
        assert self.study.dump() == before
        try:
            with self.study.edit("Change") as edit:
                edit.update("source", row_id, title="never")
            raise AssertionError
        except DamagedStudy:
            pass
        self.study._db.execute("UPDATE source SET note = replace(note, 'foreign', '') WHERE id = ?", (row_id,))

    @rule()
    def reopen(self) -> None:
        self.study.close()
        self.open(self.path)

    @rule()
    def crash(self) -> None:
        """The files as a kill in mid-edit leaves them, half of the edit already written, opened elsewhere."""
        crashed = self.folder / f"crash{len(list(self.folder.iterdir()))}.parties"
        self.study._db.pragma("cache_size", 1)
        try:
            with self.study.edit("Never") as edit:
                for _each in range(15):
                    edit.insert("source", title="never" * 200)
                for ending in ("", "-journal"):  # by another process: our locks on the file stay
                    subprocess.run(["cp", f"{self.path}{ending}", f"{crashed}{ending}"], check=True)
                raise ZeroDivisionError
        except ZeroDivisionError:
            self.study.close()
        self.open(crashed)

    def open(self, path: Path) -> None:
        self.path = path
        self.study = Study.open(path, coder="Ada")
        self.study._db.pragma("synchronous", "off")

    @invariant()
    def the_study_says_the_same(self) -> None:
        stored: Rows = {}
        for table, fields in FIELDS.items():
            for row_id, *values in self.study.rows(f"SELECT id, {', '.join(fields)} FROM {table}"):
                stored[table, row_id] = dict(zip(fields, values, strict=True))
        assert stored == self.rows

    @invariant()
    def the_study_is_sound(self) -> None:
        assert self.study.check() == []
        assert self.study.edit_number >= len(self.done)


FIELDS = {
    "source": ("title", "key"),
    "subject": ("kind", "key"),
    "attribute": ("name", "kind", "subject_kind", "validity"),
    "observation": ("value", "number", "period", "standing", "subject_id", "attribute_id"),
    "citation": ("source_id", "observation_id"),
}

TestEditedStudy = EditedStudy.TestCase
TestEditedStudy.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
