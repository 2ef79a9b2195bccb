"""Rows of a found table as a plan reads them: whose they are, when they hold, and what stands beside a value."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from parties_of_power.domain.dates import NO_PERIOD, DateError, PartialDate, Period
from parties_of_power.exchange.guarded import ReadCell
from parties_of_power.exchange.imports.cell_texts import said_by
from parties_of_power.exchange.imports.found import FoundRow, FoundTable
from parties_of_power.exchange.imports.plan import ColumnUse, Plan, Role
from parties_of_power.exchange.imports.proposals import NewEvent, NewSubject
from parties_of_power.exchange.imports.subjects import Matcher, Who
from parties_of_power.study.study import Study
from parties_of_power.texts import _

Companions = dict[tuple[Role, str], ColumnUse]


@dataclass(frozen=True, slots=True)
class Beside:
    """The numbers that stand beside a value in columns of their own."""

    low: float | None = None
    high: float | None = None
    coders: int | None = None
    ordinal: float | None = None
    out_of: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """`companions` are the columns beside values, by their role and the column that they belong to."""

    found: FoundRow
    places: dict[str, int]
    subject: int | NewSubject
    date: str
    start: str = ""
    end: str = ""
    event: int | NewEvent | None = None
    companions: Companions = field(default_factory=dict)

    def cell(self, title: str) -> ReadCell | None:
        place = self.places.get(title)
        return None if place is None else self.found.cell(place)

    def text(self, title: str) -> str:
        cell = self.cell(title)
        return cell.text.strip() if cell else ""

    def footnote(self, title: str) -> str:
        place = self.places.get(title)
        return next((note for at, note in self.found.notes if at == place), "")

    def when(self, use: ColumnUse, validity: str, plan: Plan) -> tuple[Period, str]:
        """The period of a value, and until when the file says so where it gives no end."""
        if validity == "timeless":
            return NO_PERIOD, ""
        if self.start or self.end:
            return Period.parse(f"{self.start}/{self.end}"), ""
        date = use.period or self.date
        if date:
            return Period.parse(date), ""
        return (Period.parse(plan.day), "") if validity != "until_changed" else (Period.parse("/"), plan.day)

    def beside(self, use: ColumnUse) -> Beside:
        numbers = {role: self._number(role, use.title) for role in _BESIDE}
        low, high = numbers["low"], numbers["high"]
        if low is not None and high is not None and low > high:
            low, high = high, low
        coders = numbers["coders"]
        note = self.companions.get(("note", use.title))
        return Beside(
            low,
            high,
            int(coders) if coders and coders >= 1 else None,
            numbers["ordinal"],
            numbers["out_of"],
            self.text(note.title) if note else "",
        )

    def _number(self, role: Role, of: str) -> float | None:
        use = self.companions.get((role, of))
        if use is None:
            return None
        try:
            return float(said_by(self.cell(use.title), "number", use).text)
        except ValueError:
            return None


_MUCH_ALIKE = 0.8  # who is so like somebody of the study is not added without being asked
_BESIDE: tuple[Role, ...] = ("low", "high", "coders", "ordinal", "out_of")


def rows_of(study: Study, table: FoundTable, plan: Plan, matcher: Matcher, left_out: Counter[str]) -> Iterator[Row]:
    """Those whose party or state is known, or is to be added; of the others `left_out` counts what was wrong."""
    reading = _Reading(study, table, plan, matcher, left_out)
    for found in table.rows:
        row = reading.row(found)
        if row is not None:
            yield row


@dataclass
class _Reading:
    study: Study
    table: FoundTable
    plan: Plan
    matcher: Matcher
    left_out: Counter[str]
    _events: dict[tuple[int | NewSubject, str], int | NewEvent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = {column.title: column.place for column in self.table.columns}
        self.by_role = {use.role: use for use in reversed(self.plan.uses)}
        self.companions = {(use.role, use.of): use for use in self.plan.uses if use.role in (*_BESIDE, "note")}

    def row(self, found: FoundRow) -> Row | None:
        dates = {role: self._date(found, role) for role in ("year", "date", "from", "to")}
        date = dates["date"] or dates["year"]
        state = self._who("state", found, date)
        subject: int | NewSubject | None
        if self.plan.subject_kind == "state":
            subject = self._subject(state, 0)
        else:
            in_state = self._subject(state, 0) if state.names or state.identifiers else 0
            subject = self._party(found, date, in_state)
        if subject is None:
            return None
        event = self._event(subject, date) if self.plan.elections and dates["date"] else None
        start, end = self._ends(dates["from"], dates["to"])
        return Row(found, self.places, subject, date, start, end, event, self.companions)

    def _ends(self, start: str, end: str) -> tuple[str, str]:
        """An end before its start is left out, and said."""
        try:
            Period.parse(f"{start}/{end}")
        except DateError as wrong:
            self.left_out[str(wrong)] += 1
            return start, ""
        return start, end

    def _party(self, found: FoundRow, date: str, state: int | NewSubject | None) -> int | NewSubject | None:
        state_id = state if isinstance(state, int) else 0
        who = self._who("party", found, date, state_id)
        return self._subject(who, state if state is not None else 0)

    def _who(self, kind: str, found: FoundRow, date: str, state_id: int = 0) -> Who:
        names = tuple(
            text for use in self.plan.uses if use.role == kind and (text := found.text(self.places.get(use.title, -2)))
        )
        identifiers = tuple(
            (use.scheme, _whole(text))
            for use in self.plan.uses_as("identifier")
            if use.of == kind and (text := found.text(self.places.get(use.title, -2)))
        )
        return Who("state" if kind == "state" else "party", names, identifiers, state_id, date)

    def _subject(self, who: Who, state: int | NewSubject) -> int | NewSubject | None:
        if not who.names and not who.identifiers:
            self.left_out[_("A row names nobody")] += 1
            return None
        match = self.matcher.match(who)
        if match.subject_id:
            return match.subject_id
        is_like = any(score >= _MUCH_ALIKE for _owner, score in match.candidates)
        is_new = match.how in ("nobody", "like") and not is_like and self.plan.new_rows == "add"
        if is_new and who.names and (who.kind == "state" or state):
            return NewSubject(who.kind, who.names[0], state, who.identifiers)
        self.left_out[_("“{name}” is not matched").format(name=who.name)] += 1
        return None

    def _date(self, found: FoundRow, role: Role) -> str:
        use = self.by_role.get(role)
        text = said_by(found.cell(self.places.get(use.title, -2)), "date", use).text if use else ""
        try:
            return PartialDate.parse_typed(text).text if text else ""
        except DateError:
            self.left_out[_("“{text}” is no date").format(text=text)] += 1
            return ""

    def _event(self, subject: int | NewSubject, date: str) -> int | NewEvent | None:
        state: int | NewSubject
        if isinstance(subject, NewSubject):
            state = subject.state if subject.kind == "party" else subject
        else:
            known = self.study.catalogue.subjects[subject]
            state = known.state_id or known.id
        key = (state, date)
        if key not in self._events:
            self._events[key] = self._known_events.get(key, NewEvent(state, date))
        return self._events[key]

    @cached_property
    def _known_events(self) -> dict[tuple[int | NewSubject, str], int]:
        """Elections by their state and day."""
        subjects = self.study.catalogue.subjects
        found: dict[tuple[int | NewSubject, str], int] = {}
        for event in self.study.catalogue.events.values():
            if event.kind == "election":
                for subject_id in event.subject_ids:
                    state_id = subjects[subject_id].state_id or subject_id
                    found.setdefault((state_id, event.date.text), event.id)
        return found


def _whole(text: str) -> str:
    """365.0 is what programs make of 365."""
    return text.removesuffix(".0") if text.removesuffix(".0").isdecimal() else text
