"""The door: reads the command line, then opens the window or runs one headless command."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Qt is imported for the window only, so that commands start fast and run where there is none."""
    # numpy's linear algebra starts a thread for each core when it is imported, and nothing here uses it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] == "--selfcheck":
        from parties_of_power.ui import selfcheck

        return selfcheck.run(arguments[1:])
    if arguments and arguments[0] == "--read-table":
        from parties_of_power.exchange.guarded import child

        return child.run(arguments[1:])
    if not arguments or are_studies(arguments):
        from parties_of_power.ui import running

        if running.passed_on([Path(named).resolve() for named in arguments]):
            return 0
        # Looking for garbage while everything is still being made finds none, and takes a tenth of the start. It begins
        # when the window stands.
        gc.disable()
        from parties_of_power.ui import start

        return start.run(arguments)
    from parties_of_power.commands import run

    return run.main(arguments)


def are_studies(arguments: list[str]) -> bool:
    """Whether files are named, and no command: a command is one word without a dot or a folder. A single file may be
    called like one."""
    if len(arguments) == 1:
        return is_named_as_file(arguments[0]) or Path(arguments[0]).is_file()
    return all(map(is_named_as_file, arguments))


def is_named_as_file(named: str) -> bool:
    return not named.startswith("-") and any(c in named for c in "./\\")


if __name__ == "__main__":
    sys.exit(main())
