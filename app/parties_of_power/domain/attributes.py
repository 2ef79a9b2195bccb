"""Attributes: the questions asked of every party or state, with their codebook entries and choices."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _

Validity = Literal["timeless", "until_changed", "last_known", "own_period"]
LifeRole = Literal["", "founded", "dissolved"]

VALIDITIES: tuple[Validity, ...] = ("timeless", "until_changed", "last_known", "own_period")


def validity_name(validity: Validity) -> str:
    return {
        "timeless": _("timeless"),
        "until_changed": _("until changed"),
        "last_known": _("last known"),
        "own_period": _("own period"),
    }[validity]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column. `kind` is a key of KINDS; `role` marks the two attributes that bound a subject's life;
    `decimals` is how many places a number shows, None for as stored. A computed attribute has a `formula`, in which
    attributes stand as `{id}`, and no observations; see `domain.formulas`."""

    id: int
    subject_kind: SubjectKind
    name: str
    kind: str
    key: str = ""
    group: str = ""
    position: int = 0
    unit: str = ""
    validity: Validity = "until_changed"
    role: LifeRole = ""
    definition: str = ""
    coding_rule: str = ""
    source_variable: str = ""
    source_scale: str = ""
    decimals: int | None = None
    formula: str = ""

    @property
    def is_computed(self) -> bool:
        return bool(self.formula)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a choice attribute; observations refer to it by id, so a new label renames everywhere."""

    id: int
    attribute_id: int
    code: str
    label: str
    position: int = 0
    ordinal: bool = False
    meaning: str = ""


def grouped_in_order(attributes: Iterable[Attribute]) -> dict[str, list[Attribute]]:
    """Attributes by their group, each group where its first attribute stands."""
    groups: dict[str, list[Attribute]] = {}
    for attribute in attributes:
        groups.setdefault(attribute.group, []).append(attribute)
    return groups
