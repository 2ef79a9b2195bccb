"""How the columns of the table are coloured by value: the colours of each, their legend, and the lines over time."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from parties_of_power.analysis.colouring import Colours, colours_of, legend, short_legend
from parties_of_power.analysis.headers import Header
from parties_of_power.analysis.sparks import Sparks, Stretch
from parties_of_power.domain.comparisons import CellColour, Column
from parties_of_power.texts import N_, _
from parties_of_power.ui.tables.shades import swatches
from parties_of_power.ui.theme import tokens

if TYPE_CHECKING:
    from parties_of_power.analysis.table import ComparisonTable
    from parties_of_power.study.changes import Changes
    from parties_of_power.ui.views.comparison.model import ComparisonModel
    from parties_of_power.ui.workspace import Workspace

_OF_ATTRIBUTES = ("attribute", "choice", "subject")
BLOCK = 64  # rows whose values over time are read at once
USUAL = N_("As is usual for it")
WAY_TEXTS: dict[CellColour, str] = {
    "heat": N_("Shades by value"),
    "two_sided": N_("Shades on both sides of a middle"),
    "choices": N_("A colour and a shape for each answer"),
    "bars": N_("Bars from zero"),
    "over_time": N_("Line of the values over time"),
}


class LinesOverTime:
    """The values over time of the cells in sight, read when first painted and until an edit."""

    def __init__(self, model: ComparisonModel) -> None:
        self.model = model
        self._sparks: dict[int, Sparks] = {}

    def forget(self) -> None:
        self._sparks.clear()

    def of(self, row: int, column: int) -> tuple[Stretch, ...]:
        model, attribute = self.model, self.model.attribute(column)
        subject_id = _asked(model, row, column)
        if attribute is None or subject_id is None:
            return ()
        sparks = self._sparks.setdefault(attribute.id, Sparks(model.workspace.study, attribute))
        return sparks.of(subject_id, lambda: _beside(model, row, column))


class ColoursOfColumns:
    """The colours of the columns, kept until an edit touches what they are made of."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[tuple[object, ...], Colours | None] = {}

    def of(self, table: ComparisonTable, column: Column) -> Colours | None:
        """None where a column is drawn as is usual."""
        workspace, way = self._workspace, table.comparison.colouring_of(column.id)
        attribute = workspace.catalogue.attributes.get(column.attribute_id or 0)
        if way is None or attribute is None:
            return None
        if attribute.is_computed:  # of everything, and of the day
            return colours_of(workspace.study, workspace.columns, table, column)
        key = attribute.id, way, column.of_state, table.comparison.rows_from, table.all_row_ids
        if key not in self._known:
            self._known[key] = colours_of(workspace.study, workspace.columns, table, column)
        return self._known[key]

    def forget(self, changes: Changes | None = None) -> None:
        """All, or what an edit has touched."""
        if changes is None or changes.kind == "reload" or any(row.table in _OF_ATTRIBUTES for row in changes.rows):
            self._known.clear()
            return
        touched = {row.attribute_id for row in changes.rows if row.table == "observation"}
        self._known = {key: colours for key, colours in self._known.items() if key[0] not in touched}


def with_short_legend(header: Header, colours: Colours | None) -> Header:
    """The header, whose small print says that its column is coloured."""
    if colours is None or header.attribute is None:
        return header
    words = short_legend(colours, header.attribute)
    return replace(header, subtitle=" · ".join(filter(None, (header.subtitle, words))))


def legend_of(model: ComparisonModel, place: int) -> str:
    """What the colours of a column say; blank where it has none."""
    attribute, colours = model.attribute(place), model.looks[place].colours
    return legend(colours, attribute) if colours is not None and attribute is not None else ""


def header_tip(model: ComparisonModel, place: int) -> str:
    """What is asked, and the legend of the colours."""
    attribute, colours = model.attribute(place), model.looks[place].colours
    header = model.headers[place]
    words = (attribute.definition if attribute else "") or header.note or header.title
    if colours is None or attribute is None:
        return words
    said = _("coloured by answer") if colours.way == "choices" else legend(colours, attribute)
    return f"<p>{escape(words)}</p>" + swatches(colours, as_sentence(said), tokens(), attribute.decimals)


def as_sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def follows_the_day(model: ComparisonModel) -> bool:
    """Whether the scale of a column is that of the day."""
    attributes = (model.attribute(place) for place, look in enumerate(model.looks) if look.colours is not None)
    return any(attribute is not None and attribute.is_computed for attribute in attributes)


def _asked(model: ComparisonModel, row: int, column: int) -> int | None:
    """Whose values a cell shows: the row's subject, or its state."""
    subject = model.workspace.catalogue.subjects[model.row_ids[row]]
    return subject.state_id if model.columns[column].of_state else subject.id


def _beside(model: ComparisonModel, row: int, column: int) -> list[int]:
    first = row - row % BLOCK
    rows = (each for each in range(first, min(first + BLOCK, model.rowCount())) if not model.is_heading(each))
    return [asked for each in rows if (asked := _asked(model, each, column)) is not None]
