"""Starting the window: the application, the study that opens first, the window on the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from parties_of_power import __version__
from parties_of_power.paths import resource
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import file_actions, problems, settings, study_files
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import theme
from parties_of_power.ui.workspace import Workspace

# So many new objects are made before the young ones are looked through: an edit of thousands of cells makes many.
YOUNG = 20_000
APP_ID = "org.partiesofpower.PartiesOfPower"


def run(argv: list[str]) -> int:
    """Show the window until it is closed. `argv` may name a study; one that cannot be opened ends it with 1."""
    app = application()
    kept = settings.load()
    theme().apply(kept.scheme)
    try:
        study = first_study(argv, kept)
    except (StudyError, OSError) as error:
        refuse(app, messages.sentence(error))
        return 1
    window = MainWindow(Workspace(study), kept)
    problems.catch(lambda text: None if window.is_closed else messages.problem(window, text))
    window.filled.connect(look_for_garbage)
    window.workspace.study_opened.connect(look_for_garbage)
    FirstPainting(window, window.fill)
    window.show()
    if isinstance(app, Application):
        app.file_wanted.connect(lambda name: file_actions.open_path(window, Path(name)))
    return app.exec()


def look_for_garbage() -> None:
    """Among what is made from now on, and not in the study that has just been opened: to look through all of a large
    one again and again takes as long as to paste into it."""
    if gc.get_freeze_count():  # a study before this one has left
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


class FirstPainting(QObject):
    """Does something once, as soon as all of a window has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self.window = window
        self.then = then
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self.window, self.then)
        return False


class Application(QApplication):
    """`file_wanted` comes where the desktop asks for a study in an event and not on the command line, as on a Mac."""

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)


def application() -> QApplication:
    app = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(app, QApplication), "the window needs an application with widgets"
    app.setApplicationName("Parties of Power")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(QIcon(str(resource("icons", "parties-of-power.png"))))
    return app


def first_study(argv: list[str], kept: Settings) -> Study:
    """The study named on the command line, else that of last time; where that cannot be opened, the own copy."""
    if argv:
        return Study.open(Path(argv[0]).resolve(), coder=kept.coder)
    try:
        return study_files.open_first(kept.recent, kept.coder)
    except StudyError as error:
        sys.stderr.write(f"{error}\n")
        return study_files.open_own_copy(kept.coder)


def refuse(app: QApplication, text: str) -> None:
    """Say why there is no window: on standard error, and in a box where there is a screen."""
    sys.stderr.write(_("Parties of Power: {problem}").format(problem=text) + "\n")
    if app.platformName() not in ("offscreen", "minimal"):
        messages.problem(None, text)
