"""Bars: one number of every party on a day, with its interval and the ranks that it may have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parties_of_power.analysis.series import Point, adopted_points
from parties_of_power.analysis.showing import figures, with_unit, year_of
from parties_of_power.analysis.wording import interval_words
from parties_of_power.domain.force import Hold
from parties_of_power.texts import _
from parties_of_power.ui.views.charts import words
from parties_of_power.ui.views.charts.picture import ListedRow, Listing, Picture, Words
from parties_of_power.ui.views.charts.questions import Question, axis_title
from parties_of_power.ui.views.charts.ranks import rank_ranges, rank_words
from parties_of_power.ui.views.charts.reading import Reader, Row, cells_without
from parties_of_power.ui.views.charts.wanted import Wanted

MINUS = str.maketrans("-", "−")


@dataclass(frozen=True, slots=True)
class Bar:
    """`text` is the number as the table shows it, `small` its year and what else stands beside it in small print,
    `rank` blank where nothing is estimated."""

    subject_id: int
    name: str
    text: str
    small: str
    number: float
    low: float
    high: float
    hold: Hold
    tip: str
    rank: str = ""

    @property
    def has_interval(self) -> bool:
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class BarsDrawing:
    bars: tuple[Bar, ...]
    axis: str

    def extent(self) -> tuple[float, float]:
        """From zero to the greatest number, or below it to the least."""
        return min(0.0, *(bar.low for bar in self.bars)), max(0.0, *(bar.high for bar in self.bars))

    @property
    def has_ranks(self) -> bool:
        return any(bar.rank for bar in self.bars)


def read(reader: Reader, wanted: Wanted) -> Picture[BarsDrawing]:
    question, by_value = wanted.question, wanted.by_value
    rows = reader.rows(question)
    counted = [row for row in rows if has_bar(row)]
    usual = words.most_frequent(row.cell.base for row in counted)
    bars = ranked([bar_of(reader, question, row, usual) for row in counted])
    if by_value:
        bars.sort(key=lambda bar: -bar.number)
    drawing = BarsDrawing(tuple(bars), axis_title(question))
    lines = _words(reader, question, drawing, rows)
    nothing = "" if bars else _nothing(reader, question, rows)
    missing = cells_without(rows, question, (bar.subject_id for bar in bars))
    return Picture(lines, _listing(question, rows, drawing), drawing, _spoken(bars), nothing, missing)


def has_bar(row: Row) -> bool:
    return row.cell.state == "value" and row.cell.number is not None


def bar_of(reader: Reader, question: Question, row: Row, usual: str) -> Bar:
    """With its base in small print where that is not the usual one."""
    cell, number = row.cell, row.cell.number or 0.0
    low, high = (cell.low, cell.high) if cell.low is not None and cell.high is not None else (number, number)
    year = _year(question, reader.point_of(row, question)) or cell.measured
    full = reader.full_name(row.subject_id)
    said = _("{name}: {number}").format(name=full, number=with_unit(cell.text, cell.unit))
    interval = interval_words(question.attribute, cell.low, cell.high, "")
    return Bar(
        row.subject_id,
        row.name,
        ("≈ " if cell.hold is Hold.POSSIBLY else "") + cell.text.translate(MINUS),
        " · ".join(filter(None, [cell.attested or year, cell.base if cell.base != usual else ""])),
        number,
        low,
        high,
        cell.hold,
        ", ".join(filter(None, [said, interval, cell.attested or year, cell.base])),
    )


def ranked(bars: Sequence[Bar]) -> list[Bar]:
    if not any(bar.has_interval for bar in bars):
        return list(bars)
    ranks = rank_ranges([(bar.low, bar.high) for bar in bars])
    return [replace(bar, rank=rank_words(*rank)) for bar, rank in zip(bars, ranks, strict=True)]


def _year(question: Question, point: Point | None) -> str:
    """When it was measured; blank for what holds until it changes."""
    if point is None or question.attribute.validity not in ("last_known", "own_period"):
        return ""
    first, last = year_of(point.day_min), year_of(point.day_max)
    return first if first == last else ""


def _words(reader: Reader, question: Question, drawing: BarsDrawing, rows: Sequence[Row]) -> Words:
    counted = [row for row in rows if has_bar(row)]
    points = [point for row in counted if (point := reader.point_of(row, question))]
    evidence = [reader.evidence(point.observation_id) for point in points]
    when = [words.as_of(question, reader.day), words.measured_when(reader.catalogue, question, points)]
    how = []
    if drawing.has_ranks:
        how = [_("line: {interval}").format(interval=words.interval_name(evidence))]
        how.append(_("ranks are ranges where intervals overlap"))
    bases = words.bases_differ(row.cell.base for row in counted)
    skipped = [words.why_skipped(row.cell) for row in rows if not has_bar(row)]
    return Words(
        words.title(question, reader.comparison.subject_kind, len(counted)),
        "; ".join([", ".join(filter(None, when)), *how]),
        words.BETWEEN.join(filter(None, [words.counted(len(counted), reader, skipped), bases])),
        words.sources(reader.catalogue, evidence, _("The bars begin at zero.")) if counted else "",
    )


def _listing(question: Question, rows: Sequence[Row], drawing: BarsDrawing) -> Listing:
    """The bars, then the rows that have none, with the reason."""
    headers = (_("Name"), _("Value"), _("When and base"), _("Low"), _("High"), _("Rank"))
    listed = [
        ListedRow(bar.subject_id, (bar.name, bar.text, bar.small, *_ends(question, bar), bar.rank))
        for bar in drawing.bars
    ]
    drawn = {bar.subject_id for bar in drawing.bars}
    listed += [
        ListedRow(row.subject_id, (row.name, row.cell.text, "", "", "", ""))
        for row in rows
        if row.subject_id not in drawn
    ]
    return Listing(headers, tuple(listed), frozenset({1, 3, 4, 5}))


def _ends(question: Question, bar: Bar) -> tuple[str, str]:
    if not bar.has_interval:
        return "", ""
    return exact(question, bar.low), exact(question, bar.high)


def exact(question: Question, number: float | None) -> str:
    """A number for a list, one place finer than the table shows it."""
    places = question.attribute.decimals
    return "" if number is None else figures(f"{number:.10g}", None if places is None else places + 1).translate(MINUS)


def _spoken(bars: Sequence[Bar]) -> str:
    return "; ".join(bar.tip for bar in bars)


def _nothing(reader: Reader, question: Question, rows: Sequence[Row]) -> str:
    if any(point.number is not None for row in rows for point in adopted_points(reader.points(row, question))):
        sentence = _(
            "No value of “{attribute}” is in force on this day. Move the as-of day, or look at lines over time."
        )
    else:
        sentence = _("No row of this comparison has a value for “{attribute}” yet.")
    return sentence.format(attribute=question.name)
