"""`Cell`: all that one cell of a comparison shows. Window, command line and exports show nothing else."""

from dataclasses import dataclass
from typing import Literal

from parties_of_power.analysis.showing import with_unit
from parties_of_power.domain.force import Hold
from parties_of_power.domain.observations import Bound
from parties_of_power.texts import _, ngettext

CellState = Literal["value", "missing", "empty", "not_founded", "ended", "wrong", "field", "heading"]


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is shown and may group figures; `plain` is what the kind reads again, blank where there is no value.

    `rivals` are different answers to be settled, `soft_rivals` those that differ by precision or base only, `agrees`
    how many more sources say the same. `last_day` is the day at which an ended subject was read instead of the table's.
    `measured` is the year of a value older than the last election, or of that last day; `attested` reads "attested
    2003" where the value is only last attested.
    """

    subject_id: int
    attribute_id: int | None
    text: str
    state: CellState
    hold: Hold = Hold.NONE
    observation_id: int | None = None
    value: str = ""
    plain: str = ""
    missing: str = ""
    number: float | None = None
    low: float | None = None
    high: float | None = None
    out_of: float | None = None
    rivals: int = 0
    soft_rivals: int = 0
    claims: int = 0
    agrees: int = 0
    cited: bool = False
    measured: str = ""
    base: str = ""
    attested: str = ""
    last_day: int | None = None
    unit: str = ""
    bound: Bound = ""

    @property
    def spoken(self) -> str:
        """The cell for a screen reader: its text with the unit, then its marks, each a phrase of its own."""
        text = with_unit(self.text, self.unit) if self.state == "value" else self.text
        return ", ".join(filter(None, [text, *self._marks()]))

    def _marks(self) -> tuple[str, ...]:
        return (
            _("cannot be read") if self.state == "wrong" else "",
            self._doubt() if self.hold is Hold.POSSIBLY else "",
            _("last {attested}").format(attested=self.attested) if self.attested else "",
            _("measured {year}").format(year=self.measured) if self.measured else "",
            rival_words(self.rivals),
            soft_words(self.soft_rivals),
            claim_words(self.claims),
            _("no source") if self.observation_id is not None and not self.cited else "",
        )

    def _doubt(self) -> str:
        """A name of which no period surely covers the day is shown all the same; a value is only possibly in force."""
        return _("the name nearest in time") if self.state == "field" else _("possibly in force")


def claim_words(count: int) -> str:
    return ngettext("one claim", "{count} claims", count).format(count=count) if count else ""


def rival_words(count: int) -> str:
    return ngettext("one rival value", "{count} rival values", count).format(count=count) if count else ""


def soft_words(count: int) -> str:
    """Values that differ without a conflict."""
    if not count:
        return ""
    return ngettext(
        "one value by another base or rounding", "{count} values by another base or rounding", count
    ).format(count=count)
