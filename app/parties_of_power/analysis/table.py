"""`ComparisonTable`: a comparison as of a day, its rows filtered, sorted and grouped, its cells made when seen.

What is computed of whole columns is imported, with numpy, when rows are sorted, filtered, grouped or summed up: the
first table is painted without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import NO_RANK, Columns
from parties_of_power.analysis.groups import Group, group_words, grouped, known_grouping
from parties_of_power.analysis.headers import Header, attribute_header, name_header, rows_header, state_header
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.row_columns import RowColumns
from parties_of_power.analysis.row_filters import RowFilters
from parties_of_power.analysis.showing import depends_on_names_of_day
from parties_of_power.analysis.summaries import Summary, bases_of, column_summary
from parties_of_power.analysis.table_moments import TableMoments
from parties_of_power.analysis.table_ranking import TableRanking
from parties_of_power.domain.comparisons import RANK_COLUMN, Column, ColumnFilter, Comparison
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.moments import Moment, When
from parties_of_power.study.changes import Changes
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import ShownColumn, Truths
    from parties_of_power.analysis.slices import Integers

_BLOCK = 64  # rows whose observations are read at once
_TABLES_OF_COMPARISON = ("comparison", "comparison_row", "comparison_column")


# Tells a row from all others: its subject, where rows are read at moments with the election or the year.
RowKey = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class Repaint:
    """What an edit changed of a table: everything, or these cells (row, column index)."""

    everything: bool
    cells: frozenset[tuple[int, int]] = frozenset()


class ComparisonTable:
    """`row_ids` are the subjects as filtered, sorted and grouped, `all_row_ids` as listed. Where a row is a subject at
    an election or in a year, each stands there as often as it has rows; `row_keys` tell them apart. `columns` are those
    that are shown. `groups` say which of `row_ids` stand under which heading; ungrouped rows have none. `in_full`,
    as for a file, a ranking has all of its columns."""

    def __init__(
        self, study: Study, columns: Columns, comparison: Comparison, day: int, *, in_full: bool = False
    ) -> None:
        self._study = study
        self._columns = columns
        self._reader = CellReader(study)
        self._ranking = TableRanking(study, columns, self._reader, in_full)
        self._moments = TableMoments(study)
        self._rows = RowColumns(study, columns, self._reader, self._moments, self._read_block)
        self._filters = RowFilters(study, self._reader, self._rows)
        self._shown: dict[Column, ShownColumn] = {}
        self._day = day
        self.rearrange(comparison)

    @property
    def day(self) -> int:
        return self._day

    @property
    def comparison(self) -> Comparison:
        return self._comparison

    def cell(self, row: int, column_index: int) -> Cell:
        """The cell of the table's day."""
        return self.cell_of(self.row_ids[row], self.columns[column_index], row)

    def cell_of(self, subject_id: int, column: Column, row: int | None = None) -> Cell:
        """The cell of any subject on the day; with its row at the moment of that row, and the rows beside it are read
        as well."""
        if column.is_of_ranking:
            place = self.all_row_ids.index(subject_id) if row is None else self._order[row]
            return self._ranking.cell(self.shown_column(RANK_COLUMN), subject_id, place, column)
        return self._rows.cell(subject_id, column, self.when(column, row), row)

    def when(self, column: Column, row: int | None = None) -> When:
        """What a cell is read at: the day of its column, else the moment of its row, else the day of the table."""
        if column.day is not None:
            return column.day
        return self._day if row is None or not self._moments.are_used else self._moments.of_rows[self._order[row]]

    @property
    def has_moments(self) -> bool:
        """Whether a row is a subject at an election or in a year, of which one subject may have several."""
        return self._moments.are_used

    def moment(self, row: int) -> Moment | None:
        """The election or the year of a row; None where rows are subjects alone."""
        return self._moments.of_rows[self._order[row]] if self._moments.are_used else None

    def header(self, column: Column) -> Header:
        catalogue = self._study.catalogue
        if column.is_of_ranking:
            return self._ranking.header(column)
        if column.field == "moment":
            return self._moments.header(self._day)
        if column.field == "name":
            kind = self._comparison.subject_kind
            if self._moments.are_used:
                return rows_header(kind, len(set(self.row_ids)), len(self.row_ids), len(self.all_row_ids))
            known = len(catalogue.parties if kind == "party" else catalogue.states)
            return name_header(kind, len(self.row_ids), len(self.all_row_ids), known)
        if column.field == "state" or column.attribute_id is None:
            return state_header(len({catalogue.subjects[row].state_id for row in self.row_ids} - {None}))
        return attribute_header(catalogue.attributes[column.attribute_id], column, self._moments.unit)

    def set_day(self, day: int) -> bool:
        """Reads the table at another day; whether its rows may have changed places."""
        if day == self._day:
            return False
        self._day = day
        self._rows.day = day
        if not self._moments.are_used and not self._rows_depend_on_day():
            self._shown.clear()
            return False
        before = self.row_keys, self.groups
        if self._moments.are_used:
            self._list_rows()
        else:
            self._order_rows()
        return before != (self.row_keys, self.groups)

    def refresh(self, changes: Changes) -> Repaint:
        """Follows an edit, which the columns have followed already."""
        touched = self._reader.forget(changes)
        self._filters.forget()
        self._ranking.forget(touched)
        tables = {row.table for row in changes.rows}
        if tables & set(_TABLES_OF_COMPARISON) or changes.kind == "reload":
            self.rearrange(self._stored_comparison())
            return Repaint(everything=True)
        if touched is None or self._moments.are_used or self._rows_depend_on(touched):
            before = self.row_keys
            if touched is None:
                self._rows.forget_names()
            self._list_rows()
            return Repaint(everything=touched is None or before != self.row_keys, cells=self._places_of(touched or ()))
        return Repaint(everything=False, cells=self._places_of(touched))

    def shown_column(self, column: Column) -> ShownColumn:
        """The column over all rows as listed, before any filter: for filters, sorting and lists of what there is."""
        if column not in self._shown:
            if column == RANK_COLUMN:
                self._shown[column] = self._ranking.column(self._rows, self.shown_column, self.passing())
            else:
                self._shown[column] = self._rows.shown(column)
        return self._shown[column]

    def group_words(self, group: Group) -> str:
        """What stands small beside the title of a group: what it is a group by, and of how many."""
        if self.grouping is None:
            return ""
        of = self._comparison.subject_kind
        return group_words(group, self.row_ids, self._study.catalogue, self.grouping, of)

    def summary(self, column: Column, rows: Sequence[int] | None = None, *, with_bases: bool = False) -> Summary:
        """What a column amounts to in these rows, None for all; the bases of its shares only when asked for."""
        import numpy as np

        shown = self.shown_column(column)
        order = np.array(self._order, np.int64)
        places = order if rows is None else order[np.array(rows, np.int64)]
        attribute = self._study.catalogue.attributes.get(column.attribute_id or 0)
        is_numeric = attribute is not None and kind(attribute.kind).is_numeric
        known = column_summary(shown, places, is_numeric=is_numeric)
        return bases_of(self._study, known, shown, places) if with_bases else known

    def find_rows(self, text: str) -> tuple[int, ...]:
        """The rows of which a visible column shows the text."""
        wanted = text.strip()
        if not wanted:
            return ()
        found = self._showing(wanted)
        return tuple(row for row, place in enumerate(self._order) if found[place])

    def read_next_column(self) -> bool:
        """Reads one more visible column, so that sorting by it finds it read; whether there was one left."""
        unread = next((each for each in self.columns if each not in self._shown), None)
        if unread is not None:
            self.shown_column(unread)
        return unread is not None

    def row_of(self, subject_id: int) -> int | None:
        """The last row of a subject, which is its latest one unless the rows are sorted otherwise."""
        return self._row_of.get(subject_id)

    def listed_place(self, row: int) -> int:
        """The place of a row among those that are listed, as in `shown_column`."""
        return self._order[row]

    def rearrange(self, comparison: Comparison) -> None:
        """Shows the comparison as it now is arranged."""
        self._comparison = comparison
        known = self._study.catalogue.attributes
        of_rows = [each for each in comparison.columns if each.attribute_id is None or each.attribute_id in known]
        of_rows = self._moments.among(comparison.row_unit, of_rows)
        self._ranking.take(comparison)
        self.columns = self._ranking.among([each for each in of_rows if not each.hidden])
        self._all_columns = self._ranking.among(of_rows)
        self.grouping = known_grouping(comparison.grouping, self._study.catalogue)
        self._list_rows()

    def _stored_comparison(self) -> Comparison:
        """As it is now; as it was where it is gone, until the window closes it."""
        stored = (each for each in comparisons(self._study) if each.id == self._comparison.id)
        return next(stored, self._comparison)

    def _list_rows(self) -> None:
        catalogue = self._study.catalogue
        if self._comparison.rows_from == "list":
            listed = tuple(row for row in self._comparison.row_ids if row in catalogue.subjects)
        else:
            subjects = catalogue.parties if self._comparison.subject_kind == "party" else catalogue.states
            listed = tuple(subject.id for subject in subjects if not subject.retired)
        self.all_row_ids = self._rows.take(self._comparison, listed, self._day)
        self._order_rows()

    def _order_rows(self) -> None:
        self._shown.clear()
        self.groups: tuple[Group, ...] = ()
        self._order: Sequence[int] = self._ordered() if self._columns_of_order() else range(len(self.all_row_ids))
        self.row_ids = tuple(self.all_row_ids[place] for place in self._order)
        self._row_of = {subject_id: row for row, subject_id in enumerate(self.row_ids)}
        self.row_keys: tuple[RowKey, ...] = (
            self._moments.keys(self.all_row_ids, self._order) if self._moments.are_used else self.row_ids
        )

    def _ordered(self) -> list[int]:
        """The places of the rows that pass the filters, as sorted and grouped; the groups beside it."""
        import numpy as np

        order: Integers = np.flatnonzero(self.passing())
        for column, descending in reversed(self._sorted_by()):
            ranks = self.shown_column(column).ranks[order]
            keys = np.where(ranks == NO_RANK, np.iinfo(np.int64).max, -ranks if descending else ranks)
            order = order[np.argsort(keys, kind="stable")]
        if self.grouping is not None and len(order):
            shown = self.shown_column(self.grouping.column)
            order, self.groups = grouped(order, shown, self._study.catalogue, self.grouping)
        places: list[int] = order.tolist()
        return places

    def passing(self, but: Column | None = None) -> Truths:
        """Which rows as listed pass the filters, without that of one column."""
        import numpy as np

        passing = np.ones(len(self.all_row_ids), np.bool_)
        for column in self._all_columns:
            if column.filter is not None and column != but:
                passing &= self.filtered(column, column.filter)
        wanted = self._comparison.filter_text.strip()
        return passing & self._showing(wanted) if wanted else passing

    def filtered(self, column: Column, by: ColumnFilter) -> Truths:
        """Which rows as listed pass a filter of one column."""
        return self._filters.passing(column, by, self.shown_column)

    def _showing(self, wanted: str) -> Truths:
        import numpy as np

        found = np.zeros(len(self.all_row_ids), np.bool_)
        for column in self.columns:
            if not column.is_of_ranking:  # the ranks are those of the rows that are found
                found |= self.shown_column(column).containing((wanted,))
        return found

    def _sorted_by(self) -> list[tuple[Column, bool]]:
        """The columns that the rows are sorted by, the most important first, and whether descending."""
        column_of = {each.id: each for each in self._all_columns}
        keys = self._comparison.sorting
        return [(column_of[key.column_id], key.descending) for key in keys if key.column_id in column_of]

    def _rows_depend_on_day(self) -> bool:
        return any(self._depends_on_day(column) for column in self._columns_of_order())

    def _depends_on_day(self, column: Column) -> bool:
        if column.day is not None or column.attribute_id is None:
            return column.day is None
        attribute = self._study.catalogue.attributes[column.attribute_id]
        return attribute.validity != "timeless" or depends_on_names_of_day(attribute)

    def _columns_of_order(self) -> tuple[Column, ...]:
        """The columns that the filters, the sort and the groups read."""
        by_group = () if self.grouping is None else (self.grouping.column,)
        if self._comparison.filter_text.strip():
            return (*self._all_columns, *by_group)
        sorted_by = {key.column_id for key in self._comparison.sorting}
        return (*(each for each in self._all_columns if each.filter or each.id in sorted_by), *by_group)

    def _rows_depend_on(self, cells: Iterable[tuple[int, int]]) -> bool:
        """Whether the filters or the sort read an attribute of these cells."""
        self._shown.clear()
        columns = self._columns_of_order()
        read = {column.attribute_id for column in columns}
        if RANK_COLUMN in columns:
            read |= self._ranking.attribute_ids
        return any(attribute_id in read for _subject, attribute_id in cells)

    def _places_of(self, cells: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """The cells of the table that read these cells; a party's state is read by all its parties."""
        found = set()
        for index, column in enumerate(self.columns):
            if column.is_of_ranking and any(attribute_id in self._ranking.attribute_ids for _id, attribute_id in cells):
                found |= {(row, index) for row in range(len(self.row_ids))}
            for subject_id in [subject for subject, attribute_id in cells if attribute_id == column.attribute_id]:
                found |= {(row, index) for row in self._rows_reading(subject_id, column)}
        return frozenset(found)

    def _rows_reading(self, subject_id: int, column: Column) -> list[int]:
        if not column.of_state and not self._moments.are_used:
            row = self._row_of.get(subject_id)
            return [] if row is None else [row]
        return [row for row, party_id in enumerate(self.row_ids) if self._rows.asked_by(party_id, column) == subject_id]

    def _read_block(self, row: int) -> None:
        start = row - row % _BLOCK
        rows = self.row_ids[start : start + _BLOCK]
        for of_state in (False, True):
            columns = [each for each in self.columns if each.of_state is of_state and each.attribute_id is not None]
            asked = [self._rows.asked_by(subject_id, columns[0]) for subject_id in rows] if columns else []
            self._reader.read_ahead(
                [each for each in asked if each is not None],
                [each.attribute_id for each in columns if each.attribute_id is not None],
            )
