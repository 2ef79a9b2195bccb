"""The bar below the table that says what a paste, a fill or a replacement will do, before anything changes."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.comparison.bar import ENTER, Bar
from parties_of_power.ui.views.comparison.proposal import Proposal

NARROW = 640


class ProposalBar(Bar):
    """Enter takes what fits, Escape gives all of it up; Tab goes through the buttons."""

    taken = Signal()
    taken_with_rows = Signal()
    cancelled = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposal: Proposal | None = None
        self.setObjectName("proposal-bar")
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.words.setFont(font(12))
        self.list_button, self.rows_button, self.take_button, self.cancel_button = (QPushButton() for _each in range(4))
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.list_button.clicked.connect(self.list_wanted)
        self.rows_button.clicked.connect(self.taken_with_rows)
        self.take_button.clicked.connect(self.taken)
        self.cancel_button.clicked.connect(self.cancelled)
        theme().changed.connect(self.dress)
        self.hide()

    def say(self, proposal: Proposal) -> None:
        self.proposal = proposal
        count = proposal.fitting
        if not (proposal.unreadable or proposal.refused or proposal.pasting.counts["refused"]):
            take = ngettext("Take it", "Take all {count}", count)
        else:
            take = ngettext("Take the {count} that fits", "Take the {count} that fit", count)
        self.take_button.setText(take.format(count=count))
        self.take_button.setEnabled(proposal.changing > 0)
        self.rows_button.setText(proposal.rows.button())
        self.rows_button.setVisible(bool(proposal.rows.names))
        spoken = ". ".join([proposal.title, *(words for _role, words in proposal.sentences())])
        self.setAccessibleName(spoken)
        for button in (self.take_button, self.rows_button, self.list_button, self.cancel_button):
            button.setAccessibleDescription(spoken)
        self.dress()
        self.show()
        self.take_height()
        first = next(each for each in (self.take_button, self.rows_button, self.list_button) if self._can(each))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """In the colours of the theme as it is now."""
        colours = tokens()
        self.setStyleSheet(
            f"#proposal-bar {{ background: {colours.doubt_ground.name()}; border: none;"
            f" border-top: 1px solid {colours.line.name()}; }}"
            f"#proposal-bar QLabel {{ background: transparent; color: {colours.text.name()}; }}"
        )
        if self.proposal is None:
            return
        inks = {"equal": colours.text, "change": colours.text, "cited": colours.agrees, "wrong": colours.wrong}
        parts = [f"<b>{escape(self.proposal.title)}</b>"]
        parts += [
            f'<span style="color: {inks[role].name()}">{escape(words)}</span>'
            for role, words in self.proposal.sentences()
        ]
        self.words.setText(" &nbsp; ".join(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the bar is narrow, the words have the whole width and the buttons stand below."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.row.setDirection(beside if event.size().width() >= px(NARROW) else below)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.isEnabled():
                focused.click()
        else:
            super().keyPressEvent(event)

    def _can(self, button: QPushButton) -> bool:
        return button.isEnabled() and not button.isHidden()

    def _lay_out(self) -> None:
        self.list_button.setText(_("Show list"))
        self.cancel_button.setText(_("Cancel Esc"))
        self.take_button.setProperty("primary", True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row.setContentsMargins(px(12), px(6), px(12), px(6))
        self.row.setSpacing(px(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addStretch(1)
        self.row.addWidget(self.words, 1)
        self.row.addLayout(buttons)
        for button in (self.list_button, self.rows_button, self.take_button, self.cancel_button):
            button.setFont(font(12))
            button.setAutoDefault(False)
            buttons.addWidget(button)
