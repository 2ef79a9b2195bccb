"""Names of sheets as Excel allows them: at most 31 characters, none of []:*?/\\, each once, none called History."""

import re

from parties_of_power.exchange.safe_cells import cut, utf16_length

LONGEST = 31
_FORBIDDEN = re.compile("[\\[\\]:*?/\\\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
_RESERVED = "history"  # Excel keeps it for its own record of changes


def sheet_name(wanted: str, taken: set[str], otherwise: str) -> str:
    """The nearest name that Excel allows and no other sheet has; `taken` are the others in small letters.

    `otherwise` is the name where nothing of the wanted one remains.
    """
    name = _trimmed(" ".join(_FORBIDDEN.sub(" ", wanted).split())) or otherwise
    unique, number = name, 2
    while unique.casefold() in taken or unique.casefold() == _RESERVED:
        ending = f" ({number})"
        unique = cut(name, LONGEST - utf16_length(ending)).rstrip() + ending
        number += 1
    return unique


def _trimmed(name: str) -> str:
    """Excel allows no apostrophe at either end."""
    return cut(name.strip("' "), LONGEST).strip("' ")
