"""The authors of a source, as far as their text says surely who is a person; the others stay as they are written.

Only `Surname, Given` says which part of a name is the surname. *Paul Goble* and *Civil Georgia* look alike, so both are
kept whole: no reader sorts *Georgia, Civil*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OTHERS = re.compile(r"(?:,|\s)\s*(?:et al\.?|and others|и др\.?)\s*$", re.IGNORECASE)
_ONE_WORD = re.compile(r"[^\s,;()]+")
_PARTICLES = frozenset({"af", "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "la", "van", "von"})


@dataclass(frozen=True, slots=True)
class Author:
    """A person by surname and given names; or, with `given` blank, a name as it is written."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Authors:
    """`text` is what the study says, word for word. `has_others` is its *et al.*"""

    text: str
    named: tuple[Author, ...] = ()
    has_others: bool = False


def authors_of(text: str) -> Authors:
    text = " ".join(text.split())
    bare, has_others = _without_others(text)
    if not bare:
        return Authors(text)
    parts = [part.strip() for part in bare.split(";") if part.strip()]
    listed = _surnames(parts[0]) if len(parts) == 1 else ()
    return Authors(text, listed or tuple(_author(part, is_listed=len(parts) > 1) for part in parts), has_others)


def _without_others(text: str) -> tuple[str, bool]:
    bare = _OTHERS.sub("", text).rstrip(" ,;")
    return bare, bare != text.rstrip(" ,;")


def _surnames(part: str) -> tuple[Author, ...]:
    """`Döring, Regel, Bederke`: three or more single words."""
    words = [word.strip() for word in part.split(",")]
    is_list = len(words) > 2 and all(_ONE_WORD.fullmatch(word) for word in words)
    return tuple(map(Author, words)) if is_list else ()


def _author(part: str, *, is_listed: bool) -> Author:
    family, comma, given = (piece.strip() for piece in part.partition(","))
    if not comma or not family or not given or "," in given or "(" in part:
        return Author(part)
    # Alone, `Robert A. Saunders, Vlad Strukov` may be two people; a surname of one word leaves no such doubt.
    is_surname = is_listed or all(word in _PARTICLES for word in family.split()[:-1])
    return Author(family, given) if is_surname else Author(part)
