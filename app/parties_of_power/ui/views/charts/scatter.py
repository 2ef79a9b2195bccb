"""A scatter: every party by two numbers, perhaps with a third as size, an answer as colour, and a trend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.analysis.trend import FEWEST, Trend, trend
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import Hold
from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui.views.charts import bars, words
from parties_of_power.ui.views.charts.bars import Bar, bar_of, exact, has_bar
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, axis_title, has_answers, has_numbers, scale_title
from parties_of_power.ui.views.charts.reading import Reader, Row
from parties_of_power.ui.views.charts.wanted import Option, Place, Wanted

MOST_POINTS = 100_000
UP, SIZE, GROUP = "up", "size", "colour"
INTERVALS = Option("intervals", N_("Intervals"), is_on=True)
TREND = Option("trend", N_("Trend"))
OPTIONS = (INTERVALS, TREND)


def _may_colour(attribute: Attribute) -> bool:
    return has_answers(attribute) and attribute.kind != "several_choices"


PLACES = (
    Place(UP, N_("Upwards"), has_numbers, is_optional=False),
    Place(SIZE, N_("Size"), has_numbers),
    Place(GROUP, N_("Colour"), _may_colour),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """`share` is the size as a share of the greatest, None where size says nothing or is not known; `group` the place
    of its answer among the groups, None for the colour of the party."""

    across: Bar
    up: Bar
    share: float | None
    group: int | None
    tip: str

    @property
    def subject_id(self) -> int:
        return self.across.subject_id

    @property
    def is_sure(self) -> bool:
        return self.across.hold is Hold.IN_FORCE and self.up.hold is Hold.IN_FORCE


@dataclass(frozen=True, slots=True)
class ScatterDrawing:
    spots: tuple[Spot, ...]
    across: str
    up: str
    groups: tuple[str, ...]
    size: str
    has_intervals: bool
    trend: Trend | None

    def extents(self) -> tuple[tuple[float, float], tuple[float, float]]:
        return _extent([spot.across for spot in self.spots], self.has_intervals), _extent(
            [spot.up for spot in self.spots], self.has_intervals
        )


def read(reader: Reader, wanted: Wanted) -> Picture[ScatterDrawing]:
    question, up = wanted.question, wanted.others.get(UP)
    if up is None:
        nothing = _("A scatter needs two attributes with numbers, and there is only one.")
        empty = ScatterDrawing((), "", "", (), "", False, None)
        return Picture(Words(), Listing(), empty, nothing=nothing)
    pairs = list(zip(reader.rows(question, MOST_POINTS), reader.rows(up, MOST_POINTS), strict=True))
    drawn = [(one, other) for one, other in pairs if has_bar(one) and has_bar(other)]
    spots, groups = _spots(reader, wanted, up, drawn)
    line = trend([spot.across.number for spot in spots], [spot.up.number for spot in spots])
    size = wanted.others.get(SIZE)
    drawing = ScatterDrawing(
        spots,
        axis_title(question),
        axis_title(up),
        groups,
        scale_title(size) if size else "",
        wanted.is_on(INTERVALS) and any(spot.across.has_interval or spot.up.has_interval for spot in spots),
        line if wanted.is_on(TREND) else None,
    )
    missing = tuple(
        (row.asked_id, asked.attribute.id)
        for one, other in pairs
        for row, asked in ((one, question), (other, up))
        if not has_bar(row)
    )
    nothing = "" if spots else _nothing(question, up)
    spoken = "; ".join(spot.tip for spot in spots[:200])
    said = _words(reader, wanted, up, drawing, pairs)
    return Picture(said, _listing(question, up, drawing), drawing, spoken, nothing, missing)


def _spots(
    reader: Reader, wanted: Wanted, up: Question, drawn: Sequence[tuple[Row, Row]]
) -> tuple[tuple[Spot, ...], tuple[str, ...]]:
    sizes = _numbers(reader, wanted.others.get(SIZE))
    answers = _texts(reader, wanted.others.get(GROUP))
    groups = tuple(text for text, _count in Counter(filter(None, answers.values())).most_common())
    greatest = max((size for size in sizes.values()), default=0.0)
    spots = []
    for one, other in drawn:
        across, upwards = bar_of(reader, wanted.question, one, ""), bar_of(reader, up, other, "")
        size, answer = sizes.get(one.subject_id), answers.get(one.subject_id, "")
        share = None if size is None or greatest <= 0 else max(size, 0.0) / greatest
        tip = "; ".join(filter(None, [across.tip, _("{what}: {tip}").format(what=up.name, tip=_said(upwards)), answer]))
        spots.append(Spot(across, upwards, share, groups.index(answer) if answer in groups else None, tip))
    return tuple(spots), groups


def _said(bar: Bar) -> str:
    return bar.tip.partition(": ")[2]


def _numbers(reader: Reader, question: Question | None) -> dict[int, float]:
    rows = reader.rows(question, MOST_POINTS) if question else ()
    return {row.subject_id: row.cell.number for row in rows if has_bar(row) and row.cell.number is not None}


def _texts(reader: Reader, question: Question | None) -> dict[int, str]:
    rows = reader.rows(question, MOST_POINTS) if question else ()
    return {row.subject_id: row.cell.text for row in rows if row.cell.state == "value"}


def _words(
    reader: Reader, wanted: Wanted, up: Question, drawing: ScatterDrawing, pairs: Sequence[tuple[Row, Row]]
) -> Words:
    question = wanted.question
    skipped = [
        words.why_skipped((one if not has_bar(one) else other).cell)
        for one, other in pairs
        if not (has_bar(one) and has_bar(other))
    ]
    evidence = []
    for asked, place in ((question, 0), (up, 1)):
        drawn = [pair[place] for pair in pairs if has_bar(pair[0]) and has_bar(pair[1])][:200]
        points = [point for row in drawn if (point := reader.point_of(row, asked))]
        evidence += [reader.evidence(point.observation_id) for point in points]
    how = [words.as_of(question, reader.day)]
    if drawing.has_intervals:
        how.append(_("crosses: {interval}").format(interval=words.interval_name(evidence)))
    if drawing.size:
        how.append(_("area: {attribute}").format(attribute=drawing.size))
    group = wanted.others.get(GROUP)
    if group is not None:
        how.append(_("colour: {attribute}").format(attribute=group.name))
    title = _("{up} by {across}").format(up=up.name, across=question.name)
    counted = [words.counted(len(drawing.spots), reader, skipped), *_unsized(drawing)]
    note = _trend_words(drawing, len(skipped)) if wanted.is_on(TREND) else _("No trend is drawn.")
    sources = words.sources(reader.catalogue, evidence, note) if drawing.spots else ""
    return Words(title, "; ".join(how), words.BETWEEN.join(counted), sources)


def _unsized(drawing: ScatterDrawing) -> list[str]:
    found = []
    without = sum(spot.share is None for spot in drawing.spots) if drawing.size else 0
    if without:
        found.append(ngettext("{count} without a size", "{count} without a size", without).format(count=without))
    unknown = sum(spot.group is None for spot in drawing.spots) if drawing.groups else 0
    if unknown:
        found.append(ngettext("{count} without an answer", "{count} without an answer", unknown).format(count=unknown))
    return found


def _trend_words(drawing: ScatterDrawing, skipped: int) -> str:
    line = drawing.trend
    if line is None:
        return _("A trend needs {fewest} points that do not lie above one another.").format(fewest=FEWEST)
    said = _(
        "Trend: ordinary least squares through {count} points ({skipped} skipped), slope {slope} (95 % from {low} to "
        "{high}); band: 95 % of the line; it takes no account of the intervals of the points."
    )
    return said.format(
        count=line.count,
        skipped=skipped,
        slope=_figure(line.slope),
        low=_figure(line.slope_low),
        high=_figure(line.slope_high),
    )


def _figure(number: float) -> str:
    return f"{number:.3g}".translate(bars.MINUS)


def _listing(question: Question, up: Question, drawing: ScatterDrawing) -> Listing:
    headers = (_("Name"), question.name, up.name, _("Group"))
    rows = tuple(
        ListedRow(
            spot.subject_id,
            (
                spot.across.name,
                exact(question, spot.across.number),
                exact(up, spot.up.number),
                drawing.groups[spot.group] if spot.group is not None else "",
            ),
        )
        for spot in drawing.spots
    )
    return Listing(headers, rows, frozenset({1, 2}))


def _extent(found: Sequence[Bar], with_intervals: bool) -> tuple[float, float]:
    numbers = [end for bar in found for end in ((bar.low, bar.high) if with_intervals else (bar.number,))]
    return min(numbers, default=0.0), max(numbers, default=1.0)


def _nothing(question: Question, up: Question) -> str:
    return _(
        "No row has both “{one}” and “{other}” in force on this day. Move the as-of day, or choose another attribute."
    ).format(one=question.name, other=up.name)
