"""The bar above the table that finds texts in its cells and replaces them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.comparison.bar import ENTER, Bar
from parties_of_power.ui.views.comparison.finding import BadExpression, Wanted, found, replaced
from parties_of_power.ui.views.comparison.hands import Hands
from parties_of_power.ui.views.comparison.moving import blocks_of
from parties_of_power.ui.views.comparison.proposal import Block, propose
from parties_of_power.ui.views.comparison.several import Place
from parties_of_power.ui.wrapping import WrappingRow

REST = 120
EVERYTHING, SELECTION = "", "selection"


class FindBar(Bar):
    """Enter goes to the next cell, Shift+Enter to the one before, Escape back to the table. What replacing would do is
    shown below the table first."""

    closed = Signal()

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self.hands = hands
        self.view = hands.view
        self.model = hands.model
        self.places: list[Place] = []
        self.blocks: tuple[Block, ...] = ()
        self.is_waiting = False
        self.setObjectName("find-bar")
        self.text, self.by = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        self.scope = QComboBox()
        self.is_whole, self.with_case, self.is_expression = QCheckBox(), QCheckBox(), QCheckBox()
        self.said = QLabel()
        self.previous, self.next, self.replace, self.close_button = (QPushButton() for _each in range(4))
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self.dress()
        self.hide()

    def open(self, *, to_replace: bool) -> None:
        """With the text of one selected cell to begin with, and within the selection where several are selected."""
        self.is_waiting = False
        self.blocks = tuple(blocks_of(self.view))
        is_several = len(self.view.places()) > 1
        self._fill_scope(SELECTION if is_several else EVERYTHING)
        for widget in self.replacing:
            widget.setVisible(to_replace)
        self.show()
        self.take_height()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self.search()

    def wanted(self) -> Wanted:
        scope = self.scope.currentData()
        return Wanted(
            self.text.text(),
            self.is_whole.isChecked(),
            self.with_case.isChecked(),
            self.is_expression.isChecked(),
            scope if isinstance(scope, str) and scope not in (EVERYTHING, SELECTION) else "",
            scope if isinstance(scope, int) else None,
            self.blocks if scope == SELECTION else None,
        )

    def search(self) -> None:
        """Count the cells; nothing is moved by that."""
        self.rest.stop()
        try:
            self.places = found(self.model, self.wanted())
        except BadExpression as wrong:
            self.places = []
            self._say(str(wrong), is_wrong=True)
            return
        count = len(self.places)
        words = ngettext("{count} cell", "{count} cells", count).format(count=count)
        self._say(words if self.text.text() else "")

    def step(self, by: int) -> None:
        """To the next cell after the current one, or before it, round the end."""
        self.search()
        if not self.places:
            return
        index = self.view.currentIndex()
        here = index.row(), index.column()
        if by > 0:
            place = next((each for each in self.places if each > here), self.places[0])
        else:
            place = next((each for each in reversed(self.places) if each < here), self.places[-1])
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        if self.scope.currentData() == SELECTION:
            how = QItemSelectionModel.SelectionFlag.NoUpdate
        self.view.selectionModel().setCurrentIndex(self.model.index(*place), how)
        self.view.scrollTo(self.model.index(*place))
        words = _("{number} of {count}").format(number=self.places.index(place) + 1, count=len(self.places))
        self._say(words, spoken=f"{words}. {self.model.cell(*place).text}")

    def propose_replacing(self) -> None:
        """Show what would become of every cell that is found."""
        if not self.model.workspace.may_edit():
            return
        wanted, by = self.wanted(), self.by.text()
        try:
            texts = replaced(self.model, wanted, by)
        except BadExpression as wrong:
            self._say(str(wrong), is_wrong=True)
            return
        if not texts:
            self._say(_("There is nothing to replace."))
            return
        count = len(texts)
        words = ngettext(
            "Replace “{text}” by “{by}” in {count} cell", "Replace “{text}” by “{by}” in {count} cells", count
        )
        words = words.format(text=wanted.text, by=by, count=count)
        self.is_waiting = True
        self.hide()  # until it is decided: both bars together leave a small window no room for the table
        self.hands.offer(propose(self.model, words, words, texts), ask=True)

    def come_back(self) -> None:
        """After a replacement was given up, to look for something else."""
        if self.is_waiting:
            self.is_waiting = False
            self.show()
            self.by.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        self.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def dress(self) -> None:
        """In the colours of the theme as it is now."""
        colours = tokens()
        self.setStyleSheet(
            f"#find-bar {{ background: {colours.panel.name()}; border-bottom: 1px solid {colours.line.name()}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in ENTER and self.by.hasFocus():
            self.propose_replacing()
        elif event.key() in ENTER and self.text.hasFocus():
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _say(self, words: str, *, is_wrong: bool = False, spoken: str = "") -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.said.setStyleSheet(f"color: {(tokens().wrong if is_wrong else tokens().second_text).name()}")
        self.text.setAccessibleDescription(spoken or words)

    def _fill_scope(self, chosen: str) -> None:
        """Everything, what is selected, the columns of a kind, or one column."""
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(_("in the comparison"), EVERYTHING)
        self.scope.addItem(_("in the selection"), SELECTION)
        attributes = [self.model.attribute(place) for place in range(self.model.columnCount())]
        for key in dict.fromkeys(attribute.kind for attribute in attributes if attribute):
            self.scope.addItem(_("in columns of the kind {kind}").format(kind=kind(key).name), key)
        for column, header in zip(self.model.columns, self.model.headers, strict=True):
            self.scope.addItem(_("in the column {column}").format(column=header.title), column.id)
        self.scope.setCurrentIndex(max(self.scope.findData(chosen), 0))
        self.scope.blockSignals(False)

    @property
    def replacing(self) -> Sequence[QLabel | QLineEdit | QPushButton]:
        """What is only there to replace."""
        return self.by_label, self.by, self.replace

    def _connect(self) -> None:
        self.text.textEdited.connect(lambda _text: self.rest.start())
        self.rest.timeout.connect(self.search)
        for box in (self.is_whole, self.with_case, self.is_expression):
            box.toggled.connect(self.search)
        self.scope.currentIndexChanged.connect(self.search)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.replace.clicked.connect(self.propose_replacing)
        self.close_button.clicked.connect(self.give_up)
        self.hands.bar.cancelled.connect(self.come_back)
        self.model.shown_changed.connect(lambda: self.rest.start() if self.isVisible() else None)
        theme().changed.connect(self.dress)

    def _lay_out(self) -> None:
        self.text_label, self.by_label = QLabel(_("Find")), QLabel(_("Replace by"))
        self.text_label.setBuddy(self.text)
        self.by_label.setBuddy(self.by)
        names = (
            (self.text, _("Find in the cells")),
            (self.by, _("Replace by")),
            (self.scope, _("Where to find")),
        )
        for field, name in names:
            field.setAccessibleName(name)
        self.is_whole.setText(_("Whole cell"))
        self.with_case.setText(_("Match case"))
        self.is_expression.setText(_("Regular expression"))
        for button, words in (
            (self.previous, _("Previous")),
            (self.next, _("Next")),
            (self.replace, _("Replace all…")),
            (self.close_button, _("Close")),
        ):
            button.setText(words)
            button.setAutoDefault(False)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(14)
        self._place_parts()

    def _place_parts(self) -> None:
        parts: tuple[QLabel | QLineEdit | QPushButton | QComboBox | QCheckBox, ...] = (
            self.text_label,
            self.text,
            self.previous,
            self.next,
            *self.replacing,
            self.scope,
            self.is_whole,
            self.with_case,
            self.is_expression,
            self.close_button,
        )
        within = QWidget()
        row = WrappingRow(within, QMargins(0, 0, 0, 0), px(8))
        for part in parts:
            part.setFont(font(12))
            row.addWidget(part)
        for field in (self.text, self.by):
            field.setFixedWidth(px(200))
        self.said.setFont(font(12))
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(6))
        column.setSpacing(px(4))
        column.addWidget(within)
        column.addWidget(self.said)
        self.setTabOrder(self.text, self.by)
        self.setTabOrder(self.by, self.previous)
