"""Charts kept in the study: keeping one under a name, writing each change of it down, renaming and removing it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.study import queries
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.views.charts.chart import Chart


def keep(chart: Chart, parent: QWidget) -> None:
    """Ask for a name and keep what is shown under it."""
    from parties_of_power.study.edits.charts import add_chart

    workspace, definition = chart.workspace, chart.definition()
    if definition is None or not workspace.may_edit():
        return
    proposed = chart.picture.words.title if chart.picture else ""
    name = messages.text_from(parent, _("Keep chart"), _("Name of the chart:"), proposed)
    if name:
        made = workspace.perform(lambda: add_chart(workspace.study, name, chart.kind.key, definition))
        if made is not None:
            workspace.show_chart(made)


def write_down(chart: Chart) -> None:
    """What was just chosen, in the chart that is kept; nothing where none is."""
    from parties_of_power.study.edits.charts import change_chart

    workspace, kept, definition = chart.workspace, chart.kept, chart.definition()
    if kept is None or definition is None:
        return
    if workspace.study.is_read_only:
        workspace.may_edit()
        return
    workspace.perform(lambda: change_chart(workspace.study, kept, kind=chart.kind.key, definition=definition))


def rename(chart: Chart, parent: QWidget) -> None:
    from parties_of_power.study.edits.charts import rename_chart

    workspace, kept = chart.workspace, chart.kept
    if kept is None or not workspace.may_edit():
        return
    before = queries.chart(workspace.study, kept).name
    name = messages.text_from(parent, _("Rename chart"), _("Name of the chart:"), before)
    if name and name != before:
        workspace.perform(lambda: rename_chart(workspace.study, kept, name))


def remove(chart: Chart) -> None:
    """Without a question: an undo brings it back."""
    from parties_of_power.study.edits.charts import remove_chart

    workspace, kept = chart.workspace, chart.kept
    if kept is not None and workspace.may_edit():
        workspace.perform(lambda: remove_chart(workspace.study, kept))
