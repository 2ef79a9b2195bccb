"""What the menus File and Study do with the study as a whole: new, open, copy, revert, check, export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from parties_of_power.paths import user_documents
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import study_files
from parties_of_power.ui.dialogs import messages

# What can be dropped on the window besides a study.
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def new(window: MainWindow) -> None:
    """An empty study, in a file that the user names."""
    name, _chosen = QFileDialog.getSaveFileName(
        window, _("New study"), folder(window, _("New study.parties")), study_files.file_filter()
    )
    if name:
        path = study_files.with_ending(name)
        show(window, lambda: begun(path, window.settings.coder))


def begun(path: Path, coder: str) -> Study:
    """A new study with two comparisons to fill, of parties and of states; they are no edit that undo would take."""
    from parties_of_power.study.edits.comparisons import add_comparison

    study = Study.create(path, coder=coder, title=path.stem)
    try:
        with study.edit(_("Begin the study"), undoable=False):
            add_comparison(study, _("Parties"), "party")
            add_comparison(study, _("States"), "state")
    except BaseException:
        study.close()
        raise
    return study


def open_file(window: MainWindow) -> None:
    name, _chosen = QFileDialog.getOpenFileName(window, _("Open study"), folder(window), study_files.file_filter())
    if name:
        open_path(window, Path(name))


def open_path(window: MainWindow, path: Path) -> None:
    if window.workspace.study.path == path:
        return
    show(window, lambda: Study.open(path, coder=window.settings.coder))


def open_bundled(window: MainWindow) -> None:
    """The user's own copy of the bundled study."""
    if window.workspace.study.path != study_files.own_copy():
        show(window, lambda: study_files.open_own_copy(window.settings.coder))


def show(window: MainWindow, opening: Callable[[], Study]) -> None:
    """Open a study and show it in place of the one in the window; on a refusal that one stays."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        study = window.workspace.perform(opening)
    finally:
        QGuiApplication.restoreOverrideCursor()
    if study is not None:
        window.workspace.open(study)


def save_copy(window: MainWindow) -> None:
    """A verified copy under another name; the window stays with the study that it shows."""
    study = window.workspace.study
    proposed = _("Copy of {name}").format(name=study.path.name)
    name, _chosen = QFileDialog.getSaveFileName(
        window, _("Save a copy as"), folder(window, proposed), study_files.file_filter()
    )
    if not name:
        return
    path = study_files.with_ending(name)
    window.workspace.keep_as_of()

    def copy() -> Path:
        study.save_copy(path)
        return path

    if window.workspace.perform(copy):
        window.workspace.message.emit(_("Copy saved: {path}").format(path=path))


def revert(window: MainWindow) -> None:
    question = _("Revert “{name}” to how it was when you opened it?")
    study = window.workspace.study
    if messages.confirmed(window, question.format(name=study.path.name), _("Revert")):
        window.workspace.perform(study.revert)


def ask_coder(window: MainWindow) -> None:
    """Whose name every edit from now on carries."""
    name = messages.text_from(window, _("Coder"), _("Every edit carries this name:"), window.settings.coder)
    if name is not None:
        window.settings = replace(window.settings, coder=name)
        window.workspace.study.coder = name
        window.keep_settings()


def check(window: MainWindow) -> None:
    """Verify the file, the digests of its rows and the references between them."""
    problems = window.workspace.perform(window.workspace.study.check)
    if problems:
        messages.problem(window, "\n".join(problems[:20]))
    elif problems is not None:
        messages.notice(window, _("The study is sound: file, rows and references were checked."))


def export(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.export import ask_export

    written = ask_export(window.workspace, window, Path(folder(window)))
    if written is not None:
        window.settings = replace(window.settings, folder=str(written.parent))
        window.keep_settings()


def take_changes(window: MainWindow) -> None:
    """A workbook that was exported from this study and comes back."""
    filters = _("Workbooks ({endings})").format(endings=" ".join(f"*{each}" for each in WORKBOOKS))
    name, _chosen = QFileDialog.getOpenFileName(window, _("Take changes from Excel"), folder(window), filters)
    if name:
        take_changes_from(window, Path(name))


def take_changes_from(window: MainWindow, path: Path) -> None:
    from parties_of_power.ui.dialogs.reading import read_with_patience

    file = window.workspace.perform(lambda: read_with_patience(window, path))
    if file is not None:
        window.workspace.show_returned(path.name, file)


def dropped(data: QMimeData) -> Path | None:
    """The one study or workbook among what is dragged; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    known = (*WORKBOOKS, study_files.ENDING)
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in known else None


def take_dropped(window: MainWindow, path: Path) -> None:
    """Once the drop is over: the program that the file was dragged from waits for its end."""
    take = open_path if path.suffix.lower() == study_files.ENDING else take_changes_from
    QTimer.singleShot(0, window, lambda: take(window, path))


def folder(window: MainWindow, name: str = "") -> str:
    """Where a file dialog opens."""
    kept = Path(window.settings.folder)
    return str((kept if window.settings.folder and kept.is_dir() else user_documents()) / name)
