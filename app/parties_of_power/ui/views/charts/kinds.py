"""The kinds of chart, one line each; a new kind is a module that reads, a module that draws, and a line in KINDS."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from parties_of_power.domain.attributes import Attribute
from parties_of_power.exchange.chart_book import NativeChart
from parties_of_power.texts import N_
from parties_of_power.ui.views.charts import (
    answers,
    bars,
    counts,
    distribution,
    dots,
    heat,
    lines,
    scatter,
    slope,
    ties,
)
from parties_of_power.ui.views.charts.answer_marks import AnswerMarks
from parties_of_power.ui.views.charts.bar_marks import BarMarks
from parties_of_power.ui.views.charts.count_marks import CountMarks
from parties_of_power.ui.views.charts.distribution_marks import DistributionMarks
from parties_of_power.ui.views.charts.dot_marks import DotMarks
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.heat_marks import HeatMarks
from parties_of_power.ui.views.charts.line_marks import LineMarks
from parties_of_power.ui.views.charts.marks import Marks
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.questions import Question, has_answers, has_numbers
from parties_of_power.ui.views.charts.reading import Reader
from parties_of_power.ui.views.charts.scatter_marks import ScatterMarks
from parties_of_power.ui.views.charts.slope_marks import SlopeMarks
from parties_of_power.ui.views.charts.tie_marks import TieMarks
from parties_of_power.ui.views.charts.wanted import Option, Place, Wanted

SEVERAL = 3


@dataclass(frozen=True)
class ChartKind:
    """`suits` says which attributes it can show, `unsuited` why it cannot show the others. `places` are those of
    further attributes, `options` what can be chosen beside it; with `has_order` also the order of its rows;
    `excel` is the native chart of its data, if Excel has one."""

    key: str
    title: str
    suits: Callable[[Attribute], bool]
    unsuited: str
    read: Callable[[Reader, Wanted], Picture[Any]]
    marks: Callable[[Frame], Marks[Any]]
    places: tuple[Place, ...] = ()
    options: tuple[Option, ...] = ()
    has_order: bool = True
    excel: NativeChart = ""


KINDS: tuple[ChartKind, ...] = (
    ChartKind(
        "bars", N_("Bars"), has_numbers, N_("Bars need an attribute with numbers."), bars.read, BarMarks, excel="bar"
    ),
    ChartKind(
        "dots",
        N_("Dots with intervals"),
        has_numbers,
        N_("Dots need an attribute with numbers."),
        dots.read,
        DotMarks,
        options=dots.OPTIONS,
        excel="bar",
    ),
    ChartKind(
        "answers",
        N_("Answers counted"),
        has_answers,
        N_("Only the answers of a yes/no or choice attribute can be counted."),
        answers.read,
        AnswerMarks,
    ),
    ChartKind(
        "lines",
        N_("Lines over time"),
        has_numbers,
        N_("Lines over time need an attribute with numbers."),
        lines.read,
        LineMarks,
    ),
    ChartKind(
        "slope",
        N_("Slopes between two days"),
        has_numbers,
        N_("Slopes need an attribute with numbers."),
        slope.read,
        SlopeMarks,
        options=slope.OPTIONS,
        excel="slope",
    ),
    ChartKind(
        "distribution",
        N_("Distribution"),
        has_numbers,
        N_("A distribution needs an attribute with numbers."),
        distribution.read,
        DistributionMarks,
        distribution.PLACES,
        distribution.OPTIONS,
        has_order=False,
    ),
    ChartKind(
        "heat",
        N_("Heat table"),
        has_numbers,
        N_("A heat table needs attributes with numbers."),
        heat.read,
        HeatMarks,
        options=heat.OPTIONS,
    ),
    ChartKind(
        "counts",
        N_("Answers over time"),
        counts.suits,
        N_("Answers over time need a yes/no or choice attribute with one answer each."),
        counts.read,
        CountMarks,
        has_order=False,
        excel="stacked",
    ),
    ChartKind(
        "scatter",
        N_("Scatter"),
        has_numbers,
        N_("A scatter needs attributes with numbers."),
        scatter.read,
        ScatterMarks,
        scatter.PLACES,
        scatter.OPTIONS,
        has_order=False,
        excel="scatter",
    ),
    ChartKind(
        "ties",
        N_("Who meets whom"),
        ties.of_parties,
        N_("Ties are between parties, not states."),
        ties.read,
        TieMarks,
        options=ties.OPTIONS,
    ),
)


def chart_kind(key: str) -> ChartKind:
    """The first for a key that no kind has: a study of a later version may know more."""
    return next((kind for kind in KINDS if kind.key == key), KINDS[0])


def suited(kind: ChartKind, attribute: Attribute) -> ChartKind:
    """The kind itself where it suits the attribute, else the first that does."""
    return kind if kind.suits(attribute) else next(each for each in KINDS if each.suits(attribute))


def proposed(asked: Sequence[Question]) -> ChartKind | None:
    """The kind that shows these attributes best: one, two or several; None where none can be charted."""
    numeric = [each for each in asked if has_numbers(each.attribute)]
    if len(numeric) >= SEVERAL:
        return chart_kind("heat")
    if len(numeric) > 1:
        return chart_kind("scatter")
    if numeric and len(asked) > 1:
        return chart_kind("distribution")
    if numeric:
        return chart_kind("bars")
    return chart_kind("answers") if asked else None
