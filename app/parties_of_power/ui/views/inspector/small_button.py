"""The small buttons of the inspector, and a row of them that wraps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.views.inspector.blocks import Buttons

PAD, HEIGHT, RADIUS, GAP = 9, 22, 6, 6


class SmallButton(QPushButton):
    """As low as the text beside it; Enter presses it as Space does."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        # The sheet of the program makes its buttons higher than a line of text.
        self.setStyleSheet("min-height: 0; padding: 0")

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font(12)).horizontalAdvance(self.text()) + 2 * px(PAD)
        return QSize(width, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().accent, 2) if self.hasFocus() else QPen(tokens().line, 1))
        ground = tokens().selected if self.isDown() else tokens().grid if self.underMouse() else tokens().panel
        painter.setBrush(ground)
        inset = 1.0 if self.hasFocus() else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(RADIUS), px(RADIUS))
        painter.setPen(tokens().text)
        painter.setFont(font(12))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class ButtonsView(QWidget):
    """Buttons beside each other; those that find no room stand on the next line."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[SmallButton] = []
        self._block = Buttons(())

    def show_block(self, block: Buttons) -> None:
        while len(self._buttons) < len(block.buttons):
            self._buttons.append(self._made(len(self._buttons)))
        for button in self._buttons[len(block.buttons) :]:
            button.hide()
        self._block = block
        self._shown = self._buttons[: len(block.buttons)]
        for button, wanted in zip(self._shown, block.buttons, strict=True):
            button.setText(wanted.text)
            button.setAccessibleName(wanted.spoken)
            button.show()

    def height_for(self, width: int) -> int:
        left = top = height = 0
        for button in self._shown:
            size = button.sizeHint()
            if left and left + size.width() > width:
                left, top = 0, top + height + px(GAP)
            button.setGeometry(QRect(left, top, min(size.width(), width), size.height()))
            left, height = left + size.width() + px(GAP), size.height()
        return top + height

    def _made(self, place: int) -> SmallButton:
        """A button that asks for what stands at its place of the block that is shown when it is pressed."""
        button = SmallButton("", self)
        button.clicked.connect(lambda: self.wanted.emit(self._block.buttons[place].link))
        return button
