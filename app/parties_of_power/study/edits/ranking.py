"""The verb that ranks the rows of a comparison by several of its columns, each with a weight."""

import math
from collections.abc import Sequence

from parties_of_power.domain.comparisons import RANK_COLUMN, SortKey, Weight
from parties_of_power.domain.kinds import kind
from parties_of_power.study.edits.checks import first, require
from parties_of_power.study.edits.naming import column_name, comparison_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import ranking, sorting, stored_ranking, stored_sorting
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def rank_comparison(study: Study, comparison_id: int, weights: Sequence[Weight], *, sorts_by_it: bool = False) -> None:
    """By columns of numbers of its own; no weights are no ranking. With `sorts_by_it` the best row stands first."""
    require(study, "comparison", comparison_id)
    by = {each.column_id: each for each in reversed(weights)}
    wanted = tuple(by[column_id] for column_id in reversed(by))
    _check(study, comparison_id, wanted)
    name = comparison_name(study, comparison_id)
    if wanted:
        titles = ", ".join(column_name(study, each.column_id) for each in wanted)
        label = _("Rank {comparison} by {columns}").format(comparison=name, columns=titles)
    else:
        label = _("No longer rank {comparison}").format(comparison=name)
    keys = _sorting_of(study, comparison_id)
    if not wanted:
        keys = without_rank(keys)
    elif sorts_by_it:
        keys = (SortKey(RANK_COLUMN.id),)
    with study.edit(label) as edit:
        edit.update("comparison", comparison_id, ranking=stored_ranking(wanted), sorting=stored_sorting(keys))


def is_ranked(study: Study, comparison_id: int) -> bool:
    return bool(_ranking_of(study, comparison_id))


def ranking_without(study: Study, comparison_id: int, column_id: int) -> tuple[Weight, ...]:
    """The ranking that is left when a column goes; none where nothing with a weight is left."""
    left = tuple(each for each in _ranking_of(study, comparison_id) if each.column_id != column_id)
    return left if any(each.weight for each in left) else ()


def without_rank(keys: Sequence[SortKey]) -> tuple[SortKey, ...]:
    """The order without the rank, when there is no ranking any more."""
    return tuple(key for key in keys if key.column_id != RANK_COLUMN.id)


def _check(study: Study, comparison_id: int, weights: Sequence[Weight]) -> None:
    for each in weights:
        title = column_name(study, each.column_id)
        sql = "SELECT kind FROM comparison_column LEFT JOIN attribute ON attribute.id = attribute_id"
        row = first(
            study, f"{sql} WHERE comparison_column.id = ? AND comparison_id = ?", (each.column_id, comparison_id)
        )
        if row is None:
            name = comparison_name(study, comparison_id)
            raise EditRefused(_("{comparison} has no such column.").format(comparison=name))
        if row[0] is None or not kind(str(row[0])).is_numeric:
            raise EditRefused(_("{column} has no numbers to rank by.").format(column=title))
        if not (math.isfinite(each.weight) and each.weight >= 0):
            raise EditRefused(_("The weight of {column} has to be zero or more.").format(column=title))
    if weights and not any(each.weight for each in weights):
        raise EditRefused(_("At least one column needs a weight above zero."))


def _ranking_of(study: Study, comparison_id: int) -> tuple[Weight, ...]:
    row = first(study, "SELECT ranking FROM comparison WHERE id = ?", (comparison_id,))
    return ranking(str(row[0]) if row else "")


def _sorting_of(study: Study, comparison_id: int) -> tuple[SortKey, ...]:
    row = first(study, "SELECT sorting FROM comparison WHERE id = ?", (comparison_id,))
    return sorting(str(row[0]) if row else "")
