"""What the columns of a comparison are called, also those that are hidden, and what their filters say."""

from __future__ import annotations

from parties_of_power.domain.comparisons import Column, on_day
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.filter_words import filter_sentence


def title_of(column: Column, catalogue: Catalogue) -> str:
    if column.attribute_id is not None and column.attribute_id in catalogue.attributes:
        return on_day(catalogue.attributes[column.attribute_id].name, column.day)
    if column.is_of_ranking:
        return _("Rank")
    return {"name": _("Name"), "moment": _("Election or year")}.get(column.field, _("State"))


def filter_words(column: Column, catalogue: Catalogue) -> str:
    """`State is Russia or Georgia`, `Leader contains “ev”`."""
    return filter_sentence(title_of(column, catalogue), column.filter) if column.filter else ""
