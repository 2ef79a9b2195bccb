"""A variable of a statistics program: what one column of a comparison becomes, and why a value of it is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from parties_of_power.domain.observations import MISSING_REASONS, missing_name
from parties_of_power.texts import _

# A blank is a value. The five reasons are those of the codebook; the next two are computed from the life of a subject;
# `wrong` is a text that its kind cannot read.
Why = Literal[
    "", "not_coded", "unknown", "not_applicable", "interrupted", "irreconcilable", "ended", "not_founded", "wrong"
]
VariableKind = Literal["number", "code", "date", "text"]

# In the order in which the files list them. Not yet coded is the missing value of the program itself.
CODED: tuple[Why, ...] = (*MISSING_REASONS[1:], "ended", "not_founded", "wrong")


class Datum(NamedTuple):
    """One value: a number or a code, a text, the number of a day; None where `why` says why there is none."""

    value: float | str | None
    why: Why = ""


NOT_CODED = Datum(None, "not_coded")


@dataclass(frozen=True, slots=True)
class Variable:
    """`name` is legal in Stata and in SPSS, `label` its title; `labels` are those of its codes. `decimals` is how many
    places a number shows, None for as many as it has. `beside` says what of a column it is besides the value itself."""

    name: str
    label: str
    kind: VariableKind
    data: tuple[Datum, ...]
    labels: Mapping[int, str] = field(default_factory=dict)
    is_ordinal: bool = False
    decimals: int | None = None
    beside: str = ""

    @property
    def whys(self) -> tuple[Why, ...]:
        """Why values are missing in it, other than that nobody has coded them yet."""
        found = {datum.why for datum in self.data}
        return tuple(why for why in CODED if why in found)

    @property
    def numbers(self) -> tuple[float, ...]:
        return tuple(datum.value for datum in self.data if isinstance(datum.value, float))


def why_words(why: Why) -> str:
    """As the label of its code."""
    if why == "ended":
        return _("ended (computed state)")
    if why == "not_founded":
        return _("not yet founded (computed state)")
    if why == "wrong":
        return _("typed text that cannot be read")
    return missing_name(why)
