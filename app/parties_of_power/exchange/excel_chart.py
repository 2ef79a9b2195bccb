"""The native chart of a sheet: horizontal bars below its table, which follow the cells when they are changed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parties_of_power.exchange.excel_looks import BAR, GREY, LINE, TEXT
from parties_of_power.exchange.safe_cells import Alterations, printable
from parties_of_power.exchange.sheets.definition import ChartOf

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 760
_HEIGHT_OF_BAR, _HEIGHT_OF_TITLE, _HEIGHT_AROUND = 24, 44, 104
_GAP_ROWS = 2


def add_chart(book: "Workbook", page: "Worksheet", chart: ChartOf, rows: int, column: int) -> None:
    """Below a table of so many rows, from a column on; the first bar is the topmost."""
    drawn = book.add_chart({"type": "bar"})
    if drawn is None:  # so say XlsxWriter's types, of kinds of chart that it does not know
        return
    drawn.add_series(_bars(str(page.name), chart))
    drawn.set_title({"name": _text(chart.title), "name_font": {"size": 12, "color": TEXT}})
    drawn.set_x_axis(_value_axis(chart))
    drawn.set_y_axis(
        {
            "reverse": True,
            "crossing": "max",  # the figures stand below, though the first bar is above
            "interval_unit": 1,
            "line": {"color": LINE},
            "num_font": {"size": 9, "color": TEXT},
        }
    )
    drawn.set_legend({"none": True})
    drawn.set_plotarea({"layout": _room(chart)})
    drawn.set_size({"width": _WIDTH, "height": _height(chart)})
    page.insert_chart(rows + 1 + _GAP_ROWS, column, drawn, {"object_position": 3, "description": _text(chart.title)})


def _bars(sheet: str, chart: ChartOf) -> dict[str, Any]:
    bars: dict[str, Any] = {
        "name": _text(chart.title),
        "categories": _cells(sheet, chart.names, chart.rows),
        "values": _cells(sheet, chart.column, chart.rows),
        "fill": {"color": BAR},
        "gap": 60,
        "data_labels": {"value": True, "num_format": chart.number_format, "font": {"color": TEXT, "size": 9}},
    }
    if chart.above:
        bars["data_labels"]["position"] = "inside_base"
        bars["y_error_bars"] = {
            "type": "custom",
            "plus_values": list(chart.above),
            "minus_values": list(chart.below),
            "line": {"color": TEXT, "width": 1},
        }
    return bars


def _value_axis(chart: ChartOf) -> dict[str, Any]:
    caption = " · ".join(filter(None, (chart.axis, chart.caption)))
    axis: dict[str, Any] = {
        "name": _text(caption),
        "name_font": {"size": 9, "bold": False, "color": GREY},
        "num_format": chart.axis_format,
        "num_font": {"size": 9, "color": GREY},
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
        "line": {"none": True},
    }
    if not chart.has_negative:
        axis["min"] = 0
    if chart.axis_format.endswith("%"):
        axis["max"] = 1
    return axis


def _cells(sheet: str, column: int, rows: Sequence[int]) -> str:
    """These rows of a column as a formula: rows without a number are no part of the chart."""
    from xlsxwriter.utility import quote_sheetname, xl_range_abs

    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    areas = [f"{quote_sheetname(sheet)}!{xl_range_abs(first + 1, column, last + 1, column)}" for first, last in runs]
    return f"=({','.join(areas)})" if len(areas) > 1 else f"={areas[0]}"


def _height(chart: ChartOf) -> int:
    return _HEIGHT_AROUND + _HEIGHT_OF_BAR * len(chart.rows)


def _room(chart: ChartOf) -> dict[str, float]:
    """Where the bars stand, as parts of the whole: names of parties are long, and get a third of the width."""
    height = _height(chart)
    return {"x": 0.33, "y": _HEIGHT_OF_TITLE / height, "width": 0.6, "height": 1 - _HEIGHT_AROUND / height}


def _text(text: str) -> str:
    return printable(text, Alterations(), "")
