"""References as BibLaTeX for biber, in UTF-8: names of any script as they are, dates in EDTF as it reads them.

Classic BibTeX reads it too, but not its dates, nor the types of entries that only biblatex knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parties_of_power.exchange.references.dates import csl_date, spoken_date
from parties_of_power.exchange.references.entry import Reference
from parties_of_power.exchange.references.people import Author

# Braces by name: biber counts them even behind a backslash.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&#$_"},
    }
)
_CAPITAL = re.compile(r"[^\W\d_]", re.UNICODE)


def biblatex(references: Iterable[Reference]) -> str:
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reference) if value)
    return f"@{reference.kind.bibtex}{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "author", _authors(reference)
    yield "title", _kept(reference.title)
    yield _place(reference), escaped(reference.publisher)
    yield _date("date", reference.date)
    yield "url", _verbatim(reference.address)
    yield "urldate", reference.accessed if csl_date(reference.accessed) and reference.address else ""
    yield "doi", _verbatim(reference.doi)
    yield "type" if reference.kind.bibtex in _TYPED else "titleaddon", escaped(reference.genre)
    yield "note", escaped("; ".join(reference.notes))


_TYPED = ("report", "thesis", "dataset", "misc")
_PLACES = {
    "article": "journaltitle",
    "incollection": "booktitle",
    "inreference": "booktitle",
    "online": "organization",
    "report": "institution",
    "thesis": "institution",
    "unpublished": "howpublished",
    "misc": "organization",
}


def _place(reference: Reference) -> str:
    return _PLACES.get(reference.kind.bibtex, "publisher")


def _authors(reference: Reference) -> str:
    names = [_name(author) for author in reference.authors.named]
    return " and ".join([*names, *(["others"] if reference.authors.has_others and names else [])])


def _name(author: Author) -> str:
    """A name that is not surely that of a person is one unit, which nobody takes apart."""
    if author.given:
        return f"{{{escaped(author.family)}}}, {escaped(author.given)}"
    return f"{{{escaped(author.family)}}}"


def _date(name: str, text: str) -> tuple[str, str]:
    """Sets and long years are no dates for biblatex: they stand as words."""
    date = csl_date(text)
    return ("year", escaped(spoken_date(text))) if date and "literal" in date else (name, text)


def _kept(text: str) -> str:
    """In a second pair of braces, so that no style turns its capitals into small letters."""
    return f"{{{escaped(text)}}}" if _CAPITAL.search(text) else escaped(text)


def escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _verbatim(text: str) -> str:
    """Addresses are not escaped; braces and backslashes, which end the field, stand as their percent codes."""
    return text.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
