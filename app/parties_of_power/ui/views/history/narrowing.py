"""Which part of the history is shown: of a cell, a party or all; by whom; since when."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from parties_of_power.domain.dates import iso
from parties_of_power.study.history import HistoryFilter, coders
from parties_of_power.texts import _
from parties_of_power.ui.day_edit import DayEdit
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Cell, Workspace

STUDY, SUBJECT, CELL = range(3)


class Narrowing(QWidget):
    """`changed` comes when another part is wanted. Cell and party are those that the other views explain."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.scope, self.coder = QComboBox(), QComboBox()
        self.since = DayEdit(_("History since"), may_be_none=True)
        self.since.setPlaceholderText(_("the beginning"))
        self.scope.setAccessibleName(_("History of"))
        self.coder.setAccessibleName(_("History by"))
        self.scope.addItems(["", "", ""])
        self._lay_out()
        self.show_names()
        self.show_coders()
        self.scope.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.coder.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.since.day_changed.connect(lambda _day: self.changed.emit())
        self.since.refused.connect(workspace.message)

    def wanted(self) -> HistoryFilter:
        scope, cell = self.scope.currentIndex(), self.workspace.cell
        subject_id = self._subject() if scope in (SUBJECT, CELL) else None
        return HistoryFilter(
            subject_id,
            cell[1] if scope == CELL and cell is not None else None,
            self.coder.currentData(),
            "" if self.since.day is None else iso(self.since.day),
        )

    def narrow_to(self, cell: Cell) -> None:
        """The whole history of one cell, by anyone, since the beginning."""
        self.workspace.set_cell(*cell)
        with QSignalBlocker(self.scope), QSignalBlocker(self.coder):
            self.show_names()
            self.scope.setCurrentIndex(CELL)
            self.coder.setCurrentIndex(0)
        self.since.show_day(None)
        self.changed.emit()

    def show_names(self) -> None:
        """Say which cell and party there are to choose; without one, the whole study."""
        catalogue, cell, subject_id = self.workspace.catalogue, self.workspace.cell, self._subject()
        name = "" if subject_id is None else catalogue.shown_name(subject_id, self.workspace.as_of).text
        attribute = catalogue.attributes.get(cell[1]) if cell else None
        texts = (
            _("Whole study"),
            _("All of {name}").format(name=name) if name else _("No party or state is chosen"),
            _("The cell {name} · {attribute}").format(name=name, attribute=attribute.name)
            if attribute
            else _("No cell is chosen"),
        )
        with QSignalBlocker(self.scope):
            for place, text in enumerate(texts):
                self.scope.setItemText(place, text)
            gone = (self.scope.currentIndex() == CELL and attribute is None) or subject_id is None
            if gone:
                self.scope.setCurrentIndex(STUDY)

    def show_coders(self) -> None:
        """Everybody who has edited, the chosen one kept."""
        chosen = self.coder.currentData()
        known = coders(self.workspace.study)
        if [self.coder.itemData(place) for place in range(1, self.coder.count())] == known:
            return
        with QSignalBlocker(self.coder):
            self.coder.clear()
            self.coder.addItem(_("everybody"), None)
            for coder in known:
                self.coder.addItem(coder or _("nobody named"), coder)
            self.coder.setCurrentIndex(max(self.coder.findData(chosen), 0))

    def _subject(self) -> int | None:
        """That of the cell, else the one that is selected."""
        if self.workspace.cell is not None:
            return self.workspace.cell[0]
        return self.workspace.selected[0] if self.workspace.selected else None

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), 0)
        row.setSpacing(px(8))
        for words, field in ((_("&Of"), self.scope), (_("&By"), self.coder), (_("&Since"), self.since)):
            label = QLabel(words)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        for box in (self.scope, self.coder):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(24)
        self.coder.setMinimumContentsLength(10)
        row.addStretch(1)
