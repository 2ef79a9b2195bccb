"""The dialog that sorts the rows by several columns: which one counts first, and in which direction each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.domain.comparisons import RANK_COLUMN, Column, SortKey
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import title_of

NOTHING = 0
LINES = 4


class SortBox(QDialog):
    """A line for each key. A line without a column is left out, and so is a column that stands above already."""

    def __init__(self, model: ComparisonModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.lines: list[tuple[QComboBox, QComboBox]] = []
        self.setWindowTitle(_("Sort rows"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(px(8))
        self.grid.setVerticalSpacing(px(8))
        keys = model.comparison.sorting if model.comparison else ()
        for place in range(max(LINES, len(keys))):
            self.add_line(keys[place] if place < len(keys) else None)
        self._lay_out()

    def add_line(self, key: SortKey | None = None) -> None:
        """One more column to sort by."""
        number = len(self.lines) + 1
        column, direction = QComboBox(), QComboBox()
        column.setAccessibleName(_("Column of key {number}").format(number=number))
        direction.setAccessibleName(_("Direction of key {number}").format(number=number))
        column.addItem(_("nothing"), NOTHING)
        for each in _columns_to_sort_by(self.model):
            column.addItem(title_of(each, self.model.workspace.catalogue), each.id)
        direction.addItem(_("ascending: A to Z, small to large, early to late"), False)
        direction.addItem(_("descending: Z to A, large to small, late to early"), True)
        if key is not None:
            column.setCurrentIndex(max(column.findData(key.column_id), 0))
            direction.setCurrentIndex(int(key.descending))
        label = QLabel(_("Sort by") if number == 1 else _("then by"))
        label.setBuddy(column)
        for place, widget in enumerate((label, column, direction)):
            self.grid.addWidget(widget, number, place)
        self.lines.append((column, direction))

    def keys(self) -> tuple[SortKey, ...]:
        found: dict[int, SortKey] = {}
        for column, direction in self.lines:
            column_id = column.currentData()
            if column_id != NOTHING:
                found.setdefault(column_id, SortKey(column_id, bool(direction.currentData())))
        return tuple(found.values())

    def accept(self) -> None:
        if arrange.sort(self.model, self.keys()):
            super().accept()

    def unsort(self) -> None:
        if arrange.sort(self.model, ()):
            super().accept()

    def _lay_out(self) -> None:
        heading = QLabel(_("What has no value stands last, in either direction. Equal rows stay in their order."))
        heading.setWordWrap(True)
        heading.setFont(font(12))
        title = QLabel(_("Sort rows"))
        title.setFont(font(15, SEMIBOLD))
        more = QPushButton(_("One more column"))
        more.setAutoDefault(False)
        more.clicked.connect(lambda _on: self.add_line())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Sort"))
        buttons.addButton(_("Order as listed"), QDialogButtonBox.ButtonRole.ResetRole).clicked.connect(self.unsort)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        column.setSpacing(px(12))
        column.addWidget(title)
        column.addLayout(self.grid)
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading)
        column.addStretch(1)
        column.addWidget(buttons)


def _columns_to_sort_by(model: ComparisonModel) -> tuple[Column, ...]:
    """Those of the comparison, also hidden ones, and the rank where there is one."""
    columns = model.comparison.columns if model.comparison else ()
    return (RANK_COLUMN, *columns) if RANK_COLUMN in model.columns else columns
