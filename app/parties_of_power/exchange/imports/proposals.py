"""What an import would do: a value for each cell of the file, with how it stands to what the study says already."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.observations import Bound
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.found import Decision
from parties_of_power.exchange.imports.plan import NewAttribute, Plan
from parties_of_power.exchange.imports.subjects import Match
from parties_of_power.study.typed import Said
from parties_of_power.texts import _

# `agrees`: another source says the same already. `same`: this source does, so nothing is to be done. `unreadable`: the
# kind of the attribute cannot read the text, and says why.
Status = Literal["new", "rival", "agrees", "same", "unreadable"]
STATUSES: tuple[Status, ...] = ("new", "rival", "agrees", "unreadable", "same")


@dataclass(frozen=True, slots=True)
class NewSubject:
    """A party or state that the study does not have; `state` is that of a party."""

    kind: SubjectKind
    name: str
    state: "int | NewSubject" = 0
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An election that the study does not have, of a state."""

    state: int | NewSubject
    date: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """One cell. `subject` and `attribute` are ids, or what would be added; `event` likewise. `cell` is where it stands
    in the file, `locator` where in the source; `printed` is the
    text as it stands there. `against` are the texts of what the study says instead."""

    cell: str
    column: str
    row: int
    subject: int | NewSubject
    attribute: int | NewAttribute
    said: Said
    status: Status
    period: Period = field(default=NO_PERIOD)
    attested: str = ""
    event: int | NewEvent | None = None
    bound: Bound = ""
    low: float | None = None
    high: float | None = None
    interval: str = ""
    coders: int | None = None
    ordinal: float | None = None
    out_of: float | None = None
    base: str = ""
    note: str = ""
    locator: str = ""
    printed: str = ""
    against: tuple[str, ...] = ()

    @property
    def is_to_take(self) -> bool:
        """What is taken if nobody decides otherwise."""
        return self.status in ("new", "rival", "agrees")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`matches` are those of all names, `left_out` sentences about what no value was made of."""

    file: str
    plan: Plan
    values: tuple[Proposed, ...]
    matches: tuple[Match, ...]
    decisions: tuple[Decision, ...]
    left_out: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[str]:
        return Counter(each.status for each in self.values)

    @property
    def to_take(self) -> tuple[Proposed, ...]:
        return tuple(each for each in self.values if each.is_to_take)

    @property
    def unsure(self) -> tuple[Match, ...]:
        """Names to be looked at before anything is taken by them, each once."""
        first = {(each.who.kind, each.who.name, each.subject_id): each for each in reversed(self.matches)}
        return tuple(each for each in first.values() if not each.is_sure)[::-1]


def status_name(status: Status) -> str:
    return {
        "new": _("new"),
        "rival": _("differs: comes in as a rival"),
        "agrees": _("agrees with another source"),
        "same": _("there already"),
        "unreadable": _("cannot be read"),
    }[status]
