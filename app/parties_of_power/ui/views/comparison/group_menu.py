"""The menu *Group*: what the rows are grouped by, and folding all groups at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu

from parties_of_power.domain.comparisons import Grouping
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel


def fill_group_menu(model: ComparisonModel, menu: QMenu) -> None:
    """No groups, the state, and every attribute of the rows or of their states."""
    comparison, table = model.comparison, model.table
    if comparison is None or table is None:
        return
    _add(model, menu, _("No groups"), None)
    if comparison.subject_kind == "party":
        _add(model, menu, _("State"), Grouping())
    menu.addSeparator()
    _add_attributes(model, menu, comparison.subject_kind, of_state=False)
    if comparison.subject_kind == "party":
        _add_attributes(model, add_submenu(menu, _("By what is said of the state")), "state", of_state=True)
    menu.addSeparator()
    add_entry(menu, _("Fold all groups"), partial(model.fold_all, True), bool(table.groups))
    add_entry(menu, _("Unfold all groups"), partial(model.fold_all, False), bool(table.groups))


def _add_attributes(model: ComparisonModel, menu: QMenu, subject_kind: SubjectKind, *, of_state: bool) -> None:
    """By group as in the codebook."""
    groups: dict[str, QMenu] = {}
    for attribute in model.workspace.catalogue.attributes_of(subject_kind):
        name = attribute.group or _("Other")
        groups[name] = groups.get(name) or add_submenu(menu, name)
        _add(model, groups[name], attribute.name, Grouping(attribute.id, of_state))
    menu.setEnabled(bool(groups) or not of_state)


def _add(model: ComparisonModel, menu: QMenu, words: str, by: Grouping | None) -> None:
    entry = add_entry(menu, words, partial(arrange.group, model, by))
    entry.setCheckable(True)
    entry.setChecked(model.table is not None and model.table.grouping == by)
