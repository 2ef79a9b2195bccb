"""Everything the user can ask for, one line each: menus, shortcuts and Find come from this list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parties_of_power.domain.comparisons import RowUnit
from parties_of_power.texts import N_, _
from parties_of_power.ui import (
    comparison_actions,
    edit_actions,
    file_actions,
    insert_actions,
    print_actions,
    row_actions,
    view_actions,
)
from parties_of_power.ui.theme import Scheme
from parties_of_power.ui.views import VIEWS

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow

MENUS = (N_("File"), N_("Edit"), N_("View"), N_("Insert"), N_("Study"), N_("Window"), N_("Help"))


SCHEME_TEXTS: dict[Scheme, str] = {
    "system": N_("Light or dark like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}


ROW_UNIT_TEXTS: dict[RowUnit, str] = {
    "subject": N_("A row is a party"),
    "election": N_("A row is a party at an election"),
    "year": N_("A row is a party in a year"),
}


def always(_window: MainWindow) -> bool:
    return True


@dataclass(frozen=True)
class Action:
    """`text` is untranslated; `label` says it instead where the words depend on the study (*Undo: Record seats*).

    `is_checked` makes it a switch. With `is_local` the shortcut belongs to the widget that has the focus, and the menu
    only shows it. `starts_group` draws a line above it. `icon` is a name in `icons.DRAWINGS`.
    """

    key: str
    text: str
    menu: str
    shortcut: str
    run: Callable[[MainWindow], object]
    is_enabled: Callable[[MainWindow], bool] = always
    label: Callable[[MainWindow], str] | None = None
    is_checked: Callable[[MainWindow], bool] | None = None
    is_local: bool = False
    starts_group: bool = False
    icon: str = ""

    def title(self, window: MainWindow) -> str:
        return self.label(window) if self.label else _(self.text)


def can_edit(window: MainWindow) -> bool:
    return not window.workspace.study.is_read_only


def has_comparison(window: MainWindow) -> bool:
    return window.workspace.comparison_id is not None


def can_edit_comparison(window: MainWindow) -> bool:
    return can_edit(window) and has_comparison(window)


FILE_ACTIONS = (
    Action("new", N_("New…"), "File", "Ctrl+N", file_actions.new),
    Action("open", N_("Open…"), "File", "Ctrl+O", file_actions.open_file),
    Action("open_bundled", N_("Open CIS 2008"), "File", "", file_actions.open_bundled),
    Action("save_copy", N_("Save a copy as…"), "File", "Ctrl+Shift+S", file_actions.save_copy, starts_group=True),
    Action(
        "revert",
        N_("Revert to how it was opened…"),
        "File",
        "",
        file_actions.revert,
        lambda window: can_edit(window) and window.workspace.study.edit_number != window.opened_at,
    ),
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
    Action("print", N_("Print…"), "File", "Ctrl+P", print_actions.print_front, starts_group=True),
    Action("print_preview", N_("Print preview…"), "File", "Ctrl+Alt+P", print_actions.preview),
    Action("export_document", N_("Export as PDF…"), "File", "Ctrl+Shift+E", print_actions.export_document),
    Action("close", N_("Close window"), "File", "Ctrl+Q", lambda window: window.close(), starts_group=True),
)
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
    Action("citing", N_("Citing…"), "Edit", "Alt+C", view_actions.go_to_citing),
)
VIEW_ACTIONS = (
    *(Action(view.key, view.title, "View", view.shortcut, view_actions.go_to_view(view.key)) for view in VIEWS),
    *(
        Action(
            f"{key}_pane",
            text,
            "View",
            shortcut,
            view_actions.toggle_pane(key),
            is_checked=view_actions.has_pane(key),
            starts_group=key == "left",
        )
        for key, text, shortcut in (
            ("left", N_("Show the list"), "Ctrl+Alt+1"),
            ("below", N_("Show the timeline"), "Ctrl+Alt+2"),
            ("right", N_("Show the inspector"), "Ctrl+Alt+3"),
        )
    ),
    *(
        Action(
            f"{scheme}_scheme",
            text,
            "View",
            "",
            view_actions.take_scheme(scheme),
            is_checked=view_actions.has_scheme(scheme),
            starts_group=scheme == "system",
        )
        for scheme, text in SCHEME_TEXTS.items()
    ),
)
ROW_ACTIONS = (
    Action(
        "sort_rows",
        N_("Sort rows…"),
        "View",
        "Ctrl+Alt+S",
        row_actions.on_rows("sort_rows"),
        has_comparison,
        starts_group=True,
    ),
    Action(
        "filter_rows",
        N_("Filter by this column…"),
        "View",
        "Ctrl+Shift+L",
        row_actions.on_rows("filter_rows"),
        has_comparison,
    ),
    Action(
        "show_all_rows", N_("Show all rows"), "View", "", row_actions.on_rows("show_all_rows"), row_actions.is_filtered
    ),
    Action("rank_rows", N_("Rank rows…"), "View", "Ctrl+Alt+R", row_actions.on_rows("rank_rows"), has_comparison),
    Action("group_rows", N_("Group rows…"), "View", "Ctrl+Alt+G", row_actions.on_rows("group_rows"), has_comparison),
    Action(
        "fold_groups", N_("Fold all groups"), "View", "", row_actions.on_rows("fold_groups"), row_actions.is_grouped
    ),
    Action(
        "unfold_groups",
        N_("Unfold all groups"),
        "View",
        "",
        row_actions.on_rows("unfold_groups"),
        row_actions.is_grouped,
    ),
    Action(
        "freeze_columns",
        N_("Freeze up to this column"),
        "View",
        "Ctrl+Alt+F",
        row_actions.on_rows("freeze_here"),
        has_comparison,
    ),
    Action(
        "freeze_rows",
        N_("Freeze up to this row"),
        "View",
        "Ctrl+Alt+Shift+F",
        row_actions.on_rows("freeze_rows_here"),
        has_comparison,
    ),
    Action(
        "column_day",
        N_("Day of this column…"),
        "View",
        "Ctrl+Alt+D",
        row_actions.on_rows("set_column_day"),
        can_edit_comparison,
    ),
    Action("compare_days", N_("Compare days…"), "View", "", row_actions.on_rows("compare_days"), can_edit_comparison),
    Action("unfreeze", N_("Unfreeze"), "View", "", row_actions.on_rows("unfreeze"), row_actions.is_frozen),
    Action(
        "wrap_texts",
        N_("Wrap long texts"),
        "View",
        "Ctrl+Alt+W",
        row_actions.on_rows("turn_wrapping"),
        has_comparison,
        is_checked=row_actions.wraps,
    ),
    Action(
        "overview",
        N_("Overview of all rows"),
        "View",
        "Ctrl+Alt+O",
        row_actions.on_rows("turn_overview"),
        has_comparison,
        is_checked=row_actions.is_overview,
    ),
    Action(
        "distributions",
        N_("Distributions in the headers"),
        "View",
        "Ctrl+Alt+H",
        row_actions.on_rows("turn_distributions"),
        has_comparison,
        is_checked=row_actions.has_distributions,
    ),
    Action(
        "filter_by_distribution",
        N_("Filter by distribution…"),
        "View",
        "Ctrl+Alt+B",
        row_actions.on_rows("filter_by_distribution"),
        has_comparison,
    ),
    Action(
        "colour_column",
        N_("Colour this column by value…"),
        "View",
        "Ctrl+Alt+C",
        row_actions.on_rows("colour_column"),
        has_comparison,
    ),
)
INSERT_ACTIONS = (
    Action("attribute", N_("Attribute…"), "Insert", "Ctrl+Shift+A", insert_actions.attribute, can_edit, icon="plus"),
    Action("party", N_("Party…"), "Insert", "Ctrl+Shift+P", insert_actions.party, can_edit),
    Action("state", N_("State…"), "Insert", "", insert_actions.state, can_edit),
    Action("event", N_("Event…"), "Insert", "Ctrl+Shift+V", insert_actions.event, can_edit),
    Action("source", N_("Source…"), "Insert", "", insert_actions.source, can_edit),
    Action(
        "add_comparison",
        N_("Comparison…"),
        "Insert",
        "Ctrl+Shift+N",
        comparison_actions.add,
        can_edit,
        starts_group=True,
    ),
)
STUDY_ACTIONS = (
    Action(
        "compare_side_by_side",
        N_("Compare side by side"),
        "Study",
        "Ctrl+Shift+B",
        lambda window: window.workspace.show_side_by_side(window.workspace.selected),
        lambda window: len(window.workspace.selected) > 1,
    ),
    Action("rename_comparison", N_("Rename comparison…"), "Study", "", comparison_actions.rename, can_edit_comparison),
    Action("remove_comparison", N_("Remove comparison…"), "Study", "", comparison_actions.remove, can_edit_comparison),
    *(
        Action(
            f"row_is_{unit}",
            text,
            "Study",
            "",
            row_actions.on_unit(unit),
            has_comparison,
            row_actions.unit_label(unit),
            row_actions.has_unit(unit),
            starts_group=unit == "subject",
        )
        for unit, text in ROW_UNIT_TEXTS.items()
    ),
    Action("coder", N_("Coder…"), "Study", "", file_actions.ask_coder, starts_group=True),
    Action("check", N_("Check the study"), "Study", "", file_actions.check),
)
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
    Action("keys", N_("Keys"), "Help", "F1", view_actions.show_keys),
    Action("about", N_("About Parties of Power"), "Help", "", view_actions.show_about),
)
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
