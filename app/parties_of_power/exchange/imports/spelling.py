"""A key by which spellings of one name are alike, in Cyrillic or Latin letters: Назарбаев, Nazarbaev, Nazarbayev.

It is coarse on purpose: it finds candidates, and nobody is matched by it unshown. Russian, Kazakh, Ukrainian
and Belarusian letters are written as Latin ones, then what the transliterations (BGN, ISO 9, scholarly, German and
English habit) write differently is made the same: kh, x and h of х; y, j, i, ia, ja, ya; zh and ž; ts, tz and c.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "ž", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "k", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "k", "і": "i", "ї": "i", "є": "e",
    "ґ": "g", "ў": "u", "ə": "a", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "þ": "t",
}  # fmt: skip
_TO_LATIN = str.maketrans(_LETTERS)
_KEPT = {"ž": "ž", "š": "š", "č": "č", "ŝ": "ŝ"}
_GROUPS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"shch|sch(?=[eioauy])|šč", "ŝ"),
        (r"tsch|tch|ch", "č"),
        (r"dzh|zh", "ž"),
        (r"sh", "š"),
        (r"kh", "k"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ts|tz", "c"),
        (r"ck", "k"),
        (r"x", "ks"),
        (r"q", "k"),
        (r"w", "v"),
        (r"[yj]", "i"),
    )
)
_NOT_A_LETTER = re.compile(r"[\W_]+")
_NO_SOUND = re.compile("['’ʼ‘`´ʹʺ]")
_TWICE = re.compile(r"(\D)\1+")
_BETWEEN = re.compile(r"(?<=[aeou])i|i(?=[aeou])")


@lru_cache(maxsize=65_536)
def spelling_key(text: str) -> str:
    """Blank for a text without letters or figures. Words keep their order."""
    plain = _plain_latin(_NO_SOUND.sub("", unicodedata.normalize("NFC", text).casefold()).translate(_TO_LATIN))
    for pattern, letters in _GROUPS:
        plain = pattern.sub(letters, plain)
    return _BETWEEN.sub("", _TWICE.sub(r"\1", _NOT_A_LETTER.sub(" ", plain))).strip()


def name_key(text: str) -> str:
    """As `spelling_key`, the words in any order: Nazarbayev, Nursultan is Nursultan Nazarbayev."""
    return " ".join(sorted(spelling_key(text).split()))


def name_keys(text: str) -> set[str]:
    """The key, and the one in which j is the ж of Kazakh and English habit: Ak Jol, Ақ жол."""
    keys = {name_key(text)}
    if "j" in text.casefold():
        keys.add(name_key(text.casefold().replace("j", "zh")))
    return keys - {""}


def _plain_latin(text: str) -> str:
    """Without accents, apart from those that tell letters of Cyrillic apart."""
    if text.isascii():
        return text
    return "".join(
        _KEPT.get(letter)
        or "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
        for letter in text
    )
