"""The verbs of sources and citations."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from parties_of_power.domain.sources import CITED_KINDS, Cite, CitedKind
from parties_of_power.study.edits.checks import (
    as_int,
    count,
    date_text,
    first,
    next_position,
    require,
    require_fields,
    require_one_of,
    words,
)
from parties_of_power.study.edits.naming import cited_name, short, source_name
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.queries import citations_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


class SourceDetails(TypedDict, total=False):
    key: str
    author: str
    publisher: str
    date: str
    url: str
    doi: str
    kind: str
    license: str
    accessed: str
    note: str


class SourceFields(SourceDetails, total=False):
    title: str


class CitationFields(TypedDict, total=False):
    source_id: int
    locator: str
    accessed: str


def add_source(study: Study, title: str, **fields: Unpack[SourceDetails]) -> int:
    require_fields(fields, SourceDetails)
    row = _checked(study, {**fields, "title": title})
    with study.edit(_("Add source {title}").format(title=short(title))) as edit:
        return edit.insert("source", **row)


def change_source(study: Study, source_id: int, **fields: Unpack[SourceFields]) -> None:
    require(study, "source", source_id)
    require_fields(fields, SourceFields)
    row = _checked(study, {**fields}, source_id)
    with study.edit(_("Change source {title}").format(title=source_name(study, source_id))) as edit:
        edit.update("source", source_id, **row)


def remove_source(study: Study, source_id: int) -> None:
    """Refused while something cites it."""
    require(study, "source", source_id)
    uses = count(study, "citation", "source_id = ?", source_id) + count(study, "statement", "source_id = ?", source_id)
    title = source_name(study, source_id)
    if uses:
        raise EditRefused(
            ngettext(
                "{title} is cited at {count} place; remove that citation first.",
                "{title} is cited at {count} places; remove these citations first.",
                uses,
            ).format(title=title, count=uses)
        )
    with study.edit(_("Remove source {title}").format(title=title)) as edit:
        edit.delete("source", source_id)


def cite(study: Study, cited_kind: CitedKind, cited_id: int, citing: Cite) -> int:
    require_one_of(cited_kind, CITED_KINDS, _("thing that can be cited"))
    require(study, cited_kind, cited_id)
    row = _checked_citation(study, cited_kind, cited_id, citing)
    label = _("Cite {source} for {what}").format(
        source=source_name(study, citing.source_id), what=cited_name(study, cited_kind, cited_id)
    )
    with study.edit(label) as edit:
        return edit.insert("citation", **row)


def cite_observations(study: Study, observation_ids: Sequence[int], cites: Sequence[Cite]) -> int:
    """Cites all of these places for each of the observations, and says at how many that was new. An observation that
    cites a place already is left as it is; EditRefused where that is true of all of them."""
    names = dict.fromkeys(source_name(study, each.source_id) for each in cites)
    count_of = len(observation_ids)
    label = ngettext("Cite {source} for {count} value", "Cite {source} for {count} values", count_of)
    cited = 0
    with study.edit(label.format(source="; ".join(names), count=count_of)):
        for observation_id in observation_ids:
            before = {(each.source_id, each.locator) for each in citations_of(study, "observation", observation_id)}
            new = [each for each in cites if (each.source_id, each.locator) not in before]
            for each in new:
                cite(study, "observation", observation_id, each)
            cited += bool(new)
        if not cited:
            raise EditRefused(
                _("All of these values cite this place of {source} already.").format(source="; ".join(names))
            )
    return cited


def change_citation(study: Study, citation_id: int, **fields: Unpack[CitationFields]) -> None:
    require_fields(fields, CitationFields)
    cited_kind, cited_id = _cited(study, citation_id)
    if "source_id" in fields:
        require(study, "source", fields["source_id"])
    row = {**fields, "accessed": date_text(fields["accessed"])} if "accessed" in fields else {**fields}
    what = cited_name(study, cited_kind, cited_id)
    with study.edit(_("Change a citation of {what}").format(what=what)) as edit:
        edit.update("citation", citation_id, **row)


def remove_citation(study: Study, citation_id: int) -> None:
    cited_kind, cited_id = _cited(study, citation_id)
    row = first(study, "SELECT source_id FROM citation WHERE id = ?", (citation_id,))
    source = source_name(study, as_int(row[0])) if row else ""
    label = _("No longer cite {source} for {what}").format(source=source, what=cited_name(study, cited_kind, cited_id))
    with study.edit(label) as edit:
        edit.delete("citation", citation_id)


def _cited(study: Study, citation_id: int) -> tuple[CitedKind, int]:
    """What a citation stands at: the kind of thing, and its id."""
    require(study, "citation", citation_id)
    for cited_kind in CITED_KINDS:
        row = first(study, f"SELECT {cited_kind}_id FROM citation WHERE id = ?", (citation_id,))
        if row and row[0] is not None:
            return cited_kind, as_int(row[0])
    raise EditRefused(_("The citation stands at nothing; check the study."))


def _checked(study: Study, fields: dict[str, object], source_id: int = 0) -> dict[str, object]:
    if "title" in fields:
        fields["title"] = words(str(fields["title"]), _("A source needs a title."))
    if "accessed" in fields:
        fields["accessed"] = date_text(str(fields["accessed"]))
    key = fields.get("key")
    if key and count(study, "source", "key = ? AND id <> ?", key, source_id):
        raise EditRefused(_("Another source has the key {key} already.").format(key=key))
    return fields


def _checked_citation(study: Study, cited_kind: CitedKind, cited_id: int, citing: Cite) -> dict[str, object]:
    require(study, "source", citing.source_id)
    same = f"{cited_kind}_id = ? AND source_id = ? AND locator = ?"
    if count(study, "citation", same, cited_id, citing.source_id, citing.locator):
        raise EditRefused(
            _("{what} cites this place of {source} already.").format(
                what=cited_name(study, cited_kind, cited_id), source=source_name(study, citing.source_id)
            )
        )
    return {
        f"{cited_kind}_id": cited_id,
        "source_id": citing.source_id,
        "locator": citing.locator,
        "accessed": date_text(citing.accessed),
        "position": next_position(study, "citation", f"{cited_kind}_id = ?", cited_id),
    }
