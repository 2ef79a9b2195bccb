"""Names that formulas of Excel may use for the cells of a column: `Vote_share`."""

import re
import unicodedata

_LONGEST = 255
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d+|[RrCc]\d*([RrCc]\d*)?|true|false", re.IGNORECASE)


def defined_name(title: str, taken: set[str]) -> str:
    """A legal name that is not in `taken` (folded), into which it is put."""
    words = re.sub(r"[^\w]+", "_", unicodedata.normalize("NFC", title)).strip("_")
    words = "".join(letter for letter in words if letter == "_" or letter.isalnum())[: _LONGEST - 5]
    if not words or words[0].isdigit() or _LIKE_A_CELL.fullmatch(words):
        words = f"_{words}"
    name, number = words, 2
    while name.casefold() in taken:
        name, number = f"{words}_{number}", number + 1
    taken.add(name.casefold())
    return name
