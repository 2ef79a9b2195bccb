"""The native charts of lines of a sheet, one below the other under its table; they follow the cells."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from parties_of_power.exchange.excel_looks import GREY, LINE, LINES, MARKERS, TEXT
from parties_of_power.exchange.safe_cells import Alterations, printable
from parties_of_power.exchange.sheets.definition import LinesOf

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_WIDTH, _HEIGHT = 860, 340
_HEIGHT_OF_ROW = 20
_GAP_ROWS = 2


def add_line_charts(book: "Workbook", page: "Worksheet", charts: Sequence[LinesOf], rows: int) -> None:
    """Below a table of so many rows."""
    row = rows + 1 + _GAP_ROWS
    for each in charts:
        drawn = book.add_chart({"type": "line"})
        if drawn is None:  # so say XlsxWriter's types, of kinds of chart that it does not know
            continue
        for place, line in enumerate(each.rows):
            drawn.add_series(_line(str(page.name), each, line, place))
        title = printable(each.title, Alterations(), "")
        drawn.set_title({"name": title, "name_font": {"size": 12, "color": TEXT}})
        drawn.set_x_axis({"line": {"color": LINE}, "num_font": {"size": 9, "color": GREY}})
        drawn.set_y_axis(
            {
                "name": printable(each.axis, Alterations(), ""),
                "name_font": {"size": 9, "bold": False, "color": GREY},
                "num_format": each.number_format,
                "num_font": {"size": 9, "color": GREY},
                "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
                "line": {"none": True},
                **({"min": 0, "max": 1} if each.number_format.endswith("%") else {}),
            }
        )
        drawn.set_legend({"position": "right", "font": {"size": 9, "color": TEXT}})
        drawn.show_blanks_as("span")
        drawn.set_size({"width": _WIDTH, "height": _HEIGHT})
        page.insert_chart(row, 0, drawn, {"object_position": 3, "description": title})
        row += _HEIGHT // _HEIGHT_OF_ROW + _GAP_ROWS


def _line(sheet: str, chart: LinesOf, row: int, place: int) -> dict[str, Any]:
    """Lines differ by colour and by marker."""
    colour = LINES[place % len(LINES)]
    return {
        "name": [sheet, row + 1, chart.names],
        "categories": [sheet, 0, chart.first, 0, chart.last],
        "values": [sheet, row + 1, chart.first, row + 1, chart.last],
        "line": {"color": colour, "width": 1.75},
        "marker": {
            "type": MARKERS[place % len(MARKERS)],
            "size": 6,
            "fill": {"color": colour},
            "border": {"color": colour},
        },
    }
