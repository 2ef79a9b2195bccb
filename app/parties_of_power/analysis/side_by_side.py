"""Two to six subjects, or one on several days, side by side: every attribute, what differs and which intervals overlap.

That two intervals overlap is said and nothing is concluded from it: such values are neither equal nor different.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

MOST_SIDES = 6
_UNCODED = ("empty", "not_founded", "ended")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """A subject, on a day of its own or (None) on the day of the study."""

    subject_id: int
    day: int | None = None


class Likeness(Enum):
    """How the values of a line stand to each other, by the sign that says so. Undecided is what is not coded for all,
    and what differs within its intervals or its precision only."""

    EQUAL = "="
    DIFFERENT = "≠"
    UNDECIDED = ""

    @property
    def words(self) -> str:
        return {"=": _("equal"), "≠": _("different"), "": ""}[self.value]


@dataclass(frozen=True, slots=True)
class Heading:
    """`small` is the state of a party and the day of its own; `label` tells the sides apart, `short` does so in a few
    letters."""

    name: str
    small: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class Line:
    """One attribute, or (None) the name in force. `notes` say in words what the sign does not; `overlaps` are the
    places of the sides whose intervals overlap, where not all of them do, and `overlapping` names these."""

    title: str
    small: str
    attribute: Attribute | None
    cells: tuple[Cell, ...]
    likeness: Likeness
    notes: tuple[str, ...] = ()
    overlaps: tuple[Pair, ...] = ()
    overlapping: str = ""

    @property
    def between(self) -> str:
        return "; ".join(filter(None, (*self.notes, self.overlapping)))


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]

    @property
    def summary(self) -> str:
        """`4 attributes, 1 equal`."""
        count, equal = len(self.lines), count_of(self.lines, Likeness.EQUAL)
        words = ngettext("{count} attribute", "{count} attributes", count).format(count=count)
        return _("{attributes}, {count} equal").format(attributes=words, count=equal) if equal else words


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`uncoded` is how many attributes have no answer for any of the sides; they have no line."""

    day: int
    sides: tuple[Side, ...]
    headings: tuple[Heading, ...]
    groups: tuple[Group, ...]
    uncoded: int

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)

    def day_of(self, place: int) -> int:
        own = self.sides[place].day
        return self.day if own is None else own

    def only_differences(self) -> "SideBySide":
        groups = (
            Group(group.title, tuple(line for line in group.lines if line.likeness is Likeness.DIFFERENT))
            for group in self.groups
        )
        kept = tuple(group for group in groups if group.lines)
        return SideBySide(self.day, self.sides, self.headings, kept, self.uncoded)


def side_by_side(study: Study, columns: Columns, sides: Sequence[Side], day: int) -> SideBySide:
    """All sides are of one kind, that of the first: parties or states."""
    catalogue = study.catalogue
    if not sides:
        return SideBySide(day, (), (), (), 0)
    subject_kind = catalogue.subjects[sides[0].subject_id].kind
    shown = tuple(side for side in sides if catalogue.subjects[side.subject_id].kind == subject_kind)[:MOST_SIDES]
    headings = _headings(study, shown, day)
    table = ComparisonTable(study, columns, _rows_of(study, shown, subject_kind), day)
    attributes = catalogue.attributes_of(subject_kind)
    first = next((_group_of(attribute) for attribute in attributes), _("Name"))
    groups: dict[str, list[Line]] = {first: [_name_line(table, shown)]}
    uncoded = 0
    for attribute in attributes:
        cells = _cells(table, shown, Column(attribute.id, attribute_id=attribute.id))
        if all(cell.state in _UNCODED and not (cell.rivals or cell.claims) for cell in cells):
            uncoded += 1
        else:
            groups.setdefault(_group_of(attribute), []).append(_line(attribute, cells, headings))
    made = tuple(Group(title, tuple(lines)) for title, lines in groups.items())
    return SideBySide(day, shown, headings, made, uncoded)


def count_of(lines: Iterable[Line], likeness: Likeness) -> int:
    return sum(line.likeness is likeness for line in lines)


def _group_of(attribute: Attribute) -> str:
    return attribute.group or _("Other")


def _rows_of(study: Study, sides: Sequence[Side], subject_kind: SubjectKind) -> Comparison:
    """The sides as rows and every attribute as a column, so that all of them are read at once."""
    ids = tuple(dict.fromkeys(side.subject_id for side in sides))
    columns = tuple(Column(each.id, attribute_id=each.id) for each in study.catalogue.attributes_of(subject_kind))
    return Comparison(
        id=0, name="", subject_kind=subject_kind, rows_from="list", row_ids=ids, columns=columns, ended="state"
    )


def _cells(table: ComparisonTable, sides: Sequence[Side], column: Column) -> tuple[Cell, ...]:
    return tuple(
        table.cell_of(side.subject_id, replace(column, day=side.day), table.row_of(side.subject_id)) for side in sides
    )


def _headings(study: Study, sides: Sequence[Side], day: int) -> tuple[Heading, ...]:
    catalogue, made = study.catalogue, []
    is_one_subject = len({side.subject_id for side in sides}) == 1 < len(sides)
    for side in sides:
        on = day if side.day is None else side.day
        name = catalogue.shown_name(side.subject_id, on).text
        state_id = catalogue.subjects[side.subject_id].state_id
        state = "" if state_id is None else catalogue.shown_name(state_id, on).text
        own_day = spoken_short(on) if is_one_subject or side.day is not None else ""
        label = own_day if is_one_subject else " ".join(filter(None, (name, own_day)))
        short = own_day if is_one_subject else _abbreviation(study, side.subject_id, name)
        made.append(Heading(name, " · ".join(filter(None, (state, own_day))), label, short))
    return tuple(made) if len({each.short for each in made}) == len(made) else tuple(map(_unabbreviated, made))


def _unabbreviated(heading: Heading) -> Heading:
    return replace(heading, short=heading.label)


def _abbreviation(study: Study, subject_id: int, name: str) -> str:
    """One that the study has, else the first letters of the name's words."""
    names = study.catalogue.names_of(subject_id)
    known = (each.text for each in names if each.form == "abbreviation" and each.language == "en")
    words = name.split()
    initials = "".join(word[0] for word in words).upper() if len(words) > 1 else name
    return next(known, initials)


def _name_line(table: ComparisonTable, sides: Sequence[Side]) -> Line:
    cells = _cells(table, sides, Column(0, field="name"))
    is_equal = len({cell.text for cell in cells}) == 1
    likeness = Likeness.UNDECIDED
    if len(sides) > 1:
        likeness = Likeness.EQUAL if is_equal else Likeness.DIFFERENT
    return Line(_("Name in force"), _("short"), None, cells, likeness, (likeness.words,) if is_equal else ())


def _line(attribute: Attribute, cells: tuple[Cell, ...], headings: Sequence[Heading]) -> Line:
    compared = _Compared(attribute, cells)
    named = (_("{one} and {other}").format(one=headings[a].label, other=headings[b].label) for a, b in compared.partly)
    overlapping = _("intervals overlap: {pairs}").format(pairs=", ".join(named)) if compared.partly else ""
    notes = tuple(filter(None, compared.notes()))
    return Line(
        attribute.name, attribute.unit, attribute, cells, compared.likeness, notes, tuple(compared.partly), overlapping
    )


class _Compared:
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
