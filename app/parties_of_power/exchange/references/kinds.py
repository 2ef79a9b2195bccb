"""What kind of reference a source is, in the words of each format, from the plain words that the study has for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReferenceKind:
    """`csl`, `bibtex` and `ris` are its names in the formats. With `is_part` the study's publisher is what it stands
    in: a journal, a newspaper, a web site."""

    csl: str
    bibtex: str
    ris: str
    is_part: bool = False


_ARTICLE = ReferenceKind("article-journal", "article", "JOUR", is_part=True)
_NEWS = ReferenceKind("article-newspaper", "article", "NEWS", is_part=True)
_CHAPTER = ReferenceKind("chapter", "incollection", "CHAP", is_part=True)
_PAPER = ReferenceKind("paper-conference", "unpublished", "CPAPER", is_part=True)
_ENTRY = ReferenceKind("entry-encyclopedia", "inreference", "ENCYC", is_part=True)
_POST = ReferenceKind("post-weblog", "online", "BLOG", is_part=True)
_PAGE = ReferenceKind("webpage", "online", "ELEC", is_part=True)
_BOOK = ReferenceKind("book", "book", "BOOK")
_DATA = ReferenceKind("dataset", "dataset", "DATA")
_LAW = ReferenceKind("legislation", "legislation", "STAT")
_REPORT = ReferenceKind("report", "report", "RPRT")
_THESIS = ReferenceKind("thesis", "thesis", "THES")
_OTHER = ReferenceKind("document", "misc", "GEN")

# The first words that are found in the kind of a source decide.
_BY_WORDS: tuple[tuple[str, ReferenceKind], ...] = (
    ("journal article", _ARTICLE),
    ("article-journal", _ARTICLE),
    ("chapter", _CHAPTER),
    ("conference", _PAPER),
    ("thesis", _THESIS),
    ("dissertation", _THESIS),
    ("encyclop", _ENTRY),
    ("annual edition", _BOOK),
    ("json", _DATA),
    ("dataset", _DATA),
    ("database", _DATA),
    ("codebook", _REPORT),
    ("documentation", _REPORT),
    ("working paper", _REPORT),
    ("report", _REPORT),
    ("textbook", _BOOK),
    ("monograph", _BOOK),
    ("book", _BOOK),
    ("legislation", _LAW),
    ("constitution", _LAW),
    ("decree", _LAW),
    ("statute", _LAW),
    ("blog", _POST),
    ("newspaper", _NEWS),
    ("news", _NEWS),
    ("press release", _PAGE),
    ("website", _PAGE),
    ("web", _PAGE),
)


def kind_of(words: str, *, has_address: bool) -> ReferenceKind:
    """Of an unknown kind, what has an address is a web page, anything else a document."""
    known = words.casefold()
    if known == "law":
        return _LAW
    found = next((kind for part, kind in _BY_WORDS if part in known), None)
    return found or (_PAGE if has_address else _OTHER)
