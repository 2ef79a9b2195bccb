"""Dots: one number of every party on a day with its interval, on an axis that need not begin at zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parties_of_power.texts import N_, _, ngettext
from parties_of_power.ui.views.charts import bars, words
from parties_of_power.ui.views.charts.bars import Bar, BarsDrawing
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.reading import Reader, Row
from parties_of_power.ui.views.charts.rivals import Rival, rivals_of
from parties_of_power.ui.views.charts.wanted import Option, Wanted

INTERVALS = Option("intervals", N_("Intervals"), is_on=True)
RIVALS = Option("rivals", N_("Rival values"))
OPTIONS = (INTERVALS, RIVALS)


@dataclass(frozen=True, slots=True)
class Dot:
    bar: Bar
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class DotsDrawing:
    dots: tuple[Dot, ...]
    axis: str
    has_intervals: bool

    def extent(self) -> tuple[float, float]:
        numbers = [dot.bar.number for dot in self.dots] + [each.number for dot in self.dots for each in dot.rivals]
        if self.has_intervals:
            numbers += [end for dot in self.dots for end in (dot.bar.low, dot.bar.high)]
        return min(numbers, default=0.0), max(numbers, default=1.0)

    @property
    def has_ranks(self) -> bool:
        return any(dot.bar.rank for dot in self.dots)


def read(reader: Reader, wanted: Wanted) -> Picture[DotsDrawing]:
    picture: Picture[BarsDrawing] = bars.read(reader, wanted)
    rows = {row.subject_id: row for row in reader.rows(wanted.question)}
    with_rivals = wanted.is_on(RIVALS)
    dots = [_dot(reader, wanted, rows[bar.subject_id], bar, with_rivals) for bar in picture.drawing.bars]
    drawing = DotsDrawing(tuple(dots), picture.drawing.axis, wanted.is_on(INTERVALS))
    points = [point for row in rows.values() if bars.has_bar(row) and (point := reader.point_of(row, wanted.question))]
    evidence = [reader.evidence(point.observation_id) for point in points]
    counted = words.BETWEEN.join(filter(None, [picture.words.counted, _rivals_counted(dots) if with_rivals else ""]))
    said = replace(
        picture.words,
        counted=counted,
        sources=words.sources(reader.catalogue, evidence, _("The axis need not begin at zero.")) if dots else "",
    )
    return Picture(said, picture.listing, drawing, picture.spoken, picture.nothing, picture.missing)


def _dot(reader: Reader, wanted: Wanted, row: Row, bar: Bar, with_rivals: bool) -> Dot:
    return Dot(bar, rivals_of(reader, wanted.question, row) if with_rivals else ())


def _rivals_counted(dots: Sequence[Dot]) -> str:
    count = sum(len(dot.rivals) for dot in dots)
    if not count:
        return _("no rival values")
    return ngettext("{count} rival value (hollow)", "{count} rival values (hollow)", count).format(count=count)
