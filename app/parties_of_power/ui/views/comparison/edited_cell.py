"""The cell that is being typed in: its editor, the card that says what will happen, and how both are left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal

from parties_of_power.domain.observations import Missing
from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.entry import Entry
from parties_of_power.ui.views.comparison.missing import ask_reason
from parties_of_power.ui.views.comparison.typing_card import CardLine, TypingCard

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.grid import Grid


class EditedCell(QObject):
    """It stays open, with its text, until the text is in the study or the user gives it up.

    `where` finds its place again after each change of the table: None where the cell is not shown any more. `closed`
    tells how many columns and rows the cursor is to go on.
    """

    closed = Signal(int, int)

    def __init__(self, entry: Entry, grid: Grid, where: Callable[[], QRect | None], card: TypingCard) -> None:
        super().__init__(grid)
        self.entry = entry
        self.grid = grid
        self.where = where
        self.card = card
        self.is_busy = False
        self.is_open = True
        self.editor = entry.editor(grid.viewport())
        self.editor.setAccessibleName(entry.name)
        self.editor.setText(entry.text)
        self.editor.selectAll()
        self.editor.textChanged.connect(self.explain)
        # Once more when the list of answers has opened, which the card makes room for.
        self.editor.textEdited.connect(lambda _text: QTimer.singleShot(0, self, self.place))
        self.editor.committed.connect(self.commit)
        self.editor.cancelled.connect(self.close)
        self.editor.left.connect(self.leave)

    def show(self) -> None:
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.explain()

    def place(self) -> None:
        """Put editor and card where the cell is now."""
        cell = self.where() if self.is_open else None
        if cell is None:
            self.close()
            return
        self.editor.setGeometry(cell)
        corner = self.card.room.mapFromGlobal(self.grid.viewport().mapToGlobal(cell.topLeft()))
        covered = QRect(corner, cell.size())
        answers = self.editor.list_place()
        if answers.isValid():
            covered = covered.united(QRect(self.card.room.mapFromGlobal(answers.topLeft()), answers.size()))
        self.card.place(covered, self.card.room.rect(), at_left=corner.x())

    def explain(self) -> None:
        """Say on each keystroke what Enter and Ctrl+Enter will do."""
        self.card.say(self._lines())
        self.editor.setAccessibleDescription(self.card.words())
        self.place()

    def commit(self, world_changed: bool, columns: int, rows: int) -> None:
        if self.is_busy or not self.is_open:
            return
        text = self.editor.text()
        if self.entry.deed(text, world_changed).asks_reason:
            corner = self.editor.mapToGlobal(QPoint(0, self.editor.height()))
            ask_reason(self.editor, corner, lambda missing: self._put(world_changed, columns, rows, missing))
        else:
            self._put(world_changed, columns, rows)

    def leave(self) -> None:
        """The user has clicked elsewhere: what is typed counts as after Enter, an emptied cell as before."""
        if self.is_busy or not self.is_open:
            return
        if self.editor.text() == self.entry.text or self.entry.deed(self.editor.text(), False).asks_reason:
            self.close()
        else:
            self._put(False, 0, 0)

    def close(self, columns: int = 0, rows: int = 0) -> None:
        if not self.is_open:
            return
        self.is_open = False
        self.card.hide()
        self.editor.hide()
        self.editor.deleteLater()
        self.deleteLater()
        self.closed.emit(columns, rows)

    def _put(self, world_changed: bool, columns: int, rows: int, missing: Missing = "") -> None:
        self.is_busy = True  # a dialog that says why not takes the focus, and is no reason to try again
        done = self.entry.put(self.editor.text(), world_changed, missing)
        self.is_busy = False
        if done:
            self.close(columns, rows)
        elif self.is_open:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.explain()

    def _lines(self) -> list[CardLine]:
        text = self.editor.text()
        enter, change = self.entry.deed(text, False), self.entry.deed(text, True)
        lines = [CardLine(_("Enter"), enter.sentence, enter.is_wrong)]
        if change != enter:
            lines.append(CardLine(_("Ctrl+Enter"), change.sentence, change.is_wrong))
        understood = self.editor.understood()
        return [*lines, CardLine("", understood)] if understood else lines
