"""How the timeline is arranged: what makes a lane, their order, what is left out. Kept in the study as a setting."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Literal, TypeVar

from parties_of_power.domain.events import EventKind, TieForm, TieStatus
from parties_of_power.texts import _

T = TypeVar("T")
Order = Literal["parties", "founding", "name"]
ORDERS: tuple[Order, ...] = ("parties", "founding", "name")
SETTING = "timeline"
StripLook = Literal["labels", "height", "shade", "pattern"]
STRIP_LOOKS: tuple[StripLook, ...] = ("labels", "height", "shade", "pattern")


@dataclass(frozen=True)
class Arrangement:
    """`lanes` is *state*, *party*, *none*, or the id of a choice attribute as text. `collapsed` are keys of lanes.
    `strip` is the id of the attribute that the strips under the bars carry, as text; empty where there are none."""

    lanes: str = "state"
    order: Order = "parties"
    collapsed: tuple[str, ...] = ()
    hidden_events: tuple[EventKind, ...] = ()
    hidden_forms: tuple[TieForm, ...] = ()
    hidden_statuses: tuple[TieStatus, ...] = ()
    has_overview: bool = True
    has_legend: bool = False
    is_list: bool = False
    strip: str = ""
    strip_look: StripLook = "labels"

    @property
    def strip_id(self) -> int | None:
        return int(self.strip) if self.strip.isdecimal() else None

    @property
    def attribute_id(self) -> int | None:
        return int(self.lanes) if self.lanes.isdecimal() else None

    def stored(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> Arrangement:
        """As it was stored; what cannot be understood is as at first."""
        try:
            kept = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(kept, dict):
            return cls()
        first = cls()
        values = {each.name: kept[each.name] for each in fields(cls) if each.name in kept}
        values = {name: tuple(map(str, value)) if isinstance(value, list) else value for name, value in values.items()}
        fitting = {name: value for name, value in values.items() if type(value) is type(getattr(first, name))}
        if fitting.get("order", "parties") not in ORDERS:
            del fitting["order"]
        if fitting.get("strip_look", "labels") not in STRIP_LOOKS:
            del fitting["strip_look"]
        return cls(**fitting)


def without(hidden: tuple[T, ...], value: T, is_shown: bool) -> tuple[T, ...]:
    """What is hidden once a value is shown, or no longer."""
    rest = tuple(each for each in hidden if each != value)
    return rest if is_shown else (*rest, value)


def order_name(order: Order) -> str:
    return {"parties": _("parties"), "founding": _("founding"), "name": _("name")}[order]


def tie_form_name(form: TieForm) -> str:
    return {
        "agreement": _("Agreement"),
        "consultation": _("Consultation"),
        "forum": _("Forum"),
        "party school": _("Party school"),
        "congress guest": _("Congress guest"),
    }[form]


def tie_status_name(status: TieStatus) -> str:
    return {"concluded": _("concluded"), "proposed": _("proposed")}[status]
