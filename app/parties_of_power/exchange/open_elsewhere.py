"""Whether another program has a file open, by the marks that LibreOffice and Excel leave beside it.

A program that crashed leaves its mark behind: such a stale one is told from a living one and is no hindrance.
"""

import os
import platform
import time
from pathlib import Path

_DAY = 24 * 60 * 60
_LONGEST = 7 * _DAY  # that anybody is believed to keep a file open on another computer
_OFFICE = ("soffice.bin", "soffice", "oosplash")


def is_open_elsewhere(place: Path) -> bool:
    office, excel = place.with_name(f".~lock.{place.name}#"), place.with_name(f"~${place.name}")
    return (office.is_file() and _is_living(office)) or (excel.is_file() and _is_held(excel))


def _is_living(mark: Path) -> bool:
    """LibreOffice writes who, on which computer and when: `,user,computer,25.11.2026 10:00,profile;`."""
    age = _age(mark)
    if age > _LONGEST:
        return False
    try:
        computer = mark.read_text("utf-8", "replace").split(",")[2].strip()
    except (OSError, IndexError):
        return age <= _DAY
    if computer.casefold() != platform.node().casefold():
        return True
    names = _running()
    return age <= _DAY if names is None else any(name in names for name in _OFFICE)


def _is_held(mark: Path) -> bool:
    """Excel keeps its mark open, and under Windows nobody else can write to that."""
    if os.name == "nt":
        try:
            with mark.open("r+b"):
                return False
        except OSError:
            return True
    return _age(mark) <= _DAY


def _age(mark: Path) -> float:
    """In seconds."""
    try:
        return time.time() - mark.stat().st_mtime
    except OSError:
        return _LONGEST + 1


def _running() -> set[str] | None:
    """The names of the programs that run; None where the system does not list them as files."""
    processes = Path("/proc")
    if not (processes / "self" / "comm").exists():
        return None
    names = set()
    for each in processes.iterdir():
        if each.name.isdigit():
            try:
                names.add((each / "comm").read_text("utf-8", "replace").strip())
            except OSError:
                continue
    return names
