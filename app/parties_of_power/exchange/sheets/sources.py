"""The sheet Sources: the references, with the key by which the other sheets cite them."""

from collections.abc import Iterator

from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.cited import source_key
from parties_of_power.exchange.sheets.definition import Content, Sheet, SheetColumn
from parties_of_power.exchange.sheets.values import date_content, id_content, link_content
from parties_of_power.texts import _


def sources_sheet(export: Export, changes: Alterations) -> Sheet:
    return Sheet("Sources", _columns(), _rows(export), len(export.study.catalogue.sources))


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Key"), note=_("What the other sheets cite it by.")),
        SheetColumn(_("Author"), width=30, wraps=True),
        SheetColumn(_("Title"), width=60, wraps=True),
        SheetColumn(_("Publisher"), width=30, wraps=True),
        SheetColumn(_("Date")),
        SheetColumn(_("Kind")),
        SheetColumn(_("Address"), width=50),
        SheetColumn(_("DOI")),
        SheetColumn(_("Accessed")),
        SheetColumn(_("Licence"), width=24, wraps=True),
        SheetColumn(_("Note"), width=50, wraps=True),
        SheetColumn(_("Id")),
    ]


def _rows(export: Export) -> Iterator[list[Content]]:
    for source in export.study.catalogue.sources.values():
        yield [
            source_key(source, source.id),
            source.author,
            source.title,
            source.publisher,
            date_content(source.date) if source.date else None,
            source.kind,
            link_content(source.url),
            source.doi,
            date_content(source.accessed) if source.accessed else None,
            source.license,
            source.note,
            id_content(source.id),
        ]
