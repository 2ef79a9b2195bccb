"""The page: the bar, the table, and a line that says what its signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from parties_of_power.analysis.side_by_side import SideBySide, side_by_side
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.export_table import ask_export_table
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.side_by_side.bar import SidesBar
from parties_of_power.ui.views.side_by_side.chosen import ChosenSides
from parties_of_power.ui.views.side_by_side.days_dialog import ask_days
from parties_of_power.ui.views.side_by_side.menus import cell_menu
from parties_of_power.ui.views.side_by_side.model import SidesModel
from parties_of_power.ui.views.side_by_side.table import SidesTable
from parties_of_power.ui.views.side_by_side.writing import as_table
from parties_of_power.ui.workspace import Cell, Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

MOST_NAMED = 3


class SideBySidePage(QWidget):
    """Reads anew after an edit and on another day, or when it is seen again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.is_stale = True
        self.chosen = ChosenSides(workspace, self)
        self.model = SidesModel(workspace, self)
        self.table = SidesTable(self.model)
        self.nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.legend = QLabel(wordWrap=True)
        self.sources = QLabel(wordWrap=True)
        self.stack = QStackedWidget()
        self.bar = SidesBar(self)
        self._lay_out()
        self._connect()
        self.dress()
        self.show_sides()

    def compare(self, subject_ids: tuple[int, ...]) -> None:
        """Put these side by side; of fewer than two, leave what stands there."""
        if len(subject_ids) > 1 or (subject_ids and not self.chosen.sides):
            self.chosen.compare(subject_ids)

    def show_sides(self) -> None:
        if not self.isVisible():
            self.is_stale = True
            return
        whole = side_by_side(
            self.workspace.study,
            self.workspace.columns,
            self.chosen.sides,
            self.workspace.as_of,
            with_states=self.bar.with_states.isChecked(),
        )
        shown = whole.only_differences() if self.bar.only_differences.isChecked() else whole
        self.model.show(shown)
        self.table.show_day(self.workspace.as_of)
        self.bar.show_counts(whole)
        self._name_sources(whole.sources)
        self.nothing.setText(self._why_nothing(shown))
        self.stack.setCurrentWidget(self.table if shown.lines else self.nothing)
        if self.is_stale:
            # Colours and subjects may be others by now, though the lines are the same.
            self.table.lay_out()
        self.is_stale = False

    def _name_sources(self, titles: tuple[str, ...]) -> None:
        """The three that are cited most; all of them in the tool tip."""
        more = len(titles) - MOST_NAMED
        rest = (ngettext("{count} more", "{count} more", more).format(count=more),) if more > 0 else ()
        named = "; ".join((*titles[:MOST_NAMED], *rest))
        self.sources.setText(_("Sources: {titles}").format(titles=named) if titles else "")
        self.sources.setToolTip("\n".join(titles))

    def ask_days(self) -> None:
        place = self.table.currentIndex().column()
        sides = self.chosen.sides
        proposed = sides[place].subject_id if 0 <= place < len(sides) else sides[0].subject_id if sides else None
        if proposed is None and self.workspace.selected:
            proposed = self.workspace.selected[0]
        asked = ask_days(self.workspace, self.window(), proposed)
        if asked is not None:
            self.chosen.compare_days(*asked)

    def export(self) -> None:
        ask_export_table(self.workspace, self.window(), as_table(self.model.shown))

    def printout(self) -> Printout | None:
        from parties_of_power.ui.printing.printouts import side_by_side_printout

        return side_by_side_printout(self.workspace, self.model.shown)

    def current_cell(self) -> Cell | None:
        """The subject and attribute at the cursor."""
        index = self.table.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        cell = self.model.cell(index.row(), index.column()) if line else None
        return (cell.subject_id, line.attribute.id) if line and cell and line.attribute else None

    def open_cell(self, cell: Cell) -> None:
        """In the comparison, to be edited there."""
        self.workspace.show_view("comparison")
        self.workspace.set_cell(*cell)

    def open_menu(self, place: QPoint, side: int) -> None:
        menu = cell_menu(self, side)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def dress(self) -> None:
        for label in (self.nothing, self.legend, self.sources):
            label.setStyleSheet(f"color: {tokens().second_text.name()}")
        if not self.is_stale:
            self.table.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the lines need the room of the legend, which the corner of the table tells as well."""
        super().resizeEvent(event)
        for label in (self.legend, self.sources):
            label.setVisible(self.width() >= px(560))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.chosen.sides:
            self.compare(self.workspace.selected)
        if self.is_stale:
            self.show_sides()

    def _tell_cell(self, _current: QModelIndex) -> None:
        cell = self.current_cell()
        if cell is not None:
            self.workspace.set_cell(*cell)

    def _take_up_study(self) -> None:
        self.chosen.restore()
        self.show_sides()

    def _follow_edit(self) -> None:
        self.chosen.follow()
        self.show_sides()

    def _why_nothing(self, shown: SideBySide) -> str:
        if not self.chosen.sides:
            return _(
                "Choose two to six parties or states: Add… puts one here, and Compare side by side those selected."
            )
        return "" if shown.lines else _("Nothing differs between these.")

    def _connect(self) -> None:
        workspace = self.workspace
        self.chosen.changed.connect(self.show_sides)
        self.table.selectionModel().currentChanged.connect(self._tell_cell)
        self.table.opened.connect(self.open_cell)
        self.table.menu_wanted.connect(self.open_menu)
        workspace.changed.connect(lambda _changes: self._follow_edit())
        workspace.as_of_changed.connect(lambda _day: self.show_sides())
        workspace.study_opened.connect(self._take_up_study)
        workspace.sides_wanted.connect(self.compare)
        theme().changed.connect(self.dress)

    def _lay_out(self) -> None:
        self.legend.setFont(font(11))
        self.sources.setFont(font(11))
        self.sources.setContentsMargins(px(12), 0, px(12), px(6))
        self.legend.setText(
            _(
                "= equal, dimmed · ≠ different · dot and whisker: value and interval, on the scale below; "
                "grey: the others’ intervals; that they overlap is said, nothing is concluded"
            )
        )
        self.table.corner.setToolTip(self.legend.text())
        self.legend.setContentsMargins(px(12), px(6), px(12), px(6))
        self.nothing.setContentsMargins(px(32), px(32), px(32), px(32))
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.legend)
        column.addWidget(self.sources)
        self.setFocusProxy(self.table)
