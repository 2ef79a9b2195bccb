"""`--selfcheck FOLDER`: the real window over a fresh bundled study, an export that is read again, pictures.

It says OK and where data/ was found, or what went wrong. A packaged program is tried with it on a strange machine.
"""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from parties_of_power import paths
from parties_of_power.exchange.export import export
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import start, study_files
from parties_of_power.ui.main_window import MainWindow
from parties_of_power.ui.settings import Settings
from parties_of_power.ui.theme import Scheme, theme
from parties_of_power.ui.workspace import Workspace

SETTLED = 400
SIZE = (1440, 912)
PICTURES: tuple[Scheme, ...] = ("light", "dark")


def run(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write(_("Usage: parties-of-power --selfcheck FOLDER") + "\n")
        return 2
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        said = checked(folder)
    except (StudyError, OSError, CheckFailed) as error:
        sys.stderr.write(_("Selfcheck failed: {problem}").format(problem=error) + "\n")
        return 1
    sys.stdout.write("\n".join(said) + "\n")
    return 0


class CheckFailed(Exception):
    """Something works here that gives another result than it should; the text says what."""


def checked(folder: Path) -> list[str]:
    """What was found, a line each; raises where something is wrong."""
    app = start.application()
    window = fresh_window(folder / f"selfcheck{study_files.ENDING}")
    pictures = [take_picture(app, window, scheme, folder / f"window-{scheme}.png") for scheme in PICTURES]
    workbook = exported(window, folder / "selfcheck.xlsx")
    problems = window.workspace.study.check()
    window.close()
    if problems:
        raise CheckFailed(problems[0])
    return [
        _("OK"),
        _("data: {folder}").format(folder=paths.data()),
        _("workbook: {file}").format(file=workbook),
        *(_("picture: {file}").format(file=picture) for picture in pictures),
    ]


def fresh_window(path: Path) -> MainWindow:
    """The window over the bundled study as a new file; one that an earlier check left is replaced.

    The user's settings are neither read nor changed.
    """
    path.unlink(missing_ok=True)
    bundled_study(paths.data(study_files.BUNDLED), path, "selfcheck")
    theme().apply(PICTURES[0])
    study, kept = Study.open(path, coder="selfcheck"), Settings(makes_backups=False)
    window = MainWindow(Workspace(study), kept, keep=lambda _settings: None)
    window.resize(*SIZE)
    window.show()
    window.fill()
    return window


def exported(window: MainWindow, path: Path) -> Path:
    """Write a workbook and read it again: it is a sound archive with a sheet for the comparison."""
    workspace = window.workspace
    comparison_id = workspace.comparison_id
    if comparison_id is None:
        raise CheckFailed(_("The bundled study has no comparison."))
    export(workspace.study, workspace.columns, path, comparison_id, workspace.as_of)
    with zipfile.ZipFile(path) as archive:
        damaged = archive.testzip()
        if damaged or "xl/worksheets/sheet1.xml" not in archive.namelist():
            raise CheckFailed(_("The workbook {file} cannot be read again.").format(file=path))
    return path


def take_picture(app: QApplication, window: MainWindow, scheme: Scheme, path: Path) -> Path:
    theme().apply(scheme)
    settle(app)
    if not window.grab().save(str(path)):
        raise CheckFailed(_("The picture {file} cannot be written.").format(file=path))
    return path


def settle(app: QApplication) -> None:
    """Let the window come to rest."""
    loop = QEventLoop(app)
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()
