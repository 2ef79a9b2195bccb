"""One edit, typed into the real window: from the key that ends it until it is on disk and painted; and its undo.

python tests/benchmarks/edits.py
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import apsw
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
        app, bare = application(), _bare_file(home / "bare.sqlite")
        written, typed, undone, redone = [], [], [], []
        with open_window(app, make_bundled(home)) as window:
            table, study = table_of(window), window.workspace.study
            _go_to_cell(window)
            let_rest(app)
            clock = Clock(app, window)
            first, _rest = _type(app, clock, table, "49.9")
            number = study.edit_number
            for turn in range(TIMES):
                written.append(_bare_transaction(bare))
                typed.append(_type(app, clock, table, f"{50 + turn / 10:.1f}"))
                undone.append(_choose(app, clock, window, "undo"))
                redone.append(_choose(app, clock, window, "redo"))
            assert study.edit_number == number + TIMES, "each text was one edit"
        return [
            *median_and_p95("one number into a bare SQLite file on this disk", written, None),
            Figure("the first edit after opening, which keeps a copy before", 1000 * first, "ms"),
            *_figures("one edit to disk and to screen", typed),
            *_figures("its undo", undone),
            *_figures("its redo", redone),
        ]


def _figures(name: str, times: Sequence[tuple[float, float]]) -> list[Figure]:
    painted, rested = zip(*times, strict=True)
    return [*median_and_p95(name, painted, 20.0), *median_and_p95(f"{name}, all panes", rested, None)[:1]]


def _go_to_cell(window: MainWindow) -> None:
    catalogue = window.workspace.catalogue
    attribute = catalogue.attribute(ATTRIBUTE, "party")
    assert attribute is not None
    window.workspace.set_cell(catalogue.find_subject(PARTY)[0], attribute.id)


def _type(app: QApplication, clock: Clock, table: ComparisonView, text: str) -> tuple[float, float]:
    """The letters are typed before, since a user is slower than the program; Enter goes down, so the cursor returns."""
    QTest.keyClick(table, text[0])
    assert table.edited is not None, "typing opens the cell"
    editor = table.edited.editor
    QTest.keyClicks(editor, text[1:])
    let_rest(app, 0.1)
    seconds = clock.to_painting_and_rest(lambda: QTest.keyClick(editor, Qt.Key.Key_Return))
    let_rest(app, 0.1)
    QTest.keyClick(table, Qt.Key.Key_Up)
    let_rest(app, 0.1)
    return seconds


def _choose(app: QApplication, clock: Clock, window: MainWindow, key: str) -> tuple[float, float]:
    """From the menu Edit."""
    seconds = clock.to_painting_and_rest(window.menus.made[key].trigger)
    let_rest(app, 0.1)
    return seconds


def _bare_transaction(db: apsw.Connection) -> float:
    begun = time.perf_counter()
    db.execute("UPDATE counted SET number = number + 1")
    return time.perf_counter() - begun


def _bare_file(path: Path) -> apsw.Connection:
    """One number in a file of SQLite, as safe as a study against a loss of power."""
    db = apsw.Connection(str(path))
    db.pragma("journal_mode", "delete")
    db.pragma("synchronous", "extra")
    db.execute("CREATE TABLE counted(number INTEGER); INSERT INTO counted VALUES (0)")
    return db


if __name__ == "__main__":
    run_part(measure)
