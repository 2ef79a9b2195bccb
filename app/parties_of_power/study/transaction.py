"""One transaction: everything or nothing, on the file that was opened, with SQLite's errors as sentences."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from parties_of_power.study.errors import (
    DamagedStudy,
    DiskFull,
    EditRefused,
    ReadOnlyStudy,
    StudyError,
    StudyInUse,
    StudyMoved,
)
from parties_of_power.texts import _

_WRITE_FAILED = {
    apsw.SQLITE_IOERR_WRITE,
    apsw.SQLITE_IOERR_FSYNC,
    apsw.SQLITE_IOERR_DIR_FSYNC,
    apsw.SQLITE_IOERR_TRUNCATE,
    apsw.SQLITE_IOERR_SHMSIZE,
}


@contextmanager
def transaction(db: apsw.Connection) -> Iterator[None]:
    """BEGIN to COMMIT; any exception rolls back and goes on to the caller as a StudyError where SQLite raised it."""
    with sentences():
        refuse_if_moved(db)
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            refuse_if_lost(db)
            refuse_if_moved(db)
            db.execute("COMMIT")
        except BaseException:
            # After a full disk SQLite has often rolled back by itself; a second ROLLBACK would hide the first error.
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def part(db: apsw.Connection) -> Iterator[None]:
    """A part of an open transaction that is taken back by itself where it fails."""
    refuse_if_lost(db)  # SAVEPOINT would begin a transaction of its own
    db.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK TO part")
            db.execute("RELEASE part")
        raise
    refuse_if_lost(db)
    db.execute("RELEASE part")


def refuse_if_lost(db: apsw.Connection) -> None:
    """SQLite ends a transaction by itself on some errors; nothing may be written after that as if it still ran."""
    if not db.in_transaction:
        raise DiskFull(_("The edit could not be written and was taken back: the disk may be full."))


def refuse_if_moved(db: apsw.Connection) -> None:
    if has_moved(db):
        raise StudyMoved(
            _("The study's file was moved, replaced or deleted while it was open: save a copy, then open it again.")
        )


def has_moved(db: apsw.Connection) -> bool:
    """Whether the file that SQLite holds is no longer the one under its name."""
    moved = ctypes.c_int(0)
    db.file_control("main", apsw.SQLITE_FCNTL_HAS_MOVED, ctypes.addressof(moved))
    return bool(moved.value)


@contextmanager
def sentences() -> Iterator[None]:
    """SQLite's errors become StudyErrors; so does a stored text that is none any more."""
    try:
        yield
    except apsw.Error as wrong:
        raise as_study_error(wrong) from wrong
    except UnicodeDecodeError as wrong:
        raise DamagedStudy(_("The study's file is damaged: it holds a text that cannot be read.")) from wrong


def as_study_error(wrong: apsw.Error) -> StudyError:
    code = getattr(wrong, "extendedresult", 0)
    if isinstance(wrong, apsw.FullError) or code in _WRITE_FAILED:
        return DiskFull(_("The disk is full or takes no more: nothing was changed. Make room and try again."))
    if code == apsw.SQLITE_READONLY_DBMOVED:
        return StudyMoved(
            _("The study's file was moved, replaced or deleted while it was open: save a copy, then open it again.")
        )
    if isinstance(wrong, apsw.BusyError | apsw.LockedError):
        return StudyInUse(_("Another program is using the study's file just now: try again in a moment."))
    if isinstance(wrong, apsw.ReadOnlyError | apsw.PermissionsError):
        return ReadOnlyStudy(_("The study's file cannot be written here: save a copy elsewhere."))
    if isinstance(wrong, apsw.CorruptError | apsw.NotADBError | apsw.FormatError):
        return DamagedStudy(_("The study's file is damaged: {detail}.").format(detail=wrong))
    if isinstance(wrong, apsw.ConstraintError):
        return EditRefused(_("The edit breaks a rule of the study ({detail}).").format(detail=wrong))
    if isinstance(wrong, apsw.TooBigError):
        return EditRefused(_("The edit is too large for one step: divide it."))
    return StudyError(_("The study's file cannot be used: {detail}.").format(detail=wrong))
