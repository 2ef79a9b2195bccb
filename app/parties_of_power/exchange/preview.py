"""The first rows of a workbook's first sheet, as texts: what will be written, seen before it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from parties_of_power.domain.dates import iso
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.returned.recording import Recording
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.beside import beside_columns
from parties_of_power.exchange.sheets.cited import CitedCells
from parties_of_power.exchange.sheets.comparison import header_titles, record_rows, sheet_columns
from parties_of_power.exchange.sheets.definition import Content, Digits, Jump, Link, SheetColumn, Shown, Style
from parties_of_power.exchange.sheets.observations import long_columns, long_rows
from parties_of_power.exchange.sheets.values import DATE_FORMAT, day_of_excel
from parties_of_power.exchange.sheets.yearly import yearly_table

_FORMAT = re.compile(r'(?:"(?P<before>[^"]*)")?(?P<number>[^";]*)(?:"(?P<after>[^"]*)")?')


@dataclass(frozen=True, slots=True)
class PreviewCell:
    text: str
    style: Style = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """Without the hidden column."""

    titles: tuple[str, ...]
    rows: tuple[tuple[PreviewCell, ...], ...]


def preview(export: Export, rows: int) -> Preview:
    """Made as the sheet is, but of so many rows only."""
    table = yearly_table(export, export.table, Alterations())
    if export.options.form == "long":
        return _shown(long_columns(), islice(long_rows(export, table), rows))
    headers = [table.header(column) for column in table.columns]
    titles = header_titles(headers)
    cited = CitedCells(export.study, of_few=True) if export.options.has_citation_columns else None
    beside = beside_columns(table, headers, titles, cited, min(rows, len(table.row_ids)))
    made = record_rows(table, headers, Recording(table), export.options, beside)
    return _shown(sheet_columns(headers, titles, beside), islice(made, rows))


def _shown(columns: Sequence[SheetColumn], rows: Iterator[list[Content]]) -> Preview:
    seen = [place for place, column in enumerate(columns) if not column.is_hidden]
    return Preview(
        tuple(columns[place].title for place in seen),
        tuple(tuple(preview_cell(row[place]) for place in seen) for row in rows),
    )


def preview_cell(content: Content) -> PreviewCell:
    """About as Excel will show it."""
    if isinstance(content, Shown):
        text = content.value if isinstance(content.value, str) else _number(content.value, content.look.number_format)
        is_number = not isinstance(content.value, str) and content.look.number_format != DATE_FORMAT
        return PreviewCell(text, content.look.style, is_number)
    if isinstance(content, Link):
        return PreviewCell(content.url, "link")
    if isinstance(content, Jump):
        return PreviewCell(content.text, "link")
    if isinstance(content, Digits):
        return PreviewCell(content.text)
    if isinstance(content, str):
        return PreviewCell(content)
    return PreviewCell("" if content is None else f"{content:.15g}", is_number=content is not None)


def _number(number: float, number_format: str) -> str:
    if number_format == DATE_FORMAT:
        return iso(day_of_excel(number))
    found = _FORMAT.match(number_format)
    if found is None:
        return f"{number:.15g}"
    shape = found["number"]
    is_percent = shape.endswith("%")
    number = number * 100 if is_percent else number
    places = len(shape.rstrip("%").partition(".")[2])
    text = f"{number:.15g}" if shape in ("", "General") else f"{number:{',' if ',' in shape else ''}.{places}f}"
    return f"{found['before'] or ''}{text}{'%' if is_percent else ''}{found['after'] or ''}"
