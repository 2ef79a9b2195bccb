"""Slopes: one number of every party on two days, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.dates import spoken, spoken_short
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.bars import Bar, bar_of, exact, has_bar
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, scale_title
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.wanted import Option, Wanted

FOUR_YEARS = 1461
FROM_DAY = Option("from_day", N_("From"), is_day=True, days_back=FOUR_YEARS)
OPTIONS = (FROM_DAY,)


@dataclass(frozen=True, slots=True)
class Slope:
    """`is_same` where both days read the same observation: nothing was measured between them."""

    before: Bar
    after: Bar
    is_same: bool
    hollow: tuple[bool, bool]

    @property
    def subject_id(self) -> int:
        return self.before.subject_id


@dataclass(frozen=True, slots=True)
class SlopeDrawing:
    slopes: tuple[Slope, ...]
    days: tuple[int, int]
    axis: str

    def extent(self) -> tuple[float, float]:
        numbers = [bar.number for slope in self.slopes for bar in (slope.before, slope.after)]
        return min(numbers, default=0.0), max(numbers, default=1.0)


def read(reader: Reader, wanted: Wanted) -> Picture[SlopeDrawing]:
    question, rows = wanted.question, reader.rows(wanted.question)
    last = reader.day if question.column.day is None else question.column.day
    first = wanted.day(FROM_DAY, reader.day)
    pairs = [(reader.row_on(row, question, first), row) for row in rows]
    drawn = [(before, after) for before, after in pairs if has_bar(before) and has_bar(after)]
    usual = words.most_frequent(row.cell.base for pair in drawn for row in pair)
    slopes = [_slope(reader, question, before, after, usual) for before, after in drawn]
    if wanted.by_value:
        slopes.sort(key=lambda slope: -slope.after.number)
    drawing = SlopeDrawing(tuple(slopes), (first, last), scale_title(question))
    missing = cells_without(rows, question, (slope.subject_id for slope in slopes))
    spoken_words = "; ".join(_change(slope) for slope in slopes)
    nothing = "" if slopes else _nothing(question, drawing.days)
    return Picture(
        _words(reader, wanted, drawing, pairs), _listing(question, drawing), drawing, spoken_words, nothing, missing
    )


def _slope(reader: Reader, question: Question, before: Row, after: Row, usual: str) -> Slope:
    is_same = before.cell.observation_id is not None and before.cell.observation_id == after.cell.observation_id
    hollow = tuple(bool(row.cell.base) and row.cell.base != usual for row in (before, after))
    bars = bar_of(reader, question, before, usual), bar_of(reader, question, after, usual)
    return Slope(*bars, is_same, (hollow[0], hollow[1]))


def _change(slope: Slope) -> str:
    return _("{name}: from {before} to {after}").format(
        name=slope.after.name, before=slope.before.text, after=slope.after.text
    )


def _words(reader: Reader, wanted: Wanted, drawing: SlopeDrawing, pairs: Sequence[tuple[Row, Row]]) -> Words:
    question = wanted.question
    points = [point for pair in pairs for row in pair if has_bar(row) and (point := reader.point_of(row, question))]
    evidence = [reader.evidence(point.observation_id) for point in points]
    skipped = [_why(drawing, before, after) for before, after in pairs if not (has_bar(before) and has_bar(after))]
    how = [_("in force on {first} and on {last}").format(first=spoken(drawing.days[0]), last=spoken(drawing.days[1]))]
    if any(slope.is_same for slope in drawing.slopes):
        how.append(_("dashed: the same value on both days"))
    if any(any(slope.hollow) for slope in drawing.slopes):
        how.append(_("hollow: a share of something else, not strictly comparable"))
    title = _("{attribute}, two days apart").format(attribute=question.name)
    counted = words.counted(len(drawing.slopes), reader, skipped)
    note = _("The axis need not begin at zero.")
    return Words(title, "; ".join(how), counted, words.sources(reader.catalogue, evidence, note) if points else "")


def _why(drawing: SlopeDrawing, before: Row, after: Row) -> str:
    """The reason, and on which of the two days."""
    row, day = (before, drawing.days[0]) if not has_bar(before) else (after, drawing.days[1])
    return _("{reason} ({day})").format(reason=words.why_skipped(row.cell), day=spoken_short(day))


def _listing(question: Question, drawing: SlopeDrawing) -> Listing:
    headers = (_("Name"), spoken_short(drawing.days[0]), spoken_short(drawing.days[1]), _("Difference"))
    rows = tuple(
        ListedRow(
            slope.subject_id,
            (
                slope.after.name,
                exact(question, slope.before.number),
                exact(question, slope.after.number),
                exact(question, slope.after.number - slope.before.number),
            ),
        )
        for slope in drawing.slopes
    )
    return Listing(headers, rows, frozenset({1, 2, 3}))


def _nothing(question: Question, days: tuple[int, int]) -> str:
    return _("No row has a value of “{attribute}” both on {first} and on {last}. Choose other days.").format(
        attribute=question.name, first=spoken(days[0]), last=spoken(days[1])
    )
