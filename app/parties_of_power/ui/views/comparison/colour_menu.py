"""The menu *Colour* of a column: how its values are drawn, and below that what the colours say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from parties_of_power.domain.comparisons import CellColour, ways_to_colour
from parties_of_power.texts import _
from parties_of_power.ui.tables.menu_entries import add_entry, add_submenu
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.colouring import USUAL, WAY_TEXTS, as_sentence, legend_of
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


def add_colour_menu(model: ComparisonModel, menu: QMenu, place: int) -> None:
    """Nothing is to be chosen for names, dates and texts, which have neither size nor a list of answers."""
    submenu = add_submenu(menu, _("Colour"))
    fill_colour_menu(model, submenu, place)
    submenu.setEnabled(bool(submenu.actions()))


def fill_colour_menu(model: ComparisonModel, menu: QMenu, place: int) -> None:
    """The ways that suit the values of the column, the one it has ticked."""
    attribute, comparison, column = model.attribute(place), model.comparison, model.columns[place]
    ways = ways_to_colour(attribute) if attribute else ()
    if not ways or comparison is None:
        return
    group, chosen = QActionGroup(menu), comparison.colouring_of(column.id)
    wanted: tuple[CellColour | None, ...] = (None, *ways)
    for way in wanted:
        words = _(WAY_TEXTS[way]) if way else _(USUAL)
        entry = group.addAction(add_entry(menu, words, partial(arrange.colour, model, column, way)))
        entry.setCheckable(True)
        entry.setChecked(way == chosen)
    legend = legend_of(model, place)
    if legend:
        menu.addSeparator()
        add_entry(menu, as_sentence(legend), lambda: None, is_enabled=False)


def open_colour_menu(view: ComparisonView, place: int) -> None:
    """Below the header of the column."""
    menu = QMenu(view)
    menu.setTitle(_("Colour {column}").format(column=view.table.headers[place].title))
    fill_colour_menu(view.table, menu, place)
    if not menu.actions():
        add_entry(menu, _("These values have neither size nor a list of answers"), lambda: None, is_enabled=False)
    menu.aboutToHide.connect(menu.deleteLater)
    header = view.grid_of(place).columns_header
    menu.popup(header.mapToGlobal(QPoint(header.sectionViewportPosition(place), header.height())))
