"""Observations: one value of one attribute for one subject in one period, with all that is known about it."""

from dataclasses import dataclass, field
from typing import Literal

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.sources import Citation
from parties_of_power.domain.subjects import Standing
from parties_of_power.texts import _

Missing = Literal["", "not_coded", "unknown", "not_applicable", "interrupted", "irreconcilable"]
Bound = Literal["", "exact", "about", "at_least", "at_most"]
Certainty = Literal["", "high", "medium", "low"]

MISSING_REASONS: tuple[Missing, ...] = ("not_coded", "unknown", "not_applicable", "interrupted", "irreconcilable")
BASES = ("valid_votes", "votes_cast", "list_votes", "list_seats_only", "all_seats", "electorate", "unknown")


def missing_name(reason: Missing) -> str:
    """The reason as words of the codebook; an empty text for a value."""
    return {
        "": "",
        "not_coded": _("not yet coded"),
        "unknown": _("unknown after search"),
        "not_applicable": _("not applicable"),
        "interrupted": _("interrupted"),
        "irreconcilable": _("sources irreconcilable"),
    }[reason]


def base_name(base: str) -> str:
    return {
        "": "",
        "valid_votes": _("valid votes"),
        "votes_cast": _("votes cast"),
        "list_votes": _("list votes"),
        "list_seats_only": _("list seats only"),
        "all_seats": _("all seats"),
        "electorate": _("registered voters"),
        "unknown": _("base not stated"),
    }.get(base, base)


@dataclass(frozen=True, slots=True)
class Observation:
    """`value` is the kind's canonical text ('' with a missing reason). `typed` is the text as typed or printed; a
    text its kind cannot read stays there with `wrong` set and an empty value. `edited` is the number of the edit
    that last touched it: of equal starts the latest edit is in force. `reason` says why it was adopted."""

    id: int
    subject_id: int
    attribute_id: int
    value: str = ""
    missing: Missing = ""
    wrong: bool = False
    typed: str = ""
    out_of: float | None = None
    base: str = ""
    bound: Bound = ""
    low: float | None = None
    high: float | None = None
    interval: str = ""
    coders: int | None = None
    ordinal: float | None = None
    period: Period = field(default=NO_PERIOD)
    attested: str = ""
    event_id: int | None = None
    certainty: Certainty = ""
    standing: Standing = "adopted"
    claimant: str = ""
    reason: str = ""
    coder: str = ""
    note: str = ""
    edited: int = 0
    key: str = ""
    citations: tuple[Citation, ...] = ()
