"""What a header says besides its name: a unit, a year, a footnote mark."""

import re
from dataclasses import dataclass

_BRACKETED = re.compile(r"\s*[\(\[]\s*(?P<inner>[^()\[\]]{1,24}?)\s*[\)\]]\s*$")
_AFTER_COMMA = re.compile(r"\s*,\s*(?P<inner>[^,]{1,16})$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_YEAR_AT_END = re.compile(r"^(?P<title>.*?)[\s,–—-]*\b(?P<year>(?:18|19|20)\d\d)(?:\s?г(?:од|\.)?)?$")
_SUPERSCRIPT = "¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈ"
_MARK = re.compile(rf"(?<=\S)(?P<mark>[{_SUPERSCRIPT}]+|[*†‡§]+|\[(?:\d{{1,2}}|[a-z])\])$")
_PERCENT = {"%", "percent", "per cent", "pct", "проц.", "процент", "в %", "пайыз", "in %"}
_SCALES = {
    "thousand": 1_000,
    "thousands": 1_000,
    "000": 1_000,
    "000s": 1_000,
    "'000": 1_000,
    "тыс.": 1_000,
    "тыс": 1_000,
    "тысяч": 1_000,
    "мың": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "mln": 1_000_000,
    "mn": 1_000_000,
    "млн": 1_000_000,
    "млн.": 1_000_000,
}
_UNITS = {
    "seats", "votes", "persons", "people", "members", "years", "usd", "us$", "$", "eur", "€", "km²", "km2", "мест",
    "чел.", "чел", "человек", "голосов", "голоса", "руб.", "мандатов", "index", "score", "0-1", "0–1", "number", "no.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    title: str
    unit: str = ""
    year: str = ""
    scale: int = 1
    mark: str = ""


def header_of(printed: str) -> Header:
    """`Vote share 2007 (%)*` is the vote share, in per cent, of 2007, with a footnote."""
    title, mark = without_mark(" ".join(printed.split()))
    unit, scale, year = "", 1, ""
    if dated := _YEAR_AT_END.match(title):
        title, year = dated["title"].rstrip(" ,–—-"), dated["year"]
    for pattern in (_BRACKETED, _AFTER_COMMA):
        found = pattern.search(title)
        if found is None or found.start() == 0:
            continue
        inner = found["inner"].casefold()
        if inner in _PERCENT:
            unit = "%"
        elif (factor := _scale(inner)) > 1:
            unit, scale = found["inner"], factor
        elif inner in _UNITS:
            unit = found["inner"]
        elif _YEAR.fullmatch(inner):
            year = inner
        else:
            continue
        title = title[: found.start()]
        break
    if not year and (dated := _YEAR_AT_END.match(title)):
        title, year = dated["title"], dated["year"]
    return Header(title.strip(" ,–—-"), unit, year, scale, mark)


def without_mark(text: str) -> tuple[str, str]:
    """The text, and the footnote mark at its end."""
    found = _MARK.search(text)
    return (text[: found.start()].rstrip(), found["mark"]) if found else (text, "")


def _scale(inner: str) -> int:
    return next((_SCALES[word] for word in inner.split() if word in _SCALES), 1)
