"""A distribution: one number of every party as a strip of dots, as boxes or as a histogram, perhaps by an answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.domain.attributes import Attribute
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.bars import Bar, bar_of, exact, has_bar
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, axis_title, has_answers
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.ticks import round_step
from parties_of_power.ui.views.charts.wanted import Option, Place, Wanted

STRIP, BOX, HISTOGRAM = "strip", "box", "histogram"
SHAPE = Option("shape", N_("As"), ((STRIP, N_("Strip")), (BOX, N_("Boxes")), (HISTOGRAM, N_("Histogram"))))
OPTIONS = (SHAPE,)
GROUP = "group"


def _may_group(attribute: Attribute) -> bool:
    return has_answers(attribute) and attribute.kind != "several_choices"


PLACES = (Place(GROUP, N_("By"), _may_group),)


@dataclass(frozen=True, slots=True)
class Five:
    """Least, lower quartile, median, upper quartile, greatest; quartiles lie between values in a straight line."""

    least: float
    lower: float
    median: float
    upper: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Lane:
    """Those who give one answer, or all; `title` is blank for all."""

    title: str
    bars: tuple[Bar, ...]
    five: Five


@dataclass(frozen=True, slots=True)
class Bin:
    low: float
    high: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class DistributionDrawing:
    lanes: tuple[Lane, ...]
    bins: tuple[Bin, ...]
    axis: str
    shape: str
    counted: str

    def extent(self) -> tuple[float, float]:
        numbers = [bar.number for lane in self.lanes for bar in lane.bars]
        return min(numbers, default=0.0), max(numbers, default=1.0)


def read(reader: Reader, wanted: Wanted) -> Picture[DistributionDrawing]:
    question, rows = wanted.question, reader.rows(wanted.question)
    bars = [bar_of(reader, question, row, "") for row in rows if has_bar(row)]
    lanes = _lanes(reader, wanted.others.get(GROUP), bars)
    is_party = reader.comparison.subject_kind == "party"
    drawing = DistributionDrawing(
        lanes, _bins(bars), axis_title(question), wanted.answer(SHAPE), _("parties") if is_party else _("states")
    )
    missing = cells_without(rows, question, (bar.subject_id for bar in bars))
    nothing = (
        ""
        if bars
        else _("No value of “{attribute}” is in force on this day. Move the as-of day.").format(attribute=question.name)
    )
    spoken = "; ".join(_lane_words(question, lane) for lane in lanes)
    said = _words(reader, wanted, drawing, rows)
    return Picture(said, _listing(question, lanes), drawing, spoken, nothing, missing)


def five_of(numbers: Sequence[float]) -> Five:
    ordered = sorted(numbers)

    def at(share: float) -> float:
        place = share * (len(ordered) - 1)
        below = math.floor(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (ordered[above] - ordered[below]) * (place - below)

    return Five(ordered[0], at(0.25), at(0.5), at(0.75), ordered[-1])


def _lanes(reader: Reader, group: Question | None, bars: Sequence[Bar]) -> tuple[Lane, ...]:
    """The largest group first; those without an answer last."""
    answers: dict[int, str] = {}
    for row in reader.rows(group) if group else ():
        answers[row.subject_id] = row.cell.text if row.cell.state == "value" else words.why_skipped(row.cell)
    found: dict[str, list[Bar]] = {}
    for bar in bars:
        found.setdefault(answers.get(bar.subject_id, ""), []).append(bar)
    ordered = sorted(found.items(), key=lambda each: -len(each[1]))
    return tuple(Lane(title, tuple(each), five_of([bar.number for bar in each])) for title, each in ordered)


def _bins(bars: Sequence[Bar]) -> tuple[Bin, ...]:
    """As many as Sturges' rule gives, of a round width; a number at an edge counts above it."""
    if not bars:
        return ()
    numbers = [bar.number for bar in bars]
    low, high = min(numbers), max(numbers)
    step = round_step((high - low) or abs(high) or 1.0, math.ceil(math.log2(len(bars))) + 1)
    first, last = math.floor(low / step + 1e-9), math.floor(high / step + 1e-9)
    return tuple(
        Bin(
            place * step,
            (place + 1) * step,
            tuple(bar for bar in bars if math.floor(bar.number / step + 1e-9) == place),
        )
        for place in range(first, last + 1)
    )


def _lane_words(question: Question, lane: Lane) -> str:
    said = _("{count} from {least} to {greatest}, median {median}").format(
        count=len(lane.bars),
        least=exact(question, lane.five.least),
        greatest=exact(question, lane.five.greatest),
        median=exact(question, lane.five.median),
    )
    return _("{group}: {words}").format(group=lane.title, words=said) if lane.title else said


def _words(reader: Reader, wanted: Wanted, drawing: DistributionDrawing, rows: Sequence[Row]) -> Words:
    question, group = wanted.question, wanted.others.get(GROUP)
    counted = [row for row in rows if has_bar(row)]
    points = [point for row in counted if (point := reader.point_of(row, question))]
    evidence = [reader.evidence(point.observation_id) for point in points]
    how = {
        STRIP: _("a dot for each; upright line: median"),
        BOX: _("box: quartiles and median; whiskers: least and greatest"),
        HISTOGRAM: _("a block for each; a number at an edge counts above it"),
    }[drawing.shape if drawing.shape in (STRIP, BOX, HISTOGRAM) else STRIP]
    when = [words.as_of(question, reader.day), words.measured_when(reader.catalogue, question, points), how]
    title = words.title(question, reader.comparison.subject_kind, len(counted))
    if group is not None and drawing.shape != HISTOGRAM:
        title = _("{title}, by {group}").format(title=title, group=group.name)
    skipped = [words.why_skipped(row.cell) for row in rows if not has_bar(row)]
    note = (
        _("Intervals of single values are not drawn here.")
        if any(bar.has_interval for lane in drawing.lanes for bar in lane.bars)
        else ""
    )
    return Words(
        title,
        "; ".join(filter(None, when)),
        words.counted(len(counted), reader, skipped),
        words.sources(reader.catalogue, evidence, note) if counted else "",
    )


def _listing(question: Question, lanes: Sequence[Lane]) -> Listing:
    rows = [
        ListedRow(bar.subject_id, (bar.name, exact(question, bar.number), lane.title))
        for lane in lanes
        for bar in sorted(lane.bars, key=lambda bar: -bar.number)
    ]
    return Listing((_("Name"), _("Value"), _("Group")), tuple(rows), frozenset({1}))
