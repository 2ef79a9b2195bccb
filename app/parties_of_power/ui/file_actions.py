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
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from parties_of_power.texts import _
from parties_of_power.ui import study_files
from parties_of_power.ui.dialogs import messages

# What can be dropped on the window besides a study.
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TABLES = (".csv", ".tsv", ".tab", ".txt", ".dta", ".sav", ".html", ".htm")

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def new(window: MainWindow) -> None:
    """In a file that the user names, empty or with a codebook to begin with."""
    from parties_of_power.ui.new_study import ask_new

    opening = ask_new(window, Path(folder(window)))
    if opening is not None:
        show(window, lambda: opening(window.settings.coder))


def open_file(window: MainWindow) -> None:
    name, _chosen = QFileDialog.getOpenFileName(window, _("Open study"), folder(window), study_files.file_filter())
    if name:
        open_path(window, Path(name))


def open_read_only(window: MainWindow) -> None:
    """Also a study that is open in another window, which goes on writing in it."""
    title = _("Open study for reading only")
    name, _chosen = QFileDialog.getOpenFileName(window, title, folder(window), study_files.file_filter())
    if name:
        show(window, lambda: Study.open(Path(name), coder=window.settings.coder, read_only=True))


def open_path(window: MainWindow, path: Path) -> None:
    """In this window, unless another shows it already."""
    from parties_of_power.ui import windows

    already = windows.showing(path)
    if already is not None:
        windows.to_front(already)
    elif window.workspace.study.path != path:
        show(window, lambda: opened(path, window.settings.coder))


def opened(path: Path, coder: str) -> Study:
    """A refusal names the backups, where there are any."""
    try:
        return Study.open(path, coder=coder)
    except StudyError as error:
        raise type(error)(study_files.with_backups(str(error), path)) from error


def open_bundled(window: MainWindow) -> None:
    """The user's own copy of the bundled study."""
    if study_files.own_copy().exists():
        open_path(window, study_files.own_copy())
    else:
        show(window, lambda: study_files.open_own_copy(window.settings.coder))


def new_window(window: MainWindow) -> None:
    """A study in a window of its own."""
    from parties_of_power.ui import windows

    title = _("Open study in a new window")
    name, _chosen = QFileDialog.getOpenFileName(window, title, folder(window), study_files.file_filter())
    if name:
        windows.open_file(Path(name))


def show_start_page(window: MainWindow) -> None:
    from parties_of_power.ui.start_page import StartPage

    page = StartPage(window.settings, window)

    def take(opening: study_files.Opening, path: Path | None) -> None:
        page.accept()
        if path is not None:
            open_path(window, path)
        else:
            show(window, lambda: opening(window.settings.coder))

    page.chosen.connect(take)
    page.forgotten.connect(window.forget)
    page.exec()
    page.deleteLater()


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


def compare_copies(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs.compare_copies import ask_and_compare

    ask_and_compare(window, folder(window))


def show_backups(window: MainWindow) -> None:
    from parties_of_power.ui.dialogs import backups

    backups.show_backups(window)


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


def import_table(window: MainWindow) -> None:
    """A table of a stranger, in any form that is read."""
    from parties_of_power.ui.dialogs.opening_table import ask_table

    opened = ask_table(window.workspace, window, folder(window))
    if opened is not None:
        window.workspace.show_import(opened)


def import_from(window: MainWindow, path: Path) -> None:
    from parties_of_power.ui.dialogs.opening_table import open_with_patience

    opened = window.workspace.perform(lambda: open_with_patience(window, path))
    if opened is not None:
        window.workspace.show_import(opened)


def take_workbook(window: MainWindow, path: Path) -> None:
    """One that was exported comes back with its changes; any other is a table to import."""
    from parties_of_power.exchange.returned.comparing import was_exported
    from parties_of_power.ui.dialogs.reading import read_with_patience

    workspace = window.workspace
    file = workspace.perform(lambda: read_with_patience(window, path))
    if file is None:
        return
    if was_exported(workspace.study, workspace.columns, file, path.name):
        workspace.show_returned(path.name, file)
    else:
        import_from(window, path)


def dropped(data: QMimeData) -> Path | None:
    """The one study, workbook or table among what is dragged; None for anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    known = (*WORKBOOKS, *TABLES, study_files.ENDING)
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in known else None


def take_dropped(window: MainWindow, path: Path) -> None:
    """Once the drop is over: the program that the file was dragged from waits for its end."""
    ending = path.suffix.lower()
    take = open_path if ending == study_files.ENDING else import_from if ending in TABLES else take_workbook
    QTimer.singleShot(0, window, lambda: take(window, path))


def folder(window: MainWindow, name: str = "") -> str:
    """Where a file dialog opens."""
    kept = Path(window.settings.folder)
    return str((kept if window.settings.folder and kept.is_dir() else user_documents()) / name)
