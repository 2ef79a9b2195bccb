"""The menu *Rows*: which parties or states a comparison lists."""

from __future__ import annotations

from functools import partial
from typing import get_args

from PySide6.QtWidgets import QMenu, QWidget

from parties_of_power.domain.comparisons import Comparison, RowUnit, unit_words
from parties_of_power.domain.subjects import Subject
from parties_of_power.study.edits.comparisons import add_row, change_comparison, remove_row
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.subject import ask_party, ask_state
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel


def fill_rows_menu(model: ComparisonModel, menu: QMenu, window: QWidget) -> None:
    """Every party under its state, ticked where it is listed; states by themselves."""
    comparison, workspace = model.comparison, model.workspace
    if comparison is None:
        return
    can_edit = not workspace.study.is_read_only
    _add_units(model, add_submenu(menu, _("A row is")), comparison)
    menu.addSeparator()
    everything = add_entry(menu, _all_words(comparison), partial(_list_all, model), can_edit)
    everything.setCheckable(True)
    everything.setChecked(comparison.rows_from == "all")
    menu.addSeparator()
    if comparison.rows_from == "list" and can_edit:
        _add_subjects(model, menu, comparison)
        menu.addSeparator()
    if comparison.subject_kind == "party":
        add_entry(menu, _("New party…"), partial(ask_party, workspace, window), can_edit)
    else:
        add_entry(menu, _("New state…"), partial(ask_state, workspace, window), can_edit)


def remove_from_list(model: ComparisonModel, subject_ids: list[int]) -> None:
    """Take rows out of the fixed list; the parties or states stay in the study."""
    comparison, study = model.comparison, model.workspace.study
    if comparison is None:
        return

    def act() -> None:
        with study.edit(_("Remove rows from {comparison}").format(comparison=comparison.name)):
            for subject_id in subject_ids:
                remove_row(study, comparison.id, subject_id)

    model.workspace.perform(act)


def _add_units(model: ComparisonModel, menu: QMenu, comparison: Comparison) -> None:
    for unit in get_args(RowUnit):
        words = unit_words(comparison.subject_kind, unit)
        entry = add_entry(menu, words, partial(arrange.set_row_unit, model, unit))
        entry.setCheckable(True)
        entry.setChecked(comparison.row_unit == unit)


def _add_subjects(model: ComparisonModel, menu: QMenu, comparison: Comparison) -> None:
    catalogue, day = model.workspace.catalogue, model.workspace.as_of
    listed = set(comparison.row_ids)
    subjects = catalogue.parties if comparison.subject_kind == "party" else catalogue.states
    names = {each.id: catalogue.shown_name(each.id, day).text for each in catalogue.subjects.values()}
    groups: dict[int, QMenu] = {}
    # A party by the name of its state first, so that the states come in the order of the alphabet.
    order = [(names.get(each.state_id or 0, ""), names[each.id], each.id) for each in subjects if not each.retired]
    for state, name, subject_id in sorted(order):
        subject = catalogue.subjects[subject_id]
        place = menu
        if subject.state_id is not None:
            place = groups[subject.state_id] = groups.get(subject.state_id) or add_submenu(menu, state)
        entry = add_entry(place, name, partial(_turn, model, comparison, subject))
        entry.setCheckable(True)
        entry.setChecked(subject.id in listed)


def _turn(model: ComparisonModel, comparison: Comparison, subject: Subject) -> None:
    study = model.workspace.study
    verb = remove_row if subject.id in comparison.row_ids else add_row
    model.workspace.perform(lambda: verb(study, comparison.id, subject.id))


def _list_all(model: ComparisonModel) -> None:
    """All of the study, or from now on the rows that are listed at present."""
    comparison, study = model.comparison, model.workspace.study
    if comparison is None or model.table is None:
        return
    if comparison.rows_from == "list":
        model.workspace.perform(lambda: change_comparison(study, comparison.id, rows_from="all"))
    else:
        rows = tuple(dict.fromkeys(model.table.all_row_ids))
        model.workspace.perform(lambda: change_comparison(study, comparison.id, rows_from="list", row_ids=rows))


def _all_words(comparison: Comparison) -> str:
    if comparison.subject_kind == "party":
        return _("All parties of the study")
    return _("All states of the study")
