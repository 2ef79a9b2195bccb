"""What happens when the program itself fails: a log file with everything, and one sentence for the user."""

from __future__ import annotations

import datetime
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from parties_of_power import __version__
from parties_of_power.paths import user_state
from parties_of_power.texts import _

# In seconds: the same fault sooner than this after it was told is the same problem.
PAUSE = 5.0


def log_file() -> Path:
    return user_state() / "problems.log"


def catch(tell: Callable[[str], object]) -> None:
    """From now on an unexpected exception is written to the log file, and `tell` gets a sentence about it.

    One that comes again at once, as in painting, is written and told once.
    """
    last: dict[str, float] = {}

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        where, now = place(error), time.monotonic()
        came_before = now - last.get(where, -PAUSE) < PAUSE
        last[where] = now
        if not came_before:
            log = write("".join(traceback.format_exception(kind, error, trace)))
            tell(sentence(where, log))
            last[where] = time.monotonic()

    sys.excepthook = caught


def place(error: BaseException) -> str:
    """The module and line that failed."""
    steps = traceback.extract_tb(error.__traceback__)
    return f"{Path(steps[-1].filename).stem}, {steps[-1].lineno}" if steps else "?"


def write(whole: str) -> Path | None:
    """Add a problem to the log file; None where even that cannot be written, and it goes to standard error instead."""
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        with log_file().open("a", encoding="utf-8") as log:
            log.write(
                f"{now} Parties of Power {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{whole}\n"
            )
    except OSError:
        sys.stderr.write(whole)
        return None
    return log_file()


def sentence(where: str, log: Path | None) -> str:
    if log is None:
        text = _("Something went wrong in {where}; what was saved in your study is unchanged. No log could be written.")
        return text.format(where=where)
    text = _("Something went wrong in {where}; what was saved in your study is unchanged. Details are in {log}.")
    return text.format(where=where, log=log)
