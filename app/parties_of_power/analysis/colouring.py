"""How the values of a column become shades, bars and small lines: their scale, what its middle is, and its legend.

A scale lies over all that was ever adopted of the rows of a comparison, so that one shade means one value on every day
and a step of the day costs nothing. Only computed attributes, whose values are of the day, have a scale of the day.
numpy is imported where a middle or a scale of the day is asked for: the first table is painted without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.entries import id_list
from parties_of_power.analysis.showing import figures, year_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import CellColour, Column, ways_to_colour
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.study.study import Study
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.analysis.shown import ShownColumn
    from parties_of_power.analysis.table import ComparisonTable

Middle = Literal["", "zero", "median"]
_ADOPTED = "FROM observation WHERE standing = 'adopted' AND attribute_id = ? AND number IS NOT NULL"
_OF_ROWS = " AND subject_id IN (SELECT value FROM json_each(?))"
_DAYS = f"SELECT min(start_min), max(start_max) {_ADOPTED} AND start_min > ? AND start_max < ?"
_ENDS = f"SELECT min(number), max(number) {_ADOPTED}"


@dataclass(frozen=True, slots=True)
class Scale:
    """From the lowest to the highest value; `middle` is the plain shade of a scale with two sides."""

    low: float
    high: float
    middle: float = 0.0
    middle_is: Middle = ""

    def place(self, number: float) -> float:
        """Between the lowest (0) and the highest value (1)."""
        return min(max((number - self.low) / ((self.high - self.low) or 1.0), 0.0), 1.0)

    def side(self, number: float) -> float:
        """Below the middle to -1, above it to 1; both sides are counted in the same steps."""
        reach = max(self.high - self.middle, self.middle - self.low) or 1.0
        return min(max((number - self.middle) / reach, -1.0), 1.0)


@dataclass(frozen=True, slots=True)
class ChoicePlace:
    """The place of an answer among all that may be given, and whether these have an order."""

    place: int
    count: int
    is_ordinal: bool
    label: str


@dataclass(frozen=True, slots=True)
class Colours:
    """How one column is drawn. There is no scale where no number is known; `days` are those of the small lines."""

    way: CellColour
    scale: Scale | None = None
    choices: Mapping[str, ChoicePlace] = field(default_factory=dict)
    days: tuple[int, int] | None = None


def colours_of(study: Study, columns: Columns, table: ComparisonTable, column: Column) -> Colours | None:
    """None where the column is drawn as is usual, also because its attribute has become one of another kind."""
    attribute = study.catalogue.attributes.get(column.attribute_id or 0)
    way = table.comparison.colouring_of(column.id)
    if attribute is None or way is None or way not in ways_to_colour(attribute):
        return None
    if way == "choices":
        return Colours(way, choices=choice_places(study, attribute))
    asked = _asked(study, table, column)
    of_day = table.shown_column(column) if attribute.is_computed else None
    ends = _ends(study, columns, attribute, asked) if of_day is None else _ends_of_day(of_day)
    if ends is None:
        return Colours(way)
    if way == "two_sided":
        low, high = ends if of_day is not None else columns.number_range(attribute.id) or ends
        if low < 0 < high:  # anywhere in the study: its values are more or less than nothing
            return Colours(way, Scale(*ends, 0.0, "zero"))
        return Colours(way, Scale(*ends, _median(columns, attribute, asked, of_day), "median"))
    if way == "bars":
        return Colours(way, scale_of_bars(attribute, ends))
    return Colours(way, Scale(*ends), days=_days_of(study, attribute, asked) if way == "over_time" else None)


def scale_of_bars(attribute: Attribute, ends: tuple[float, float] = (0.0, 0.0)) -> Scale:
    """Bars begin at zero; those of percents are parts of a hundred."""
    least = 100.0 if attribute.kind == "percent" else 0.0
    return Scale(min(ends[0], 0.0), max(ends[1], least))


def choice_places(study: Study, attribute: Attribute) -> dict[str, ChoicePlace]:
    """By the answer as stored."""
    if attribute.kind == "yes_no":
        return {"yes": ChoicePlace(0, 2, False, _("yes")), "no": ChoicePlace(1, 2, False, _("no"))}
    choices = study.catalogue.choices_of(attribute.id)
    is_ordinal = any(choice.ordinal for choice in choices)
    ordered = sorted(choices, key=lambda choice: (choice.position, choice.id))
    return {
        str(choice.id): ChoicePlace(place, len(ordered), is_ordinal, choice.label or choice.code)
        for place, choice in enumerate(ordered)
    }


def legend(colours: Colours, attribute: Attribute) -> str:
    """What the colours say, in words that need no colour."""
    if colours.way == "choices":
        answers = "; ".join(answer.label for answer in colours.choices.values())
        return _("coloured by answer: {answers}").format(answers=answers)
    if colours.scale is None:
        return _("coloured by value, of which there is none yet")
    low, high, middle = (
        figures(f"{end:.12g}", attribute.decimals)
        for end in (colours.scale.low, colours.scale.high, colours.scale.middle)
    )
    if colours.way == "heat":
        words = _("coloured by value: from {low}, faint, to {high}, strong")
    elif colours.way == "bars":
        words = _("bars by value: from zero, on a scale from {low} to {high}")
    elif colours.way == "over_time":
        first, last = map(year_of, colours.days or (0, 0))
        words = _("small lines of the values over time, {first} to {last}, between {low} and {high}")
        return words.format(first=first, last=last, low=low, high=high)
    elif colours.scale.middle_is == "zero":
        words = _("coloured by value around zero: brown below, blue above, from {low} to {high}")
    else:
        words = _("coloured by value around {middle}, the median: brown below, blue above, from {low} to {high}")
    return words.format(low=low, high=high, middle=middle)


def short_legend(colours: Colours, attribute: Attribute) -> str:
    """For the small print of a header; blank where bars speak for themselves."""
    if colours.scale is not None and colours.scale.middle_is:
        middle = figures(f"{colours.scale.middle:.12g}", attribute.decimals)
        return _("colour, middle {middle}").format(middle=middle)
    if colours.way == "over_time" and colours.days:
        return _("{first}–{last}").format(first=year_of(colours.days[0]), last=year_of(colours.days[1]))
    return "" if colours.way == "bars" else _("colour")


def _asked(study: Study, table: ComparisonTable, column: Column) -> list[int] | None:
    """Whose values stand in a column: of the rows of the comparison, or of their states; None for all there are. One
    very old or very large party elsewhere in the study would press all others together."""
    if table.comparison.rows_from == "all" and not column.of_state:
        return None
    subjects = study.catalogue.subjects
    rows = dict.fromkeys(table.all_row_ids)
    if not column.of_state:
        return list(rows)
    return list(dict.fromkeys(state for row in rows if (state := subjects[row].state_id) is not None))


def _median(columns: Columns, attribute: Attribute, asked: Sequence[int] | None, of_day: ShownColumn | None) -> float:
    import numpy as np

    if of_day is not None:
        return float(np.nanmedian(of_day.numbers))
    cut = columns.slice(attribute.id)
    numbers = cut.number if asked is None else cut.number[np.isin(cut.subject, np.array(asked, np.int64))]
    return float(np.nanmedian(numbers))


def _ends(
    study: Study, columns: Columns, attribute: Attribute, asked: Sequence[int] | None
) -> tuple[float, float] | None:
    if asked is None:
        return columns.number_range(attribute.id)
    low, high = next(iter(study.rows(_ENDS + _OF_ROWS, (attribute.id, id_list(asked)))))
    return None if low is None else (float(low), float(high))


def _ends_of_day(shown: ShownColumn) -> tuple[float, float] | None:
    import numpy as np

    numbers = shown.numbers[~np.isnan(shown.numbers)]
    return (float(numbers.min()), float(numbers.max())) if len(numbers) else None


def _days_of(study: Study, attribute: Attribute, asked: Sequence[int] | None) -> tuple[int, int] | None:
    params: list[object] = [attribute.id, ALWAYS_BEFORE, ALWAYS_AFTER]
    if asked is not None:
        params.append(id_list(asked))
    first, last = next(iter(study.rows(_DAYS if asked is None else _DAYS + _OF_ROWS, params)))
    return None if first is None else (int(first), int(last))
