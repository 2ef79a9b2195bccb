"""The editors that offer answers while one types: choices, yes and no, parties, states and persons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QStyledItemDelegate, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.editors.line import ENTER, CellEditor
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import font, px, tokens

DIVIDER = ";"
LONGEST_LIST = 12


class ListedEditor(CellEditor):
    """The list opens with the first letter, or by the arrow down. What is typed need not be in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered: tuple[str, ...] = ()
        arrow = self.addAction(icon("chevron-down", "second_text"), QLineEdit.ActionPosition.TrailingPosition)
        arrow.setText(_("Show the answers"))
        arrow.setToolTip(_("Show the answers"))
        arrow.triggered.connect(self.show_all)

    def offer(self, answers: Sequence[str]) -> None:
        self.offered = tuple(answers)
        self.setCompleter(self._completer(self.offered))

    def show_all(self) -> None:
        """Every answer, whatever has been typed so far."""
        completer = self.completer()
        if completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()

    def list_place(self) -> QRect:
        popup = self._popup()
        return popup.frameGeometry() if popup is not None and popup.isVisible() else QRect()

    def is_listing(self) -> bool:
        popup = self._popup()
        return popup is not None and popup.isVisible()

    def lists_by_arrow(self) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup() if self.is_listing() else None
        if event.key() == Qt.Key.Key_Escape and popup is not None:
            popup.hide()
            event.accept()
            return
        if event.key() in ENTER and popup is not None:
            popup.hide()
        elif event.key() == Qt.Key.Key_Down and popup is None:
            self.show_all()
            event.accept()
            return
        super().keyPressEvent(event)

    def _popup(self) -> QAbstractItemView | None:
        completer = self.completer()
        return completer.popup() if completer is not None else None

    def _completer(self, answers: Sequence[str]) -> QCompleter:
        return _dressed(QCompleter(self), answers)


class SeveralEditor(ListedEditor):
    """Answers divided by semicolons; the list is about the one that is being typed."""

    def _completer(self, answers: Sequence[str]) -> QCompleter:
        return _dressed(_LastOfSeveral(self), answers)


class _LastOfSeveral(QCompleter):
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(DIVIDER)[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        line = self.widget()
        before = line.text().rpartition(DIVIDER)[0] if isinstance(line, QLineEdit) else ""
        answer = super().pathFromIndex(index)
        return f"{before}{DIVIDER} {answer}" if before else answer


def _dressed(completer: QCompleter, answers: Sequence[str]) -> QCompleter:
    completer.setModel(QStringListModel(list(answers), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(LONGEST_LIST)
    popup = completer.popup()
    if popup is not None:
        popup.setFont(font(13))
        popup.setAccessibleName(_("Answers"))
        popup.setItemDelegate(QStyledItemDelegate(popup))  # the completer's own knows no style sheet
        popup.setStyleSheet(
            f"QListView {{ background: {tokens().panel.name()}; border: 1px solid {tokens().line.name()}; }}"
            f"QListView::item {{ padding: {px(5)}px {px(8)}px; }}"
        )
    return completer
