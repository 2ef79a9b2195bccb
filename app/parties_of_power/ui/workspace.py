"""What the views share: the study, the selection, the as-of day and the current citation. No view knows another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.domain.moments import When, day_of
from parties_of_power.domain.sources import Cite
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.settle import ToSettle
    from parties_of_power.exchange.guarded.definition import TableFile
    from parties_of_power.exchange.imports.importing import Opened

T = TypeVar("T")
Cell = tuple[int, int]
COMPARISON_TABLES = ("comparison", "comparison_column", "comparison_row")
# The as-of day is written when it has rested, not at each step of a drag.
REST = 400


class Workspace(QObject):
    """One open study and what the user is looking at.

    A view reads from here, changes the study through `perform`, and repaints on the signals. `tell` is how a refusal
    reaches the user: the window puts a dialog there, which answers whether to try again.
    """

    changed = Signal(object)
    study_opened = Signal()
    closing = Signal()
    as_of_changed = Signal(int)
    selection_changed = Signal()
    cell_changed = Signal()
    comparison_changed = Signal()
    citing_changed = Signal()
    message = Signal(str)
    summary_changed = Signal(str)
    view_wanted = Signal(str)
    item_wanted = Signal(str, object)
    cells_wanted = Signal(str, object)
    chart_changed = Signal()
    attributes_wanted = Signal(object)
    sides_wanted = Signal(object)
    history_wanted = Signal(object)
    returned_wanted = Signal(str, object)
    import_wanted = Signal(object)

    def __init__(self, study: Study, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tell: Callable[[Exception], bool] = self._say
        self.study = study
        self.columns = Columns(study)
        self.as_of = study.as_of
        self.selected: tuple[int, ...] = ()
        self.cell: Cell | None = None
        self.cell_when: When | None = None
        self.comparison_id: int | None = None
        self._comparison: Comparison | None = None
        self.chart_id: int | None = None
        self.citing: Cite | None = None
        self.summary = ""
        self._to_settle: ToSettle | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.keep_as_of)
        self._unsubscribe = study.subscribe(self._announce)
        self._take_up()

    @property
    def catalogue(self) -> Catalogue:
        return self.study.catalogue

    @property
    def to_settle(self) -> ToSettle:
        """The work lists of the study; read when first asked for, and kept up to date from then on."""
        if self._to_settle is None:
            from parties_of_power.analysis.settle import ToSettle

            self._to_settle = ToSettle(self.study)
            # The views are told last, when columns and work lists know of an edit.
            self._unsubscribe()
            self._unsubscribe = self.study.subscribe(self._announce)
        return self._to_settle

    @property
    def comparison(self) -> Comparison | None:
        """The comparison that is shown, as stored now; read again only after an edit that may have changed it."""
        if self.comparison_id is None or self.study.is_in_edit:
            return None if self.comparison_id is None else queries.comparison(self.study, self.comparison_id)
        if self._comparison is None or self._comparison.id != self.comparison_id:
            self._comparison = queries.comparison(self.study, self.comparison_id)
        return self._comparison

    def open(self, study: Study) -> None:
        """Show another study in place of this one, which is closed."""
        self.close()
        self.study = study
        self.columns = Columns(study)
        self.as_of = study.as_of
        self.selected, self.cell, self.cell_when, self.summary = (), None, None, ""
        self._comparison = None
        self.chart_id = None
        self._unsubscribe = study.subscribe(self._announce)
        self._take_up()
        self.study_opened.emit()

    def close(self) -> None:
        """Let the study go. `closing` comes before, for whatever would still read it by itself."""
        self.closing.emit()
        self.keep_as_of()
        self._unsubscribe()
        if self._to_settle is not None:
            self._to_settle.close()
            self._to_settle = None
        self.columns.close()
        self.study.close()

    def perform(self, action: Callable[[], T], *, retry: Callable[[], T | None] | None = None) -> T | None:
        """What a verb answers; None where it was refused, after the user was told why.

        Where trying again may help (the disk was full) and the user wants to, `retry` runs, or the action once more.
        """
        try:
            return action()
        except (StudyError, OSError) as error:
            if not self.tell(error):
                return None
        return retry() if retry else self.perform(action)

    def may_edit(self) -> bool:
        """Whether the study can be changed here; where it cannot, the user is told why."""
        if self.study.is_read_only:
            self.message.emit(self.study.why_read_only)
        return not self.study.is_read_only

    def set_as_of(self, day: int) -> None:
        if day != self.as_of:
            self.as_of = day
            self.study.as_of = day
            self._rest.start()
            self.as_of_changed.emit(day)

    def keep_as_of(self) -> None:
        """Write the as-of day into the study."""
        self._rest.stop()
        self.perform(self.study.save_settings)

    def select(self, subject_ids: Iterable[int]) -> None:
        """Select subjects, in every view."""
        chosen = tuple(dict.fromkeys(subject_ids))
        if chosen != self.selected:
            self.selected = chosen
            self.selection_changed.emit()

    @property
    def cell_day(self) -> int:
        """The day on which the cell is read: the as-of day, unless its column or its row has one of its own."""
        return self.as_of if self.cell_when is None else day_of(self.cell_when)

    def set_cell(self, subject_id: int, attribute_id: int, when: When | None = None) -> None:
        """The cell that the inspector explains, as of the day, or at a day or a moment of its own."""
        self._set_cell((subject_id, attribute_id), when)

    def clear_cell(self) -> None:
        self._set_cell(None)

    def show_comparison(self, comparison_id: int) -> None:
        if comparison_id != self.comparison_id:
            self.comparison_id = comparison_id
            self._keep("comparison", str(comparison_id))
            self.comparison_changed.emit()

    def show_chart(self, chart_id: int | None) -> None:
        """Bring a chart of the study to the front; None for one that is not kept."""
        self.set_chart(chart_id)
        self.view_wanted.emit("charts")

    def set_chart(self, chart_id: int | None) -> None:
        if chart_id != self.chart_id:
            self.chart_id = chart_id
            self.chart_changed.emit()

    def chart_these(self, attributes: tuple[tuple[int, bool], ...]) -> None:
        """Chart attributes of the comparison that is shown, each of its rows or (True) of their states."""
        self.show_chart(None)
        self.attributes_wanted.emit(attributes)

    def set_citing(self, cite: Cite | None) -> None:
        """What every edit from now on cites."""
        if cite != self.citing:
            self.citing = cite
            self._keep("citing", json.dumps(asdict(cite)) if cite else "")
            self.citing_changed.emit()

    def set_summary(self, text: str) -> None:
        """The line about the selected cells in the status bar."""
        if text != self.summary:
            self.summary = text
            self.summary_changed.emit(text)

    def show_view(self, key: str) -> None:
        """Ask the window to bring a view to the front, by its key in VIEWS."""
        self.view_wanted.emit(key)

    def show_item(self, view: str, item_id: int) -> None:
        """Bring a view to the front and one row of it into sight: a source, an attribute in the codebook, an event."""
        self.view_wanted.emit(view)
        self.item_wanted.emit(view, item_id)

    def show_cells(self, title: str, cells: tuple[Cell, ...]) -> None:
        """Bring the view *To settle* to the front with a work list: a title and the cells."""
        self.view_wanted.emit("settle")
        self.cells_wanted.emit(title, cells)

    def show_side_by_side(self, subject_ids: tuple[int, ...]) -> None:
        """Bring the view *Side by side* to the front with these subjects."""
        self.view_wanted.emit("side_by_side")
        self.sides_wanted.emit(subject_ids)

    def show_history(self, cell: Cell) -> None:
        """Bring the history to the front, narrowed to a cell."""
        self.view_wanted.emit("history")
        self.history_wanted.emit(cell)

    def show_returned(self, name: str, file: TableFile) -> None:
        """Bring the view of differences to the front with a workbook that came back."""
        self.view_wanted.emit("differences")
        self.returned_wanted.emit(name, file)

    def show_import(self, opened: Opened) -> None:
        """Bring the import assistant to the front with a table that was opened."""
        self.view_wanted.emit("importing")
        self.import_wanted.emit(opened)

    def _set_cell(self, cell: Cell | None, when: When | None = None) -> None:
        if (cell, when) != (self.cell, self.cell_when):
            self.cell, self.cell_when = cell, when
            self.cell_changed.emit()

    def _announce(self, changes: Changes) -> None:
        if changes.kind == "reload" or any(row.table in COMPARISON_TABLES for row in changes.rows):
            self._comparison = None
        self._forget_what_is_gone()
        if self.comparison_id is not None and touches_comparisons(changes):
            self._leave_comparison_that_is_gone()
        self.changed.emit(changes)

    def _forget_what_is_gone(self) -> None:
        if self.chart_id is not None and self.chart_id not in {chart.id for chart in queries.charts(self.study)}:
            self.set_chart(None)
        subjects, attributes = self.catalogue.subjects, self.catalogue.attributes
        self.select(subject_id for subject_id in self.selected if subject_id in subjects)
        if self.cell and not (self.cell[0] in subjects and self.cell[1] in attributes):
            self.clear_cell()
        if self.citing and self.citing.source_id not in self.catalogue.sources:
            self.set_citing(None)

    def _leave_comparison_that_is_gone(self) -> None:
        if self.comparison_id not in self._comparison_ids():
            self.comparison_id = self._first_comparison()
            self.comparison_changed.emit()

    def _take_up(self) -> None:
        """Look again at what was looked at when the study was last open."""
        kept = self.study.setting("comparison")
        known = self._comparison_ids()
        self.comparison_id = int(kept) if kept.isdigit() and int(kept) in known else self._first_comparison()
        citing = self.study.setting("citing")
        cite = Cite(**json.loads(citing)) if citing else None
        self.citing = cite if cite and cite.source_id in self.catalogue.sources else None

    def _first_comparison(self) -> int | None:
        return next(iter(self._comparison_ids()), None)

    def _comparison_ids(self) -> list[int]:
        return [comparison.id for comparison in queries.comparisons(self.study)]

    def _keep(self, key: str, value: str) -> None:
        self.perform(lambda: self.study.set_setting(key, value))

    def _say(self, error: Exception) -> bool:
        self.message.emit(str(error))
        return False


def touches_charts(changes: Changes) -> bool:
    """Whether a chart may have come, gone, or changed its name or place."""
    return changes.kind == "reload" or any(
        row.table == "chart" and row.fields & {"name", "position"} for row in changes.rows
    )


def touches_comparisons(changes: Changes) -> bool:
    """Whether a comparison may have come, gone, or changed its name or place; not how one is sorted or filtered."""
    return changes.kind == "reload" or any(
        row.table == "comparison" and row.fields & {"name", "position"} for row in changes.rows
    )
