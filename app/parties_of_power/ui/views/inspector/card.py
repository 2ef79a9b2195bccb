"""One observation as a card: what it says, who says it, and what can be done with it by mouse, key or menu."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.inspector.blocks import Card
from parties_of_power.ui.views.inspector.paragraph import Paragraph
from parties_of_power.ui.views.inspector.small_button import SmallButton
from parties_of_power.ui.views.inspector.words import Link

PAD_X, PAD_Y, RADIUS, GAP = 10, 8, 6, 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardView(QLabel):
    """A label to a screen reader. Enter does what its button does, A adopts, the menu key or a right click lists all.

    `wanted` carries a link; `menu_wanted` the observation and the place on the screen.
    """

    wanted = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block: Card | None = None
        self._paragraphs: list[Paragraph] = []
        self._corners: list[QPointF] = []
        self._width = -1
        self._height = 0
        self._button = SmallButton("", self)
        # The card itself is where Tab stops; Enter there is the same as the button.
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.press)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_block(self, block: Card) -> None:
        self.block = block
        self._paragraphs = [Paragraph(words) for words in block.words]
        self._width = -1
        self.setAccessibleName(block.spoken)
        self._button.setVisible(block.button is not None and block.tone == "other")
        if block.button:
            self._button.setText(block.button.text)
            self._button.setAccessibleName(block.button.spoken)

    def height_for(self, width: int) -> int:
        if width != self._width:
            self._width = width
            self._height = round(self._lay_out(width))
        return self._height

    def _lay_out(self, width: int) -> float:
        """A button stands at the right of the first line, or below everything where that leaves no room."""
        inside, button = width - 2 * px(PAD_X), self._button.sizeHint()
        has_button = self.block is not None and self.block.button is not None and self.block.tone == "other"
        beside = button.width() <= inside * 0.4
        self._corners, top = [], float(px(PAD_Y))
        for place, paragraph in enumerate(self._paragraphs):
            room = button.width() + px(GAP) if has_button and beside and place == 0 else 0
            self._corners.append(QPointF(px(PAD_X), top))
            height = paragraph.fit(inside - room)
            if room:
                drop = max((button.height() - height) / 2, 0)
                self._corners[-1] += QPointF(0, drop)
                self._button.setGeometry(
                    width - px(PAD_X) - button.width(), round(top), button.width(), button.height()
                )
                height = max(height, button.height())
            top += height
        if has_button and not beside:
            self._button.setGeometry(px(PAD_X), round(top) + px(4), min(button.width(), inside), button.height())
            top += px(4) + button.height()
        return top + px(PAD_Y)

    def press(self) -> None:
        if self.block and self.block.button:
            self.wanted.emit(self.block.button.link)

    def link_at(self, point: QPointF) -> Link | None:
        found = (
            paragraph.link_at(point - corner) for paragraph, corner in zip(self._paragraphs, self._corners, strict=True)
        )
        return next(filter(None, found), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.block is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_in_force = self.block.tone == "in_force"
        edge = QPen(tokens().accent if is_in_force or self.hasFocus() else tokens().line, 2 if self.hasFocus() else 1)
        painter.setPen(edge)
        painter.setBrush(tokens().selected if is_in_force else tokens().ground)
        inset = edge.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(RADIUS), px(RADIUS))
        for paragraph, corner in zip(self._paragraphs, self._corners, strict=True):
            paragraph.draw(painter, corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_adopting = self.block is not None and self.block.tone == "other" and event.key() == Qt.Key.Key_A
        if event.key() in ENTER or is_adopting:
            self.press()
        elif event.key() == Qt.Key.Key_Menu:
            self._ask_for_menu(self.rect().center().toPointF())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._ask_for_menu(QPointF(event.pos()))

    def _ask_for_menu(self, point: QPointF) -> None:
        if self.block:
            self.menu_wanted.emit(self.block.observation_id, self.mapToGlobal(point.toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A label would let it through, and the release would go elsewhere.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self.link_at(event.position())
        if link and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(link)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
