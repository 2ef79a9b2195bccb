"""Headings between the sections of a page."""

from __future__ import annotations

from parties_of_power.ui.views.inspector.blocks import Row, Sheet
from parties_of_power.ui.views.inspector.words import Span, Words, second, strong

SECTION = 16


def heading(title: str, beside: str = "", *, size: int = 12) -> Sheet:
    """`beside` stands behind it in grey: a unit, a count."""
    spans: tuple[Span, ...] = (strong(title),)
    if beside:
        spans = (*spans, second("  " + beside, size))
    return Sheet((Row((Words(spans),)),), before=SECTION)


def one_line(*spans: Span, before: int = 4) -> Sheet:
    """A paragraph by itself."""
    return Sheet((Row((Words(spans),)),), before=before)
