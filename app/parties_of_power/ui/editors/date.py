"""The editor of dates: says in words how a date is read, and how else one may be written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.texts import _
from parties_of_power.ui.editors.line import CellEditor


class DateEditor(CellEditor):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("1999-02-12"))

    def understood(self) -> str:
        text = self.text().strip()
        if not text:
            return _("1999 · 1999-02 · 1999~ about 1999 · 1999? uncertain · 199X the 1990s · [1998..2000] one of these")
        try:
            date = PartialDate.parse_typed(text)
        except DateError:
            return ""
        words = date.describe()
        return _("{text} is {words}").format(text=date.text, words=words) if words != text else ""
