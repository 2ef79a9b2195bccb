"""The menu View: the views, the panes, the scheme, and the rows of the comparison."""

from __future__ import annotations

from parties_of_power.texts import N_
from parties_of_power.ui import row_actions, view_actions
from parties_of_power.ui.actions.action import Action, can_edit_comparison, has_comparison
from parties_of_power.ui.theme import Scheme
from parties_of_power.ui.views import VIEWS

SCHEME_TEXTS: dict[Scheme, str] = {
    "system": N_("Light or dark like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
}
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
