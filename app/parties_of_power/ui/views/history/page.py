"""The page of the history, with the rows that the chosen edit touched below it."""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.domain.dates import spoken_short
from parties_of_power.study import history
from parties_of_power.study.history import HistoryEntry
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.listing import Field, ListPage, Reading, over_reading
from parties_of_power.ui.views.history.told import told
from parties_of_power.ui.workspace import Workspace

MOST_ROWS = 200


class HistoryPage(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.list = ListPage[HistoryEntry](
            _("History"),
            [
                Field(_("Edit"), lambda entry: str(entry.number), width=64, is_quiet=True, is_number=True),
                Field(_("When"), lambda entry: when(entry.at), width=160, is_quiet=True),
                Field(_("What"), lambda entry: entry.label, is_strong=True),
                Field(_("Coder"), lambda entry: entry.coder, width=160),
                Field(_("State"), state_name, width=150, is_quiet=True),
            ],
            _("Nothing has been changed yet. Every edit will stand here, and can be undone."),
        )
        self.restore = self.list.add_button(_("Bring this branch back"), self._restore)
        self.reading = Reading(_("What the edit changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(over_reading(self.list, self.reading))
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._tell)
        workspace.changed.connect(lambda _changes: self.show_history())
        workspace.study_opened.connect(self.show_history)
        self.show_history()

    def show_history(self) -> None:
        entries = history.history(self.workspace.study)
        self.list.show_rows(entries, lambda row, here: row.number == here.number)
        self._tell(self.list.current())

    def _tell(self, entry: HistoryEntry | None) -> None:
        self.restore.setVisible(entry is not None and entry.state == "aside")
        if entry is None:
            self.reading.clear()
            return
        changes = history.changes_of_edit(self.workspace.study, entry.number)
        lines = [told(self.workspace.catalogue, change, self.workspace.as_of) for change in changes[:MOST_ROWS]]
        more = len(changes) - MOST_ROWS
        if more > 0:
            lines.append(escape(ngettext("and {count} more row", "and {count} more rows", more).format(count=more)))
        self.reading.setText(f"<b>{escape(entry.label)}</b><br>" + "<br>".join(lines))

    def _restore(self) -> None:
        entry = self.list.current()
        if entry is not None:
            self.workspace.perform(lambda: history.restore_branch(self.workspace.study, entry.number))


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
