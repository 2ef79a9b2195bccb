"""What many cells show and whom they belong to, read column by column: cell by cell takes ten times as long."""

from __future__ import annotations

from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.several import Place


class CellsHere:
    """Of the table as it is now."""

    def __init__(self, model: ComparisonModel) -> None:
        self.model = model
        self.columns: dict[int, tuple[tuple[str, ...], list[int]]] = {}

    def text(self, place: Place) -> str:
        row, column = place
        texts, places = self._column(column)
        return texts[places[self.model.listed_place(row)]]

    def asked(self, place: Place) -> tuple[int, int] | None:
        """The subject and the attribute; None where the cell takes no value."""
        row, number = place
        column, attribute = self.model.columns[number], self.model.attribute(number)
        if attribute is None:
            return None
        subject_id: int | None = self.model.row_ids[row]
        if column.of_state:
            subject_id = self.model.workspace.catalogue.subjects[self.model.row_ids[row]].state_id
        return None if subject_id is None else (subject_id, attribute.id)

    def _column(self, number: int) -> tuple[tuple[str, ...], list[int]]:
        if number not in self.columns:
            assert self.model.table is not None, "a place is in a table"
            shown = self.model.table.shown_column(self.model.columns[number])
            self.columns[number] = shown.texts, shown.place.tolist()
        return self.columns[number]
