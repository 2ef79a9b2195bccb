"""Pasting, undoing and finding in the real window over a large study, each until it is on disk and painted.

python tests/benchmarks/pasting.py

PARTIES_OF_POWER_LARGE_STUDY names a file that keeps the large study between two runs; it is pasted into a copy.
"""

from __future__ import annotations

from figures import Figure, median_and_p95, run_part
from PySide6.QtCore import QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from screen import window_on_own_screen
from studies import make_large, scratch_home
from window import Clock, application, let_rest, shown_window, table_of

from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.views.comparison.finding import Wanted, found
from parties_of_power.ui.views.comparison.view import ComparisonView

TIMES, CELLS = 3, 5_000


def measure() -> list[Figure]:
    with scratch_home() as home, window_on_own_screen():
        path = make_large(home)
        app = application()
        window = shown_window(path)
        window.verification.stop()  # the check of the whole file reads on for minutes, and is no part of any paste
        table = table_of(window)
        let_rest(app, 2.0)
        clock = Clock(app, window)
        looks = table.table.looks
        left = next(place for place, look in enumerate(looks) if look.is_numeric)
        pasted, undone, redone = [], [], []
        for turn in range(TIMES):
            pasted.append(_paste(clock, table, left, turn))
            let_rest(app)
            undone.append(_choose(clock, window, "undo"))
            let_rest(app)
            redone.append(_choose(clock, window, "redo"))
            let_rest(app)
            _choose(clock, window, "undo")
            let_rest(app)
        finding = [_find(clock, table, text) for text in ("power", "power n", "75", "union")]
        window.close()
    seconds = 1.0
    return [
        *(
            Figure(f"1M: paste of {CELLS:,} cells, turn {turn + 1}", each, "s", seconds)
            for turn, each in enumerate(pasted)
        ),
        *(Figure(f"1M: its undo, turn {turn + 1}", each, "s", seconds) for turn, each in enumerate(undone)),
        *(Figure(f"1M: its redo, turn {turn + 1}", each, "s", seconds) for turn, each in enumerate(redone)),
        *median_and_p95("1M: find in every cell of the comparison", finding, 300.0),
    ]


def _paste(clock: Clock, table: ComparisonView, left: int, turn: int) -> float:
    """Into four columns, of percents, numbers, texts and choices, about half of which hold another coder's value."""
    model, number = table.table, table.table.workspace.study.edit_number
    data = QMimeData()
    answers = ("yes", "no", "disputed")
    rows = (
        f"{(row + turn) % 90}.{turn + 3}\t{row + turn}\tmotto {row} {turn}\t{answers[(row + turn) % 3]}"
        for row in range(CELLS // 4)
    )
    data.setText("\n".join(rows) + "\n")
    QGuiApplication.clipboard().setMimeData(data)
    table.selectionModel().setCurrentIndex(model.index(0, left), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def paste() -> None:
        QTest.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    seconds = clock.seconds(paste)
    assert model.workspace.study.edit_number > number, "the paste went in at once"
    return seconds


def _choose(clock: Clock, window: MainWindow, key: str) -> float:
    """From the menu Edit."""
    return clock.seconds(window.menus.made[key].trigger)


def _find(clock: Clock, table: ComparisonView, text: str) -> float:
    places: list[tuple[int, int]] = []

    def find() -> None:
        places.extend(found(table.table, Wanted(text)))
        table.viewport().update()

    seconds = clock.seconds(find)
    assert places, "it is found"
    return seconds


if __name__ == "__main__":
    run_part(measure)
