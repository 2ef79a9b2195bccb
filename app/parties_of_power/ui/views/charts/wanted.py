"""What a chart is asked to show: its attributes, each in its place, and what is chosen beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from parties_of_power.domain.attributes import Attribute
from parties_of_power.ui.views.charts.questions import Question

ORDER = "order"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kind of chart takes one more attribute: which ones suit, and whether it can do without."""

    key: str
    title: str
    suits: Callable[[Attribute], bool]
    is_optional: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """A choice beside a chart. `answers` are pairs of what is kept and its title, the first where nothing is chosen;
    without answers it is a tick, `is_on` at first, and with `is_day` a day, at first so many
    days before the as-of day."""

    key: str
    title: str
    answers: tuple[tuple[str, str], ...] = ()
    is_on: bool = False
    is_day: bool = False
    days_back: int = 0

    @property
    def first(self) -> str:
        return self.answers[0][0] if self.answers else (YES if self.is_on else NO)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`others` are the attributes in further places, by the key of the place; `columns` the further columns of the
    comparison, for charts of several."""

    question: Question
    others: Mapping[str, Question] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[Question, ...] = ()

    @property
    def by_value(self) -> bool:
        return self.chosen.get(ORDER, YES) == YES

    def answer(self, option: Option) -> str:
        return self.chosen.get(option.key, option.first)

    def is_on(self, option: Option) -> bool:
        return self.answer(option) == YES

    def day(self, option: Option, as_of: int) -> int:
        chosen = self.chosen.get(option.key, "")
        return int(chosen) if chosen.lstrip("-").isdigit() else as_of - option.days_back
