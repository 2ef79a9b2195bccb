"""Sources, and citations: the use of a source at one place."""

from dataclasses import dataclass
from typing import Literal

CitedKind = Literal["observation", "name", "event", "tie", "succession", "subject", "identifier", "person"]
CITED_KINDS: tuple[CitedKind, ...] = (
    "observation",
    "name",
    "event",
    "tie",
    "succession",
    "subject",
    "identifier",
    "person",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A reference; the fields are those of CSL, `kind` its type in plain words (report, dataset, blog article)."""

    id: int
    title: str
    key: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    doi: str = ""
    kind: str = ""
    license: str = ""
    accessed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """`locator` is a page, a paragraph (¶2), a variable name; `accessed` an EDTF day."""

    id: int
    source_id: int
    locator: str = ""
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation that is about to be made: what stands under *Citing*."""

    source_id: int
    locator: str = ""
    accessed: str = ""


def first_address(text: str) -> str:
    """The first web address in a text that may hold several."""
    return next((word for word in map(_bare, text.split()) if word.startswith(("http://", "https://"))), "")


def _bare(word: str) -> str:
    """Without the brackets and signs around it; a bracket that is closed inside belongs to the address."""
    word = word.lstrip("(").rstrip(";,")
    while word.endswith(")") and word.count("(") < word.count(")"):
        word = word[:-1].rstrip(";,")
    return word
