"""The menu *Columns*: which columns are shown, and those that could be."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.attribute import ask_attribute
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.titles import title_of


def fill_columns_menu(model: ComparisonModel, menu: QMenu, window: QWidget) -> None:
    """The columns of the comparison, ticked where shown, and the attributes it has none for."""
    comparison, workspace = model.comparison, model.workspace
    can_edit = not workspace.study.is_read_only
    if comparison is None:
        return
    for column in comparison.columns:
        # A name that is hidden could not be brought back: no verb shows a column without an attribute.
        can_turn = can_edit and column.attribute_id is not None
        entry = add_entry(menu, title_of(column, workspace.catalogue), partial(_turn, model, column), can_turn)
        entry.setCheckable(True)
        entry.setChecked(not column.hidden)
    menu.addSeparator()
    if not can_edit:
        return
    _add_unused(model, add_submenu(menu, _("Add a column")), comparison, comparison.subject_kind)
    if comparison.subject_kind == "party":
        _add_unused(model, add_submenu(menu, _("Add a column about the state")), comparison, "state")
    add_entry(menu, _("New attribute…"), partial(ask_attribute, workspace, window, comparison.subject_kind))


def _add_unused(model: ComparisonModel, menu: QMenu, comparison: Comparison, subject_kind: SubjectKind) -> None:
    """The attributes without a column, by group as in the codebook."""
    of_state = subject_kind != comparison.subject_kind
    used = {each.attribute_id for each in comparison.columns if each.of_state is of_state and each.day is None}
    groups: dict[str, QMenu] = {}
    for attribute in model.workspace.catalogue.attributes_of(subject_kind):
        if attribute.id not in used:
            group = attribute.group or _("Other")
            groups[group] = groups.get(group) or add_submenu(menu, group)
            add_entry(groups[group], attribute.name, partial(arrange.add, model, attribute.id, of_state))
    menu.setEnabled(bool(groups))


def _turn(model: ComparisonModel, column: Column) -> None:
    if column.hidden:
        arrange.show(model, column)
    else:
        arrange.hide(model, column)
