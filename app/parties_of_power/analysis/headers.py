"""What stands above a column: its name, and in small print its unit or scale and how long a value holds."""

import re
from dataclasses import dataclass

from parties_of_power.domain.attributes import Attribute, validity_name
from parties_of_power.domain.comparisons import Column
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _, ngettext

_RANGE = re.compile(r"(?P<low>-?\d+(?:\.\d+)?) (?:to|–|-) (?P<high>-?\d+(?:\.\d+)?)")
_ELECTIONS = "elections"


@dataclass(frozen=True, slots=True)
class Header:
    title: str
    subtitle: str
    numeric: bool
    attribute: Attribute | None = None


def attribute_header(attribute: Attribute, column: Column) -> Header:
    title = attribute.name
    if column.day is not None:
        title = _("{attribute}, {day}").format(attribute=attribute.name, day=spoken_short(column.day))
    parts = [attribute.unit or scale_range(attribute.source_scale), _holds(attribute)]
    if column.of_state:
        parts = [_("of the state")]
    return Header(title, " · ".join(filter(None, parts)), kind(attribute.kind).is_numeric, attribute)


def name_header(subject_kind: SubjectKind, shown: int, listed: int, known: int) -> Header:
    """`known` is how many subjects of the kind the study has."""
    title = _("Party") if subject_kind == "party" else _("State")
    if not known:
        subtitle = _("none in the study")
    elif shown == listed == known:
        subtitle = _("all {count} of the study").format(count=known)
    elif shown == listed:
        subtitle = _("{shown} of {known} in the study").format(shown=shown, known=known)
    else:
        subtitle = _("{shown} of {listed} in the list · {known} in the study").format(
            shown=shown, listed=listed, known=known
        )
    return Header(title, subtitle, False)


def state_header(states: int) -> Header:
    return Header(_("State"), ngettext("{count} state", "{count} states", states).format(count=states), False)


def scale_range(scale: str) -> str:
    """`0–1` or `−2.9 to 3.9` of the words that describe a scale; blank where they name no range."""
    found = _RANGE.search(scale)
    if found is None:
        return ""
    low, high = (found[end].removesuffix(".0").replace("-", "−") for end in ("low", "high"))
    joined = _("{low} to {high}") if "−" in low + high else _("{low}–{high}")
    return joined.format(low=low, high=high)


def _holds(attribute: Attribute) -> str:
    if attribute.is_computed:
        return _("computed")
    if attribute.validity != "last_known":
        return validity_name(attribute.validity)
    if attribute.group.casefold() == _ELECTIONS:
        return _("last election")
    return "" if scale_range(attribute.source_scale) and not attribute.unit else validity_name(attribute.validity)
