"""The kinds of answer an attribute can have, one line each; a new kind is a module here and a line in KINDS."""

from parties_of_power.domain.kinds.choice import ChoiceKind
from parties_of_power.domain.kinds.date import DateKind
from parties_of_power.domain.kinds.definition import NO_NAMES, Kind, Names, Unreadable
from parties_of_power.domain.kinds.link import LinkKind
from parties_of_power.domain.kinds.number import NumberKind
from parties_of_power.domain.kinds.party import PartyKind
from parties_of_power.domain.kinds.percent import PercentKind
from parties_of_power.domain.kinds.person import PersonKind
from parties_of_power.domain.kinds.several_choices import SeveralChoicesKind
from parties_of_power.domain.kinds.several_persons import SeveralPersonsKind
from parties_of_power.domain.kinds.state import StateKind
from parties_of_power.domain.kinds.text import TextKind
from parties_of_power.domain.kinds.yes_no import YesNoKind

__all__ = ["KINDS", "NO_NAMES", "Kind", "Names", "Unreadable", "kind"]

KINDS: tuple[Kind, ...] = (
    TextKind(),
    NumberKind(),
    PercentKind(),
    YesNoKind(),
    DateKind(),
    ChoiceKind(),
    SeveralChoicesKind(),
    PartyKind(),
    StateKind(),
    PersonKind(),
    SeveralPersonsKind(),
    LinkKind(),
)
_BY_KEY = {each.key: each for each in KINDS}


def kind(key: str) -> Kind:
    """The kind of this key; KeyError where there is none."""
    return _BY_KEY[key]
