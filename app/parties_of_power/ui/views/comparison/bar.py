"""A bar above or below the table that is always as high as what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame


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
