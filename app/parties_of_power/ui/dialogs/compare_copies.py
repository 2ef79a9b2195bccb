"""The study in the window beside another copy of it: what only one of them has, in words."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QTextBrowser, QVBoxLayout

from parties_of_power.study.comparing import Cell, CopyDifferences, compare_with
from parties_of_power.study.history import HistoryEntry
from parties_of_power.texts import _, ngettext
from parties_of_power.ui import study_files
from parties_of_power.ui.theme import px

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow
    from parties_of_power.ui.workspace import Workspace

MOST_NAMED = 50


def ask_and_compare(window: MainWindow, folder: str) -> None:
    """A copy that a sync program put beside the study is proposed."""
    study = window.workspace.study
    beside = study_files.conflict_copies(study.path)
    begin = str(beside[0]) if beside else folder
    title = _("Compare with another copy")
    name, _chosen = QFileDialog.getOpenFileName(window, title, begin, study_files.file_filter())
    if not name:
        return
    found = window.workspace.perform(lambda: compare_with(study, Path(name)))
    if found is not None:
        dialog = CopiesCompared(window, Path(name), found)
        dialog.exec()
        dialog.deleteLater()


class CopiesCompared(QDialog):
    def __init__(self, window: MainWindow, path: Path, found: CopyDifferences) -> None:
        super().__init__(window)
        self.main_window = window
        self.path = path
        self.found = found
        self.setWindowTitle(_("{name} and {other}").format(name=window.workspace.study.path.name, other=path.name))
        self.setObjectName("compare-copies")
        self.words = QTextBrowser(openLinks=False)
        self.words.setAccessibleName(_("What differs"))
        self.words.setHtml(told(window.workspace, path, found))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.cells = self.buttons.addButton(_("&List the cells"), role)
        self.cells.setEnabled(bool(found.cells))
        self.cells.clicked.connect(lambda _on=False: self.list_cells())
        self.other = self.buttons.addButton(_("&Open the other copy"), role)
        self.other.clicked.connect(lambda _on=False: self.open_other())
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.words, 1)
        column.addWidget(self.buttons)
        self.resize(px(640), px(520))

    def list_cells(self) -> None:
        """As a work list of this study; of cells that only the other copy has there is no row here."""
        workspace = self.main_window.workspace
        known = tuple(cell for cell in self.found.cells if is_known(workspace, cell))
        self.accept()
        workspace.show_cells(_("Differs in {name}").format(name=self.path.name), known)

    def open_other(self) -> None:
        from parties_of_power.ui import windows

        self.accept()
        windows.open_file(self.path)


def told(workspace: Workspace, path: Path, found: CopyDifferences) -> str:
    here, there = escape(workspace.study.path.name), escape(path.name)
    if found.is_same:
        return f"<p>{_('Both hold the same edits and the same values.')}</p>"
    shared = (
        _("Both have the edits up to number {number}.").format(number=found.shared)
        if found.shared
        else _("They have no edit in common.")
    )
    parts = [f"<p>{shared}</p>"]
    parts += edits_told(_("Only in {name}").format(name=here), found.here)
    parts += edits_told(_("Only in {name}").format(name=there), found.there)
    parts += cells_told(workspace, found.cells)
    parts.append(
        "<p>"
        + _("Nothing was changed. To bring the work together, go on in one of them and enter what only the other has.")
        + "</p>"
    )
    return "".join(parts)


def edits_told(heading: str, entries: tuple[HistoryEntry, ...]) -> list[str]:
    if not entries:
        return [f"<h4>{heading}</h4><p>{_('no edits')}</p>"]
    lines = [
        f"{each.number} · {escape(each.label)} · {escape(each.coder)}, {each.at[:16].replace('T', ' ')}"
        for each in entries
    ]
    return [f"<h4>{heading}</h4><p>{'<br>'.join(cut_off(lines))}</p>"]


def cells_told(workspace: Workspace, cells: tuple[Cell, ...]) -> list[str]:
    if not cells:
        return []
    heading = ngettext("{count} cell differs", "{count} cells differ", len(cells)).format(count=len(cells))
    lines = [escape(name_of(workspace, cell)) for cell in cells]
    return [f"<h4>{heading}</h4><p>{'<br>'.join(cut_off(lines))}</p>"]


def cut_off(lines: list[str]) -> list[str]:
    more = len(lines) - MOST_NAMED
    return lines if more <= 0 else [*lines[:MOST_NAMED], _("… and {count} more").format(count=more)]


def is_known(workspace: Workspace, cell: Cell) -> bool:
    return cell[0] in workspace.catalogue.subjects and cell[1] in workspace.catalogue.attributes


def name_of(workspace: Workspace, cell: Cell) -> str:
    if not is_known(workspace, cell):
        return _("a cell of a row or column that only the other copy has")
    subject = workspace.catalogue.shown_name(cell[0], workspace.as_of).text
    return f"{subject} · {workspace.catalogue.attributes[cell[1]].name}"
