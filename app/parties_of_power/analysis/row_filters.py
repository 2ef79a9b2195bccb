"""`RowFilters`: which rows of a table pass a filter of one column, by what they show or by what is noted about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.row_columns import RowColumns
from parties_of_power.domain.comparisons import SIZE_TESTS, Column, ColumnFilter
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.study.study import Study

if TYPE_CHECKING:
    from parties_of_power.analysis.noted import Noted
    from parties_of_power.analysis.shown import ShownColumn, Truths


class RowFilters:
    """Keeps what is noted about cells until `forget`, since every step of the day asks for it again."""

    def __init__(self, study: Study, reader: CellReader, rows: RowColumns) -> None:
        self._study = study
        self._reader = reader
        self._rows = rows
        self._noted: Noted | None = None

    def forget(self) -> None:
        self._noted = None

    def passing(self, column: Column, by: ColumnFilter, read: Callable[[Column], ShownColumn]) -> Truths:
        """`read` gives the column as it is shown."""
        from parties_of_power.analysis import conditions

        shown = read(column)
        attribute = self._study.catalogue.attributes.get(column.attribute_id or 0)
        if by.test == "changed_since":
            return conditions.saying_otherwise(shown, self._rows.shown(column, _first_day(by)))
        if by.test in SIZE_TESTS:
            of_fields = "number" if column.field == "moment" else "text"
            return conditions.of_size(shown, by, attribute.kind if attribute else of_fields)
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
        asked = self._rows.asked(column)
        if by.test == "edited_since":
            return self._noted.edited_since(asked, attribute_id, _first_day(by))
        found = np.zeros(len(asked), np.bool_)
        if "no_source" in by.texts:
            found |= self._noted.without_source(shown, attribute_id)
        if "rivals" in by.texts:
            when = self._rows.when_of_rows(column)
            found |= self._noted.with_rivals(asked, attribute_id, when, self._rows.shows_last_day)
        return found


def _first_day(by: ColumnFilter) -> int:
    earliest = PartialDate.parse(by.texts[0]).earliest
    return ALWAYS_BEFORE if earliest is None else earliest
