"""The key by which a reference is cited: that of the source where it has one, else its id made readable.

A key depends on nothing but its own source and the sources that would have the same, so that it does not change when
others are added, or when only some are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from parties_of_power.domain.sources import Source
from parties_of_power.exchange.references.dates import year_of
from parties_of_power.exchange.references.people import authors_of

_UNFIT = re.compile(r"[^A-Za-z0-9:.+/_-]+")
_WORD = re.compile(r"[A-Za-z0-9]{3,}")


def keys_of(sources: Iterable[Source]) -> dict[int, str]:
    """By the id of the source; give all sources of the study, also where some are written."""
    proposed = {source.id: _proposed(source) for source in sources}
    # Two keys that differ by capitals alone are one on some computers.
    uses = Counter(key.casefold() for key in proposed.values())
    return {
        source_id: key if uses[key.casefold()] == 1 else f"{key}-{source_id:x}" for source_id, key in proposed.items()
    }


def _proposed(source: Source) -> str:
    if source.key:
        return _plain(source.key) or f"source-{source.id:x}"
    named = authors_of(source.author).named
    words = [_first_word(named[0].family if named else ""), year_of(source.date), _first_word(source.title)]
    return "-".join(filter(None, words)).lower() or f"source-{source.id:x}"


def _first_word(text: str) -> str:
    found = _WORD.search(_plain(text))
    return found[0] if found else ""


def _plain(text: str) -> str:
    """Latin letters without their accents; what no key may have becomes one hyphen."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _UNFIT.sub("-", bare).strip("-")
