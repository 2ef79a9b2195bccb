"""The profile of a party or a state as a document: names, lineage, leaders, results, attributes, ties, events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.profiles import DatedTie, Fact, SubjectProfile, Told, subject_profile
from parties_of_power.analysis.wording import (
    event_words,
    short_date,
    short_period,
    tie_form_name,
)
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.events import Event, Statement
from parties_of_power.domain.subjects import Name
from parties_of_power.exchange.documents.cells import numbers, printed_cell
from parties_of_power.exchange.documents.citing import Citing
from parties_of_power.exchange.documents.definition import (
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    plain,
    small,
)
from parties_of_power.study.queries import citations_of, observations_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_FORMS = ("full", "short", "abbreviation")


def profile_document(
    study: Study, columns: Columns, subject_id: int, day: int, *, with_sources: bool = True
) -> Document:
    profile = subject_profile(study, subject_id, day)
    citing = Citing(study, columns, is_wanted=with_sources)
    blocks = [
        *_names(study, profile, citing),
        *_lineage(profile),
        *_leaders(study, profile),
        *_facts(study, profile, citing),
        *_parties(study, profile),
        *_ties(profile),
        *_events(study, profile, citing),
        *_statements(study, profile, citing),
    ]
    return Document(
        title=profile.name,
        subtitle=_("{kind}, as of {day}").format(kind=profile.kind_words, day=spoken(day)),
        blocks=(*blocks, *citing.notes()),
        lines=tuple(filter(None, (" · ".join(profile.also_called), profile.subject.note))),
    )


def _table(*titles: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(title) for title in titles)


def _row(*cells: str) -> TableRow:
    return TableRow(tuple(TableCell(plain(text)) for text in cells))


def _names(study: Study, profile: SubjectProfile, citing: Citing) -> Iterator[Block]:
    """In every language and script, the full ones first."""
    names = [each for each in study.catalogue.names_of(profile.subject.id) if each.standing == "adopted"]
    if not names:
        return
    yield Heading(_("Names"))
    ordered = sorted(names, key=lambda name: _FORMS.index(name.form))
    rows = tuple(_name_row(study, name, citing) for name in ordered)
    yield Table(_table(_("Name"), _("Form"), _("Language"), _("When")), rows)


def _name_row(study: Study, name: Name, citing: Citing) -> TableRow:
    cited = citations_of(study, "name", name.id) if citing.is_wanted else ()
    notes = citing.of_citations(cited)
    form = {"full": _("full"), "short": _("short"), "abbreviation": _("abbreviation")}[name.form]
    first = TableCell((Run(name.text, is_bold=True), *numbers(notes)))
    return TableRow((first, *_row(form, name.language, short_period(name.period, name.attested)).cells))


def _lineage(profile: SubjectProfile) -> Iterator[Block]:
    for is_older, title in ((True, _("Lineage")), (False, _("What came of it"))):
        told = dict.fromkeys(
            (each.name, ", ".join(filter(None, (each.years, each.words))))
            for each in profile.lineage
            if each.is_older is is_older
        )
        if told:
            yield Heading(title)
        for name, words in told:
            yield Paragraph((Run(name, is_bold=True), Run("  " + words)), bullet="•")


def _leaders(study: Study, profile: SubjectProfile) -> Iterator[Block]:
    for told in profile.leaders:
        yield Heading(told.attribute.name)
        yield Table(_table(_("Who"), _("When")), tuple(_led(study, profile.subject.id, told)))


def _led(study: Study, subject_id: int, told: Told) -> Iterator[TableRow]:
    observations = {each.id: each for each in observations_of(study, subject_id, told.attribute.id)}
    for point in told.points:
        found = observations.get(point.observation_id)
        if point.standing == "adopted" and found is not None:
            yield _row(point.text, short_period(found.period, found.attested))


def _facts(study: Study, profile: SubjectProfile, citing: Citing) -> Iterator[Block]:
    """Everything that has a value on the day, in the order and the groups of the codebook."""
    told = [*profile.facts, *profile.shares, *profile.scores]
    by_attribute = {fact.attribute.id: fact for fact in told}
    facts = [by_attribute[each] for each in study.catalogue.attributes if each in by_attribute]
    if not facts:
        return
    yield Heading(_("On {day}").format(day=spoken(profile.day)))
    yield Table(_table(_("Attribute"), _("Value"), ""), tuple(_fact_rows(facts, citing, profile.day)))


def _fact_rows(facts: Iterable[Fact], citing: Citing, day: int) -> Iterator[TableRow]:
    group = None
    for fact in facts:
        if fact.attribute.group != group:
            group = fact.attribute.group
            yield TableRow((TableCell((Run(group or _("Other"), is_bold=True),)),), is_heading=True)
        cell = fact.cell
        notes = citing.of_cell(fact.attribute, cell, day)
        value = printed_cell(cell, notes=notes, unit=cell.unit, is_bold=True)
        yield TableRow((TableCell(plain(fact.attribute.name)), value, TableCell(_beside(fact))))


def _beside(fact: Fact) -> tuple[Run, ...]:
    """The interval of an estimate, the total of a count."""
    cell = fact.cell
    if cell.low is not None and cell.high is not None:
        return (small(_("between {low} and {high}").format(low=f"{cell.low:g}", high=f"{cell.high:g}")),)
    return (small(_("of {total}").format(total=f"{cell.out_of:g}")),) if cell.out_of is not None else ()


def _parties(study: Study, profile: SubjectProfile) -> Iterator[Block]:
    catalogue = study.catalogue
    parties = [party for party in catalogue.parties if party.state_id == profile.subject.id]
    if not parties:
        return
    yield Heading(_("Parties"))
    rows = []
    for party in parties:
        founded, dissolved = catalogue.life_of(party.id)
        rows.append(_row(catalogue.shown_name(party.id, profile.day).text, short_date(founded), short_date(dissolved)))
    yield Table(_table(_("Party"), _("Founded"), _("Dissolved")), tuple(rows))


def _ties(profile: SubjectProfile) -> Iterator[Block]:
    if profile.ties:
        yield Heading(_("Ties up to {day}").format(day=spoken(profile.day)))
        yield Table(_table(_("When"), _("With"), _("What")), tuple(map(_tie_row, profile.ties)))


def _tie_row(dated: DatedTie) -> TableRow:
    form = tie_form_name(dated.tie.form)
    if dated.tie.status == "proposed":
        form = _("{form}, proposed").format(form=form)
    others = ", ".join(filter(None, (*(name for _subject, name in dated.others), dated.tie.class_of)))
    return _row(dated.date or _("no date"), others, form)


def _events(study: Study, profile: SubjectProfile, citing: Citing) -> Iterator[Block]:
    if profile.events:
        yield Heading(_("Events"))
        rows = tuple(_event_row(study, event, citing) for event in profile.events)
        yield Table(_table(_("When"), _("What")), rows)


def _event_row(study: Study, event: Event, citing: Citing) -> TableRow:
    notes = citing.of_citations(event.citations)
    what = event_words(event).removesuffix(f", {event.date.describe()}")
    return TableRow((TableCell(plain(short_date(event.date))), TableCell((Run(what), *numbers(notes)))))


def _statements(study: Study, profile: SubjectProfile, citing: Citing) -> Iterator[Block]:
    if profile.statements:
        yield Heading(_("Statements"))
    for each in profile.statements:
        yield Paragraph(_statement(study, each, citing), bullet="•")


def _statement(study: Study, statement: Statement, citing: Citing) -> tuple[Run, ...]:
    source = study.catalogue.sources.get(statement.source_id)
    where = ", ".join(filter(None, (source.title if source else "", statement.locator)))
    said = _("{who}: {what}").format(who=statement.claimant, what=statement.restatement) if statement.claimant else ""
    return (Run(said or statement.restatement), *numbers(citing.of_source(statement.source_id, where)))
