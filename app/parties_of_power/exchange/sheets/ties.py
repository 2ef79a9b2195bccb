"""The sheet Ties: cooperation between parties, proposed or concluded."""

from collections.abc import Iterator, Sequence

from parties_of_power.domain.events import Tie
from parties_of_power.domain.force import ALWAYS_AFTER
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.cited import Sources
from parties_of_power.exchange.sheets.definition import Content, Sheet, SheetColumn
from parties_of_power.exchange.sheets.values import date_content, id_content
from parties_of_power.study.queries import ties
from parties_of_power.texts import _


def ties_sheet(export: Export, changes: Alterations) -> Sheet:
    known = sorted(ties(export.study), key=_first_day)
    return Sheet("Ties", _columns(), _rows(export, known), len(known), frozen=2)


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Date"), note=_("As typed (EDTF); blank where none is known.")),
        SheetColumn(_("Parties"), width=44, wraps=True),
        SheetColumn(_("Class of parties"), width=30, wraps=True),
        SheetColumn(_("Form")),
        SheetColumn(_("Status")),
        SheetColumn(_("Carries out"), note=_("Keys of the proposed ties that it carries out."), width=30, wraps=True),
        SheetColumn(_("Sources"), note=_("Keys of the sheet Sources."), width=32, wraps=True),
        SheetColumn(_("Locators"), width=32, wraps=True),
        SheetColumn(_("Note"), width=44, wraps=True),
        SheetColumn(_("Key")),
        SheetColumn(_("Id")),
    ]


def _first_day(tie: Tie) -> tuple[int, int]:
    earliest = tie.date.earliest if tie.date else None
    return ALWAYS_AFTER if earliest is None else earliest, tie.id


def _rows(export: Export, known: Sequence[Tie]) -> Iterator[list[Content]]:
    catalogue, day = export.study.catalogue, export.table.day
    sources_of = Sources(catalogue)
    keys = {tie.id: tie.key or str(tie.id) for tie in known}
    for tie in known:
        sources, locators = sources_of.cells(tie.citations)
        yield [
            date_content(tie.date.text) if tie.date else None,
            "; ".join(catalogue.shown_name(each, day).text for each in tie.party_ids),
            tie.class_of,
            tie.form,
            tie.status,
            "; ".join(keys.get(each, str(each)) for each in tie.realises),
            sources,
            locators,
            tie.note,
            tie.key,
            id_content(tie.id),
        ]
