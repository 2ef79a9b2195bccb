"""The kinds of chart, one line each; a new kind is a module that reads, a module that draws, and a line in KINDS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from parties_of_power.domain.attributes import Attribute
from parties_of_power.texts import N_
from parties_of_power.ui.views.charts import answers, bars, lines
from parties_of_power.ui.views.charts.answer_marks import AnswerMarks
from parties_of_power.ui.views.charts.bar_marks import BarMarks
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.line_marks import LineMarks
from parties_of_power.ui.views.charts.marks import Marks
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.questions import Question, has_answers, has_numbers
from parties_of_power.ui.views.charts.reading import Reader


@dataclass(frozen=True)
class ChartKind:
    """`suits` says which attributes it can show, `unsuited` why it cannot show the others. `read` takes whether to
    order by value."""

    key: str
    title: str
    suits: Callable[[Attribute], bool]
    unsuited: str
    read: Callable[[Reader, Question, bool], Picture[Any]]
    marks: Callable[[Frame], Marks[Any]]


KINDS: tuple[ChartKind, ...] = (
    ChartKind("bars", N_("Bars"), has_numbers, N_("Bars need an attribute with numbers."), bars.read, BarMarks),
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
)


def chart_kind(key: str) -> ChartKind:
    return next(kind for kind in KINDS if kind.key == key)


def suited(kind: ChartKind, attribute: Attribute) -> ChartKind:
    """The kind itself where it suits the attribute, else the first that does."""
    return kind if kind.suits(attribute) else next(each for each in KINDS if each.suits(attribute))
