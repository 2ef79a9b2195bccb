"""`Study`: an open .parties file. Edits, undo and redo, questions, settings, copies."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from parties_of_power.domain.dates import today
from parties_of_power.study import copies, migrations, opening, undo
from parties_of_power.study.asking import Asked, ask, ask_one
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes, Listener
from parties_of_power.study.checking import problems_of
from parties_of_power.study.edit import Edit
from parties_of_power.study.errors import ReadOnlyStudy, StudyError, UndoRefused
from parties_of_power.study.lock import Lock, LockHeld, LockImpossible, take_lock, user_name
from parties_of_power.study.opening import OpenFile
from parties_of_power.study.schema import VERSION
from parties_of_power.study.transaction import sentences, transaction
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Access:
    """The lock of whoever may write; else who holds the file, where that is known, and the sentence that says why."""

    lock: Lock | None
    held_by: str = ""
    why_read_only: str = ""


class Study:
    """Made by `open` or `create`, ended by `close`; also usable in a `with` statement.

    `held_by` says who holds the file where it could only be opened for reading, `why_read_only` is the sentence.
    """

    def __init__(self, path: Path, file: OpenFile, access: Access, coder: str) -> None:
        self.path = path
        self.coder = coder or user_name()
        self.held_by = access.held_by
        self.why_read_only = access.why_read_only
        self._file = file
        self._db = file.db
        self._lock = access.lock
        self._edit: Edit | None = None
        self._is_closed = False
        self._kept_copy: Path | None = None
        self._is_unchanged = True
        self._listeners: list[Listener] = []
        # Called before the file is taken for writing: whoever reads it in another thread lets go of it here.
        self.before_writing: Callable[[], None] = _nothing
        self._unsaved: dict[str, str] = {}
        self._catalogue = Catalogue(self)
        self._catalogue_in_edit = (0, 0), self._catalogue
        self._chain_at_opening = undo.current_chain(file.db)
        self._data_version = file.db.pragma("data_version")

    @classmethod
    def open(cls, path: Path | str, *, coder: str = "", read_only: bool = False) -> "Study":
        """A checked study. Where another program holds it, or the place cannot be written, it is open for reading."""
        place = Path(path).resolve()
        version = opening.sniff(place)
        access = Access(None, "", _("The study was opened for reading only.")) if read_only else _locked(place)
        lock = access.lock
        try:
            file = _opened(place, lock is not None, version)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        if lock is not None and file.db.readonly("main"):
            lock.release()
            access = Access(None, "", _("The study's file cannot be written, so it is open for reading only."))
        return cls(place, file, access, coder)

    @classmethod
    def create(cls, path: Path | str, *, coder: str = "", title: str = "") -> "Study":
        """A new study without rows. StudyError where there is a file of that name."""
        place = Path(path).resolve()
        copies.make_new(place, title)
        return cls.open(place, coder=coder)

    def __enter__(self) -> "Study":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Saves the settings that wait, and lets the file go."""
        if self._is_closed:
            return
        try:
            self.save_settings()
        except StudyError:
            self._unsaved.clear()  # only where a view stood is lost; the edits are on disk
        self._file.close()
        self._is_closed = True
        if self._lock is not None:
            self._lock.release()

    @property
    def is_read_only(self) -> bool:
        return self._lock is None

    @property
    def is_in_edit(self) -> bool:
        """Whether an edit is open, so that what is read may change without a message."""
        return self._edit is not None

    @property
    def title(self) -> str:
        found = self._first("SELECT value FROM study WHERE key = 'title'")
        return str(found[0]) if found else self.path.stem

    @property
    def catalogue(self) -> Catalogue:
        """The small tables, inside an edit as they stand after its steps so far."""
        if self._edit is None:
            return self._catalogue
        taken_back, steps = self._edit.progress
        (was_taken_back, was_steps), catalogue = self._catalogue_in_edit
        if taken_back != was_taken_back:
            catalogue = Catalogue(self)
        elif steps != was_steps:
            rows = self._edit.row_changes(was_steps)
            catalogue = Catalogue(self) if rows is None else catalogue.after(Changes("", 0, "edit", rows))
        self._catalogue_in_edit = (taken_back, steps), catalogue
        return catalogue

    def rows(self, sql: str, params: Iterable[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Reads with SQL, for `study` and `analysis`."""
        with sentences():
            yield from ask(self._db, sql, tuple(params))

    @contextmanager
    def edit(self, label: str, *, undoable: bool = True) -> Iterator[Edit]:
        """One recorded transaction. Inside another edit it is a part of that one."""
        if self._edit is not None:
            with sentences(), self._edit.part() as joined:
                yield joined
            return
        self._prepare_to_write()
        before = self._catalogue
        try:
            with transaction(self._db):
                self._edit = Edit(self._db, label, self.coder, undoable)
                self._catalogue_in_edit = (0, 0), before
                yield self._edit
                changes = self._edit.finish()
                self._write_settings()
                after = self.catalogue
        except BaseException:
            if self._edit is not None and self._edit.progress != (0, 0):
                self._catalogue = Catalogue(self)  # the one before may have read rows that are gone now
            raise
        else:
            self._catalogue = after
        finally:
            self._end_edit()
        self._unsaved.clear()
        if changes is not None:
            self._tell(changes)

    def undo(self) -> Changes | None:
        """Takes back the last edit; None where there is none. UndoRefused changes nothing."""
        return self._step(undo.undo)

    def redo(self) -> Changes | None:
        return self._step(undo.redo)

    @property
    def undo_label(self) -> str:
        with sentences():
            return undo.label_to_undo(self._db)

    @property
    def redo_label(self) -> str:
        with sentences():
            return undo.label_to_redo(self._db)

    @property
    def edit_number(self) -> int:
        """The number of the last edit in force, 0 where there is none."""
        found = self._first("SELECT max(number) FROM history WHERE state IN ('done', 'kept')")
        return int(found[0] or 0) if found else 0

    def go_to(self, chain: tuple[int, ...]) -> bool:
        """Undoes and redoes in one step until exactly these edits are in force."""
        self._prepare_to_write()
        with sentences():
            moved = undo.go_to(self._db, chain)
        if moved:
            self._announce(Changes("", self.edit_number, "reload"))
        return moved

    def revert(self) -> bool:
        """Back to how the study was opened, in one step; whether anything had changed. Redo brings it forward again.

        UndoRefused, where the edits since no longer fit, names the copy that was kept before the first of them.
        """
        try:
            return self.go_to(self._chain_at_opening)
        except UndoRefused as wrong:
            if self._kept_copy is None:
                raise
            kept = _("The study as it was opened lies in {path}.").format(path=self._kept_copy)
            raise UndoRefused(f"{wrong} {kept}") from wrong

    def chain_to(self, number: int) -> tuple[int, ...]:
        """The edits that were in force when this one had just been made, oldest first."""
        with sentences():
            return undo.chain_to(self._db, number)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after each edit, undo and redo; the answer ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def refresh(self) -> bool:
        """Whether another program has written since; then everybody is told to read anew."""
        with sentences():
            version = self._db.pragma("data_version")
        if version == self._data_version:
            return False
        self._data_version = version
        self._announce(Changes("", self.edit_number, "reload"))
        return True

    def setting(self, key: str, default: str = "") -> str:
        if key in self._unsaved:
            return self._unsaved[key]
        found = self._first("SELECT value FROM setting WHERE key = ?", key)
        return str(found[0]) if found else default

    def set_setting(self, key: str, value: str) -> None:
        """Outside the history. A study that is read only remembers it while it is open."""
        self._unsaved[key] = value
        self.save_settings()
        if key == "reader_language":
            self._announce(Changes("", self.edit_number, "reload"))

    def remember(self, key: str, value: str) -> None:
        """A setting that is written with the next edit, `save_settings` or `close`; nothing where it is so already, or
        the study is closed."""
        if not self._is_closed and value != self.setting(key):
            self._unsaved[key] = value

    def save_settings(self) -> None:
        """Writes the settings that wait for the next edit: the as-of day while it is being dragged."""
        if self._unsaved and not self.is_read_only and self._edit is None:
            with transaction(self._db):
                self._write_settings()
            self._unsaved.clear()

    @property
    def as_of(self) -> int:
        """The day at which the study is read. A new one is written with the next edit, `save_settings` or `close`."""
        written = self.setting("as_of")
        return int(written) if written.removeprefix("-").isdecimal() else today()

    @as_of.setter
    def as_of(self, day: int) -> None:
        self._unsaved["as_of"] = str(day)

    def save_copy(self, path: Path | str) -> None:
        """A copy that was read back and compared before it took the place of anything."""
        with suppress(StudyError):  # a file that was moved takes no settings any more, but its copy is wanted then
            self.save_settings()
        with sentences():
            copies.save_copy(self._db, self.path, Path(path).resolve())

    def save_copy_as_of_edit(self, path: Path | str, number: int) -> None:
        """A copy in which exactly the edits are in force that were when this one had just been made; the later ones
        stand in its history and can be redone."""
        chain = self.chain_to(number)
        place = Path(path).resolve()
        self.save_copy(place)
        try:
            with Study.open(place, coder=self.coder) as copy:
                copy.go_to(chain)
        except StudyError:
            place.unlink(missing_ok=True)
            raise

    def check(self) -> list[str]:
        """What is wrong with the file, its rows and what they refer to; empty where all is well."""
        return problems_of(self._db)

    def dump(self) -> str:
        """The research rows as canonical text: equal texts are equal studies."""
        with sentences():
            return copies.dump(self._db)

    def _first(self, sql: str, *params: object) -> Asked | None:
        with sentences():
            return ask_one(self._db, sql, params)

    def _step(self, step: Callable[[apsw.Connection], Changes | None]) -> Changes | None:
        self._prepare_to_write()
        with sentences():
            changes = step(self._db)
        if changes is not None:
            self._announce(changes)
        return changes

    def _prepare_to_write(self) -> None:
        if self._edit is not None:
            raise StudyError(_("Another edit is still open."))
        if self.is_read_only:
            raise ReadOnlyStudy(self.why_read_only)
        self.before_writing()
        self.refresh()
        if self._is_unchanged:
            self._is_unchanged = False
            self._kept_copy = copies.keep(self._db, self.path, "as opened")

    def _write_settings(self) -> None:
        statement = (
            "INSERT INTO setting(key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        )
        self._db.executemany(statement, self._unsaved.items())

    def _end_edit(self) -> None:
        if self._edit is not None:
            self._edit.close()
            self._edit = None

    def _announce(self, changes: Changes) -> None:
        self._catalogue = self._catalogue.after(changes)
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _locked(path: Path) -> Access:
    try:
        return Access(take_lock(path))
    except LockHeld as held:
        who = str(held)
        return Access(None, who, _("The study is open for reading only: {who} is editing it.").format(who=who))
    except LockImpossible as wrong:
        return Access(
            None,
            "",
            _("The study is open for reading only, as its folder cannot be written: {detail}.").format(detail=wrong),
        )


def _opened(path: Path, writable: bool, version: int) -> OpenFile:
    file = opening.connect(path, writable=writable)
    try:
        with sentences(), opening.naming(path):
            if writable and not file.db.readonly("main"):
                opening.prepare_for_writing(file.db)
            if version < VERSION:
                migrations.bring_up_to_date(file.db, path, version)
            opening.check_container(file.db, path)
    except BaseException:
        file.close()
        raise
    return file


def _nothing() -> None:
    """Nobody else reads the file."""
