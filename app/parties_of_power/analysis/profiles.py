"""`subject_profile`: one party or state as of a day, in the order in which the inspector tells it."""

from collections.abc import Iterable
from dataclasses import dataclass

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.entries import entries_of_subject
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.series import Point, series
from parties_of_power.analysis.wording import scheme_name, short_date, short_period, succession_name
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.events import Event, Statement, Succession, Tie
from parties_of_power.domain.force import ALWAYS_AFTER, Hold, Life, Span, in_force
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import Identifier, Name, Subject
from parties_of_power.study.queries import events_of, identifiers_of, statements_of, successions_of, ties_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_TOLD = ("value", "missing", "wrong")


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of a subject, and when it bore it."""

    name: Name
    period: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class Relative:
    """Another subject in the line of succession; `is_older` where it comes before."""

    subject_id: int
    name: str
    years: str
    words: str
    is_older: bool
    succession: Succession


@dataclass(frozen=True, slots=True)
class Fact:
    """What one attribute reads on the day."""

    attribute: Attribute
    cell: Cell


@dataclass(frozen=True, slots=True)
class Told:
    """An attribute over time: the leaders of a party, the heads of a state."""

    attribute: Attribute
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class DatedTie:
    """A tie, its date in words, and the other parties by their names on the day."""

    tie: Tie
    date: str
    others: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SubjectProfile:
    """`also_called` are its native name, abbreviations and identifiers in force; `names` the English ones. `shares` are
    results of elections, `scores` estimates with an interval, `facts` everything else that has a value on the day."""

    subject: Subject
    day: int
    kind_words: str
    name: str
    also_called: tuple[str, ...]
    life: Life
    names: tuple[NameLine, ...]
    lineage: tuple[Relative, ...]
    leaders: tuple[Told, ...]
    shares: tuple[Fact, ...]
    scores: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]
    ties: tuple[DatedTie, ...]
    events: tuple[Event, ...]
    identifiers: tuple[Identifier, ...]


def subject_profile(study: Study, subject_id: int, day: int) -> SubjectProfile:
    catalogue = study.catalogue
    subject = catalogue.subjects[subject_id]
    names = catalogue.names_of(subject_id)
    identifiers = identifiers_of(study, subject_id)
    shares, scores, facts = _facts(study, subject, day)
    shown = catalogue.shown_name(subject_id, day).text
    return SubjectProfile(
        subject=subject,
        day=day,
        kind_words=_kind_words(study, subject, day),
        name=shown,
        also_called=tuple(_also_called(names, identifiers, shown, day)),
        life=catalogue.life_on(subject_id, day),
        names=tuple(_name_line(name, day) for name in names if _is_listed(name)),
        lineage=tuple(_relatives(study, subject_id, day)),
        leaders=tuple(_told(study, subject)),
        shares=shares,
        scores=scores,
        facts=facts,
        statements=statements_of(study, subject_id),
        ties=tuple(_ties(study, subject_id, day)),
        events=tuple(sorted(events_of(study, subject_id), key=lambda event: _first_day(event.date))),
        identifiers=identifiers,
    )


def _kind_words(study: Study, subject: Subject, day: int) -> str:
    """`Party · Russia`."""
    if subject.kind == "state":
        return _("State")
    state = study.catalogue.shown_name(subject.state_id, day).text if subject.state_id else ""
    return " · ".join(filter(None, [_("Party"), state]))


def _also_called(names: Iterable[Name], identifiers: Iterable[Identifier], shown: str, day: int) -> Iterable[str]:
    held = [name for name in names if name.standing == "adopted" and _holds(name, day)]
    native = [name.text for name in held if name.language != "en" and name.form != "abbreviation"]
    short = [name.text for name in held if name.form == "abbreviation"]
    yield from (text for text in dict.fromkeys((*native[:1], *short)) if text != shown)
    for identifier in identifiers:
        if _span_holds(Span.of(identifier.period), day):
            yield f"{scheme_name(identifier.scheme)} {identifier.value}"


def _is_listed(name: Name) -> bool:
    return name.standing == "adopted" and name.form != "abbreviation" and name.language == "en"


def _name_line(name: Name, day: int) -> NameLine:
    return NameLine(name, short_period(name.period, name.attested), _holds(name, day))


def _holds(name: Name, day: int) -> bool:
    return _span_holds(Span.of(name.period, name.attested), day)


def _span_holds(span: Span, day: int) -> bool:
    return in_force("until_changed", day, [span])[1] is not Hold.NONE


def _relatives(study: Study, subject_id: int, day: int) -> Iterable[Relative]:
    for succession in successions_of(study, subject_id):
        is_older = succession.to_id == subject_id
        other = succession.from_id if is_older else succession.to_id
        name = study.catalogue.shown_name(other, day).text
        yield Relative(other, name, _life_years(study, other), succession_name(succession.kind), is_older, succession)


def _life_years(study: Study, subject_id: int) -> str:
    """`1995–2001`, as far as its life is known."""
    founded, dissolved = study.catalogue.life_of(subject_id)
    if founded is None and dissolved is None:
        return ""
    first = str(_year(founded)) if founded else "…"
    if dissolved is None:
        return _("since {start}").format(start=first)
    return f"{first}–{_year(dissolved)}"


def _year(date: PartialDate) -> str:
    text = date.text.partition("-")[0] if date.precision in ("day", "month", "year", "season") else date.text
    return text.rstrip("?~%")


def _told(study: Study, subject: Subject) -> Iterable[Told]:
    for attribute in study.catalogue.attributes_of(subject.kind):
        if kind(attribute.kind).refers_to == "person" and attribute.validity == "until_changed":
            points = series(study, subject.id, attribute.id)
            if points:
                yield Told(attribute, points)


def _facts(study: Study, subject: Subject, day: int) -> tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[Fact, ...]]:
    reader = CellReader(study)
    known = entries_of_subject(study, subject.id)
    asked = study.catalogue.attributes_of(subject.kind)
    attributes = [each for each in asked if each.is_computed or (subject.id, each.id) in known]
    results = {
        entry.id for entries in known.values() for entry in entries if entry.event_id and entry.number is not None
    }
    reader.read_ahead((subject.id,), [each.id for each in attributes])
    found = [Fact(each, reader.cell(subject.id, each.id, day, last_day=True)) for each in attributes]
    told = [fact for fact in found if fact.cell.state in (("value",) if fact.attribute.is_computed else _TOLD)]
    scores = tuple(fact for fact in told if fact.cell.low is not None and not fact.attribute.is_computed)
    shares = tuple(fact for fact in told if fact not in scores and fact.cell.observation_id in results)
    return shares, scores, tuple(fact for fact in told if fact not in scores and fact not in shares)


def _ties(study: Study, subject_id: int, day: int) -> Iterable[DatedTie]:
    """Those up to the day, earliest first; without a date last."""
    catalogue = study.catalogue
    known = sorted(ties_of(study, subject_id), key=lambda tie: _first_day(tie.date) if tie.date else ALWAYS_AFTER)
    for tie in known:
        if tie.date is None or _first_day(tie.date) <= day:
            others = tuple(
                (party, catalogue.shown_name(party, day).text) for party in tie.party_ids if party != subject_id
            )
            yield DatedTie(tie, short_date(tie.date), others)


def _first_day(date: PartialDate) -> int:
    return next((each for each in (date.earliest, date.latest) if each is not None), ALWAYS_AFTER)
