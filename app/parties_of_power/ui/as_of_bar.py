"""The as-of day in the tool bar: a field that reads a date as typed, a slider over the years, and play."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QSlider, QStyle, QToolButton, QWidget

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.days import DateError, civil, day_number, days_in_month, spoken_short
from parties_of_power.texts import N_, _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

TICK = 33
SECOND = 1000
YEAR = 365
DAYS_OF_MONTH = 30.44
SPEED = "play_speed"


@dataclass(frozen=True, slots=True)
class Speed:
    """So many months in a second."""

    key: str
    text: str
    months: int


SPEEDS = (
    Speed("month", N_("A month a second"), 1),
    Speed("quarter", N_("Three months a second"), 3),
    Speed("year", N_("A year a second"), 12),
    Speed("three_years", N_("Three years a second"), 36),
)
USUAL = SPEEDS[2]
STEPS = {
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_PageUp: (12, 0),
    Qt.Key.Key_PageDown: (-12, 0),
}


class AsOfBar(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.field = DayField(workspace)
        self.slider = Years()
        self.slider.setAccessibleName(_("As of, over the years"))
        self.slider.setSingleStep(1)
        self.slider.setPageStep(YEAR)
        self.play = QToolButton()
        self.play.setCheckable(True)
        self.play.setAccessibleName(_("Play"))
        self.play.setToolTip(_("Play the years from the as-of day on; the arrow beside it chooses the speed"))
        self.play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.play.setMenu(self._menu_of_speeds())
        self.clock = QTimer(self, interval=TICK)
        self._left_over = 0.0
        self._lay_out()
        self.slider.valueChanged.connect(workspace.set_as_of)
        self.play.toggled.connect(self.run)
        self.clock.timeout.connect(self.tick)
        workspace.as_of_changed.connect(self.show_day)
        workspace.changed.connect(self.show_range)
        workspace.study_opened.connect(self.show_range)
        workspace.closing.connect(lambda: self.play.setChecked(False))
        self.show_range()
        self.run(False)

    def show_range(self) -> None:
        """The slider goes from the first event of the study to the last, and as far as the day that is shown."""
        days = [
            day
            for event in self.workspace.catalogue.events.values()
            for day in (event.date.earliest, event.date.latest)
            if day is not None
        ]
        today = self.workspace.as_of
        with QSignalBlocker(self.slider):
            self.slider.setRange(min([*days, today]), max([*days, today]))
        self.show_day(today)

    def show_day(self, day: int) -> None:
        with QSignalBlocker(self.slider):
            if not self.slider.minimum() <= day <= self.slider.maximum():
                self.slider.setRange(min(day, self.slider.minimum()), max(day, self.slider.maximum()))
            self.slider.setValue(day)
        self.field.show_day()

    def run(self, running: bool) -> None:
        self.play.setIcon(icon("pause" if running else "play"))
        if not running:
            self.clock.stop()
            return
        if self.workspace.as_of >= self.slider.maximum():
            self.workspace.set_as_of(self.slider.minimum())
        self._left_over = 0.0
        self.clock.start(TICK if has_motion(self) else SECOND)

    @property
    def speed(self) -> Speed:
        kept = self.workspace.study.setting(SPEED)
        return next((each for each in SPEEDS if each.key == kept), USUAL)

    def set_speed(self, speed: Speed) -> None:
        """The study remembers it; what is playing goes on with it."""
        study = self.workspace.study
        self.workspace.perform(lambda: study.set_setting(SPEED, speed.key))

    def tick(self) -> None:
        """Smoothly; where the system asks for less motion, one step a second."""
        day = self.workspace.as_of
        if self.clock.interval() == SECOND:
            day = moved(day, self.speed.months, 0)
        else:
            self._left_over += self.speed.months * DAYS_OF_MONTH * TICK / SECOND
            day, self._left_over = day + int(self._left_over), self._left_over % 1
        self.workspace.set_as_of(min(day, self.slider.maximum()))
        if self.workspace.as_of >= self.slider.maximum():
            self.play.setChecked(False)

    def _menu_of_speeds(self) -> QMenu:
        menu = QMenu(_("Speed"), self.play)
        menu.setAccessibleName(_("Speed"))
        group = QActionGroup(menu)
        actions = [menu.addAction(_(speed.text)) for speed in SPEEDS]
        for action, speed in zip(actions, SPEEDS, strict=True):
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, chosen=speed: self.set_speed(chosen))
        menu.aboutToShow.connect(lambda: actions[SPEEDS.index(self.speed)].setChecked(True))
        return menu

    def _lay_out(self) -> None:
        label = QLabel(_("As of"))
        # A name of its own, so that a screen reader's search for "As of" comes to the field.
        label.setAccessibleName(_("As of:"))
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        label.setBuddy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        for widget in (label, self.field, self.slider, self.play):
            row.addWidget(widget)


class Years(QSlider):
    """The slider: as long as in the design where there is room, shorter in a narrow window."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumWidth(px(60))

    def sizeHint(self) -> QSize:
        return QSize(px(190), super().sizeHint().height())


class DayField(QLineEdit):
    """The as-of day in words. Any text for a date is read; arrows step by days, page keys by years, with Shift by
    months."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setAccessibleName(_("As of"))
        self.setToolTip(_("The day at which table, charts and timeline are read, as in 25 Nov 2008 or 2008-11-25"))
        self.setFixedWidth(px(112))
        self.editingFinished.connect(self.take)

    def show_day(self) -> None:
        self.setText(spoken_short(self.workspace.as_of))
        self.setModified(False)

    def take(self) -> None:
        """Go to the day that was typed: of a year or a month, its first."""
        if not self.isModified():
            return
        try:
            date = PartialDate.parse_typed(self.text())
        except DateError as error:
            self.workspace.message.emit(str(error))
            self.show_day()
            return
        day = date.earliest if date.earliest is not None else date.latest
        if day is not None:
            self.workspace.set_as_of(day)
        self.show_day()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.select_where_focused)

    def select_where_focused(self) -> None:
        """All of the text; the focus may have gone on by now, as it does when the window opens."""
        if self.hasFocus():
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step:
            months, days = step
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                months //= 12
            self.workspace.set_as_of(moved(self.workspace.as_of, months, days))
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_day()
            self.selectAll()
        else:
            super().keyPressEvent(event)


def has_motion(widget: QWidget) -> bool:
    """Whether the system lets things move: where it does not, no widget is animated either."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) > 0


def moved(day: int, months: int, days: int) -> int:
    """The day some months and days later; the last of the month where it has no such day."""
    year, month, day_of_month = civil(day)
    years, month0 = divmod(month - 1 + months, 12)
    year += years
    return day_number(year, month0 + 1, min(day_of_month, days_in_month(year, month0 + 1))) + days
