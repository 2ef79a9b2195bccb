"""How answers read: values with their figures in groups, missing reasons and computed states in short words."""

from functools import lru_cache

from parties_of_power.analysis.answer import Answer
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.conventions import conventions
from parties_of_power.domain.dates import PartialDate, civil
from parties_of_power.domain.days import year_words
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.kinds import Names, kind
from parties_of_power.domain.observations import Bound, Missing
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _

THIN_SPACE = "\u202f"  # no line breaks in it, and number kinds read it again
_GROUPED_FROM = 10_000


class NamesOnDay:
    """What parties and states are called on a day; made for showing, where a whole lookup would be too slow."""

    def __init__(self, catalogue: Catalogue, day: int) -> None:
        self._catalogue = catalogue
        self._day = day

    def find(self, text: str) -> str | None:
        found = self._catalogue.find_subject(text)
        return str(found[0]) if len(found) == 1 else None

    def label(self, value_id: str) -> str:
        if not value_id.isdigit() or int(value_id) not in self._catalogue.subjects:
            return value_id
        return self._catalogue.shown_name(int(value_id), self._day).text

    def labels(self) -> tuple[str, ...]:
        return ()


def names_to_show(catalogue: Catalogue, attribute: Attribute, day: int) -> Names:
    if depends_on_names_of_day(attribute):
        return NamesOnDay(catalogue, day)
    return catalogue.names_for(attribute, day)


def depends_on_names_of_day(attribute: Attribute) -> bool:
    return kind(attribute.kind).refers_to in ("party", "state")


def value_text(attribute: Attribute, value: str, bound: Bound, names: Names) -> str:
    """What a cell shows, without its unit: `64.3`, `2 500 000`, `≥ 500`."""
    of_kind = kind(attribute.kind)
    shown = figures(value, attribute.decimals) if of_kind.is_numeric else of_kind.show(value, names)
    return _bound_sign(bound) + shown


def answer_text(attribute: Attribute, answer: Answer, names: Names) -> str:
    """What a cell with this answer shows."""
    if answer.wrong:
        return answer.wrong
    if answer.missing:
        return missing_short(answer.missing)
    return value_text(attribute, answer.value, answer.bound, names)


def with_unit(text: str, unit: str) -> str:
    return _("{number} {unit}").format(number=text, unit=unit) if unit else text


def missing_short(reason: Missing) -> str:
    """A missing reason as short as a cell needs it."""
    return {
        "": "",
        "not_coded": _("not coded"),
        "unknown": _("unknown"),
        "not_applicable": _("not applicable"),
        "interrupted": _("interrupted"),
        "irreconcilable": _("irreconcilable"),
    }[reason]


def nothing_coded(attribute: Attribute | None = None) -> str:
    """What a cell without any observation in force shows. That nobody dissolved a subject is no gap."""
    return "" if attribute is not None and attribute.role == "dissolved" else missing_short("not_coded")


def not_yet_founded() -> str:
    return _("not yet founded")


def ended_words(dissolved: PartialDate | None) -> str:
    """`ended 1991`, or as much as is known."""
    if dissolved is None:
        return _("ended")
    first, last = dissolved.earliest, dissolved.latest
    if first is not None and last is not None and civil(first)[0] == civil(last)[0]:
        return _("ended {year}").format(year=year_of(last))
    return _("ended {year}").format(year=dissolved.describe())


def year_of(day: int) -> str:
    """The year of a day; blank for an open end."""
    return year_words(civil(day)[0]) if ALWAYS_BEFORE < day < ALWAYS_AFTER else ""


def _bound_sign(bound: Bound) -> str:
    return {"about": "~", "at_least": "≥ ", "at_most": "≤ "}.get(bound, "")


@lru_cache(maxsize=65_536)
def figures(value: str, decimals: int | None = None) -> str:
    """A stored number with these places and the decimal sign of the reader, its thousands in groups from five figures
    on."""
    try:
        number = float(value)
    except ValueError:
        return value
    rounded = value if decimals is None else f"{number:.{decimals}f}"
    whole, point, places = rounded.removeprefix("-").partition(".")
    if abs(number) >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", THIN_SPACE)
    return f"{'-' if rounded.startswith('-') else ''}{whole}{point and conventions().decimal_sign}{places}"
