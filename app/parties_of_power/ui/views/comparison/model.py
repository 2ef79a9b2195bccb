"""The comparison as of the day, as Qt wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.kinds import kind
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.columns import ColumnLook, look_of
from parties_of_power.ui.workspace import Workspace

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITABLE = READABLE | Qt.ItemFlag.ItemIsEditable
Area = tuple[int, int, int, int]
ALIGNMENT = {
    False: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    True: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class ComparisonModel(QAbstractTableModel):
    """Sorting and filtering happen in `ComparisonTable`; here nothing walks over the rows.

    `seen` answers which rows and columns are in sight: (top, left, bottom, right). After a step of the day only these
    are asked for again. `shown_changed` comes when other rows, columns, an order or a filter are shown.
    """

    shown_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.seen: Callable[[], Area] = lambda: (0, 0, self.rowCount() - 1, self.columnCount() - 1)
        self.comparison: Comparison | None = None
        self.table: ComparisonTable | None = None
        self.looks: tuple[ColumnLook, ...] = ()
        self.headers: tuple[Header, ...] = ()
        self.take_up()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns if self.table else ()

    @property
    def row_ids(self) -> tuple[int, ...]:
        return self.table.row_ids if self.table else ()

    def take_up(self, comparison: Comparison | None = None) -> None:
        """Show the workspace's comparison, or this one in its place."""
        self.beginResetModel()
        self.comparison = comparison or self.workspace.comparison
        workspace = self.workspace
        self.table = (
            ComparisonTable(workspace.study, workspace.columns, self.comparison, workspace.as_of)
            if self.comparison
            else None
        )
        self._look_again()
        self.endResetModel()
        self.shown_changed.emit()

    def step(self, day: int) -> None:
        """Show the table as of another day."""
        if self.table is None:
            return
        before = self.row_ids
        are_moved = self.table.set_day(day)
        if are_moved:
            self._look_again()
        self._announce(before)
        if are_moved:
            self.shown_changed.emit()

    def follow(self, changes: Changes) -> None:
        """Show what an edit changed."""
        if self.table is None:
            self.take_up()
            return
        layout, before = _layout_of(self.table), self.row_ids
        self.table.refresh(changes)
        self.comparison = self.table.comparison
        self._look_again()
        if _layout_of(self.table) != layout:
            self._reset()
        else:
            self._announce(before)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        self.shown_changed.emit()

    def rearrange(self, comparison: Comparison) -> None:
        """Show the same columns with another order of rows or with other filters, which need not be stored."""
        before = self.row_ids
        self.comparison = comparison
        self.table = ComparisonTable(self.workspace.study, self.workspace.columns, comparison, self.workspace.as_of)
        self._look_again()
        self._announce(before)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        self.shown_changed.emit()

    def cell(self, row: int, column: int) -> Cell:
        assert self.table is not None, "a model without a table has no rows"
        return self.table.cell(row, column)

    def attribute(self, column: int) -> Attribute | None:
        attribute_id = self.columns[column].attribute_id
        return None if attribute_id is None else self.workspace.catalogue.attributes.get(attribute_id)

    def day_of(self, column: int) -> int:
        """The day that a column is read at and edited on."""
        own = self.columns[column].day
        return self.workspace.as_of if own is None else own

    def row_of(self, subject_id: int) -> int:
        """The row of a subject; -1 where it is not shown."""
        row = self.table.row_of(subject_id) if self.table else None
        return -1 if row is None else row

    def column_of(self, attribute_id: int) -> int:
        return next((i for i, column in enumerate(self.columns) if column.attribute_id == attribute_id), -1)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt calls it with and without
        return 0 if parent.isValid() else len(self.row_ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- as rowCount
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or self.table is None:
            return None
        column = index.column()
        if role == Role.DisplayRole:
            return self.cell(index.row(), column).text
        if role == Role.AccessibleTextRole:
            return self.cell(index.row(), column).spoken or self.cell(index.row(), column).text
        if role == Role.EditRole:
            return self.cell(index.row(), column).plain
        if role == Role.TextAlignmentRole:
            return ALIGNMENT[self.looks[column].is_numeric]
        if role == Role.ToolTipRole:
            return self._tool_tip(self.cell(index.row(), column), column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not 0 <= section < len(self.headers):
            return None
        header = self.headers[section]
        if role == Role.DisplayRole:
            return header.title
        if role == Role.AccessibleTextRole:
            return ", ".join(
                filter(None, (header.title, header.subtitle, self.order_words(section), self._filtered(section)))
            )
        if role == Role.ToolTipRole:
            attribute = self.attribute(section)
            return (attribute.definition if attribute else "") or header.title
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_edit = not self.workspace.study.is_read_only and self.columns[index.column()].field != "state"
        return EDITABLE if can_edit else READABLE

    def order_words(self, section: int) -> str:
        """How the table is sorted by a column; blank where it is not."""
        if self.comparison is None or self.comparison.sort_column != self.columns[section].id:
            return ""
        return _("sorted descending") if self.comparison.sort_descending else _("sorted ascending")

    def _filtered(self, section: int) -> str:
        return _("filtered") if self.columns[section].filter else ""

    def _row_header(self, section: int, role: int) -> Any:
        if role == Role.DisplayRole:
            return str(section + 1)
        if role == Role.AccessibleTextRole and 0 <= section < len(self.row_ids):
            return self.workspace.catalogue.shown_name(self.row_ids[section], self.workspace.as_of).text
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _tool_tip(self, cell: Cell, column: int) -> str | None:
        """What the marks of a cell mean. A text that could not be read has the rule, which says what to write."""
        attribute = self.attribute(column)
        if cell.state == "wrong" and attribute:
            return _("“{text}” could not be read. {rule}").format(text=cell.text, rule=kind(attribute.kind).rule)
        base = _("base: {base}").format(base=cell.base) if cell.base else ""
        words = ", ".join(filter(None, (cell.spoken or cell.text, base)))
        return words if words != cell.text else None

    def _announce(self, before: tuple[int, ...]) -> None:
        """Say whether rows came, went or moved, or only say something new."""
        after = self.row_ids
        if after == before:
            self._repaint()
        elif len(after) != len(before):
            self._reset()
        else:
            self._move_rows(before)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _move_rows(self, before: tuple[int, ...]) -> None:
        """The same number of rows in another order: what is selected stays with its subjects."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        places = {subject_id: row for row, subject_id in enumerate(self.row_ids)} if old else {}
        new = [self._moved(index, places.get(before[index.row()], -1)) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _moved(self, index: QModelIndex, row: int) -> QModelIndex:
        return self.createIndex(row, index.column()) if row >= 0 else QModelIndex()

    def _repaint(self) -> None:
        top, left, bottom, right = self.seen()
        bottom, right = min(bottom, self.rowCount() - 1), min(right, self.columnCount() - 1)
        if 0 <= top <= bottom and 0 <= left <= right:
            self.dataChanged.emit(self.index(top, left), self.index(bottom, right))

    def _look_again(self) -> None:
        columns = self.columns
        self.headers = tuple(self.table.header(column) for column in columns) if self.table else ()
        self.looks = tuple(
            look_of(self.workspace.columns, self.attribute(i), column.field) for i, column in enumerate(columns)
        )


def _layout_of(table: ComparisonTable) -> tuple[object, ...]:
    """What the columns are, in their order; their widths and filters are none of it."""
    columns = ((each.id, each.attribute_id, each.field, each.of_state, each.day) for each in table.columns)
    return table.comparison.id, table.comparison.subject_kind, tuple(columns)
