"""The columns that a comparison colours by value, as Excel can colour them itself."""

from __future__ import annotations

from parties_of_power.analysis.colouring import ChoicePlace, Colours, colours_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations
from parties_of_power.exchange.sheets.definition import AnswersColumn, ScaledColumn
from parties_of_power.texts import _


def coloured_columns(export: Export, changes: Alterations) -> list[ScaledColumn | AnswersColumn]:
    """Excel has shades and bars; the small lines over time are left out, and the user is told."""
    attributes = export.study.catalogue.attributes
    found: list[ScaledColumn | AnswersColumn] = []
    for place, column in enumerate(export.table.columns):
        colours = colours_of(export.study, export.columns, export.table, column)
        if colours is None:
            continue
        attribute = attributes[column.attribute_id or 0]
        if colours.way == "over_time":
            sentence = _(
                "The small lines over time of {column} are not drawn in Excel: the sheet Observations has them."
            )
            changes.say(sentence.format(column=attribute.name))
        else:
            found += _coloured(place, attribute, colours)
    return found


def _coloured(place: int, attribute: Attribute, colours: Colours) -> list[ScaledColumn | AnswersColumn]:
    if colours.way == "choices":
        return [AnswersColumn(place, [(each.label, _shade(each)) for each in colours.choices.values()])]
    scale = colours.scale
    if scale is None:
        return []
    share = 0.01 if attribute.kind == "percent" else 1.0
    middle = scale.middle * share if scale.middle_is else None
    return [ScaledColumn(place, scale.low * share, scale.high * share, middle, colours.way == "bars")]


def _shade(answer: ChoicePlace) -> int | float:
    return answer.place / max(answer.count - 1, 1) if answer.is_ordinal else answer.place
