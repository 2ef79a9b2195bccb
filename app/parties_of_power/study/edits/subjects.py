"""The verbs of parties, states and their names."""

import re
from collections.abc import Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.sources import Cite
from parties_of_power.domain.subjects import NAME_FORMS, STANDINGS, NameForm, Standing, SubjectKind
from parties_of_power.study.edits.checks import (
    count,
    date_text,
    first,
    ids,
    require,
    require_fields,
    require_one_of,
    words,
)
from parties_of_power.study.edits.naming import subject_name
from parties_of_power.study.edits.parts import cite_all
from parties_of_power.study.edits.values import users_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_TONES = ("full", "tint28", "tint46", "ring")


class SubjectDetails(TypedDict, total=False):
    key: str
    role: str
    hue: str
    tone: str
    colour: str
    note: str


class SubjectFields(SubjectDetails, total=False):
    state_id: int | None


class NameDetails(TypedDict, total=False):
    language: str
    script: str
    form: NameForm
    period: Period
    attested: str
    standing: Standing
    note: str


class NameFields(NameDetails, total=False):
    text: str


def add_party(
    study: Study,
    name: str,
    state_id: int,
    *,
    language: str = "en",
    cites: Sequence[Cite] = (),
    **fields: Unpack[SubjectDetails],
) -> int:
    """A party and its name. It takes the hue of its state; a second one of the state is told apart by a ring."""
    require_fields(fields, SubjectDetails)
    _check_state(study, state_id)
    text = words(name, _("A party needs a name."))
    row = {"hue": _hue(study, state_id), "tone": _free_tone(study, state_id), **_checked(study, fields)}
    label = _("Add party {name}").format(name=text)
    row |= {"kind": "party", "state_id": state_id}
    return _add(study, label, row, name=text, language=language, cites=cites)


def add_state(
    study: Study, name: str, *, language: str = "en", cites: Sequence[Cite] = (), **fields: Unpack[SubjectDetails]
) -> int:
    require_fields(fields, SubjectDetails)
    text = words(name, _("A state needs a name."))
    label = _("Add state {name}").format(name=text)
    row = {**_checked(study, fields), "kind": "state"}
    return _add(study, label, row, name=text, language=language, cites=cites)


def change_subject(study: Study, subject_id: int, **fields: Unpack[SubjectFields]) -> None:
    require_fields(fields, SubjectFields)
    require(study, "subject", subject_id)
    is_party = _kind(study, subject_id) == "party"
    if "state_id" in fields:
        state_id = fields["state_id"]
        if is_party != (state_id is not None):
            raise EditRefused(_("A party belongs to a state, and a state to none."))
        if state_id is not None:
            _check_state(study, state_id)
    row = _checked(study, {**fields}, subject_id)
    with study.edit(_("Change {name}").format(name=subject_name(study, subject_id))) as edit:
        edit.update("subject", subject_id, **row)


def retire_subject(study: Study, subject_id: int, retired: bool = True) -> None:
    """Hides a party or state from lists and tables without removing anything that is known about it."""
    require(study, "subject", subject_id)
    label = _("Retire {name}") if retired else _("Bring {name} back")
    with study.edit(label.format(name=subject_name(study, subject_id))) as edit:
        edit.update("subject", subject_id, retired=int(retired))


def remove_subject(study: Study, subject_id: int) -> None:
    """Its names, identifiers and places in comparisons go with it; refused while anything else refers to it."""
    require(study, "subject", subject_id)
    name = subject_name(study, subject_id)
    if _is_used(study, subject_id):
        raise EditRefused(
            _("{name} is part of what the study says; retire it instead, or remove that first.").format(name=name)
        )
    with study.edit(_("Remove {name}").format(name=name)) as edit:
        for table, owner in (("name", "name_id"), ("identifier", "identifier_id")):
            for row_id in ids(study, table, "subject_id = ?", subject_id):
                for citation_id in ids(study, "citation", f"{owner} = ?", row_id):
                    edit.delete("citation", citation_id)
                edit.delete(table, row_id)
        for table in ("citation", "comparison_row"):
            for row_id in ids(study, table, "subject_id = ?", subject_id):
                edit.delete(table, row_id)
        edit.delete("subject", subject_id)


def rename_subject(
    study: Study,
    subject_id: int,
    text: str,
    period: Period | None = None,
    form: NameForm = "short",
    *,
    language: str = "en",
    cites: Sequence[Cite] = (),
) -> int:
    """A new name beside the old ones: without a period from the day of the study on."""
    require(study, "subject", subject_id)
    new = words(text, _("A name cannot be blank."))
    label = _("Rename {old} to {new}").format(old=subject_name(study, subject_id), new=new)
    with study.edit(label):
        since = Period.since(study.as_of) if period is None else period
        return add_name(study, subject_id, new, period=since, form=form, language=language, cites=cites)


def add_name(
    study: Study, subject_id: int, text: str, *, cites: Sequence[Cite] = (), **fields: Unpack[NameDetails]
) -> int:
    require_fields(fields, NameDetails)
    require(study, "subject", subject_id)
    row = _checked_name({"period": NO_PERIOD, **fields, "text": text})
    label = _("Add the name {new} of {name}").format(new=row["text"], name=subject_name(study, subject_id))
    with study.edit(label) as edit:
        name_id = edit.insert("name", subject_id=subject_id, **row)
        cite_all(study, "name", name_id, cites)
        return name_id


def change_name(study: Study, name_id: int, **fields: Unpack[NameFields]) -> None:
    require_fields(fields, NameFields)
    require(study, "name", name_id)
    row = _checked_name({**fields})
    with study.edit(_("Change the name {name}").format(name=_name_text(study, name_id))) as edit:
        edit.update("name", name_id, **row)


def remove_name(study: Study, name_id: int) -> None:
    """Refused for the last name of a party or state."""
    require(study, "name", name_id)
    text = _name_text(study, name_id)
    if not count(study, "name", "id <> ?1 AND subject_id = (SELECT subject_id FROM name WHERE id = ?1)", name_id):
        raise EditRefused(_("{name} is the only name there is; add another one first.").format(name=text))
    with study.edit(_("Remove the name {name}").format(name=text)) as edit:
        for citation_id in ids(study, "citation", "name_id = ?", name_id):
            edit.delete("citation", citation_id)
        edit.delete("name", name_id)


def _add(study: Study, label: str, row: dict[str, object], *, name: str, language: str, cites: Sequence[Cite]) -> int:
    with study.edit(label) as edit:
        subject_id = edit.insert("subject", **row)
        add_name(study, subject_id, name, language=language, cites=cites)
        return subject_id


def _checked(study: Study, fields: SubjectFields | SubjectDetails, subject_id: int = 0) -> dict[str, object]:
    key, colour = fields.get("key", ""), fields.get("colour", "")
    if key and count(study, "subject", "key = ? AND id <> ?", key, subject_id):
        raise EditRefused(_("Another party or state has the key {key} already.").format(key=key))
    if colour and not _COLOUR.fullmatch(colour):
        raise EditRefused(_("{colour} is no colour: write it as in #2F5D8A.").format(colour=colour))
    require_one_of(fields.get("tone", "full"), _TONES, _("tone"))
    return {**fields}


def _checked_name(fields: NameFields) -> dict[str, object]:
    row: dict[str, object] = {**fields}
    if "text" in fields:
        row["text"] = words(fields["text"], _("A name cannot be blank."))
    if "attested" in fields:
        row["attested"] = date_text(fields["attested"])
    require_one_of(fields.get("form", "short"), NAME_FORMS, _("form of a name"))
    require_one_of(fields.get("standing", "adopted"), STANDINGS, _("standing"))
    return row


def _kind(study: Study, subject_id: int) -> SubjectKind:
    row = first(study, "SELECT kind FROM subject WHERE id = ?", (subject_id,))
    return "party" if row == ("party",) else "state"


def _check_state(study: Study, state_id: int) -> None:
    require(study, "subject", state_id)
    if _kind(study, state_id) != "state":
        raise EditRefused(
            _("{name} is a party, and a party belongs to a state.").format(name=subject_name(study, state_id))
        )


def _hue(study: Study, state_id: int) -> str:
    row = first(study, "SELECT hue, key FROM subject WHERE id = ?", (state_id,))
    return str(row[0] or row[1]) if row else ""


def _free_tone(study: Study, state_id: int) -> str:
    return "ring" if count(study, "subject", "state_id = ? AND tone = 'full'", state_id) else "full"


def _is_used(study: Study, subject_id: int) -> bool:
    references = (
        ("subject", "state_id"),
        ("observation", "subject_id"),
        ("event_subject", "subject_id"),
        ("tie_party", "subject_id"),
        ("succession", "from_id"),
        ("succession", "to_id"),
        ("statement_about", "subject_id"),
    )
    return any(count(study, table, f"{column} = ?", subject_id) for table, column in references) or bool(
        users_of(study, "subject", subject_id)
    )


def _name_text(study: Study, name_id: int) -> str:
    row = first(study, "SELECT text FROM name WHERE id = ?", (name_id,))
    return str(row[0]) if row else ""
