"""Events, ties, successions and statements: what is dated or said and is no cell."""

from dataclasses import dataclass, field
from typing import Literal

from parties_of_power.domain.dates import NO_PERIOD, PartialDate, Period
from parties_of_power.domain.sources import Citation
from parties_of_power.domain.subjects import Standing
from parties_of_power.texts import _

EventKind = Literal[
    "founding",
    "renaming",
    "election",
    "dissolution",
    "agreement",
    "congress",
    "merger",
    "speech",
    "appointment",
    "publication",
    "period",
]
EVENT_KINDS: tuple[EventKind, ...] = (
    "founding",
    "renaming",
    "election",
    "dissolution",
    "agreement",
    "congress",
    "merger",
    "speech",
    "appointment",
    "publication",
    "period",
)
TieStatus = Literal["concluded", "proposed"]
TieForm = Literal["agreement", "consultation", "forum", "party school", "congress guest"]
TIE_FORMS: tuple[TieForm, ...] = ("agreement", "consultation", "forum", "party school", "congress guest")
SuccessionKind = Literal[
    "merged_into", "absorbed_by", "split_from", "successor_organisation", "claims_succession", "member_of_bloc"
]
SUCCESSION_KINDS: tuple[SuccessionKind, ...] = (
    "merged_into",
    "absorbed_by",
    "split_from",
    "successor_organisation",
    "claims_succession",
    "member_of_bloc",
)
StatementKind = Literal["mention", "claim", "proposal", "assessment"]
STATEMENT_KINDS: tuple[StatementKind, ...] = ("mention", "claim", "proposal", "assessment")


@dataclass(frozen=True, slots=True)
class Event:
    """`rounds` are the further days of an election; `subject_ids` the parties and states it concerns. A *period* is
    what went on behind all else from one day to another, such as perestroika."""

    id: int
    title: str
    kind: EventKind
    date: PartialDate
    key: str = ""
    subject_ids: tuple[int, ...] = ()
    chamber: str = ""
    rounds: tuple[str, ...] = ()
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Cooperation between parties, or a class of them. `date` is None where no day is known; `realises` are the
    proposed ties that this one carries out."""

    id: int
    form: TieForm
    status: TieStatus
    party_ids: tuple[int, ...]
    date: PartialDate | None = None
    key: str = ""
    class_of: str = ""
    realises: tuple[int, ...] = ()
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Succession:
    """What became of one subject in another one."""

    id: int
    from_id: int
    to_id: int
    kind: SuccessionKind
    period: Period = field(default=NO_PERIOD)
    key: str = ""
    standing: Standing = "adopted"
    note: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says that is no cell; `mention` are its own few words, `restatement` ours."""

    id: int
    kind: StatementKind
    source_id: int
    restatement: str
    key: str = ""
    locator: str = ""
    mention: str = ""
    claimant: str = ""
    explicitness: str = ""
    subject_ids: tuple[int, ...] = ()
    person_ids: tuple[int, ...] = ()
    note: str = ""


def event_kind_name(kind: EventKind) -> str:
    return {
        "founding": _("Founding"),
        "renaming": _("Renaming"),
        "election": _("Election"),
        "dissolution": _("End"),
        "agreement": _("Agreement"),
        "congress": _("Congress"),
        "merger": _("Merger"),
        "speech": _("Speech"),
        "appointment": _("Appointment"),
        "publication": _("Publication"),
        "period": _("Period"),
    }[kind]
