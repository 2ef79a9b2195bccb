"""The sheets Parties and States: who they are, what they are called, when they lived, what others call them."""

from collections.abc import Iterable, Iterator, Sequence

from parties_of_power.analysis.wording import short_period, succession_name
from parties_of_power.domain.dates import Period, spoken
from parties_of_power.domain.events import Succession
from parties_of_power.domain.subjects import Identifier, Name, Subject
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import Content, Look, Sheet, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import date_content, id_content, year_of_day
from parties_of_power.study.queries import identifiers_of, successions_of
from parties_of_power.texts import _


def parties_sheet(export: Export, changes: Alterations) -> Sheet:
    subjects = export.study.catalogue.parties
    return Sheet("Parties", _columns(export, of_party=True), _rows(export, subjects), len(subjects))


def states_sheet(export: Export, changes: Alterations) -> Sheet:
    subjects = export.study.catalogue.states
    return Sheet("States", _columns(export, of_party=False), _rows(export, subjects), len(subjects))


def _columns(export: Export, *, of_party: bool) -> list[SheetColumn]:
    day = spoken(export.table.day)
    return [
        SheetColumn(_("Name"), note=_("The short name on {day}.").format(day=day)),
        *([SheetColumn(_("State"))] if of_party else []),
        SheetColumn(_("Full name"), note=_("On {day}.").format(day=day), width=36, wraps=True),
        SheetColumn(_("Founded") if of_party else _("Established")),
        SheetColumn(_("Dissolved")),
        SheetColumn(_("Founded (year)") if of_party else _("Established (year)")),
        SheetColumn(_("Dissolved (year)")),
        SheetColumn(_("All names"), note=_("With the time in which each was borne."), width=60, wraps=True),
        SheetColumn(_("Successions"), width=40, wraps=True),
        SheetColumn(_("Identifiers"), note=_("What other datasets call it."), width=44, wraps=True),
        SheetColumn(_("Retired")),
        SheetColumn(_("Note"), width=40, wraps=True),
        SheetColumn(_("Key")),
        SheetColumn(_("Id")),
    ]


def _rows(export: Export, subjects: Sequence[Subject]) -> Iterator[list[Content]]:
    catalogue, day = export.study.catalogue, export.table.day
    for subject in subjects:
        founded, dissolved = catalogue.life_of(subject.id)
        state = catalogue.shown_name(subject.state_id, day).text if subject.state_id else ""
        yield [
            Shown(catalogue.shown_name(subject.id, day).text, Look(style="name")),
            *([state] if subject.kind == "party" else []),
            catalogue.full_name(subject.id, day).text,
            date_content(founded.text) if founded else None,
            date_content(dissolved.text) if dissolved else None,
            year_of_day(founded.earliest, founded.latest) if founded else None,
            year_of_day(dissolved.latest, dissolved.earliest) if dissolved else None,
            "; ".join(
                _dated(each.text, each.period, each.attested) for each in _adopted(catalogue.names_of(subject.id))
            ),
            "; ".join(_succession(export, subject, each) for each in successions_of(export.study, subject.id)),
            "; ".join(map(_identifier, identifiers_of(export.study, subject.id))),
            _("yes") if subject.retired else "",
            subject.note,
            subject.key,
            id_content(subject.id),
        ]


def _adopted(names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.standing == "adopted"]


def _dated(text: str, period: Period, attested: str = "") -> str:
    when = short_period(period, attested)
    return _("{name} ({period})").format(name=text, period=when) if when else text


def _identifier(identifier: Identifier) -> str:
    named = _("{scheme}: {value}").format(scheme=identifier.scheme, value=identifier.value)
    return _dated(named, identifier.period)


def _succession(export: Export, subject: Subject, succession: Succession) -> str:
    """Said from the older subject to the newer: `Otan: absorbed by Nur Otan (2006)`; a rival or claim says so."""
    older, newer = (
        export.study.catalogue.shown_name(each, export.table.day).text
        for each in (succession.from_id, succession.to_id)
    )
    words = _("{older}: {succession} {newer}").format(
        older=older, succession=succession_name(succession.kind), newer=newer
    )
    if succession.standing != "adopted":
        words = _("{words} [{standing}]").format(words=words, standing=succession.standing)
    return _dated(words, succession.period)
