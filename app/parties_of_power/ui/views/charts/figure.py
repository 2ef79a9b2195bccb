"""The chart with its words on the screen: what it shows above, what is missing and the sources below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.charts.kinds import ChartKind
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.plot import Plot

WIDEST = 1080
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ZOOMS = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
SHIFTS = {Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1}


class FigureView(QScrollArea):
    """`subject_chosen` carries the subject clicked on (None beside all) and whether Control was held; `stepped` comes
    with the arrow keys."""

    subject_chosen = Signal(object, bool)
    stepped = Signal(int)
    day_chosen = Signal(int)
    missing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.plot = Plot()
        self.title, self.subtitle, self.counted, self.sources = (QLabel(wordWrap=True) for _each in range(4))
        self.missing = QPushButton(_("&List what is missing"), flat=True)
        self.rule = QFrame(frameShape=QFrame.Shape.NoFrame)
        self._lay_out()
        self.missing.clicked.connect(lambda _on=False: self.missing_wanted.emit())
        self.plot.widget.installEventFilter(self)
        self.plot.frame.widget.viewport().installEventFilter(self)
        self.plot.frame.clicked.connect(lambda at, adds: self.subject_chosen.emit(self.plot.subject_at(at), adds))
        self.plot.frame.as_of_moved.connect(self.day_chosen)

    def show_picture(self, kind: ChartKind, picture: Picture[Any], look: Look, day: int) -> None:
        words = picture.words
        self.plot.show_picture(kind, picture, look, day)
        for label, text in zip(
            self._labels(), (words.title, words.subtitle, words.counted, words.sources), strict=True
        ):
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
        self.missing.setVisible(bool(picture.missing))
        described = ". ".join(filter(None, [words.title, words.subtitle, picture.spoken, words.counted]))
        self.plot.widget.setAccessibleDescription(described)
        self._size_plot()

    def dress(self) -> None:
        for label in self._labels():
            is_quiet = label in (self.subtitle, self.sources)
            label.setStyleSheet(f"color: {(tokens().second_text if is_quiet else tokens().text).name()}")
        self.rule.setStyleSheet(f"background: {tokens().line.name()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_plot()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched not in (self.plot.widget, self.plot.frame.widget.viewport()):
            return super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.plot.update()
        if isinstance(event, QWheelEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # The wheel scrolls the page, as it would beside the plot; with Control it zooms.
            QApplication.sendEvent(self.verticalScrollBar(), event)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(Qt.Key(event.key()))
        return False

    def _take_key(self, key: Qt.Key) -> bool:
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.subject_chosen.emit(None, False)
        elif key in ZOOMS:
            self.plot.frame.zoom(ZOOMS[key])
        elif key in SHIFTS:
            self.plot.frame.shift(SHIFTS[key])
        elif key == Qt.Key.Key_Home:
            self.plot.show_all()
        else:
            return False
        return True

    def _labels(self) -> tuple[QLabel, ...]:
        return self.title, self.subtitle, self.counted, self.sources

    def _size_plot(self) -> None:
        """As high as looks well at this width; what is left over stays below."""
        width = min(self.viewport().width(), px(WIDEST)) - px(32)
        least, greatest = self.plot.heights(width)
        if (least, greatest) != (self.plot.widget.minimumHeight(), self.plot.widget.maximumHeight()):
            self.plot.widget.setMinimumHeight(least)
            self.plot.widget.setMaximumHeight(greatest)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setMaximumWidth(px(WIDEST))
        self.title.setFont(font(15, SEMIBOLD))
        for label in (self.subtitle, self.counted, self.sources):
            label.setFont(font(12))
        for label in self._labels():
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.rule.setFixedHeight(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(16), px(4), px(16), px(12))
        column.setSpacing(px(2))
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addSpacing(px(8))
        column.addWidget(self.plot.widget, 1000)
        column.addSpacing(px(4))
        column.addWidget(self.rule)
        column.addSpacing(px(4))
        below = QHBoxLayout()
        below.addWidget(self.counted, 1)
        below.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addWidget(self.sources)
        column.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(self.plot.widget)
        self.dress()
