"""Two to six subjects, or one on several days, side by side: every attribute, and what differs or overlaps."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.likeness import Compared, Likeness, Pair
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.comparisons import Column, Comparison
from parties_of_power.domain.dates import spoken_short
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.study.queries import sources_cited
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

MOST_SIDES = 6
_UNCODED = ("empty", "not_founded", "ended")


@dataclass(frozen=True, slots=True)
class Side:
    """A subject, on a day of its own or (None) on the day of the study."""

    subject_id: int
    day: int | None = None


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
    """`uncoded` is how many attributes have no answer for any of the sides; they have no line. `sources` are the titles
    of those that the answers cite, the most cited first."""

    day: int
    sides: tuple[Side, ...]
    headings: tuple[Heading, ...]
    groups: tuple[Group, ...]
    uncoded: int
    sources: tuple[str, ...] = ()

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
        return replace(self, groups=kept)


def side_by_side(
    study: Study, columns: Columns, sides: Sequence[Side], day: int, *, with_states: bool = False
) -> SideBySide:
    """All sides are of one kind, that of the first: parties or states. `with_states` adds what is known of the parties'
    states."""
    catalogue = study.catalogue
    if not sides:
        return SideBySide(day, (), (), (), 0)
    subject_kind = catalogue.subjects[sides[0].subject_id].kind
    shown = tuple(side for side in sides if catalogue.subjects[side.subject_id].kind == subject_kind)[:MOST_SIDES]
    headings = _headings(study, shown, day)
    asked = list(_asked(study, subject_kind, with_states))
    table = ComparisonTable(study, columns, _rows_of(shown, subject_kind, asked), day)
    first = next((_group_of(study, column) for column in asked), _("Name"))
    groups: dict[str, list[Line]] = {first: [_name_line(table, shown)]}
    uncoded = 0
    for column in asked:
        cells = _cells(table, shown, column)
        if all(cell.state in _UNCODED and not (cell.rivals or cell.claims) for cell in cells):
            uncoded += 1
        else:
            line = _line(catalogue.attributes[column.id], cells, headings)
            groups.setdefault(_group_of(study, column), []).append(line)
    made = tuple(Group(title, tuple(lines)) for title, lines in groups.items())
    return SideBySide(day, shown, headings, made, uncoded, _sources(study, made))


def count_of(lines: Iterable[Line], likeness: Likeness) -> int:
    return sum(line.likeness is likeness for line in lines)


def _asked(study: Study, subject_kind: SubjectKind, with_states: bool) -> Iterable[Column]:
    """Every attribute as a column, numbered as the attribute is; then those of the states."""
    for attribute in study.catalogue.attributes_of(subject_kind):
        yield Column(attribute.id, attribute_id=attribute.id)
    for attribute in study.catalogue.attributes_of("state") if with_states and subject_kind == "party" else ():
        yield Column(attribute.id, attribute_id=attribute.id, of_state=True)


def _group_of(study: Study, column: Column) -> str:
    group = study.catalogue.attributes[column.id].group or _("Other")
    return _("State: {group}").format(group=group) if column.of_state else group


def _rows_of(sides: Sequence[Side], subject_kind: SubjectKind, asked: Sequence[Column]) -> Comparison:
    """The sides as rows, so that all of them are read at once."""
    ids = tuple(dict.fromkeys(side.subject_id for side in sides))
    return Comparison(
        id=0, name="", subject_kind=subject_kind, rows_from="list", row_ids=ids, columns=tuple(asked), ended="state"
    )


def _sources(study: Study, groups: Iterable[Group]) -> tuple[str, ...]:
    observations = {
        cell.observation_id for group in groups for line in group.lines for cell in line.cells if cell.observation_id
    }
    cited = Counter(sources_cited(study, observations))
    return tuple(study.catalogue.sources[source_id].title for source_id, _count in cited.most_common())


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
    compared = Compared(attribute, cells)
    named = (_("{one} and {other}").format(one=headings[a].label, other=headings[b].label) for a, b in compared.partly)
    overlapping = _("intervals overlap: {pairs}").format(pairs=", ".join(named)) if compared.partly else ""
    notes = tuple(filter(None, compared.notes()))
    small = attribute.unit or _direction(attribute)
    return Line(attribute.name, small, attribute, cells, compared.likeness, notes, tuple(compared.partly), overlapping)


def _direction(attribute: Attribute) -> str:
    """`more clientelist →`, where the scale says what its higher values mean."""
    _before, found, meaning = attribute.source_scale.partition("higher = ")
    return _("higher: {meaning}").format(meaning=meaning.partition(";")[0].strip()) if found else ""
