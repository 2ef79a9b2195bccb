"""The verbs of columns with a day of their own: the same attribute on several days, side by side."""

from collections.abc import Iterable

from parties_of_power.domain.dates import spoken_short
from parties_of_power.study.edits.arranging import arrange_without_column, comparison_of
from parties_of_power.study.edits.checks import as_int, first, require
from parties_of_power.study.edits.comparisons import move_column, show_column
from parties_of_power.study.edits.naming import attribute_name, column_name, comparison_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

MOST_DAYS = 200


def set_column_day(study: Study, column_id: int, day: int | None) -> None:
    """Read a column on a day of its own; None is the day of the table. A column that is hidden and says the same gives
    way."""
    comparison_id, title = comparison_of(study, column_id), column_name(study, column_id)
    row = first(study, "SELECT attribute_id, of_state FROM comparison_column WHERE id = ?", (column_id,))
    if row is None or row[0] is None:
        raise EditRefused(_("Only a column of an attribute has a day of its own."))
    same = (
        "SELECT id, hidden FROM comparison_column"
        " WHERE (comparison_id, attribute_id, of_state) = (?, ?, ?) AND day IS ? AND id <> ?"
    )
    double = first(study, same, (comparison_id, *row, day, column_id))
    if double is not None and not double[1]:
        name = column_name(study, as_int(double[0]))
        raise EditRefused(_("{column} is a column of this comparison already.").format(column=name))
    if day is None:
        label = _("Read {column} on the day of the table").format(column=title)
    else:
        label = _("Read {column} on {day}").format(column=title, day=spoken_short(day))
    with study.edit(label) as edit:
        if double is not None:
            arrange_without_column(study, edit, as_int(double[0]))
            edit.delete("comparison_column", as_int(double[0]))
        edit.update("comparison_column", column_id, day=day)


def show_column_on_days(
    study: Study, comparison_id: int, attribute_id: int, days: Iterable[int], of_state: bool = False
) -> tuple[int, ...]:
    """A column of the attribute for each of these days, earliest first, behind those that it has; what is there already
    is only shown again. Answers the ids of the columns."""
    wanted = sorted(set(days))
    if not wanted:
        raise EditRefused(_("Say on which days the column is to be shown."))
    if len(wanted) > MOST_DAYS:
        raise EditRefused(_("At most {most} days can be added at once.").format(most=MOST_DAYS))
    require(study, "comparison", comparison_id)
    label = ngettext(
        "Show {attribute} on {count} day in {comparison}",
        "Show {attribute} on {count} days in {comparison}",
        len(wanted),
    ).format(
        attribute=attribute_name(study, attribute_id),
        count=len(wanted),
        comparison=comparison_name(study, comparison_id),
    )
    with study.edit(label):
        place = _place_behind(study, comparison_id, attribute_id, of_state)
        shown = []
        for day in wanted:
            known = _column_on(study, comparison_id, attribute_id, of_state, day)
            column_id = show_column(study, comparison_id, attribute_id, of_state=of_state, day=day)
            if known is None and place is not None:
                move_column(study, column_id, place)
                place += 1
            shown.append(column_id)
    return tuple(shown)


def _place_behind(study: Study, comparison_id: int, attribute_id: int, of_state: bool) -> int | None:
    """The place among all columns behind the last one of the attribute; None where it has none."""
    sql = "SELECT attribute_id, of_state FROM comparison_column WHERE comparison_id = ? ORDER BY position, id"
    own = [place for place, row in enumerate(study.rows(sql, (comparison_id,))) if row == (attribute_id, int(of_state))]
    return own[-1] + 1 if own else None


def _column_on(study: Study, comparison_id: int, attribute_id: int, of_state: bool, day: int) -> int | None:
    sql = "SELECT id FROM comparison_column WHERE (comparison_id, attribute_id, of_state, day) = (?, ?, ?, ?)"
    row = first(study, sql, (comparison_id, attribute_id, int(of_state), day))
    return as_int(row[0]) if row else None
