"""References as CSL-JSON, which Zotero, pandoc and every citation processor read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from parties_of_power.exchange.references.dates import csl_date
from parties_of_power.exchange.references.entry import Reference
from parties_of_power.exchange.references.people import Author


def csl_json(references: Iterable[Reference]) -> str:
    return json.dumps([csl_item(each) for each in references], ensure_ascii=False, indent=2) + "\n"


def csl_item(reference: Reference) -> dict[str, Any]:
    """Only what the source says: no field is there for what is not known."""
    fields: dict[str, Any] = {
        "author": _authors(reference),
        "title": reference.title,
        "container-title" if reference.kind.is_part else "publisher": reference.publisher,
        "issued": csl_date(reference.date),
        "URL": reference.address,
        "DOI": reference.doi,
        "accessed": csl_date(reference.accessed),
        "genre": reference.genre,
        "note": "; ".join(reference.notes),
    }
    return {"id": reference.key, "type": reference.kind.csl, **{name: each for name, each in fields.items() if each}}


def _authors(reference: Reference) -> list[dict[str, str]]:
    """CSL has no *et al.* in its data: with it, the authors are one text as the study has it."""
    if reference.authors.has_others:
        return [{"literal": reference.authors.text}]
    return [_name(author) for author in reference.authors.named]


def _name(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.given else {"literal": author.family}
