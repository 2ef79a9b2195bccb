"""`Picture`: what a chart says, in words, as a list, and as something to draw; made without any widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

D_co = TypeVar("D_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Words:
    """The lines above and below a chart."""

    title: str = ""
    subtitle: str = ""
    counted: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    subject_id: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The same as a table; `numeric` are the columns of numbers."""

    headers: tuple[str, ...] = ()
    rows: tuple[ListedRow, ...] = ()
    numeric: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Picture(Generic[D_co]):
    """`nothing` is the sentence to show where there is nothing to draw; `spoken` the chart in a few words; `missing`
    the cells (subject, attribute) of the rows that are not drawn."""

    words: Words
    listing: Listing
    drawing: D_co
    spoken: str = ""
    nothing: str = ""
    missing: tuple[tuple[int, int], ...] = ()
