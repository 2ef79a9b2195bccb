"""The menus of the table: of a column, and of the cells that are selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from parties_of_power.analysis.cells import report
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Grouping, SortKey
from parties_of_power.study.edits.attributes import remove_attribute
from parties_of_power.study.edits.observations import adopt_observation
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.attribute import edit_attribute
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.colour_menu import add_colour_menu
from parties_of_power.ui.views.comparison.column_days import ask_day_of_column, ask_days_of_attribute
from parties_of_power.ui.views.comparison.filter_box import FilterBox
from parties_of_power.ui.views.comparison.missing import reasons_menu
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.ranking_menu import add_ranking_entries
from parties_of_power.ui.views.comparison.rows_menu import remove_from_list
from parties_of_power.ui.views.comparison.sort_box import SortBox

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


def column_menu(view: ComparisonView, place: int) -> QMenu:
    """Sort, filter, move, hide, and the attribute itself."""
    model, menu = view.table, QMenu(view)
    column, attribute = model.columns[place], model.attribute(place)
    is_sorted = model.comparison is not None and bool(model.comparison.sorting)
    menu.setTitle(model.headers[place].title)
    add_entry(menu, _("Sort ascending"), partial(arrange.sort, model, [SortKey(column.id)]))
    add_entry(menu, _("Sort descending"), partial(arrange.sort, model, [SortKey(column.id, True)]))
    if is_sorted:
        add_entry(menu, _("Then by this, or turn round"), partial(arrange.sort_next, model, column, True))
    add_entry(menu, _("Sort by several columns…"), lambda: SortBox(model, view.window()).open())
    add_entry(menu, _("Order as listed"), partial(arrange.sort, model, ()), is_sorted)
    menu.addSeparator()
    if column.is_of_ranking:
        add_ranking_entries(view, menu, place)
        menu.addSeparator()
        _add_freezing(model, menu, place)
        return menu
    add_entry(menu, _("Filter…"), lambda: FilterBox(model, column, view.window()).open())
    if column.field != "name":
        add_entry(menu, _("Filter by distribution…"), partial(view.distributions.open_list, place))
    if column.filter:
        add_entry(menu, _("Remove filter"), partial(arrange.filter_by, model, column, None))
    is_shown = model.comparison is not None and model.comparison.distributions
    entry = add_entry(menu, _("Distributions in the headers"), partial(arrange.show_distributions, model, not is_shown))
    entry.setCheckable(True)
    entry.setChecked(is_shown)
    menu.addSeparator()
    if column.field not in ("name", "moment") and column.day is None:
        by = Grouping(column.attribute_id, column.of_state)
        add_entry(menu, _("Group by this"), partial(arrange.group, model, by))
    add_ranking_entries(view, menu, place)
    _add_freezing(model, menu, place)
    add_colour_menu(model, menu, place)
    if not model.workspace.study.is_read_only:
        menu.addSeparator()
        _add_places(model, menu, place)
        if attribute:
            _add_days(view, menu, place)
            _add_attribute_part(view, menu, attribute)
    return menu


def _add_freezing(model: ComparisonModel, menu: QMenu, place: int) -> None:
    frozen = model.comparison.frozen_columns if model.comparison else 0
    add_entry(menu, _("Freeze up to this column"), partial(arrange.freeze, model, place + 1), frozen != place + 1)
    if frozen:
        add_entry(menu, _("Freeze no column"), partial(arrange.freeze, model, 0))
    wraps = model.comparison is not None and model.comparison.wraps
    entry = add_entry(menu, _("Wrap long texts"), partial(arrange.wrap, model, not wraps))
    entry.setCheckable(True)
    entry.setChecked(wraps)


def _add_freezing_of_rows(model: ComparisonModel, menu: QMenu, row: int) -> None:
    frozen = model.comparison.frozen_rows if model.comparison else 0
    menu.addSeparator()
    add_entry(menu, _("Freeze up to this row"), partial(arrange.freeze_rows, model, row + 1), frozen != row + 1)
    if frozen:
        add_entry(menu, _("Freeze no row"), partial(arrange.freeze_rows, model, 0))


def cell_menu(view: ComparisonView) -> QMenu:
    """Copy and paste, why there is no value, which other value to adopt, and what was here before."""
    model, menu = view.table, QMenu(view)
    can_edit = not model.workspace.study.is_read_only
    add_entry(menu, _("Copy"), view.hands.copy)
    add_entry(menu, _("Copy with headers"), view.hands.copy_with_headers)
    add_entry(menu, _("Paste"), view.hands.paste, can_edit)
    if can_edit and model.comparison is not None and model.comparison.rows_from == "list":
        rows = [model.row_ids[row] for row in sorted({row for row, _column in view.places()})]
        rows = list(dict.fromkeys(each for each in rows if each > 0))  # headings of groups are no rows of the list
        words = ngettext("Remove from this comparison", "Remove {count} rows from this comparison", len(rows))
        add_entry(menu, words.format(count=len(rows)), partial(remove_from_list, model, rows), bool(rows))
    selected = model.workspace.selected
    if len(selected) > 1:
        add_entry(menu, _("Compare side by side"), partial(model.workspace.show_side_by_side, selected))
    index = view.currentIndex()
    if index.isValid():
        _add_freezing_of_rows(model, menu, index.row())
    attribute = model.attribute(index.column()) if index.isValid() else None
    if attribute is None or model.is_heading(index.row()):
        return menu
    menu.addSeparator()
    if can_edit:
        add_entry(menu, _("Edit"), view.edit_current)
        menu.addMenu(reasons_menu(menu, view.hands.give_reason))
        _add_rivals(view, menu, index.row(), index.column())
        menu.addSeparator()
        add_entry(menu, _("Cite for selected cells…"), view.hands.cite_selected)
        add_entry(menu, _("Cite as in the cell above"), view.hands.cite_as_above)
    add_entry(menu, _("Open what is cited"), view.hands.open_citation)
    menu.addSeparator()
    add_entry(menu, _("Chart this"), view.hands.chart_selected)
    add_entry(menu, _("Show in the inspector"), partial(model.workspace.show_view, "inspector"))
    cell = model.cell(index.row(), index.column())
    add_entry(menu, _("Show history"), partial(model.workspace.show_history, (cell.subject_id, attribute.id)))
    return menu


def _add_places(model: ComparisonModel, menu: QMenu, place: int) -> None:
    column, count = model.columns[place], len(model.columns)
    if place > 0:
        is_after_name = place == 1 or model.columns[place - 1].is_of_ranking
        add_entry(menu, _("Move left"), partial(arrange.step, model, column, -1), not is_after_name)
        add_entry(menu, _("Move right"), partial(arrange.step, model, column, 1), place + 1 < count)
    add_entry(menu, _("As wide as needed"), partial(arrange.widen, model, column, 0), column.width > 0)
    if column.attribute_id is not None:
        add_entry(menu, _("Hide"), partial(arrange.hide, model, column), count > 1)


def _add_days(view: ComparisonView, menu: QMenu, place: int) -> None:
    """The day that the column is read on, and the same attribute on other days beside it."""
    model, column = view.table, view.table.columns[place]
    menu.addSeparator()
    add_entry(menu, _("Day of this column…"), partial(ask_day_of_column, model, column, view.window()))
    add_entry(menu, _("Compare days…"), partial(ask_days_of_attribute, model, column, view.window()))
    if column.day is not None:
        add_entry(menu, _("Remove this column"), partial(arrange.remove, model, column))


def _add_attribute_part(view: ComparisonView, menu: QMenu, attribute: Attribute) -> None:
    menu.addSeparator()
    add_entry(menu, _("Edit attribute…"), partial(edit_attribute, view.table.workspace, view.window(), attribute))
    add_entry(menu, _("Remove attribute…"), partial(_remove_attribute, view, attribute))


def _remove_attribute(view: ComparisonView, attribute: Attribute) -> None:
    workspace = view.table.workspace
    question = _("Remove “{attribute}” from the study, with every value, rival and citation that it has?")
    if messages.confirmed(view.window(), question.format(attribute=attribute.name), _("Remove")):
        workspace.perform(lambda: remove_attribute(workspace.study, attribute.id))


def _add_rivals(view: ComparisonView, menu: QMenu, row: int, column: int) -> None:
    """What other sources say, to be adopted in place of the value in force."""
    workspace, cell, attribute = view.table.workspace, view.table.cell(row, column), view.table.attribute(column)
    if attribute is None or not (cell.rivals or cell.soft_rivals or cell.claims):
        return
    known = report(workspace.study, workspace.columns, cell.subject_id, attribute.id, view.table.when(row, column))
    adopt = add_submenu(menu, _("Adopt"))
    for said in (*(rival.said for rival in known.rivals), *known.claims):
        words = " · ".join(filter(None, (said.text, "; ".join(said.sources), *said.details)))
        add_entry(adopt, words, partial(_adopt, view, said.id, said.text))


def _adopt(view: ComparisonView, observation_id: int, value: str) -> None:
    workspace = view.table.workspace
    reason = messages.text_from(view.window(), _("Adopt {value}").format(value=value), _("Why is this one adopted?"))
    if reason is not None:
        workspace.perform(lambda: adopt_observation(workspace.study, observation_id, reason))
