"""What stands above the table: how much there is and differs, and the buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from parties_of_power.analysis.likeness import Likeness
from parties_of_power.analysis.side_by_side import SideBySide, count_of
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.menu_entries import add_entry
from parties_of_power.ui.theme import SEMIBOLD, font, px, theme, tokens
from parties_of_power.ui.views.side_by_side.menus import fill_adding_menu, fill_sides_menu

if TYPE_CHECKING:
    from parties_of_power.ui.views.side_by_side.page import SideBySidePage

# How wide the counts are beside the buttons.
COUNTS = 260


class SidesBar(QWidget):
    """Title and counts, the buttons beside them; under them where the window is narrow."""

    def __init__(self, page: SideBySidePage) -> None:
        super().__init__()
        self.page = page
        self.heading, self.counted = QLabel(_("Side by side")), QLabel(wordWrap=True)
        self.only_differences = QPushButton(_("Only &differences"))
        self.only_differences.setCheckable(True)
        self.with_states = QPushButton(_("&States"))
        self.with_states.setCheckable(True)
        self.with_states.setToolTip(_("Show the attributes of the parties’ states as well"))
        self.adding = self._menu_button(_("&Add…"), fill_adding_menu, _("Put another party or state beside these"))
        self.columns = self._menu_button(_("&Columns"), fill_sides_menu, _("Days, order and removal of the columns"))
        self.days = self._button(_("One party, several da&ys…"), page.ask_days)
        self.copying = self._button(_("C&opy"), page.table.copy)
        self.exporting = self._button(_("&Export…"), page.export)
        self.more = self._menu_button(_("&More"), _fill_more, _("Days, copying and exporting"))
        self.rarer = (self.days, self.copying, self.exporting)
        self.buttons = (self.only_differences, self.with_states, self.adding, self.columns, *self.rarer, self.more)
        self.lines = [QHBoxLayout() for _row in range(1 + len(self.buttons))]
        self.placed: dict[QPushButton, int] = {}
        for button in (self.only_differences, self.with_states):
            button.toggled.connect(lambda _on: page.show_sides())
        self._lay_out()
        theme().changed.connect(self.dress)
        self.dress()

    def show_counts(self, shown: SideBySide) -> None:
        """`3 side by side · 22 attributes · 2 equal · 4 not coded for any`."""
        lines = [line for line in shown.lines if line.attribute is not None]
        equal = count_of(lines, Likeness.EQUAL)
        parts = (
            _("{count} side by side").format(count=len(shown.sides)),
            ngettext("{count} attribute", "{count} attributes", len(lines)).format(count=len(lines)),
            _("{count} equal").format(count=equal) if equal else "",
            _("{count} not coded for any").format(count=shown.uncoded) if shown.uncoded else "",
        )
        self.counted.setText(" · ".join(filter(None, parts)) if shown.sides else "")
        self.heading.setToolTip(self.counted.text())
        for button in (self.copying, self.exporting, self.only_differences, self.columns):
            button.setEnabled(bool(shown.sides))
        kinds = {self.page.workspace.catalogue.subjects[side.subject_id].kind for side in shown.sides}
        self.with_states.setEnabled(kinds == {"party"})

    def dress(self) -> None:
        self.counted.setStyleSheet(f"color: {tokens().second_text.name()}")

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _on=False: act())
        return button

    def _menu_button(self, text: str, fill: Callable[[SideBySidePage, QMenu], None], tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(self.page, menu))
        button.setMenu(menu)
        return button

    def minimumSizeHint(self) -> QSize:
        """The buttons go into further rows, so that the bar never keeps the window wide."""
        return QSize(px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """Beside the counts where all buttons fit there, else in a row below them. In a window too narrow for that the
        rarer ones go into a menu, and the counts into a tool tip."""
        usual, few = self.buttons[:-1], (*self.buttons[:4], self.more)
        room = self.width() - px(32)
        beside = room - self.heading.sizeHint().width() - px(COUNTS + 24)
        if sum(_widths(usual)) <= beside:
            placed = dict.fromkeys(usual, 0)
        elif sum(_widths(usual)) <= room:
            placed = dict.fromkeys(usual, 1)
        else:
            placed = dict(zip(few, _rows_of(_widths(few), room), strict=True))
        if placed != self.placed:
            self._place(placed)

    def _place(self, placed: dict[QPushButton, int]) -> None:
        """Each of these buttons in its row; the others are not seen."""
        self.placed = placed
        for button in self.buttons:
            for line in self.lines:
                line.removeWidget(button)
            button.setVisible(button in placed)
        for button, row in placed.items():
            line = self.lines[row]
            line.insertWidget(line.count() if row == 0 else line.count() - 1, button)
        self.counted.setVisible(self.more not in placed)
        self.updateGeometry()

    def _lay_out(self) -> None:
        self.heading.setFont(font(15, SEMIBOLD))
        self.counted.setFont(font(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(8))
        column.setSpacing(px(8))
        for line in self.lines:
            line.setSpacing(px(8))
            column.addLayout(line)
        self.lines[0].addWidget(self.heading)
        self.lines[0].addWidget(self.counted, 1)
        for line in self.lines[1:]:
            line.addStretch(1)
        self._place(dict.fromkeys(self.buttons[:-1], 0))


def _fill_more(page: SideBySidePage, menu: QMenu) -> None:
    menu.clear()
    add_entry(menu, _("One party, several days…"), page.ask_days)
    add_entry(menu, _("Copy"), page.table.copy, bool(page.model.shown.lines))
    add_entry(menu, _("Export…"), page.export, bool(page.model.shown.lines))


def _widths(buttons: Iterable[QPushButton]) -> list[int]:
    return [button.sizeHint().width() + px(8) for button in buttons]


def _rows_of(widths: list[int], room: int) -> list[int]:
    """The row of each, from 1 on, one after the other until a row is full."""
    rows, row, used = [], 1, 0
    for width in widths:
        if used and used + width > room:
            row, used = row + 1, 0
        rows.append(row)
        used += width
    return rows
