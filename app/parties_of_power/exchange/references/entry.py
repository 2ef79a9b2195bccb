"""`Reference`: a source as the formats of references see it, each field in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parties_of_power.domain.sources import Source, first_address
from parties_of_power.exchange.references.keys import keys_of
from parties_of_power.exchange.references.kinds import ReferenceKind, kind_of
from parties_of_power.exchange.references.people import Authors, authors_of
from parties_of_power.study.study import Study


@dataclass(frozen=True, slots=True)
class Reference:
    """`title`, `publisher`, `genre` (the kind in the study's words) are in one line; `address` is one web address, and
    `notes` hold whatever else the source says: its note, its licence, the whole text of several addresses."""

    key: str
    kind: ReferenceKind
    title: str
    authors: Authors
    publisher: str
    date: str
    address: str
    doi: str
    accessed: str
    genre: str
    notes: tuple[str, ...]


def references_of(study: Study, source_ids: Iterable[int] | None = None) -> tuple[Reference, ...]:
    """Of these sources, or of all, by their keys."""
    sources = study.catalogue.sources
    keys = keys_of(sources.values())
    wanted = sources if source_ids is None else [each for each in dict.fromkeys(source_ids) if each in sources]
    found = (reference_of(sources[each], keys[each]) for each in wanted)
    return tuple(sorted(found, key=lambda each: each.key.casefold()))


def reference_of(source: Source, key: str) -> Reference:
    address = first_address(source.url)
    return Reference(
        key,
        kind_of(source.kind, has_address=bool(address)),
        _line(source.title),
        authors_of(source.author),
        _line(source.publisher),
        source.date.strip(),
        address,
        _doi(source.doi),
        source.accessed.strip(),
        _line(source.kind),
        tuple(_notes(source, address)),
    )


def _notes(source: Source, address: str) -> Iterable[str]:
    if source.note.strip():
        yield _line(source.note)
    if source.license.strip():
        yield f"Licence: {_line(source.license)}"
    if _line(source.url) != address:
        yield f"Address: {_line(source.url)}"


def _doi(text: str) -> str:
    """Without the address of a resolver, which formats put before it themselves."""
    bare = text.strip()
    for start in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"):
        if bare.casefold().startswith(start):
            return bare[len(start) :].strip()
    return bare


def _line(text: str) -> str:
    """Without line breaks and what no text file may hold."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
