"""The left of the page: the groups of differences, the columns to take or keep whole, and what was understood."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from parties_of_power.exchange.returned.differences import Difference, Returned, grouped_by_column
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.differences.decisions import GROUPS, Decisions

_LEAST = 120
_KEY = Qt.ItemDataRole.UserRole
_STATES = {
    "none": Qt.CheckState.Unchecked,
    "some": Qt.CheckState.PartiallyChecked,
    "all": Qt.CheckState.Checked,
}


class Side(QScrollArea):
    """`group_chosen` comes with the key of a group, blank for all; `decided` as that of the table."""

    group_chosen = Signal(str)
    decided = Signal(object, str)

    def __init__(self, decisions: Decisions) -> None:
        super().__init__()
        self.decisions = decisions
        self.groups = QListWidget()
        self.groups.setAccessibleName(_("Groups of differences"))
        self.groups.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: list[tuple[QCheckBox, list[Difference]]] = []
        self.columns = QVBoxLayout()
        self.notes = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.notes.setFont(font(12))
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.groups.currentItemChanged.connect(self._choose)
        self._lay_out()

    @property
    def group(self) -> str:
        item = self.groups.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_returned(self, returned: Returned | None) -> None:
        differences = returned.differences if returned is not None else ()
        self._show_groups(differences)
        self._show_columns(differences)
        notes = returned.notes if returned is not None else ()
        self.notes.setText("\n".join(notes))
        for widget in (self.notes, self.notes_title):
            widget.setVisible(bool(notes))

    def show_decided(self) -> None:
        for box, differences in self.boxes:
            box.blockSignals(True)
            box.setCheckState(_STATES[self.decisions.share_taken(differences)])
            box.blockSignals(False)

    def _show_groups(self, differences: Sequence[Difference]) -> None:
        here = self.group
        self.groups.blockSignals(True)
        self.groups.clear()
        counts = [("", _("All"), len(differences))]
        counts += [(each.key, each.title, sum(one.kind in each.kinds for one in differences)) for each in GROUPS]
        for key, title, count in counts:
            item = QListWidgetItem(_("{title}: {count}").format(title=title, count=count), self.groups)
            item.setData(_KEY, key)
            if key == here:
                self.groups.setCurrentItem(item)
        self.groups.blockSignals(False)
        height = sum(self.groups.sizeHintForRow(row) for row in range(self.groups.count()))
        self.groups.setFixedHeight(height + px(8))

    def _show_columns(self, differences: Sequence[Difference]) -> None:
        for box, _own in self.boxes:
            self.columns.removeWidget(box)
            box.deleteLater()
        self.boxes = []
        for title, places in grouped_by_column(differences).items():
            own = [differences[place] for place in places]
            box = QCheckBox(_("{title}: {count}").format(title=title.replace("&", "&&"), count=len(own)))
            box.setTristate(True)
            box.setToolTip(_("Take or keep all of this column"))
            box.clicked.connect(lambda _on=False, own=own: self._take_or_keep(own))
            self.columns.addWidget(box)
            self.boxes.append((box, own))
        self.columns_title.setVisible(bool(self.boxes))
        self.show_decided()

    def _take_or_keep(self, differences: list[Difference]) -> None:
        """A conflict is decided for itself alone: those of a column are taken only one by one."""
        alone = [each for each in differences if each.kind != "both"] or differences
        is_taken = self.decisions.share_taken(alone) == "all"
        self.decided.emit(alone, "keep" if is_taken else "take")

    def _choose(self, *_items: object) -> None:
        self.group_chosen.emit(self.group)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(12), px(12), px(12))
        column.setSpacing(px(6))
        self.columns_title = _title(_("By column, take or keep all"))
        self.notes_title = _title(_("Understood, no difference"))
        column.addWidget(_title(_("Differences")))
        column.addWidget(self.groups)
        column.addSpacing(px(8))
        column.addWidget(self.columns_title)
        column.addLayout(self.columns)
        column.addSpacing(px(8))
        column.addWidget(self.notes_title)
        column.addWidget(self.notes)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setMinimumWidth(px(_LEAST))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _title(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setFont(font(12, SEMIBOLD))
    return label
