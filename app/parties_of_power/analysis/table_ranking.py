"""`TableRanking`: what a comparison is ranked by, as far as its columns still have numbers, and what that comes to.

numpy is imported with the first rank that is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.headers import Header, attribute_header
from parties_of_power.analysis.ranking_cell import WeightOf, file_cell, rank_header
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.row_columns import RowColumns
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import RANK_COLUMN, RANK_COLUMNS, Column, Comparison, Weight
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.moments import Moment
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.ranked_column import Ends
    from parties_of_power.analysis.ranking import Numbers
    from parties_of_power.analysis.shown import ShownColumn, Truths


class TableRanking:
    """`weights` are empty where the comparison is not ranked. With `in_full` the range of ranks and the score have
    columns of their own, as a file has them."""

    def __init__(self, study: Study, columns: Columns, reader: CellReader, in_full: bool) -> None:
        self._study = study
        self._columns = columns
        self._reader = reader
        self._shown = RANK_COLUMNS if in_full else (RANK_COLUMN,)
        self._ends: Ends | None = None
        self._known: dict[Column, tuple[tuple[object, ...], tuple[ShownColumn, Numbers, Numbers]]] = {}
        self.weights: tuple[tuple[Column, Weight], ...] = ()

    @property
    def attribute_ids(self) -> frozenset[int | None]:
        return frozenset(column.attribute_id for column, _weight in self.weights)

    def take(self, comparison: Comparison) -> None:
        self.weights = known_weights(comparison, self._study.catalogue)

    def forget(self, touched: Iterable[tuple[int, int]] | None) -> None:
        """After an edit: of the attributes of which it touched a cell (subject, attribute), with None of all."""
        if touched is None:
            self._ends = None
            self._known.clear()
            return
        for attribute_id in {attribute_id for _subject, attribute_id in touched}:
            self._known = {each: known for each, known in self._known.items() if each.attribute_id != attribute_id}
            if self._ends is not None:
                self._ends.forget(attribute_id)

    def among(self, columns: Sequence[Column]) -> tuple[Column, ...]:
        """The columns with those of the ranking after the name, and after the moment of a row that has one."""
        if not self.weights:
            return tuple(columns)
        after = next((place + 1 for place, each in enumerate(columns) if each.field == "name"), 0)
        after += after < len(columns) and columns[after].field == "moment"
        return (*columns[:after], *self._shown, *columns[after:])

    def header(self, column: Column) -> Header:
        total = sum(weight.weight for _column, weight in self.weights)
        attributes = self._study.catalogue.attributes
        known = [
            WeightOf(
                attribute_header(attributes[each.attribute_id or 0], each).title,
                weight.weight / total,
                weight.less_is_better,
            )
            for each, weight in self.weights
        ]
        return rank_header(column.field, known)

    def column(self, rows: RowColumns, read: Callable[[Column], ShownColumn], passing: Truths) -> ShownColumn:
        """The ranks of the rows that pass the filters; `read` gives what a column shows."""
        from parties_of_power.analysis.ranked_column import Ranked, ranked_column

        attributes = self._study.catalogue.attributes
        ranked = []
        for column, weight in self.weights:
            attribute = attributes[column.attribute_id or 0]
            ranked.append(
                Ranked(
                    attribute_header(attribute, column).title, weight, *self._measured(rows, column, attribute, read)
                )
            )
        return ranked_column(ranked, passing)

    def _measured(
        self, rows: RowColumns, column: Column, attribute: Attribute, read: Callable[[Column], ShownColumn]
    ) -> tuple[ShownColumn, Numbers, Numbers]:
        """What a column shows and the ends of its numbers, kept while only weights change: they are dragged."""
        from parties_of_power.analysis.ranked_column import Ends

        whens = rows.when_of_rows(column)
        asked = rows.subject_ids, rows.shows_last_day, whens
        known = self._known.get(column)
        if known is not None and known[0] == asked:
            return known[1]
        self._ends = self._ends or Ends(self._study, self._columns, self._reader)
        of_rows = rows.days(column).tolist() if isinstance(whens, int | Moment) else whens
        shown = read(column)
        measured = shown, *self._ends.of(attribute, shown, rows.asked(column), of_rows)
        self._known[column] = asked, measured
        return measured

    def cell(self, ranks: ShownColumn, subject_id: int, row: int, column: Column) -> Cell:
        """Of a row as listed; `ranks` is what `column` gave."""
        from parties_of_power.analysis.ranked_column import RankedColumn

        assert isinstance(ranks, RankedColumn), "the column of ranks"
        return file_cell(ranks.cell(subject_id, row), column.field)


def known_weights(comparison: Comparison, catalogue: Catalogue) -> tuple[tuple[Column, Weight], ...]:
    """The columns of a ranking that are there and have numbers; none where nothing with a weight is left."""
    column_of = {each.id: each for each in comparison.columns}
    found = []
    for weight in comparison.ranking:
        column = column_of.get(weight.column_id)
        attribute = catalogue.attributes.get(column.attribute_id or 0) if column else None
        if column and attribute and kind(attribute.kind).is_numeric:
            found.append((column, weight))
    return tuple(found) if any(weight.weight > 0 for _column, weight in found) else ()
