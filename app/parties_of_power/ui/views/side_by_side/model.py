"""The lines side by side as Qt wants to hear of them: a heading over each group, its attributes, and below estimates on
one scale its figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.side_by_side import Group, Line, SideBySide
from parties_of_power.domain.attributes import Attribute
from parties_of_power.texts import _
from parties_of_power.ui.tables.columns import ColumnLook, look_of
from parties_of_power.ui.workspace import Workspace

Role = Qt.ItemDataRole
AnyIndex = QModelIndex | QPersistentModelIndex
NOTHING = SideBySide(0, (), (), (), 0)
Scale = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale of the estimates above it, as they share it; `title` says what is measured."""

    title: str
    scale: Scale


Row = Group | Line | Axis


class SidesModel(QAbstractTableModel):
    """One column a side, and the last for what is between them."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.shown = NOTHING
        self.rows: tuple[Row, ...] = ()
        self.folded: set[str] = set()
        self._scales: dict[int, Scale] = {}

    def show(self, shown: SideBySide) -> None:
        """The same rows and columns only say something new; others come in their place."""
        rows = tuple(self._rows(shown))
        is_same_shape = shown.sides == self.shown.sides and _titles(rows) == _titles(self.rows)
        if not is_same_shape:
            self.beginResetModel()
        self.shown, self.rows = shown, rows
        if not is_same_shape:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def fold(self, row: int) -> None:
        """Hide the lines of the group whose heading this is, or show them again."""
        group = self.rows[row]
        if isinstance(group, Group):
            self.folded ^= {group.title}
            self.show(self.shown)

    def line(self, row: int) -> Line | None:
        """None for a heading and for the figures of a scale."""
        found = self.rows[row]
        return found if isinstance(found, Line) else None

    def cell(self, row: int, column: int) -> Cell | None:
        """None for a heading and for what is between the sides."""
        line = self.line(row)
        return line.cells[column] if line is not None and column < len(line.cells) else None

    def look(self, attribute: Attribute | None) -> ColumnLook:
        """As in the comparison; estimates of one group and scale are drawn on one axis."""
        look = look_of(self.workspace.columns, attribute, "")
        shared = self._scales.get(attribute.id) if attribute else None
        return replace(look, scale=shared) if shared else look

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- Qt calls it with and without
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 -- as rowCount
        return 0 if parent.isValid() or not self.shown.sides else len(self.shown.sides) + 1

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, cell = self.rows[index.row()], self.cell(index.row(), index.column())
        if isinstance(row, Group):
            return self._heading(index, row, role) if index.column() == 0 else None
        if isinstance(row, Axis):
            return None
        if role == Role.DisplayRole:
            return cell.text if cell else row.between
        if role == Role.AccessibleTextRole:
            return _spoken(row, cell)
        if role == Role.ToolTipRole:
            return _tool_tip(row, cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return self._title(section, role) if 0 <= section < len(self.rows) else None
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        if not 0 <= section < len(self.shown.headings):
            return _("Between them")
        heading = self.shown.headings[section]
        return heading.name if role == Role.DisplayRole else ", ".join(filter(None, (heading.name, heading.small)))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The cursor rests on the first place of a heading, which folds, and passes over the figures of a scale."""
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or isinstance(row, Axis) or (isinstance(row, Group) and index.column()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _heading(self, index: AnyIndex, group: Group, role: int) -> str | None:
        if role == Role.DisplayRole:
            return group.summary
        return self._title(index.row(), role) if role == Role.AccessibleTextRole else None

    def _title(self, section: int, role: int) -> str | None:
        row = self.rows[section]
        if role == Role.DisplayRole:
            return row.title
        if isinstance(row, Group):
            words = _("{group}: {summary}").format(group=row.title, summary=row.summary)
            return _("{group}, folded").format(group=words) if row.title in self.folded else words
        if isinstance(row, Axis):
            return None
        if role == Role.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.small, row.likeness.words)))
        if role == Role.ToolTipRole:
            return (row.attribute.definition if row.attribute else "") or row.title
        return None

    def _rows(self, shown: SideBySide) -> Iterator[Row]:
        self._scales = {}
        for group in shown.groups:
            yield group
            if group.title not in self.folded:
                yield from self._lines(group)

    def _lines(self, group: Group) -> Iterator[Row]:
        """Below a run of estimates that measure alike stands their scale."""
        for measured, run in groupby(group.lines, self._measured):
            lines = list(run)
            yield from lines
            if measured is not None:
                yield self._axis(lines)

    def _measured(self, line: Line) -> tuple[str, str] | None:
        """What two estimates must have in common to stand on one scale; None where the line has no scale."""
        if line.attribute is None or not any(cell.low is not None for cell in line.cells):
            return None
        has_scale = look_of(self.workspace.columns, line.attribute, "").scale is not None
        return (line.attribute.unit, _bounds(line.attribute)) if has_scale else None

    def _axis(self, lines: list[Line]) -> Axis:
        attributes = [line.attribute for line in lines if line.attribute]
        scales = [scale for each in attributes if (scale := look_of(self.workspace.columns, each, "").scale)]
        scale = min(low for low, _high in scales), max(high for _low, high in scales)
        self._scales.update(dict.fromkeys((each.id for each in attributes), scale))
        return Axis(attributes[0].unit or _bounds(attributes[0]), scale)


def _bounds(attribute: Attribute) -> str:
    """The first words that the source says of its scale: `Interval score`, `0 to 1`."""
    return attribute.source_scale.partition(";")[0].partition(",")[0].strip()


def _titles(rows: tuple[Row, ...]) -> tuple[object, ...]:
    return tuple((type(row), row.title, getattr(row, "attribute", None)) for row in rows)


def _spoken(line: Line, cell: Cell | None) -> str:
    if cell is None:
        return line.between or line.likeness.words
    return ", ".join(filter(None, (cell.spoken or cell.text, _beside(cell), line.likeness.words)))


def _tool_tip(line: Line, cell: Cell | None) -> str:
    if cell is None:
        return line.between
    return ", ".join(filter(None, (cell.spoken or cell.text, _beside(cell))))


def _beside(cell: Cell) -> str:
    base = _("base: {base}").format(base=cell.base) if cell.base else ""
    return ", ".join(filter(None, (interval_words(cell), base)))


def interval_words(cell: Cell) -> str:
    """`2.4 to 3.8`, with as many places as the value; blank without an interval."""
    if cell.state != "value" or cell.low is None or cell.high is None:
        return ""
    places = len(cell.text.partition(".")[2])
    low, high = (f"{each:.{places}f}".replace("-", "−") for each in (cell.low, cell.high))
    return _("{low} to {high}").format(low=low, high=high)
