"""`ComparisonTable`: a comparison as of a day, its rows filtered and sorted, its cells made when they are seen."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import NO_RANK, Columns
from parties_of_power.analysis.headers import Header, attribute_header, name_header, state_header
from parties_of_power.analysis.names import NamesOfRows
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.showing import depends_on_names_of_day, nothing_coded
from parties_of_power.analysis.shown import ShownColumn, Truths, shown_attribute, shown_texts
from parties_of_power.analysis.slices import Days
from parties_of_power.domain.comparisons import Column, ColumnFilter, Comparison
from parties_of_power.study.changes import Changes
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

_BLOCK = 64  # rows whose observations are read at once
_TABLES_OF_COMPARISON = ("comparison", "comparison_row", "comparison_column")


@dataclass(frozen=True, slots=True)
class Repaint:
    """What an edit changed of a table: everything, or these cells (row, column index)."""

    everything: bool
    cells: frozenset[tuple[int, int]] = frozenset()


class ComparisonTable:
    """`row_ids` are the subjects as filtered and sorted, `all_row_ids` as listed, `columns` those that are shown."""

    def __init__(self, study: Study, columns: Columns, comparison: Comparison, day: int) -> None:
        self._study = study
        self._columns = columns
        self._reader = CellReader(study)
        self._shown: dict[Column, ShownColumn] = {}
        self._names: NamesOfRows | None = None
        self._day = day
        self._set_comparison(comparison)

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
        """The cell of any subject; with its row the rows beside it are read as well."""
        day = self._day if column.day is None else column.day
        last_day = self._comparison.ended == "last_day"
        if column.field == "name":
            return self._reader.name(subject_id, day, last_day)
        if column.field == "state":
            return self._reader.state(subject_id, day)
        asked = self._asked(subject_id, column)
        if asked is None or column.attribute_id is None:
            return Cell(subject_id, column.attribute_id, nothing_coded(), "empty")
        if row is not None and not self._reader.knows(asked, column.attribute_id):
            self._read_block(row)
        return self._reader.cell(asked, column.attribute_id, day, last_day)

    def header(self, column: Column) -> Header:
        catalogue = self._study.catalogue
        if column.field == "name":
            kind = self._comparison.subject_kind
            known = len(catalogue.parties if kind == "party" else catalogue.states)
            return name_header(kind, len(self.row_ids), len(self.all_row_ids), known)
        if column.field == "state" or column.attribute_id is None:
            return state_header(len({catalogue.subjects[row].state_id for row in self.row_ids} - {None}))
        return attribute_header(catalogue.attributes[column.attribute_id], column)

    def set_day(self, day: int) -> bool:
        """Reads the table at another day; whether its rows may have changed places."""
        if day == self._day:
            return False
        self._day = day
        if not self._rows_depend_on_day():
            self._shown.clear()
            return False
        before = self.row_ids
        self._order_rows()
        return before != self.row_ids

    def refresh(self, changes: Changes) -> Repaint:
        """Follows an edit, which the columns have followed already."""
        touched = self._reader.forget(changes)
        tables = {row.table for row in changes.rows}
        if tables & set(_TABLES_OF_COMPARISON) or changes.kind == "reload":
            self._set_comparison(self._stored_comparison())
            return Repaint(everything=True)
        if touched is None or self._rows_depend_on(touched):
            before = self.row_ids
            self._names = None if touched is None else self._names
            self._list_rows()
            return Repaint(everything=touched is None or before != self.row_ids, cells=self._places_of(touched or ()))
        return Repaint(everything=False, cells=self._places_of(touched))

    def shown_column(self, column: Column) -> ShownColumn:
        """The column over all rows as listed, before any filter: for filters, sorting and lists of what there is."""
        if column not in self._shown:
            self._shown[column] = self._evaluate(column)
        return self._shown[column]

    def find_rows(self, text: str) -> tuple[int, ...]:
        """The rows of which a visible column shows the text."""
        wanted = text.strip()
        if not wanted:
            return ()
        place_of = {subject_id: place for place, subject_id in enumerate(self.all_row_ids)}
        found = self._showing(wanted)
        return tuple(row for row, subject_id in enumerate(self.row_ids) if found[place_of[subject_id]])

    def read_next_column(self) -> bool:
        """Reads one more visible attribute, so that sorting by it finds it read; whether there was one left."""
        unread = (each.attribute_id for each in self.columns if each.attribute_id is not None)
        attribute_id = next((each for each in unread if not self._columns.knows(each)), None)
        if attribute_id is not None:
            self._columns.slice(attribute_id)
        return attribute_id is not None

    def row_of(self, subject_id: int) -> int | None:
        return self._row_of.get(subject_id)

    def _set_comparison(self, comparison: Comparison) -> None:
        self._comparison = comparison
        known = self._study.catalogue.attributes
        of_rows = [each for each in comparison.columns if each.attribute_id is None or each.attribute_id in known]
        self.columns = tuple(each for each in of_rows if not each.hidden)
        self._all_columns = tuple(of_rows)
        self._list_rows()

    def _stored_comparison(self) -> Comparison:
        """As it is now; as it was where it is gone, until the window closes it."""
        stored = (each for each in comparisons(self._study) if each.id == self._comparison.id)
        return next(stored, self._comparison)

    def _list_rows(self) -> None:
        catalogue = self._study.catalogue
        if self._comparison.rows_from == "list":
            self.all_row_ids = tuple(row for row in self._comparison.row_ids if row in catalogue.subjects)
        else:
            subjects = catalogue.parties if self._comparison.subject_kind == "party" else catalogue.states
            self.all_row_ids = tuple(subject.id for subject in subjects if not subject.retired)
        if self._names is None or self._names.subject_ids != self.all_row_ids:
            self._names = NamesOfRows(self._study, self.all_row_ids)
        self._order_rows()

    def _order_rows(self) -> None:
        self._shown.clear()
        order = np.flatnonzero(self._passing())
        column = self._sort_column()
        if column is not None:
            ranks = self.shown_column(column).ranks[order]
            keys = -ranks if self._comparison.sort_descending else ranks
            keys = np.where(ranks == NO_RANK, np.iinfo(np.int64).max, keys)
            order = order[np.argsort(keys, kind="stable")]
        self.row_ids = tuple(self.all_row_ids[place] for place in order.tolist())
        self._row_of = {subject_id: row for row, subject_id in enumerate(self.row_ids)}

    def _passing(self) -> Truths:
        passing = np.ones(len(self.all_row_ids), np.bool_)
        for column in self._all_columns:
            if column.filter is not None:
                passing &= _filtered(self.shown_column(column), column.filter)
        wanted = self._comparison.filter_text.strip()
        return passing & self._showing(wanted) if wanted else passing

    def _showing(self, wanted: str) -> Truths:
        found = np.zeros(len(self.all_row_ids), np.bool_)
        for column in self.columns:
            found |= self.shown_column(column).containing((wanted,))
        return found

    def _sort_column(self) -> Column | None:
        return next((each for each in self._all_columns if each.id == self._comparison.sort_column), None)

    def _rows_depend_on_day(self) -> bool:
        return any(self._depends_on_day(column) for column in self._columns_of_order())

    def _depends_on_day(self, column: Column) -> bool:
        if column.day is not None or column.attribute_id is None:
            return column.day is None
        attribute = self._study.catalogue.attributes[column.attribute_id]
        return attribute.validity != "timeless" or depends_on_names_of_day(attribute)

    def _columns_of_order(self) -> tuple[Column, ...]:
        """The columns that the filters and the sort read."""
        if self._comparison.filter_text.strip():
            return self._all_columns
        sorted_by = self._comparison.sort_column
        return tuple(column for column in self._all_columns if column.filter or column.id == sorted_by)

    def _rows_depend_on(self, cells: Iterable[tuple[int, int]]) -> bool:
        """Whether the filters or the sort read an attribute of these cells."""
        self._shown.clear()
        read = {column.attribute_id for column in self._columns_of_order()}
        return any(attribute_id in read for _subject, attribute_id in cells)

    def _places_of(self, cells: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """The cells of the table that read these cells; a party's state is read by all its parties."""
        found = set()
        for index, column in enumerate(self.columns):
            for subject_id in [subject for subject, attribute_id in cells if attribute_id == column.attribute_id]:
                found |= {(row, index) for row in self._rows_reading(subject_id, column)}
        return frozenset(found)

    def _rows_reading(self, subject_id: int, column: Column) -> list[int]:
        if not column.of_state:
            row = self._row_of.get(subject_id)
            return [] if row is None else [row]
        return [row for row, party_id in enumerate(self.row_ids) if self._asked(party_id, column) == subject_id]

    def _days_of_rows(self, day: int) -> Days:
        """The day on which each row is read."""
        _first, last, last_sure = self._columns.lives().of(np.array(self.all_row_ids, np.int64))
        shows_last_day = self._comparison.ended == "last_day"
        return np.where((last < day) & shows_last_day, last_sure, day).astype(np.int32)

    def _states_of_rows(self, day: int) -> list[str]:
        catalogue = self._study.catalogue
        states = [catalogue.subjects[row].state_id for row in self.all_row_ids]
        name_of = {state: catalogue.shown_name(state, day).text for state in set(states) if state is not None}
        return [name_of.get(state, "") if state is not None else "" for state in states]

    def _asked(self, subject_id: int, column: Column) -> int | None:
        """Whose attribute a column reads: the row's subject, or its state."""
        return self._study.catalogue.subjects[subject_id].state_id if column.of_state else subject_id

    def _read_block(self, row: int) -> None:
        start = row - row % _BLOCK
        rows = self.row_ids[start : start + _BLOCK]
        for of_state in (False, True):
            columns = [each for each in self.columns if each.of_state is of_state and each.attribute_id is not None]
            asked = [self._asked(subject_id, columns[0]) for subject_id in rows] if columns else []
            self._reader.read_ahead(
                [each for each in asked if each is not None],
                [each.attribute_id for each in columns if each.attribute_id is not None],
            )

    def _evaluate(self, column: Column) -> ShownColumn:
        day = self._day if column.day is None else column.day
        last_day = self._comparison.ended == "last_day"
        if column.field == "name" and self._names is not None:
            return self._names.on(self._days_of_rows(day))
        if column.field == "state" or column.attribute_id is None:
            return shown_texts(self._states_of_rows(day))
        attribute = self._study.catalogue.attributes[column.attribute_id]
        if not column.of_state:
            return shown_attribute(self._study, self._columns, attribute, self.all_row_ids, day, last_day=last_day)
        states = [self._asked(row, column) for row in self.all_row_ids]
        return shown_attribute(
            self._study, self._columns, attribute, [each or 0 for each in states], day, last_day=last_day
        )


def _filtered(shown: ShownColumn, by: ColumnFilter) -> Truths:
    return shown.showing(by.texts) if by.test == "is_one_of" else shown.containing(by.texts)
