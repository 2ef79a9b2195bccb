"""A comparison as a document: its table as of a day, rows grouped as on the screen, sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterator

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import spoken
from parties_of_power.exchange.definition import ExportRefused
from parties_of_power.exchange.documents.cells import printed_cell
from parties_of_power.exchange.documents.citing import MOST_CITED, Citing
from parties_of_power.exchange.documents.definition import (
    Document,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
    small,
)
from parties_of_power.study.queries import comparison
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

# A thousand pages; what is larger is no document.
MOST_CELLS = 100_000


def comparison_document(
    study: Study, columns: Columns, comparison_id: int, day: int, *, with_sources: bool = True
) -> Document:
    """ExportRefused where the table is larger than anybody would print."""
    table = ComparisonTable(study, columns, comparison(study, comparison_id), day, in_full=True)
    cells = len(table.row_ids) * len(table.columns)
    if cells > MOST_CELLS:
        raise ExportRefused(
            _("This table has {count} cells: filter its rows, or export it to a workbook.").format(count=cells)
        )
    citing = Citing(study, columns, is_wanted=with_sources and cells <= MOST_CITED)
    shown, rows = tuple(_column(table, each) for each in table.columns), tuple(_rows(table, citing))
    remarks = () if citing.is_wanted or not with_sources else (Paragraph((small(_too_many()),)),)
    return Document(
        title=table.comparison.name,
        subtitle=_("As of {day}").format(day=spoken(day)),
        lines=tuple(_lines(table, study)),
        blocks=(Table(shown, rows, _keys(table)), *remarks, *citing.notes()),
        is_wide=True,
    )


def _lines(table: ComparisonTable, study: Study) -> Iterator[str]:
    shown, listed = len(table.row_ids), len(table.all_row_ids)
    if shown < listed:
        yield _("{shown} of {all} rows, as filtered").format(shown=shown, all=listed)
    if table.comparison.note:
        yield table.comparison.note
    yield _("From the study {name}. Small years: when it was measured.").format(name=study.title or study.path.stem)
    yield _(
        "≈ possibly in force, ◇ rival values, (◇) of another base or rounding, “ claims. "
        "Italics: why there is no value."
    )


def _keys(table: ComparisonTable) -> int:
    """The frozen columns say on further pages what a row is; more than two would leave the others no room."""
    return min(max(table.comparison.frozen_columns, 1), 2)


def _column(table: ComparisonTable, column: Column) -> TableColumn:
    header = table.header(column)
    return TableColumn(header.title, header.subtitle, header.numeric)


def _rows(table: ComparisonTable, citing: Citing) -> Iterator[TableRow]:
    beginning = {group.first: group for group in table.groups}
    for row in range(len(table.row_ids)):
        if row in beginning:
            group = beginning[row]
            words = (Run(group.title, is_bold=True), small(f"   {table.group_words(group)}"))
            yield TableRow((TableCell(words),), is_heading=True)
        yield TableRow(tuple(_cell(table, citing, row, place) for place in range(len(table.columns))))


def _cell(table: ComparisonTable, citing: Citing, row: int, place: int) -> TableCell:
    column, cell = table.columns[place], table.cell(row, place)
    header = table.header(column)
    if header.attribute is None:
        return printed_cell(cell, is_bold=True) if column.field == "name" else TableCell(plain(cell.text))
    when = table.when(column, row)
    return printed_cell(cell, is_number=header.numeric, notes=citing.of_cell(header.attribute, cell, when))


def _too_many() -> str:
    return ngettext(
        "Sources are not listed: the table has more than {count} cell.",
        "Sources are not listed: the table has more than {count} cells.",
        MOST_CITED,
    ).format(count=MOST_CITED)
