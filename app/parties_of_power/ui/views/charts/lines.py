"""Lines over time: every adopted number of every party, with its interval, and the as-of day as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.analysis.series import Point, adopted_points
from parties_of_power.analysis.showing import missing_short, nothing_coded, with_unit
from parties_of_power.analysis.wording import interval_words
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.observations import base_name
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.bars import exact
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, scale_title
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.wanted import Wanted

MOST_BANDS = 5


@dataclass(frozen=True, slots=True)
class Place:
    """One value: its first and last possible day, and until when it holds. `starts` where a gap lies before it;
    `is_hollow` where it is a share of something else than most."""

    first: int
    last: int
    until: int
    number: float
    low: float | None
    high: float | None
    starts: bool
    is_hollow: bool
    tip: str

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class Line:
    subject_id: int
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class LinesDrawing:
    """`holds` where a value holds until it changes: then a line is a row of steps."""

    lines: tuple[Line, ...]
    axis: str
    holds: bool

    @property
    def has_bands(self) -> bool:
        """Whether intervals can be seen apart where nothing is selected."""
        return len(self.lines) <= MOST_BANDS

    def span(self) -> tuple[int, int]:
        places = [place for line in self.lines for place in line.places]
        return min(place.first for place in places), max(place.last for place in places)

    def extent(self) -> tuple[float, float]:
        numbers = [
            number
            for line in self.lines
            for place in line.places
            for number in (place.number, place.low, place.high)
            if number is not None
        ]
        return min(numbers), max(numbers)


def read(reader: Reader, wanted: Wanted) -> Picture[LinesDrawing]:
    """In the order of the table, or by the latest number."""
    question, by_value = wanted.question, wanted.by_value
    rows = reader.rows(question)
    adopted = [adopted_points(reader.points(row, question)) for row in rows]
    shown = [(row, points) for row, points in zip(rows, adopted, strict=True) if any(map(_is_drawn, points))]
    usual = words.most_frequent(point.base for _row, points in shown for point in points if _is_drawn(point))
    lines = [Line(row.subject_id, row.name, _places(reader, question, row, points, usual)) for row, points in shown]
    if by_value:
        lines.sort(key=lambda line: -line.places[-1].number)
    holds = question.attribute.validity in ("until_changed", "timeless")
    drawing = LinesDrawing(tuple(lines), scale_title(question), holds)
    skipped = [_why_skipped(points) for points in adopted if not any(map(_is_drawn, points))]
    drawn = [point for _row, points in shown for point in points if _is_drawn(point)]
    nothing = "" if lines else _nothing(question)
    missing = cells_without(rows, question, (line.subject_id for line in lines))
    said = _words(reader, question, drawing, drawn, skipped)
    return Picture(said, _listing(question, drawing), drawing, _spoken(lines), nothing, missing)


def _is_drawn(point: Point) -> bool:
    return point.number is not None and point.day_min > ALWAYS_BEFORE and point.day_max < ALWAYS_AFTER


def _places(reader: Reader, question: Question, row: Row, points: Sequence[Point], usual: str) -> tuple[Place, ...]:
    """A point without a value leaves a gap."""
    places: list[Place] = []
    starts = True
    for point in points:
        if point.number is None or not _is_drawn(point):
            starts = True
            continue
        is_hollow = bool(point.base) and point.base != usual
        until = min(point.until, max(reader.day, point.day_max) if point.until >= ALWAYS_AFTER else point.until)
        tip = _tip(reader, question, row, point)
        places.append(
            Place(point.day_min, point.day_max, until, point.number, point.low, point.high, starts, is_hollow, tip)
        )
        starts = False
    return tuple(places)


def _tip(reader: Reader, question: Question, row: Row, point: Point) -> str:
    number = with_unit(point.text, question.attribute.unit)
    said = _("{name}: {number}").format(name=reader.full_name(row.subject_id), number=number)
    interval = interval_words(question.attribute, point.low, point.high, "")
    return ", ".join(filter(None, [said, interval, spoken_days(point.day_min, point.day_max), base_name(point.base)]))


def spoken_days(first: int, last: int) -> str:
    if first == last:
        return spoken_short(first)
    return _("between {first} and {last}").format(first=spoken_short(first), last=spoken_short(last))


def _why_skipped(points: Sequence[Point]) -> str:
    return missing_short(points[-1].missing) if points and points[-1].missing else nothing_coded()  # type: ignore[arg-type]  # a missing reason


def _words(
    reader: Reader, question: Question, drawing: LinesDrawing, drawn: Sequence[Point], skipped: Sequence[str]
) -> Words:
    evidence = [reader.evidence(point.observation_id) for point in drawn]
    when = words.measured_when(reader.catalogue, question, drawn, each=False)
    measured = ", ".join(filter(None, [question.name, when or _("over time")]))
    has_intervals = any(point.low is not None for point in drawn)
    bands = _("band: {interval}") if drawing.has_bands else _("band of those selected: {interval}")
    band = bands.format(interval=words.interval_name(evidence)) if has_intervals else ""
    count = len(drawing.lines)
    title = words.title(question, reader.comparison.subject_kind, count)
    values = ngettext("{count} value", "{count} values", len(drawn)).format(count=len(drawn))
    hollow = any(place.is_hollow for line in drawing.lines for place in line.places)
    below = [words.counted(count, reader, skipped), values, _between(drawing)]
    below += [_("hollow: a share of something else")] if hollow else []
    return Words(
        _("{title}, over time").format(title=title),
        "; ".join(filter(None, [measured, band])),
        words.BETWEEN.join(below),
        words.sources(reader.catalogue, evidence, "") if drawn else "",
    )


def _between(drawing: LinesDrawing) -> str:
    if drawing.holds:
        return _("a value holds until the next one or its end")
    return _("straight lines only join what was measured, nothing is known between")


def _listing(question: Question, drawing: LinesDrawing) -> Listing:
    headers = (_("Name"), _("When"), _("Value"), _("Low"), _("High"))
    rows = [
        ListedRow(
            line.subject_id,
            (
                line.name,
                spoken_days(place.first, place.last),
                *(exact(question, number) for number in (place.number, place.low, place.high)),
            ),
        )
        for line in drawing.lines
        for place in line.places
    ]
    return Listing(headers, tuple(rows), frozenset({2, 3, 4}))


def _spoken(lines: Sequence[Line]) -> str:
    return "; ".join(
        ngettext(
            "{name}: {count} value, latest {latest}", "{name}: {count} values, latest {latest}", len(line.places)
        ).format(name=line.name, count=len(line.places), latest=line.places[-1].tip.partition(": ")[2])
        for line in lines
    )


def _nothing(question: Question) -> str:
    return _("No row of this comparison has a dated value for “{attribute}” yet.").format(attribute=question.name)
