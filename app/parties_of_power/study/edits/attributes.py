"""The verbs of attributes and their choices: the columns, and what may be answered in them."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.attributes import VALIDITIES, Attribute, LifeRole, Validity
from parties_of_power.domain.kinds import KINDS, kind
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.study.edits.arranging import arrange_without_attribute
from parties_of_power.study.edits.checks import (
    count,
    first,
    ids,
    next_position,
    require,
    require_fields,
    require_one_of,
    words,
)
from parties_of_power.study.edits.formulas import formula_fields, refuse_another_type, refuse_while_used
from parties_of_power.study.edits.naming import attribute_name
from parties_of_power.study.edits.values import attribute_of, users_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

_STEP = 10
_MOST_DECIMALS = 12


class AttributeDetails(TypedDict, total=False):
    key: str
    group: str
    position: int
    unit: str
    validity: Validity
    role: LifeRole
    definition: str
    coding_rule: str
    source_variable: str
    source_scale: str
    decimals: int | None
    formula: str


class AttributeFields(AttributeDetails, total=False):
    name: str
    kind: str


class ChoiceDetails(TypedDict, total=False):
    position: int
    ordinal: bool
    meaning: str


class ChoiceFields(ChoiceDetails, total=False):
    code: str
    label: str


def add_attribute(
    study: Study,
    subject_kind: SubjectKind,
    name: str,
    kind: str,
    *,
    choices: Sequence[tuple[str, str]] = (),
    **fields: Unpack[AttributeDetails],
) -> int:
    """The id of a new column for all parties or all states. `choices` are pairs of code and label.

    With a `formula`, which names attributes as people do, its values are computed; see `domain.formulas`.
    """
    require_fields(fields, AttributeDetails)
    require_one_of(subject_kind, SUBJECT_KINDS, _("kind of subject"))
    row = _checked(study, subject_kind, {"validity": "until_changed", **fields, "name": name, "kind": kind})
    _refuse_computed_life(fields.get("formula", ""), fields.get("role", ""))
    row |= formula_fields(study, subject_kind, kind, fields.get("formula", ""))
    last = next_position(study, "attribute", "subject_kind = ?", subject_kind, step=_STEP)
    with study.edit(_("Add attribute {name}").format(name=row["name"])) as edit:
        attribute_id = edit.insert("attribute", **{"position": last, **row, "subject_kind": subject_kind})
        for code, label in choices:
            add_choice(study, attribute_id, code, label)
        return attribute_id


def change_attribute(study: Study, attribute_id: int, **fields: Unpack[AttributeFields]) -> None:
    """Another kind is refused once there are observations: their values would no longer be read by it."""
    require_fields(fields, AttributeFields)
    require(study, "attribute", attribute_id)
    before = attribute_of(study, attribute_id)
    new_kind = fields.get("kind", before.kind)
    if new_kind != before.kind:
        _refuse_another_kind(study, before)
    row = _checked(study, before.subject_kind, {**fields}, attribute_id)
    if new_kind != before.kind:
        refuse_another_type(study, before, new_kind)
    if before.is_computed or "formula" in fields:
        formula = fields.get("formula", before.formula)
        _refuse_computed_life(formula, fields.get("role", before.role))
        row |= formula_fields(study, before.subject_kind, new_kind, formula, attribute_id)
    new = str(row.get("name", before.name))
    label = _("Change attribute {name}") if new == before.name else _("Rename attribute {old} to {name}")
    with study.edit(label.format(name=new, old=before.name)) as edit:
        edit.update("attribute", attribute_id, **row)


def remove_attribute(study: Study, attribute_id: int) -> None:
    """With its observations and their citations, its choices, and its columns in all comparisons; refused while the
    formula of another attribute reads it."""
    require(study, "attribute", attribute_id)
    refuse_while_used(study, attribute_of(study, attribute_id))
    with study.edit(_("Remove attribute {name}").format(name=attribute_name(study, attribute_id))) as edit:
        of_it = "observation_id IN (SELECT id FROM observation WHERE attribute_id = ?)"
        for citation_id in ids(study, "citation", of_it, attribute_id):
            edit.delete("citation", citation_id)
        arrange_without_attribute(study, edit, attribute_id)
        for table in ("observation", "choice", "comparison_column"):
            for row_id in ids(study, table, "attribute_id = ?", attribute_id):
                edit.delete(table, row_id)
        edit.delete("attribute", attribute_id)


def add_choice(study: Study, attribute_id: int, code: str, label: str, **fields: Unpack[ChoiceDetails]) -> int:
    require_fields(fields, ChoiceDetails)
    require(study, "attribute", attribute_id)
    row = _checked_choice(study, attribute_id, {**fields, "code": code, "label": label})
    text = _("Add choice {choice} to {name}").format(choice=row["label"], name=attribute_name(study, attribute_id))
    last = next_position(study, "choice", "attribute_id = ?", attribute_id)
    with study.edit(text) as edit:
        return edit.insert("choice", **{"position": last, **row, "attribute_id": attribute_id})


def change_choice(study: Study, choice_id: int, **fields: Unpack[ChoiceFields]) -> None:
    """A new label renames the answer wherever it was given."""
    require_fields(fields, ChoiceFields)
    attribute_id, label = _choice(study, choice_id)
    row = _checked_choice(study, attribute_id, {**fields}, choice_id)
    text = _("Change choice {choice} of {name}").format(choice=label, name=attribute_name(study, attribute_id))
    with study.edit(text) as edit:
        edit.update("choice", choice_id, **row)


def remove_choice(study: Study, choice_id: int) -> None:
    """Refused while it is an answer somewhere."""
    attribute_id, label = _choice(study, choice_id)
    answers = users_of(study, "choice", choice_id)
    if answers:
        raise EditRefused(
            ngettext(
                "{choice} is the answer of {count} observation; change that first.",
                "{choice} is the answer of {count} observations; change these first.",
                answers,
            ).format(choice=label, count=answers)
        )
    text = _("Remove choice {choice} of {name}").format(choice=label, name=attribute_name(study, attribute_id))
    with study.edit(text) as edit:
        edit.delete("choice", choice_id)


def _checked(study: Study, subject_kind: str, fields: AttributeFields, attribute_id: int = 0) -> dict[str, object]:
    row: dict[str, object] = {**fields}
    if "name" in fields:
        row["name"] = words(fields["name"], _("An attribute needs a name."))
        same = "subject_kind = ? AND lower(name) = lower(?) AND id <> ?"
        if count(study, "attribute", same, subject_kind, row["name"], attribute_id):
            raise EditRefused(_("There is an attribute {name} already.").format(name=row["name"]))
    if "kind" in fields:
        require_one_of(fields["kind"], [each.key for each in KINDS], _("kind"))
    require_one_of(fields.get("validity", "timeless"), VALIDITIES, _("validity"))
    _check_role(study, subject_kind, fields, attribute_id)
    decimals = fields.get("decimals")
    if decimals is not None and not 0 <= decimals <= _MOST_DECIMALS:
        raise EditRefused(_("A number shows from 0 to {most} decimals.").format(most=_MOST_DECIMALS))
    if "group" in row:
        row["grp"] = row.pop("group")
    return row


def _refuse_computed_life(formula: str, role: LifeRole) -> None:
    if formula.strip() and role:
        raise EditRefused(_("The beginning and the end of a life are coded, not computed."))


def _refuse_another_kind(study: Study, attribute: Attribute) -> None:
    answers = count(study, "observation", "attribute_id = ?", attribute.id)
    if answers:
        raise EditRefused(
            ngettext(
                "{name} has {count} observation of its kind; add a new attribute for another kind.",
                "{name} has {count} observations of its kind; add a new attribute for another kind.",
                answers,
            ).format(name=attribute.name, count=answers)
        )


def _check_role(study: Study, subject_kind: str, fields: AttributeFields, attribute_id: int) -> None:
    role = fields.get("role", "")
    require_one_of(role, ("", "founded", "dissolved"), _("role in a life"))
    if not role:
        return
    own = first(study, "SELECT kind FROM attribute WHERE id = ?", (attribute_id,)) or ("",)
    if fields.get("kind", own[0]) != "date":
        raise EditRefused(_("Only a date can say when a life began or ended."))
    if count(study, "attribute", "subject_kind = ? AND role = ? AND id <> ?", subject_kind, role, attribute_id):
        raise EditRefused(_("Another attribute says so already when a life began or ended."))


def _checked_choice(study: Study, attribute_id: int, fields: ChoiceFields, choice_id: int = 0) -> dict[str, object]:
    row: dict[str, object] = {**fields}
    (of_kind,) = first(study, "SELECT kind FROM attribute WHERE id = ?", (attribute_id,)) or ("text",)
    if kind(str(of_kind)).refers_to != "choice":
        raise EditRefused(
            _("{name} has no choices: its kind is another.").format(name=attribute_name(study, attribute_id))
        )
    for name in ("code", "label"):
        if name in row:
            row[name] = words(str(row[name]), _("A choice needs a code and a label."))
            same = f"attribute_id = ? AND lower({name}) = lower(?) AND id <> ?"
            if count(study, "choice", same, attribute_id, row[name], choice_id):
                raise EditRefused(_("There is a choice {choice} already.").format(choice=row[name]))
    if "ordinal" in fields:
        row["ordinal"] = int(fields["ordinal"])
    return row


def _choice(study: Study, choice_id: int) -> tuple[int, str]:
    """The attribute of a choice, and its label."""
    require(study, "choice", choice_id)
    for attribute_id, label in study.rows("SELECT attribute_id, label FROM choice WHERE id = ?", (choice_id,)):
        return int(attribute_id), str(label)
    raise EditRefused(_("The study has no such choice any more."))
