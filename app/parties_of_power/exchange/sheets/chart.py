"""The chart of the comparison: bars of its first column of numbers, with intervals, and how many it skips."""

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import spoken
from parties_of_power.exchange.sheets.definition import ChartOf
from parties_of_power.exchange.sheets.values import number_format
from parties_of_power.texts import _, ngettext

_FEWEST, _MOST = 2, 60


def chart_of(table: ComparisonTable, headers: list[Header]) -> ChartOf | None:
    """None where no column has two numbers to compare, or where one subject has several rows. Percents come first: they
    are what is compared most."""
    if table.has_moments:
        return None
    numeric = [(place, each.attribute) for place, each in enumerate(headers) if each.numeric and each.attribute]
    for column, attribute in sorted(numeric, key=lambda each: (each[1].kind != "percent", -_day(table, each[0]))):
        cells = {row: table.cell(row, column) for row in range(len(table.row_ids))}
        shown = {row: cell for row, cell in cells.items() if cell.state == "value" and cell.number is not None}
        if len(shown) >= _FEWEST:
            return _chart(table, column, attribute, dict(list(shown.items())[:_MOST]))
    return None


def _day(table: ComparisonTable, column: int) -> int:
    """Of columns for several years the last one is drawn."""
    return table.columns[column].day or 0


def _chart(table: ComparisonTable, column: int, attribute: Attribute, shown: dict[int, Cell]) -> ChartOf:
    is_percent = attribute.kind == "percent"
    cells = list(shown.values())
    below, above = _intervals(cells, 100 if is_percent else 1)
    return ChartOf(
        column=column,
        names=next((place for place, each in enumerate(table.columns) if each.field == "name"), 0),
        title=_("{attribute}, as of {day}").format(
            attribute=attribute.name, day=spoken(table.columns[column].day or table.day)
        ),
        axis="" if is_percent else attribute.unit,
        number_format=number_format("0", attribute.decimals, is_percent=is_percent),
        axis_format="0%" if is_percent else "General",
        caption=_left_out(len(table.row_ids) - len(cells)),
        rows=tuple(shown),
        has_negative=any(end is not None and end < 0 for cell in cells for end in (cell.number, cell.low)),
        below=below,
        above=above,
    )


def _intervals(cells: list[Cell], part: int) -> tuple[list[float], list[float]]:
    """How far each estimate reaches down and up from its bar; empty where none has an interval."""
    if not any(cell.low is not None and cell.high is not None for cell in cells):
        return [], []
    below = [_distance(cell.number, cell.low) / part for cell in cells]
    return below, [_distance(cell.number, cell.high) / part for cell in cells]


def _distance(number: float | None, end: float | None) -> float:
    return 0.0 if number is None or end is None else abs(number - end)


def _left_out(rows: int) -> str:
    if not rows:
        return ""
    return ngettext("{count} row is left out", "{count} rows are left out", rows).format(count=rows)
