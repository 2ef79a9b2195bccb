"""Subjects side by side as a document: attributes as rows, what is equal or different, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.side_by_side import Heading, Line, SideBySide
from parties_of_power.domain.dates import spoken
from parties_of_power.exchange.documents.cells import printed_cell
from parties_of_power.exchange.documents.citing import Citing
from parties_of_power.exchange.documents.definition import (
    Document,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
    small,
)
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_MOST_UPRIGHT = 3


def side_by_side_document(study: Study, columns: Columns, shown: SideBySide, *, with_sources: bool = True) -> Document:
    citing = Citing(study, columns, is_wanted=with_sources)
    sides = tuple(TableColumn(heading.name, heading.small) for heading in shown.headings)
    table = Table(
        (TableColumn(_("Attribute")), TableColumn("=/≠"), *sides, TableColumn(_("Between them"))),
        tuple(_rows(shown, citing)),
        key_columns=2,
    )
    return Document(
        title=_name(shown.headings),
        subtitle=_("Side by side, as of {day}").format(day=spoken(shown.day)),
        blocks=(table, *citing.notes()),
        lines=(_("= equal, ≠ different. That intervals overlap is said, nothing is concluded from it."),),
        is_wide=len(shown.sides) > _MOST_UPRIGHT,
    )


def _name(headings: tuple[Heading, ...]) -> str:
    """Who is compared; one who is compared on several days is named once."""
    return " · ".join(dict.fromkeys(heading.name for heading in headings))


def _rows(shown: SideBySide, citing: Citing) -> Iterator[TableRow]:
    for group in shown.groups:
        yield TableRow((TableCell((Run(group.title, is_bold=True),)),), is_heading=True)
        for line in group.lines:
            yield TableRow(
                (
                    TableCell(_title(line)),
                    TableCell(plain(line.likeness.value)),
                    *(_cell(shown, line, place, citing) for place in range(len(line.cells))),
                    TableCell((small(line.between),) if line.between else ()),
                )
            )


def _title(line: Line) -> tuple[Run, ...]:
    return (Run(line.title, is_bold=True), *((small(f"  {line.small}"),) if line.small else ()))


def _cell(shown: SideBySide, line: Line, place: int, citing: Citing) -> TableCell:
    cell: Cell = line.cells[place]
    if line.attribute is None:
        return printed_cell(cell, is_bold=True)
    return printed_cell(cell, notes=citing.of_cell(line.attribute, cell, shown.day_of(place)))
