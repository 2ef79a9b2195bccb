"""The long form: one row an observation, of every standing and every subject, for R and for whoever computes with it.

UTF-8 without a byte order mark, quoted by RFC 4180, blank for nothing. Keys stand beside names: of what has no key its
id. What is computed by a formula is no observation and has no row.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import iso
from parties_of_power.domain.force import Life
from parties_of_power.domain.kinds import Names, kind
from parties_of_power.domain.observations import Observation
from parties_of_power.exchange.definition import Export, ExportRefused, Progress
from parties_of_power.exchange.safe_cells import Alterations, printable
from parties_of_power.exchange.sheets.cited import source_cells
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.study.queries import observations_of_attribute
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

# The columns, their types in a data package, and what they hold.
LONG_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("subject", "string", "Key of the party or state; its id where it has no key."),
    ("subject_name", "string", "Its short name on the as-of day."),
    ("subject_kind", "string", "party or state."),
    ("state", "string", "Key of the state of a party."),
    ("state_name", "string", "Short name of the state of a party on the as-of day."),
    ("attribute", "string", "Key of the attribute; its id where it has no key."),
    ("attribute_name", "string", "Name of the attribute."),
    ("kind", "string", "Kind of answer, for example number, percent, date, choice."),
    ("value", "string", "The value as text: percents in points, dates in EDTF, choices by their labels."),
    ("number", "number", "The value of a number or percent (in points); 1 and 0 for yes and no."),
    ("code", "string", "Codes of the choices, separated by semicolons."),
    ("unreadable", "string", "A text that was typed and that its kind cannot read; it counts nowhere as a value."),
    ("missing", "string", "Why there is no value: not_coded, unknown, not_applicable, interrupted, irreconcilable."),
    ("computed_state", "string", "The subject on the as-of day: ended, not_founded; blank otherwise."),
    ("bound", "string", "exact, about, at_least, at_most."),
    ("low", "number", "Lower end of the interval."),
    ("high", "number", "Upper end of the interval."),
    ("interval", "string", "What low and high are."),
    ("out_of", "number", "The total that a count is of."),
    ("base", "string", "What a share is of."),
    ("coders", "integer", "Number of coders of an expert score."),
    ("ordinal", "number", "The ordinal version of an expert score."),
    ("period", "string", "When it held, in EDTF (ISO 8601-2); blank is always."),
    ("start_earliest", "date", "The earliest day on which it may have begun; blank where it is open or unknown."),
    ("start_latest", "date", "The latest day on which it may have begun."),
    ("end_earliest", "date", "The earliest day on which it may have ended."),
    ("end_latest", "date", "The latest day on which it may have ended."),
    ("attested", "string", "The last day, in EDTF, on which a source says that it still held."),
    ("event", "string", "The event that it belongs to, such as an election."),
    ("event_date", "string", "The date of the event, in EDTF."),
    ("standing", "string", "adopted (what tables show), rival (another source says otherwise), claim."),
    ("certainty", "string", "high, medium or low."),
    ("claimant", "string", "Who claims it."),
    ("reason", "string", "Why it was adopted."),
    ("coder", "string", "Who coded it."),
    ("sources", "string", "Keys of the sources, separated by semicolons."),
    ("locators", "string", "The places in the sources, in the same order."),
    ("note", "string", "Note."),
    ("typed", "string", "The value as typed or printed in the source."),
    ("id", "string", "Id of the observation."),
)
_STATES = {Life.AFTER: "ended", Life.BEFORE: "not_founded"}
_FIRST_DAY, _LAST_DAY = 1, 3_652_059  # 0001-01-01 and 9999-12-31, as far as dates of ISO 8601 reach


def write_long(export: Export, path: Path, progress: Progress) -> list[str]:
    """Answers what had to change."""
    changes = Alterations()
    computed = sum(each.is_computed for each in export.study.catalogue.attributes.values())
    if computed:
        changes.say(
            ngettext(
                "{count} computed attribute has no observations, so it is not in the long form.",
                "{count} computed attributes have no observations, so they are not in the long form.",
                computed,
            ).format(count=computed)
        )
    write_observations(export.study, export.table.day, path, changes, progress)
    progress(1.0)
    return changes.sentences()


def write_observations(study: Study, day: int, path: Path, changes: Alterations, progress: Progress) -> None:
    """Writes the file and reads it back; ExportRefused where it does not hold the same."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows(_lines(study, day, changes, progress))
    if not _holds(path, _lines(study, day, Alterations(), lambda _done: None)):
        raise ExportRefused(_("The table did not hold what was written, so it was thrown away: try again."))


def _holds(path: Path, lines: Iterator[list[str]]) -> bool:
    with path.open(encoding="utf-8", newline="") as file:
        try:
            return all(read == line for read, line in zip(csv.reader(file, strict=True), lines, strict=True))
        except (csv.Error, ValueError):  # it cannot be read, or has more or fewer lines
            return False


def _lines(study: Study, day: int, changes: Alterations, progress: Progress) -> Iterator[list[str]]:
    """The names of the columns, then attribute by attribute in the order of the codebook."""
    yield [name for name, _type, _meaning in LONG_COLUMNS]
    catalogue = study.catalogue
    for place, attribute in enumerate(catalogue.attributes.values()):
        progress(place / len(catalogue.attributes))
        names = catalogue.names_for(attribute, day)
        for observation in observations_of_attribute(study, attribute.id):
            cells = (
                *_asked(catalogue, attribute, observation, day),
                *_said(catalogue, attribute, observation, names, day),
                *_when(catalogue, observation),
                *_whence(catalogue, observation),
            )
            yield [printable(cell, changes, str(observation.id)) for cell in cells]


def _asked(catalogue: Catalogue, attribute: Attribute, observation: Observation, day: int) -> tuple[str, ...]:
    subject = catalogue.subjects[observation.subject_id]
    state = catalogue.subjects.get(subject.state_id or 0)
    return (
        subject.key or str(subject.id),
        catalogue.shown_name(subject.id, day).text,
        subject.kind,
        state.key or str(state.id) if state else "",
        catalogue.shown_name(state.id, day).text if state else "",
        attribute.key or str(attribute.id),
        attribute.name,
        attribute.kind,
    )


def _said(
    catalogue: Catalogue, attribute: Attribute, observation: Observation, names: Names, day: int
) -> tuple[str, ...]:
    of_kind, value = kind(attribute.kind), observation.value
    code_of = {str(choice.id): choice.code for choice in catalogue.choices_of(attribute.id)}
    ids = value.split(";") if value and of_kind.refers_to == "choice" else []
    return (
        of_kind.show(value, names) if value else "",
        _number(of_kind.number(value) if value else None),
        ";".join(code_of.get(each, each) for each in ids),
        observation.typed if observation.wrong else "",
        observation.missing,
        _STATES.get(catalogue.life_on(observation.subject_id, day), ""),
        observation.bound,
        _number(observation.low),
        _number(observation.high),
        observation.interval,
        _number(observation.out_of),
        observation.base,
        _number(observation.coders),
        _number(observation.ordinal),
    )


def _when(catalogue: Catalogue, observation: Observation) -> tuple[str, ...]:
    period, event = observation.period, catalogue.events.get(observation.event_id or 0)
    days = (period.start_earliest, period.start_latest, period.end_earliest, period.end_latest)
    return (
        period.text,
        *(iso(day) if day is not None and _FIRST_DAY <= day <= _LAST_DAY else "" for day in days),
        observation.attested,
        event.title if event else "",
        event.date.text if event else "",
    )


def _whence(catalogue: Catalogue, observation: Observation) -> tuple[str, ...]:
    sources, locators = source_cells(catalogue, observation.citations)
    return (
        observation.standing,
        observation.certainty,
        observation.claimant,
        observation.reason,
        observation.coder,
        sources,
        locators,
        observation.note,
        observation.typed,
        str(observation.id),
    )


def _number(number: float | None) -> str:
    """So that it is read as the same number."""
    return "" if number is None else repr(number).removesuffix(".0")
