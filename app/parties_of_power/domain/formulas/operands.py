"""What a part of a formula comes to: a number, yes or no, a date, a text, or nothing, and then why."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.observations import Bound, Missing
from parties_of_power.texts import _

Sign = Literal["", "about", "at_least", "at_most"]
Why = Literal["missing", "not_founded", "ended"]

# A reason that would stay if all the others were cleared up comes first: whatever is coded, what does not apply will
# not apply.
STRONGEST: tuple[Missing, ...] = ("not_applicable", "interrupted", "irreconcilable", "unknown", "not_coded")


@dataclass(frozen=True, slots=True)
class Number:
    """`out_of` is the total of a value that was read, not of one that was reckoned."""

    number: float
    low: float | None = None
    high: float | None = None
    sign: Sign = ""
    out_of: float | None = None

    @property
    def has_interval(self) -> bool:
        return self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True)
class Truth:
    is_true: bool


@dataclass(frozen=True, slots=True)
class Day:
    date: PartialDate


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Absent:
    """No value. `words` are what the cell of a subject that has ended or is not yet founded shows; `note` says what
    the formula ran into."""

    why: Why = "missing"
    reason: Missing = "not_coded"
    words: str = ""
    note: str = ""


Operand = Number | Truth | Day | Text | Absent


def strongest(operands: Iterable[Operand]) -> Absent | None:
    """Of those that are absent the one that the result shows: a life that is over, then one that has not begun, then
    the strongest reason; of equals the first. None where all have a value."""
    absent = [each for each in operands if isinstance(each, Absent)]
    return min(absent, key=_place) if absent else None


def not_applicable(note: str) -> Absent:
    return Absent(reason="not_applicable", note=note)


def sign_of(bound: Bound) -> Sign:
    return "" if bound in ("", "exact") else bound  # type: ignore[return-value]  # exact is gone


def _place(absent: Absent) -> tuple[int, int]:
    return ("ended", "not_founded", "missing").index(absent.why), (*STRONGEST, "").index(absent.reason)


def no_interval() -> Absent:
    return Absent(note=_("no interval is stated"))
