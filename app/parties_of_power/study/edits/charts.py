"""The verbs of charts: keeping one under a name, changing what it shows, and removing it."""

from typing import TypedDict, Unpack

from parties_of_power.domain.charts import ChartDefinition
from parties_of_power.study.edits.checks import count, first, next_position, require, require_fields, words
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import stored_chart
from parties_of_power.study.study import Study
from parties_of_power.texts import _


class ChartDetails(TypedDict, total=False):
    key: str
    position: int


class ChartFields(ChartDetails, total=False):
    kind: str
    definition: ChartDefinition


def add_chart(study: Study, name: str, kind: str, definition: ChartDefinition, **fields: Unpack[ChartDetails]) -> int:
    require_fields(fields, ChartDetails)
    row = _checked(study, {**fields, "kind": kind, "definition": definition})
    title = _free_name(study, name)
    last = next_position(study, "chart", "1")
    with study.edit(_("Add chart {name}").format(name=title)) as edit:
        return edit.insert("chart", **{"position": last, **row, "name": title})


def change_chart(study: Study, chart_id: int, **fields: Unpack[ChartFields]) -> None:
    """What a chart shows, or its place in the list."""
    require_fields(fields, ChartFields)
    require(study, "chart", chart_id)
    row = _checked(study, fields)
    with study.edit(_("Change chart {name}").format(name=chart_name(study, chart_id))) as edit:
        edit.update("chart", chart_id, **row)


def rename_chart(study: Study, chart_id: int, name: str) -> None:
    require(study, "chart", chart_id)
    title = _free_name(study, name, chart_id)
    label = _("Rename chart {old} to {name}").format(old=chart_name(study, chart_id), name=title)
    with study.edit(label) as edit:
        edit.update("chart", chart_id, name=title)


def remove_chart(study: Study, chart_id: int) -> None:
    """What it shows stays in the study."""
    require(study, "chart", chart_id)
    with study.edit(_("Remove chart {name}").format(name=chart_name(study, chart_id))) as edit:
        edit.delete("chart", chart_id)


def chart_name(study: Study, chart_id: int) -> str:
    row = first(study, "SELECT name FROM chart WHERE id = ?", (chart_id,))
    return str(row[0]) if row else ""


def _checked(study: Study, fields: ChartFields) -> dict[str, object]:
    """Attributes and comparison must be there when a chart is made of them; they may go later."""
    row: dict[str, object] = {**fields}
    if "kind" in fields:
        row["kind"] = words(fields["kind"], _("A chart needs a kind."))
    if "definition" in fields:
        definition = fields["definition"]
        if definition.comparison_id:
            require(study, "comparison", definition.comparison_id)
        for asked in definition.asked:
            require(study, "attribute", asked.attribute_id)
        row["definition"] = stored_chart(definition)
    return row


def _free_name(study: Study, name: str, chart_id: int = 0) -> str:
    title = words(name, _("A chart needs a name."))
    if count(study, "chart", "lower(name) = lower(?) AND id <> ?", title, chart_id):
        raise EditRefused(_("There is a chart {name} already.").format(name=title))
    return title
