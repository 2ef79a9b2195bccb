"""The menu Edit."""

from __future__ import annotations

from parties_of_power.texts import N_
from parties_of_power.ui import edit_actions, view_actions
from parties_of_power.ui.actions.action import Action, can_edit, can_edit_comparison, has_comparison

EDIT_ACTIONS = (
    Action(
        "undo",
        N_("Undo"),
        "Edit",
        "Ctrl+Z",
        edit_actions.undo,
        lambda window: can_edit(window) and bool(window.workspace.study.undo_label),
        edit_actions.undo_words,
        icon="undo",
    ),
    Action(
        "redo",
        N_("Redo"),
        "Edit",
        "Ctrl+Shift+Z",
        edit_actions.redo,
        lambda window: can_edit(window) and bool(window.workspace.study.redo_label),
        edit_actions.redo_words,
        icon="redo",
    ),
    Action(
        "cut", N_("Cut"), "Edit", "Ctrl+X", edit_actions.on_focus("cut"), can_edit, is_local=True, starts_group=True
    ),
    Action("copy", N_("Copy"), "Edit", "Ctrl+C", edit_actions.on_focus("copy"), is_local=True),
    Action(
        "copy_with_headers",
        N_("Copy with headers"),
        "Edit",
        "Ctrl+Shift+C",
        edit_actions.on_focus("copy_with_headers"),
        is_local=True,
    ),
    Action("paste", N_("Paste"), "Edit", "Ctrl+V", edit_actions.on_focus("paste"), can_edit, is_local=True),
    Action(
        "delete_value",
        N_("Delete value…"),
        "Edit",
        "Del",
        edit_actions.on_focus("delete_value"),
        can_edit,
        is_local=True,
    ),
    Action("select_all", N_("Select all"), "Edit", "Ctrl+A", edit_actions.on_focus("selectAll"), is_local=True),
    Action(
        "fill_down",
        N_("Fill down"),
        "Edit",
        "Ctrl+D",
        edit_actions.on_table("fill_down"),
        can_edit,
        is_local=True,
        starts_group=True,
    ),
    Action(
        "fill_right", N_("Fill right"), "Edit", "Ctrl+R", edit_actions.on_table("fill_right"), can_edit, is_local=True
    ),
    Action(
        "fill_series",
        N_("Fill as a series"),
        "Edit",
        "Ctrl+Shift+D",
        edit_actions.on_table("fill_series"),
        can_edit,
        is_local=True,
    ),
    Action(
        "chart_selected",
        N_("Chart this"),
        "Edit",
        "Alt+F1",
        edit_actions.on_table("chart_selected"),
        has_comparison,
        is_local=True,
        starts_group=True,
    ),
    Action(
        "cite_selected",
        N_("Cite for selected cells…"),
        "Edit",
        "Ctrl+Shift+'",
        edit_actions.on_table("cite_selected"),
        can_edit,
        is_local=True,
        starts_group=True,
    ),
    Action(
        "cite_as_above",
        N_("Cite as in the cell above"),
        "Edit",
        "Ctrl+'",
        edit_actions.on_table("cite_as_above"),
        can_edit,
        is_local=True,
    ),
    Action(
        "open_citation",
        N_("Open what is cited"),
        "Edit",
        "Ctrl+L",
        edit_actions.on_table("open_citation"),
        is_local=True,
    ),
    Action(
        "find_in_table",
        N_("Find in the table…"),
        "Edit",
        "Ctrl+F",
        view_actions.find_in_table(to_replace=False),
        has_comparison,
        starts_group=True,
    ),
    Action(
        "replace",
        N_("Replace…"),
        "Edit",
        "Ctrl+H",
        view_actions.find_in_table(to_replace=True),
        can_edit_comparison,
    ),
    Action("find", N_("Find or run…"), "Edit", "Ctrl+K", view_actions.find, icon="search"),
    Action("as_of", N_("As of…"), "Edit", "Alt+D", view_actions.go_to_as_of),
    Action("play", N_("Play or pause"), "Edit", "F8", view_actions.play, is_checked=view_actions.is_playing),
    Action("citing", N_("Citing…"), "Edit", "Alt+C", view_actions.go_to_citing),
    Action("settings", N_("Settings…"), "Edit", "Ctrl+,", view_actions.ask_settings, starts_group=True),
)
