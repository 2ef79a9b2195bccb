"""A workbook that has lost its hidden sheet: which comparison it is most like, as if just now exported."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange.guarded.definition import FileRefused, ReadSheet, TableFile
from parties_of_power.exchange.returned.exported import Exported
from parties_of_power.exchange.returned.recording import Recording, exported
from parties_of_power.exchange.safe_cells import header_text, unique_headers
from parties_of_power.exchange.sheets.beside import beside_columns
from parties_of_power.exchange.sheets.cited import CitedCells
from parties_of_power.exchange.sheets.comparison import header_titles, record_rows
from parties_of_power.study.lookups import folded
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_HEADER_AMONG = 30
_LEAST = 2  # columns that have to be known


@dataclass(frozen=True, slots=True)
class _Likeness:
    titles: int
    sheet: ReadSheet
    comparison: Comparison


def guessed(study: Study, columns: Columns, file: TableFile, name: str) -> Exported:
    """FileRefused where no comparison of the study looks like any sheet."""
    best = max(_likenesses(study, columns, file), key=lambda each: each.titles, default=None)
    if best is None or best.titles < _LEAST:
        raise FileRefused(
            _("{name} does not say what it was exported from, and no comparison has columns like its own.").format(
                name=name
            )
        )
    table = ComparisonTable(study, columns, _of_all_rows(best.comparison), study.as_of)
    recording = Recording(table)
    headers = [table.header(column) for column in table.columns]
    shown = header_titles(headers)
    beside = beside_columns(table, headers, shown, CitedCells(study), len(table.row_ids))
    for _row in record_rows(table, headers, recording, beside=beside):
        pass
    known = (*shown, _("Row id"), *(each.column.title for each in beside))
    titles = unique_headers([header_text(title) for title in known])
    return exported(study, recording.sheets(best.sheet.name, titles))


def _likenesses(study: Study, columns: Columns, file: TableFile) -> Iterator[_Likeness]:
    """How many titles a row at the top of each sheet shares with each comparison."""
    rows = [
        (sheet, {folded(cell.text) for cell in cells if cell is not None})
        for sheet in file.sheets
        if not sheet.is_hidden
        for _number, cells in sheet.rows[:_HEADER_AMONG]
    ]
    for comparison in comparisons(study):
        table = ComparisonTable(study, columns, _of_all_rows(comparison), study.as_of)
        titles = {folded(title) for title in header_titles([table.header(column) for column in table.columns])}
        for sheet, texts in rows:
            yield _Likeness(len(texts & titles), sheet, comparison)


def _of_all_rows(comparison: Comparison) -> Comparison:
    """Every party or state, in no order: the workbook may have any of them."""
    columns = tuple(replace(column, filter=None) for column in comparison.columns)
    return replace(comparison, rows_from="all", row_ids=(), columns=columns, filter_text="", sorting=(), grouping=None)
