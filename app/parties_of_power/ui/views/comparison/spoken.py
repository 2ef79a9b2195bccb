"""What a screen reader and tool tips say of the table: its headers, the headings of groups, rows and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.moment_rows import moment_words
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.model import ComparisonModel


def order_words(model: ComparisonModel, section: int) -> str:
    """How the table is sorted by a column; blank where it is not."""
    key = model.comparison.order_of(model.columns[section].id) if model.comparison else None
    if key is None or model.comparison is None:
        return ""
    words = _("sorted descending") if key.descending else _("sorted ascending")
    if len(model.comparison.sorting) == 1:
        return words
    return _("{order}, key {number}").format(order=words, number=model.comparison.sorting.index(key) + 1)


def filtered_words(model: ComparisonModel, section: int) -> str:
    return _("filtered") if model.columns[section].filter else ""


def row_words(model: ComparisonModel, row: int) -> str:
    """Whose row it is: `United Russia`, or `United Russia · State Duma election, 2 December 2007`."""
    catalogue, moment = model.workspace.catalogue, model.moment(row)
    day = model.workspace.as_of if moment is None else moment.day
    name = catalogue.shown_name(model.row_ids[row], day).text
    if moment is None:
        return name
    return _("{name} · {moment}").format(name=name, moment=moment_words(catalogue, moment))


def spoken_heading(model: ComparisonModel, row: int, column: int) -> str:
    text = model.heading_text(row, column)
    if column > 0:
        return text
    state = _("folded") if model.is_folded(row) else _("unfolded")
    return _("{heading}, heading of a group, {state}").format(heading=text, state=state)


def tool_tip(cell: Cell, attribute: Attribute | None) -> str | None:
    """What the marks of a cell mean. A text that could not be read has the rule, which says what to write."""
    if cell.state == "wrong" and attribute:
        return _("“{text}” could not be read. {rule}").format(text=cell.text, rule=kind(attribute.kind).rule)
    base = _("base: {base}").format(base=cell.base) if cell.base else ""
    words = ", ".join(filter(None, (cell.spoken or cell.text, base)))
    return words if words != cell.text else None
