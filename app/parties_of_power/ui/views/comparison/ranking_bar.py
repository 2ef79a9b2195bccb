"""The bar above the table that ranks its rows: which columns of numbers count, how much, and which way is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from parties_of_power.analysis.table_ranking import known_weights
from parties_of_power.domain.comparisons import Column, Weight
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.tables.menu_entries import add_entry
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.bar import Bar
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.ranking_menu import reweighed, with_column
from parties_of_power.ui.views.comparison.titles import title_of
from parties_of_power.ui.views.comparison.weighing import percents, with_percent
from parties_of_power.ui.views.comparison.weight_chip import WeightChip
from parties_of_power.ui.views.comparison.weights_strip import WeightsStrip
from parties_of_power.ui.wrapping import WrappingRow

REST = 600


class RankingBar(Bar):
    """What is dragged or stepped is seen at once in the table, and stored as one edit when it comes to rest."""

    closed = Signal()

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__()
        self.model = model
        self.weights: tuple[Weight, ...] = ()
        self.chips: list[WeightChip] = []
        self._shown: tuple[object, ...] | None = None
        self.setObjectName("ranking-bar")
        self.strip = WeightsStrip()
        self.said = QLabel()
        self.add, self.stop, self.close_button = QToolButton(), QPushButton(), QPushButton()
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self.dress()
        self.hide()

    def open(self) -> None:
        self._shown = None
        self.show()
        self.show_ranking()
        first: QWidget = self.chips[0].percent if len(self.chips) > 1 else self.add
        if not first.isEnabled():
            first = self.close_button
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_up(self) -> None:
        """The ranking stays as it is, only the bar goes."""
        self.keep()
        self.hide()
        self.closed.emit()

    def show_ranking(self) -> None:
        """As the model has it."""
        if self.isHidden():
            return
        comparison, catalogue = self.model.comparison, self.model.workspace.catalogue
        known = known_weights(comparison, catalogue) if comparison else ()
        titles = [title_of(column, catalogue) for column, _weight in known]
        self.weights = tuple(weight for _column, weight in known)
        parts = percents([each.weight for each in self.weights]) if known else []
        directions = tuple(each.less_is_better for each in self.weights)
        shown = tuple(column.id for column, _weight in known), tuple(titles), directions
        if shown != self._shown:
            self._shown = shown
            self._show_chips(titles)
        for chip, part in zip(self.chips, parts, strict=True):
            chip.show_percent(part, len(parts) == 1)
        if self.strip.dragged is None:
            self.strip.show_weights(titles, parts)
        self.strip.setVisible(bool(known))
        self.stop.setVisible(bool(known))
        self.within.setVisible(bool(known))
        self.said.setVisible(not known)
        self.add.setEnabled(bool(self._unused()))

    def preview(self, parts: Sequence[int]) -> None:
        """Show the table ranked by these percents, before they are stored."""
        comparison = self.model.comparison
        if comparison is not None:
            self.weights = self._weighed(parts)
            self.model.rearrange(replace(comparison, ranking=self.weights))

    def keep(self) -> None:
        """Store what is shown, where it is not stored yet."""
        self.rest.stop()
        stored, shown = self.model.workspace.comparison, self.model.comparison
        if stored is None or shown is None or stored.id != shown.id or stored.ranking == shown.ranking:
            return
        if not arrange.rank(self.model, shown.ranking):
            self.model.rearrange(stored)

    def use(self, column: Column) -> None:
        """One more column, that counts as much as the others do on average."""
        arrange.rank(self.model, with_column(self.weights, column))

    def leave_out(self, place: int) -> None:
        arrange.rank(self.model, reweighed([*self.weights[:place], *self.weights[place + 1 :]]))

    def turn(self, place: int) -> None:
        turned = self.weights[place]._replace(less_is_better=not self.weights[place].less_is_better)
        arrange.rank(self.model, (*self.weights[:place], turned, *self.weights[place + 1 :]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def dress(self) -> None:
        """In the colours of the theme as it is now."""
        colours = tokens()
        self.setStyleSheet(
            f"#ranking-bar {{ background: {colours.panel.name()}; border-bottom: 1px solid {colours.line.name()}; }}"
            f"#ranking-bar QLabel {{ color: {colours.text.name()}; }}"
            f"#weight-chip {{ background: {colours.ground.name()}; border: 1px solid {colours.line.name()};"
            f" border-radius: {px(6)}px; }}"
            f"#weight-chip QLabel {{ border: none; }}"
            f"#weight-chip QToolButton {{ color: {colours.accent_text.name()}; }}"
        )

    def fill_add_menu(self, menu: QMenu) -> None:
        """The columns of numbers that do not count yet."""
        menu.clear()
        for column in self._unused():
            add_entry(menu, title_of(column, self.model.workspace.catalogue), partial(self.use, column))

    def _unused(self) -> list[Column]:
        comparison = self.model.comparison
        used = {each.column_id for each in self.weights}
        return (
            [each for each in comparison.columns if self._has_numbers(each) and each.id not in used]
            if comparison
            else []
        )

    def _has_numbers(self, column: Column) -> bool:
        attribute = self.model.workspace.catalogue.attributes.get(column.attribute_id or 0)
        return attribute is not None and kind(attribute.kind).is_numeric and not column.hidden

    def _percents(self) -> list[int]:
        return percents([each.weight for each in self.weights])

    def _weighed(self, parts: Sequence[int]) -> tuple[Weight, ...]:
        return tuple(each._replace(weight=float(part)) for each, part in zip(self.weights, parts, strict=True))

    def _step(self, place: int, percent: int) -> None:
        self.preview(with_percent(self._percents(), place, percent))
        self.rest.start()

    def _show_chips(self, titles: Sequence[str]) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.isAncestorOf(self.focusWidget())), -1)
        for chip in self.chips:
            self.row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, (title, weight) in enumerate(zip(titles, self.weights, strict=True)):
            chip = WeightChip(title, place, weight.less_is_better)
            chip.weighed.connect(partial(self._step, place))
            chip.settled.connect(self.keep)
            chip.turned.connect(partial(self.turn, place))
            chip.removed.connect(partial(self.leave_out, place))
            self.row.insert(place, chip)
            chip.show()
            self.chips.append(chip)
        if focused >= 0:
            (self.chips[focused].direction if focused < len(self.chips) else self.add).setFocus()

    def _connect(self) -> None:
        self.strip.weighed.connect(self.preview)
        self.strip.settled.connect(self.keep)
        self.rest.timeout.connect(self.keep)
        self.stop.clicked.connect(lambda: arrange.rank(self.model, ()))
        self.close_button.clicked.connect(self.give_up)
        self.model.shown_changed.connect(self.show_ranking)
        theme().changed.connect(self.dress)

    def _lay_out(self) -> None:
        menu = QMenu(self.add)
        menu.aboutToShow.connect(lambda: self.fill_add_menu(menu))
        self.add.setMenu(menu)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setIcon(icon("plus", "second_text"))
        self.add.setText(_("Column"))
        self.add.setAccessibleName(_("Add a column to the ranking"))
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said.setText(_("Ranks the rows by a weighted mean of columns of numbers. Choose the first one."))
        self.stop.setText(_("No ranking"))
        self.close_button.setText(_("Close"))
        for button in (self.stop, self.close_button):
            button.setAutoDefault(False)
        above = QHBoxLayout()
        above.setSpacing(px(8))
        above.addWidget(self.strip, 1)
        above.addWidget(self.said, 1)
        for widget in (self.add, self.stop, self.close_button):
            widget.setFont(font(12))
            above.addWidget(widget)
        self.said.setFont(font(12))
        self.said.setWordWrap(True)
        self.within = QWidget()
        self.row = WrappingRow(self.within, QMargins(0, 0, 0, 0), px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(6))
        column.setSpacing(px(6))
        column.addLayout(above)
        column.addWidget(self.within)
