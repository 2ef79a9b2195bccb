"""One column of a ranking as the ranking bar shows it: its shade, its name, its weight, and which way is better."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.tables.menu_entries import as_written
from parties_of_power.ui.tables.rank_painting import shade
from parties_of_power.ui.tables.words import cut
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.views.comparison.weighing import WHOLE

WIDEST, HEIGHT, SWATCH, PERCENT = 180, 30, 10, 72


class WeightChip(QFrame):
    """`weighed` comes with each step of the percent, `settled` when that is done; `turned` and `removed` with its
    buttons."""

    weighed = Signal(int)
    settled = Signal()
    turned = Signal()
    removed = Signal()

    def __init__(self, title: str, place: int, less_is_better: bool) -> None:
        super().__init__()
        self.setObjectName("weight-chip")
        self.percent = QSpinBox(minimum=0, maximum=WHOLE, suffix=_(" %"))
        self.percent.setFont(font(12))
        self.percent.setFixedWidth(px(PERCENT))
        self.percent.setAccessibleName(_("Weight of {column} in percent").format(column=title))
        self.percent.valueChanged.connect(self.weighed)
        self.percent.editingFinished.connect(self.settled)
        self.direction = QToolButton()
        self.direction.setText(_("low first") if less_is_better else _("high first"))
        better = _("less is better") if less_is_better else _("more is better")
        self.direction.setToolTip(_("{direction}: turn it round").format(direction=better))
        self.direction.setAccessibleName(_("{column}, {direction}").format(column=title, direction=better))
        self.direction.clicked.connect(self.turned)
        self.remove = QToolButton()
        self.remove.setIcon(icon("close", "second_text"))
        self.remove.setIconSize(QSize(px(12), px(12)))
        self.remove.setToolTip(_("Leave out of the ranking"))
        self.remove.setAccessibleName(_("Leave {column} out of the ranking").format(column=title))
        self.remove.clicked.connect(self.removed)
        name = QLabel(as_written(cut(title, px(WIDEST), 12)))
        name.setFont(font(12))
        name.setToolTip(title)
        name.setBuddy(self.percent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), 0, px(4), 0)
        row.setSpacing(px(4))
        for widget in (_Swatch(place), name, self.percent, self.direction, self.remove):
            row.addWidget(widget)
        for button in (self.direction, self.remove):
            button.setFont(font(12))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(px(HEIGHT))

    def show_percent(self, percent: int, is_alone: bool) -> None:
        """The weight as it is; of a column that stands alone there is nothing to weigh."""
        self.percent.blockSignals(True)
        self.percent.setValue(percent)
        self.percent.blockSignals(False)
        self.percent.setEnabled(not is_alone)


class _Swatch(QWidget):
    """The shade that a column has in the cells."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.setFixedSize(px(SWATCH), px(SWATCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade(self.place, tokens()))
        painter.setPen(tokens().thin)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
