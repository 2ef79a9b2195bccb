"""One step of the page: its number and title, a sentence on what was found, and its fields."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.wrapping import WrappingRow


class Section(QWidget):
    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        heading = QLabel(_("{number}  {title}").format(number=number, title=title))
        heading.setFont(font(14, SEMIBOLD))
        self.about = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.about.setFont(font(12))
        self.about.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(12), px(16), px(4))
        self.column.setSpacing(px(8))
        self.column.addWidget(divider())
        self.column.addWidget(heading)
        self.column.addWidget(self.about)

    def say(self, text: str) -> None:
        self.about.setText(text)
        self.about.setVisible(bool(text))


class Choice(QComboBox):
    """A box of which the wheel scrolls the page instead of changing it unseen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(18)

    def offer(self, title: str, data: object) -> None:
        self.addItem(title)
        self.setItemData(self.count() - 1, data)

    def choose(self, data: object) -> None:
        """By what was offered; Qt compares only what it knows."""
        place = next((at for at in range(self.count()) if self.itemData(at) == data), 0)
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def labelled(text: str, field: QWidget) -> QWidget:
    """A field with its name before it."""
    label = QLabel(text)
    label.setBuddy(field)
    return beside(label, field)


def beside(*widgets: QWidget) -> QWidget:
    """Widgets that stay on one line."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for widget in widgets:
        row.addWidget(widget)
    return group


def line_of(*widgets: QWidget) -> QWidget:
    """Beside one another, and below where the window is narrow."""
    group = QWidget()
    row = WrappingRow(group, QMargins(0, 0, 0, 0), px(16))
    for widget in widgets:
        row.addWidget(widget)
    return group


def tab_through(page: QWidget) -> None:
    """Tab goes line by line from the top, also through lines that were made later than those below them."""
    for before, after in pairwise(_stops(page)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget | None) -> Iterator[QWidget]:
    """Where Tab stops, in the order of the layouts."""
    if widget is None or widget.isHidden():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        yield from _stops(widget.widget())
    elif layout is not None:
        for place in range(layout.count()):
            item = layout.itemAt(place)
            yield from _stops(item.widget() if item is not None else None)


def divider() -> QFrame:
    line = QFrame()
    line.setObjectName("divider")
    line.setFixedHeight(1)
    return line
