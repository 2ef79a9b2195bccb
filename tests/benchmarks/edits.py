"""One edit, typed into the real window: from the key that ends it until it is on disk and painted; and its undo.

python tests/benchmarks/edits.py
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from figures import Figure, median_and_p95, run_part
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from screen import window_on_own_screen
from studies import make_bundled, scratch_home
from window import Clock, application, let_rest, open_window, table_of

from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.comparison.view import ComparisonView

TIMES = 40
PARTY, ATTRIBUTE = "united-russia", "Vote share"


def measure() -> list[Figure]:
    with scratch_home() as home, window_on_own_screen():
        app = application()
        with open_window(app, make_bundled(home)) as window:
            table = table_of(window)
            _go_to_cell(window)
            let_rest(app)
            clock = Clock(app, window)
            number = window.workspace.study.edit_number
            first, *typed = [_type(app, clock, table, f"{50 + turn / 10:.1f}") for turn in range(TIMES + 1)]
            assert window.workspace.study.edit_number == number + TIMES + 1, "each text was one edit"
            undone = [_choose(app, clock, window, "undo") for _turn in range(TIMES)]
            redone = [_choose(app, clock, window, "redo") for _turn in range(TIMES)]
        return [
            *median_and_p95("one write to this disk (fsync)", _syncs(home), None),
            Figure("the first edit after opening, which keeps a copy first", 1000 * first, "ms"),
            *median_and_p95("one edit to disk and to screen", typed, 20.0),
            *median_and_p95("its undo", undone, 20.0),
            *median_and_p95("its redo", redone, 20.0),
        ]


def _go_to_cell(window: MainWindow) -> None:
    catalogue = window.workspace.catalogue
    attribute = catalogue.attribute(ATTRIBUTE, "party")
    assert attribute is not None
    window.workspace.set_cell(catalogue.find_subject(PARTY)[0], attribute.id)


def _type(app: QApplication, clock: Clock, table: ComparisonView, text: str) -> float:
    """The letters are typed before, since a user is slower than the program; Enter goes down, so the cursor returns."""
    QTest.keyClick(table, text[0])
    assert table.edited is not None, "typing opens the cell"
    editor = table.edited.editor
    QTest.keyClicks(editor, text[1:])
    let_rest(app, 0.1)
    seconds = clock.seconds(lambda: QTest.keyClick(editor, Qt.Key.Key_Return))
    let_rest(app, 0.1)
    QTest.keyClick(table, Qt.Key.Key_Up)
    let_rest(app, 0.1)
    return seconds


def _choose(app: QApplication, clock: Clock, window: MainWindow, key: str) -> float:
    """From the menu Edit."""
    seconds = clock.seconds(window.menus.made[key].trigger)
    let_rest(app, 0.1)
    return seconds


def _syncs(folder: Path) -> list[float]:
    """What the disk itself takes for one small write, to compare with."""
    found = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _turn in range(TIMES):
            begun = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            found.append(time.perf_counter() - begun)
    return found


if __name__ == "__main__":
    run_part(measure)
