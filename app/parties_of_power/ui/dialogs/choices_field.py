"""The field of choices: a line each with its label and meaning, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.domain.attributes import Choice
from parties_of_power.study.edits.choices import WantedChoice
from parties_of_power.texts import _
from parties_of_power.ui.listing import ListCell
from parties_of_power.ui.theme import px

LABEL, MEANING = 0, 1
ROWS = 5


class ChoicesTable(QTableWidget):
    """Alt+Up and Alt+Down move a line; Enter begins a new one below the last."""

    def __init__(self) -> None:
        super().__init__(0, 2)
        self.setHorizontalHeaderLabels([_("Label"), _("Meaning")])
        self.setAccessibleName(_("Choices"))
        self.setTabKeyNavigation(False)
        self.verticalHeader().setDefaultSectionSize(px(30))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(MEANING, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(LABEL, px(220))
        self.setItemDelegate(ListCell(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(ChoicesTable.SelectionBehavior.SelectItems)
        self.setFixedHeight(px(ROWS * 30 + 36))

    def add(self, label: str = "", meaning: str = "", choice_id: int | None = None) -> int:
        row = self.rowCount()
        self.insertRow(row)
        first = QTableWidgetItem(label)
        first.setData(Qt.ItemDataRole.UserRole, choice_id)
        self.setItem(row, LABEL, first)
        self.setItem(row, MEANING, QTableWidgetItem(meaning))
        return row

    def begin(self) -> None:
        """A new line, in which is typed at once."""
        row = self.add()
        self.setCurrentCell(row, LABEL)
        self.edit(self.model().index(row, LABEL))

    def step(self, by: int) -> None:
        row, column = self.currentRow(), self.currentColumn()
        if row < 0 or not 0 <= row + by < self.rowCount():
            return
        for place in (LABEL, MEANING):
            here, there = self.takeItem(row, place), self.takeItem(row + by, place)
            self.setItem(row, place, there)
            self.setItem(row + by, place, here)
        self.setCurrentCell(row + by, column)

    def remove(self) -> None:
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(way)
        elif is_return and self.state() != QTableWidget.State.EditingState:
            self.begin()
        else:
            super().keyPressEvent(event)


class ChoicesField(QWidget):
    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.table = ChoicesTable()
        self.setFocusProxy(self.table)
        buttons = QHBoxLayout()
        for words, act in (
            (_("Add a choice"), self.table.begin),
            (_("Remove"), self.table.remove),
            (_("Up"), lambda: self.table.step(-1)),
            (_("Down"), lambda: self.table.step(1)),
        ):
            button = QPushButton(words, autoDefault=False)
            button.clicked.connect(lambda _on=False, act=act: act())
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.table)
        column.addLayout(buttons)
        for choice in choices:
            self.table.add(choice.label, choice.meaning, choice.id)

    def set_labels(self, labels: Iterable[str]) -> None:
        """New choices in place of all."""
        self.table.setRowCount(0)
        for label in labels:
            self.table.add(label)

    def wanted(self) -> list[WantedChoice]:
        """The lines that say something, in order."""
        lines = []
        for row in range(self.table.rowCount()):
            label, meaning = self._text(row, LABEL), self._text(row, MEANING)
            if label or meaning:
                kept = self.table.model().index(row, LABEL).data(Qt.ItemDataRole.UserRole)
                lines.append(WantedChoice(label, meaning, kept))
        return lines

    def _text(self, row: int, column: int) -> str:
        return str(self.table.model().index(row, column).data() or "").strip()
