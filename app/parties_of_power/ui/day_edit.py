"""A field for a day that any text for a date is read in: arrows step by days, page keys by years."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from parties_of_power.domain.dates import DateError, PartialDate, spoken_short
from parties_of_power.texts import _
from parties_of_power.ui.as_of_bar import STEPS, moved
from parties_of_power.ui.theme import px


class DayEdit(QLineEdit):
    """`day_changed` comes with the new day, `refused` with the sentence that says why a text is none.

    With `may_be_none` a blank field is an answer as well.
    """

    day_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, day: int | None = None, *, may_be_none: bool = False) -> None:
        super().__init__()
        self.day = day
        self.may_be_none = may_be_none
        self.setAccessibleName(name)
        self.setToolTip(_("A day, as in 25 Nov 2008 or 2008-11-25; of a year or a month, its first"))
        self.setFixedWidth(px(124))
        self.show_day(day)
        self.editingFinished.connect(self.take)

    def show_day(self, day: int | None) -> None:
        """Show a day without telling anybody."""
        self.day = day
        with QSignalBlocker(self):
            self.setText("" if day is None else spoken_short(day))
        self.setModified(False)

    def take(self) -> None:
        """Read what was typed."""
        if not self.isModified():
            return
        if self.may_be_none and not self.text().strip():
            self._go_to(None)
            return
        try:
            day = day_of(self.text())
        except DateError as error:
            self.refused.emit(str(error))
            self.show_day(self.day)
        else:
            self._go_to(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step and self.day is not None:
            self._go_to(moved(self.day, *step))
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_day(self.day)
        else:
            super().keyPressEvent(event)

    def _go_to(self, day: int | None) -> None:
        is_other = day != self.day
        self.show_day(day)
        if is_other:
            self.day_changed.emit(day)


def day_of(text: str) -> int:
    """The day that a text means, of a year or a month its first; DateError says what may be typed."""
    date = PartialDate.parse_typed(text)
    day = date.earliest if date.earliest is not None else date.latest
    if day is None:
        raise DateError(_("“{text}” names no day.").format(text=text.strip()))
    return day
