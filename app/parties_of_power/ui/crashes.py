"""If the program ends by a fault, also one of Qt, a report stays, and the next start says that nothing is missing.

The report is a text in the user's own folder, which nobody sends. While the program runs it is held by a lock, which
ends with the program however that ends; a report that nobody holds tells of one that did not end by itself.
"""

from __future__ import annotations

import datetime
import faulthandler
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from parties_of_power import __version__
from parties_of_power.paths import user_state
from parties_of_power.study import history
from parties_of_power.study.lock import Lock, LockHeld, LockImpossible, take_lock
from parties_of_power.study.study import Study
from parties_of_power.texts import _

MOST_KEPT = 10
LAST_EDITS = 3
_OPEN, _KEPT = "running-", "report-"
# With these words faulthandler begins.
_FAULT = ("Fatal Python error", "Windows fatal exception")


@dataclass(frozen=True)
class Watch:
    """The report of the program that runs."""

    path: Path
    file: TextIO
    lock: Lock

    def end(self) -> None:
        """The program ends by itself, so there is nothing to report."""
        faulthandler.disable()
        self.file.close()
        self.path.unlink(missing_ok=True)
        self.lock.release()


@dataclass(frozen=True)
class Ending:
    """How an earlier run ended: with a fault, or from outside, as when the power fails or the system ends it."""

    report: Path
    when: datetime.datetime
    by_fault: bool


def folder() -> Path:
    return user_state() / "crashes"


def watch() -> Watch | None:
    """From now on a fault is written down. None where the user's folder cannot be written."""
    path = folder() / f"{_OPEN}{os.getpid()}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = take_lock(path)
        file = path.open("w", encoding="utf-8")
    except (OSError, LockHeld, LockImpossible):
        return None
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    file.write(f"Parties of Power {__version__}, Python {sys.version.split()[0]}, {sys.platform}, started {now}\n")
    file.flush()
    faulthandler.enable(file)
    return Watch(path, file, lock)


def earlier_endings() -> list[Ending]:
    """Runs that did not end by themselves, each told once; its report is kept under another name."""
    found = []
    for path in sorted(folder().glob(f"{_OPEN}*.txt")):
        try:
            lock = take_lock(path)
        except (LockHeld, LockImpossible):
            continue
        try:
            found.append(_kept(path))
        except OSError:
            continue
        finally:
            lock.release()
    for old in sorted(folder().glob(f"{_KEPT}*.txt"))[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return found


def sentence(ending: Ending, study: Study) -> str:
    """What happened, and what proves that nothing is missing."""
    from parties_of_power.ui.study_files import moment_words

    said = (
        _("Parties of Power ended by a fault on {when}.")
        if ending.by_fault
        else _("Parties of Power was ended on {when}.")
    )
    edits = [f"{each.number} · {each.label}" for each in history.history(study, limit=LAST_EDITS)]
    proof = (
        _("Every edit that was shown as saved is in the file. The last ones in {name}:").format(name=study.path.name)
        if edits
        else _("Every edit that was shown as saved is in the file; {name} has none.").format(name=study.path.name)
    )
    where = _("A report for whoever mends the program lies in {path}. It stays on this computer unless you send it.")
    lines = [said.format(when=moment_words(ending.when)), proof, *edits]
    return "\n".join([*lines, "", where.format(path=ending.report)] if ending.by_fault else lines)


def _kept(path: Path) -> Ending:
    when = datetime.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    by_fault = any(words in path.read_text("utf-8", "replace") for words in _FAULT)
    kept = path.with_name(f"{_KEPT}{when:%Y-%m-%d %H.%M.%S}.txt")
    if by_fault:
        path.replace(kept)
    else:
        path.unlink()
    return Ending(kept, when, by_fault)
