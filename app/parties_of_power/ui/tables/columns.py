"""How each column of a comparison is drawn: on which side, with a bar, a whisker, a shade or a line over time."""

from __future__ import annotations

from dataclasses import dataclass

from parties_of_power.analysis.colouring import Colours, Scale, scale_of_bars
from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind

SCALE_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """`scale` is the lowest and the highest value that the whiskers of the column are drawn between. Where `is_whole`
    no part of an answer may be cut off: half a number or half a date is another one. `bars` is what bars are drawn on;
    percents have them unless `colours` says otherwise."""

    is_numeric: bool = False
    is_whole: bool = False
    is_subject: bool = False
    is_rank: bool = False
    bars: Scale | None = None
    scale: tuple[float, float] | None = None
    colours: Colours | None = None

    @property
    def has_bar(self) -> bool:
        return self.bars is not None

    @property
    def has_line(self) -> bool:
        """Whether the values over time are drawn as a small line."""
        return self.colours is not None and self.colours.way == "over_time"


def look_of(columns: Columns, attribute: Attribute | None, field: str, colours: Colours | None = None) -> ColumnLook:
    if attribute is None:
        return ColumnLook(is_subject=field == "name", is_rank=field == "rank")
    is_numeric = kind(attribute.kind).is_numeric
    if not is_numeric or colours is not None:
        bars = colours.scale if colours is not None and colours.way == "bars" else None
        return ColumnLook(is_numeric, is_numeric or attribute.kind == "date", bars=bars, colours=colours)
    if attribute.kind == "percent":
        return ColumnLook(True, True, bars=scale_of_bars(attribute))
    return ColumnLook(True, True, scale=_scale(columns, attribute) if attribute.source_scale else None)


def _scale(columns: Columns, attribute: Attribute) -> tuple[float, float] | None:
    """From all that was ever adopted, so that a step of the day does not move it."""
    known = columns.number_range(attribute.id)
    if known is None:
        return None
    low, high = known
    margin = (high - low or 1.0) * SCALE_MARGIN
    return low - margin, high + margin
