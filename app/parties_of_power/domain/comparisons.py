"""Comparisons: saved tables, their rows, columns, order, groups and filters."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import MISSING_REASONS
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _

RowsFrom = Literal["list", "all"]
EndedShown = Literal["state", "last_day"]
RowUnit = Literal["subject", "election", "year"]
ColumnField = Literal["", "name", "state", "moment", "rank", "rank_range", "score"]
FilterTest = Literal[
    "contains",
    "is",
    "begins",
    "is_one_of",
    "is_none_of",
    "equal",
    "unequal",
    "below",
    "at_most",
    "above",
    "at_least",
    "between",
    "has_state",
    "changed_since",
    "edited_since",
]
TEXT_TESTS: tuple[FilterTest, ...] = ("contains", "is", "begins")
LIST_TESTS: tuple[FilterTest, ...] = ("is_one_of", "is_none_of")
SIZE_TESTS: tuple[FilterTest, ...] = ("equal", "unequal", "below", "at_most", "above", "at_least", "between")
DAY_TESTS: tuple[FilterTest, ...] = ("changed_since", "edited_since")

# What a cell can be besides a value that agrees: the texts of the test `has_state`.
FILTER_STATES: tuple[str, ...] = ("rivals", "no_source", *MISSING_REASONS, "wrong", "ended", "not_founded")


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """A filter of one column.

    `texts` are, by the test: parts of what the cell shows; all that it shows; the numbers or dates it is compared with
    (two for `between`); some of FILTER_STATES, of which the cell has one; a day, since which the cell says something
    else in the world (`changed_since`) or was worked on in the study (`edited_since`).
    """

    test: FilterTest
    texts: tuple[str, ...]


class SortKey(NamedTuple):
    """A column that rows are sorted by."""

    column_id: int
    descending: bool = False


CellColour = Literal["heat", "two_sided", "choices", "bars", "over_time"]


class Colouring(NamedTuple):
    """How the values of a column are drawn beside their text: on a scale of shades, on one with a middle, with a
    colour for each choice, as bars, or as a small line over time."""

    column_id: int
    way: CellColour


def ways_to_colour(attribute: Attribute) -> tuple[CellColour, ...]:
    """How the values of an attribute can be drawn. What is timeless or computed has no values of other days to show."""
    if kind(attribute.kind).is_numeric:
        if attribute.validity == "timeless" or attribute.is_computed:
            return "heat", "two_sided", "bars"
        return "heat", "two_sided", "bars", "over_time"
    return ("choices",) if attribute.kind in ("choice", "yes_no") else ()


class Weight(NamedTuple):
    """What a column of numbers counts in a ranking; with `less_is_better` its least value is the best."""

    column_id: int
    weight: float
    less_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a comparison: an attribute (of the row's subject, or with `of_state` of a party's state), or one of
    the built-in fields 'name', 'state' and 'moment' in `field`. `day` is a day of its own, None for the table's.
    'moment' is the election or the year of a row, where rows are not subjects alone.

    The fields 'rank', 'rank_range' and 'score' are those of RANK_COLUMNS: a ranked comparison shows them, none stores
    them."""

    id: int
    position: int = 0
    attribute_id: int | None = None
    field: ColumnField = ""
    of_state: bool = False
    day: int | None = None
    width: int = 0
    hidden: bool = False
    filter: ColumnFilter | None = None

    @property
    def is_of_ranking(self) -> bool:
        """Whether it shows what the ranking comes to, and so is neither stored, filtered, moved nor edited."""
        return self.id < 0


# What a ranking comes to. A table shows the first, in whose cells the others stand as well; a file has all of them.
RANK_COLUMNS = (Column(-1, field="rank"), Column(-2, field="rank_range"), Column(-3, field="score"))
RANK_COLUMN = RANK_COLUMNS[0]


def unit_words(subject_kind: SubjectKind, unit: RowUnit) -> str:
    """`a party at an election`."""
    if subject_kind == "party":
        return {
            "subject": _("a party"),
            "election": _("a party at an election"),
            "year": _("a party in a year"),
        }[unit]
    return {
        "subject": _("a state"),
        "election": _("a state at an election"),
        "year": _("a state in a year"),
    }[unit]


def on_day(attribute: str, day: int | None) -> str:
    """What a column with a day of its own is called: `Vote share, 7 Dec 2003`."""
    return attribute if day is None else _("{attribute}, {day}").format(attribute=attribute, day=spoken_short(day))


@dataclass(frozen=True, slots=True)
class Grouping:
    """What rows are grouped by: an attribute of theirs, with `of_state` one of the party's state; or, without an
    attribute, the state itself."""

    attribute_id: int | None = None
    of_state: bool = False

    @property
    def column(self) -> Column:
        """The column whose answers are the groups."""
        field: Literal["", "state"] = "state" if self.attribute_id is None else ""
        return Column(0, attribute_id=self.attribute_id, field=field, of_state=self.of_state)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`row_unit` says whether a row is a subject, a subject at an election or a subject in a year of its life.
    `rows_from` is a fixed list of `row_ids`, or all subjects of the kind. `sorting` names the most important column
    first; blank is the order as listed. `ended` says whether ended subjects show as ended or as on their last day.
    `frozen_columns` and `frozen_rows` are how many of the first that are shown stay in sight. `wraps` says whether long
    texts go on in a second line, `distributions` whether the headers show how the values are distributed."""

    id: int
    name: str
    subject_kind: SubjectKind
    key: str = ""
    position: int = 0
    row_unit: RowUnit = "subject"
    rows_from: RowsFrom = "all"
    row_ids: tuple[int, ...] = ()
    ended: EndedShown = "state"
    columns: tuple[Column, ...] = ()
    sorting: tuple[SortKey, ...] = ()
    filter_text: str = ""
    grouping: Grouping | None = None
    frozen_columns: int = 1
    frozen_rows: int = 0
    wraps: bool = False
    distributions: bool = False
    colouring: tuple[Colouring, ...] = ()
    ranking: tuple[Weight, ...] = ()
    note: str = ""

    def colouring_of(self, column_id: int) -> CellColour | None:
        """How the values of a column are drawn; None where they are plain text."""
        return next((each.way for each in self.colouring if each.column_id == column_id), None)

    def order_of(self, column_id: int) -> SortKey | None:
        """How the rows are sorted by a column; None where they are not."""
        return next((key for key in self.sorting if key.column_id == column_id), None)
