"""A chart as an Excel workbook: its data as a table, a native chart of the same kind below it, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from parties_of_power.exchange.excel_looks import GREY, LINE, TEXT
from parties_of_power.exchange.safe_cells import Alterations, header_text, printable, storable, unique_headers
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.texts import _

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# None of these draws what Excel has no chart for: then the workbook holds the data alone.
NativeChart = Literal["", "bar", "scatter", "slope", "stacked"]
_SIZE = {"width": 760, "height": 480}
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class ChartData:
    """`numeric` are the columns of numbers, whose cells may be blank; `words` stand below the table, a line each."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]
    numeric: frozenset[int]
    words: tuple[str, ...] = ()
    native: NativeChart = ""


def write_chart_book(data: ChartData, path: Path) -> None:
    import xlsxwriter

    with written_whole(path) as temporary:
        book = xlsxwriter.Workbook(str(temporary), {"strings_to_formulas": False, "strings_to_urls": False})
        page = book.add_worksheet(_("Chart"))
        below = _write_table(book, page, data)
        drawn = _native(book, str(page.name), data)
        if drawn is not None:
            drawn.set_title({"name": _safe(data.title), "name_font": {"size": 12, "color": TEXT}})
            drawn.set_size(_SIZE)
            page.insert_chart(0, len(data.headers) + 1, drawn, {"description": _safe(data.title)})
        for place, line in enumerate(data.words):
            page.write_string(below + place, 0, _safe(line))
        book.close()


def _write_table(book: Workbook, page: Worksheet, data: ChartData) -> int:
    """The row below the table, with one left blank."""
    titles = unique_headers([header_text(title) for title in data.headers])
    for number, row in enumerate(data.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, place, storable(value, Alterations(), ""))
            elif value is not None:
                page.write_number(number, place, value)
    page.add_table(
        0,
        0,
        max(len(data.rows), 1),
        len(titles) - 1,
        {"columns": [{"header": title} for title in titles], "style": "Table Style Light 1"},
    )
    for place, title in enumerate(titles):
        texts = [str(row[place]) for row in data.rows if row[place] is not None]
        page.set_column(place, place, min(max(map(len, [title, *texts])) + 4, _WIDEST))
    page.freeze_panes(1, 1)
    return max(len(data.rows), 1) + 2


def _native(book: Workbook, sheet: str, data: ChartData) -> Any:
    """None where Excel has no such chart, or there is nothing to draw."""
    if not data.native or not data.rows:
        return None
    if data.native == "scatter":
        return _scatter(book, sheet, data)
    return _slope(book, sheet, data) if data.native == "slope" else _bars(book, sheet, data)


def _bars(book: Workbook, sheet: str, data: ChartData) -> Any:
    drawn: Any = book.add_chart({"type": "bar"} if data.native == "bar" else {"type": "column", "subtype": "stacked"})
    last, columns = len(data.rows), sorted(data.numeric)
    for column in columns[:1] if data.native == "bar" else columns:
        drawn.add_series(
            {
                "name": [sheet, 0, column],
                "categories": [sheet, 1, 0, last, 0],
                "values": [sheet, 1, column, last, column],
                "gap": 60,
            }
        )
    drawn.set_legend({"none": True} if data.native == "bar" else {"position": "bottom"})
    drawn.set_x_axis(_axis(data.headers[columns[0]] if data.native == "bar" else "") | {"min": 0})
    if data.native == "bar":
        drawn.set_y_axis({"reverse": True, "crossing": "max", "interval_unit": 1})
        if any(isinstance(row[columns[0]], float) and float(row[columns[0]] or 0) < 0 for row in data.rows):
            drawn.set_x_axis(_axis(data.headers[columns[0]]))
    return drawn


def _scatter(book: Workbook, sheet: str, data: ChartData) -> Any:
    drawn: Any = book.add_chart({"type": "scatter"})
    across, up = sorted(data.numeric)[:2]
    last = len(data.rows)
    labels = [{"value": _safe(str(row[0]))} for row in data.rows]
    drawn.add_series(
        {
            "name": _safe(data.title),
            "categories": [sheet, 1, across, last, across],
            "values": [sheet, 1, up, last, up],
            "marker": {"type": "circle", "size": 7},
            "data_labels": {"value": True, "custom": labels, "position": "right", "font": {"size": 9, "color": TEXT}},
        }
    )
    drawn.set_legend({"none": True})
    drawn.set_x_axis(_axis(data.headers[across]))
    drawn.set_y_axis(_axis(data.headers[up]))
    return drawn


def _slope(book: Workbook, sheet: str, data: ChartData) -> Any:
    """A line with two points for each row."""
    drawn: Any = book.add_chart({"type": "line"})
    first, last = sorted(data.numeric)[:2]
    for number in range(1, len(data.rows) + 1):
        drawn.add_series(
            {
                "name": [sheet, number, 0],
                "categories": [sheet, 0, first, 0, last],
                "values": [sheet, number, first, number, last],
                "marker": {"type": "circle", "size": 6},
            }
        )
    drawn.set_legend({"position": "right"})
    return drawn


def _axis(title: str) -> dict[str, Any]:
    return {
        "name": _safe(title),
        "name_font": {"size": 9, "bold": False, "color": GREY},
        "num_font": {"size": 9, "color": GREY},
        "major_gridlines": {"visible": True, "line": {"color": LINE, "width": 0.5}},
    }


def _safe(text: str) -> str:
    return printable(text, Alterations(), "")


def numbers_of(texts: Sequence[str], numeric: frozenset[int]) -> tuple[str | float | None, ...]:
    """A row of texts as a chart lists it, with its numbers as numbers; what is none stays a text, a blank is none."""
    return tuple(_number(text) if place in numeric else text for place, text in enumerate(texts))


def _number(text: str) -> str | float | None:
    try:
        return float(text.strip().removeprefix("≈").strip().replace("\u202f", "").replace("−", "-"))
    except ValueError:
        return text or None
