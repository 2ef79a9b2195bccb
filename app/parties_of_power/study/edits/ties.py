"""The verbs of ties and successions: who works with whom, and who became what."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.events import SUCCESSION_KINDS, TIE_FORMS, SuccessionKind, TieForm, TieStatus
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import STANDINGS, Standing
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import (
    as_int,
    count,
    date_text,
    first,
    ids,
    require,
    require_fields,
    require_one_of,
)
from parties_of_power.study.edits.naming import subject_name, succession_name, tie_name
from parties_of_power.study.edits.parts import cite_all, delete_with, list_in_order
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _


class TieDetails(TypedDict, total=False):
    key: str
    date: str
    class_of: str
    realises: Sequence[int]
    note: str


class TieFields(TieDetails, total=False):
    form: TieForm
    status: TieStatus
    party_ids: Sequence[int]


class SuccessionDetails(TypedDict, total=False):
    key: str
    period: Period
    attested: str
    standing: Standing
    note: str


class SuccessionFields(SuccessionDetails, total=False):
    from_id: int
    to_id: int
    kind: SuccessionKind


def add_tie(
    study: Study,
    form: TieForm,
    status: TieStatus,
    party_ids: Sequence[int],
    *,
    cites: Sequence[Cite] = (),
    **fields: Unpack[TieDetails],
) -> int:
    """Between two parties or more, or of a party with the class of parties that `class_of` names."""
    require_fields(fields, TieDetails)
    given: TieFields = {**fields, "form": form, "status": status, "party_ids": party_ids}
    row = _checked_tie(study, given, fields.get("class_of", ""))
    with study.edit(_("Add {form} of {parties}").format(form=form, parties=_parties(study, given))) as edit:
        tie_id = edit.insert("tie", **row)
        _list_parties(study, edit, tie_id, given)
        cite_all(study, "tie", tie_id, cites)
        return tie_id


def change_tie(study: Study, tie_id: int, **fields: Unpack[TieFields]) -> None:
    require_fields(fields, TieFields)
    require(study, "tie", tie_id)
    (class_of,) = first(study, "SELECT class_of FROM tie WHERE id = ?", (tie_id,)) or ("",)
    row = _checked_tie(study, fields, fields.get("class_of", str(class_of)), tie_id)
    with study.edit(_("Change {tie}").format(tie=tie_name(study, tie_id))) as edit:
        edit.update("tie", tie_id, **row)
        _list_parties(study, edit, tie_id, fields)


def remove_tie(study: Study, tie_id: int) -> None:
    """Refused for a proposal that another tie carries out."""
    require(study, "tie", tie_id)
    if count(study, "tie_realises", "realises_id = ?", tie_id):
        raise EditRefused(_("Another tie carries out this proposal; change that one first."))
    with study.edit(_("Remove {tie}").format(tie=tie_name(study, tie_id))) as edit:
        delete_with(
            study, edit, "tie", tie_id, ("citation", "tie_id"), ("tie_realises", "tie_id"), ("tie_party", "tie_id")
        )


def add_succession(
    study: Study,
    from_id: int,
    to_id: int,
    kind: SuccessionKind,
    *,
    cites: Sequence[Cite] = (),
    **fields: Unpack[SuccessionDetails],
) -> int:
    require_fields(fields, SuccessionDetails)
    row = _checked_succession(study, {"period": NO_PERIOD, **fields, "from_id": from_id, "to_id": to_id, "kind": kind})
    label = _("Add succession {older} → {newer}").format(
        older=subject_name(study, from_id), newer=subject_name(study, to_id)
    )
    with study.edit(label) as edit:
        succession_id = edit.insert("succession", **row)
        cite_all(study, "succession", succession_id, cites)
        return succession_id


def change_succession(study: Study, succession_id: int, **fields: Unpack[SuccessionFields]) -> None:
    require_fields(fields, SuccessionFields)
    require(study, "succession", succession_id)
    older, newer = first(study, "SELECT from_id, to_id FROM succession WHERE id = ?", (succession_id,)) or (0, 0)
    row = _checked_succession(study, {"from_id": as_int(older), "to_id": as_int(newer), **fields})
    with study.edit(_("Change succession {name}").format(name=succession_name(study, succession_id))) as edit:
        edit.update("succession", succession_id, **row)


def remove_succession(study: Study, succession_id: int) -> None:
    require(study, "succession", succession_id)
    with study.edit(_("Remove succession {name}").format(name=succession_name(study, succession_id))) as edit:
        delete_with(study, edit, "succession", succession_id, ("citation", "succession_id"))


def _checked_tie(study: Study, fields: TieFields, class_of: str, tie_id: int = 0) -> dict[str, object]:
    row: dict[str, object] = {name: field for name, field in fields.items() if name not in ("party_ids", "realises")}
    if "date" in fields:
        row["date"] = date_text(fields["date"])
    require_one_of(fields.get("form", "agreement"), TIE_FORMS, _("form of a tie"))
    require_one_of(fields.get("status", "concluded"), ("concluded", "proposed"), _("status of a tie"))
    parties = fields.get("party_ids", ids(study, "tie_party", "tie_id = ?", tie_id))
    if len(set(parties)) < 2 and not class_of:
        raise EditRefused(_("A tie joins two parties or more, or a party and a class of parties."))
    for party_id in fields.get("party_ids", ()):
        require(study, "subject", party_id)
        if not count(study, "subject", "id = ? AND kind = 'party'", party_id):
            raise EditRefused(_("{name} is a state; a tie joins parties.").format(name=subject_name(study, party_id)))
    for proposal_id in fields.get("realises", ()):
        require(study, "tie", proposal_id)
        if not count(study, "tie", "id = ? AND status = 'proposed' AND id <> ?", proposal_id, tie_id):
            raise EditRefused(_("Only a proposed tie can be carried out by another one."))
    return row


def _checked_succession(study: Study, fields: SuccessionFields) -> dict[str, object]:
    older, newer = fields["from_id"], fields["to_id"]
    require(study, "subject", older)
    require(study, "subject", newer)
    if older == newer:
        raise EditRefused(_("A new name is no succession: a party or state cannot follow itself."))
    if count(study, "subject", "id = ? AND kind = (SELECT kind FROM subject WHERE id = ?)", older, newer) != 1:
        raise EditRefused(_("A party follows a party, and a state a state."))
    require_one_of(fields.get("kind", "merged_into"), SUCCESSION_KINDS, _("kind of succession"))
    require_one_of(fields.get("standing", "adopted"), STANDINGS, _("standing"))
    row: dict[str, object] = {**fields}
    if "attested" in fields:
        row["attested"] = date_text(fields["attested"])
    return row


def _list_parties(study: Study, edit: Edit, tie_id: int, fields: TieFields) -> None:
    if "party_ids" in fields:
        list_in_order(study, edit, "tie_party", ("tie_id", tie_id), ("subject_id", fields["party_ids"]))
    if "realises" in fields:
        list_in_order(study, edit, "tie_realises", ("tie_id", tie_id), ("realises_id", fields["realises"]))


def _parties(study: Study, fields: TieFields) -> str:
    names = [subject_name(study, party_id) for party_id in fields.get("party_ids", ())]
    return ", ".join(filter(None, [*names, fields.get("class_of", "")]))
