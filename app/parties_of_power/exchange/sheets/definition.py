"""What a sheet of the workbook is: a table with typed cells, and the notes that hang on them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from parties_of_power.exchange.definition import Export
from parties_of_power.exchange.safe_cells import Alterations

# How a cell stands out: a missing reason, a computed state, a text its kind cannot read, a value possibly in force or
# not attested any more.
Style = Literal["", "missing", "computed", "wrong", "possibly", "attested", "name", "link", "lived", "perhaps"]


class Look(NamedTuple):
    """`number_format` is written in Excel's own language; blank is General. `align` is blank where numbers stand to the
    right and texts to the left."""

    number_format: str = ""
    style: Style = ""
    align: Literal["", "left", "right", "center"] = ""


PLAIN = Look()


class Shown(NamedTuple):
    """A cell that looks other than plain; dates are Excel's day numbers."""

    value: str | float
    look: Look


class Link(NamedTuple):
    url: str


class Jump(NamedTuple):
    """A text that leads to a row (from 0) of another sheet."""

    text: str
    sheet: str
    row: int


class Digits(NamedTuple):
    """A number with more digits than Excel keeps: it becomes text, and the user is told."""

    text: str
    look: Look = PLAIN


Content = str | float | None | Shown | Link | Jump | Digits


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`note` hangs on the header; without a `width` (in characters) a column is as wide as its cells. A hidden one is
    for the program: it stays with its rows however they are sorted."""

    title: str
    note: str = ""
    width: int = 0
    wraps: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ChartOf:
    """A bar chart of these rows of a sheet (from 0): one column as bars, another as their names. `below` and `above`
    say how far the interval of each value reaches; blank where none has one. `caption` says what is not drawn."""

    column: int
    names: int
    title: str
    axis: str
    number_format: str
    axis_format: str
    caption: str
    rows: Sequence[int]
    has_negative: bool = False
    below: Sequence[float] = ()
    above: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class LinesOf:
    """A chart of lines: a line for each of these rows (from 0), whose name stands in the column `names`, through the
    columns from `first` to `last`, whose titles are years."""

    title: str
    axis: str
    number_format: str
    rows: Sequence[int]
    names: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ListOf:
    """The answers that a column offers when a cell of it is filled in."""

    column: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaledColumn:
    """A column coloured by value: bars from `low` to `high`, shades between them, or with a `middle` shades on both
    sides of it."""

    column: int
    low: float
    high: float
    middle: float | None = None
    is_bars: bool = False


@dataclass(frozen=True, slots=True)
class AnswersColumn:
    """A column coloured by answer: the texts, each with its place in the palette, or from 0 to 1 where they have an
    order."""

    column: int
    answers: Sequence[tuple[str, int | float]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`table` is the name of its table in Excel; `notes` hang on cells (row and column of the data, from 0); `coloured`
    are the columns whose cells Excel colours by what they hold. `names` are what formulas may call the cells of a
    column."""

    table: str
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Content]]
    count: int
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    frozen: int = 1
    chart: ChartOf | None = None
    coloured: Sequence[ScaledColumn | AnswersColumn] = ()
    frozen_rows: int = 0
    has_filter: bool = True
    lines: Sequence[LinesOf] = ()
    lists: Sequence[ListOf] = ()
    names: Mapping[int, str] = field(default_factory=dict)


# None where there is nothing to show.
MakeSheet = Callable[[Export, Alterations], Sheet | None]
