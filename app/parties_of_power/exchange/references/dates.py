"""Dates of references: from EDTF, as the study keeps them, to what CSL and RIS can say."""

from __future__ import annotations

import re
from typing import Any

from parties_of_power.domain.dates import DateError, PartialDate

_PLAIN = re.compile(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[?~%]?")


def csl_date(text: str) -> dict[str, Any] | None:
    """Date parts, with `circa` where it is about or not certain; a date that CSL has no parts for as it is written."""
    if not text:
        return None
    parts = [_parts(side) for side in text.split("/")]
    if len(parts) <= 2 and all(parts):
        is_circa = any(mark in text for mark in "?~%")
        return {"date-parts": parts, **({"circa": True} if is_circa else {})}
    return {"literal": spoken_date(text)}


def ris_date(text: str) -> str:
    """`2008/11/25/`; blank where there is not one date."""
    parts = _parts(text)
    return (
        "/".join(f"{part:0{4 if place == 0 else 2}d}" for place, part in enumerate(parts)) + "/" * (4 - len(parts))
        if parts
        else ""
    )


def year_of(text: str) -> str:
    """The first year, for keys and where a format has room for no more."""
    found = re.search(r"\d{4}", text)
    return found[0] if found else ""


def spoken_date(text: str) -> str:
    try:
        return PartialDate.parse(text).describe()
    except DateError:
        return text


def _parts(text: str) -> list[int]:
    """Year, month and day; months above 12 are seasons, which have no place here."""
    found = _PLAIN.fullmatch(text)
    parts = [int(part) for part in found.groups() if part] if found else []
    return [] if len(parts) > 1 and parts[1] > 12 else parts
