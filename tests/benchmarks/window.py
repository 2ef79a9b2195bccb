"""The real window in this process, and the clock on it: how long until what was done is painted."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from parties_of_power.study.study import Study
from parties_of_power.ui import start
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import theme
from parties_of_power.ui.views.comparison.view import ComparisonView
from parties_of_power.ui.workspace import Workspace

SIZE = (1440, 912)
LONGEST = 20.0
REST = 0.3


class Paintings(QObject):
    """Counts how often a widget or one inside it was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Clock:
    """Times what is done until the window has been painted, and nothing more is due at once."""

    def __init__(self, app: QApplication, window: MainWindow) -> None:
        self.app = app
        self.paintings = Paintings(window)

    def seconds(self, act: Callable[[], object]) -> float:
        return self.to_painting_and_rest(act)[1]

    def to_painting_and_rest(self, act: Callable[[], object]) -> tuple[float, float]:
        """Seconds until the first painting, and until all panes have followed that do not wait for a pause."""
        painted = self.paintings.count
        begun = time.perf_counter()
        act()
        self.app.sendPostedEvents()  # paints what is to be painted anew, before any timer
        while self.paintings.count == painted:
            self.app.processEvents()
            assert time.perf_counter() - begun < LONGEST, "nothing was painted"
        first = time.perf_counter() - begun
        self.app.processEvents()
        return first, time.perf_counter() - begun


def application() -> QApplication:
    app = start.application()
    theme().apply("light")
    return app


@contextmanager
def open_window(app: QApplication, path: Path) -> Iterator[MainWindow]:
    """The whole window over a study, with every pane, at rest. No settings are kept."""
    window = shown_window(path)
    let_rest(app)
    yield window
    window.close()
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def shown_window(path: Path) -> MainWindow:
    gc.disable()  # as the program does while it starts
    study = Study.open(path, coder="benchmark")
    window = MainWindow(Workspace(study), Settings(makes_backups=False), keep=lambda _settings: None)
    window.resize(*SIZE)
    window.show()
    window.fill()
    start.look_for_garbage()
    return window


def let_rest(app: QApplication, seconds: float = REST) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.005)


def table_of(window: MainWindow) -> ComparisonView:
    return window.findChildren(ComparisonView)[0]
