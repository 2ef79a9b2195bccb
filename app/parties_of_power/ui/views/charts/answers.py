"""Answers counted: how many parties give each answer on a day, and which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.domain.force import Hold
from parties_of_power.domain.kinds import kind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.wanted import Wanted

YES_NO = ("yes", "no")
UNSURE = N_("≈ {name}")


@dataclass(frozen=True, slots=True)
class Giver:
    """A party that gives an answer; one that possibly does is marked in its name."""

    subject_id: int
    name: str
    tip: str


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    givers: tuple[Giver, ...]


@dataclass(frozen=True, slots=True)
class AnswersDrawing:
    answers: tuple[Answer, ...]
    axis: str


def read(reader: Reader, wanted: Wanted) -> Picture[AnswersDrawing]:
    """Answers in the order of the codebook, or the most frequent first; those that nobody gives stay."""
    question, by_value = wanted.question, wanted.by_value
    rows = reader.rows(question)
    given = [row for row in rows if row.cell.state == "value"]
    answers = [_answer(reader, question, value, given) for value in _values(reader.catalogue, question, given)]
    if by_value:
        answers.sort(key=lambda answer: -len(answer.givers))
    is_party = reader.comparison.subject_kind == "party"
    drawing = AnswersDrawing(tuple(answers), _("parties") if is_party else _("states"))
    points = [point for row in given if (point := reader.point_of(row, question))]
    evidence = [reader.evidence(point.observation_id) for point in points]
    when = [words.as_of(question, reader.day), words.measured_when(reader.catalogue, question, points)]
    skipped = [words.why_skipped(row.cell) for row in rows if row.cell.state != "value"]
    note = (
        _("A party that gives several answers counts with each.") if kind(question.attribute.kind).is_multiple else ""
    )
    lines = Words(
        words.title(question, reader.comparison.subject_kind, len(given)),
        ", ".join(filter(None, when)),
        words.counted(len(given), reader, skipped),
        words.sources(reader.catalogue, evidence, note) if given else "",
    )
    nothing = "" if given else _nothing(reader, question)
    missing = cells_without(rows, question, (row.subject_id for row in given))
    return Picture(lines, _listing(rows), drawing, _spoken(answers), nothing, missing)


def _values(catalogue: Catalogue, question: Question, given: Sequence[Row]) -> list[str]:
    known = [str(choice.id) for choice in catalogue.choices_of(question.attribute.id)]
    if question.attribute.kind == "yes_no":
        known = list(YES_NO)
    return known + sorted({value for row in given for value in _given_by(row, question)} - set(known))


def _given_by(row: Row, question: Question) -> Iterator[str]:
    """The answers of one row; kinds with several answers divide them by semicolons."""
    if kind(question.attribute.kind).is_multiple:
        yield from (part.strip() for part in row.cell.value.split(";"))
    else:
        yield row.cell.value


def _answer(reader: Reader, question: Question, value: str, given: Sequence[Row]) -> Answer:
    names = reader.catalogue.names_for(question.attribute, reader.day)
    text = kind(question.attribute.kind).show(value, names)
    return Answer(text, tuple(_giver(reader, row, text) for row in given if value in _given_by(row, question)))


def _giver(reader: Reader, row: Row, text: str) -> Giver:
    name = _(UNSURE).format(name=row.name) if row.cell.hold is Hold.POSSIBLY else row.name
    said = _("{name}: {answer}").format(name=reader.full_name(row.subject_id), answer=text)
    return Giver(row.subject_id, name, ", ".join(filter(None, [said, row.cell.attested or row.cell.measured])))


def _listing(rows: Sequence[Row]) -> Listing:
    headers = (_("Name"), _("Answer"), _("When"))
    listed = (
        ListedRow(row.subject_id, (row.name, row.cell.text, row.cell.attested or row.cell.measured)) for row in rows
    )
    return Listing(headers, tuple(listed))


def _spoken(answers: Sequence[Answer]) -> str:
    return "; ".join(
        _("{answer}: {count} ({names})").format(
            answer=answer.text, count=len(answer.givers), names=", ".join(giver.name for giver in answer.givers)
        )
        for answer in answers
        if answer.givers
    )


def _nothing(reader: Reader, question: Question) -> str:
    if any(reader.points(row, question) for row in reader.rows(question)):
        return _("No answer to “{attribute}” is in force on this day. Move the as-of day.").format(
            attribute=question.name
        )
    return _("No row of this comparison has an answer to “{attribute}” yet.").format(attribute=question.name)
