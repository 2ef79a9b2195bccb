"""`write_ods`: the sheets in one file, with styles, frozen headers and notes; read back before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from parties_of_power.exchange.definition import Export, ExportRefused, Progress
from parties_of_power.exchange.ods.cells import OdsCell, cell_xml
from parties_of_power.exchange.ods.sheets import OdsSheet, about_sheet, comparison_sheet, sources_sheet
from parties_of_power.exchange.ods.styling import settings, styles, width
from parties_of_power.exchange.safe_cells import Alterations, printable
from parties_of_power.exchange.sheet_names import sheet_name
from parties_of_power.exchange.sheets.comparison import day_title
from parties_of_power.texts import _

if TYPE_CHECKING:
    from odfdo import Cell, Document, Table

_THUMBNAIL = "Thumbnails/thumbnail.png"


def write_ods(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change."""
    changes = Alterations()
    taken: set[str] = set()
    name = sheet_name(export.table.comparison.name, taken, _("Comparison"))
    sheets = [comparison_sheet(export, name, changes, progress), sources_sheet(export, changes)]
    sheets.append(about_sheet(export, changes))
    write_sheets(sheets, path, day_title(export.table), export.study.title)
    progress(1.0)
    return changes.sentences()


def write_sheets(sheets: Sequence[OdsSheet], path: Path, title: str, subject: str) -> None:
    """Writes the file and reads it back; ExportRefused where it does not hold the same."""
    from odfdo import Document

    document = Document("spreadsheet")
    _fill(document, sheets)
    document.meta.title = printable(title, Alterations(), "")
    document.meta.subject = printable(subject, Alterations(), "")
    document.save(str(path))
    _verify(path, sheets)


def _fill(document: Document, sheets: Sequence[OdsSheet]) -> None:
    from odfdo import Element

    document.body.clear()
    automatic = document.content.get_element("//office:automatic-styles") or Element()
    for style in styles({cell for sheet in sheets for row in sheet.rows for cell in row}):
        automatic.append(Element.from_tag(style))
    for sheet in sheets:
        document.body.append(Element.from_tag(_sheet_xml(sheet)))
    document.set_part("settings.xml", settings(sheets).encode("utf-8"))
    document.del_part(_THUMBNAIL)
    document.manifest.del_full_path(_THUMBNAIL)


def _sheet_xml(sheet: OdsSheet) -> str:
    longest_of = [
        max((len(line) for row in sheet.rows for line in row[place].text.split("\n")), default=0)
        for place in range(len(sheet.rows[0]))
    ]
    columns = "".join(f'<table:table-column table:style-name="width{width(longest)}"/>' for longest in longest_of)
    header, *rows = (f"<table:table-row>{''.join(map(cell_xml, row))}</table:table-row>" for row in sheet.rows)
    head = f"<table:table-header-rows>{header}</table:table-header-rows>"
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{head}{''.join(rows)}</table:table>"


def _verify(path: Path, sheets: Sequence[OdsSheet]) -> None:
    """Reads the file back; ExportRefused where it does not hold the same."""
    from odfdo import Document

    tables = Document(str(path)).body.tables
    if [table.name for table in tables] != [sheet.name for sheet in sheets] or not all(
        _holds(table, sheet) for table, sheet in zip(tables, sheets, strict=True)
    ):
        raise ExportRefused(_("The table did not hold what was written, so it was thrown away: try again."))


def _holds(table: Table, sheet: OdsSheet) -> bool:
    rows = list(table.traverse())
    if len(rows) != len(sheet.rows):
        return False
    return all(
        _is_as_written(cell, expected)
        for row, written in zip(rows, sheet.rows, strict=True)
        for cell, expected in zip(row.traverse(), written, strict=True)
    )


def _is_as_written(cell: Cell, expected: OdsCell) -> bool:
    if expected.type == "string":
        return (cell.value or "") == "\n".join(expected.text.replace("\r\n", "\n").split("\r"))
    name = "office:date-value" if expected.type == "date" else "office:value"
    return bool(cell.type == expected.type and cell.get_attribute(name) == expected.value)
