"""The list of differences, with the two days above it; a row that is chosen is the cell that the others show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from parties_of_power.analysis.between_days import CHANGES, Difference, change_name, differences
from parties_of_power.domain.dates import spoken
from parties_of_power.exchange.table_file import PlainTable
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.as_of_bar import moved
from parties_of_power.ui.day_edit import DayEdit
from parties_of_power.ui.dialogs.export_table import ask_export_table
from parties_of_power.ui.listing import Field, ListPage
from parties_of_power.ui.tables.clipboard import to_clipboard
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

ONE_YEAR = -12
NARROWEST = 130


class BetweenDaysPage(QWidget):
    """`until` follows the as-of day as long as it is that day. Reads anew when it is seen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.is_stale = True
        self.found: tuple[Difference, ...] = ()
        self.since = DayEdit(_("From"), moved(workspace.as_of, ONE_YEAR, 0))
        self.until = DayEdit(_("To"), workspace.as_of)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Kind of change"))
        self.list = ListPage[Difference](
            _("Between two days"),
            [
                Field(_("Party or state"), lambda row: row.subject, width=230, is_strong=True),
                Field(_("Attribute"), lambda row: row.attribute, width=190),
                Field(_("Before"), lambda row: row.old, is_quiet=True),
                Field(_("After"), lambda row: row.new),
                Field(_("Change"), lambda row: change_name(row.change), width=150, is_quiet=True),
            ],
            _("Nothing in this comparison changed between the two days."),
        )
        self.list.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.table.horizontalHeader().setMinimumSectionSize(px(NARROWEST))
        self.list.add_button(_("C&opy"), self.copy)
        self.list.add_button(_("&Export…"), self.export)
        self._lay_out()
        self._connect()
        self.take_up()

    def take_up(self) -> None:
        """Another study, or the first one."""
        day = self.workspace.as_of
        self.as_of = day
        self.until.show_day(day)
        self.since.show_day(moved(day, ONE_YEAR, 0))
        self.show_differences()

    def show_differences(self) -> None:
        """Read them for the comparison that is shown; not while nobody sees them."""
        self.is_stale = not self.isVisible()
        comparison, days = self.workspace.comparison, (self.since.day, self.until.day)
        old, new = days
        if self.is_stale or comparison is None or old is None or new is None:
            self.found = ()
        else:
            self.found = differences(self.workspace.study, self.workspace.columns, comparison, old, new)
        name = comparison.name if comparison else ""
        self.list.heading.setText(_("{comparison}, between two days").format(comparison=name))
        self._count_kinds()
        self.show_kind()

    def show_kind(self) -> None:
        """Only the changes of the kind that is chosen, or all."""
        wanted = self.kinds.currentData()
        rows = [row for row in self.found if wanted in ("", row.change)]
        self.list.show_rows(rows, lambda row, here: _place(row) == _place(here))

    def copy(self) -> None:
        """The selected rows, or all that are shown where one at most is selected; with headers either way."""
        rows = self._rows_to_copy()
        titles = [field.title for field in self.list.model.fields]
        copied = [[Copied(text) for text in _texts(row)] for row in rows]
        QGuiApplication.clipboard().setMimeData(to_clipboard(copied, titles))
        words = ngettext("{count} line copied, with headers", "{count} lines copied, with headers", len(rows))
        self.workspace.message.emit(words.format(count=len(rows)))

    def export(self) -> None:
        name = _("Between two days")
        title = self._from_to()
        headers = tuple(field.title for field in self.list.model.fields)
        rows = tuple(_texts(row) for row in self.list.model.shown)
        ask_export_table(self.workspace, self.window(), PlainTable(name, title, headers, rows))

    def printout(self) -> Printout:
        return self.list.printout(_("Between two days"), self._from_to())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_stale:
            self.show_differences()

    def _from_to(self) -> str:
        return _("From {old} to {new}").format(old=spoken(self.since.day or 0), new=spoken(self.until.day or 0))

    def _rows_to_copy(self) -> list[Difference]:
        places = sorted({index.row() for index in self.list.table.selectedIndexes()})
        shown = self.list.model.shown
        return [shown[place] for place in places] if len(places) > 1 else list(shown)

    def _follow_day(self, day: int) -> None:
        if self.until.day == self.as_of:
            self.until.show_day(day)
            self.show_differences()
        self.as_of = day

    def _choose(self, row: Difference | None) -> None:
        if row is None:
            return
        self.workspace.select((row.subject_id,))
        if row.attribute_id is not None:
            self.workspace.set_cell(row.asked_id, row.attribute_id)

    def _open(self, row: Difference) -> None:
        """In the comparison, as of the later day."""
        if self.until.day is not None:
            self.workspace.set_as_of(self.until.day)
        self.workspace.show_view("comparison")
        self._choose(row)

    def _count_kinds(self) -> None:
        counts = {change: sum(row.change == change for row in self.found) for change in CHANGES}
        self.kinds.setItemText(0, _("All changes: {count}").format(count=len(self.found)))
        for place, change in enumerate(CHANGES, 1):
            words = _("{kind}: {count}").format(kind=change_name(change), count=counts[change])
            self.kinds.setItemText(place, words)

    def _lay_out(self) -> None:
        self.kinds.addItem("", "")
        for change in CHANGES:
            self.kinds.addItem(change_name(change), change)
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(12), px(16), 0)
        top.setSpacing(px(8))
        for words, field in ((_("&From"), self.since), (_("&To"), self.until), (_("&Show"), self.kinds)):
            label = QLabel(words)
            label.setBuddy(field)
            top.addWidget(label)
            top.addWidget(field)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        workspace = self.workspace
        for field in (self.since, self.until):
            field.day_changed.connect(lambda _day: self.show_differences())
            field.refused.connect(workspace.message)
        self.kinds.currentIndexChanged.connect(lambda _place: self.show_kind())
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        copying = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.list.table, self.copy)
        copying.setContext(Qt.ShortcutContext.WidgetShortcut)
        workspace.changed.connect(lambda _changes: self.show_differences())
        workspace.comparison_changed.connect(self.show_differences)
        workspace.as_of_changed.connect(self._follow_day)
        workspace.study_opened.connect(self.take_up)


def _place(row: Difference) -> tuple[int, int | None, str]:
    return row.subject_id, row.attribute_id, row.attribute


def _texts(row: Difference) -> tuple[str, str, str, str, str]:
    return row.subject, row.attribute, row.old, row.new, change_name(row.change)
