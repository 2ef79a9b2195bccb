"""A file is written whole or not at all: beside its place, then to the disk itself, then put in its place."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.open_elsewhere import is_open_elsewhere
from parties_of_power.texts import _

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """The path to write to instead of `target`, which is replaced when the block ends well.

    When it does not, nothing is left behind and whatever stood at the target is as it was.
    """
    place = target.resolve()
    _refuse_target(place)
    temporary = place.with_name(f".{place.name}.{os.getpid()}.new{place.suffix}")
    try:
        yield temporary
        _put_in_place(temporary, place)
    except OSError as wrong:
        raise ExportRefused(_sentence(target, wrong)) from wrong
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse_target(place: Path) -> None:
    if place.is_dir():
        raise ExportRefused(_("{name} is a folder: choose a name for the file.").format(name=place.name))
    if not place.parent.is_dir():
        raise ExportRefused(
            _("There is no folder {folder}: make it first, or choose another.").format(folder=place.parent)
        )
    if place.exists() and not os.access(place, os.W_OK):
        raise ExportRefused(_("{name} is write-protected: choose another name.").format(name=place.name))
    if is_open_elsewhere(place):
        raise ExportRefused(_open_elsewhere(place))


def _put_in_place(temporary: Path, place: Path) -> None:
    with temporary.open("r+b") as file:
        os.fsync(file.fileno())
    if place.exists():
        shutil.copymode(place, temporary)
    try:
        temporary.replace(place)
    except PermissionError as wrong:
        # Windows does not replace a file that another program holds.
        raise ExportRefused(_open_elsewhere(place)) from wrong
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """So that the new name is on the disk as well. Windows cannot do that to folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _open_elsewhere(place: Path) -> str:
    return _("{name} is open in another program: close it there, or choose another name.").format(name=place.name)


def _sentence(target: Path, wrong: OSError) -> str:
    if wrong.errno in _FULL:
        return _("The disk is full, so {name} was not written: make room, or choose another place.").format(
            name=target.name
        )
    if wrong.errno in _FORBIDDEN:
        return _("{name} cannot be written into {folder}, which is read-only for you: choose another folder.").format(
            name=target.name, folder=target.resolve().parent
        )
    return _("{name} cannot be written: {detail}.").format(name=target.name, detail=wrong.strerror or wrong)
