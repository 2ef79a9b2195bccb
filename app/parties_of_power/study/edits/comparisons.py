"""The verbs of comparisons: saved tables, their columns and rows; order, groups and filters are in `arranging`."""

from collections.abc import Sequence
from typing import TypedDict, Unpack, get_args

from parties_of_power.domain.comparisons import EndedShown, RowsFrom, on_day
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.arranging import arrange_without_column, comparison_of
from parties_of_power.study.edits.checks import (
    as_int,
    count,
    first,
    next_position,
    require,
    require_fields,
    require_one_of,
    words,
)
from parties_of_power.study.edits.naming import attribute_name, column_name, comparison_name, subject_name
from parties_of_power.study.edits.parts import delete_with, list_in_order
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_WIDEST = 4_000


class ComparisonDetails(TypedDict, total=False):
    key: str
    position: int
    rows_from: RowsFrom
    row_ids: Sequence[int]
    ended: EndedShown
    filter_text: str
    note: str


class ComparisonFields(ComparisonDetails, total=False):
    name: str


def add_comparison(
    study: Study,
    name: str,
    subject_kind: SubjectKind,
    *,
    attribute_ids: Sequence[int] = (),
    **fields: Unpack[ComparisonDetails],
) -> int:
    """Its first columns are the name, and of parties the state; then these attributes."""
    require_fields(fields, ComparisonDetails)
    require_one_of(subject_kind, SUBJECT_KINDS, _("kind of subject"))
    given: ComparisonFields = {**fields, "name": name}
    row = _checked(study, subject_kind, given)
    last = next_position(study, "comparison", "1")
    with study.edit(_("Add comparison {name}").format(name=row["name"])) as edit:
        comparison_id = edit.insert("comparison", **{"position": last, **row, "subject_kind": subject_kind})
        _list_rows(study, edit, comparison_id, given)
        for position, field in enumerate(("name", "state") if subject_kind == "party" else ("name",)):
            edit.insert("comparison_column", comparison_id=comparison_id, position=position, field=field)
        for attribute_id in attribute_ids:
            show_column(study, comparison_id, attribute_id)
        return comparison_id


def change_comparison(study: Study, comparison_id: int, **fields: Unpack[ComparisonFields]) -> None:
    require_fields(fields, ComparisonFields)
    require(study, "comparison", comparison_id)
    row = _checked(study, _subject_kind(study, comparison_id), fields, comparison_id)
    with study.edit(_change_label(comparison_name(study, comparison_id), fields)) as edit:
        edit.update("comparison", comparison_id, **row)
        _list_rows(study, edit, comparison_id, fields)


def _change_label(name: str, fields: ComparisonFields) -> str:
    """What the user did, where it was one thing."""
    changed = set(fields)
    if changed == {"name"}:
        label = _("Rename {comparison} to {name}")
    elif changed == {"filter_text"}:
        label = _("Filter {comparison} by “{text}”") if fields["filter_text"] else _("No longer filter {comparison}")
    elif changed and changed <= {"rows_from", "row_ids"}:
        label = _("Choose the rows of {comparison}")
    else:
        label = _("Change comparison {comparison}")
    return label.format(comparison=name, name=fields.get("name", ""), text=fields.get("filter_text", ""))


def remove_comparison(study: Study, comparison_id: int) -> None:
    require(study, "comparison", comparison_id)
    with study.edit(_("Remove comparison {name}").format(name=comparison_name(study, comparison_id))) as edit:
        parts = ("comparison_row", "comparison_id"), ("comparison_column", "comparison_id")
        delete_with(study, edit, "comparison", comparison_id, *parts)


def show_column(
    study: Study,
    comparison_id: int,
    attribute_id: int,
    position: int | None = None,
    of_state: bool = False,
    *,
    day: int | None = None,
) -> int:
    """The column of the attribute on a day of its own (None: that of the table), new or no longer hidden, at a place
    among all columns (None: as the last)."""
    require(study, "comparison", comparison_id)
    require(study, "attribute", attribute_id)
    _check_asked(study, comparison_id, attribute_id, of_state)
    label = _("Show {attribute} in {comparison}").format(
        attribute=on_day(attribute_name(study, attribute_id), day), comparison=comparison_name(study, comparison_id)
    )
    with study.edit(label) as edit:
        column_id = _column_of(study, comparison_id, attribute_id, of_state, day)
        if column_id is None:
            last = next_position(study, "comparison_column", "comparison_id = ?", comparison_id)
            column_id = edit.insert(
                "comparison_column",
                comparison_id=comparison_id,
                attribute_id=attribute_id,
                of_state=int(of_state),
                day=day,
                position=last,
            )
        edit.update("comparison_column", column_id, hidden=0)
        if position is not None:
            _place(study, edit, comparison_id, column_id, position)
        return column_id


def hide_column(study: Study, column_id: int) -> None:
    """It keeps its place, width and filter for when it is shown again."""
    with study.edit(_("Hide column {column}").format(column=column_name(study, column_id))) as edit:
        edit.update("comparison_column", column_id, hidden=1)


def move_column(study: Study, column_id: int, position: int) -> None:
    comparison_id = comparison_of(study, column_id)
    with study.edit(_("Move column {column}").format(column=column_name(study, column_id))) as edit:
        _place(study, edit, comparison_id, column_id, position)


def resize_column(study: Study, column_id: int, width: int) -> None:
    """`width` in pixels at 100 %; 0 is as wide as needed."""
    title = column_name(study, column_id)
    if not 0 <= width <= _WIDEST:
        raise EditRefused(_("A column is at most {widest} pixels wide.").format(widest=_WIDEST))
    with study.edit(_("Resize column {column}").format(column=title)) as edit:
        edit.update("comparison_column", column_id, width=width)


def remove_column(study: Study, column_id: int) -> None:
    """From the comparison; the attribute and its observations stay."""
    with study.edit(_("Remove column {column}").format(column=column_name(study, column_id))) as edit:
        arrange_without_column(study, edit, column_id)
        edit.delete("comparison_column", column_id)


def add_row(study: Study, comparison_id: int, subject_id: int, position: int | None = None) -> int:
    """To the fixed list of a comparison, at a place in it (None: at its end)."""
    require(study, "comparison", comparison_id)
    _check_row(study, _subject_kind(study, comparison_id), subject_id)
    subject, comparison = subject_name(study, subject_id), comparison_name(study, comparison_id)
    listed = _listed(study, comparison_id)
    if subject_id in listed or count(study, "comparison", "id = ? AND rows_from = 'all'", comparison_id):
        raise EditRefused(_("{subject} is in {comparison} already.").format(subject=subject, comparison=comparison))
    wanted = list(listed)
    wanted.insert(len(listed) if position is None else position, subject_id)
    label = _("Add {subject} to {comparison}").format(subject=subject, comparison=comparison)
    with study.edit(label) as edit:
        list_in_order(study, edit, "comparison_row", ("comparison_id", comparison_id), ("subject_id", wanted))
        return _row_of(study, comparison_id, subject_id)


def remove_row(study: Study, comparison_id: int, subject_id: int) -> None:
    """From the fixed list of a comparison; the party or state stays in the study."""
    require(study, "comparison", comparison_id)
    subject, comparison = subject_name(study, subject_id), comparison_name(study, comparison_id)
    row_id = _row_of(study, comparison_id, subject_id)
    label = _("Remove {subject} from {comparison}").format(subject=subject, comparison=comparison)
    with study.edit(label) as edit:
        edit.delete("comparison_row", row_id)


def _checked(
    study: Study, subject_kind: SubjectKind, fields: ComparisonFields, comparison_id: int = 0
) -> dict[str, object]:
    row: dict[str, object] = {name: field for name, field in fields.items() if name != "row_ids"}
    if "name" in fields:
        row["name"] = words(fields["name"], _("A comparison needs a name."))
        if count(study, "comparison", "lower(name) = lower(?) AND id <> ?", row["name"], comparison_id):
            raise EditRefused(_("There is a comparison {name} already.").format(name=row["name"]))
    require_one_of(fields.get("rows_from", "all"), get_args(RowsFrom), _("choice of rows"))
    require_one_of(fields.get("ended", "state"), get_args(EndedShown), _("way to show ended parties"))
    for subject_id in fields.get("row_ids", ()):
        _check_row(study, subject_kind, subject_id)
    return row


def _check_row(study: Study, subject_kind: SubjectKind, subject_id: int) -> None:
    require(study, "subject", subject_id)
    if not count(study, "subject", "id = ? AND kind = ?", subject_id, subject_kind):
        sentence = (
            _("{subject} is a state, and this comparison is of parties.")
            if subject_kind == "party"
            else _("{subject} is a party, and this comparison is of states.")
        )
        raise EditRefused(sentence.format(subject=subject_name(study, subject_id)))


def _check_asked(study: Study, comparison_id: int, attribute_id: int, of_state: bool) -> None:
    subject_kind = _subject_kind(study, comparison_id)
    if of_state and subject_kind == "state":
        raise EditRefused(_("Only a comparison of parties shows attributes of their states."))
    asked = "state" if of_state else subject_kind
    if not count(study, "attribute", "id = ? AND subject_kind = ?", attribute_id, asked):
        sentence = (
            _("{attribute} is asked of states: show it as an attribute of the party's state.")
            if asked == "party"
            else _("{attribute} is asked of parties, not of states.")
        )
        raise EditRefused(sentence.format(attribute=attribute_name(study, attribute_id)))


def _list_rows(study: Study, edit: Edit, comparison_id: int, fields: ComparisonFields) -> None:
    if "row_ids" in fields:
        owner = ("comparison_id", comparison_id)
        list_in_order(study, edit, "comparison_row", owner, ("subject_id", fields["row_ids"]))


def _place(study: Study, edit: Edit, comparison_id: int, column_id: int, position: int) -> None:
    sql = "SELECT id FROM comparison_column WHERE comparison_id = ? AND id <> ? ORDER BY position, id"
    order = [as_int(row[0]) for row in study.rows(sql, (comparison_id, column_id))]
    order.insert(max(0, position), column_id)
    for place, each in enumerate(order):
        edit.update("comparison_column", each, position=place)


def _column_of(study: Study, comparison_id: int, attribute_id: int, of_state: bool, day: int | None) -> int | None:
    sql = "SELECT id FROM comparison_column WHERE (comparison_id, attribute_id, of_state) = (?, ?, ?) AND day IS ?"
    row = first(study, sql, (comparison_id, attribute_id, int(of_state), day))
    return as_int(row[0]) if row else None


def _subject_kind(study: Study, comparison_id: int) -> SubjectKind:
    row = first(study, "SELECT subject_kind FROM comparison WHERE id = ?", (comparison_id,))
    return "party" if row == ("party",) else "state"


def _listed(study: Study, comparison_id: int) -> tuple[int, ...]:
    sql = "SELECT subject_id FROM comparison_row WHERE comparison_id = ? ORDER BY position, id"
    return tuple(as_int(row[0]) for row in study.rows(sql, (comparison_id,)))


def _row_of(study: Study, comparison_id: int, subject_id: int) -> int:
    sql = "SELECT id FROM comparison_row WHERE comparison_id = ? AND subject_id = ?"
    row = first(study, sql, (comparison_id, subject_id))
    if row is None:
        raise EditRefused(_("The comparison does not list this party or state."))
    return as_int(row[0])
