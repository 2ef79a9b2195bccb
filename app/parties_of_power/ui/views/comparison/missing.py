"""The menu of missing reasons: why a cell has no value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from parties_of_power.domain.observations import MISSING_REASONS, Missing, missing_name
from parties_of_power.texts import _


def reasons_menu(parent: QWidget, chosen: Callable[[Missing], object]) -> QMenu:
    """*not yet coded* first."""
    menu = QMenu(_("Missing reason"), parent)
    for reason in MISSING_REASONS:
        menu.addAction(missing_name(reason)).triggered.connect(lambda _on=False, reason=reason: chosen(reason))
    return menu


def ask_reason(parent: QWidget, place: QPoint, chosen: Callable[[Missing], object]) -> None:
    """Open the menu at a place of the screen, its first reason marked."""
    menu = reasons_menu(parent, chosen)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    menu.setActiveAction(menu.actions()[0])
