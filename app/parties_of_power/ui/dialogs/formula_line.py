"""The line in which a formula is typed: it offers the names of attributes and the functions as they are begun."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_BEGUN = re.compile(r"[^\W\d][\w'’ -]*$")
_LEAST = 2


class FormulaLine(QLineEdit):
    """`offers` are what may be begun, each with what is put into the formula for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._offers: dict[str, str] = {}
        self._list = QStringListModel(self)
        self.completer_of_names = QCompleter(self._list, self)
        self.completer_of_names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer_of_names.setWidget(self)
        self.completer_of_names.activated.connect(self.insert)
        self.textEdited.connect(self._offer)

    def set_offers(self, offers: Mapping[str, str]) -> None:
        self._offers = dict(offers)
        self._list.setStringList(sorted(self._offers, key=str.casefold))

    def begun(self) -> str:
        """The words before the cursor with which a name begins; of several words the longest that one begins with."""
        match = _BEGUN.search(self.text()[: self.cursorPosition()])
        words = match[0] if match else ""
        starts = [0, *(space.end() for space in re.finditer(" +", words))]
        for start in starts:
            part = words[start:]
            if len(part) >= _LEAST and any(name.casefold().startswith(part.casefold()) for name in self._offers):
                return part
        return ""

    def insert(self, name: str) -> None:
        """The name in place of what was begun; of a function with the cursor between its brackets."""
        end = self.cursorPosition()
        start = end - len(self.begun())
        if self.text()[start - 1 : start] == "[":
            start -= 1
        written = self._offers.get(name, name)
        self.setSelection(start, end - start)
        super().insert(written)
        if written.endswith("()") and name != written:
            self.setCursorPosition(self.cursorPosition() - 1)

    def _offer(self) -> None:
        begun = self.begun()
        is_whole = any(name.casefold() == begun.casefold() for name in self._offers)
        if not begun or is_whole:
            popup = self.completer_of_names.popup()
            if popup is not None:
                popup.hide()
            return
        self.completer_of_names.setCompletionPrefix(begun)
        self.completer_of_names.complete()
