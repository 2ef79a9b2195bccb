"""What the inspector writes with: spans of text with a role, marks in front of them, and links in them.

A `Words` is one paragraph; `LINE` in a span begins a new line within it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

LINE = "\u2028"

Weight = Literal["normal", "semibold", "bold"]
Shape = Literal["", "dot", "ring", "diamond", "quote"]
Verb = Literal[
    "open",
    "show_source",
    "select",
    "as_of",
    "adopt",
    "correct",
    "cite",
    "remove",
    "add_value",
    "codebook",
    "cell",
    "uncite",
]


@dataclass(frozen=True, slots=True)
class Link:
    """What a click asks for, and of which row: a source, a subject, an observation, an attribute, or a day. Of a cell
    `subject_id` says whose, 0 for the subject that is selected."""

    verb: Verb
    id: int = 0
    subject_id: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A small drawing before a text. Its colour is a role of the theme or `#RRGGBB`."""

    shape: Shape
    colour: str


@dataclass(frozen=True, slots=True)
class Span:
    """`role` is a colour by its name in the theme's tokens."""

    text: str
    role: str = "text"
    size: int = 12
    weight: Weight = "normal"
    italic: bool = False
    link: Link | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """`right` stands at the right edge of the first line, where there is room for it."""

    spans: tuple[Span, ...]
    right: tuple[Span, ...] = ()

    @property
    def plain(self) -> str:
        """The words for a screen reader."""
        texts = ["".join(span.text for span in spans) for spans in (self.spans, self.right)]
        return ", ".join(text.replace(LINE, ", ").strip() for text in texts if text.strip())


RIVAL = Mark("diamond", "rival")
SOFT = Mark("diamond", "thin")
CLAIM = Mark("quote", "rival")


def text(words: str, role: str = "text", size: int = 12, weight: Weight = "normal") -> Span:
    return Span(words, role, size, weight)


def strong(words: str, size: int = 12) -> Span:
    return Span(words, "text", size, "semibold")


def second(words: str, size: int = 12) -> Span:
    """Context, in grey."""
    return Span(words, "second_text", size)


def linked(span: Span, link: Link | None) -> Span:
    return replace(span, link=link)


def joined(parts: Iterable[Span | None], divider: str = " · ") -> tuple[Span, ...]:
    """The spans that there are, with a grey divider between them."""
    spans: list[Span] = []
    for part in parts:
        if part is None or not part.text:
            continue
        if spans:
            spans.append(replace(second(divider), size=part.size))
        spans.append(part)
    return tuple(spans)
