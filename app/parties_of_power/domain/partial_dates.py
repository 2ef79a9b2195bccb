"""`PartialDate`: a date as far as it is known, kept as typed in EDTF, with the first and last day it may mean.

Read are EDTF (ISO 8601-2) level 0 dates without a time of day; level 1 (long years `Y17000`, seasons `2001-21`,
qualified `1999~` `1999?` `1999%`, unspecified `199X` `19XX` `2004-XX` `1985-04-XX` `1985-XX-XX`, negative years); and
of level 2 the sets `[a,b]` `[a..b]` `[..b]` `[a..]` (one of them) and `{a,b}` (all of them). Something that took
several days is an interval with both ends known, `2008-10-12/2008-10-26`; open and unknown ends belong to periods.

No bound is invented: an unbounded side is None, `1999~` lies in 1999. Where the PyPI package `edtf` gives other days:

| text | `edtf` | here | why |
|---|---|---|---|
| `1999~` `1999?` `1999%` | fuzzy bounds, a year or two around | 1999, marked | the margin is the researcher's: a set |
| `2001-21` to `2001-24` | March–May …, winter December alone | the year 2001 | level 1 names no hemisphere |
| `[..1994]` `[1994..]` | minus, plus infinity | None | unbounded is not a day |
| `[1999]` | refused | 1999 | a set of one is a set |
| `-000X` `-00XX` | up to the year 0 | up to the year -1 | `-0000` is no year, so no X can mean it |
| `-0001-XX` | December to January | the year -1 | theirs ends before it starts |
| `Y17000~` `1999-21?` | refused | read | a mark is no less needed on them |
| `1XXX` `20XX-12` | read | refused | level 2, and no source of ours dates so |

(The differences in intervals stand in `periods`.)
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parties_of_power.domain import date_words
from parties_of_power.domain.days import DateError, day_number, days_in_month, spoken_month
from parties_of_power.domain.typed_dates import edtf_of
from parties_of_power.texts import _

Precision = Literal["day", "month", "season", "year", "decade", "century", "set", "interval"]
Bounds = tuple[int | None, int | None]

_PLAIN = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_SOME_YEAR = re.compile(r"(-?)([0-9]{3}X|[0-9]{2}XX)([?~%]?)")
_SOME_MONTH = re.compile(r"(-?[0-9]{4})-XX([?~%]?)")
_SOME_DAY = re.compile(r"(-?[0-9]{4})-(XX|[0-9]{2})-XX([?~%]?)")
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,11})([?~%]?)")
_TIME_OF_DAY = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """`earliest` and `latest` are the first and last day it may mean, None where unbounded.

    Taken as a period by itself it starts between `earliest` and `latest_start`, and ends between `earliest_end` and
    `latest`: 2008 starts on its first day and ends on its last, surely; `[2002,2003]` starts with either year;
    `2004-XX` is some month of 2004. `members` are the spans of a set, empty otherwise.
    """

    text: str
    earliest: int | None
    latest: int | None
    latest_start: int | None
    earliest_end: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    members: tuple[Bounds, ...] = ()

    @staticmethod
    def parse(text: str) -> "PartialDate":
        """The date of an EDTF text; DateError says what is wrong and how a date is written."""
        return _parsed(text.strip())

    @staticmethod
    def parse_typed(text: str) -> "PartialDate":
        """As `parse`, and reads what people type as well: `25 Nov 2008`, `25.11.2008`, `c. 1999`."""
        return _parsed(edtf_of(text.strip()))

    @property
    def is_set(self) -> bool:
        return self.precision == "set"

    @property
    def is_all_of_set(self) -> bool:
        """`{1996,2000}`: all of its members, not one of them."""
        return self.is_set and self.text.startswith("{")

    def is_before(self, other: "PartialDate") -> bool:
        """Surely so, whatever days they are."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def describe(self) -> str:
        """In words: `25 November 2008`, `about 1999`, `2002 or 2003`, `some day of 2005`."""
        if self.is_set:
            return date_words.of_set(self.is_all_of_set, [_described(member) for member in _members(self.text)])
        if self.precision == "interval":
            return _described_interval(self.text)
        words = date_words.of_date(self.text, self.earliest or 0, self.latest or 0, self.precision)
        return date_words.qualified(words, self.approximate, self.uncertain)


def _described(member: str) -> str:
    low, dots, high = member.partition("..")
    if not dots:
        return PartialDate.parse(member).describe()
    return date_words.of_range(low and PartialDate.parse(low).describe(), high and PartialDate.parse(high).describe())


def _described_interval(text: str) -> str:
    start, _stroke, end = text.partition("/")
    return date_words.of_interval(
        PartialDate.parse(start).describe(), PartialDate.parse(end).describe(), "known", "known"
    )


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> PartialDate:
    if match := _PLAIN.fullmatch(text):
        return _plain(text, *match.groups())
    if text[:1] in ("[", "{") and text[-1:] == {"[": "]", "{": "}"}[text[0]]:
        return _set(text)
    if "/" in text:
        return _interval(text)
    if match := _SOME_YEAR.fullmatch(text):
        return _some_year(text, *match.groups())
    if match := _SOME_MONTH.fullmatch(text):
        return _some_month(text, *match.groups())
    if match := _SOME_DAY.fullmatch(text):
        return _some_day(text, *match.groups())
    if match := _LONG_YEAR.fullmatch(text):
        year = int(match[1])
        return _whole(text, day_number(year, 1, 1), day_number(year, 12, 31), "year", match[2])
    raise _unreadable(text)


def _date(text: str, outer: tuple[int, int], inner: tuple[int, int], precision: Precision, mark: str) -> PartialDate:
    """`outer` are the earliest and latest day, `inner` the latest start and the earliest end."""
    return PartialDate(text, *outer, *inner, precision, mark in ("~", "%"), mark in ("?", "%"))


def _whole(text: str, first: int, last: int, precision: Precision, mark: str) -> PartialDate:
    """A date that is the whole of its days."""
    if not mark:
        return PartialDate(text, first, last, first, last, precision)
    return _date(text, (first, last), (first, last), precision, mark)


def _plain(text: str, year_text: str, month_text: str | None, day_text: str | None, mark: str) -> PartialDate:
    """`2008`, `2008-11`, `2008-21`, `2008-11-25`, each with or without a mark."""
    year = _year(text, year_text)
    if month_text is None:
        return _whole(text, day_number(year, 1, 1), day_number(year, 12, 31), "year", mark)
    month = int(month_text)
    if day_text is None and 21 <= month <= 24:
        return _whole(text, day_number(year, 1, 1), day_number(year, 12, 31), "season", mark)
    length = _month_length(text, year, month)
    first = day_number(year, month, 1)
    if day_text is None:
        return _whole(text, first, first + length - 1, "month", mark)
    of_month = int(day_text)
    if not 1 <= of_month <= length:
        raise DateError(
            _("{text} is no day: {month} has {count} days, so its last is written {last}.").format(
                text=text, month=spoken_month(year, month), count=length, last=f"{text[: len(year_text) + 4]}{length}"
            )
        )
    day = first + of_month - 1
    return _whole(text, day, day, "day", mark)


def _some_year(text: str, sign: str, digits: str, mark: str) -> PartialDate:
    """`199X` and `19XX` are taken as the whole decade or century, as people mean "in the nineties"."""
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if sign:
        low, high = -high, -max(low, 1)
    precision: Precision = "century" if digits.endswith("XX") else "decade"
    return _whole(text, day_number(low, 1, 1), day_number(high, 12, 31), precision, mark)


def _some_month(text: str, year_text: str, mark: str) -> PartialDate:
    """`2004-XX`: one month, nobody knows which."""
    year = _year(text, year_text)
    first, last = day_number(year, 1, 1), day_number(year, 12, 31)
    return _date(text, (first, last), (day_number(year, 12, 1), day_number(year, 1, 31)), "year", mark)


def _some_day(text: str, year_text: str, month_text: str, mark: str) -> PartialDate:
    """`1985-04-XX` and `1985-XX-XX`: one day, nobody knows which."""
    year = _year(text, year_text)
    if month_text == "XX":
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
        return _date(text, (first, last), (last, first), "year", mark)
    month = int(month_text)
    length = _month_length(text, year, month)
    first = day_number(year, month, 1)
    last = first + length - 1
    return _date(text, (first, last), (last, first), "month", mark)


def _year(text: str, year_text: str) -> int:
    if year_text == "-0000":
        raise DateError(_("{text} has no year: 1 BC is written 0000, 2 BC is written -0001.").format(text=text))
    return int(year_text)


def _month_length(text: str, year: int, month: int) -> int:
    if not 1 <= month <= 12:
        raise DateError(
            _("{text} has no month: months are 01 to 12 as in 1999-02, seasons 21 to 24 as in 1999-21.").format(
                text=text
            )
        )
    return days_in_month(year, month)


def _members(text: str) -> list[str]:
    return text[1:-1].split(",")


def _set(text: str) -> PartialDate:
    """One of several dates, or all of them. `[..1994]` is any year until 1994: it starts by the first day of 1994
    and ends by its last, and neither has an earliest day."""
    ends = [_member(text, member) for member in _members(text)]
    firsts, lasts = [first for first, _last in ends], [last for _first, last in ends]
    earliest, latest = _days(firsts, "earliest"), _days(lasts, "latest")
    if text[0] == "[":
        latest_start = _limit(max, _days(lasts, "latest_start"))
        earliest_end = _limit(min, _days(firsts, "earliest_end"))
    else:
        latest_start = _limit(min, _days(firsts, "latest_start"))
        earliest_end = _limit(max, _days(lasts, "earliest_end"))
    dates = [date for pair in ends for date in pair if date]
    return PartialDate(
        text,
        _limit(min, earliest),
        _limit(max, latest),
        latest_start,
        earliest_end,
        "set",
        any(date.approximate for date in dates),
        any(date.uncertain for date in dates),
        tuple(zip(earliest, latest, strict=True)),
    )


def _member(text: str, member: str) -> tuple[PartialDate | None, PartialDate | None]:
    """The first and last date of a member: the same one, or those of a range, None where it is unbounded."""
    low, dots, high = member.partition("..")
    if not (low or high) or member[:1] in ("[", "{") or "/" in member:
        raise DateError(
            _("{text} is no set of dates: write [2002,2003], [1998..2000] or [..1994].").format(text=text or "[]")
        )
    first = _parsed(low) if low else None
    if not dots:
        return first, first
    last = _parsed(high) if high else None
    if first and last and last.is_before(first):
        raise DateError(_("In {text} a range ends before it starts: write [1998..2000].").format(text=text))
    return first, last


def _interval(text: str) -> PartialDate:
    start_text, _stroke, end_text = text.partition("/")
    if "/" in end_text or not {start_text, end_text}.isdisjoint(("", "..")):
        raise DateError(
            _("{text} is no date: one of several days has two ends, as in 2008-10-12/2008-10-26.").format(text=text)
        )
    start, end = _parsed(start_text), _parsed(end_text)
    refuse_backwards(text, start, end)
    return PartialDate(
        text,
        start.earliest,
        end.latest,
        start.latest,
        end.earliest,
        "interval",
        start.approximate or end.approximate,
        start.uncertain or end.uncertain,
    )


def refuse_backwards(interval: str, start: PartialDate, end: PartialDate) -> None:
    if end.is_before(start):
        raise DateError(
            _("{text} ends before it starts: write the earlier date first, as in 2008/2011.").format(text=interval)
        )


def _days(
    dates: list[PartialDate | None], which: Literal["earliest", "latest", "latest_start", "earliest_end"]
) -> list[int | None]:
    return [getattr(date, which) if date else None for date in dates]


def _limit(least_or_most: Callable[[list[int]], int], days: list[int | None]) -> int | None:
    """None, if one of the days is unbounded."""
    bounded = [day for day in days if day is not None]
    return least_or_most(bounded) if len(bounded) == len(days) else None


def _unreadable(text: str) -> DateError:
    if _TIME_OF_DAY.fullmatch(text):
        return DateError(_("Times of day are not kept: write the day alone, as in 2001-12-01."))
    return DateError(
        _("“{text}” is no date: write 1999, 1999-02, 2001-12-01, 1999~ or [1998..2000].").format(text=text)
    )
