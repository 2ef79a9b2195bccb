"""Charts that are kept: which kind, of which attributes of which comparison, and every choice made beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

MAIN = "of"


@dataclass(frozen=True, slots=True)
class Asked:
    """An attribute in its place in a chart (`of`, `up`, `size`, …), asked as a column of a comparison asks it."""

    place: str
    attribute_id: int
    of_state: bool = False
    day: int | None = None


@dataclass(frozen=True, slots=True)
class ChartDefinition:
    """`comparison_id` gives the rows. The attributes or the comparison may be gone from the study since. `choices` are
    pairs of a control beside the chart and what was chosen there; what is not named stands as it is at first."""

    comparison_id: int
    asked: tuple[Asked, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()

    def chosen(self) -> Mapping[str, str]:
        return dict(self.choices)


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind` is the key of a kind of chart."""

    id: int
    name: str
    kind: str
    definition: ChartDefinition
    key: str = ""
    position: int = 0
