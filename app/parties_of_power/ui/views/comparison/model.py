"""The comparison as of the day, as Qt wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.summaries import mean_words
from parties_of_power.analysis.table import ComparisonTable, RowKey
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison, Grouping
from parties_of_power.domain.moments import Moment, When, day_of
from parties_of_power.study.changes import Changes
from parties_of_power.ui.tables.columns import ColumnLook, look_of
from parties_of_power.ui.views.comparison import colouring
from parties_of_power.ui.views.comparison.lines import Lines, lines_of
from parties_of_power.ui.views.comparison.spoken import (
    filtered_words,
    order_words,
    row_words,
    spoken_heading,
    tool_tip,
)
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
    """Sorting, filtering and grouping happen in `ComparisonTable`; the headings of groups are rows only here.

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
        self.describe: Callable[[int], str] = lambda _section: ""
        self.looks: tuple[ColumnLook, ...] = ()
        self.headers: tuple[Header, ...] = ()
        self.lines: Lines | None = None
        self._folded: dict[tuple[int, Grouping | None], set[str]] = {}
        self._titles: dict[str, tuple[str, str]] = {}
        self._sums: dict[tuple[str, int], tuple[str, str]] = {}
        self._colours = colouring.ColoursOfColumns(workspace)
        self.over_time = colouring.LinesOverTime(self)
        self.take_up()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.table.columns if self.table else ()

    @property
    def row_ids(self) -> tuple[int, ...]:
        """The subject of each row; below zero for the heading of a group."""
        if self.lines is not None:
            return self.lines.row_ids
        return self.table.row_ids if self.table else ()

    @property
    def row_keys(self) -> tuple[RowKey, ...]:
        """What tells the rows apart, also where one subject has several."""
        if self.lines is not None:
            return self.lines.row_keys
        return self.table.row_keys if self.table else ()

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
        self._colours.forget()
        self.over_time.forget()
        self._line_up()
        self._look_again()
        self.endResetModel()
        self.shown_changed.emit()

    def step(self, day: int) -> None:
        """Show the table as of another day."""
        if self.table is None:
            return
        before = self.row_keys
        are_moved = self.table.set_day(day)
        self._line_up(are_moved)
        if are_moved or colouring.follows_the_day(self):
            self._look_again()
        self._announce(before)
        if are_moved:
            self.shown_changed.emit()

    def follow(self, changes: Changes) -> None:
        """Show what an edit changed."""
        if self.table is None:
            self.take_up()
            return
        layout, before = _layout_of(self.table), self.row_keys
        self.table.refresh(changes)
        self.comparison = self.table.comparison
        self._colours.forget(changes)
        self.over_time.forget()
        self._line_up()
        self._look_again()
        if _layout_of(self.table) != layout:
            self._reset()
        else:
            self._announce(before)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        self.shown_changed.emit()

    def rearrange(self, comparison: Comparison) -> None:
        """Show the same columns with another order of rows or with other filters, which need not be stored."""
        before, layout = self.row_keys, _layout_of(self.table) if self.table else ()
        self.comparison = comparison
        if self.table is None:
            return
        self.table.rearrange(comparison)
        self._line_up()
        self._look_again()
        if _layout_of(self.table) != layout:
            self._reset()
        else:
            self._announce(before)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        self.shown_changed.emit()

    def cell(self, row: int, column: int) -> Cell:
        """Of a heading a cell without an attribute, whose text is the title or the summary of the group."""
        assert self.table is not None, "a model without a table has no rows"
        if self.lines is None:
            return self.table.cell(row, column)
        if row in self.lines.headings:
            return Cell(self.row_ids[row], None, self.heading_text(row, column), "heading")
        return self.table.cell(self.lines.places[row], column)

    def is_heading(self, row: int) -> bool:
        """Whether a row is the heading of a group, where nothing can be typed."""
        return self.lines is not None and row in self.lines.headings

    def heading(self, row: int) -> tuple[str, str]:
        """The title of a group, and what stands small beside it."""
        line = self.lines.headings.get(row) if self.lines else None
        if line is None or self.table is None:
            return "", ""
        if line.group.key not in self._titles:
            self._titles[line.group.key] = line.group.title, self.table.group_words(line.group)
        return self._titles[line.group.key]

    def group_sum(self, row: int, column: int) -> tuple[str, str]:
        """Below a heading's column of numbers: `mean 66.0` and `6 of 8`."""
        line, attribute = self.lines.headings.get(row) if self.lines else None, self.attribute(column)
        if line is None or self.table is None or attribute is None or not self.looks[column].is_numeric:
            return "", ""
        key = line.group.key, column
        if key not in self._sums:
            known = self.table.summary(self.columns[column], line.group.rows)
            self._sums[key] = mean_words(known, attribute.decimals)
        return self._sums[key]

    def is_folded(self, row: int) -> bool:
        line = self.lines.headings.get(row) if self.lines else None
        return line is not None and line.is_folded

    def fold(self, row: int, folded: bool) -> None:
        """Hide the rows below a heading, or show them again."""
        line = self.lines.headings.get(row) if self.lines else None
        if line is None or line.is_folded == folded:
            return
        first, last = row + 1, row + line.group.count
        if folded:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._folded_here().add(line.group.key)
            self._line_up()
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            self._folded_here().discard(line.group.key)
            self._line_up()
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, max(self.columnCount() - 1, 0)))

    def fold_all(self, folded: bool) -> None:
        if self.table is not None:
            before = self.row_keys
            self._folded_here().clear()
            self._folded_here().update(group.key for group in self.table.groups if folded)
            self._line_up()
            self._announce(before)

    def reveal(self, subject_id: int) -> int:
        """The row of a subject, its group unfolded; -1 where it is not shown."""
        place = self.table.row_of(subject_id) if self.table else None
        if place is not None and self.lines is not None and self.row_of(subject_id) < 0:
            self.fold(next(row for row, line in self.lines.headings.items() if place in line.group.rows), False)
        return self.row_of(subject_id)

    def table_rows(self, rows: Iterable[int]) -> list[int]:
        """Rows of the grid as rows of the table, without the headings."""
        if self.lines is None:
            return list(rows)
        return [place for row in rows if (place := self.lines.places[row]) >= 0]

    def attribute(self, column: int) -> Attribute | None:
        attribute_id = self.columns[column].attribute_id
        return None if attribute_id is None else self.workspace.catalogue.attributes.get(attribute_id)

    def when(self, row: int, column: int) -> When:
        """What a cell is read at and edited on: a day, or the election or the year of its row."""
        assert self.table is not None, "a model without a table has no rows"
        return self.table.when(self.columns[column], None if self.is_heading(row) else self._table_row(row))

    def day_of(self, column: int, row: int | None = None) -> int:
        """The day that a column is read at and edited on; with a row that of the cell."""
        if row is not None:
            return day_of(self.when(row, column))
        return self.workspace.as_of if (own := self.columns[column].day) is None else own

    def listed_place(self, row: int) -> int:
        """The place of a row, which is no heading, in whole columns of the table."""
        assert self.table is not None, "a model without a table has no rows"
        return self.table.listed_place(self._table_row(row))

    def row_of(self, subject_id: int) -> int:
        """The row of a subject, of several the last one; -1 where it is not shown."""
        row = self.table.row_of(subject_id) if self.table else None
        if row is None or self.table is None or self.lines is None:
            return -1 if row is None else row
        return self.lines.row_of.get(self.table.row_keys[row], -1)

    def rows_of(self, subject_ids: Collection[int]) -> list[int]:
        """All rows of these subjects, from the top down."""
        if self.table is not None and self.table.has_moments:
            return [row for row, each in enumerate(self.row_ids) if each in subject_ids]
        return sorted(row for each in subject_ids if (row := self.row_of(each)) >= 0)

    def row_with(self, key: RowKey) -> int:
        """The row that a key names; -1 where it is not shown."""
        if isinstance(key, int):
            return self.row_of(key)
        return self.row_keys.index(key) if key in self.row_keys else -1

    def column_of(self, attribute_id: int, day: int | None = None) -> int:
        """The column of an attribute, of several that with the day of its own."""
        own = [place for place, column in enumerate(self.columns) if column.attribute_id == attribute_id]
        return next((place for place in own if self.columns[place].day == day), own[0] if own else -1)

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
            cell = self.cell(index.row(), column)
            return spoken_heading(self, index.row(), column) if cell.state == "heading" else cell.spoken or cell.text
        if role == Role.EditRole:
            return self.cell(index.row(), column).plain
        if role == Role.TextAlignmentRole:
            return ALIGNMENT[self.looks[column].is_numeric]
        if role == Role.ToolTipRole:
            return tool_tip(self.cell(index.row(), column), self.attribute(column))
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
            legend = colouring.legend_of(self, section)
            words = header.heading, header.subtitle, order_words(self, section), filtered_words(self, section), legend
            return ", ".join(filter(None, words))
        if role == Role.AccessibleDescriptionRole:
            return self.describe(section)
        if role == Role.ToolTipRole:
            return colouring.header_tip(self, section)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_edit = not self.workspace.study.is_read_only and self.columns[index.column()].field in ("", "name")
        return EDITABLE if can_edit and not self.is_heading(index.row()) else READABLE

    def moment(self, row: int) -> Moment | None:
        """The election or the year of a row; None where rows are subjects alone."""
        return None if self.table is None or self.is_heading(row) else self.table.moment(self._table_row(row))

    def _row_header(self, section: int, role: int) -> Any:
        if role == Role.DisplayRole:
            return "" if self.is_heading(section) else str(self._table_row(section) + 1)
        if role == Role.AccessibleTextRole and self.is_heading(section):
            return self.heading(section)[0]
        if role == Role.AccessibleTextRole and 0 <= section < len(self.row_ids):
            return row_words(self, section)
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _table_row(self, row: int) -> int:
        return self.lines.places[row] if self.lines else row

    def _announce(self, before: tuple[RowKey, ...]) -> None:
        """Say whether rows came, went or moved, or only say something new."""
        after = self.row_keys
        if after == before:
            self._repaint()
        elif len(after) != len(before):
            self._reset()
        else:
            self._move_rows(before)

    def _reset(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _move_rows(self, before: tuple[RowKey, ...]) -> None:
        """The same number of rows in another order: what is selected stays with its subjects."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        places = {key: row for row, key in enumerate(self.row_keys)} if old else {}
        rows = [places.get(before[index.row()], -1) for index in old]
        new = [self.index(row, index.column()) for row, index in zip(rows, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _repaint(self) -> None:
        top, left, bottom, right = self.seen()
        bottom, right = min(bottom, self.rowCount() - 1), min(right, self.columnCount() - 1)
        if 0 <= top <= bottom and 0 <= left <= right:
            self.dataChanged.emit(self.index(top, left), self.index(bottom, right))

    def heading_text(self, row: int, column: int) -> str:
        """The title of a group, or below it what its column of numbers comes to."""
        parts = self.heading(row) if column == 0 else self.group_sum(row, column)
        return " · ".join(filter(None, parts))

    def _folded_here(self) -> set[str]:
        """The groups of this comparison, as it is grouped now, whose rows are hidden."""
        assert self.table is not None, "a model without a table has no groups"
        return self._folded.setdefault((self.table.comparison.id, self.table.grouping), set())

    def _line_up(self, are_moved: bool = True) -> None:
        """Put the rows under their headings, after the table has changed."""
        self._titles.clear()
        self._sums.clear()
        if are_moved:
            self.lines = lines_of(self.table, self._folded_here()) if self.table else None

    def _look_again(self) -> None:
        columns = self.columns
        colours = [self._colours.of(self.table, column) for column in columns] if self.table else []
        headers = tuple(self.table.header(column) for column in columns) if self.table else ()
        self.headers = tuple(map(colouring.with_short_legend, headers, colours))
        self.looks = tuple(
            look_of(self.workspace.columns, self.attribute(i), column.field, colours[i])
            for i, column in enumerate(columns)
        )


def _layout_of(table: ComparisonTable) -> tuple[object, ...]:
    """What the columns are, in their order; their widths and filters are none of it."""
    columns = ((each.id, each.attribute_id, each.field, each.of_state, each.day) for each in table.columns)
    comparison = table.comparison
    return comparison.id, comparison.subject_kind, comparison.row_unit, comparison.colouring, tuple(columns)
