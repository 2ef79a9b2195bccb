"""The card under a cell that is being typed in: what Enter and Ctrl+Enter will do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens

WIDEST = 520


@dataclass(frozen=True, slots=True)
class CardLine:
    """A key and what it will do; without a key a remark."""

    key: str
    sentence: str
    is_wrong: bool = False


class TypingCard(QFrame):
    """Lies over the table, anywhere in `room`, and takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = parent
        self.setObjectName("typing-card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.rows = QGridLayout(self)
        self.rows.setContentsMargins(px(12), px(8), px(12), px(8))
        self.rows.setHorizontalSpacing(px(8))
        self.rows.setVerticalSpacing(px(4))
        self.rows.setColumnStretch(1, 1)
        self.lines: tuple[CardLine, ...] = ()
        self.labels: list[tuple[QLabel, QLabel]] = []
        self.hide()

    def say(self, lines: Sequence[CardLine]) -> None:
        self.lines = tuple(lines)
        while len(self.labels) < len(lines):
            self._add_row()
        for place, (key, sentence) in enumerate(self.labels):
            is_used = place < len(lines)
            key.setVisible(is_used and bool(lines[place].key))
            sentence.setVisible(is_used)
            if is_used:
                self._fill(key, sentence, lines[place])
        self._dress()

    def words(self) -> str:
        """All of it, for a screen reader."""
        return ". ".join(f"{line.key}: {line.sentence}" if line.key else line.sentence for line in self.lines)

    def place(self, covered: QRect, room: QRect, *, at_left: int) -> None:
        """Below what is to stay in sight, the cell and the list of answers under it, or above it where there is no room
        below; near `at_left`, and within the room on either side."""
        self._fit(room)
        below = covered.bottom() + px(6)
        y = below if below + self.height() <= room.bottom() else max(covered.top() - px(6) - self.height(), room.top())
        x = min(max(at_left - px(16), room.left() + px(4)), max(room.right() - self.width() - px(4), room.left()))
        self.move(QPoint(x, y))
        self.raise_()
        self.show()

    def _fit(self, room: QRect) -> None:
        """As wide as the longest sentence; longer ones than there is room for go on in further lines."""
        keys = max((key.sizeHint().width() for key, _sentence in self.labels if not key.isHidden()), default=0)
        most = min(px(WIDEST), room.width() - px(16)) - keys - px(32)
        shown = [sentence for _key, sentence in self.labels if not sentence.isHidden()]
        longest = max((sentence.fontMetrics().horizontalAdvance(sentence.text()) for sentence in shown), default=0)
        width = max(min(longest + px(8), most), px(120))
        for sentence in shown:
            sentence.setMinimumHeight(0)  # which the height would not fall below
            sentence.setFixedSize(width, sentence.heightForWidth(width))
        self.rows.activate()
        self.resize(self.minimumSizeHint())

    def _fill(self, key: QLabel, sentence: QLabel, line: CardLine) -> None:
        key.setText(line.key)
        sentence.setText(line.sentence)
        colour = tokens().wrong if line.is_wrong else tokens().text if line.key else tokens().second_text
        sentence.setStyleSheet(f"color: {colour.name()}; background: transparent;")

    def _add_row(self) -> None:
        key, sentence = QLabel(), QLabel(wordWrap=True)
        key.setFont(font(11, SEMIBOLD))
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setFont(font(12))
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = len(self.labels)
        self.rows.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.rows.addWidget(sentence, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.labels.append((key, sentence))

    def _dress(self) -> None:
        colours = tokens()
        self.setStyleSheet(
            f"#typing-card {{ background: {colours.field.name()}; border: 1px solid {colours.accent.name()};"
            f" border-radius: {px(6)}px; }}"
        )
        cap = f"border: 1px solid {colours.line.name()}; border-radius: {px(3)}px; padding: 0 {px(5)}px;"
        for key, _sentence in self.labels:
            key.setStyleSheet(f"{cap} color: {colours.text.name()}; background: {colours.panel.name()};")
