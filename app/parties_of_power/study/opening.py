"""Opening a file that anybody may have made: nothing in it is believed before it has been checked.

First the header is read, without SQLite. Then SQLite opens the file hardened, and the schema is compared with ours
before a row is read.
"""

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import apsw

from parties_of_power.study.asking import ask, ask_number
from parties_of_power.study.digests import digest_of
from parties_of_power.study.errors import DamagedStudy, NewerStudy, NotAStudy, StudyError
from parties_of_power.study.ids import new_id
from parties_of_power.study.schema import APPLICATION_ID, TABLES, VERSION, statements
from parties_of_power.study.tables import complete_row
from parties_of_power.study.transaction import as_study_error
from parties_of_power.texts import _

_LARGE = 64 << 20
_HEADER = 100
_SECONDS_TO_CHECK = 20.0
_BUSY_MILLISECONDS = 2_000
_READ_LATER = {"observation", "citation"}

# Files that SQLite holds in this process. Opening and closing one of them by hand would drop SQLite's locks (POSIX).
_held_here: Counter[tuple[int, int]] = Counter()


@dataclass(slots=True)
class OpenFile:
    """A hardened connection and the file it holds."""

    db: apsw.Connection
    identity: tuple[int, int]

    def close(self) -> None:
        self.db.close()
        _held_here[self.identity] -= 1
        if not _held_here[self.identity]:
            del _held_here[self.identity]


def sniff(path: Path) -> int:
    """The version of a study file, from its header alone. A StudyError says what the file is instead."""
    identity = _identity(path)
    if identity in _held_here:
        return VERSION
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
    except OSError as wrong:
        raise StudyError(_("{name} cannot be read: {detail}.").format(name=path.name, detail=wrong.strerror)) from wrong
    return _version(path, header, size)


def connect(path: Path, *, writable: bool) -> OpenFile:
    """A hardened connection. Nothing of the file has been checked yet."""
    identity = _identity(path)
    flags = apsw.SQLITE_OPEN_READWRITE if writable else apsw.SQLITE_OPEN_READONLY
    try:
        db = apsw.Connection(str(path), flags=flags)
    except apsw.Error as wrong:
        raise as_study_error(wrong) from wrong
    _held_here[identity] += 1
    held = OpenFile(db, identity)
    try:
        _harden(db)
        db.set_busy_timeout(_BUSY_MILLISECONDS)
        db.pragma("foreign_keys", True)
    except apsw.Error as wrong:
        held.close()
        raise as_study_error(wrong) from wrong
    return held


def make_empty(path: Path, title: str = "") -> None:
    """A new study file with nothing but a title; whatever stood there is the caller's concern."""
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    try:
        db.pragma("journal_mode", "delete")
        db.pragma("synchronous", "extra")
        db.execute("BEGIN IMMEDIATE")
        for statement in statements():
            db.execute(statement)
        if title:
            values = complete_row("study", {"id": new_id(), "key": "title", "value": title}).values()
            db.execute("INSERT INTO study VALUES (?, ?, ?, ?)", (*values, digest_of("study", values)))
        db.pragma("application_id", APPLICATION_ID)
        db.pragma("user_version", VERSION)
        db.execute("COMMIT")
    finally:
        db.close()


def prepare_for_writing(db: apsw.Connection) -> None:
    """The safe journal; and a journal left by a program that was killed is rolled back."""
    db.pragma("journal_mode", "delete")
    db.pragma("synchronous", "extra")
    db.execute("BEGIN IMMEDIATE")
    db.execute("COMMIT")


def check_container(db: apsw.Connection, path: Path, schema: tuple[str, ...] | None = None) -> None:
    """Schema, structure and references; `schema` is that of an older version. A StudyError says what is wrong.

    Of large files only the small tables are read here; `checking.verify_file` reads all in the background.
    """
    with _bounded(db, path):
        check_schema(db, path, schema or statements())
        if not is_large(db):
            _refuse(path, structure_problems(db) + broken_references(db))
            return
        for table in TABLES.keys() - _READ_LATER:
            _refuse(path, structure_problems(db, table) + broken_references(db, table))


def is_large(db: apsw.Connection) -> bool:
    """Whether reading the whole file would keep somebody waiting."""
    return ask_number(db, "PRAGMA page_count") * ask_number(db, "PRAGMA page_size") > _LARGE


def check_schema(db: apsw.Connection, path: Path, schema: tuple[str, ...]) -> None:
    found = set(ask(db, _SCHEMA_OBJECTS))
    unexpected = sorted(str(each[1]) for each in found ^ _expected_objects(schema))
    if unexpected:
        raise NotAStudy(
            _("{name} is no study of this program: it differs in {what}.").format(
                name=path.name, what=", ".join(unexpected[:3])[:200]
            )
        )


def structure_problems(db: apsw.Connection, table: str = "") -> list[str]:
    """What SQLite's quick check finds, in the file or in one table."""
    found = ask(db, f"PRAGMA quick_check('{table}')" if table else "PRAGMA quick_check(20)")
    return [" ".join(str(row[0]).split())[:300] for row in found if row[0] != "ok"]


def broken_references(db: apsw.Connection, table: str = "") -> list[str]:
    """Rows that refer to rows which are not there, in the file or in one table."""
    source = f"pragma_foreign_key_check('{table}')" if table else "pragma_foreign_key_check"
    return [
        _("row {id} of {table} refers to a row of {other} that is not there").format(
            id=row_id, table=where, other=other
        )
        for where, row_id, other, _key in ask(db, f'SELECT "table", rowid, parent, fkid FROM {source} LIMIT 20')
    ]


_SCHEMA_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema"


@cache
def _expected_objects(schema: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    empty = apsw.Connection(":memory:")
    for statement in schema:
        empty.execute(statement)
    return frozenset(ask(empty, _SCHEMA_OBJECTS))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Where SQLite finds the file damaged, the error names the file."""
    try:
        yield
    except (apsw.CorruptError, apsw.NotADBError, apsw.FormatError) as wrong:
        sentence = _("{name} is damaged ({detail}): open a copy of it that was kept elsewhere.")
        raise DamagedStudy(sentence.format(name=path.name, detail=wrong)) from wrong


@contextmanager
def _bounded(db: apsw.Connection, path: Path) -> Iterator[None]:
    """A file made to be endless is refused, not waited for."""
    end = time.monotonic() + _SECONDS_TO_CHECK
    db.set_progress_handler(lambda: time.monotonic() > end, 20_000, id="opening")
    try:
        with naming(path):
            yield
    except apsw.InterruptError as wrong:
        raise DamagedStudy(_("{name} takes too long to check.").format(name=path.name)) from wrong
    except (apsw.CorruptError, apsw.NotADBError, apsw.FormatError) as wrong:
        raise DamagedStudy(
            _("{name} is damaged ({detail}): open a copy of it that was kept elsewhere.").format(
                name=path.name, detail=wrong
            )
        ) from wrong
    except apsw.Error as wrong:
        raise as_study_error(wrong) from wrong
    finally:
        db.set_progress_handler(None, id="opening")


def _refuse(path: Path, problems: list[str]) -> None:
    if problems:
        raise DamagedStudy(_("{name} is damaged: {detail}.").format(name=path.name, detail="; ".join(problems[:3])))


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except FileNotFoundError as wrong:
        raise StudyError(_("There is no file {path}.").format(path=path)) from wrong
    except OSError as wrong:
        raise StudyError(_("{name} cannot be read: {detail}.").format(name=path.name, detail=wrong.strerror)) from wrong
    if not path.is_file():
        raise NotAStudy(_("{name} is no file.").format(name=path.name))
    return found.st_dev, found.st_ino


def _version(path: Path, header: bytes, size: int) -> int:
    if size == 0:
        raise NotAStudy(_("{name} is empty: it holds no study.").format(name=path.name))
    if len(header) < _HEADER or header[:16] != b"SQLite format 3\0":
        raise NotAStudy(_("{name} is no study of Parties of Power.").format(name=path.name))
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotAStudy(_("{name} was made by another program.").format(name=path.name))
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise NewerStudy(
            _("{name} was made by a newer version of the program: update the program to open it.").format(
                name=path.name
            )
        )
    if version < 1:
        raise NotAStudy(_("{name} is no study of Parties of Power.").format(name=path.name))
    if _is_cut_short(path, header, size):
        raise DamagedStudy(_("{name} is cut short: it may not have been copied to its end.").format(name=path.name))
    return version


def _is_cut_short(path: Path, header: bytes, size: int) -> bool:
    """Fewer bytes than pages. Not told where a journal waits, or where the header's page count is not current."""
    if header[24:28] != header[92:96] or os.path.lexists(f"{path}-journal"):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return size < pages * (65_536 if page_size == 1 else page_size)


def _harden(db: apsw.Connection) -> None:
    """Before the first read of the schema: nothing that is stored in the file may run."""
    for setting in (
        apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        apsw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
        apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER,
        apsw.SQLITE_DBCONFIG_ENABLE_VIEW,
        apsw.SQLITE_DBCONFIG_DQS_DML,
        apsw.SQLITE_DBCONFIG_DQS_DDL,
    ):
        db.config(setting, 0)
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    db.limit(apsw.SQLITE_LIMIT_LENGTH, 256 << 20)
    db.limit(apsw.SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    db.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    db.limit(apsw.SQLITE_LIMIT_EXPR_DEPTH, 100)
    db.limit(apsw.SQLITE_LIMIT_VDBE_OP, 250_000)
    db.limit(apsw.SQLITE_LIMIT_COLUMN, 200)
    db.pragma("cell_size_check", True)
    db.pragma("mmap_size", 0)
