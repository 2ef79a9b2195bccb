"""The first rows of a sheet as they stand there, each with what it is taken for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from parties_of_power.exchange.guarded import ReadSheet
from parties_of_power.exchange.imports.found import FoundTable, cell_name
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens

_ROWS, _COLUMNS = 14, 40


class Preview(QTableWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("First rows of the file"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(px(28))
        self.horizontalHeader().setDefaultSectionSize(px(120))

    def show_rows(self, sheet: ReadSheet, table: FoundTable, header_rows: tuple[int, ...] | None) -> None:
        rows = sheet.rows[:_ROWS]
        width = min(max((len(cells) for _number, cells in rows), default=0), _COLUMNS)
        words = _words(table, header_rows)
        first = min((row.number for row in table.rows), default=0)
        self.clear()
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setHorizontalHeaderLabels([cell_name(0, place)[:-1] for place in range(width)])
        titles = []
        for at, (number, cells) in enumerate(rows):
            what = words.get(number) or (_("header") if number < first else _("left out"))
            titles.append(_("{number} {what}").format(number=number + 1, what=what))
            for place in range(width):
                cell = cells[place] if place < len(cells) else None
                self.setItem(at, place, _item(cell.text if cell else "", is_row=what == _("row"), what=what))
        self.setVerticalHeaderLabels(titles)
        self.setFixedHeight(px(28) * (min(len(rows), 10) + 1) + px(16))


def _words(table: FoundTable, header_rows: tuple[int, ...] | None) -> dict[int, str]:
    """What rows are, by their numbers; the one header row is known by its place before the first row."""
    names = {
        "titles": _("title"),
        "header": _("header"),
        "notes": _("footnote"),
        "totals": _("total"),
        "sections": _("heading"),
        "repeated": _("header again"),
    }
    words = {number: names[each.kind] for each in table.decisions if each.kind in names for number in each.rows}
    words |= dict.fromkeys(header_rows or (), _("header"))
    return words | {row.number: _("row") for row in table.rows}


def _item(text: str, *, is_row: bool, what: str) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(text.split()))
    item.setToolTip(text)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {what}")
    if not is_row:
        item.setForeground(tokens().second_text)
        if what == _("header"):
            item.setFont(font(13, SEMIBOLD))
    return item
