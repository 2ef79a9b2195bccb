"""Cells that Excel colours by what they hold: scales of shades, bars in the cell, and a fill for each answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parties_of_power.exchange.excel_looks import ABOVE, ANSWER_TINTS, BAR, BELOW, HEAT_HIGH, HEAT_LOW, MIDDLE, TEXT
from parties_of_power.exchange.sheets.definition import AnswersColumn, ScaledColumn

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


def colour_column(book: Workbook, page: Worksheet, coloured: ScaledColumn | AnswersColumn, rows: int) -> None:
    """The cells below the header, as many as there are rows."""
    rules = [_scale(coloured)] if isinstance(coloured, ScaledColumn) else _fills(book, coloured)
    for rule in rules if rows else ():
        page.conditional_format(1, coloured.column, rows, coloured.column, rule)


def _scale(column: ScaledColumn) -> dict[str, Any]:
    ends = {"min_type": "num", "min_value": column.low, "max_type": "num", "max_value": column.high}
    if column.is_bars:
        return {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": BAR, **ends}
    if column.middle is None:
        return {"type": "2_color_scale", "min_color": HEAT_LOW, "max_color": HEAT_HIGH, **ends}
    reach = max(column.high - column.middle, column.middle - column.low)
    return {
        "type": "3_color_scale",
        **ends,
        "min_value": column.middle - reach,
        "mid_type": "num",
        "mid_value": column.middle,
        "max_value": column.middle + reach,
        "min_color": BELOW,
        "mid_color": MIDDLE,
        "max_color": ABOVE,
    }


def _fills(book: Workbook, column: AnswersColumn) -> list[dict[str, Any]]:
    rules = []
    for text, shade in column.answers:
        fill = book.add_format({"bg_color": _fill(shade), "font_color": TEXT})
        quoted = '"' + text.replace('"', '""') + '"'
        rules.append({"type": "cell", "criteria": "==", "value": quoted, "format": fill})
    return rules


def _fill(shade: int | float) -> str:
    """A tint by its place in the palette, or a shade from 0 to 1."""
    if isinstance(shade, int):
        return ANSWER_TINTS[shade % len(ANSWER_TINTS)]
    parts = zip(_parts(HEAT_LOW), _parts(HEAT_HIGH), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * shade):02X}" for low, high in parts)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
