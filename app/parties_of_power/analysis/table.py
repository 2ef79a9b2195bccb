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
from parties_of_power.analysis.groups import Group, attribute_of, group_words, grouped
from parties_of_power.analysis.headers import Header, attribute_header, name_header, state_header
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.showing import depends_on_names_of_day, nothing_coded
from parties_of_power.analysis.summaries import Summary, bases_of, column_summary
from parties_of_power.domain.comparisons import SIZE_TESTS, Column, ColumnFilter, Comparison, Grouping
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.changes import Changes
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.names import NamesOfRows
    from parties_of_power.analysis.noted import Noted
    from parties_of_power.analysis.shown import ShownColumn, Truths
    from parties_of_power.analysis.slices import Days, Integers

_BLOCK = 64  # rows whose observations are read at once
_TABLES_OF_COMPARISON = ("comparison", "comparison_row", "comparison_column")


@dataclass(frozen=True, slots=True)
class Repaint:
    """What an edit changed of a table: everything, or these cells (row, column index)."""

    everything: bool
    cells: frozenset[tuple[int, int]] = frozenset()


class ComparisonTable:
    """`row_ids` are the subjects as filtered, sorted and grouped, `all_row_ids` as listed, `columns` those that are
    shown. `groups` say which of `row_ids` stand under which heading; there are none where the rows are not grouped."""

    def __init__(self, study: Study, columns: Columns, comparison: Comparison, day: int) -> None:
        self._study = study
        self._columns = columns
        self._reader = CellReader(study)
        self._noted: Noted | None = None
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
        before = self.row_ids, self.groups
        self._order_rows()
        return before != (self.row_ids, self.groups)

    def refresh(self, changes: Changes) -> Repaint:
        """Follows an edit, which the columns have followed already."""
        touched = self._reader.forget(changes)
        self._noted = None
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
        self.grouping = _known_grouping(comparison.grouping, self._study.catalogue)
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
        if self._names is not None and self._names.subject_ids != self.all_row_ids:
            self._names = None
        self._order_rows()

    def _order_rows(self) -> None:
        self._shown.clear()
        self.groups: tuple[Group, ...] = ()
        self._order: Sequence[int] = self._ordered() if self._columns_of_order() else range(len(self.all_row_ids))
        self.row_ids = tuple(self.all_row_ids[place] for place in self._order)
        self._row_of = {subject_id: row for row, subject_id in enumerate(self.row_ids)}

    def _ordered(self) -> list[int]:
        """The places of the rows that pass the filters, as sorted and grouped; the groups beside it."""
        import numpy as np

        order: Integers = np.flatnonzero(self._passing())
        for column, descending in reversed(self._sorted_by()):
            ranks = self.shown_column(column).ranks[order]
            keys = np.where(ranks == NO_RANK, np.iinfo(np.int64).max, -ranks if descending else ranks)
            order = order[np.argsort(keys, kind="stable")]
        if self.grouping is not None and len(order):
            shown = self.shown_column(self.grouping.column)
            order, self.groups = grouped(order, shown, self._study.catalogue, self.grouping)
        places: list[int] = order.tolist()
        return places

    def _passing(self) -> Truths:
        import numpy as np

        passing = np.ones(len(self.all_row_ids), np.bool_)
        for column in self._all_columns:
            if column.filter is not None:
                passing &= self._filtered(column, column.filter)
        wanted = self._comparison.filter_text.strip()
        return passing & self._showing(wanted) if wanted else passing

    def _filtered(self, column: Column, by: ColumnFilter) -> Truths:
        from parties_of_power.analysis import conditions

        shown = self.shown_column(column)
        attribute = self._study.catalogue.attributes.get(column.attribute_id or 0)
        if by.test == "changed_since":
            return conditions.saying_otherwise(shown, self._evaluate(column, _first_day(by)))
        if by.test in SIZE_TESTS:
            return conditions.of_size(shown, by, attribute.kind if attribute else "text")
        if by.test not in ("has_state", "edited_since"):
            return conditions.showing(shown, by)
        found = conditions.in_state(shown, by.texts)
        if attribute is not None:
            found |= self._noted_rows(column, by, shown, attribute.id)
        return found

    def _noted_rows(self, column: Column, by: ColumnFilter, shown: ShownColumn, attribute_id: int) -> Truths:
        """The rows that a filter asks for by more than what they show: by rivals, sources or edits."""
        import numpy as np

        from parties_of_power.analysis.noted import Noted

        self._noted = self._noted or Noted(self._study, self._reader)
        asked = [self._asked(row, column) or 0 for row in self.all_row_ids]
        if by.test == "edited_since":
            return self._noted.edited_since(asked, attribute_id, _first_day(by))
        found = np.zeros(len(asked), np.bool_)
        if "no_source" in by.texts:
            found |= self._noted.without_source(shown, attribute_id)
        if "rivals" in by.texts:
            day = self._day if column.day is None else column.day
            found |= self._noted.with_rivals(asked, attribute_id, day, self._comparison.ended == "last_day")
        return found

    def _showing(self, wanted: str) -> Truths:
        import numpy as np

        found = np.zeros(len(self.all_row_ids), np.bool_)
        for column in self.columns:
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
        import numpy as np

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

    def _evaluate(self, column: Column, other_day: int | None = None) -> ShownColumn:
        """The column as of its own day, else that of the table; or as of another one."""
        from parties_of_power.analysis.names import NamesOfRows
        from parties_of_power.analysis.shown import shown_attribute, shown_texts

        day = self._day if column.day is None else column.day
        if other_day is not None:
            day = other_day
        last_day = self._comparison.ended == "last_day"
        if column.field == "name":
            self._names = self._names or NamesOfRows(self._study, self.all_row_ids)
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


def _known_grouping(grouping: Grouping | None, catalogue: Catalogue) -> Grouping | None:
    """None where its attribute is gone."""
    if grouping is None or grouping.attribute_id is None:
        return grouping
    return grouping if attribute_of(catalogue, grouping) else None


def _first_day(by: ColumnFilter) -> int:
    earliest = PartialDate.parse(by.texts[0]).earliest
    return ALWAYS_BEFORE if earliest is None else earliest
