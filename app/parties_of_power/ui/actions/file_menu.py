"""The menu File."""

from __future__ import annotations

from parties_of_power.texts import N_
from parties_of_power.ui import file_actions, print_actions
from parties_of_power.ui.actions.action import Action, can_edit, has_comparison

FILE_ACTIONS = (
    Action("new", N_("New…"), "File", "Ctrl+N", file_actions.new),
    Action("open", N_("Open…"), "File", "Ctrl+O", file_actions.open_file),
    Action("open_read_only", N_("Open for reading only…"), "File", "", file_actions.open_read_only),
    Action("new_window", N_("Open in a new window…"), "File", "Ctrl+Shift+O", file_actions.new_window),
    Action("open_bundled", N_("Open CIS 2008"), "File", "", file_actions.open_bundled),
    Action("start_page", N_("Start page"), "File", "", file_actions.show_start_page),
    Action("save_copy", N_("Save a copy as…"), "File", "Ctrl+Shift+S", file_actions.save_copy, starts_group=True),
    Action(
        "revert",
        N_("Revert to how it was opened…"),
        "File",
        "",
        file_actions.revert,
        lambda window: can_edit(window) and window.workspace.study.edit_number != window.opened_at,
    ),
    Action("compare_copies", N_("Compare with another copy…"), "File", "", file_actions.compare_copies),
    Action("backups", N_("Backups…"), "File", "", file_actions.show_backups),
    Action(
        "export",
        N_("Export…"),
        "File",
        "Ctrl+E",
        file_actions.export,
        has_comparison,
        starts_group=True,
        icon="export",
    ),
    Action(
        "take_changes",
        N_("Take changes from Excel…"),
        "File",
        "Ctrl+Shift+T",
        file_actions.take_changes,
        can_edit,
    ),
    Action("import_table", N_("Import a table…"), "File", "Ctrl+Shift+I", file_actions.import_table, can_edit),
    Action("print", N_("Print…"), "File", "Ctrl+P", print_actions.print_front, starts_group=True),
    Action("print_preview", N_("Print preview…"), "File", "Ctrl+Alt+P", print_actions.preview),
    Action("export_document", N_("Export as PDF…"), "File", "Ctrl+Shift+E", print_actions.export_document),
    Action("close", N_("Close window"), "File", "Ctrl+Q", lambda window: window.close(), starts_group=True),
)
