"""Adding, naming and removing comparisons. The verbs are imported when they are needed: the window paints sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties_of_power.domain.comparisons import Comparison
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages

if TYPE_CHECKING:
    from parties_of_power.ui.main_window import MainWindow


def add(window: MainWindow) -> None:
    """A comparison of the selected subjects, or of all of the kind that is shown, with the columns that are shown."""
    from parties_of_power.study.edits import comparisons

    workspace = window.workspace
    name = messages.text_from(window, _("New comparison"), _("Name of the comparison:"))
    if not name:
        return
    shown = workspace.comparison

    def make() -> int:
        with workspace.study.edit(_("Add comparison {name}").format(name=name)):
            made = comparisons.add_comparison(workspace.study, name, shown.subject_kind if shown else "party")
            if shown:
                take_columns(window, shown, made)
            return made

    made = workspace.perform(make)
    if made is not None:
        workspace.show_comparison(made)


def take_columns(window: MainWindow, shown: Comparison, made: int) -> None:
    """Give a new comparison the attributes of the one that is shown, and the selected subjects of its kind as rows."""
    from parties_of_power.study.edits import comparisons, row_units

    study = window.workspace.study
    for column in shown.columns:
        if column.attribute_id is not None and not column.hidden:
            comparisons.show_column(study, made, column.attribute_id, of_state=column.of_state, day=column.day)
    if shown.row_unit != "subject":
        row_units.set_row_unit(study, made, shown.row_unit)
    subjects = window.workspace.catalogue.subjects
    chosen = [one for one in window.workspace.selected if subjects[one].kind == shown.subject_kind]
    if len(chosen) > 1:
        comparisons.change_comparison(study, made, rows_from="list", row_ids=chosen)


def rename(window: MainWindow) -> None:
    from parties_of_power.study.edits import comparisons

    workspace = window.workspace
    shown = workspace.comparison
    if shown is None:
        return
    name = messages.text_from(window, _("Rename comparison"), _("Name of the comparison:"), shown.name)
    if name and name != shown.name:
        workspace.perform(lambda: comparisons.change_comparison(workspace.study, shown.id, name=name))


def remove(window: MainWindow) -> None:
    from parties_of_power.study.edits import comparisons

    workspace = window.workspace
    shown = workspace.comparison
    question = _("Remove the comparison “{name}”? Its parties, attributes and values stay in the study.")
    if shown and messages.confirmed(window, question.format(name=shown.name), _("Remove")):
        workspace.perform(lambda: comparisons.remove_comparison(workspace.study, shown.id))
