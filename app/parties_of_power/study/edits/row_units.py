"""The verb that says what a row of a comparison is: a party or state, one at an election, or one in a year."""

from typing import get_args

from parties_of_power.domain.comparisons import RowUnit, unit_words
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.arranging import arrange_without_column
from parties_of_power.study.edits.checks import as_int, count, first, require, require_one_of
from parties_of_power.study.edits.comparisons import move_column
from parties_of_power.study.edits.naming import comparison_name
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def set_row_unit(study: Study, comparison_id: int, unit: RowUnit) -> None:
    """The election or the year of each row has a column of its own behind the name, which goes when rows are subjects
    alone again."""
    require(study, "comparison", comparison_id)
    require_one_of(unit, get_args(RowUnit), _("kind of row"))
    of_parties = bool(count(study, "comparison", "id = ? AND subject_kind = 'party'", comparison_id))
    label = _("In {comparison} a row is {unit}").format(
        comparison=comparison_name(study, comparison_id), unit=unit_words("party" if of_parties else "state", unit)
    )
    with study.edit(label) as edit:
        edit.update("comparison", comparison_id, row_unit=unit)
        column_id = _column_of_moments(study, comparison_id)
        if unit == "subject" and column_id is not None:
            _freeze_one_more(study, edit, comparison_id, column_id, -1)
            arrange_without_column(study, edit, column_id)
            edit.delete("comparison_column", column_id)
        elif column_id is not None:
            edit.update("comparison_column", column_id, hidden=0, filter_test="", filter_texts=())
        elif unit != "subject":
            _add_column(study, edit, comparison_id)


def _add_column(study: Study, edit: Edit, comparison_id: int) -> None:
    sql = "SELECT field FROM comparison_column WHERE comparison_id = ? ORDER BY position, id"
    fields = [row[0] for row in study.rows(sql, (comparison_id,))]
    place = fields.index("name") + 1 if "name" in fields else 0
    made = edit.insert("comparison_column", comparison_id=comparison_id, position=len(fields), field="moment")
    move_column(study, made, place)
    _freeze_one_more(study, edit, comparison_id, made, 1)


def _freeze_one_more(study: Study, edit: Edit, comparison_id: int, column_id: int, by: int) -> None:
    """Beside a name that stays in sight the election or the year stays in sight as well."""
    row = first(study, "SELECT frozen_columns FROM comparison WHERE id = ?", (comparison_id,))
    frozen = as_int(row[0]) if row else 0
    sql = "SELECT id FROM comparison_column WHERE comparison_id = ? AND hidden = 0 ORDER BY position, id"
    shown = [row[0] for row in study.rows(sql, (comparison_id,))]
    place = shown.index(column_id) if column_id in shown else -1
    if (by > 0 and 0 < place <= frozen) or (by < 0 <= place < frozen):
        edit.update("comparison", comparison_id, frozen_columns=frozen + by)


def _column_of_moments(study: Study, comparison_id: int) -> int | None:
    row = first(
        study, "SELECT id FROM comparison_column WHERE comparison_id = ? AND field = 'moment'", (comparison_id,)
    )
    return as_int(row[0]) if row else None
