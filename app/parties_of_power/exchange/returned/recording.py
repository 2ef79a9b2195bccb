"""Recording, while a comparison is written to a sheet, what its cells hold and what that means in the study."""

from collections.abc import Sequence

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.returned.exported import Exported, ExportedColumn, ExportedSheet, Written
from parties_of_power.exchange.safe_cells import Alterations, is_storable, storable
from parties_of_power.exchange.sheets.definition import Content, Digits, Jump, Link, Shown
from parties_of_power.study.queries import study_id
from parties_of_power.study.study import Study

_NUMBERS = (int, float)


class Recording:
    """Of one sheet: a row is added when it is written, and `sheets` is what they amount to. The columns `beside` the
    values, such as citations, are only known again; nothing is taken from them."""

    def __init__(self, table: ComparisonTable) -> None:
        self._table = table
        self._beside: list[list[Written]] = []
        self._row_ids: list[int] = []
        self._written: list[list[Written]] = [[] for _column in table.columns]
        self._meant: list[list[str]] = [[] for _column in table.columns]

    def add_row(
        self, subject_id: int, cells: Sequence[Cell], contents: Sequence[Content], beside: Sequence[Content] = ()
    ) -> None:
        if not self._row_ids:
            self._beside = [[] for _column in beside]
        for column, content in enumerate(beside):
            self._beside[column].append(written(content))
        self._row_ids.append(subject_id)
        for column, (cell, content) in enumerate(zip(cells, contents, strict=True)):
            self._written[column].append(written(content))
            self._meant[column].append(meant_by(cell))

    def sheets(self, name: str, titles: Sequence[str]) -> tuple[ExportedSheet, ...]:
        """`titles` as the sheet has them, after those of the values that of the hidden column of keys. None where a row
        is a party at an election or in a year: such rows do not come back."""
        return () if self._table.has_moments else (self._sheet(name, titles),)

    def _sheet(self, name: str, titles: Sequence[str]) -> ExportedSheet:
        table, comparison = self._table, self._table.comparison
        count = len(table.columns)
        shown, key_title, beside = titles[:count], titles[count], titles[count + 1 :]
        columns = tuple(
            ExportedColumn(title, column.attribute_id, column.field, column.of_state, column.day)
            for title, column in zip(shown, table.columns, strict=True)
        )
        keys = list(map(str, self._row_ids))
        known = self._beside or [[] for _title in beside]
        return ExportedSheet(
            name,
            comparison.id,
            comparison.name,
            comparison.subject_kind,
            comparison.ended,
            table.day,
            (
                *columns,
                ExportedColumn(key_title, field="key"),
                *(ExportedColumn(title, field="beside") for title in beside),
            ),
            tuple(self._row_ids),
            (*self._written, keys, *known),
            (*self._meant, keys, *([""] * len(keys) for _title in beside)),
        )


def exported(study: Study, sheets: tuple[ExportedSheet, ...]) -> Exported:
    return Exported(study_id(study), study.title, study.edit_number, sheets)


def meant_by(cell: Cell) -> str:
    """What a cell says in the study, as one text: a value as stored, `missing:unknown`, `wrong:over 88`, or nothing.
    Of names and states it is their text."""
    if cell.state == "value":
        return cell.value
    if cell.state == "missing":
        return f"missing:{cell.missing}"
    if cell.state == "wrong":
        return f"wrong:{cell.text}"
    return cell.text if cell.state == "field" else ""


def written(content: Content) -> Written:
    """What a reader of the workbook finds in the cell."""
    if isinstance(content, Shown):
        content = content.value
    elif isinstance(content, Digits):
        content = content.text
    elif isinstance(content, Link):
        content = content.url
    elif isinstance(content, Jump):
        content = content.text
    if isinstance(content, _NUMBERS):
        return float(content)
    if not content:
        return None
    return content if is_storable(content) else storable(content, Alterations(), "")
