"""How each column of a comparison is drawn: on which side, with a bar or with a whisker."""

from __future__ import annotations

from dataclasses import dataclass

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind

SCALE_MARGIN = 0.12


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """`scale` is the lowest and the highest value that the whiskers of the column are drawn between. Where `is_whole`
    no part of an answer may be cut off: half a number or half a date is another one."""

    is_numeric: bool = False
    is_whole: bool = False
    is_subject: bool = False
    has_bar: bool = False
    scale: tuple[float, float] | None = None


def look_of(columns: Columns, attribute: Attribute | None, field: str) -> ColumnLook:
    if attribute is None:
        return ColumnLook(is_subject=field == "name")
    is_numeric = kind(attribute.kind).is_numeric
    if not is_numeric or attribute.kind == "percent":
        return ColumnLook(is_numeric, is_numeric or attribute.kind == "date", has_bar=is_numeric)
    return ColumnLook(True, True, scale=_scale(columns, attribute) if attribute.source_scale else None)


def _scale(columns: Columns, attribute: Attribute) -> tuple[float, float] | None:
    """From all that was ever adopted, so that a step of the day does not move it."""
    known = columns.number_range(attribute.id)
    if known is None:
        return None
    low, high = known
    margin = (high - low or 1.0) * SCALE_MARGIN
    return low - margin, high + margin
