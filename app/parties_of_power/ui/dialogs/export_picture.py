"""A small picture of the first rows of a sheet, as they will stand in a workbook."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from parties_of_power.exchange.preview import Preview, PreviewCell
from parties_of_power.texts import _
from parties_of_power.ui.theme import font, px, tokens

_HEIGHT = 210
_WIDEST = 190


class Picture(QTableWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Preview of the first rows"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setFont(font(12))
        self.setFixedHeight(px(_HEIGHT))
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(px(24))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_preview(self, preview: Preview) -> None:
        self.clear()
        self.setRowCount(len(preview.rows))
        self.setColumnCount(len(preview.titles))
        self.setHorizontalHeaderLabels(list(preview.titles))
        self.setVerticalHeaderLabels([str(row + 2) for row in range(len(preview.rows))])
        for row, cells in enumerate(preview.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, _item(cell))
        self.resizeColumnsToContents()
        for column in range(len(preview.titles)):
            self.setColumnWidth(column, min(self.columnWidth(column), px(_WIDEST)))


def _item(cell: PreviewCell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell.text)
    item.setToolTip(cell.text)
    if cell.is_number:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if cell.style in ("missing", "computed", "attested"):
        item.setForeground(tokens().second_text)
    if cell.style in ("missing", "name"):
        written = font(12)
        written.setItalic(cell.style == "missing")
        written.setBold(cell.style == "name")
        item.setFont(written)
    return item
