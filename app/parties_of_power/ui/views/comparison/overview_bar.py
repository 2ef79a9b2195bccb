"""The line below an overview: what it shows, what it does not show in full, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import font, px, theme, tokens
from parties_of_power.ui.views.comparison.bar import Bar
from parties_of_power.ui.views.comparison.lens import Lens


class OverviewBar(Bar):
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview-bar")
        self.words = QLabel(wordWrap=True)
        self.words.setFont(font(12))
        self.button = QPushButton(_("Leave the overview"))
        self.button.setFont(font(12))
        self.button.setToolTip(_("Esc"))
        self.button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(16))
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        colours = tokens()
        self.setStyleSheet(
            f"#overview-bar {{ background: {colours.panel.name()}; border-top: 1px solid {colours.line.name()}; }}"
        )

    def say(self, lens: Lens, hidden: int) -> None:
        """`hidden` is how many selected rows are not opened, for want of room."""
        parts = [_words(lens)]
        if hidden:
            words = ngettext(
                "{count} selected row has no room to be shown in full.",
                "{count} selected rows have no room to be shown in full.",
                hidden,
            )
            parts.append(words.format(count=f"{hidden:,}"))
        said = " ".join(parts)
        if said != self.words.text():
            self.words.setText(said)


def _words(lens: Lens) -> str:
    count = f"{lens.count:,}"
    if len(lens.readable) == lens.count:
        return _("Overview: all {count} rows are shown in full.").format(count=count)
    if lens.unit >= 1:
        return _(
            "Overview of all {count} rows. Those below the pointer, at the cursor and selected are shown in full, the "
            "others as bars, ticks, lengths of text and gaps."
        ).format(count=count)
    return _(
        "Overview of all {count} rows, about {rows} in each line of pixels: a bar is their mean, a tick what most of "
        "them answer, a gap that most have no value. Rival values are not marked."
    ).format(count=count, rows=round(1 / lens.unit) if lens.unit else lens.count)
