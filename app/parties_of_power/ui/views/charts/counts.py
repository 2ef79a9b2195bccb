"""Answers over time: how many parties or states give each answer on every day, as stacked steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parties_of_power.analysis.series import Point, adopted_points
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, has_answers
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.wanted import Wanted

MOST_DAYS = 400


def suits(attribute: Attribute) -> bool:
    return has_answers(attribute) and attribute.kind != "several_choices"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a day until the day before the next stretch: who gives each answer, in the order of the answers."""

    first: int
    until: int
    givers: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class CountsDrawing:
    answers: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    axis: str

    def span(self) -> tuple[int, int]:
        return self.stretches[0].first, self.stretches[-1].until

    @property
    def most(self) -> int:
        return max((sum(map(len, stretch.givers)) for stretch in self.stretches), default=1) or 1


def read(reader: Reader, wanted: Wanted) -> Picture[CountsDrawing]:
    question, rows = wanted.question, reader.rows(wanted.question)
    held = {row.subject_id: _dated(adopted_points(reader.points(row, question))) for row in rows}
    answers = _answers(reader, question, held.values())
    days = _days(reader, list(held.values()))
    stretches = tuple(
        Stretch(day, (days[place + 1] - 1) if place + 1 < len(days) else day, _givers(held, answers, day))
        for place, day in enumerate(days)
    )
    shown = tuple(_shown(reader, question, value) for value in answers)
    is_party = reader.comparison.subject_kind == "party"
    drawing = CountsDrawing(shown, _joined(stretches[:-1] or stretches), _("parties") if is_party else _("states"))
    answering = {subject_id for subject_id, points in held.items() if points}
    missing = cells_without(rows, question, answering)
    nothing = (
        ""
        if answering
        else _("No row of this comparison has a dated answer to “{attribute}” yet.").format(attribute=question.name)
    )
    said = _words(reader, question, rows, held)
    return Picture(
        said, _listing(reader, rows, drawing, answering), drawing, _spoken(reader, drawing), nothing, missing
    )


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches in which nothing changes are one."""
    found: list[Stretch] = []
    for each in stretches:
        if found and found[-1].givers == each.givers:
            found[-1] = replace(found[-1], until=each.until)
        else:
            found.append(each)
    return tuple(found)


def _dated(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple(point for point in points if point.value and point.day_max > ALWAYS_BEFORE)


def _answers(reader: Reader, question: Question, held: Iterable[tuple[Point, ...]]) -> tuple[str, ...]:
    """In the order of the codebook; only those that somebody gives."""
    given = {point.value for points in held for point in points}
    known = [str(choice.id) for choice in reader.catalogue.choices_of(question.attribute.id)]
    if question.attribute.kind == "yes_no":
        known = ["yes", "no"]
    return tuple([value for value in known if value in given] + sorted(given - set(known)))


def _days(reader: Reader, held: Sequence[tuple[Point, ...]]) -> list[int]:
    """Every day on which an answer begins or has ended, and the as-of day as the last where nothing comes later."""
    found = {point.day_min for points in held for point in points if ALWAYS_BEFORE < point.day_min < ALWAYS_AFTER}
    found |= {point.until + 1 for points in held for point in points if point.until < ALWAYS_AFTER}
    if not found:
        return [reader.day]
    ordered = sorted(found)
    last = max(ordered[-1], reader.day) + 1
    if len(ordered) > MOST_DAYS:
        ordered = ordered[:: -(-len(ordered) // MOST_DAYS)]
    return [*ordered, last] if last > ordered[-1] else ordered


def _givers(held: dict[int, tuple[Point, ...]], answers: Sequence[str], day: int) -> tuple[tuple[int, ...], ...]:
    found: dict[str, list[int]] = {value: [] for value in answers}
    for subject_id, points in held.items():
        on_day = [point for point in points if point.day_min <= day <= point.until]
        if on_day:
            found[max(on_day, key=lambda point: point.day_min).value].append(subject_id)
    return tuple(tuple(found[value]) for value in answers)


def _shown(reader: Reader, question: Question, value: str) -> str:
    return kind(question.attribute.kind).show(value, reader.catalogue.names_for(question.attribute, reader.day))


def _words(reader: Reader, question: Question, rows: Sequence[Row], held: dict[int, tuple[Point, ...]]) -> Words:
    drawn = [point for points in held.values() for point in points]
    evidence = [reader.evidence(point.observation_id) for point in drawn]
    answering = sum(bool(points) for points in held.values())
    skipped = [words.why_skipped(row.cell) for row in rows if not held[row.subject_id]]
    values = ngettext("{count} answer", "{count} answers", len(drawn)).format(count=len(drawn))
    note = _("An answer counts from its earliest day until its latest one.")
    return Words(
        _("{title}, over time").format(title=words.title(question, reader.comparison.subject_kind, answering)),
        _("how many give each answer, on every day"),
        words.BETWEEN.join([words.counted(answering, reader, skipped), values]),
        words.sources(reader.catalogue, evidence, note) if drawn else "",
    )


def _listing(reader: Reader, rows: Sequence[Row], drawing: CountsDrawing, answering: set[int]) -> Listing:
    """A row for each stretch with its counts; the first of those who answer stands for it in the selection."""
    listed = [
        ListedRow(
            next((giver for group in stretch.givers for giver in group), 0),
            (spoken_short(stretch.first), *(str(len(group)) for group in stretch.givers)),
        )
        for stretch in drawing.stretches
        if any(stretch.givers)
    ]
    return Listing((_("From"), *drawing.answers), tuple(listed), frozenset(range(1, len(drawing.answers) + 1)))


def _spoken(reader: Reader, drawing: CountsDrawing) -> str:
    now = next((each for each in reversed(drawing.stretches) if each.first <= reader.day), None)
    if now is None:
        return ""
    parts = (
        _("{answer}: {count}").format(answer=answer, count=len(givers))
        for answer, givers in zip(drawing.answers, now.givers, strict=True)
    )
    return _("on {day}: {counts}").format(day=spoken_short(reader.day), counts=", ".join(parts))
