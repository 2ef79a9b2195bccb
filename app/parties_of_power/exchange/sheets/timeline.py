"""The sheet Timeline: the events, earliest first."""

from collections.abc import Iterator, Sequence

from parties_of_power.domain.events import Event
from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.cited import Sources
from parties_of_power.exchange.sheets.definition import Content, Sheet, SheetColumn
from parties_of_power.exchange.sheets.values import date_content, day_content, id_content, year_of_day
from parties_of_power.texts import _


def timeline_sheet(export: Export, changes: Alterations) -> Sheet:
    events = sorted(export.study.catalogue.events.values(), key=_first_day)
    return Sheet("Timeline", _columns(), _rows(export, events), len(events), frozen=3)


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Date"), note=_("As typed (EDTF); a whole day is a date.")),
        SheetColumn(_("Year"), note=_("In which it begins, to compute with.")),
        SheetColumn(_("Event"), width=48, wraps=True),
        SheetColumn(_("Kind")),
        SheetColumn(_("Earliest day"), note=_("The first day that the date may mean, to sort and count by.")),
        SheetColumn(_("Latest day")),
        SheetColumn(_("Concerns"), note=_("The parties and states."), width=44, wraps=True),
        SheetColumn(_("Chamber")),
        SheetColumn(_("Rounds"), note=_("Further days of an election.")),
        SheetColumn(_("Sources"), note=_("Keys of the sheet Sources."), width=32, wraps=True),
        SheetColumn(_("Locators"), width=32, wraps=True),
        SheetColumn(_("Note"), width=44, wraps=True),
        SheetColumn(_("Key")),
        SheetColumn(_("Id")),
    ]


def _first_day(event: Event) -> tuple[int, str]:
    earliest = event.date.earliest
    return ALWAYS_BEFORE if earliest is None else earliest, event.title


def _rows(export: Export, events: Sequence[Event]) -> Iterator[list[Content]]:
    catalogue, day = export.study.catalogue, export.table.day
    known = Sources(catalogue)
    for event in events:
        sources, locators = known.cells(event.citations)
        yield [
            date_content(event.date.text),
            year_of_day(event.date.earliest, event.date.latest),
            event.title,
            event.kind,
            day_content(event.date.earliest),
            day_content(event.date.latest),
            "; ".join(catalogue.shown_name(each, day).text for each in event.subject_ids),
            event.chamber,
            "; ".join(event.rounds),
            sources,
            locators,
            event.note,
            event.key,
            id_content(event.id),
        ]
