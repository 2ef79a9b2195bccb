"""What the user does to a comparison without touching a value: sort, filter, show, hide, move and widen columns.

Each is stored with the comparison, so it can be undone. A study that can only be read is sorted and filtered as well,
but only on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from parties_of_power.domain.comparisons import (
    RANK_COLUMN,
    CellColour,
    Colouring,
    Column,
    ColumnFilter,
    Comparison,
    Grouping,
    RowUnit,
    SortKey,
    Weight,
)
from parties_of_power.study.edits import arranging, ranking, row_units
from parties_of_power.study.edits import comparisons as edits
from parties_of_power.texts import _
from parties_of_power.ui.views.comparison.model import ComparisonModel


def sort_next(model: ComparisonModel, column: Column, is_added: bool = False) -> None:
    """By the column ascending, then descending, then no longer by it. With `is_added` the columns by which the table is
    sorted already count first."""
    comparison = model.comparison
    if comparison is None:
        return
    others = tuple(key for key in comparison.sorting if key.column_id != column.id)
    before = comparison.order_of(column.id)
    if before is not None and (is_added or not others):
        changed = (SortKey(column.id, True),) if not before.descending else ()
        place = comparison.sorting.index(before)
        sort(model, (*others[:place], *changed, *others[place:]))
    else:
        sort(model, (*others, SortKey(column.id)) if is_added else (SortKey(column.id),))


def sort(model: ComparisonModel, keys: Sequence[SortKey]) -> bool:
    """By these columns, the most important first; no keys are the order as listed. Whether it is done."""
    return _arrange(
        model,
        lambda comparison: replace(comparison, sorting=tuple(keys)),
        lambda comparison: arranging.sort_comparison(model.workspace.study, comparison.id, keys),
    )


def rank(model: ComparisonModel, weights: Sequence[Weight]) -> bool:
    """By these columns, the best row first where there was no ranking before; without any no longer. Whether it is
    done."""
    stored = model.workspace.comparison
    is_new = bool(weights) and (stored is None or not stored.ranking)
    sorting = (SortKey(RANK_COLUMN.id),) if is_new else None

    def ranked(comparison: Comparison) -> Comparison:
        kept = comparison.sorting if weights else ranking.without_rank(comparison.sorting)
        return replace(comparison, ranking=tuple(weights), sorting=kept if sorting is None else sorting)

    study = model.workspace.study
    return _arrange(model, ranked, lambda it: ranking.rank_comparison(study, it.id, weights, sorts_by_it=is_new))


def group(model: ComparisonModel, by: Grouping | None) -> None:
    _arrange(
        model,
        lambda comparison: replace(comparison, grouping=by),
        lambda comparison: arranging.group_comparison(model.workspace.study, comparison.id, by),
    )


def freeze(model: ComparisonModel, columns: int) -> None:
    """Keep this many of the first columns in sight."""
    _arrange(
        model,
        lambda comparison: replace(comparison, frozen_columns=columns),
        lambda comparison: arranging.freeze_columns(model.workspace.study, comparison.id, columns),
    )


def freeze_rows(model: ComparisonModel, rows: int) -> None:
    """Keep this many of the first rows in sight."""
    _arrange(
        model,
        lambda comparison: replace(comparison, frozen_rows=rows),
        lambda comparison: arranging.freeze_rows(model.workspace.study, comparison.id, rows),
    )


def unfreeze(model: ComparisonModel) -> None:
    """Neither columns nor rows stay in sight any longer."""

    def store(comparison: Comparison) -> None:
        study = model.workspace.study
        with study.edit(_("Unfreeze {comparison}").format(comparison=comparison.name)):
            arranging.freeze_columns(study, comparison.id, 0)
            arranging.freeze_rows(study, comparison.id, 0)

    _arrange(model, lambda comparison: replace(comparison, frozen_columns=0, frozen_rows=0), store)


def wrap(model: ComparisonModel, wraps: bool) -> None:
    """Let long texts go on in further lines, or cut them to one."""
    _arrange(
        model,
        lambda comparison: replace(comparison, wraps=wraps),
        lambda comparison: arranging.wrap_texts(model.workspace.study, comparison.id, wraps),
    )


def colour(model: ComparisonModel, column: Column, way: CellColour | None) -> None:
    """Draw the values of a column in this way; None is as is usual for it."""

    def coloured(comparison: Comparison) -> Comparison:
        others = (each for each in comparison.colouring if each.column_id != column.id)
        return replace(comparison, colouring=(*others, *((Colouring(column.id, way),) if way else ())))

    _arrange(model, coloured, lambda _it: arranging.colour_column(model.workspace.study, column.id, way))


def show_distributions(model: ComparisonModel, shows: bool) -> None:
    """In the headers."""
    _arrange(
        model,
        lambda comparison: replace(comparison, distributions=shows),
        lambda comparison: arranging.show_distributions(model.workspace.study, comparison.id, shows),
    )


def filter_by(model: ComparisonModel, column: Column, wanted: ColumnFilter | None) -> bool:
    """Whether it is done; where it was refused, the user was told why."""
    return _arrange(
        model,
        lambda comparison: _with_column(comparison, replace(column, filter=wanted)),
        lambda _comparison: arranging.filter_column(model.workspace.study, column.id, wanted),
    )


def preview_text(model: ComparisonModel, text: str) -> None:
    """Show only rows with the text, while it is being typed."""
    comparison = model.comparison
    if comparison is not None and comparison.filter_text != text:
        model.rearrange(replace(comparison, filter_text=text))


def keep_text(model: ComparisonModel, text: str) -> None:
    """Store the text that rows are filtered by."""
    stored = model.workspace.comparison
    preview_text(model, text)
    if stored is not None and stored.filter_text != text and not model.workspace.study.is_read_only:
        study = model.workspace.study
        model.workspace.perform(lambda: edits.change_comparison(study, stored.id, filter_text=text))


def clear_filters(model: ComparisonModel) -> None:
    """Every filter of the comparison, as one edit."""

    def without(comparison: Comparison) -> Comparison:
        columns = tuple(replace(column, filter=None) for column in comparison.columns)
        return replace(comparison, filter_text="", columns=columns)

    def store(comparison: Comparison) -> None:
        study = model.workspace.study
        with study.edit(_("No longer filter {comparison}").format(comparison=comparison.name)):
            edits.change_comparison(study, comparison.id, filter_text="")
            for column in comparison.columns:
                if column.filter:
                    arranging.filter_column(study, column.id, None)

    _arrange(model, without, store)


def hide(model: ComparisonModel, column: Column) -> None:
    model.workspace.perform(lambda: edits.hide_column(model.workspace.study, column.id))


def show(model: ComparisonModel, column: Column) -> None:
    """A column that was hidden, at its old place."""
    comparison, study = model.comparison, model.workspace.study
    if comparison is not None and column.attribute_id is not None:
        attribute_id, day = column.attribute_id, column.day
        model.workspace.perform(
            lambda: edits.show_column(study, comparison.id, attribute_id, None, column.of_state, day=day)
        )


def remove(model: ComparisonModel, column: Column) -> None:
    """The column; its attribute stays."""
    model.workspace.perform(lambda: edits.remove_column(model.workspace.study, column.id))


def set_row_unit(model: ComparisonModel, unit: RowUnit) -> None:
    """What a row is: a party or state, one at an election, or one in a year."""
    if model.comparison is not None and model.comparison.row_unit != unit:
        _arrange(
            model,
            lambda comparison: _with_unit(comparison, unit),
            lambda comparison: row_units.set_row_unit(model.workspace.study, comparison.id, unit),
        )


def add(model: ComparisonModel, attribute_id: int, of_state: bool) -> None:
    """A column for an attribute, as the last one."""
    comparison, study = model.comparison, model.workspace.study
    if comparison is not None:
        model.workspace.perform(lambda: edits.show_column(study, comparison.id, attribute_id, None, of_state))


def move(model: ComparisonModel, column: Column, before: Column | None) -> None:
    """To the place before another column; None is the end."""
    if model.comparison is None or column.is_of_ranking:
        return
    others = [each.id for each in model.comparison.columns if each.id != column.id]
    if before is not None and before.is_of_ranking:  # which stands after the name
        before = next((each for each in model.comparison.columns[1:] if each.id != column.id), None)
    place = len(others) if before is None else others.index(before.id)
    model.workspace.perform(lambda: edits.move_column(model.workspace.study, column.id, place))


def step(model: ComparisonModel, column: Column, by: int) -> None:
    """One place to the left (-1) or right (1) among the columns that are shown; the first stays the first."""
    shown = list(model.columns)
    place = shown.index(column)
    target = place + by
    if 1 <= target < len(shown):
        after = target + 1 if by > 0 else target
        move(model, column, shown[after] if after < len(shown) else None)


def widen(model: ComparisonModel, column: Column, width: int) -> None:
    """To a width in pixels at 100 %; 0 is as wide as needed."""
    if column.width != width and not column.is_of_ranking and not model.workspace.study.is_read_only:
        model.workspace.perform(lambda: edits.resize_column(model.workspace.study, column.id, width))


def _arrange(
    model: ComparisonModel, shown: Callable[[Comparison], Comparison], store: Callable[[Comparison], object]
) -> bool:
    """Whether it is done."""
    comparison = model.comparison
    if comparison is None:
        return False
    if model.workspace.study.is_read_only:
        model.rearrange(shown(comparison))
        return True

    def act() -> bool:
        store(comparison)
        return True

    return model.workspace.perform(act) is True


def _with_unit(comparison: Comparison, unit: RowUnit) -> Comparison:
    """As `set_row_unit` stores it, with a column for the moments behind the name."""
    columns = comparison.columns
    if unit != "subject" and not any(each.field == "moment" for each in columns):
        place = next((place + 1 for place, each in enumerate(columns) if each.field == "name"), 0)
        made = Column(max((each.id for each in columns), default=0) + 1, field="moment")
        columns = (*columns[:place], made, *columns[place:])
    return replace(comparison, row_unit=unit, columns=columns)


def _with_column(comparison: Comparison, column: Column) -> Comparison:
    columns = tuple(column if each.id == column.id else each for each in comparison.columns)
    return replace(comparison, columns=columns)
