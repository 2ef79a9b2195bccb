"""`report`: all that is known about one cell, in the order in which the inspector says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.entries import Entry, entries_of_cell
from parties_of_power.analysis.moment_rows import moment_words
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.readings import Reading, distinct
from parties_of_power.analysis.said import Rival, Said, said_of, source_titles, why_soft
from parties_of_power.analysis.series import relation
from parties_of_power.analysis.showing import with_unit
from parties_of_power.analysis.wording import age, also_in, base_sentence, event_words, next_measured, since_until
from parties_of_power.domain.agreement import Agreement
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import spoken
from parties_of_power.domain.events import Statement
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold
from parties_of_power.domain.moments import Moment, When, day_of
from parties_of_power.domain.observations import Observation, missing_name
from parties_of_power.study.history import CellChange, history_of_cell
from parties_of_power.study.queries import observations_of, statements_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

if TYPE_CHECKING:
    from parties_of_power.analysis.computed_report import Computed


@dataclass(frozen=True, slots=True)
class CellReport:
    """`value` is the large text with its unit; `sentences` say its event, base, age, start, end and what comes next.

    `rivals` are those of the day: conflicts first, then those that differ by precision or base only. `other_days` are
    rivals of other days, `before_and_after` every adopted value, earliest first. `computed` is what a computed cell was
    reckoned from. `read_at` names the day or the moment where it is not the as-of day.
    """

    subject_id: int
    attribute: Attribute
    day: int
    subject_name: str
    cell: Cell
    value: str
    sentences: tuple[str, ...]
    doubt: str
    in_force: Said | None
    agreeing: tuple[Said, ...]
    also_in: str
    rivals: tuple[Rival, ...]
    rival_count: str
    claims: tuple[Said, ...]
    other_days: tuple[Said, ...]
    before_and_after: tuple[Said, ...]
    statements: tuple[Statement, ...]
    history: tuple[CellChange, ...]
    computed: "Computed | None" = None
    read_at: str = ""


class _Words:
    """The observations of the cell in words, by id."""

    def __init__(self, study: Study, attribute: Attribute, entries: Iterable[Entry], day: int) -> None:
        self._catalogue = study.catalogue
        self._attribute = attribute
        self._day = day
        self._entries = {entry.id: entry for entry in entries}
        subject_ids = {entry.subject_id for entry in self._entries.values()}
        found = (each for subject_id in subject_ids for each in observations_of(study, subject_id, attribute.id))
        self._observations: dict[int, Observation] = {each.id: each for each in found}

    def of(self, entry: Entry) -> Said:
        return said_of(self._catalogue, self._attribute, self._observations[entry.id], entry, self._day)

    def of_all(self, entries: Iterable[Entry]) -> tuple[Said, ...]:
        return tuple(self.of(entry) for entry in entries)


def report(study: Study, columns: Columns, subject_id: int, attribute_id: int, when: When) -> CellReport:
    """The cell as of a day, or at an election or in a year. Nothing is in force where its subject does not exist yet or
    any more."""
    day = day_of(when)
    attribute = study.catalogue.attributes[attribute_id]
    entries = entries_of_cell(study, subject_id, attribute_id)
    reader = CellReader(study)
    cell = reader.cell(subject_id, attribute_id, when)
    exists = cell.state not in ("ended", "not_founded")
    reading = reader.reading(attribute, entries, when) if exists else Reading(None, Hold.NONE)
    words = _Words(study, attribute, entries, day)
    in_force = words.of(reading.entry) if reading.entry else None
    agreeing = words.of_all(reading.agreeing)
    return CellReport(
        subject_id=subject_id,
        attribute=attribute,
        day=day,
        subject_name=study.catalogue.shown_name(subject_id, day).text,
        cell=cell,
        value=_large(cell),
        sentences=tuple(filter(None, _sentences(study, attribute, reading, entries, day))),
        doubt=doubt_words(reading),
        in_force=in_force,
        agreeing=agreeing,
        also_in=_also_in(study, in_force, agreeing),
        rivals=(rivals := _rivals(attribute, reading, words, cell.text)),
        rival_count=_count(rivals),
        claims=words.of_all(reading.claims),
        other_days=words.of_all(_on_other_days(attribute, entries, reading)),
        before_and_after=words.of_all(entry for entry in entries if entry.standing == "adopted"),
        statements=statements_of(study, subject_id),
        history=tuple(history_of_cell(study, subject_id, attribute_id)),
        computed=_computed(study, reader, subject_id, attribute, when) if exists else None,
        read_at=_read_at(study, when),
    )


def _read_at(study: Study, when: When) -> str:
    """What the cell is read at where it is not the day of the study: `on 7 December 2003`, `2007`, an election."""
    if isinstance(when, Moment):
        return moment_words(study.catalogue, when)
    return "" if when == study.as_of else _("on {day}").format(day=spoken(when))


def _computed(study: Study, reader: CellReader, subject_id: int, attribute: Attribute, when: When) -> "Computed | None":
    if not attribute.is_computed:
        return None
    # Only where something is computed: most studies open without it.
    from parties_of_power.analysis.computed_report import computed_from

    return computed_from(study, reader, subject_id, attribute, when)


def doubt_words(reading: Reading) -> str:
    """Why a value holds only possibly, or no longer surely."""
    if reading.entry is None or reading.hold not in (Hold.POSSIBLY, Hold.LAST_ATTESTED):
        return ""
    period = reading.entry.period
    if reading.hold is Hold.LAST_ATTESTED:
        return _("Its end is not known; no source read says so later.")
    if period.start_state == "unknown":
        return _("Possibly in force: no source says when it began.")
    return _("Possibly in force: the source says only about when it began or ended.")


def _large(cell: Cell) -> str:
    if cell.state == "value":
        return with_unit(cell.text, cell.unit)
    return missing_name(cell.missing) if cell.missing else cell.text  # type: ignore[arg-type]  # a missing reason


def _sentences(
    study: Study, attribute: Attribute, reading: Reading, entries: Sequence[Entry], day: int
) -> Iterable[str]:
    entry = reading.entry
    if entry is None:
        return
    event = study.catalogue.events.get(entry.event_id) if entry.event_id else None
    if event is not None:
        yield event_words(event)
    elif attribute.validity != "timeless":
        yield since_until(entry.period, entry.attested)
    measured = entry.span.start_max
    old = attribute.validity == "last_known" and ALWAYS_BEFORE < measured < ALWAYS_AFTER
    yield " · ".join(filter(None, [base_sentence(entry.base), age(measured, day) if old else ""]))
    following = _following(entry, entries, day)
    if following is not None and attribute.validity == "last_known":
        yield next_measured(following)


def _following(entry: Entry, entries: Sequence[Entry], day: int) -> int | None:
    later = [other.span.start_min for other in entries if other.standing == "adopted" and other.span.start_min > day]
    return min((start for start in later if start > entry.span.start_min), default=None)


def _also_in(study: Study, in_force: Said | None, agreeing: Sequence[Said]) -> str:
    if in_force is None:
        return ""
    own = source_titles(study.catalogue, in_force.observation.citations)
    titles = source_titles(study.catalogue, *(each.observation.citations for each in agreeing))
    return also_in(title for title in titles if title not in own)


def _rivals(attribute: Attribute, reading: Reading, words: _Words, adopted_text: str) -> tuple[Rival, ...]:
    conflicts = [(group, Agreement.CONFLICT) for group in distinct(attribute, reading.rivals)]
    how_of = {entry.id: how for entry, how in reading.soft}
    soft = [(group, how_of[group[0].id]) for group in distinct(attribute, (entry for entry, _how in reading.soft))]
    return tuple(
        Rival(words.of(group[0]), how, why_soft(attribute, how, adopted_text), words.of_all(group[1:]))
        for group, how in (*conflicts, *soft)
    )


def _count(rivals: Sequence[Rival]) -> str:
    """`3, one to settle`."""
    to_settle = sum(rival.agreement is Agreement.CONFLICT for rival in rivals)
    if not rivals:
        return ""
    if to_settle == len(rivals):
        return str(len(rivals))
    return ngettext("{count}, one to settle", "{count}, {open} to settle", to_settle).format(
        count=len(rivals), open=to_settle or _("none")
    )


def _on_other_days(attribute: Attribute, entries: Sequence[Entry], reading: Reading) -> list[Entry]:
    """Rivals of other days; not those that only say once more what is adopted."""
    listed = {entry.id for entry in (*reading.rivals, *reading.agreeing, *(entry for entry, _how in reading.soft))}
    adopted = [entry for entry in entries if entry.standing == "adopted"]
    return [
        entry
        for entry in entries
        if entry.standing == "rival" and entry.id not in listed and relation(attribute, entry, adopted) != "agrees"
    ]
