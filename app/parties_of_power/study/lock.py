"""The side lock file beside a study: who may write, decided before SQLite opens anything, and who holds it.

A lock on the study itself would be lost whenever any part of the program opens and closes that file (POSIX), so the
lock lies on `.NAME.parties.lock`. It ends with the program that holds it, also when that is killed.
"""

import errno
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from parties_of_power.texts import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_LOCKED_BYTE = 1 << 20  # behind the text, which others must still be able to read on Windows
_LONGEST_TEXT = 400


class LockHeld(Exception):
    """Somebody else holds the lock; the text says who, as far as the file tells."""


class LockImpossible(Exception):
    """There can be no lock here: the folder cannot be written, or its disk knows no locks."""


@dataclass(slots=True)
class Lock:
    """A held lock."""

    path: Path
    descriptor: int

    def release(self) -> None:
        """The file goes first, so that nobody locks one that is about to vanish; Windows removes only closed ones."""
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self.descriptor)
        if sys.platform == "win32":
            _remove_if_free(self.path)


def lock_path(study: Path) -> Path:
    return study.with_name(f".{study.name}.lock")


def take_lock(study: Path) -> Lock:
    """The lock of a study; LockHeld or LockImpossible."""
    path = lock_path(study)
    while True:
        descriptor = _opened(path)
        try:
            _lock(descriptor)
            if _is_still_there(descriptor, path):
                _write_who(descriptor)
                return Lock(path, descriptor)
        except OSError as wrong:
            who = _who(descriptor)
            os.close(descriptor)
            if wrong.errno in _HELD:
                raise LockHeld(who) from wrong
            raise LockImpossible(wrong.strerror or str(wrong)) from wrong
        os.close(descriptor)


def holder(study: Path) -> str:
    """Who holds the lock of a study, empty where nobody does."""
    try:
        lock = take_lock(study)
    except LockHeld as held:
        return str(held)
    except LockImpossible:
        return ""
    lock.release()
    return ""


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(path, flags, 0o644)
    except OSError as wrong:
        raise LockImpossible(wrong.strerror or str(wrong)) from wrong


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still_there(descriptor: int, path: Path) -> bool:
    """Whoever held the lock before may have removed the file between our opening and our locking it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _write_who(descriptor: int) -> None:
    """`NAME on HOST since TIME, process PID`; a full disk may keep it from being written, the lock holds without."""
    since = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    who = f"{user_name()}\n{platform.node()}\n{since}\n{os.getpid()}\n"
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, who.encode())
    except OSError:
        return


def _who(descriptor: int) -> str:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        written = os.read(descriptor, _LONGEST_TEXT).decode("utf-8", "replace").splitlines()
    except OSError:
        written = []
    if len(written) < 3:
        return _("another window or program")
    name, host, since = ("".join(filter(str.isprintable, line))[:100] for line in written[:3])
    return _("{name} on {host} since {since}").format(name=name, host=host, since=since)


def user_name() -> str:
    """The name of whoever is logged in: the full one where the system knows it."""
    login = next(filter(None, map(os.environ.get, ("LOGNAME", "USER", "LNAME", "USERNAME"))), "")
    if sys.platform != "win32":
        return _full_name(login)
    return login or _("unknown")


if sys.platform == "win32":

    def _remove_if_free(path: Path) -> None:
        try:
            path.unlink()
        except OSError:
            return

else:
    import pwd

    def _full_name(login: str) -> str:
        try:
            entry = pwd.getpwuid(os.getuid())
        except KeyError:
            return login or _("unknown")
        return entry.pw_gecos.partition(",")[0].strip() or entry.pw_name or login
