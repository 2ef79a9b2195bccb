"""The page of all keys: of the menus, and of the table. It can be read, searched, copied and printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from parties_of_power.texts import N_, _
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.views.comparison.keys import EDIT_KEYS, MOUSE, PROPOSAL_KEYS, TABLE_KEYS
from parties_of_power.ui.views.timeline import editing as timeline
from parties_of_power.ui.views.timeline.keys import KEYS

CODEBOOK_KEYS: tuple[tuple[str, str], ...] = (
    ("Alt+Up, Alt+Down", N_("Move the attribute, the group or the choice")),
    ("F2", N_("Rename the group")),
    ("Return", N_("Change the attribute; fold the group")),
    ("Left, Right", N_("Fold, unfold the group")),
)

Line = tuple[str, str]
Part = tuple[str, Sequence[Line]]


class KeysPage(QDialog):
    """`menus` are the titles of the menus, each with the keys and words of its actions."""

    def __init__(self, menus: Sequence[Part], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("All keys"))
        self.text.setFont(font(13))
        self.text.setHtml(page([*menus, *_of_table()]))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for words, act in ((_("Print…"), self.print), (_("Copy"), self.copy)):
            button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.resize(px(640), px(620))
        self.text.setFocus()

    def print(self) -> None:
        # Loaded when it is wanted: printing brings much along.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.text.document().print_(printer)

    def copy(self) -> None:
        """All of it as text."""
        self.text.selectAll()
        self.text.copy()


def native(keys: str) -> str:
    """`Ctrl+Shift+Up, …` as the system writes keys."""
    named = (QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys.split(", "))
    return ", ".join(named)


def page(parts: Iterable[Part]) -> str:
    quiet = tokens().second_text.name()
    return "".join(
        f"<h3>{escape(title)}</h3><table cellspacing='0' cellpadding='{px(3)}' width='100%'>"
        + "".join(
            f"<tr><td width='38%' style='color: {quiet}'>{escape(keys)}</td><td>{escape(words)}</td></tr>"
            for keys, words in lines
        )
        + "</table>"
        for title, lines in parts
        if lines
    )


def _of_table() -> list[Part]:
    parts: list[Part] = [
        (title, [(native(keys), _(words)) for keys, words in listed])
        for title, listed in (
            (_("In the table"), TABLE_KEYS),
            (_("While a cell is being edited"), EDIT_KEYS),
            (_("Before a paste is taken"), PROPOSAL_KEYS),
            (_("In the codebook"), CODEBOOK_KEYS),
            (_("In the timeline"), [(", ".join(key.keys[:1]), key.text) for key in (*KEYS, *timeline.EDIT_KEYS)]),
        )
    ]
    return [*parts, (_("With the mouse"), [(_(what), _(words)) for what, words in MOUSE])]
