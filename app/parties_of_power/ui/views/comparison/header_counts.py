"""The distributions that the headers show, counted for the columns in sight when the day or the drag has come to rest.

numpy, and what needs it, is imported with the first count: the first table is painted without it.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from parties_of_power.domain.comparisons import Column
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.analysis.distributions import Distribution
    from parties_of_power.analysis.shown import Truths

MANY_ROWS = 2_000
TURN = 0.02  # seconds
SOON, REST = 10, 120  # milliseconds: small tables follow a drag of the day, large ones wait for its end


class HeaderCounts(QObject):
    """What is painted asks for what it needs, and is painted again when it is there; until then as it was before."""

    changed = Signal()

    def __init__(self, model: ComparisonModel, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self.known: dict[int, Distribution] = {}
        self._fresh: set[int] = set()
        self._wanted: set[int] = set()
        self._marked: dict[int, list[int]] = {}
        self._selected: Truths | None = None
        self.rest = QTimer(self, singleShot=True, interval=SOON)
        self.rest.timeout.connect(self.count)
        model.shown_changed.connect(self.begin)
        model.workspace.as_of_changed.connect(self.begin)
        model.workspace.selection_changed.connect(self.mark)
        model.workspace.closing.connect(self.rest.stop)

    @property
    def is_on(self) -> bool:
        return self.model.comparison is not None and self.model.comparison.distributions

    def of(self, section: int) -> Distribution | None:
        """Of a column of the table; None where it has none, or until it is counted for the first time."""
        if not self.is_on:
            return None
        column = self.model.columns[section]
        if column.id not in self._fresh:
            self._wanted.add(column.id)
            if not self.rest.isActive():
                self.rest.start()
        return self.known.get(column.id)

    def now(self, section: int) -> Distribution | None:
        """Counted at once, for what is to be chosen from it."""
        self._count([self.model.columns[section]])
        return self.known.get(self.model.columns[section].id)

    def marked(self, section: int) -> list[int]:
        """How many selected rows each bar of a column counts."""
        column_id = self.model.columns[section].id
        of, table = self.known.get(column_id), self.model.table
        if of is None or table is None or len(of.others) != len(table.all_row_ids):
            return []
        if column_id not in self._marked:
            self._marked[column_id] = of.counted(self._selected_rows())
        return self._marked[column_id]

    def begin(self) -> None:
        """All is counted again, when it is painted again."""
        self._fresh.clear()
        self.mark()
        if self.is_on and self.model.table is not None:
            is_large = len(self.model.table.all_row_ids) > MANY_ROWS
            self.rest.setInterval(REST if is_large else SOON)
            if is_large and self.rest.isActive():
                self.rest.start()

    def mark(self) -> None:
        """Others are selected."""
        self._marked.clear()
        self._selected = None
        if self.is_on:
            self.changed.emit()

    def count(self) -> None:
        """What was asked for; of large tables a few columns at a time, so that nothing has to wait for all of them."""
        begun = time.perf_counter()
        columns = [column for column in self.model.columns if column.id in self._wanted]
        self._wanted.clear()
        while columns and time.perf_counter() - begun < TURN:
            self._count([columns.pop(0)])
        if columns:
            self._wanted.update(column.id for column in columns)
            self.rest.start(0)
        self.changed.emit()

    def _count(self, columns: list[Column]) -> None:
        from parties_of_power.analysis.distributions import distributions_of

        if self.model.table is None:
            return
        found = distributions_of(self.model.table, self.model.workspace.catalogue, columns)
        for column in columns:
            self.known.pop(column.id, None)
            self._marked.pop(column.id, None)
        self.known.update(found)
        self._fresh |= {column.id for column in columns}

    def _selected_rows(self) -> Truths:
        import numpy as np

        if self._selected is None:
            rows = self.model.table.all_row_ids if self.model.table else ()
            selected = np.array(list(self.model.workspace.selected), np.int64)
            self._selected = np.isin(np.array(rows, np.int64), selected)
        return self._selected
