"""The menus of the view: what can be put beside, and what can be done with one side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from parties_of_power.analysis.side_by_side import MOST_SIDES, Side
from parties_of_power.domain.subjects import Subject
from parties_of_power.texts import _
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.side_by_side.days_dialog import ask_day

if TYPE_CHECKING:
    from parties_of_power.ui.views.side_by_side.page import SideBySidePage


def fill_adding_menu(page: SideBySidePage, menu: QMenu) -> None:
    """Every party under its state, or every state; before there is a side, of the kind that the comparison shows."""
    menu.clear()
    workspace, sides = page.workspace, page.chosen.sides
    catalogue, day = workspace.catalogue, workspace.as_of
    comparison = workspace.comparison
    wanted = catalogue.subjects[sides[0].subject_id].kind if sides else "party"
    if not sides and comparison is not None:
        wanted = comparison.subject_kind
    names = {each.id: catalogue.shown_name(each.id, day).text for each in catalogue.subjects.values()}
    subjects = [each for each in catalogue.subjects.values() if each.kind == wanted and not each.retired]
    groups: dict[int, QMenu] = {}
    beside = {side.subject_id for side in sides if side.day is None}
    for subject in sorted(subjects, key=lambda each: (names.get(each.state_id or 0, ""), names[each.id])):
        place = _group(menu, groups, subject, names)
        is_possible = subject.id not in beside and len(sides) < MOST_SIDES
        add_entry(place, names[subject.id], partial(page.chosen.add, Side(subject.id)), is_possible)


def fill_sides_menu(page: SideBySidePage, menu: QMenu) -> None:
    """One submenu a side."""
    menu.clear()
    for place, heading in enumerate(page.model.shown.headings):
        fill_side_menu(page, add_submenu(menu, heading.label), place)
    if not page.model.shown.headings:
        add_entry(menu, _("Nothing stands side by side yet"), lambda: None, False)


def fill_side_menu(page: SideBySidePage, menu: QMenu, place: int) -> None:
    chosen, last = page.chosen, len(page.chosen.sides) - 1
    add_entry(menu, _("On another day…"), partial(_ask_day, page, place))
    follows = chosen.sides[place].day is None
    add_entry(menu, _("On the as-of day"), partial(chosen.set_day, place, None), not follows)
    add_entry(menu, _("Beside it on another day…"), partial(_ask_other_day, page, place), last + 1 < MOST_SIDES)
    menu.addSeparator()
    add_entry(menu, _("Move left"), partial(chosen.move, place, -1), place > 0)
    add_entry(menu, _("Move right"), partial(chosen.move, place, 1), place < last)
    menu.addSeparator()
    add_entry(menu, _("Remove from here"), partial(chosen.remove, place))


def cell_menu(page: SideBySidePage, place: int) -> QMenu:
    """Of the cell with the cursor and the side below the pointer."""
    menu, workspace = QMenu(page), page.workspace
    add_entry(menu, _("Copy"), page.table.copy)
    add_entry(menu, _("Export…"), page.export, bool(page.model.shown.lines))
    cell = page.current_cell()
    if cell is not None:
        menu.addSeparator()
        add_entry(menu, _("Show in the table"), partial(page.open_cell, cell))
        add_entry(menu, _("Show in the inspector"), partial(workspace.show_view, "inspector"))
        add_entry(menu, _("Show history"), partial(workspace.show_history, cell))
    if place >= 0:
        menu.addSeparator()
        fill_side_menu(page, add_submenu(menu, page.model.shown.headings[place].label), place)
    return menu


def _group(menu: QMenu, groups: dict[int, QMenu], subject: Subject, names: dict[int, str]) -> QMenu:
    """The submenu of a party's state; a state has none."""
    if subject.state_id is None:
        return menu
    if subject.state_id not in groups:
        groups[subject.state_id] = add_submenu(menu, names.get(subject.state_id, ""))
    return groups[subject.state_id]


def _ask_day(page: SideBySidePage, place: int) -> None:
    day = ask_day(page, page.model.shown.day_of(place))
    if day is not None:
        page.chosen.set_day(place, day)


def _ask_other_day(page: SideBySidePage, place: int) -> None:
    day = ask_day(page, page.model.shown.day_of(place))
    if day is not None:
        page.chosen.add(Side(page.chosen.sides[place].subject_id, day))
