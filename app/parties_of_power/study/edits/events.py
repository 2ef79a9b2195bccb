"""The verbs of events, and of statements: what a source says that is no cell."""

from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.events import EVENT_KINDS, STATEMENT_KINDS, EventKind, StatementKind
from parties_of_power.domain.sources import Cite
from parties_of_power.study.edit import Edit
from parties_of_power.study.edits.checks import count, date_text, first, require, require_fields, require_one_of, words
from parties_of_power.study.edits.naming import event_title, short
from parties_of_power.study.edits.parts import cite_all, delete_with, list_in_order
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


class EventDetails(TypedDict, total=False):
    key: str
    subject_ids: Sequence[int]
    chamber: str
    rounds: Sequence[str]
    note: str


class EventFields(EventDetails, total=False):
    title: str
    kind: EventKind
    date: str


class StatementDetails(TypedDict, total=False):
    key: str
    locator: str
    mention: str
    claimant: str
    explicitness: str
    subject_ids: Sequence[int]
    person_ids: Sequence[int]
    note: str


class StatementFields(StatementDetails, total=False):
    kind: StatementKind
    source_id: int
    restatement: str


def add_event(
    study: Study, title: str, kind: EventKind, date: str, *, cites: Sequence[Cite] = (), **fields: Unpack[EventDetails]
) -> int:
    require_fields(fields, EventDetails)
    given: EventFields = {**fields, "title": title, "kind": kind, "date": date}
    row = _checked_event(study, given)
    with study.edit(_("Add event {title}").format(title=short(title))) as edit:
        event_id = edit.insert("event", **row)
        _list_subjects(study, edit, event_id, given)
        cite_all(study, "event", event_id, cites)
        return event_id


def change_event(study: Study, event_id: int, **fields: Unpack[EventFields]) -> None:
    require_fields(fields, EventFields)
    require(study, "event", event_id)
    row = _checked_event(study, fields)
    with study.edit(_("Change event {title}").format(title=event_title(study, event_id))) as edit:
        edit.update("event", event_id, **row)
        _list_subjects(study, edit, event_id, fields)


def remove_event(study: Study, event_id: int) -> None:
    """Refused while results belong to it."""
    require(study, "event", event_id)
    title = event_title(study, event_id)
    results = count(study, "observation", "event_id = ?", event_id)
    if results:
        raise EditRefused(
            ngettext(
                "{count} observation belongs to {title}; remove it or give it another event first.",
                "{count} observations belong to {title}; remove them or give them another event first.",
                results,
            ).format(count=results, title=title)
        )
    with study.edit(_("Remove event {title}").format(title=title)) as edit:
        delete_with(study, edit, "event", event_id, ("citation", "event_id"), ("event_subject", "event_id"))


def add_statement(
    study: Study, kind: StatementKind, source_id: int, restatement: str, **fields: Unpack[StatementDetails]
) -> int:
    require_fields(fields, StatementDetails)
    given: StatementFields = {**fields, "kind": kind, "source_id": source_id, "restatement": restatement}
    _check_claimant(kind, fields.get("claimant", ""))
    row = _checked_statement(study, given)
    with study.edit(_("Add statement “{text}”").format(text=short(restatement))) as edit:
        statement_id = edit.insert("statement", **row)
        _list_about(study, edit, statement_id, given)
        return statement_id


def change_statement(study: Study, statement_id: int, **fields: Unpack[StatementFields]) -> None:
    require_fields(fields, StatementFields)
    require(study, "statement", statement_id)
    kind, claimant = first(study, "SELECT kind, claimant FROM statement WHERE id = ?", (statement_id,)) or ("", "")
    _check_claimant(fields.get("kind", str(kind)), fields.get("claimant", str(claimant)))
    row = _checked_statement(study, fields)
    with study.edit(_("Change statement “{text}”").format(text=_restatement(study, statement_id))) as edit:
        edit.update("statement", statement_id, **row)
        _list_about(study, edit, statement_id, fields)


def remove_statement(study: Study, statement_id: int) -> None:
    require(study, "statement", statement_id)
    with study.edit(_("Remove statement “{text}”").format(text=_restatement(study, statement_id))) as edit:
        delete_with(study, edit, "statement", statement_id, ("statement_about", "statement_id"))


def _checked_event(study: Study, fields: EventFields) -> dict[str, object]:
    row = _without(fields, "subject_ids")
    if "title" in fields:
        row["title"] = words(fields["title"], _("An event needs a title."))
    if "date" in fields:
        row["date"] = date_text(words(fields["date"], _("An event needs a date.")))
    if "rounds" in fields:
        row["rounds"] = tuple(date_text(each) for each in fields["rounds"])
    require_one_of(fields.get("kind", "founding"), EVENT_KINDS, _("kind of event"))
    for subject_id in fields.get("subject_ids", ()):
        require(study, "subject", subject_id)
    return row


def _checked_statement(study: Study, fields: StatementFields) -> dict[str, object]:
    row = _without(fields, "subject_ids", "person_ids")
    if "restatement" in fields:
        row["restatement"] = words(fields["restatement"], _("A statement needs words of our own."))
    if "source_id" in fields:
        require(study, "source", fields["source_id"])
    require_one_of(fields.get("kind", "claim"), STATEMENT_KINDS, _("kind of statement"))
    for subject_id in fields.get("subject_ids", ()):
        require(study, "subject", subject_id)
    for person_id in fields.get("person_ids", ()):
        require(study, "person", person_id)
    return row


def _check_claimant(kind: str, claimant: str) -> None:
    if kind == "claim":
        words(claimant, _("A claim needs a claimant: say who asserts it."))


def _list_subjects(study: Study, edit: Edit, event_id: int, fields: EventFields) -> None:
    if "subject_ids" in fields:
        list_in_order(study, edit, "event_subject", ("event_id", event_id), ("subject_id", fields["subject_ids"]))


def _list_about(study: Study, edit: Edit, statement_id: int, fields: StatementFields) -> None:
    owner = ("statement_id", statement_id)
    if "subject_ids" in fields:
        list_in_order(study, edit, "statement_about", owner, ("subject_id", fields["subject_ids"]))
    if "person_ids" in fields:
        list_in_order(study, edit, "statement_about", owner, ("person_id", fields["person_ids"]))


def _restatement(study: Study, statement_id: int) -> str:
    row = first(study, "SELECT restatement FROM statement WHERE id = ?", (statement_id,))
    return short(str(row[0])) if row else ""


def _without(fields: Mapping[str, object], *listed: str) -> dict[str, object]:
    """The fields that are columns of the table itself."""
    return {name: field for name, field in fields.items() if name not in listed}
