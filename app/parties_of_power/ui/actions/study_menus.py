"""The menus Insert and Study."""

from __future__ import annotations

from parties_of_power.domain.comparisons import RowUnit
from parties_of_power.texts import N_
from parties_of_power.ui import comparison_actions, file_actions, insert_actions, reference_actions, row_actions
from parties_of_power.ui.actions.action import Action, can_edit, can_edit_comparison, has_comparison

ROW_UNIT_TEXTS: dict[RowUnit, str] = {
    "subject": N_("A row is a party"),
    "election": N_("A row is a party at an election"),
    "year": N_("A row is a party in a year"),
}
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
    Action(
        "export_references",
        N_("Export references…"),
        "Study",
        "Ctrl+Alt+E",
        reference_actions.export_references,
        reference_actions.has_sources,
        starts_group=True,
    ),
    Action(
        "copy_reference",
        N_("Copy formatted reference"),
        "Study",
        "Ctrl+Alt+Shift+C",
        reference_actions.copy_reference,
        reference_actions.has_chosen,
    ),
    Action("check", N_("Check the study"), "Study", "", file_actions.check, starts_group=True),
)
