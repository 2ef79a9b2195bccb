"""The distribution of a column as a list: each bar with its count, ticked to filter by it. The brush by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from parties_of_power.analysis.brushing import chosen, filter_of
from parties_of_power.analysis.distributions import Distribution, Part
from parties_of_power.domain.comparisons import Column, ColumnFilter
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.header_words import counted_words
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import title_of

PLACE = Qt.ItemDataRole.UserRole


class DistributionList(QDialog):
    """What is ticked is shown; nothing ticked, or all, is every row."""

    def __init__(self, model: ComparisonModel, column: Column, of: Distribution, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.column = column
        self.of = of
        title = title_of(column, model.workspace.catalogue)
        self.setWindowTitle(_("Filter by the distribution of {column}").format(column=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Distribution of {column}").format(column=title))
        self.count = QLabel()
        self.count.setAccessibleName(_("Rows that would be shown"))
        self._fill()
        self._lay_out(title)
        self.list.itemChanged.connect(lambda _item: self.show_count())
        self.list.itemActivated.connect(self.turn)
        self.show_count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # made while it was hidden, its lines do not know the style yet

    def turn(self, item: QListWidgetItem) -> None:
        item.setCheckState(Qt.CheckState.Unchecked if _is_ticked(item) else Qt.CheckState.Checked)

    def ticked(self) -> tuple[list[int], list[int]]:
        """The bars and the reasons."""
        items = [self.list.item(row) for row in range(self.list.count())]
        places = [item.data(PLACE) for item in items if _is_ticked(item)]
        bars = len(self.of.bars)
        return [place for place in places if place < bars], [place - bars for place in places if place >= bars]

    def wanted(self) -> ColumnFilter | None:
        return filter_of(self.of, *self.ticked())

    def show_count(self) -> None:
        """How many rows what is ticked leaves."""
        bars, reasons = self.ticked()
        rows = self.of.others.copy()
        if self.wanted() is not None:
            rows[:] = False
            for bar in bars:
                rows |= self.of.rows_of_bar(bar)
            for reason in reasons:
                rows |= self.of.rows_of_reason(reason)
        shown, listed = int(rows.sum()), len(rows)
        words = ngettext("{shown} of {count} row", "{shown} of {count} rows", listed)
        self.count.setText(words.format(shown=shown, count=listed))

    def accept(self) -> None:
        if arrange.filter_by(self.model, self.column, self.wanted()):
            super().accept()

    def remove(self) -> None:
        if arrange.filter_by(self.model, self.column, None):
            super().accept()

    def _fill(self) -> None:
        ticked = chosen(self.of, self.column.filter)
        for of_reason, parts in enumerate((self.of.bars, self.of.reasons)):
            for place, part in enumerate(parts):
                self._add(part, place + of_reason * len(self.of.bars), is_ticked=place in ticked[of_reason])
        if self.list.count():
            self.list.setCurrentRow(0)

    def _add(self, part: Part, place: int, *, is_ticked: bool) -> None:
        item = QListWidgetItem(counted_words(part.words, part.count))
        item.setData(PLACE, place)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(_("Show only rows where {column} is").format(column=title), wordWrap=True)
        heading.setFont(font(13, SEMIBOLD))
        heading.setBuddy(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Filter"))
        buttons.addButton(_("Remove filter"), QDialogButtonBox.ButtonRole.ResetRole).clicked.connect(self.remove)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        for widget in (heading, self.list, self.count, buttons):
            column.addWidget(widget)
        self.resize(px(380), px(440))
        self.list.setFocus()


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
