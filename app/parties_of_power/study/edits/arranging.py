"""The verbs that arrange a comparison: in which order its rows come, in which groups, and which of them are shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import get_args

from parties_of_power.domain.comparisons import (
    DAY_TESTS,
    FILTER_STATES,
    RANK_COLUMN,
    SIZE_TESTS,
    CellColour,
    Colouring,
    ColumnFilter,
    FilterTest,
    Grouping,
    SortKey,
    ways_to_colour,
)
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.kinds import NO_NAMES, Unreadable, kind
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import as_int, count, first, require, require_one_of
from parties_of_power.study.edits.naming import attribute_name, column_name, comparison_name
from parties_of_power.study.edits.ranking import is_ranked, ranking_without, without_rank
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.rows import (
    colouring,
    grouping,
    sorting,
    stored_colouring,
    stored_grouping,
    stored_ranking,
    stored_sorting,
)
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_IS_YEAR = "id = ? AND field = 'moment' AND comparison_id IN (SELECT id FROM comparison WHERE row_unit = 'year')"
_MOST_FROZEN = 1_000


def sort_comparison(study: Study, comparison_id: int, keys: Sequence[SortKey]) -> None:
    """By columns of its own, the most important first; no keys are the order as listed."""
    require(study, "comparison", comparison_id)
    name = comparison_name(study, comparison_id)
    by: dict[int, SortKey] = {}
    for key in keys:
        is_of_it = key.column_id == RANK_COLUMN.id and is_ranked(study, comparison_id)
        if not is_of_it and comparison_of(study, key.column_id) != comparison_id:
            raise EditRefused(_("{comparison} has no such column.").format(comparison=name))
        by.setdefault(key.column_id, key)
    if by:
        titles = ", ".join(_("Rank") if each == RANK_COLUMN.id else column_name(study, each) for each in by)
        label = _("Sort {comparison} by {column}").format(comparison=name, column=titles)
    else:
        label = _("Unsort {comparison}").format(comparison=name)
    with study.edit(label) as edit:
        edit.update("comparison", comparison_id, sorting=stored_sorting(by.values()))


def group_comparison(study: Study, comparison_id: int, by: Grouping | None) -> None:
    """Under headings, one for each answer; None is a table without headings."""
    require(study, "comparison", comparison_id)
    name = comparison_name(study, comparison_id)
    if by is None:
        label = _("No longer group {comparison}").format(comparison=name)
    else:
        title = _grouped_by(study, comparison_id, by)
        label = _("Group {comparison} by {attribute}").format(comparison=name, attribute=title)
    with study.edit(label) as edit:
        edit.update("comparison", comparison_id, grouping=stored_grouping(by))


def freeze_columns(study: Study, comparison_id: int, columns: int) -> None:
    """Keep this many of the first columns that are shown in sight."""
    require(study, "comparison", comparison_id)
    if not 0 <= columns <= _MOST_FROZEN:
        raise EditRefused(_("A comparison has no such number of columns."))
    with study.edit(_("Freeze columns of {name}").format(name=comparison_name(study, comparison_id))) as edit:
        edit.update("comparison", comparison_id, frozen_columns=columns)


def freeze_rows(study: Study, comparison_id: int, rows: int) -> None:
    """Keep this many of the first rows that are shown in sight, headings of groups among them."""
    require(study, "comparison", comparison_id)
    if not 0 <= rows <= _MOST_FROZEN:
        raise EditRefused(_("Only the first {count} rows can be frozen.").format(count=_MOST_FROZEN))
    with study.edit(_("Freeze rows of {name}").format(name=comparison_name(study, comparison_id))) as edit:
        edit.update("comparison", comparison_id, frozen_rows=rows)


def wrap_texts(study: Study, comparison_id: int, wraps: bool) -> None:
    """Let long texts go on in further lines, or cut them to one."""
    require(study, "comparison", comparison_id)
    label = _("Wrap texts of {name}") if wraps else _("No longer wrap texts of {name}")
    with study.edit(label.format(name=comparison_name(study, comparison_id))) as edit:
        edit.update("comparison", comparison_id, wraps=wraps)


def colour_column(study: Study, column_id: int, way: CellColour | None) -> None:
    """How the values of a column are drawn beside their text; None is as is usual for its kind."""
    comparison_id = comparison_of(study, column_id)
    title = column_name(study, column_id)
    if way is not None:
        require_one_of(way, get_args(CellColour), _("way to colour a column"))
        if way not in _ways_of(study, column_id):
            raise EditRefused(_("The values of {column} cannot be drawn in this way.").format(column=title))
    others = tuple(each for each in _colouring_of(study, comparison_id) if each.column_id != column_id)
    wanted = others if way is None else (*others, Colouring(column_id, way))
    with study.edit(_colouring_label(way).format(column=title)) as edit:
        edit.update("comparison", comparison_id, colouring=stored_colouring(wanted))


def show_distributions(study: Study, comparison_id: int, shows: bool) -> None:
    """Whether the headers show how the values of their columns are distributed."""
    require(study, "comparison", comparison_id)
    name = comparison_name(study, comparison_id)
    label = _("Show distributions in {name}") if shows else _("No longer show distributions in {name}")
    with study.edit(label.format(name=name)) as edit:
        edit.update("comparison", comparison_id, distributions=int(shows))


def filter_column(study: Study, column_id: int, column_filter: ColumnFilter | None) -> None:
    title = column_name(study, column_id)
    label = _("Filter by {column}") if column_filter else _("No longer filter by {column}")
    checked = checked_filter(study, column_id, column_filter) if column_filter else None
    test, texts = (checked.test, checked.texts) if checked else ("", ())
    with study.edit(label.format(column=title)) as edit:
        edit.update("comparison_column", column_id, filter_test=test, filter_texts=texts)


def checked_filter(study: Study, column_id: int, by: ColumnFilter) -> ColumnFilter:
    """The filter with its texts as its test compares them; EditRefused where they cannot be."""
    require_one_of(by.test, get_args(FilterTest), _("way to filter"))
    if by.test == "between" and len(by.texts) != 2:
        raise EditRefused(_("Between needs two ends."))
    if not by.texts:
        raise EditRefused(_("Say what to filter by."))
    if by.test == "has_state":
        for state in by.texts:
            require_one_of(state, FILTER_STATES, _("state of a cell"))
    if by.test in SIZE_TESTS:
        return replace(by, texts=tuple(map(_size_reader(study, column_id), by.texts)))
    if by.test in DAY_TESTS:
        return replace(by, texts=tuple(map(_day, by.texts)))
    return by


def comparison_of(study: Study, column_id: int) -> int:
    require(study, "comparison_column", column_id)
    row = first(study, "SELECT comparison_id FROM comparison_column WHERE id = ?", (column_id,))
    return as_int(row[0]) if row else 0


def arrange_without_column(study: Study, edit: Edit, column_id: int) -> None:
    """Before a column goes: its comparison is no longer sorted, coloured or ranked by it."""
    comparison_id = comparison_of(study, column_id)
    row = first(study, "SELECT sorting FROM comparison WHERE id = ?", (comparison_id,))
    keys = tuple(key for key in sorting(str(row[0]) if row else "") if key.column_id != column_id)
    colours = tuple(each for each in _colouring_of(study, comparison_id) if each.column_id != column_id)
    weights = ranking_without(study, comparison_id, column_id)
    edit.update(
        "comparison",
        comparison_id,
        sorting=stored_sorting(keys if weights else without_rank(keys)),
        colouring=stored_colouring(colours),
        ranking=stored_ranking(weights),
    )


def arrange_without_attribute(study: Study, edit: Edit, attribute_id: int) -> None:
    """Before an attribute goes: no comparison is sorted or grouped by it any more."""
    for (column_id,) in list(study.rows("SELECT id FROM comparison_column WHERE attribute_id = ?", (attribute_id,))):
        arrange_without_column(study, edit, column_id)
    for comparison_id, stored in list(study.rows("SELECT id, grouping FROM comparison WHERE grouping <> ''")):
        by = grouping(stored)
        if by is not None and by.attribute_id == attribute_id:
            edit.update("comparison", comparison_id, grouping="")


def _colouring_of(study: Study, comparison_id: int) -> tuple[Colouring, ...]:
    row = first(study, "SELECT colouring FROM comparison WHERE id = ?", (comparison_id,))
    return colouring(str(row[0]) if row else "")


def _ways_of(study: Study, column_id: int) -> tuple[CellColour, ...]:
    row = first(study, "SELECT attribute_id FROM comparison_column WHERE id = ?", (column_id,))
    attribute = study.catalogue.attributes.get(as_int(row[0])) if row and row[0] is not None else None
    return ways_to_colour(attribute) if attribute else ()


def _colouring_label(way: CellColour | None) -> str:
    if way is None:
        return _("No longer colour {column}")
    return {
        "heat": _("Colour {column} by value"),
        "two_sided": _("Colour {column} on both sides of a middle"),
        "choices": _("Colour {column} by answer"),
        "bars": _("Draw {column} as bars"),
        "over_time": _("Draw {column} over time"),
    }[way]


def _grouped_by(study: Study, comparison_id: int, by: Grouping) -> str:
    """What it is called; EditRefused where the comparison has nothing of the kind."""
    of_parties = bool(count(study, "comparison", "id = ? AND subject_kind = 'party'", comparison_id))
    if not of_parties and (by.of_state or by.attribute_id is None):
        raise EditRefused(_("Only a comparison of parties is grouped by what is said of their states."))
    if by.attribute_id is None:
        return _("State")
    require(study, "attribute", by.attribute_id)
    asked = "party" if of_parties and not by.of_state else "state"
    title = attribute_name(study, by.attribute_id)
    if not count(study, "attribute", "id = ? AND subject_kind = ?", by.attribute_id, asked):
        raise EditRefused(_("{attribute} is not asked of what would be grouped by it.").format(attribute=title))
    return title


def _size_reader(study: Study, column_id: int) -> Callable[[str], str]:
    """What reads a number or date that the cells of the column are compared with."""
    sql = "SELECT kind FROM attribute JOIN comparison_column ON attribute_id = attribute.id"
    row = first(study, f"{sql} WHERE comparison_column.id = ?", (column_id,))
    if row is None and count(study, "comparison_column", _IS_YEAR, column_id):
        return lambda text: _number("number", text)
    of_kind = kind(str(row[0])) if row else None
    if of_kind is not None and of_kind.key == "date":
        return _date
    if of_kind is None or not of_kind.is_numeric:
        raise EditRefused(_("Only numbers and dates can be compared by size."))
    return lambda text: _number(of_kind.key, text)


def _number(kind_key: str, text: str) -> str:
    try:
        return kind(kind_key).read(_said(text), NO_NAMES)
    except Unreadable as wrong:
        raise EditRefused(str(wrong)) from wrong


def _date(text: str) -> str:
    try:
        return PartialDate.parse_typed(_said(text)).text
    except DateError as wrong:
        raise EditRefused(str(wrong)) from wrong


def _day(text: str) -> str:
    date = _date(text)
    if PartialDate.parse(date).earliest is None:
        raise EditRefused(_("“{text}” has no first day.").format(text=text))
    return date


def _said(text: str) -> str:
    if not text.strip():
        raise EditRefused(_("Say what to filter by."))
    return text
