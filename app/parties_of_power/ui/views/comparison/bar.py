"""A bar above or below the table that is always as high as what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_by_enter(within: QWidget, event: QKeyEvent) -> bool:
    """Enter presses a button on every desktop: some of them leave that to the space bar. Whether there was one."""
    button = within.focusWidget()
    if event.key() not in ENTER or not isinstance(button, QAbstractButton) or not button.hasFocus():
        return False
    button.click()
    return True


class Bar(QFrame):
    """Where the window is low, the table gives way and not the bar: nothing in it is clipped."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.take_height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.take_height()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def take_height(self) -> None:
        """As high as the layout needs for the width there is."""
        layout = self.layout()
        if layout is None:
            return
        needed = (
            layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        if needed != self.minimumHeight():
            self.setFixedHeight(needed)
            self.updateGeometry()
