"""Names of variables that are legal and unique in Stata and in SPSS alike."""

import re
import unicodedata
from collections.abc import Iterable

# Both allow more; ReadStat names a set of labels after its variable and a number, within the 32 that Stata allows.
LONGEST = 28
_RESERVED = {
    # Stata
    *("byte", "double", "float", "if", "in", "int", "long", "strl", "using", "with"),
    # SPSS
    *("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to"),
}
_STRING_TYPE = re.compile(r"str\d+")
_OTHER = re.compile(r"[^a-z0-9]+")
_CYRILLIC = {
    **dict(zip("абвгдеёзийклмнопрстуфыэәғқңөұүһіїґў", "abvgdeeziiklmnoprstufyeagqnouuhiigu", strict=True)),
    **{
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "є": "ye",
    },
}


def variable_names(wanted: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """A name for each text and what follows it: small letters, digits and lines, at most 28; a second one of the same
    name gets a number."""
    taken: set[str] = set()
    names = []
    for text, beside in wanted:
        base, ending = _legal(text), f"_{beside}" if beside else ""
        name, number = _joined(base, ending), 2
        while name in taken:
            name = _joined(base, f"{ending}_{number}")
            number += 1
        taken.add(name)
        names.append(name)
    return tuple(names)


def _joined(base: str, ending: str) -> str:
    return base[: LONGEST - len(ending)].rstrip("_") + ending


def _legal(text: str) -> str:
    latin = "".join(_CYRILLIC.get(each, each) for each in unicodedata.normalize("NFC", text).casefold())
    plain = "".join(each for each in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(each))
    name = _OTHER.sub("_", plain).strip("_")
    if not name or not name[0].isalpha() or name in _RESERVED or _STRING_TYPE.fullmatch(name):
        name = f"v_{name}".rstrip("_")
    return name[:LONGEST].rstrip("_")
