"""Comparisons: saved tables, their rows, columns, order and filters."""

from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.subjects import SubjectKind

RowsFrom = Literal["list", "all"]
EndedShown = Literal["state", "last_day"]
FilterTest = Literal["contains", "is_one_of"]


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """A filter of one column: text contained in what the cell shows, or one of the shown texts."""

    test: FilterTest
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a comparison: an attribute (of the row's subject, or with `of_state` of a party's state), or one of
    the built-in fields 'name' and 'state' in `field`. `day` is a day of its own, None for the table's."""

    id: int
    position: int = 0
    attribute_id: int | None = None
    field: Literal["", "name", "state"] = ""
    of_state: bool = False
    day: int | None = None
    width: int = 0
    hidden: bool = False
    filter: ColumnFilter | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rows_from` is a fixed list of `row_ids`, or all subjects of the kind. `sort_column` is a column's id (None: as
    listed). `ended` says whether ended subjects show as ended or as on their last day."""

    id: int
    name: str
    subject_kind: SubjectKind
    key: str = ""
    position: int = 0
    row_unit: Literal["subject", "election", "year"] = "subject"
    rows_from: RowsFrom = "all"
    row_ids: tuple[int, ...] = ()
    ended: EndedShown = "state"
    columns: tuple[Column, ...] = ()
    sort_column: int | None = None
    sort_descending: bool = False
    filter_text: str = ""
    note: str = ""
