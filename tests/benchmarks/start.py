"""The start, from the command to the painted table and to a window at rest, against other programs' windows.

python tests/benchmarks/start.py [ROUNDS]

Each program is a whole process on a real X screen. They take turns, so that a slow moment hits all of them.
"""

from __future__ import annotations

import compileall
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from figures import Figure, note, run_part
from screen import Painting, own_screen
from studies import make_bundled, scratch_home

import parties_of_power

ROUNDS = 9
WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 912)
window.show()
app.exec()
"""


@dataclass
class Program:
    """What makes its command, and how it painted each time."""

    command: Callable[[], list[str]]
    paintings: list[Painting] = field(default_factory=list)

    def median(self, moment: Callable[[Painting], float]) -> float:
        return statistics.median(moment(each) for each in self.paintings)


def measure() -> list[Figure]:
    rounds = next((int(word) for word in sys.argv[1:] if word.isdigit()), ROUNDS)
    with scratch_home() as home, own_screen() as screen:
        if screen is None:
            return []
        compileall.compile_dir(Path(parties_of_power.__file__).parent, quiet=2)
        begun = time.perf_counter()
        study = make_bundled(home)
        made = time.perf_counter() - begun
        programs = _programs(study, home)
        for program in programs:
            screen.watch(program.command())  # once, for files that are read or made at a first start
        for _round in range(rounds):
            for program in programs:
                program.paintings.append(screen.watch(program.command()))
        return [Figure("the bundled study made from its CSV files", made, "s", 1.0), *_figures(*programs)]


def _programs(study: Path, home: Path) -> list[Program]:
    office = shutil.which("soffice")
    if office is None:
        note("LibreOffice is not installed, so the start is not compared with it.")
    return [
        Program(lambda: [sys.executable, "-c", WINDOW]),
        Program(lambda: [sys.executable, "-c", "import apsw, numpy\n" + WINDOW]),
        Program(lambda: [sys.executable, "-m", "parties_of_power", str(study)]),
        *([Program(lambda: _calc(office, home))] if office else []),
    ]


def _calc(office: str, home: Path) -> list[str]:
    """With a profile of its own each time, copied from the one of the first start: a program of the same profile that
    has not quite ended would take over what is started."""
    number = len(list(home.glob("office*")))
    profile = home / f"office{number}"
    if number:
        shutil.copytree(home / "office0", profile)
    else:
        profile.mkdir()
    return [office, f"-env:UserInstallation={profile.as_uri()}", "--norestore", "--nologo", "--calc"]


def _figures(empty: Program, libraries: Program, ours: Program, *office: Program) -> list[Figure]:
    frame = empty.median(lambda each: each.rest)
    table, whole = ours.median(lambda each: each.text), ours.median(lambda each: each.rest)
    found = [
        Figure("start: an empty PySide6 window", frame, "s"),
        Figure("start: the same with apsw and numpy imported", libraries.median(lambda each: each.rest) / frame, "x"),
        Figure("start to the painted table", table, "s"),
        Figure("start to the painted table / empty window", table / frame, "x", 2.0),
        Figure("start to the whole window at rest / empty window", whole / frame, "x", 2.5),
    ]
    for each in office:
        rest = each.median(lambda painting: painting.rest)
        found += [
            Figure("start: LibreOffice Calc, empty workbook", rest, "s"),
            Figure("start to the painted table / LibreOffice Calc", table / rest, "x", 0.5),
            Figure("start to the whole window at rest / LibreOffice Calc", whole / rest, "x", 0.5),
        ]
    return found


if __name__ == "__main__":
    run_part(measure)
