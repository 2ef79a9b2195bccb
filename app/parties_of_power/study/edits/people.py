"""The verbs of persons, and of identifiers: what other datasets call a party or a state."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.sources import Cite
from parties_of_power.study.edits.checks import count, ids, require, require_fields, words
from parties_of_power.study.edits.naming import cited_name, person_name, subject_name
from parties_of_power.study.edits.parts import cite_all
from parties_of_power.study.edits.values import users_of
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _


class PersonDetails(TypedDict, total=False):
    key: str
    native: str
    variants: Sequence[str]
    note: str


class PersonFields(PersonDetails, total=False):
    name: str


class IdentifierDetails(TypedDict, total=False):
    period: Period
    note: str


class IdentifierFields(IdentifierDetails, total=False):
    scheme: str
    value: str


def add_person(study: Study, name: str, *, cites: Sequence[Cite] = (), **fields: Unpack[PersonDetails]) -> int:
    require_fields(fields, PersonDetails)
    row = _checked_person({**fields, "name": name})
    with study.edit(_("Add person {name}").format(name=row["name"])) as edit:
        person_id = edit.insert("person", **row)
        cite_all(study, "person", person_id, cites)
        return person_id


def change_person(study: Study, person_id: int, **fields: Unpack[PersonFields]) -> None:
    require_fields(fields, PersonFields)
    require(study, "person", person_id)
    row = _checked_person({**fields})
    with study.edit(_("Change person {name}").format(name=person_name(study, person_id))) as edit:
        edit.update("person", person_id, **row)


def remove_person(study: Study, person_id: int) -> None:
    """Refused while an observation or a statement names the person."""
    require(study, "person", person_id)
    name = person_name(study, person_id)
    if users_of(study, "person", person_id) or count(study, "statement_about", "person_id = ?", person_id):
        raise EditRefused(_("{name} is named in the study; remove these places first.").format(name=name))
    with study.edit(_("Remove person {name}").format(name=name)) as edit:
        for citation_id in ids(study, "citation", "person_id = ?", person_id):
            edit.delete("citation", citation_id)
        edit.delete("person", person_id)


def add_identifier(
    study: Study,
    subject_id: int,
    scheme: str,
    value: str,
    *,
    cites: Sequence[Cite] = (),
    **fields: Unpack[IdentifierDetails],
) -> int:
    require_fields(fields, IdentifierDetails)
    require(study, "subject", subject_id)
    row = _checked_identifier({"period": NO_PERIOD, **fields, "scheme": scheme, "value": value})
    label = _("Add identifier {scheme} {value} of {name}").format(**row | {"name": subject_name(study, subject_id)})
    with study.edit(label) as edit:
        identifier_id = edit.insert("identifier", subject_id=subject_id, **row)
        cite_all(study, "identifier", identifier_id, cites)
        return identifier_id


def change_identifier(study: Study, identifier_id: int, **fields: Unpack[IdentifierFields]) -> None:
    require_fields(fields, IdentifierFields)
    require(study, "identifier", identifier_id)
    row = _checked_identifier({**fields})
    label = _("Change identifier {identifier}").format(identifier=cited_name(study, "identifier", identifier_id))
    with study.edit(label) as edit:
        edit.update("identifier", identifier_id, **row)


def remove_identifier(study: Study, identifier_id: int) -> None:
    require(study, "identifier", identifier_id)
    label = _("Remove identifier {identifier}").format(identifier=cited_name(study, "identifier", identifier_id))
    with study.edit(label) as edit:
        for citation_id in ids(study, "citation", "identifier_id = ?", identifier_id):
            edit.delete("citation", citation_id)
        edit.delete("identifier", identifier_id)


def person_called(study: Study, name: str) -> int | None:
    """The person who bears exactly this name, small and capital letters alike."""
    wanted = name.strip().casefold()
    for person_id, text in study.rows("SELECT id, name FROM person ORDER BY id"):
        if str(text).casefold() == wanted:
            return int(person_id)
    return None


def _checked_person(fields: PersonFields) -> dict[str, object]:
    row: dict[str, object] = {**fields}
    if "name" in fields:
        row["name"] = words(fields["name"], _("A person needs a name."))
    if "variants" in fields:
        row["variants"] = tuple(fields["variants"])
    return row


def _checked_identifier(fields: IdentifierFields) -> dict[str, object]:
    row: dict[str, object] = {**fields}
    if "scheme" in fields:
        row["scheme"] = words(fields["scheme"], _("An identifier needs the name of the dataset it comes from."))
    if "value" in fields:
        row["value"] = words(fields["value"], _("An identifier cannot be blank."))
    return row
