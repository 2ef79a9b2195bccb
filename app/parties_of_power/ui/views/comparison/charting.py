"""*Chart this*: the attributes of the selected cells as a chart of the kind that shows them best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


def chart_selected(view: ComparisonView) -> None:
    model = view.table
    columns = dict.fromkeys(column for _row, column in view.places())
    wanted = [
        (attribute.id, model.columns[column].of_state)
        for column in columns
        if (attribute := model.attribute(column)) is not None
    ]
    if wanted:
        model.workspace.chart_these(tuple(wanted))
    else:
        model.workspace.message.emit(_("Select cells of the attributes to be charted."))
