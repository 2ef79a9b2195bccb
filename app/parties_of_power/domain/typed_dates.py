"""What people type for a date or a period, as EDTF text: `25 Nov 2008`, `25.11.2008`, `c. 1999`, `since 2007`.

Only what has one meaning is turned; 03/04/2008 is refused with the reason. What is no such form is handed back as it
is, for the EDTF reader to judge.
"""

import re

from parties_of_power.domain.days import MONTHS, DateError, day_number, month_name, short_month_name, spoken
from parties_of_power.texts import _

_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_ABOUT = re.compile(r"(?:c\.|c\s|ca\.|ca\s|circa\s|about\s|around\s)\s*(.+)", re.IGNORECASE)
_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]+)\.?,?\s+([0-9]{4})")
_MONTH_DAY_YEAR = re.compile(r"([^\W\d_]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")
_MONTH_YEAR = re.compile(r"([^\W\d_]+)\.?,?\s+([0-9]{4})")
_DOTTED = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_MONTH_IN_FIGURES = re.compile(r"([0-9]{1,2})[./]([0-9]{4})")
_UNPADDED = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_DECADE = re.compile(r"([0-9]{3})0s")
_TWO_DATES = re.compile(r"(.+?)(?:\s*–\s*|\s+-\s+|\s+to\s+)(.+)")
_TWO_YEARS = re.compile(r"([0-9]{4})-([0-9]{4})")
_SINCE = re.compile(r"since\s+(.+)", re.IGNORECASE)
_FROM = re.compile(r"from\s+(.+)", re.IGNORECASE)


def edtf_of(text: str) -> str:
    """The EDTF text of one date as typed; the text itself where it is no form known here."""
    if about := _ABOUT.fullmatch(text):
        return edtf_of(about[1]) + "~"
    if text[:1] in ("[", "{"):
        return re.sub(r"\s+", "", text)
    unmarked = text.rstrip("?~%")
    return _in_words(unmarked) + text[len(unmarked) :]


def edtf_period_of(text: str) -> str:
    """The EDTF text of a period as typed: one date, or two joined by a dash or by `to`, or `since` a date."""
    if since := _SINCE.fullmatch(text):
        return edtf_of(since[1]) + "/.."
    if "/" in text and not (_SLASHED.fullmatch(text) or _MONTH_IN_FIGURES.fullmatch(text)):
        return "/".join(edtf_of(part.strip()) for part in text.split("/"))
    if began := _FROM.fullmatch(text):
        text = began[1]
    if both := _TWO_YEARS.fullmatch(text) or _TWO_DATES.fullmatch(text):
        return f"{edtf_of(both[1])}/{edtf_of(both[2])}"
    return edtf_of(text)


def _in_words(text: str) -> str:
    if match := _DAY_MONTH_YEAR.fullmatch(text):
        return _joined(text, match[3], _month(match[2]), match[1])
    if match := _MONTH_DAY_YEAR.fullmatch(text):
        return _joined(text, match[3], _month(match[1]), match[2])
    if match := _MONTH_YEAR.fullmatch(text):
        return _joined(text, match[2], _month(match[1]) or _SEASONS.get(match[1].casefold(), ""))
    return _in_figures(text)


def _in_figures(text: str) -> str:
    if match := _DOTTED.fullmatch(text):
        return _joined(text, _full_year(text, match[3]), match[2], match[1])
    if match := _SLASHED.fullmatch(text):
        return _slashed(text, match[1], match[2], _full_year(text, match[3]))
    if match := _MONTH_IN_FIGURES.fullmatch(text):
        return _joined(text, match[2], match[1])
    if match := _UNPADDED.fullmatch(text):
        return _joined(text, *match.groups(default=""))
    if match := _DECADE.fullmatch(text):
        return _decade(text, match[1])
    return text


def _joined(text: str, year: str, month: str, day: str = "") -> str:
    """The text unchanged where the month is none."""
    if not month:
        return text
    return f"{year}-{month:>02}-{day:>02}" if day else f"{year}-{month:>02}"


def _month(word: str) -> str:
    """The number of a month by its English name, whole or cut, or by its name in the reader's language."""
    word = word.casefold()
    for number, english in enumerate(MONTHS, 1):
        names = (month_name(number).casefold(), short_month_name(number).casefold())
        if word in names or (len(word) >= 3 and english.casefold().startswith(word)):
            return str(number)
    return ""


def _full_year(text: str, year: str) -> str:
    if len(year) == 2:
        raise DateError(
            _("{text} could be of any century: write the year with four figures, as in 2008.").format(text=text)
        )
    return year


def _slashed(text: str, one: str, two: str, year: str) -> str:
    """Day and month divided by strokes: read only where one of them cannot be a month, or both are the same."""
    first, second = int(one), int(two)
    if first > 12 or first == second:
        return _joined(text, year, two, one)
    if second > 12:
        return _joined(text, year, one, two)
    if not (first and second and int(year)):
        return text
    day_first, month_first = day_number(int(year), second, first), day_number(int(year), first, second)
    raise DateError(
        _("{text} could be {one} or {two}: write {example}.").format(
            text=text, one=spoken(day_first), two=spoken(month_first), example=_joined(text, year, two, one)
        )
    )


def _decade(text: str, digits: str) -> str:
    if digits.endswith("0"):
        raise DateError(
            _("{text} could be ten years or a hundred: write {decade} or {century}.").format(
                text=text, decade=f"{digits}X", century=f"{digits[:2]}XX"
            )
        )
    return f"{digits}X"
