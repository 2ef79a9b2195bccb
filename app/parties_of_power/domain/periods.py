"""`Period`: when something held, kept as typed in EDTF, with the four days of its earliest and latest start and end.

One date is the whole of it: `2008` is the year, surely. Two dates have bounds of their own precision: `2008/2011`
begins on an unknown day of 2008. `..` is an open end; a blank is an unknown one, and no day is made up for it.

A set typed as one date is one of its members: `[2002,2003]` starts with 2002 or with 2003 and ends with that year;
`[..1994]` is a year until 1994: it starts on the first day of 1994 or before, ends on its last or before, and has no
earliest day. `{1996,2000}` surely starts with the one and ends with the other. `1985-XX-XX` is one unknown day.

A set may also be an end of an interval (`[..1994]/1998`). EDTF does not foresee that, but an end known as "1994 or
before" has no other notation. Where the PyPI package `edtf` gives other days than ours:

| text | `edtf` | here | why |
|---|---|---|---|
| `1999/` | ends ten years later | end unknown | unknown is not a day |
| `/2006` | starts ten years before | start unknown | the same |
| `1999/..` `../2006` | plus, minus infinity | open, no day | open is not a day |
| `1999~/2001` | padded by a year | starts in 1999 | the margin is the researcher's |
| `2001/1999` | accepted | refused | it ends before it starts |
| `/`, `[..1994]/1998` | refused | read | both ends are unknown; see above |
| `Y17000/Y17001`, `199X/2004-XX` | refused, fails | read | its grammar has no such ends |
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parties_of_power.domain import date_words
from parties_of_power.domain.days import DateError, iso
from parties_of_power.domain.partial_dates import PartialDate, refuse_backwards
from parties_of_power.domain.typed_dates import edtf_period_of
from parties_of_power.texts import _

EndState = Literal["known", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """The four days are None where an end is open, unknown or unbounded. `is_single` means typed as one date,
    which `start` and `end` then both hold. Timeless is `NO_PERIOD`."""

    text: str
    start: PartialDate | None
    end: PartialDate | None
    start_state: EndState
    end_state: EndState
    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    is_single: bool

    @staticmethod
    def parse(text: str) -> "Period":
        """The period of an EDTF date or interval; DateError says what is wrong and how it is written."""
        return _parsed(text.strip())

    @staticmethod
    def parse_typed(text: str) -> "Period":
        """As `parse`, and reads what people type as well: `since 4 July 2007`, `2008 – 2011`."""
        return _parsed(edtf_period_of(text.strip()))

    @staticmethod
    def of(from_text: str, to_text: str, timeless: bool = False) -> "Period":
        """From two cells: equal ones are one date, a blank one is an unknown end, two blanks of a timeless
        attribute are no period."""
        start, end = from_text.strip(), to_text.strip()
        if timeless and not start and not end:
            return NO_PERIOD
        return _parsed(start if start == end and start not in ("", "..") else f"{start}/{end}")

    @staticmethod
    def since(day: int) -> "Period":
        """From this day on, with an open end."""
        return _parsed(f"{iso(day)}/..")

    @property
    def is_timeless(self) -> bool:
        return not self.text

    @property
    def approximate(self) -> bool:
        return any(date.approximate for date in (self.start, self.end) if date)

    @property
    def uncertain(self) -> bool:
        return any(date.uncertain for date in (self.start, self.end) if date)

    def describe(self) -> str:
        """In words: `since 4 July 2007`, `4 July 2007 – 28 January 2022`, `some day of 2005`."""
        if self.is_timeless:
            return _("always")
        start = self.start.describe() if self.start else ""
        if self.is_single:
            return start
        end = self.end.describe() if self.end else ""
        return date_words.of_interval(start, end, self.start_state, self.end_state)


NO_PERIOD = Period("", None, None, "open", "open", None, None, None, None, False)


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> Period:
    if not text:
        raise DateError(_("A period cannot be blank: write 2008, 2008/2011 or 2008/.. (since 2008)."))
    if "/" not in text:
        return _single(text)
    start_text, _stroke, end_text = text.partition("/")
    if "/" in end_text:
        raise DateError(_("“{text}” has more than two ends: write 2008/2011.").format(text=text))
    start, start_state = _end(start_text)
    end, end_state = _end(end_text)
    if start and end:
        refuse_backwards(text, start, end)
    return Period(
        text,
        start,
        end,
        start_state,
        end_state,
        start.earliest if start else None,
        start.latest if start else None,
        end.earliest if end else None,
        end.latest if end else None,
        False,
    )


def _single(text: str) -> Period:
    if text == "..":
        raise DateError(_("An open end needs the other one: write 2008/.. for since 2008."))
    date = PartialDate.parse(text)
    first, last = (date.earliest, date.latest_start), (date.earliest_end, date.latest)
    return Period(text, date, date, "known", "known", *first, *last, True)


def _end(text: str) -> tuple[PartialDate | None, EndState]:
    if text == "..":
        return None, "open"
    if not text:
        return None, "unknown"
    date = PartialDate.parse(text)
    if date.is_all_of_set:
        raise DateError(
            _("A period begins and ends once, so {text} is no end of it: write {one} if it is one of these.").format(
                text=text, one=f"[{text[1:-1]}]"
            )
        )
    return date, "known"
