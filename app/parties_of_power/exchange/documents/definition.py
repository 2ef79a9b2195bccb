"""What a document is: headings, paragraphs, tables and numbered notes, whose texts are runs of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# What a run is besides plain text; each is also said by words or signs, never by its colour alone.
Tone = Literal["", "second", "rival", "doubt", "wrong"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `is_small` is a size less, for years, signs and numbers of notes."""

    text: str
    tone: Tone = ""
    is_bold: bool = False
    is_italic: bool = False
    is_small: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 begins a part, 2 a section of it, 3 an entry. `beside` stands behind it in small print."""

    text: str
    level: int = 2
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`bullet` hangs before it; `label` begins it in bold."""

    runs: Runs
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`small` stands below the title: a unit, a day."""

    title: str
    small: str = ""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class TableCell:
    """`marks` stand behind a number in room of their own, so that decimals stay in line; behind a text in it."""

    runs: Runs = ()
    marks: Runs = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """With `is_heading` the first cell stands above the rows of a group, across the table."""

    cells: tuple[TableCell, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`key_columns` are how many of the first columns say what a row is: they come again where columns go on."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    key_columns: int = 1


@dataclass(frozen=True, slots=True)
class Notes:
    """Numbered from 1, as the cells name them."""

    title: str
    notes: tuple[str, ...]


Block = Heading | Paragraph | Table | Notes


@dataclass(frozen=True, slots=True)
class Document:
    """`title` and `subtitle` stand on every page; `lines` below them on the first. `is_wide` asks for wide paper."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    lines: tuple[str, ...] = ()
    is_wide: bool = False


def plain(text: str) -> Runs:
    return (Run(text),) if text else ()


def labelled(label: str, text: str) -> Paragraph:
    """A label in bold, then the text."""
    return Paragraph((Run(label, is_bold=True), Run("  " + text)))


def words_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def small(text: str, tone: Tone = "second") -> Run:
    return Run(text, tone, is_small=True)
