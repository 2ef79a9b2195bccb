"""The axis: the zoom levels, and the ticks that suit a scale, from centuries to days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.days import (
    civil,
    day_number,
    short_month_name,
    spoken_month,
    year_words,
)
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR, Scale

Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True)
class Level:
    """A zoom level: its button shows `days` days; a view of `at_least` days or more counts as this level."""

    title: str
    days: float
    at_least: float


LEVELS = (
    Level(N_("Century"), 110 * DAYS_OF_YEAR, 90 * DAYS_OF_YEAR),
    Level(N_("Decades"), 60 * DAYS_OF_YEAR, 45 * DAYS_OF_YEAR),
    Level(N_("Years"), 15 * DAYS_OF_YEAR, 3 * DAYS_OF_YEAR),
    Level(N_("Months"), 1.5 * DAYS_OF_YEAR, 50),
    Level(N_("Days"), 16, 0),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What one line of the axis stands for."""

    unit: Unit
    count: int
    days: float


def _years(count: int) -> Step:
    return Step("year", count, count * DAYS_OF_YEAR)


STEPS = (
    *(_years(count) for count in (5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)),
    Step("month", 6, 181),
    Step("month", 3, 90),
    Step("month", 1, 28),
    Step("day", 7, 7),
    Step("day", 1, 1),
)
# Which finer steps divide each step evenly is decided by these: 20 years by 5, never by 2.
FINER = {
    5000: (1000, 500),
    2000: (1000, 500, 200),
    1000: (500, 200, 100),
    500: (100, 50),
    200: (100, 50),
    100: (50, 20, 10),
    50: (10,),
    20: (10, 5),
    10: (5, 2, 1),
    5: (1,),
    2: (1,),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the grid; `text` is empty where it has no label."""

    day: int
    text: str = ""
    is_rest_day: bool = False


def level_of(scale: Scale) -> Level:
    return next(level for level in LEVELS if scale.days >= level.at_least)


def ticks(scale: Scale, label_width: float, line_gap: float) -> tuple[Tick, ...]:
    """The ticks in view: labelled ones at least `label_width` pixels apart, fine ones between them."""
    coarse = _step(scale, STEPS, label_width)
    fine = _finer(scale, coarse, line_gap)
    labelled = {day: Tick(day, _label(day, coarse), _is_rest_day(day, coarse)) for day in _days(scale, coarse)}
    for day in _days(scale, fine) if fine else ():
        labelled.setdefault(day, Tick(day))
    return tuple(labelled[day] for day in sorted(labelled))


def context(scale: Scale) -> str:
    """What the labels leave out: the month of days, the years of months."""
    first, last = civil(round(scale.left)), civil(round(scale.right))
    if scale.days < 50:
        return spoken_month(first[0], first[1])
    if scale.days < 3 * DAYS_OF_YEAR:
        if first[0] == last[0]:
            return year_words(first[0])
        return _("{first} – {last}").format(first=year_words(first[0]), last=year_words(last[0]))
    return ""


def snapped(day: float, scale: Scale) -> int:
    """The day the as-of line rests on: the day itself, or the first of a month where a day is under half a pixel."""
    whole = int(day // 1)
    if scale.per_day >= 0.5:
        return whole
    year, month, of_month = civil(whole)
    if of_month > 15:
        year, month = _month_after(year, month, 1)
    return day_number(year, month, 1)


def stepped(day: int, unit: Unit, count: int) -> int:
    """A day so many days, months or years on; the last of a month where the day does not exist."""
    if unit == "day":
        return day + count
    year, month, of_month = civil(day)
    year, month = _month_after(year, month, count * (12 if unit == "year" else 1))
    next_year, next_month = _month_after(year, month, 1)
    last = day_number(next_year, next_month, 1) - 1
    return min(day_number(year, month, 1) + of_month - 1, last)


def _month_after(year: int, month: int, count: int) -> tuple[int, int]:
    years, place = divmod(month - 1 + count, 12)
    return year + years, place + 1


def _step(scale: Scale, steps: tuple[Step, ...], pixels: float) -> Step:
    """The finest step that leaves so many pixels from tick to tick; months and days, with short labels, need less."""
    share = {"year": 1.0, "month": 0.7, "day": 0.7}
    fitting = (step for step in reversed(steps) if step.days * scale.per_day >= pixels * share[step.unit])
    return next(fitting, steps[0])


def _finer(scale: Scale, coarse: Step, pixels: float) -> Step | None:
    if coarse.unit == "year" and coarse.count > 1:
        steps = tuple(_years(count) for count in FINER[coarse.count])
    else:
        steps = tuple(step for step in STEPS if step.days < coarse.days and step.unit != "day")
        steps += STEPS[-1:] if coarse.count == 7 else ()
    fine = _step(scale, steps, pixels) if steps else None
    return fine if fine and fine.days * scale.per_day >= pixels else None


def _days(scale: Scale, step: Step) -> Iterator[int]:
    """The days of a step in view, and the last one before it."""
    if step.unit == "day":
        # Weeks begin on Mondays; day 1 was one.
        first = int(scale.left // 1)
        first -= (first - 1) % step.count
        yield from range(first, int(scale.right) + 1, step.count)
        return
    year, month, _of_month = civil(int(scale.left // 1))
    months = step.count * (12 if step.unit == "year" else 1)
    place = (year * 12 + month - 1) // months * months
    while True:
        day = day_number(place // 12, place % 12 + 1, 1)
        if day > scale.right:
            return
        yield day
        place += months


def _label(day: int, step: Step) -> str:
    year, month, of_month = civil(day)
    if step.unit == "year":
        return year_words(year)
    if step.unit == "month":
        name = short_month_name(month)
        return _("{month} {year}").format(month=name, year=year_words(year)) if month == 1 else name
    if step.count == 7:
        return _("{day} {month}").format(day=of_month, month=short_month_name(month))
    return _("{weekday} {day}").format(weekday=weekday(day), day=of_month)


def _is_rest_day(day: int, step: Step) -> bool:
    return step.unit == "day" and step.count == 1 and (day - 1) % 7 >= 5


def weekday(day: int) -> str:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[(day - 1) % 7]
