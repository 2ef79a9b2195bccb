"""The lines of the table: a heading for each group, and below it its differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parties_of_power.exchange.returned.differences import Difference, Returned
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.differences.decisions import GROUPS, Decisions, Group, choice_name

Index = QModelIndex | QPersistentModelIndex
CELL, OLD, THEIRS, OURS, WILL, DECISION = range(6)


@dataclass(frozen=True, slots=True)
class Heading:
    group: Group
    differences: tuple[Difference, ...]

    @property
    def offer(self) -> str:
        """What is offered for all of them at once; blank where each is to be decided."""
        count = len(self.differences)
        if self.group.proposes == "take":
            return ngettext("Take {count}", "Take all {count}", count).format(count=count)
        if self.group.proposes == "keep":
            return ngettext("Keep {count}", "Keep all {count}", count).format(count=count)
        return ""


Line = Heading | Difference


class DifferencesModel(QAbstractTableModel):
    """`will` says what taking a difference does; it is asked for the lines in sight only."""

    def __init__(self, decisions: Decisions, will: Callable[[Difference], str]) -> None:
        super().__init__()
        self.decisions = decisions
        self.lines: tuple[Line, ...] = ()
        self._will = will
        self._said: dict[Difference, str] = {}

    def show_lines(self, returned: Returned | None, group_key: str = "", *, only_undecided: bool = False) -> None:
        self.beginResetModel()
        self._said.clear()
        self.lines = tuple(self._lines(returned.differences if returned else (), group_key, only_undecided))
        self.endResetModel()

    def difference(self, row: int) -> Difference | None:
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, Difference) else None

    def at_rows(self, rows: Sequence[int]) -> list[Difference]:
        """The differences of these lines; a heading stands for all of its own."""
        found: dict[Difference, None] = {}
        for row in rows:
            line = self.lines[row]
            found |= dict.fromkeys(line.differences if isinstance(line, Heading) else (line,))
        return list(found)

    def show_decided(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, DECISION))

    def forget_words(self) -> None:
        self._said.clear()

    def what_will_happen(self, difference: Difference) -> str:
        if self.decisions.of(difference) == "both":
            return _("Theirs stands beside ours, as its rival")
        if difference not in self._said:
            words = difference.why if difference.kind == "spoiled" else self._will(difference)
            self._said[difference] = words[:1].upper() + words[1:]
        return self._said[difference]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else DECISION + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == DECISION else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, Heading):
            return self._heading(line, index.column(), role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._will(line) if index.column() == WILL else self._text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(line) if index.column() == CELL else self._text(line, index.column()) or _("blank")
        return None

    def spoken(self, difference: Difference) -> str:
        """The whole line in one breath."""
        words = _("{cell}: as exported {old}, in the workbook {theirs}, here now {ours}. {will}. Decision: {decision}")
        return words.format(
            cell=self._text(difference, CELL),
            old=difference.old or _("blank"),
            theirs=difference.theirs or _("blank"),
            ours=difference.ours or _("blank"),
            will=self.what_will_happen(difference),
            decision=self._text(difference, DECISION),
        )

    def _text(self, line: Difference, column: int) -> str:
        if column == CELL:
            return _("{row}, {column}").format(row=line.row, column=line.column) if line.row else line.column
        if column == WILL:
            return self.what_will_happen(line)
        if column == DECISION:
            return choice_name(line, self.decisions.of(line))
        return {OLD: line.old, THEIRS: line.theirs, OURS: line.ours}[column]

    def _heading(self, heading: Heading, column: int, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if column == CELL:
            group = heading.group
            return " ".join(filter(None, [group.title, str(len(heading.differences)), group.detail]))
        return heading.offer if column == DECISION else ""

    def _lines(self, differences: Sequence[Difference], group_key: str, only_undecided: bool) -> list[Line]:
        lines: list[Line] = []
        for group in GROUPS:
            own = tuple(
                each
                for each in differences
                if each.kind in group.kinds and not (only_undecided and self.decisions.of(each))
            )
            if own and group_key in ("", group.key):
                lines += [Heading(group, own), *own]
        return lines


def _titles() -> tuple[str, ...]:
    return _("Cell"), _("As exported"), _("In the workbook"), _("Here now"), _("What will happen"), _("Decision")
