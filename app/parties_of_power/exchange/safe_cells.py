"""What a cell of Excel cannot hold, and what stands there instead, counted so that the user can be told.

Text stays text whatever it begins with: it is written as a string, and marked so (quotePrefix) where it begins like a
formula. Numbers have 15 digits in Excel, dates begin on 1 March 1900 (its 1900 has a day too many before that).
"""

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from typing import Literal

from parties_of_power.texts import ngettext

LONGEST_TEXT = 32_767
LONGEST_HEADER = 255
MOST_DIGITS = 15
REPLACEMENT = "\ufffd"

Change = Literal["illegal", "cut", "digits", "escape"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SHARED = re.compile("(?<=_x[0-9A-Fa-f]{4}_)(?=x[0-9A-Fa-f]{4}_)")
_LIKE_A_FORMULA = frozenset("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")
_LISTED = 100


class Alterations:
    """What had to change in which cells of a file, in the order it was met."""

    def __init__(self) -> None:
        self._places: dict[Change, list[str]] = {}
        self._counts: Counter[Change] = Counter()
        self._others: list[str] = []

    def add(self, change: Change, place: str) -> None:
        self._counts[change] += 1
        listed = self._places.setdefault(change, [])
        if len(listed) < _LISTED:
            listed.append(place)

    def say(self, sentence: str) -> None:
        """Of a change that is not one of a single cell."""
        if sentence not in self._others:
            self._others.append(sentence)

    def sentences(self) -> list[str]:
        return [*self._others, *(self._sentence(change) for change in self._counts)]

    def _sentence(self, change: Change) -> str:
        count = self._counts[change]
        places = ", ".join(self._places[change]) + (", …" if count > _LISTED else "")
        if change == "illegal":
            words = ngettext(
                "{count} text held characters that no file may hold; “�” stands for each: {places}.",
                "{count} texts held characters that no file may hold; “�” stands for each: {places}.",
                count,
            )
        elif change == "cut":
            words = ngettext(
                "{count} text was cut at the 32,767 characters that a cell of Excel holds: {places}.",
                "{count} texts were cut at the 32,767 characters that a cell of Excel holds: {places}.",
                count,
            )
        elif change == "escape":
            words = ngettext(
                "{count} text held signs that Excel takes for escape sequences; a blank parts them: {places}.",
                "{count} texts held signs that Excel takes for escape sequences; blanks part them: {places}.",
                count,
            )
        else:
            words = ngettext(
                "{count} number has more digits than Excel keeps and was written as text: {places}.",
                "{count} numbers have more digits than Excel keeps and were written as text: {places}.",
                count,
            )
        return words.format(count=count, places=places)


def is_storable(text: str) -> bool:
    """Whether a cell of Excel surely holds the text as it is; a quick look at what most texts are."""
    return (
        len(text) <= LONGEST_TEXT // 2
        and (text.isprintable() or not _ILLEGAL.search(text))
        and "_x" not in text
        and not is_like_markup(text)
    )


def storable(text: str, changes: Alterations, place: str) -> str:
    """The text as a cell of Excel can hold it."""
    text = printable(text, changes, place)
    parted = _ESCAPE.sub("_ ", text).replace("\r", "") if is_like_markup(text) else _SHARED.sub(" ", text)
    if parted != text:
        changes.add("escape", place)
    if utf16_length(parted) > LONGEST_TEXT:
        changes.add("cut", place)
        return cut(parted, LONGEST_TEXT)
    return parted


def is_like_markup(text: str) -> bool:
    """XlsxWriter takes such a text for markup of its own, unless it is written in several runs."""
    return text.startswith("<r>") and text.endswith("</r>")


def printable(text: str, changes: Alterations, place: str) -> str:
    """The text without half characters and control characters, which neither XML nor UTF-8 can hold."""
    if not _ILLEGAL.search(text):
        return text
    changes.add("illegal", place)
    return _ILLEGAL.sub(REPLACEMENT, text)


def is_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate the text if it were typed into it."""
    return text[:1] in _LIKE_A_FORMULA


def header_text(title: str) -> str:
    """A title as the header of an Excel table can hold it: one line, no escape sequence (Excel would call the file
    damaged), at most 255 characters."""
    line = " ".join(_ILLEGAL.sub(REPLACEMENT, title).split())
    return cut(_ESCAPE.sub("_ ", line), LONGEST_HEADER)


def unique_headers(titles: list[str], longest: int = LONGEST_HEADER) -> list[str]:
    """Excel tells headers apart without regard to capitals; a second one of the same name gets a number."""
    taken: set[str] = set()
    unique: list[str] = []
    for place, title in enumerate(titles, 1):
        name = wanted = title or str(place)
        number = 2
        while name.casefold() in taken:
            ending = f" ({number})"
            name = cut(wanted, longest - len(ending)) + ending
            number += 1
        taken.add(name.casefold())
        unique.append(name)
    return unique


def fits_a_number(value: str) -> bool:
    """Whether Excel keeps every digit of a number written in figures."""
    try:
        digits = Decimal(value).normalize().as_tuple().digits
    except InvalidOperation:
        return False
    return len(digits) <= MOST_DIGITS


def utf16_length(text: str) -> int:
    """Excel counts the units of UTF-16: an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, longest: int) -> str:
    """At most so many units of UTF-16, no character halved."""
    if utf16_length(text) <= longest:
        return text
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
