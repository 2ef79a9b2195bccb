"""EDTF texts that hypothesis makes, and the words to read a day number with."""

from __future__ import annotations

from hypothesis import strategies as st

from parties_of_power.domain.dates import iso

years = st.integers(1, 9999).map(lambda year: f"{year:04d}")
any_years = st.integers(-9999, 9999).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}")
months = st.builds("{}-{:02d}".format, any_years, st.integers(1, 12))
seasons = st.builds("{}-{}".format, any_years, st.integers(21, 24))
days = st.dates().map(str)
decades = st.integers(0, 999).map(lambda decade: f"{decade:03d}X")
centuries = st.integers(0, 99).map(lambda century: f"{century:02d}XX")
some_month = any_years.map(lambda year: f"{year}-XX")
some_day = st.one_of(months, some_month).map(lambda start: f"{start}-XX")
long_years = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 999_999_999_999))

plain = st.one_of(any_years, months, days)
marked = st.builds(
    str.__add__,
    st.one_of(plain, seasons, decades, centuries, some_month, some_day, long_years),
    st.sampled_from(["", "", "~", "?", "%"]),
)
_in_order = st.lists(st.integers(1, 9998), min_size=2, max_size=2).map(sorted)
ranges = _in_order.map(lambda pair: f"{pair[0]:04d}..{pair[1]:04d}")
_members = st.lists(st.one_of(plain, ranges), min_size=1, max_size=5).map(",".join)
sets = st.one_of(
    _members.map("[{}]".format),
    _members.map("{{{}}}".format),
    plain.map("[..{}]".format),
    plain.map("[{}..]".format),
)
dates = st.one_of(marked, sets)
closed_intervals = _in_order.map(lambda pair: f"{pair[0]:04d}/{pair[1]:04d}")
half_open = st.one_of(
    marked.map("{}/..".format), marked.map("{}/".format), marked.map("../{}".format), marked.map("/{}".format)
)
periods = st.one_of(dates, closed_intervals, half_open, st.sampled_from(["/", "../..", "../", "/.."]))


def as_iso(day: int | None) -> str | None:
    return None if day is None else iso(day)
