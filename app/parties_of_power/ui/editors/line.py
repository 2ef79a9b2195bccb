"""The editor of one cell: a line of text that says how the user leaves it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from parties_of_power.ui.theme import font

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ELSEWHERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class CellEditor(QLineEdit):
    """`committed` carries whether the world has changed (Ctrl+Enter), and how many columns and rows to go on.

    It does not close itself: whoever opened it does, once the text is in the study. `left` tells that the focus went to
    another part of the window; a menu, a list or another window leave the text as it is.
    """

    committed = Signal(bool, int, int)
    cancelled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(13))
        self.setObjectName("cell-editor")

    def understood(self) -> str:
        """How the text is read, in words, where these say more than the text."""
        return ""

    def is_listing(self) -> bool:
        """Whether a list of answers is open below."""
        return False

    def list_place(self) -> QRect:
        """Where on the screen that list is; empty where there is none."""
        return QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if event.key() in ENTER:
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.committed.emit(bool(modifiers & Qt.KeyboardModifier.ControlModifier), 0, -1 if shift else 1)
        elif event.key() == Qt.Key.Key_Escape and not self.is_listing():
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.lists_by_arrow():
            self.committed.emit(False, 0, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
            if not self.is_listing():
                event.accept()  # else the table below would move
            return
        event.accept()

    def lists_by_arrow(self) -> bool:
        return False

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab, which Qt asks for before it sends the key."""
        self.committed.emit(False, 1 if following else -1, 0)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in ELSEWHERE:
            self.left.emit()
