"""All windows of the program: a study is shown in one of them only, and what one keeps the others know."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.ui import settings, study_files
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.first_painting import FirstPainting
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

_made: list[MainWindow] = []


def shown() -> list[MainWindow]:
    """The windows that are open, the oldest first; those that were closed are let go of."""
    for window in [each for each in _made if each.is_closed]:
        _made.remove(window)
        window.deleteLater()
    return list(_made)


def front() -> MainWindow | None:
    active = QApplication.activeWindow()
    return active if isinstance(active, MainWindow) else next(iter(reversed(shown())), None)


def showing(path: Path) -> MainWindow | None:
    """The window that shows the study of this file, under whatever name it is asked for."""
    return next((each for each in shown() if is_same_file(each.workspace.study.path, path)), None)


def make(study: Study, kept: Settings) -> MainWindow:
    """A window of its own for a study, not shown yet."""
    others = shown()
    window = MainWindow(Workspace(study), kept, keep=keep)
    _made.append(window)
    if others:
        window.move(others[-1].pos().x() + px(32), others[-1].pos().y() + px(32))
    return window


def show(window: MainWindow) -> None:
    """It is filled once it has been painted."""
    FirstPainting(window, window.fill)
    window.show()


def keep(kept: Settings) -> None:
    """What one window keeps is written, and known to the others; each has a place of its own."""
    settings.save(kept)
    for other in shown():
        other.settings = replace(kept, geometry=other.settings.geometry, panes=other.settings.panes)


def open_file(path: Path) -> MainWindow | None:
    """What the desktop asks for: the window that shows it already, else one of its own. A refusal is said in front."""
    already = showing(path)
    if already is not None:
        to_front(already)
        return already
    before = front()
    kept = before.settings if before else settings.load().settings
    try:
        study = Study.open(path, coder=kept.coder)
    except (StudyError, OSError) as error:
        if before is not None:
            to_front(before)
        messages.problem(before, study_files.with_backups(messages.sentence(error), path))
        return None
    window = make(study, kept)
    show(window)
    to_front(window)
    return window


def to_front(window: QWidget, token: str = "") -> None:
    """`token` is the leave that the desktop gave to come to the front."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def is_same_file(one: Path, other: Path) -> bool:
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
