"""Bringing back what an observation said earlier, as an edit of its own."""

from collections.abc import Mapping

from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import as_int, count, first
from parties_of_power.study.edits.naming import as_missing, cell_name, value_words
from parties_of_power.study.edits.observations import ObservationFields, checked_row
from parties_of_power.study.edits.parts import cite_all
from parties_of_power.study.edits.standing import displaced_by
from parties_of_power.study.edits.values import check_cell
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.history import changes_of_edit, row_at
from parties_of_power.study.rows import period
from parties_of_power.study.study import Study
from parties_of_power.study.tables import complete_row
from parties_of_power.texts import _


def restore_observation(study: Study, edit_number: int, row_id: int, *, before: bool = False) -> None:
    """The observation says again what it said after an edit, with `before` what it said before that edit.

    One that was removed since comes back with the citations that were removed with it. Where it was adopted then and is
    not now, what is in its place becomes a rival, as when it is adopted by hand.
    """
    then = row_at(study, "observation", row_id, edit_number, before=before)
    if then is None:
        raise EditRefused(_("There was no such observation then."))
    row = complete_row("observation", then)
    subject_id, attribute_id = as_int(row["subject_id"]), as_int(row["attribute_id"])
    check_cell(study, subject_id, attribute_id)
    fields = {**checked_row(study, attribute_id, _says(row)), "coder": row["coder"]}
    value = value_words(study, attribute_id, str(row["value"]), as_missing(str(row["missing"])), str(row["typed"]))
    cell = cell_name(study, subject_id, attribute_id)
    with study.edit(_("Restore {value} for {cell}").format(value=value, cell=cell)) as edit:
        if row["standing"] == "adopted":
            _make_room(study, edit, row, row_id)
        if not count(study, "observation", "id = ?", row_id):
            edit.insert("observation", id=row_id, subject_id=subject_id, attribute_id=attribute_id, **fields)
            cite_all(study, "observation", row_id, _cites_removed_with(study, row_id))
        elif not edit.update("observation", row_id, **fields):
            raise EditRefused(_("{cell} says {value} already.").format(cell=cell, value=value))


def _says(row: Mapping[str, object]) -> ObservationFields:
    """The fields of a stored row as the verbs of observations take them."""
    stored = {name: row[name] for name in ObservationFields.__annotations__}
    says: ObservationFields = {
        **stored,  # type: ignore[typeddict-item]  # the columns bear the names of the fields
        "wrong": bool(row["wrong"]),
        "period": period(str(row["period"])),
    }
    return says


def _make_room(study: Study, edit: Edit, row: Mapping[str, object], row_id: int) -> None:
    """What would be hidden behind the restored value, or hide it, becomes its rival."""
    if count(study, "observation", "id = ? AND standing = 'adopted'", row_id):
        return
    restored = Observation(
        id=row_id,
        subject_id=as_int(row["subject_id"]),
        attribute_id=as_int(row["attribute_id"]),
        period=period(str(row["period"])),
        attested=str(row["attested"]),
        event_id=None if row["event_id"] is None else as_int(row["event_id"]),
    )
    for other_id in displaced_by(study, restored, study.as_of):
        edit.update("observation", other_id, standing="rival")


def _cites_removed_with(study: Study, row_id: int) -> tuple[Cite, ...]:
    """The citations of a removed observation whose sources are still there."""
    removed = first(
        study,
        "SELECT max(edit) FROM history_row WHERE tbl = 'observation' AND row_id = ? AND after IS NULL"
        " AND edit IN (SELECT number FROM history WHERE state = 'done')",
        (row_id,),
    )
    if removed is None or removed[0] is None:
        return ()
    gone = [each.before for each in changes_of_edit(study, as_int(removed[0])) if each.table == "citation"]
    return tuple(
        Cite(as_int(each["source_id"]), str(each.get("locator", "")), str(each.get("accessed", "")))
        for each in gone
        if each is not None
        and each.get("observation_id") == row_id
        and count(study, "source", "id = ?", each["source_id"])
    )
