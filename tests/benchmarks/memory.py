"""The memory of the program with a study open in the whole window, and that of an empty window to compare with.

python tests/benchmarks/memory.py

Each is a process of its own; asked after its window has come to rest, and again when the charts were looked at.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from figures import Figure, note, run_part
from screen import window_on_own_screen
from studies import make_bundled, make_large, scratch_home

OF_WINDOW = "--of"


def measure() -> list[Figure]:
    with scratch_home() as home, window_on_own_screen():
        empty = _asked("")
        opened, with_charts = _asked(str(make_bundled(home)))
        large, _large_with_charts = _asked(str(make_large(home)))
    return [
        Figure("memory of an empty PySide6 window", empty[0], "MB"),
        Figure("memory with the bundled study open", opened, "MB", 250.0),
        Figure("memory with the bundled study open / an empty window", opened / empty[0], "x"),
        Figure("memory with its charts looked at as well", with_charts, "MB", 250.0),
        Figure("memory with 1,000,000 observations open", large, "MB"),
    ]


def _asked(study: str) -> list[float]:
    command = [sys.executable, __file__, OF_WINDOW, study]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in answer.stdout.split()]


def tell_memory(study: str) -> None:
    """Runs in the process that is asked about: prints megabytes."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    if not study:
        app = QApplication([])
        window = QMainWindow()
        window.resize(1440, 912)
        window.show()
        app.processEvents()
        print(_resident())
        return
    from window import application, let_rest, open_window

    app = application()
    with open_window(app, Path(study)) as window:
        let_rest(app, 1.5)
        print(_resident())
        window.show_view("charts")
        let_rest(app, 1.5)
        print(_resident())


def _resident() -> float:
    """Megabytes of this process that lie in memory; only Linux says so."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
    except FileNotFoundError:
        note("The memory of a process is only read on Linux.")
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


if __name__ == "__main__":
    if OF_WINDOW in sys.argv:
        tell_memory(sys.argv[sys.argv.index(OF_WINDOW) + 1])
    else:
        run_part(measure)
