"""What stands above a column: its name, and in small print its unit or scale and how long a value holds."""

import re
from dataclasses import dataclass

from parties_of_power.domain.attributes import Attribute, validity_name
from parties_of_power.domain.comparisons import Column, RowUnit, on_day
from parties_of_power.domain.dates import civil, spoken_short
from parties_of_power.domain.days import year_words
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _, ngettext

_RANGE = re.compile(r"(?P<low>-?\d+(?:\.\d+)?) (?:to|–|-) (?P<high>-?\d+(?:\.\d+)?)")
_ELECTIONS = "elections"


@dataclass(frozen=True, slots=True)
class Header:
    """`title` tells the column from all others; `short` is what stands above it where the subtitle says its day."""

    title: str
    subtitle: str
    numeric: bool
    attribute: Attribute | None = None
    note: str = ""
    short: str = ""

    @property
    def heading(self) -> str:
        return self.short or self.title


def attribute_header(attribute: Attribute, column: Column, unit: RowUnit = "subject") -> Header:
    title = column_title(attribute, column)
    day = _day_words(attribute, column.day) if column.day is not None else ""
    parts = [day, attribute.unit or scale_range(attribute.source_scale), "" if day else _holds(attribute, unit)]
    if column.of_state:
        parts = [day, _("of the state")]
    subtitle = " · ".join(filter(None, parts))
    return Header(title, subtitle, kind(attribute.kind).is_numeric, attribute, short=attribute.name if day else "")


def column_title(attribute: Attribute, column: Column) -> str:
    """`Vote share`, or `Vote share, 7 Dec 2003` where the column has a day of its own."""
    return on_day(attribute.name, column.day)


def _day_words(attribute: Attribute, day: int) -> str:
    """`on 7 Dec 2003`; of what is observed of a year, that year."""
    if attribute.validity == "own_period":
        return _("in {year}").format(year=year_words(civil(day)[0]))
    return _("on {day}").format(day=spoken_short(day))


def moment_header(unit: RowUnit, moments: int, day: int) -> Header:
    """Above the election or the year of each row; the note says how its cells are read."""
    if unit == "year":
        note = _(
            "The years of a life. Values are those in force on 31 December, of the year of an end on its last day, "
            "of {year} on {day}."
        ).format(year=year_words(civil(day)[0]), day=spoken_short(day))
        return Header(_("Year"), _("on 31 Dec"), True, note=note)
    note = _(
        "The elections of a state while a party of it lived, and those that its values belong to, until {day}. "
        "What is measured at elections is that of this one; all else is in force on its day."
    ).format(day=spoken_short(day))
    count = ngettext("{count} election", "{count} elections", moments)
    return Header(_("Election"), count.format(count=moments), False, note=note)


def rows_header(subject_kind: SubjectKind, subjects: int, shown: int, listed: int) -> Header:
    """Above the names where a row is a subject at an election or in a year."""
    title = _("Party") if subject_kind == "party" else _("State")
    if subject_kind == "party":
        counted = ngettext("{count} party", "{count} parties", subjects)
    else:
        counted = ngettext("{count} state", "{count} states", subjects)
    rows = _("{shown} of {listed} rows") if shown != listed else ngettext("{shown} row", "{shown} rows", shown)
    subtitle = _("{subjects} · {rows}").format(
        subjects=counted.format(count=subjects), rows=rows.format(shown=shown, listed=listed)
    )
    return Header(title, subtitle, False)


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


def _holds(attribute: Attribute, unit: RowUnit) -> str:
    if attribute.is_computed:
        return _("computed")
    if attribute.validity != "last_known":
        return validity_name(attribute.validity)
    if attribute.group.casefold() == _ELECTIONS:
        return _("this election") if unit == "election" else _("last election")
    return "" if scale_range(attribute.source_scale) and not attribute.unit else validity_name(attribute.validity)
