"""The sheet of the comparison: the same cells as the window and the command line show."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute, validity_name
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import kind
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.options import USUAL, Options
from parties_of_power.exchange.returned.recording import Recording
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.answers import lists_of
from parties_of_power.exchange.sheets.beside import Beside, beside_columns
from parties_of_power.exchange.sheets.chart import chart_of
from parties_of_power.exchange.sheets.cited import CitedCells
from parties_of_power.exchange.sheets.coloured import coloured_columns
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown, Style
from parties_of_power.exchange.sheets.missing import missing_text
from parties_of_power.exchange.sheets.notes import has_something_to_say, note_of
from parties_of_power.exchange.sheets.values import id_content, marked, value_content
from parties_of_power.texts import _

MOST_NOTES = 5_000
_STYLES: dict[str, Style] = {
    "missing": "missing",
    "empty": "missing",
    "not_founded": "computed",
    "ended": "computed",
    "wrong": "wrong",
}
_HELD: dict[Hold, Style] = {Hold.POSSIBLY: "possibly", Hold.LAST_ATTESTED: "attested"}


def comparison_sheet(export: Export, changes: Alterations, recording: Recording) -> Sheet:
    """The column after the values is hidden: it names each row, so that a row is known when the workbook comes
    back. What only stands beside the values comes after it."""
    table, options = export.table, export.options
    headers = [table.header(column) for column in table.columns]
    noted = list(islice(_places_of_notes(table, headers), MOST_NOTES + 1)) if options.has_notes else []
    are_too_many = len(noted) > MOST_NOTES
    if are_too_many:
        changes.say(_no_notes())
    cited = CitedCells(export.study) if options.has_citation_columns or are_too_many else None
    titles = header_titles(headers)
    beside = beside_columns(table, headers, titles, cited, len(table.row_ids))
    return Sheet(
        table="Comparison",
        columns=sheet_columns(headers, titles, beside),
        rows=record_rows(table, headers, recording, options, beside),
        count=len(table.row_ids),
        notes={} if are_too_many else _notes(export, noted),
        chart=chart_of(table, headers) if options.has_charts else None,
        coloured=() if options.values_only else coloured_columns(export, changes),
        frozen=min(table.comparison.frozen_columns, len(headers)),
        frozen_rows=min(table.comparison.frozen_rows, len(table.row_ids)),
        lists=tuple(lists_of(export.study.catalogue, headers, options)),
        names={place: title for place, title in enumerate(titles) if headers[place].attribute is not None},
    )


def sheet_columns(headers: Sequence[Header], titles: Sequence[str], beside: Sequence[Beside]) -> list[SheetColumn]:
    return [
        *(
            SheetColumn(title, note=header_note(header), wraps=not header.numeric)
            for title, header in zip(titles, headers, strict=True)
        ),
        SheetColumn(_("Row id"), note=_("By this the program knows the row again."), is_hidden=True),
        *(each.column for each in beside),
    ]


def header_titles(headers: list[Header]) -> list[str]:
    """Of two columns with one title, the one of the party and the one of its state, each says which it is."""
    titles = [header.title for header in headers]
    return [
        _("{title} ({detail})").format(title=header.title, detail=header.subtitle)
        if titles.count(header.title) > 1 and header.subtitle and header.attribute
        else header.title
        for header in headers
    ]


def header_note(header: Header) -> str:
    """The codebook entry of a column's attribute."""
    attribute = header.attribute
    if attribute is None:
        return header.note or header.subtitle
    lines = (
        attribute.definition,
        _("Coding rule: {rule}").format(rule=attribute.coding_rule) if attribute.coding_rule else "",
        _("Unit: {unit}").format(unit=attribute.unit) if attribute.unit else "",
        _("Scale: {scale}").format(scale=attribute.source_scale) if attribute.source_scale else "",
        _("Holds: {validity}").format(validity=validity_name(attribute.validity)),
    )
    return "\n".join(filter(None, lines))


def record_rows(
    table: ComparisonTable,
    headers: list[Header],
    recording: Recording,
    options: Options = USUAL,
    beside: Sequence[Beside] = (),
) -> Iterator[list[Content]]:
    """The rows as they are written, the id of each behind its values."""
    for row, subject_id in enumerate(table.row_ids):
        cells = [table.cell(row, place) for place in range(len(headers))]
        contents = [
            _content(cell, header.attribute, options, is_name=column.field == "name")
            for cell, column, header in zip(cells, table.columns, headers, strict=True)
        ]
        more = [each.content(cells[each.place]) for each in beside]
        recording.add_row(subject_id, cells, contents, more)
        yield [*contents, id_content(subject_id), *more]


def _content(cell: Cell, attribute: Attribute | None, options: Options, *, is_name: bool) -> Content:
    if cell.state in _STYLES:
        is_number = attribute is not None and kind(attribute.kind).is_numeric
        text = missing_text(cell, options) if cell.state in ("missing", "empty") else cell.text
        return Shown(text, Look(style=_STYLES[cell.state], align="right" if is_number else ""))
    look = Look(style=_HELD.get(cell.hold, "name" if is_name else ""))
    before = "≈ " if cell.hold is Hold.POSSIBLY else ""
    if attribute is None and cell.number is not None:
        content: Content = cell.number
    elif attribute is None:
        content = Shown(cell.text, look) if look.style else cell.text
    else:
        content = value_content(attribute, cell.value, cell.text, look)
    if options.values_only:
        return content
    dated = cell.attested or cell.measured
    return marked(content, before, f" ({dated})" if dated else "", look)


def _notes(export: Export, places: Iterable[tuple[int, int, Attribute]]) -> dict[tuple[int, int], str]:
    table = export.table
    return {
        (row, column): note_of(export, attribute, table.cell(row, column), table.when(table.columns[column], row))
        for row, column, attribute in places
    }


def _places_of_notes(table: ComparisonTable, headers: list[Header]) -> Iterator[tuple[int, int, Attribute]]:
    for row in range(len(table.row_ids)):
        for column, header in enumerate(headers):
            if header.attribute is not None and has_something_to_say(table.cell(row, column)):
                yield row, column, header.attribute


def _no_notes() -> str:
    return _(
        "The cells have no notes, since there would be more than {most}: "
        "their sources stand in columns beside them, their rivals on the sheet Observations."
    ).format(most=f"{MOST_NOTES:,}")


def day_title(table: ComparisonTable) -> str:
    """`Parties of power in 2008, as of 25 November 2008`."""
    return _("{comparison}, as of {day}").format(comparison=table.comparison.name, day=spoken(table.day))
