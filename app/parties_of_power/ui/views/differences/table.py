"""The table of differences with its keys: T takes theirs, K keeps ours, B takes both, U is undecided again, Space turns
the choice over, and R selects all of a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from parties_of_power.exchange.returned.differences import Decision, Difference
from parties_of_power.texts import _
from parties_of_power.ui.tables.clipboard import to_clipboard
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.differences.model import CELL, DECISION, WILL, DifferencesModel, Heading
from parties_of_power.ui.views.differences.painting import HEADING, ROW, LinePainter, box_of, decision_at, height_of

_KEYS: dict[int, Decision] = {Qt.Key.Key_T: "take", Qt.Key.Key_K: "keep", Qt.Key.Key_B: "both", Qt.Key.Key_U: ""}
# At 100 %; what will happen takes what is left. In a narrow window the others give way: the decision stays in sight.
_WIDTHS = (225, 118, 132, 118, 220, 176)
_LEAST = (140, 96, 112, 88, 122, 156)
_MOST_MEASURED = 300  # lines; more of them are all of one height, and what is cut stands in the tool tip


class DifferencesTable(QTableView):
    """`decided` comes with what was decided for which differences, `opened` with one that is to be looked at."""

    decided = Signal(object, str)
    opened = Signal(object)

    def __init__(self, model: DifferencesModel, colour_of: Callable[[int], QColor | None]) -> None:
        super().__init__()
        self.lines = model
        self.painter = LinePainter(model, colour_of)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Differences"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(HEADING))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        model.modelReset.connect(self.arrange)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def arrange(self) -> None:
        """Headings go across and are lower than the others."""
        self.clearSpans()
        for row, line in enumerate(self.lines.lines):
            if isinstance(line, Heading):
                self.setSpan(row, CELL, 1, WILL + 1)
                self.setRowHeight(row, px(HEADING))
        self._measure()

    def chosen(self) -> list[Difference]:
        return self.lines.at_rows(sorted({index.row() for index in self.selectedIndexes()}))

    def decide(self, decision: Decision) -> None:
        self.decided.emit(self.chosen(), decision)

    def select_row(self) -> None:
        """All differences of the same party or state, so that they are decided together."""
        here = self.lines.difference(self.currentIndex().row())
        if here is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        for row in range(self.lines.rowCount()):
            line = self.lines.difference(row)
            if line is not None and (line.row_id, line.row) == (here.row_id, here.row):
                self.selectionModel().select(self.lines.index(row, CELL), flags.Select | flags.Rows)

    def turn_over(self) -> None:
        """Take what is not taken yet; where all of it is, keep ours."""
        chosen = self.chosen()
        taken = self.lines.decisions.share_taken(chosen) == "all"
        self.decided.emit(chosen, "keep" if taken else "take")

    def copy(self) -> None:
        """The selected lines, with headers, for a message to whoever changed them."""
        titles = [str(self.lines.headerData(column, Qt.Orientation.Horizontal)) for column in range(DECISION + 1)]
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        chosen = [row for row in sorted(rows) if self.lines.difference(row) is not None]
        texts = [
            [Copied(str(self.lines.index(row, column).data() or "")) for column in range(DECISION + 1)]
            for row in chosen
        ]
        if texts:
            QGuiApplication.clipboard().setMimeData(to_clipboard(texts, titles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not event.modifiers() and event.key() in _KEYS:
            self.decide(_KEYS[event.key()])
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.select_row()
        elif event.key() == Qt.Key.Key_Space:
            self.turn_over()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self._click(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addActions([self._action(menu, *each) for each in _acts()])
        whole = QAction(_("Select all of this row") + "\tR", menu)
        whole.triggered.connect(self.select_row)
        menu.addSeparator()
        menu.addAction(whole)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, usual, least = self.viewport().width(), px(sum(_WIDTHS)), px(sum(_LEAST))
        share = min(max((room - least) / (usual - least), 0.0), 1.0)
        widths = [round(px(low) + (px(high) - px(low)) * share) for low, high in zip(_LEAST, _WIDTHS, strict=True)]
        widths[WILL] += max(room - sum(widths), 0)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._measure()

    def _measure(self) -> None:
        """As high as their texts, where they are few."""
        if len(self.lines.lines) > _MOST_MEASURED:
            return
        widths = [self.columnWidth(column) for column in range(DECISION + 1)]
        for row in range(len(self.lines.lines)):
            difference = self.lines.difference(row)
            if difference is not None:
                self.setRowHeight(row, height_of(difference, self.lines.what_will_happen(difference), widths))

    def _click(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        line, rect = self.lines.lines[index.row()], self.visualRect(index)
        if isinstance(line, Heading):
            if index.column() == DECISION and line.offer:
                self.decided.emit(list(line.differences), line.group.proposes)
        elif index.column() == DECISION:
            decision = decision_at(rect, line, place)
            if decision is not None:
                self.decided.emit([line], decision)
        elif index.column() == CELL and box_of(rect).contains(place):
            self.decided.emit([line], "keep" if self.lines.decisions.of(line) in ("take", "both") else "take")

    def _open(self, row: int) -> None:
        difference = self.lines.difference(row)
        if difference is not None:
            self.opened.emit(difference)

    def _action(self, menu: QMenu, text: str, key: str, decision: Decision) -> QAction:
        action = QAction(f"{text}\t{key}", menu)
        action.triggered.connect(lambda: self.decide(decision))
        return action


def _acts() -> tuple[tuple[str, str, Decision], ...]:
    return (
        (_("Take theirs"), "T", "take"),
        (_("Keep ours"), "K", "keep"),
        (_("Take both: theirs as a rival"), "B", "both"),
        (_("Not decided"), "U", ""),
    )
