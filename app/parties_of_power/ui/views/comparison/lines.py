"""Which rows the grid shows where the table is grouped: a heading, then the rows of its group unless it is folded."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from zlib import crc32

from parties_of_power.analysis.groups import Group
from parties_of_power.analysis.table import ComparisonTable, RowKey


@dataclass(frozen=True, slots=True)
class Line:
    """The heading of a group, and at which row of the grid it stands."""

    row: int
    group: Group
    is_folded: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """One place for each row of the grid. `row_ids` are subjects, below zero for headings, which keep theirs as long as
    they say the same; `row_keys` tell rows apart. `places` are rows of the table, -1 for headings."""

    row_ids: tuple[int, ...]
    row_keys: tuple[RowKey, ...]
    places: tuple[int, ...]
    headings: dict[int, Line]
    row_of: dict[RowKey, int]


def lines_of(table: ComparisonTable, folded: Container[str]) -> Lines | None:
    """None where the table is not grouped: then its rows are those of the grid."""
    if not table.groups:
        return None
    row_ids: list[int] = []
    row_keys: list[RowKey] = []
    places: list[int] = []
    headings = {}
    for group in table.groups:
        headings[len(row_ids)] = Line(len(row_ids), group, group.key in folded)
        heading = -1 - crc32(group.key.encode())
        row_ids.append(heading)
        row_keys.append(heading)
        places.append(-1)
        if group.key not in folded:
            row_ids += table.row_ids[group.first : group.first + group.count]
            row_keys += table.row_keys[group.first : group.first + group.count]
            places += group.rows
    row_of = {key: row for row, key in enumerate(row_keys)}
    return Lines(tuple(row_ids), tuple(row_keys), tuple(places), headings, row_of)
