"""The order of the alphabet in several scripts: Latin before Cyrillic, each letter beside its neighbours."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Russian with the letters of its neighbours where their own alphabets have them: Kazakh, Ukrainian, Belarusian, Tajik.
_CYRILLIC = "аәбвгґғдеёєжҗзиӣйїкқҡлмнңоөпрстуӯўұүфхҳһцчҷшщъыіьэюя"
_LATIN = {"ə": "e￿", "ı": "h￿", "ß": "ss", "ł": "l￿", "đ": "d￿", "ø": "o￿", "æ": "ae", "œ": "oe", "þ": "th"}
_IGNORED = "\"'`´‘’‚‛“”„‟«»‹›ʻʼʽ()[]"


def _places() -> dict[int, str]:
    places = {ord(letter): chr(0x0400 + place) for place, letter in enumerate(_CYRILLIC)}
    places.update({ord(letter): instead for letter, instead in _LATIN.items()})
    places.update({ord(letter): "" for letter in _IGNORED})
    return places


_PLACES = _places()


@lru_cache(maxsize=65_536)
def sort_key(text: str) -> tuple[str, str]:
    """Small and capital letters are one; accents and quotation marks count only where all else is equal."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(_without_accents(letter) for letter in unicodedata.normalize("NFC", folded))
    return folded.translate(_PLACES).strip(), text


def ranks_of(texts: Sequence[str]) -> list[int]:
    """The place of each text in the order of the alphabet; equal texts share one."""
    places = {text: place for place, text in enumerate(sorted(set(texts), key=sort_key))}
    return [places[text] for text in texts]


def _without_accents(letter: str) -> str:
    if ord(letter) in _PLACES:
        return letter
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
