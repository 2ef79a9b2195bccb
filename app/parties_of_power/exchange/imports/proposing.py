"""`propose`: a found table and a plan, against the study, cell by cell."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from parties_of_power.domain.agreement import is_same_question
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import Period
from parties_of_power.domain.kinds import NO_NAMES, Kind, Names, kind
from parties_of_power.domain.observations import Observation
from parties_of_power.exchange.guarded.definition import Cancel
from parties_of_power.exchange.imports.cell_texts import CellSays, said_by
from parties_of_power.exchange.imports.found import FoundRow, FoundTable, cell_name
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, Plan
from parties_of_power.exchange.imports.proposals import Proposal, Proposed, Status
from parties_of_power.exchange.imports.rows import Row, rows_of
from parties_of_power.exchange.imports.spelled_names import SpelledNames
from parties_of_power.exchange.imports.subjects import Matcher
from parties_of_power.study.queries import observations_of_attribute
from parties_of_power.study.study import Study
from parties_of_power.study.typed import Said, read
from parties_of_power.texts import _, ngettext

Locator = Callable[[FoundRow, ColumnUse], str]


def propose(
    study: Study,
    table: FoundTable,
    plan: Plan,
    file: str,
    *,
    source_ids: Collection[int] = (),
    locator: Locator | None = None,
    cancel: Cancel | None = None,
) -> Proposal | None:
    """None where `cancel` said so. What one of `source_ids` says already is recognised as the same."""
    proposing = _Proposing(study, table, plan, frozenset(source_ids), locator or _cell_locator(table))
    values: list[Proposed] = []
    for number, row in enumerate(rows_of(study, table, plan, proposing.matcher, proposing.left_out)):
        if cancel is not None and number % 50 == 0 and cancel():
            return None
        values.extend(proposing.values_of(row))
    matches = tuple(proposing.matcher.found)
    return Proposal(file, plan, tuple(values), matches, table.decisions, proposing.sentences())


def _cell_locator(table: FoundTable) -> Locator:
    def where(row: FoundRow, use: ColumnUse) -> str:
        column = table.column(use.title)
        return f"{table.sheet}!{cell_name(row.number, column.place)}" if column and column.place >= 0 else table.sheet

    return where


@dataclass(frozen=True, slots=True)
class _Asked:
    """An attribute, there or new, and what reads and compares its values."""

    attribute: int | NewAttribute
    kind: Kind
    names: Names
    validity: str
    before: dict[int, tuple[Observation, ...]]


@dataclass
class _Proposing:
    study: Study
    table: FoundTable
    plan: Plan
    source_ids: frozenset[int]
    locator: Locator
    left_out: Counter[str] = field(default_factory=Counter)
    _asked: dict[object, _Asked | None] = field(default_factory=dict)
    _read: dict[tuple[object, str], Said] = field(default_factory=dict)
    _in_file: dict[tuple[object, object, str], list[Said]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.matcher = Matcher(self.study, self.plan.chosen)

    def values_of(self, row: Row) -> Iterator[Proposed]:
        if self.plan.unit == "long":
            yield from self._long(row)
            return
        for use in self.plan.uses_as("value"):
            asked = self._of(use)
            if asked is not None:
                found = self._proposed(row, use, asked, use)
                if found is not None:
                    yield found

    def _long(self, row: Row) -> Iterator[Proposed]:
        named, held = self.plan.use("attribute"), self.plan.use("text")
        name = row.text(named.title) if named else ""
        if held is None or not name:
            return
        attribute = self.study.catalogue.attribute(name, self.plan.subject_kind)
        if attribute is None:
            self.left_out[_("“{name}” is no attribute of the study").format(name=name)] += 1
            return
        use = ColumnUse(held.title, "value", attribute.id, comma=held.comma, date_order=held.date_order)
        asked = self._of(use)
        found = self._proposed(row, use, asked, held) if asked else None
        if found is not None:
            yield found

    def _of(self, use: ColumnUse) -> _Asked | None:
        key = use.attribute_id or use.new
        if key not in self._asked:
            self._asked[key] = self._looked_up(use)
        return self._asked[key]

    def _looked_up(self, use: ColumnUse) -> _Asked | None:
        attribute = self.study.catalogue.attributes.get(use.attribute_id or 0)
        if attribute is None and use.new is not None:
            attribute = self.study.catalogue.attribute(use.new.name, self.plan.subject_kind)
            if attribute is None:
                return _Asked(use.new, kind(use.new.kind), _NewChoices(use.new), use.new.validity, {})
        if attribute is None or attribute.is_computed:
            self.left_out[_("The attribute of “{column}” is not in the study").format(column=use.title)] += 1
            return None
        return self._there(attribute)

    def _there(self, attribute: Attribute) -> _Asked:
        names = self.study.catalogue.names_for(attribute, self.study.as_of)
        of_kind = kind(attribute.kind)
        if of_kind.refers_to in ("person", "party", "state"):
            names = SpelledNames(self.study, names, of_kind.refers_to)
        before: dict[int, list[Observation]] = defaultdict(list)
        for each in observations_of_attribute(self.study, attribute.id):
            before[each.subject_id].append(each)
        grouped = {owner: tuple(listed) for owner, listed in before.items()}
        return _Asked(attribute.id, of_kind, names, attribute.validity, grouped)

    def _proposed(self, row: Row, use: ColumnUse, asked: _Asked, where: ColumnUse) -> Proposed | None:
        cell = row.cell(use.title)
        says = said_by(cell, asked.kind.key, use)
        if not says.text and not says.missing:
            return None
        said = self._said(asked, says)
        period, attested = row.when(use, asked.validity, self.plan)
        beside = row.beside(use)
        out_of = said.out_of if said.out_of is not None else beside.out_of
        where_in_file = self.table.column(use.title)
        place = cell_name(row.found.number, where_in_file.place if where_in_file else 0)
        proposed = Proposed(
            f"{self.table.sheet}!{place}",
            use.title,
            row.found.number,
            row.subject,
            asked.attribute,
            said,
            "new",
            period,
            attested,
            row.event,
            says.bound,
            beside.low,
            beside.high,
            use.interval if beside.low is not None or beside.high is not None else "",
            beside.coders,
            beside.ordinal,
            out_of if said.value and _is_total(asked, said, out_of) else None,
            use.base,
            "; ".join(filter(None, (beside.note, row.footnote(use.title)))),
            self.locator(row.found, where),
            cell.text.strip() if cell else "",
        )
        return self._judged(proposed, asked)

    def _said(self, asked: _Asked, says: CellSays) -> Said:
        if says.missing:
            return Said(missing=says.missing)
        key = asked.attribute, says.text
        if key not in self._read:
            self._read[key] = read(says.text, asked.kind, asked.names)
        return self._read[key]

    def _judged(self, proposed: Proposed, asked: _Asked) -> Proposed:
        """With how it stands to what the study says, and to what the file has said before."""
        said = proposed.said
        status: Status = "new"
        against: tuple[str, ...] = ()
        if said.is_wrong:
            status, against = "unreadable", (said.rule,)
        else:
            owner = proposed.subject if isinstance(proposed.subject, int) else 0
            others = [each for each in asked.before.get(owner, ()) if is_same_question(_Question(proposed), each)]
            equal = [each for each in others if _says_same(said, each, asked.kind)]
            key = (proposed.subject, proposed.attribute, f"{proposed.period.text} {proposed.event}")
            earlier = self._in_file[key]
            if any(self._cites(each) for each in equal) or any(_is_equal(said, each, asked.kind) for each in earlier):
                status = "same"
            elif equal:
                status = "agrees"
            elif others or earlier:
                status = "rival"
                shown = [asked.kind.show(each.value, asked.names) if each.value else each.missing for each in others]
                against = tuple(dict.fromkeys([*shown, *(each.typed for each in earlier)]))
            earlier.append(said)
        return _with(proposed, status, against)

    def _cites(self, observation: Observation) -> bool:
        return any(each.source_id in self.source_ids for each in observation.citations)

    def sentences(self) -> tuple[str, ...]:
        return tuple(
            ngettext("{what} ({count} time)", "{what} ({count} times)", count).format(what=what, count=count)
            for what, count in self.left_out.items()
        )


@dataclass(frozen=True, slots=True)
class _Question:
    """What a proposed value answers."""

    proposed: Proposed

    @property
    def event_id(self) -> int | None:
        return self.proposed.event if isinstance(self.proposed.event, int) else None

    @property
    def period(self) -> Period:
        return self.proposed.period

    @property
    def attested(self) -> str:
        return self.proposed.attested


class _NewChoices:
    """The answers of an attribute that is yet to be added: its codes stand for ids."""

    def __init__(self, new: NewAttribute) -> None:
        self._codes = {text.casefold(): code for code, label in new.choices for text in (code, label)}
        self._labels = dict(new.choices)

    def find(self, text: str) -> str | None:
        return self._codes.get(text.strip().casefold())

    def label(self, value_id: str) -> str:
        return self._labels.get(value_id, NO_NAMES.label(value_id))

    def labels(self) -> tuple[str, ...]:
        return tuple(self._labels.values())


def _says_same(said: Said, observation: Observation, of_kind: Kind) -> bool:
    """A total that only one of them gives is no difference."""
    if said.new_persons or said.missing or observation.missing:
        return bool(said.missing) and said.missing == observation.missing
    return bool(observation.value) and not of_kind.differs(said.value, observation.value)


def _is_equal(said: Said, other: Said, of_kind: Kind) -> bool:
    if said.value and other.value:
        return not of_kind.differs(said.value, other.value)
    return (said.missing, said.typed) == (other.missing, other.typed)


def _is_total(asked: _Asked, said: Said, out_of: float | None) -> bool:
    number = asked.kind.number(said.value)
    return out_of is not None and out_of > 0 and number is not None and number <= out_of


def _with(proposed: Proposed, status: Status, against: tuple[str, ...]) -> Proposed:
    return proposed if status == "new" else replace(proposed, status=status, against=against)
