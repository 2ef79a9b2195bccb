"""The pane of the comparison: filter bar, table, the card under an edited cell, and a note where there are no rows."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.subject import ask_party, ask_state
from parties_of_power.ui.theme import theme, tokens
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.empty_note import EmptyNote
from parties_of_power.ui.views.comparison.filter_bar import FilterBar
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.sharing import Sharing
from parties_of_power.ui.views.comparison.typing_card import TypingCard
from parties_of_power.ui.views.comparison.view import ComparisonView
from parties_of_power.ui.workspace import Workspace


class ComparisonPane(QWidget):
    """Shows the workspace's comparison, whichever it is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.model = ComparisonModel(workspace, self)
        self.card = TypingCard(self)
        self.view = ComparisonView(self.model, self.card)
        self.sharing = Sharing(self.view)
        self.filter_bar = FilterBar(self.model)
        self.note = EmptyNote(self.view)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter_bar)
        column.addWidget(self.view, 1)
        self._connect()
        self.dress()
        self.show_note()

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
                lambda: arrange.clear_filters(self.model),
            )
        elif comparison.subject_kind == "party":
            words = "" if is_read_only else _("Add a party…")
            self.note.say(_("There are no parties here yet."), words, lambda: ask_party(self.workspace, self.window()))
        else:
            words = "" if is_read_only else _("Add a state…")
            self.note.say(_("There are no states here yet."), words, lambda: ask_state(self.workspace, self.window()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_note()

    def _place_note(self) -> None:
        top = self.view.columns_header.height() if self.model.columnCount() else 0
        self.note.setGeometry(0, top, self.view.width(), max(self.view.height() - top, 0))

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.study_opened.connect(self.show_other)
        workspace.comparison_changed.connect(self.show_other)
        workspace.changed.connect(self.follow)
        workspace.as_of_changed.connect(self.model.step)
        self.model.shown_changed.connect(self.show_note)
        theme().changed.connect(self.dress)
