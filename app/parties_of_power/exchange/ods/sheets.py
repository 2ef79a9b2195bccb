"""The sheets of the spreadsheet: the comparison, the sources it cites, and what the file is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parties_of_power import __version__
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import iso, today
from parties_of_power.exchange.definition import Export, Progress
from parties_of_power.exchange.ods.cells import OdsCell, cell_of
from parties_of_power.exchange.safe_cells import Alterations, printable, unique_headers
from parties_of_power.exchange.sheets.cited import source_key
from parties_of_power.exchange.sheets.comparison import header_note, header_titles
from parties_of_power.exchange.sheets.notes import has_something_to_say, note_of
from parties_of_power.texts import _

MOST_NOTES = 5_000
_NAME_COLUMN = Column(id=0, field="name")


@dataclass(frozen=True, slots=True)
class OdsSheet:
    """`rows` begin with the headers; `frozen` is how many columns stay in sight beside them."""

    name: str
    rows: Sequence[Sequence[OdsCell]]
    frozen: int = 1


def comparison_sheet(export: Export, name: str, changes: Alterations, progress: Progress) -> OdsSheet:
    table = export.table
    named_first = bool(table.columns) and table.columns[0].field == "name"
    columns = table.columns if named_first else (_NAME_COLUMN, *table.columns)
    headers = [table.header(column) for column in columns]
    titles = unique_headers([printable(title, changes, "1") for title in header_titles(headers)])
    notes = (printable(header_note(header), changes, "1") for header in headers)
    rows = [[OdsCell(title, look="header", note=note) for title, note in zip(titles, notes, strict=True)]]
    left = MOST_NOTES
    for row, subject in enumerate(table.row_ids):
        progress(row / len(table.row_ids))
        cells = []
        for column, header in zip(columns, headers, strict=True):
            cell, note = table.cell_of(subject, column, row), ""
            if header.attribute is not None and has_something_to_say(cell):
                note = note_of(export, header.attribute, cell, table.when(column, row)) if left > 0 else ""
                left -= 1
            cells.append(cell_of(cell, header.attribute, changes, f"{row + 2}", note))
        rows.append(cells)
    if left < 0:
        changes.say(
            _("Only the first {most} cells have notes with their sources: the long form has all of them.").format(
                most=f"{MOST_NOTES:,}"
            )
        )
    return OdsSheet(name, rows, max(1, min(table.comparison.frozen_columns, len(columns))))


def sources_sheet(export: Export, changes: Alterations) -> OdsSheet:
    titles = (_("Key"), _("Author"), _("Title"), _("Publisher"), _("Date"), _("Address"), _("DOI"), _("Accessed"))
    rows = [[OdsCell(title, look="header") for title in titles]]
    for source in export.study.catalogue.sources.values():
        known = (source.author, source.title, source.publisher, source.date, source.url, source.doi, source.accessed)
        key = source_key(source, source.id)
        rows.append([OdsCell(printable(text, changes, key)) for text in (key, *known)])
    return OdsSheet(_("Sources"), rows)


def about_sheet(export: Export, changes: Alterations) -> OdsSheet:
    pairs = [*_origin(export), *((_("Changed"), sentence) for sentence in changes.sentences())]
    head = [OdsCell(_("About"), look="header"), OdsCell(_("This file"), look="header")]
    return OdsSheet(_("About"), [head, *([OdsCell(one), OdsCell(other)] for one, other in pairs)])


def _origin(export: Export) -> Iterator[tuple[str, str]]:
    study, table = export.study, export.table
    yield _("Study"), printable(study.title, Alterations(), "")
    yield _("Comparison"), printable(table.comparison.name, Alterations(), "")
    yield _("As of"), iso(table.day)
    yield _("Exported on"), iso(today())
    yield _("Program"), _("Parties of Power {version}").format(version=__version__)
    yield (
        _("Percents"),
        _("Cells hold fractions with a percent format: 64.3% is 0.643. Other numbers are in the unit of the codebook."),
    )
    yield _("Dates"), _("Whole days are dates; all others are text in EDTF (ISO 8601-2).")
    yield (
        _("Grey words"),
        _("Italic: why there is no value. Upright: computed from the life of the subject (ended, not yet founded)."),
    )
