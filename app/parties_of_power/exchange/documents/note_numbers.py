"""Which runs name notes, and which notes they name: so that each format can make links or footnotes of them."""

from __future__ import annotations

import re

from parties_of_power.exchange.documents.definition import Run

_NUMBERS = re.compile(r" \[\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*\]")


def numbers_in(run: Run) -> tuple[int, ...]:
    """Of ` [3, 7–9]` in small print, as `cells.numbers` writes it: 3, 7, 8, 9; of anything else nothing."""
    if not run.is_small or not _NUMBERS.fullmatch(run.text):
        return ()
    spans = (span.partition("–") for span in run.text.strip(" []").split(", "))
    return tuple(number for first, _dash, last in spans for number in range(int(first), int(last or first) + 1))
