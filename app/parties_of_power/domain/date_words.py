"""Partial dates and periods in words: `about 1999`, `2002 or 2003`, `since 4 July 2007`."""

from parties_of_power.domain.days import civil, spoken, spoken_month, year_words
from parties_of_power.texts import _


def of_date(text: str, first: int, last: int, precision: str) -> str:
    """A date that is no set, without its mark: its EDTF text, the span it lies in, its precision."""
    year, month, _day = civil(first)
    if precision == "day":
        return spoken(first)
    if precision == "month":
        words = spoken_month(year, month)
        return _("some day of {period}").format(period=words) if "XX" in text else words
    if precision == "season":
        return _season(text).format(year=year_words(year))
    if precision == "year":
        return _year(text, year)
    last_year = civil(last)[0]
    if precision == "decade" and year >= 0:
        return _("the {year}s").format(year=year)
    return _("between {first} and {last}").format(first=year_words(year), last=year_words(last_year))


def _year(text: str, year: int) -> str:
    words = year_words(year)
    if "-XX-XX" in text:
        return _("some day of {period}").format(period=words)
    return _("some month of {period}").format(period=words) if "-XX" in text else words


def _season(text: str) -> str:
    number = text.rstrip("?~%")[-2:]
    return {
        "21": _("spring {year}"),
        "22": _("summer {year}"),
        "23": _("autumn {year}"),
        "24": _("winter {year}"),
    }[number]


def qualified(words: str, approximate: bool, uncertain: bool) -> str:
    if approximate:
        words = _("about {date}").format(date=words)
    return _("{date} (uncertain)").format(date=words) if uncertain else words


def of_range(low: str, high: str) -> str:
    """A range inside a set; one end may be blank."""
    if not low:
        return _("{date} or before").format(date=high)
    if not high:
        return _("{date} or later").format(date=low)
    return _("between {first} and {last}").format(first=low, last=high)


def of_set(all_of_them: bool, members: list[str]) -> str:
    if len(members) == 1:
        return members[0]
    first, last = ", ".join(members[:-1]), members[-1]
    if all_of_them:
        return _("{first} and {last}").format(first=first, last=last)
    return _("{first} or {last}").format(first=first, last=last)


def of_interval(start: str, end: str, start_state: str, end_state: str) -> str:
    """A period with a start and an end: the words of those that are known, and how it stands with the others."""
    words = {
        ("known", "known"): _("{start} – {end}"),
        ("known", "open"): _("since {start}"),
        ("known", "unknown"): _("from {start}, end unknown"),
        ("open", "known"): _("until {end}"),
        ("open", "open"): _("always"),
        ("open", "unknown"): _("until an unknown day"),
        ("unknown", "known"): _("until {end}, start unknown"),
        ("unknown", "open"): _("since an unknown day"),
        ("unknown", "unknown"): _("start and end unknown"),
    }[start_state, end_state]
    return words.format(start=start, end=end)
