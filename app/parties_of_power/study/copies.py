"""Copies of a study: written beside their place, read back and compared before they replace anything."""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

import apsw

from parties_of_power import paths
from parties_of_power.study import opening
from parties_of_power.study.asking import Asked, ask, ask_number, ask_one
from parties_of_power.study.digests import damaged_row, damaged_rows
from parties_of_power.study.errors import DamagedStudy, StudyError, StudyInUse
from parties_of_power.study.lock import holder
from parties_of_power.study.schema import RESEARCH
from parties_of_power.study.tables import select_all
from parties_of_power.study.transaction import sentences
from parties_of_power.texts import _

_LARGEST_KEPT = 16 << 20
_LONGEST_NAME = 40  # in characters, of up to four bytes each


def make_new(path: Path, title: str = "") -> None:
    """An empty study, with a title if one is given, at a place where nothing is yet."""
    if os.path.lexists(path):
        raise StudyError(_("There is already a file {name}: choose another name.").format(name=path.name))
    temporary = _beside(path)
    try:
        with sentences():
            opening.make_empty(temporary, title)
        _put_in_place(temporary, path)
    except OSError as wrong:
        raise _unwritable(path, wrong) from wrong
    finally:
        _remove(temporary)


def save_copy(db: apsw.Connection, study: Path, target: Path) -> None:
    """A compact copy at `target`, which may exist. A StudyError leaves whatever stood there as it was."""
    _refuse_target(study, target)
    temporary = _beside(target)
    try:
        _vacuum_into(db, temporary)
        _verify(temporary, fingerprint(db))
        _put_in_place(temporary, target)
    except OSError as wrong:
        raise _unwritable(target, wrong) from wrong
    finally:
        _remove(temporary)


def keep(db: apsw.Connection, study: Path, when: str) -> Path | None:
    """A copy of a study that is about to be changed, in the user's own folder; None for a large one, or without room.

    It is read through SQLite, which holds the file. The one kept under the same `when` before is replaced.
    """
    if ask_number(db, "PRAGMA page_count") * ask_number(db, "PRAGMA page_size") > _LARGEST_KEPT:
        return None
    place = hashlib.blake2b(str(study).encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
    kept = paths.user_state() / "kept" / f"{study.stem[:_LONGEST_NAME]} {when} {place}.parties"
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        temporary = _beside(kept)
        temporary.write_bytes(db.serialize("main"))
        temporary.replace(kept)
    except OSError:
        return None
    return kept


def fingerprint(db: apsw.Connection) -> tuple[Asked | None, ...]:
    """Per table the number of rows and what their digests add up to: the same for the same research."""
    totals = "count(*), coalesce(sum(digest & 0xFFFFFFFF), 0), coalesce(sum(digest >> 32), 0)"
    return tuple(ask_one(db, f"SELECT {totals} FROM {table}") for table in RESEARCH)


def dump(db: apsw.Connection) -> str:
    """One line a row: the table and all its fields, `edited` and digest too, ordered by table and id."""
    return "\n".join(
        json.dumps([table, *row], ensure_ascii=False)
        for table in RESEARCH
        for row in ask(db, f"{select_all(table)} ORDER BY id")
    )


def _refuse_target(study: Path, target: Path) -> None:
    if target == study or (target.exists() and study.exists() and target.samefile(study)):
        raise StudyError(_("A copy needs another name or place than the study itself."))
    if target.is_dir():
        raise StudyError(_("{name} is a folder: choose a name for the copy.").format(name=target.name))
    who = holder(target) if target.exists() else ""
    if who:
        raise StudyInUse(_("{name} is open: {who} is editing it.").format(name=target.name, who=who))


def _vacuum_into(db: apsw.Connection, path: Path) -> None:
    """VACUUM attaches its target, which hardened connections otherwise may not."""
    allowed = db.limit(apsw.SQLITE_LIMIT_ATTACHED, 1)
    try:
        with sentences():
            db.execute("VACUUM INTO ?", (str(path),))
    finally:
        db.limit(apsw.SQLITE_LIMIT_ATTACHED, allowed)
    _sync(path)


def _verify(path: Path, expected: tuple[Asked | None, ...]) -> None:
    """Opens the copy as any foreign file, and reads every row of it: so the study's own rows are verified as well."""
    opening.sniff(path)
    file = opening.connect(path, writable=False)
    try:
        with sentences():
            opening.check_container(file.db, path)
            damaged = damaged_rows(file.db)
            if damaged:
                raise DamagedStudy(damaged_row(*damaged[0]))
            if fingerprint(file.db) != expected:
                raise DamagedStudy(_("The copy is not the same as the study, so it was thrown away: try again."))
    finally:
        file.close()


def _put_in_place(temporary: Path, target: Path) -> None:
    temporary.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    """To the disk itself. Windows cannot do that to folders, and needs a writable handle for files."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _beside(path: Path) -> Path:
    """In the same folder, so that replacing is one step of the file system. A long name leaves no room for more."""
    temporary = path.with_name(f".{path.name[:_LONGEST_NAME]}.{os.getpid()}.new")
    _remove(temporary)
    return temporary


def _remove(path: Path) -> None:
    for each in (path, Path(f"{path}-journal")):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def _unwritable(path: Path, wrong: OSError) -> StudyError:
    return StudyError(_("{name} cannot be written: {detail}.").format(name=path.name, detail=wrong.strerror or wrong))
