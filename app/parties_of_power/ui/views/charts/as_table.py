"""The numbers of a chart as a table: what a screen reader reads, and anyone who wants the figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from parties_of_power.texts import _
from parties_of_power.ui.listing import Field, ListModel, ListTable
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.charts.picture import ListedRow, Listing

NUMBER, TEXT = 80, 140


class ChartTable(ListTable):
    """Several rows can be selected; `subjects_chosen` carries their subjects."""

    subjects_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Chart as a table"))
        self.listing = Listing()
        self._is_following = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def show_listing(self, listing: Listing, selected: frozenset[int]) -> None:
        self._is_following = True
        if listing.headers != self.listing.headers:
            self._show_columns(listing)
        if listing != self.listing:
            self.listing = listing
            self._rows().show_rows(listing.rows)
        self._is_following = False
        self.take_selection(selected)

    def take_selection(self, selected: frozenset[int]) -> None:
        """Select the rows of these subjects."""
        if selected == self.chosen() or self.selectionModel() is None:
            return
        self._is_following = True
        self.clearSelection()
        for place, row in enumerate(self.listing.rows):
            if row.subject_id in selected:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().select(self.model().index(place, 0), flags)
        self._is_following = False

    def chosen(self) -> frozenset[int]:
        if self.selectionModel() is None:
            return frozenset()
        rows = self.selectionModel().selectedRows()
        return frozenset(self.listing.rows[index.row()].subject_id for index in rows)

    def copy(self) -> None:
        """The selected rows, or all of them, as a spreadsheet takes them."""
        chosen = self.chosen()
        rows = [row.texts for row in self.listing.rows if not chosen or row.subject_id in chosen]
        lines = ["\t".join(texts) for texts in [self.listing.headers, *rows]]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _rows(self) -> ListModel[ListedRow]:
        model = self.model()
        assert isinstance(model, ListModel), "the columns are shown first"
        return model

    def _show_columns(self, listing: Listing) -> None:
        fields: list[Field[ListedRow]] = [
            Field(title, _text_of(place), is_number=place in listing.numeric, is_strong=place == 0)
            for place, title in enumerate(listing.headers)
        ]
        old = self.model()
        self.setModel(ListModel(fields, self))
        if old is not None:
            old.deleteLater()
        self.selectionModel().selectionChanged.connect(self._tell)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place in range(1, len(fields)):
            self.setColumnWidth(place, px(NUMBER if place in listing.numeric else TEXT))

    def _tell(self) -> None:
        if not self._is_following:
            self.subjects_chosen.emit(self.chosen())


def _text_of(place: int) -> Callable[[ListedRow], str]:
    return lambda row: row.texts[place]
