"""The pane of the comparison: filter bar, table, summary, the card under an edited cell, and a note without rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.domain.comparisons import Column, RowUnit
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.theme import theme, tokens
from parties_of_power.ui.views.comparison.empty_note import EmptyNote
from parties_of_power.ui.views.comparison.filter_bar import FilterBar
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.reading_ahead import ReadingAhead
from parties_of_power.ui.views.comparison.sharing import Sharing
from parties_of_power.ui.views.comparison.summary_line import SummaryLine
from parties_of_power.ui.views.comparison.typing_card import TypingCard
from parties_of_power.ui.views.comparison.view import ComparisonView
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout
    from parties_of_power.ui.views.comparison.find_bar import FindBar
    from parties_of_power.ui.views.comparison.ranking_bar import RankingBar

REST = 80
# Until the window rests; what is imported here would else be waited for at the first key.
READY = 2000


class ComparisonPane(QWidget):
    """Shows the workspace's comparison, whichever it is. What opens from here is imported when it opens."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.model = ComparisonModel(workspace, self)
        self.card = TypingCard(self)
        self.view = ComparisonView(self.model, self.card)
        self.sharing = Sharing(self.view)
        self.reading_ahead = ReadingAhead(self.model)
        self.filter_bar = FilterBar(self.model)
        self.summary = SummaryLine(self.view)
        self.note = EmptyNote(self.view)
        self.setFocusProxy(self.view)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.summary)
        self._connect()
        self.dress()
        self.show_note()

    @cached_property
    def find_bar(self) -> FindBar:
        """Above the table."""
        from parties_of_power.ui.views.comparison.find_bar import FindBar

        bar = FindBar(self.view.hands)
        self.column.insertWidget(self.column.indexOf(self.view), bar)
        return bar

    @cached_property
    def ranking_bar(self) -> RankingBar:
        """Below the filters."""
        from parties_of_power.ui.views.comparison.ranking_bar import RankingBar

        bar = RankingBar(self.model)
        bar.closed.connect(self.view.setFocus)
        self.column.insertWidget(self.column.indexOf(self.filter_bar) + 1, bar)
        return bar

    def get_ready(self) -> None:
        """For what is typed, pasted or chosen from a menu."""
        from parties_of_power.ui.views.comparison import entry, menus  # noqa: F401  # so that they are there

        self.view.hands.forget()

    def show_other(self) -> None:
        """Another comparison, or another study."""
        if self.view.edited:
            self.view.edited.close()
        self.model.take_up()

    def dress(self) -> None:
        """The corner above the row numbers, the one part that Qt draws by itself."""
        colours = tokens()
        corner = f"background: {colours.panel.name()}; border: none; border-bottom: 1px solid {colours.line.name()};"
        edge = f"background: {colours.ground.name()}; border: none;"
        self.view.setStyleSheet(f"QTableCornerButton::section {{ {corner} }} QAbstractScrollArea::corner {{ {edge} }}")

    def follow(self, changes: Changes) -> None:
        self.model.follow(changes)

    def sort_rows(self) -> None:
        from parties_of_power.ui.views.comparison.sort_box import SortBox

        SortBox(self.model, self.window()).open()

    def filter_rows(self) -> None:
        """By the column of the cursor."""
        column = self.view.currentIndex().column()
        if column >= 0 and self.model.columns[column].is_of_ranking:
            self.workspace.message.emit(_("The ranks are those of the rows shown: filter by a column that they count."))
        elif column >= 0:
            self.filter_bar.ask_filter(self.model.columns[column])

    def rank_rows(self) -> None:
        self.ranking_bar.open()

    def show_all_rows(self) -> None:
        from parties_of_power.ui.views.comparison import arrange

        arrange.clear_filters(self.model)

    def group_rows(self) -> None:
        self.filter_bar.group.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.group.showMenu()

    def fold_groups(self) -> None:
        self.model.fold_all(True)

    def unfold_groups(self) -> None:
        self.model.fold_all(False)

    def set_column_day(self) -> None:
        """Of the column of the cursor, if it is one of an attribute."""
        from parties_of_power.ui.views.comparison.column_days import ask_day_of_column

        self._with_attribute(ask_day_of_column)

    def compare_days(self) -> None:
        from parties_of_power.ui.views.comparison.column_days import ask_days_of_attribute

        self._with_attribute(ask_days_of_attribute)

    def _with_attribute(self, ask: Callable[[ComparisonModel, Column, QWidget], None]) -> None:
        place = self.view.currentIndex().column()
        if place < 0 or self.model.attribute(place) is None:
            self.model.workspace.message.emit(_("Go to a column of values first: a name or a state has no day."))
        else:
            ask(self.model, self.model.columns[place], self.window())

    def set_row_unit(self, unit: RowUnit) -> None:
        from parties_of_power.ui.views.comparison import arrange

        arrange.set_row_unit(self.model, unit)

    def freeze_here(self) -> None:
        """Up to the column of the cursor."""
        from parties_of_power.ui.views.comparison import arrange

        arrange.freeze(self.model, self.view.currentIndex().column() + 1)

    def freeze_rows_here(self) -> None:
        """Down to the row of the cursor."""
        from parties_of_power.ui.views.comparison import arrange

        arrange.freeze_rows(self.model, self.view.currentIndex().row() + 1)

    def unfreeze(self) -> None:
        from parties_of_power.ui.views.comparison import arrange

        arrange.unfreeze(self.model)

    def turn_wrapping(self) -> None:
        from parties_of_power.ui.views.comparison import arrange

        if self.model.comparison is not None:
            arrange.wrap(self.model, not self.model.comparison.wraps)

    def turn_overview(self) -> None:
        """See all rows at once, or leave that."""
        self.view.overview.turn()

    def colour_column(self) -> None:
        """Ask how the values in the column of the cursor are drawn."""
        place = self.view.currentIndex().column()
        if place >= 0:
            from parties_of_power.ui.views.comparison.colour_menu import open_colour_menu

            open_colour_menu(self.view, place)

    def turn_distributions(self) -> None:
        """Show in the headers how the values are distributed, or no longer."""
        from parties_of_power.ui.views.comparison import arrange

        if self.model.comparison is not None:
            arrange.show_distributions(self.model, not self.model.comparison.distributions)

    def filter_by_distribution(self) -> None:
        """Of the column of the cursor."""
        place = self.view.currentIndex().column()
        if place >= 0:
            self.view.distributions.open_list(place)

    def show_note(self) -> None:
        """Say why there is nothing, and what to do about it."""
        self._place_note()
        comparison, table = self.model.comparison, self.model.table
        is_read_only = self.workspace.study.is_read_only
        if comparison is None or table is None:
            self.note.say(_("This study has no comparison yet. Insert ▸ Comparison makes one."))
        elif table.row_ids:
            self.note.hide()
        elif table.all_row_ids:
            self.note.say(
                _("None of the {count} rows passes the filters.").format(count=len(table.all_row_ids)),
                _("Show all rows"),
                self.show_all_rows,
            )
        elif comparison.subject_kind == "party":
            words = "" if is_read_only else _("Add a party…")
            self.note.say(_("There are no parties here yet."), words, self.add_party)
        else:
            words = "" if is_read_only else _("Add a state…")
            self.note.say(_("There are no states here yet."), words, self.add_state)

    def add_party(self) -> None:
        from parties_of_power.ui.dialogs.subject import ask_party

        ask_party(self.workspace, self.window())

    def add_state(self) -> None:
        from parties_of_power.ui.dialogs.subject import ask_state

        ask_state(self.workspace, self.window())

    def printout(self) -> Printout | None:
        from parties_of_power.ui.printing.printouts import comparison_printout

        return comparison_printout(self.workspace)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.view.is_painted:
            self.begin_soon()

    def begin_soon(self) -> None:
        """Not before the first painting: the table is to stand there soon, whatever is then computed of it."""
        QTimer.singleShot(REST, self, self.begin)
        QTimer.singleShot(READY, self, self.get_ready)

    def begin(self) -> None:
        """Choose a cell, once the panes around have their sizes and it is known which columns are in sight."""
        layout = self.window().layout()
        if layout is not None:
            layout.activate()
        self.sharing.begin()
        if not self.sharing.rest.isActive():
            self.sharing.rest.start()

    def _place_note(self) -> None:
        top = self.view.columns_header.height() if self.model.columnCount() else 0
        self.note.setGeometry(0, top, self.view.width(), max(self.view.height() - top, 0))

    def _connect(self) -> None:
        workspace = self.workspace
        self.view.painted.connect(self.begin_soon)
        self.view.bar_made.connect(self.column.addWidget)
        self.view.ranking_wanted.connect(self.rank_rows)
        workspace.study_opened.connect(self.show_other)
        workspace.comparison_changed.connect(self.show_other)
        workspace.changed.connect(self.follow)
        workspace.as_of_changed.connect(self.model.step)
        self.model.shown_changed.connect(self.show_note)
        self.sharing.rest.timeout.connect(self.summary.show_summary)
        self.view.proposing.connect(self.summary.setHidden)  # the bar of the proposal takes its place
        theme().changed.connect(self.dress)
