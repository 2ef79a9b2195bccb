"""The page of the history: what part of it is shown, the edits, and below them what the chosen one changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QVBoxLayout, QWidget

from parties_of_power.domain.dates import spoken_short
from parties_of_power.study import history
from parties_of_power.study.edits.restoring import restore_observation
from parties_of_power.study.history import CellChange, HistoryEntry
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.listing import Field, ListPage, Reading, over_reading
from parties_of_power.ui.views.history.narrowing import STUDY, Narrowing
from parties_of_power.ui.views.history.told import cell_told, told
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

MOST_ROWS = 200
MOST_RESTORED = 30


class HistoryPage(QWidget):
    """Restoring is offered for the observations of the chosen edit that belong to what is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.changes: list[CellChange] = []
        self.narrowing = Narrowing(workspace)
        self.list = ListPage[HistoryEntry](
            _("History"),
            [
                Field(_("Edit"), lambda entry: str(entry.number), width=64, is_quiet=True, is_number=True),
                Field(_("When"), lambda entry: when(entry.at), width=160, is_quiet=True),
                Field(_("What"), lambda entry: entry.label, is_strong=True),
                Field(_("Coder"), lambda entry: entry.coder, width=120),
                Field(_("State"), state_name, width=130, is_quiet=True),
            ],
            _("Nothing has been changed here yet. Every edit will stand here, and can be undone."),
        )
        self.restore = self.list.add_button(_("Bring this branch back"), self._restore_branch)
        self.restore_before = self.list.add_button(
            _("Restore what was &before"),
            lambda: self._restore_state(self.restore_before, before=True),
            _("As an edit of its own: the value says again what it said before this edit"),
        )
        self.restore_after = self.list.add_button(
            _("&Restore this state"),
            lambda: self._restore_state(self.restore_after, before=False),
            _("As an edit of its own: the value says again what it said after this edit"),
        )
        self.copy_then = self.list.add_button(
            _("&Copy as of then…"),
            self._save_copy_then,
            _("Another file, in which the study is as it was after this edit; this one stays as it is"),
        )
        self.reading = Reading(_("What the edit changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.narrowing)
        column.addWidget(over_reading(self.list, self.reading), 1)
        self.setFocusProxy(self.list)
        self._connect()
        self.show_history()

    def show_history(self) -> None:
        entries = history.history(self.workspace.study, wanted=self.narrowing.wanted())
        self.list.show_rows(entries, lambda row, here: row.number == here.number)
        self._tell(self.list.current())

    def printout(self) -> Printout:
        """The edits that the list shows."""
        return self.list.printout()

    def _follow(self) -> None:
        """An edit, another study, another cell."""
        self.narrowing.show_names()
        self.narrowing.show_coders()
        self.show_history()

    def _follow_cell(self) -> None:
        was_narrow = self.narrowing.scope.currentIndex() != STUDY
        self.narrowing.show_names()
        if was_narrow:
            self.show_history()

    def _tell(self, entry: HistoryEntry | None) -> None:
        self.restore.setVisible(entry is not None and entry.state == "aside")
        self.copy_then.setVisible(entry is not None)
        self.changes = []
        if entry is not None:
            wanted = self.narrowing.wanted()
            every = history.changes_of_edit(self.workspace.study, entry.number)
            self.changes = [change for change in every if wanted.keeps(change)]
        self._offer_restoring()
        if entry is None:
            self.reading.clear()
            return
        shown = self.changes[:MOST_ROWS]
        lines = [told(self.workspace.catalogue, change, self.workspace.as_of) for change in shown]
        more = len(self.changes) - MOST_ROWS
        if more > 0:
            lines.append(escape(ngettext("and {count} more row", "and {count} more rows", more).format(count=more)))
        self.reading.setText(f"<b>{escape(entry.label)}</b><br>" + "<br>".join(lines))

    def _offer_restoring(self) -> None:
        can_edit = not self.workspace.study.is_read_only
        for button, before in ((self.restore_before, True), (self.restore_after, False)):
            button.setVisible(can_edit and bool(self._restorable(before)))

    def _restorable(self, before: bool) -> list[CellChange]:
        """The observations of the chosen edit that there were before it, or after it."""
        observations = (change for change in self.changes if change.table == "observation")
        return [each for each in observations if (each.before if before else each.after) is not None]

    def _restore_state(self, button: QPushButton, *, before: bool) -> None:
        """At once where the edit touched one observation; of several, the user says which."""
        found = self._restorable(before)
        acts = [(change, partial(self._restore_one, change, before)) for change in found]
        if len(acts) == 1:
            acts[0][1]()
        elif acts:
            menu = self._menu_of(acts)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _menu_of(self, acts: Sequence[tuple[CellChange, Callable[[], None]]]) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for change, act in acts[:MOST_RESTORED]:
            words = cell_told(self.workspace.catalogue, change, self.workspace.as_of)
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _on=False, act=act: act())
        if len(acts) > MOST_RESTORED:
            more = _("{count} more: show the history of one cell").format(count=len(acts) - MOST_RESTORED)
            menu.addAction(more).setEnabled(False)
        return menu

    def _restore_one(self, change: CellChange, before: bool) -> None:
        study = self.workspace.study
        self.workspace.perform(lambda: restore_observation(study, change.entry.number, change.row_id, before=before))

    def _save_copy_then(self) -> None:
        """The dialog asks before a file is replaced, which may not be the study itself."""
        entry, study = self.list.current(), self.workspace.study
        if entry is None:
            return
        name = _("{name} as of edit {number}").format(name=study.path.stem, number=entry.number)
        proposed = str(study.path.with_name(f"{name}.parties"))
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save a copy as of this edit"), proposed, "*.parties")
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(".parties") else f"{chosen}.parties")

        def copy() -> Path:
            study.save_copy_as_of_edit(path, entry.number)
            return path

        if self.workspace.perform(copy):
            self.workspace.message.emit(_("Copy saved: {path}").format(path=path))

    def _restore_branch(self) -> None:
        entry = self.list.current()
        if entry is not None:
            self.workspace.perform(lambda: history.restore_branch(self.workspace.study, entry.number))

    def _connect(self) -> None:
        workspace = self.workspace
        self.list.chosen.connect(self._tell)
        self.narrowing.changed.connect(self.show_history)
        workspace.changed.connect(lambda _changes: self._follow())
        workspace.study_opened.connect(self._follow)
        workspace.cell_changed.connect(self._follow_cell)
        workspace.selection_changed.connect(self._follow_cell)
        workspace.history_wanted.connect(self.narrowing.narrow_to)


def when(at: str) -> str:
    """An ISO time as the day and the minute of this place."""
    moment = datetime.fromisoformat(at).astimezone()
    return f"{spoken_short(moment.date().toordinal())}, {moment:%H:%M}"


def state_name(entry: HistoryEntry) -> str:
    return {
        "done": "",
        "undone": _("undone"),
        "aside": _("set aside"),
        "kept": _("cannot be undone"),
    }[entry.state]
