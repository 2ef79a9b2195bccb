"""How the values of one line stand to each other, side by side.

That two intervals overlap is said and nothing is concluded from it: such values are neither equal nor different.
"""

from collections.abc import Sequence
from enum import Enum
from itertools import combinations

from parties_of_power.analysis.cell import Cell
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _

Pair = tuple[int, int]


class Likeness(Enum):
    """How the values of a line stand to each other, by the sign that says so. Undecided is what is not coded for all,
    and what differs within its intervals or its precision only."""

    EQUAL = "="
    DIFFERENT = "≠"
    UNDECIDED = ""

    @property
    def words(self) -> str:
        return {"=": _("equal"), "≠": _("different"), "": ""}[self.value]


class Compared:
    """The values of one line, each pair of them held against each other."""

    def __init__(self, attribute: Attribute, cells: Sequence[Cell]) -> None:
        self.cells = cells
        self.valued = [place for place, cell in enumerate(cells) if cell.state == "value"]
        self.pairs = list(combinations(self.valued, 2))
        of_kind = kind(attribute.kind)
        values = {place: cells[place].value for place in self.valued}
        self.equal = [(a, b) for a, b in self.pairs if not of_kind.differs(values[a], values[b])]
        unequal = [pair for pair in self.pairs if pair not in self.equal]
        self.overlaps = [(a, b) for a, b in unequal if _overlap(cells[a], cells[b])]
        self.rounded = [
            (a, b)
            for a, b in unequal
            if (a, b) not in self.overlaps
            and cells[a].base == cells[b].base
            and of_kind.only_by_precision(values[a], values[b])
        ]
        self.different = [pair for pair in unequal if pair not in self.overlaps and pair not in self.rounded]

    @property
    def likeness(self) -> Likeness:
        if self.different:
            return Likeness.DIFFERENT
        all_equal = bool(self.pairs) and len(self.equal) == len(self.pairs)
        return Likeness.EQUAL if all_equal and len(self.valued) == len(self.cells) else Likeness.UNDECIDED

    @property
    def partly(self) -> list[Pair]:
        """The pairs that overlap, where others do not."""
        return self.overlaps if len(self.overlaps) < len(self.pairs) else []

    def notes(self) -> tuple[str, ...]:
        return self._coded(), self._equal(), self._overlapping(), self._rounded(), self._bases()

    def _coded(self) -> str:
        """Where there is too little to compare."""
        count, of = len(self.valued), len(self.cells)
        if count > 1 or of < 2:
            return ""
        return _("no comparison: {count} of {all} coded").format(count=count, all=of)

    def _equal(self) -> str:
        """How many say the same, of those that say something."""
        count, of = self._largest_class(), len(self.valued)
        if count < 2:
            return ""
        if count == of == len(self.cells):
            return _("equal")
        if count == of:
            return _("equal where coded: {count} of {all}").format(count=count, all=len(self.cells))
        return _("{count} of {all} equal").format(count=count, all=of)

    def _largest_class(self) -> int:
        linked = [1 + sum(place in pair for pair in self.equal) for place in self.valued]
        return max(linked, default=0)

    def _overlapping(self) -> str:
        count = len(self.valued)
        if not self.overlaps or self.partly:
            return ""
        return _("intervals overlap: all {count}").format(count=count) if count > 2 else _("intervals overlap")

    def _rounded(self) -> str:
        return _("differ by precision only") if self.rounded and not self.different else ""

    def _bases(self) -> str:
        bases = {self.cells[place].base for place in self.valued}
        return _("bases differ: not strictly comparable") if len(bases) > 1 else ""


def _overlap(one: Cell, other: Cell) -> bool:
    """Intervals that touch overlap as well. A value without an interval has none to overlap with."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    return one.low <= other.high and other.low <= one.high
