"""What a page of the inspector consists of: plain values, so that a page is compared with the next one piece by piece.

Only a piece that differs is drawn anew; a step of the as-of day changes few of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parties_of_power.ui.views.inspector.words import Link, Words

Columns = Literal["one", "dated", "marked"]
CardTone = Literal["in_force", "other"]
Certainty = Literal["sure", "possible", "attested"]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side. With `link` the row can be pressed; `ruled` draws a line under it."""

    cells: tuple[Words, ...]
    link: Link | None = None
    is_current: bool = False
    ruled: bool = False
    room: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of text. `dated`: a date, the words, a remark on the right; `marked`: a short mark, the words."""

    rows: tuple[Row, ...]
    columns: Columns = "one"
    before: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """What can be pressed, and what a screen reader says of it."""

    text: str
    spoken: str
    link: Link


@dataclass(frozen=True, slots=True)
class Card:
    """One observation. `button` is what Enter does, `menu` what else can be done with it; `sources` are those cited."""

    words: tuple[Words, ...]
    tone: CardTone
    spoken: str
    observation_id: int
    button: Button | None = None
    before: int = 4


@dataclass(frozen=True, slots=True)
class Buttons:
    """Buttons beside each other."""

    buttons: tuple[Button, ...]
    before: int = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """One value in a chart: measured between two days, shown until another, perhaps with an interval."""

    first: int
    last: int
    until: int
    number: float
    low: float | None
    high: float | None
    text: str
    relation: Literal["adopted", "rival", "soft", "claim"]
    is_in_force: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers over time. With `steps` a value is drawn on until the next one."""

    marks: tuple[Mark, ...]
    day: int
    colour: str
    steps: bool
    spoken: str
    before: int = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar. It begins between `start_min` and `start_max`, is sure until `end_min` and may last until
    `end_max`; `attested` is the last day on which a source says so, where the end is unknown."""

    start_min: int
    start_max: int
    end_min: int
    end_max: int
    text: str
    fill: str
    ink: str
    is_current: bool = False
    attested: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a rival or a claim says of some days; it hangs under its bar."""

    start: int
    end: int
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of bars over time."""

    segments: tuple[Segment, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """Names, leaders and the like over time."""

    lanes: tuple[Lane, ...]
    first: int
    last: int
    day: int
    spoken: str
    before: int = 4


@dataclass(frozen=True, slots=True)
class Relative:
    """A party in a lineage. `is_later` is one that followed; `link` selects it."""

    name: str
    years: str
    remark: str
    colour: str
    is_ring: bool
    is_later: bool
    is_dotted: bool
    link: Link


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a subject stands in the line of succession."""

    relatives: tuple[Relative, ...]
    colour: str
    spoken: str
    before: int = 4


@dataclass(frozen=True, slots=True)
class Score:
    """What one expert or index says, perhaps with an interval."""

    name: str
    number: float
    low: float | None
    high: float | None
    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class Scores:
    """Numbers on one scale, each a dot with its interval."""

    scores: tuple[Score, ...]
    least: float
    most: float
    colour: str
    before: int = 4


Block = Sheet | Card | Buttons | Chart | Bars | Lineage | Scores
