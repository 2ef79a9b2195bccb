"""Everything the user can ask for, one line each, by menus: menus, shortcuts and Find come from this list."""

from __future__ import annotations

from parties_of_power.texts import N_
from parties_of_power.ui.actions.action import Action as Action
from parties_of_power.ui.actions.edit_menu import EDIT_ACTIONS
from parties_of_power.ui.actions.file_menu import FILE_ACTIONS
from parties_of_power.ui.actions.study_menus import INSERT_ACTIONS, STUDY_ACTIONS
from parties_of_power.ui.actions.view_menu import ROW_ACTIONS, VIEW_ACTIONS
from parties_of_power.ui.actions.window_menus import HELP_ACTIONS, WINDOW_ACTIONS

MENUS = (N_("File"), N_("Edit"), N_("View"), N_("Insert"), N_("Study"), N_("Window"), N_("Help"))

ACTIONS: tuple[Action, ...] = (
    *FILE_ACTIONS,
    *EDIT_ACTIONS,
    *VIEW_ACTIONS,
    *ROW_ACTIONS,
    *INSERT_ACTIONS,
    *STUDY_ACTIONS,
    *WINDOW_ACTIONS,
    *HELP_ACTIONS,
)
