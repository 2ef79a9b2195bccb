"""What stands in the table where there are no rows: why, and a button that does something about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from parties_of_power.ui.theme import font, px


class EmptyNote(QWidget):
    """One sentence, and at most one button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.sentence.setFont(font(14))
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        self.act: Callable[[], object] = _nothing
        column = QVBoxLayout(self)
        column.setSpacing(px(16))
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.hide()

    def say(self, sentence: str, words: str = "", act: Callable[[], object] | None = None) -> None:
        self.sentence.setText(sentence)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.act = act or _nothing
        self.show()
        self.raise_()

    def _act(self) -> None:
        self.act()


def _nothing() -> None:
    """What the button does while it is hidden."""
