"""References as RIS, which EndNote, Mendeley and Zotero read: a tag a line, CRLF, UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parties_of_power.exchange.references.dates import ris_date, spoken_date, year_of
from parties_of_power.exchange.references.entry import Reference


def ris(references: Iterable[Reference]) -> str:
    return "\r\n".join("".join(f"{tag}  - {value}\r\n" for tag, value in _tags(each)) for each in references)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", reference.kind.ris
    yield "ID", reference.key
    for author in reference.authors.named:
        yield "AU", f"{author.family}, {author.given}" if author.given else author.family
    if reference.authors.has_others:
        yield "AU", "et al."
    yield from _filled(
        ("TI", reference.title),
        ("T2" if reference.kind.is_part else "PB", reference.publisher),
        ("PY", year_of(reference.date)),
        ("DA", ris_date(reference.date)),
        ("M3", reference.genre),
        ("UR", reference.address),
        ("DO", reference.doi),
        ("Y2", ris_date(reference.accessed)),
        *(("N1", note) for note in reference.notes),
    )
    if reference.date and not ris_date(reference.date):
        yield "N1", f"Date: {spoken_date(reference.date)}"
    yield "ER", ""


def _filled(*tags: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return ((tag, value) for tag, value in tags if value)
