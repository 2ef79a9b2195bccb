"""The columns beside the values: where each value is from, and the year of dates that Excel cannot hold."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.exchange.sheets.cited import CitedCells
from parties_of_power.exchange.sheets.definition import Content, SheetColumn, Shown
from parties_of_power.exchange.sheets.values import date_content, year_of_day
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Beside:
    """A column at the end of a sheet; `content` makes its cells of those of the column at `place`."""

    column: SheetColumn
    place: int
    content: Callable[[Cell], Content]


def beside_columns(
    table: ComparisonTable, headers: Sequence[Header], titles: Sequence[str], cited: CitedCells | None, rows: int
) -> list[Beside]:
    """The years where one of the first `rows` needs one, then the citations where they are wanted."""
    return [*_years(table, headers, titles, rows), *(_citations(headers, titles, cited) if cited else ())]


def _years(table: ComparisonTable, headers: Sequence[Header], titles: Sequence[str], rows: int) -> Iterator[Beside]:
    for place, header in enumerate(headers):
        is_date = header.attribute is not None and header.attribute.kind == "date"
        if is_date and any(_is_text(table.cell(row, place)) for row in range(rows)):
            column = SheetColumn(
                _("{title} (year)").format(title=titles[place]),
                note=_("Of {title}, which has dates that Excel does not know as such.").format(title=titles[place]),
            )
            yield Beside(column, place, _year_of_cell)


def _is_text(cell: Cell) -> bool:
    return cell.state == "value" and not isinstance(date_content(cell.value), Shown)


def _year_of_cell(cell: Cell) -> Content:
    try:
        date = PartialDate.parse(cell.value) if cell.state == "value" else None
    except DateError:
        return None
    return None if date is None else year_of_day(date.earliest, date.latest)


def _citations(headers: Sequence[Header], titles: Sequence[str], cited: CitedCells) -> Iterator[Beside]:
    for place, header in enumerate(headers):
        if header.attribute is not None and not header.attribute.is_computed:
            title = _("{title}: source").format(title=titles[place])
            yield Beside(
                SheetColumn(title, note=_("Keys of the sheet Sources, with the places in them.")), place, cited.content
            )
