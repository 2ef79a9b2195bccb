"""What the menu of a column offers of the ranking: to use the column in it, or to leave it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from parties_of_power.domain.comparisons import Column, Weight
from parties_of_power.texts import _
from parties_of_power.ui.tables.menu_entries import add_entry
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.weighing import percents, with_one_more

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


def add_ranking_entries(view: ComparisonView, menu: QMenu, place: int) -> None:
    model, column = view.table, view.table.columns[place]
    if column.is_of_ranking:
        add_entry(menu, _("Weigh the columns…"), view.ranking_wanted.emit)
        add_entry(menu, _("No ranking"), partial(arrange.rank, model, ()))
    elif model.looks[place].is_numeric and model.comparison is not None:
        weights = model.comparison.ranking
        if any(each.column_id == column.id for each in weights):
            left = [each for each in weights if each.column_id != column.id]
            add_entry(menu, _("Leave out of the ranking"), partial(arrange.rank, model, reweighed(left)))
        else:
            add_entry(menu, _("Use in ranking"), partial(_use, view, column))


def with_column(weights: tuple[Weight, ...], column: Column) -> tuple[Weight, ...]:
    """One more, that counts as much as the others do on average; all of them in percent."""
    parts = with_one_more(percents([each.weight for each in weights])) if weights else [100]
    listed = (*weights, Weight(column.id, 0.0))
    return tuple(each._replace(weight=float(part)) for each, part in zip(listed, parts, strict=True))


def reweighed(weights: list[Weight]) -> tuple[Weight, ...]:
    """In percent again, after one has gone."""
    parts = percents([each.weight for each in weights]) if weights else []
    return tuple(each._replace(weight=float(part)) for each, part in zip(weights, parts, strict=True))


def _use(view: ComparisonView, column: Column) -> None:
    model: ComparisonModel = view.table
    if model.comparison is not None and arrange.rank(model, with_column(model.comparison.ranking, column)):
        view.ranking_wanted.emit()
