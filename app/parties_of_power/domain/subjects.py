"""The two kinds of subject that are compared, their names, persons and identifiers."""

from dataclasses import dataclass, field
from typing import Literal

from parties_of_power.domain.dates import NO_PERIOD, Period

SubjectKind = Literal["party", "state"]
Standing = Literal["adopted", "rival", "claim"]
NameForm = Literal["full", "short", "abbreviation"]

SUBJECT_KINDS: tuple[SubjectKind, ...] = ("party", "state")
STANDINGS: tuple[Standing, ...] = ("adopted", "rival", "claim")
NAME_FORMS: tuple[NameForm, ...] = ("full", "short", "abbreviation")


@dataclass(frozen=True, slots=True)
class Subject:
    """A party or a state. `state_id` is the state of a party; `hue` the state key whose colour it takes,
    `tone` one of full, tint28, tint46, ring; `colour` a colour (#RRGGBB) that a user has chosen instead."""

    id: int
    kind: SubjectKind
    key: str = ""
    state_id: int | None = None
    role: str = ""
    hue: str = ""
    tone: str = "full"
    colour: str = ""
    retired: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A dated name of a subject. `language` is a BCP 47 tag, `script` an ISO 15924 code."""

    id: int
    subject_id: int
    text: str
    language: str = "en"
    script: str = "Latn"
    form: NameForm = "short"
    period: Period = field(default=NO_PERIOD)
    attested: str = ""
    standing: Standing = "adopted"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who leads or founds parties; `native` is the name in its own script, `variants` are other spellings."""

    id: int
    name: str
    key: str = ""
    native: str = ""
    variants: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """What another dataset calls a subject; not unique, the year decides."""

    id: int
    subject_id: int
    scheme: str
    value: str
    period: Period = field(default=NO_PERIOD)
    note: str = ""
