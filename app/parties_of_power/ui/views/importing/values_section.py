"""Step 6: what would be taken, value by value, by what it is to the study and by column."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QCheckBox, QLabel, QPushButton, QTableView, QWidget

from parties_of_power.exchange.imports.proposals import STATUSES, Proposed, Status
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.views.importing.draft import Draft
from parties_of_power.ui.views.importing.section import Choice, Section, labelled, line_of
from parties_of_power.ui.views.importing.values_model import HERE, WHO, ValuesModel, short_status

# At 100 %; in a wide window the texts have more room.
_LEAST = (150, 120, 96, 96, 120, 96, 88, 60)
_FEW = 5


class ValuesSection(Section):
    """`left` comes with values and whether they are left out, `looked_at` with the one the cursor is on."""

    left = Signal(object, bool)
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__(6, _("Values"))
        self.draft: Draft | None = None
        self.status: Status | Literal[""] = ""
        self.model = ValuesModel()
        self.table = ValuesTable(self.model)
        self.buttons: dict[Status | Literal[""], QPushButton] = {"": QPushButton()}
        self.buttons |= {status: QPushButton() for status in STATUSES}
        self.column_box = Choice(_("Column"))
        self.take, self.leave = QPushButton(_("&Take all shown")), QPushButton(_("&Leave all shown"))
        group = QButtonGroup(self)
        for status, button in self.buttons.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _on=False, status=status: self._choose_status(status))
        self.buttons[""].setChecked(True)
        self.left_out = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.left_out.setFont(font(12))
        self.every = QCheckBox()
        self.column.addWidget(self.left_out)
        self.column.addWidget(self.every)
        self.column.addWidget(line_of(*self.buttons.values()))
        self.column.addWidget(line_of(labelled(_("Colu&mn"), self.column_box), self.take, self.leave))
        self.column.addWidget(self.table)
        self.column_box.activated.connect(lambda _at: self.show_lines())
        self.take.clicked.connect(lambda: self.left.emit(list(self.model.values), False))
        self.leave.clicked.connect(lambda: self.left.emit(list(self.model.values), True))
        self.every.toggled.connect(lambda _on: self._show_left_out())
        self.table.left.connect(self.left)
        self.table.selectionModel().currentRowChanged.connect(self._look)

    def show_draft(self, draft: Draft) -> None:
        self.draft = draft
        proposal = draft.proposal
        if proposal is None:
            return
        column = self.column_box.currentData()
        counts = Counter(each.column for each in proposal.values)
        self.column_box.clear()
        self.column_box.offer(_("all columns"), "")
        for title, count in counts.items():
            self.column_box.offer(_("{title}: {count}").format(title=title, count=count), title)
        self.column_box.choose(column)
        for status, button in self.buttons.items():
            count = proposal.counts[status] if status else len(proposal.values) - proposal.counts["same"]
            title = short_status(status) if status else _("not there yet")
            button.setText(_("{title}: {count}").format(title=title, count=count))
            button.setEnabled(bool(count) or not status)
        if self.status and not proposal.counts[self.status]:
            self.buttons[""].setChecked(True)
            self.status = ""
        self._show_left_out()
        self.show_lines()

    def show_lines(self) -> None:
        proposal, column = self.draft.proposal if self.draft else None, self.column_box.currentData()
        values = [
            each
            for each in (proposal.values if proposal else ())
            if (each.status == self.status if self.status else each.status != "same") and column in ("", each.column)
        ]
        self.model.show_values(self.draft, values)
        self.table.setFixedHeight(px(32) * (min(len(values), 12) + 1) + px(14))
        self.show_taken()

    def show_taken(self) -> None:
        self.model.show_taken()
        can_take = [each for each in self.model.values if each.is_to_take]
        taken = sum(self.model.is_taken(each) for each in can_take)
        self.take.setEnabled(taken < len(can_take))
        self.leave.setEnabled(taken > 0)
        if self.draft is not None and self.draft.proposal is not None:
            count = len(self.draft.taken)
            said = ngettext("{count} value is taken", "{count} values are taken", count).format(count=count)
            self.say(said)

    def _show_left_out(self) -> None:
        """A few of many, and all when they are asked for."""
        left_out = self.draft.proposal.left_out if self.draft and self.draft.proposal else ()
        shown = left_out if self.every.isChecked() else left_out[:_FEW]
        self.left_out.setText("\n".join(shown))
        self.left_out.setVisible(bool(shown))
        self.every.setText(_("Show all {count} that are left out").format(count=len(left_out)))
        self.every.setVisible(len(left_out) > _FEW)

    def _choose_status(self, status: Status | Literal[""]) -> None:
        self.status = status
        self.show_lines()

    def _look(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.values):
            self.looked_at.emit(self.model.values[row])


class ValuesTable(QTableView):
    """Space turns the choice over, T takes and L leaves what is selected."""

    left = Signal(object, bool)

    def __init__(self, model: ValuesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(_("Values of the file"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(32))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(self._click)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        more = max(self.viewport().width() - px(sum(_LEAST)), 0) // (HERE + 1)
        for column, width in enumerate(_LEAST):
            self.setColumnWidth(column, px(width) + (more if column <= HERE else 0))

    def chosen(self) -> list[Proposed]:
        return [self.lines.values[index.row()] for index in self.selectionModel().selectedRows()]

    def turn_over(self) -> None:
        """Take what is not taken yet; where all of it is, leave it."""
        chosen = [each for each in self.chosen() if each.is_to_take]
        self.left.emit(chosen, all(self.lines.is_taken(each) for each in chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn_over()
        elif event.key() in (Qt.Key.Key_T, Qt.Key.Key_L) and not event.modifiers():
            self.left.emit(self.chosen(), event.key() == Qt.Key.Key_L)
        else:
            super().keyPressEvent(event)

    def _click(self) -> None:
        index = self.currentIndex()
        place = self.viewport().mapFromGlobal(self.cursor().pos()).x() - self.visualRect(index).left()
        if index.column() == WHO and 0 <= place < px(28):
            self.turn_over()
