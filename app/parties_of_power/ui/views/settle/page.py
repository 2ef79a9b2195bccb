"""The page of one work list; the row that is chosen is the cell that the inspector explains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from parties_of_power.analysis.settle import KEYS, list_title
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import Observation, missing_name
from parties_of_power.study import queries
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.listing import Field, ListPage
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Cell, Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

MOST_VALUES = 6


@dataclass(frozen=True, slots=True)
class Row:
    cell: Cell
    subject: str
    attribute: str
    values: str


class SettlePage(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Work list"))
        self.list = ListPage[Row](
            _("To settle"),
            [
                Field(_("Party or state"), lambda row: row.subject, width=240, is_strong=True),
                Field(_("Attribute"), lambda row: row.attribute, width=220),
                Field(_("What stands there"), lambda row: row.values, is_quiet=True),
            ],
            _("Nothing is left on this list."),
        )
        self.list.add_button(_("Previous"), lambda: self._step(-1))
        self.list.add_button(_("Next"), lambda: self._step(1))
        self._lay_out()
        self._fill_choice()
        self.choice.currentIndexChanged.connect(lambda _index: self.show_cells())
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        workspace.changed.connect(lambda _changes: self.show_cells())
        workspace.study_opened.connect(self.show_cells)
        workspace.cells_wanted.connect(self.show_list)
        self.show_cells()

    def show_list(self, title: str, cells: tuple[Cell, ...]) -> None:
        """Go to the work list of that title."""
        wanted = next((place for place, key in enumerate(KEYS) if list_title(key) == title), 0)
        self.choice.setCurrentIndex(wanted)
        self.show_cells()

    def show_cells(self) -> None:
        work = next(each for each in self.workspace.to_settle.lists() if each.key == self.choice.currentData())
        counts = self.workspace.to_settle.counts()
        for place, key in enumerate(KEYS):
            self.choice.setItemText(place, _("{list}: {count}").format(list=list_title(key), count=counts[key]))
        catalogue, day = self.workspace.catalogue, self.workspace.as_of
        rows = [
            Row(
                (subject_id, attribute_id),
                catalogue.shown_name(subject_id, day).text,
                catalogue.attributes[attribute_id].name,
                self._values((subject_id, attribute_id)),
            )
            for subject_id, attribute_id in work.cells
        ]
        self.list.show_rows(rows, lambda row, here: row.cell == here.cell)

    def printout(self) -> Printout:
        return self.list.printout(list_title(self.choice.currentData()))

    def _values(self, cell: Cell) -> str:
        observations = sorted(
            queries.observations_of(self.workspace.study, *cell), key=lambda each: each.standing != "adopted"
        )
        texts = dict.fromkeys(value_text(self.workspace.catalogue, each, self.workspace.as_of) for each in observations)
        shown = " · ".join(list(texts)[:MOST_VALUES])
        return shown + (" …" if len(texts) > MOST_VALUES else "")

    def _choose(self, row: Row | None) -> None:
        if row is not None:
            self.workspace.select([row.cell[0]])
            self.workspace.set_cell(*row.cell)

    def _open(self, row: Row) -> None:
        self._choose(row)
        self.workspace.show_view("inspector")

    def _step(self, by: int) -> None:
        count = len(self.list.model.shown)
        if count:
            here = self.list.table.currentIndex()
            self.list.table.selectRow((here.row() + by) % count if here.isValid() else 0)

    def _fill_choice(self) -> None:
        for key in KEYS:
            self.choice.addItem(list_title(key), key)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(px(16), px(12), px(16), 0)
        top.setSpacing(px(8))
        label = QLabel(_("&Work list"))
        label.setBuddy(self.choice)
        top.addWidget(label)
        top.addWidget(self.choice)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)


def value_text(catalogue: Catalogue, observation: Observation, day: int) -> str:
    """What an observation says, in a few words."""
    if observation.wrong:
        return f"“{observation.typed}”"
    if observation.missing:
        return missing_name(observation.missing)
    attribute = catalogue.attributes[observation.attribute_id]
    return kind(attribute.kind).show(observation.value, catalogue.names_for(attribute, day))
