"""Starting the window: the application, the study that opens first, the window on the screen."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from parties_of_power import __version__
from parties_of_power.domain.conventions import follow
from parties_of_power.paths import resource
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import crashes, problems, settings, study_files, windows
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.first_painting import FirstPainting
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Loaded, Settings
from parties_of_power.ui.study_files import Opening
from parties_of_power.ui.theme import theme

# So many new objects are made before the young ones are looked through: an edit of thousands of cells makes many.
YOUNG = 20_000
APP_ID = "org.partiesofpower.PartiesOfPower"


def run(argv: list[str]) -> int:
    """Show the window until it is closed. `argv` may name studies; a first that cannot be opened ends it with 1."""
    app = application()
    loaded = settings.load()
    kept = loaded.settings
    follow(kept.conventions)
    theme().grow(kept.font_size)
    theme().apply(kept.scheme)
    problems.catch(tell)
    watch = crashes.watch()
    try:
        return shown(app, argv, loaded)
    finally:
        if watch is not None:
            watch.end()


def shown(app: QApplication, argv: list[str], loaded: Loaded) -> int:
    """Show the first window, or the start page, until the last one is closed."""
    kept = loaded.settings
    if not argv and study_files.is_first_start(kept.recent):
        welcome(kept)
    else:
        try:
            study, problem = first_study(argv, kept)
        except (StudyError, OSError) as error:
            refuse(app, messages.sentence(error))
            return 1
        window = begin(study, kept)
        window.filled.connect(lambda: after_filling(window, argv[1:], [loaded.problem, problem]))
    if isinstance(app, Application):
        app.file_wanted.connect(lambda name: windows.open_file(Path(name)))
    return app.exec()


def begin(study: Study, kept: Settings) -> MainWindow:
    """The first window."""
    window = windows.make(study, kept)
    window.filled.connect(look_for_garbage)
    window.workspace.study_opened.connect(look_for_garbage)
    FirstPainting(window, window.fill)
    window.show()
    return window


def after_filling(window: MainWindow, others: list[str], notices: list[str]) -> None:
    """What can wait until the table stands: other starts are listened to, the other files opened, and what there is to
    tell is told."""
    from parties_of_power.ui import running

    running.listen(hand_over)
    for name in others:
        windows.open_file(Path(name).resolve())
    for ending in crashes.earlier_endings():
        if ending.by_fault:
            notices.append(crashes.sentence(ending, window.workspace.study))
        else:
            window.workspace.message.emit(_("The program was ended from outside; every edit shown as saved is here."))
    for text in filter(None, notices):
        messages.notice(window, text)


def hand_over(files: list[Path], token: str) -> None:
    """Another start has passed its files on; without any it only wants the program in front."""
    opened = [windows.open_file(file) for file in files]
    wanted = next(filter(None, reversed(opened)), None) or windows.front()
    if wanted is not None:
        windows.to_front(wanted, token)


def welcome(kept: Settings) -> None:
    """The start page in place of a window, until a study has been chosen."""
    from parties_of_power.ui.start_page import StartPage

    page = StartPage(kept, None)

    def show(opening: Opening, _path: Path | None) -> None:
        try:
            study = opening(kept.coder)
        except (StudyError, OSError) as error:
            messages.problem(page, messages.sentence(error))
            return
        window = begin(study, kept)
        window.filled.connect(lambda: after_filling(window, [], []))
        page.close()
        page.deleteLater()

    page.chosen.connect(show)
    page.forgotten.connect(lambda path: settings.save(settings.load().settings.without_recent(path)))
    page.show()


def tell(text: str) -> None:
    """A sentence about a fault of the program, before the window in front."""
    window = windows.front()
    if window is not None:
        messages.problem(window, text)


def look_for_garbage() -> None:
    """Among what is made from now on, and not in the study that has just been opened: to look through all of a large
    one again and again takes as long as to paste into it."""
    if gc.get_freeze_count():  # a study before this one has left
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


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


def first_study(argv: list[str], kept: Settings) -> tuple[Study, str]:
    """The study named on the command line, else that of last time; where that cannot be opened, the own copy, and a
    sentence that says why."""
    if argv:
        return Study.open(Path(argv[0]).resolve(), coder=kept.coder), ""
    try:
        return study_files.open_first(kept.recent, kept.coder), ""
    except StudyError as error:
        sys.stderr.write(f"{error}\n")
        last = next((Path(path) for path in kept.recent if Path(path).is_file()), study_files.own_copy())
        return study_files.open_own_copy(kept.coder), study_files.with_backups(str(error), last)


def refuse(app: QApplication, text: str) -> None:
    """Say why there is no window: on standard error, and in a box where there is a screen."""
    sys.stderr.write(_("Parties of Power: {problem}").format(problem=text) + "\n")
    if app.platformName() not in ("offscreen", "minimal"):
        messages.problem(None, text)
