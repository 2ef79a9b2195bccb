"""Backups of a study in the user's own folder, against damage to its file: at most one a day, thinned as they age.

Each was read back when it was made. They are told apart by the place of the study, so that one that was moved begins
anew and its old ones stay.
"""

import datetime
import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from parties_of_power import paths
from parties_of_power.study import copies, opening
from parties_of_power.study.asking import ask_one
from parties_of_power.study.errors import StudyError
from parties_of_power.study.transaction import sentences
from parties_of_power.texts import _

# So many days each keeps its own; of older ones the last of each month stays.
_DAILY = 30
_ENDING = ".parties"
_LONGEST_NAME = 40
# Of SQLite's own machine; some milliseconds.
_STEPS_BETWEEN_QUESTIONS = 20_000


@dataclass(frozen=True, slots=True)
class Backup:
    """`edit_number` is that of the last edit in it, `label` what it did; `problem` says why it cannot be used."""

    path: Path
    day: datetime.date
    edit_number: int = 0
    label: str = ""
    problem: str = ""


def folder_of(study: Path) -> Path:
    place = hashlib.blake2b(str(study).encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
    return paths.user_data() / "backups" / f"{study.stem[:_LONGEST_NAME]} {place}"


def back_up(study: Path, is_wanted: Callable[[], bool], today: datetime.date | None = None) -> Path | None:
    """A verified copy of a study that has changed since the last one; None where there is nothing to do today.

    It reads through a connection of its own and stops with a StudyError once it is no longer wanted.
    """
    day = today or datetime.datetime.now().astimezone().date()
    target = folder_of(study) / f"{day.isoformat()}{_ENDING}"
    if target.exists():
        return None
    file = opening.connect(study, writable=False)
    try:
        file.db.set_progress_handler(lambda: not is_wanted(), _STEPS_BETWEEN_QUESTIONS)
        with sentences():
            before = next(iter(_files(study)), None)
            if before is not None and _fingerprint(before) == copies.fingerprint(file.db):
                return None
        target.parent.mkdir(parents=True, exist_ok=True)
        with sentences():
            copies.save_copy(file.db, study, target)
    finally:
        file.close()
    thin(study, day)
    return target


def thin(study: Path, today: datetime.date) -> None:
    """The newest stays whatever its age."""
    seen: set[tuple[int, int]] = set()
    for place, path in enumerate(_files(study)):
        day = _day_of(path)
        month = (day.year, day.month)
        is_old = (today - day).days > _DAILY
        if place and is_old and month in seen:
            path.unlink(missing_ok=True)
        if is_old:
            seen.add(month)


def backups_of(study: Path) -> list[Backup]:
    """Newest first."""
    return [_read(path) for path in _files(study)]


def how_many(study: Path) -> int:
    return len(_files(study))


def restore_beside(backup: Backup, study: Path) -> Path:
    """A copy of the backup beside the study, under a name that nothing has; StudyError where it cannot be written."""
    words = _("{name} (backup of {day})").format(name=study.stem[:_LONGEST_NAME], day=backup.day.isoformat())
    names = (f"{words}{_ENDING}", *(f"{words} {number}{_ENDING}" for number in range(2, 100)))
    target = next(place for place in map(study.with_name, names) if not place.exists())
    try:
        shutil.copyfile(backup.path, target)
    except OSError as wrong:
        target.unlink(missing_ok=True)
        sentence = _("{name} cannot be written: {detail}.")
        raise StudyError(sentence.format(name=target.name, detail=wrong.strerror or wrong)) from wrong
    return target


def _files(study: Path) -> list[Path]:
    """Newest first; what is not called by a day is none of ours."""
    found = [path for path in folder_of(study).glob(f"*{_ENDING}") if _is_day(path.stem)]
    return sorted(found, reverse=True)


def _is_day(name: str) -> bool:
    try:
        datetime.date.fromisoformat(name)
    except ValueError:
        return False
    return True


def _day_of(path: Path) -> datetime.date:
    return datetime.date.fromisoformat(path.stem)


def _fingerprint(path: Path) -> object:
    """None for a backup that cannot be read, which is like no other."""
    try:
        opening.sniff(path)
        file = opening.connect(path, writable=False)
    except StudyError:
        return None
    try:
        with sentences():
            return copies.fingerprint(file.db)
    except StudyError:
        return None
    finally:
        file.close()


def _read(path: Path) -> Backup:
    day = _day_of(path)
    try:
        opening.sniff(path)
        file = opening.connect(path, writable=False)
        try:
            with sentences():
                opening.check_container(file.db, path)
                last = "SELECT number, label FROM history WHERE state IN ('done', 'kept') ORDER BY number DESC LIMIT 1"
                found = ask_one(file.db, last)
        finally:
            file.close()
    except StudyError as wrong:
        return Backup(path, day, problem=str(wrong))
    return Backup(path, day, int(found[0]), str(found[1])) if found else Backup(path, day)
