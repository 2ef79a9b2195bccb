"""The menus Window and Help."""

from __future__ import annotations

from parties_of_power.texts import N_
from parties_of_power.ui import view_actions
from parties_of_power.ui.actions.action import Action

WINDOW_ACTIONS = (
    Action("next_pane", N_("Next pane"), "Window", "F6", lambda window: window.panes.go(1)),
    Action("previous_pane", N_("Previous pane"), "Window", "Shift+F6", lambda window: window.panes.go(-1)),
    Action("leave", N_("Leave the table"), "Window", "Ctrl+Tab", lambda window: window.panes.go(1)),
    Action(
        "next_tab", N_("Next tab"), "Window", "Ctrl+PgDown", lambda window: window.centre.step(1), starts_group=True
    ),
    Action("previous_tab", N_("Previous tab"), "Window", "Ctrl+PgUp", lambda window: window.centre.step(-1)),
    Action("close_tab", N_("Close tab"), "Window", "Ctrl+W", lambda window: window.centre.close_current()),
    Action(
        "movable",
        N_("Panes can be moved"),
        "Window",
        "",
        lambda window: window.panes.set_movable(not window.panes.are_movable),
        is_checked=lambda window: window.panes.are_movable,
        starts_group=True,
    ),
    Action("usual_panes", N_("Panes as they were at first"), "Window", "", lambda window: window.panes.restore_usual()),
)
HELP_ACTIONS = (
    Action("manual", N_("Manual"), "Help", "F1", view_actions.show_manual),
    Action("first_steps", N_("First steps"), "Help", "", view_actions.show_first_steps),
    Action("keys", N_("Keys"), "Help", "Ctrl+F1", view_actions.show_keys),
    Action("about", N_("About Parties of Power"), "Help", "", view_actions.show_about),
)
