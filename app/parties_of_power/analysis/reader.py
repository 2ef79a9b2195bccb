"""`CellReader`: makes cells as of a day, and keeps what it has read of them until an edit touches it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parties_of_power.analysis import elections
from parties_of_power.analysis.cell import Cell, CellState
from parties_of_power.analysis.entries import Entries, Entry, entries_of
from parties_of_power.analysis.lives import Bounds, bounds_of
from parties_of_power.analysis.moment_readings import read_when
from parties_of_power.analysis.readings import Reading, break_days, distinct
from parties_of_power.analysis.showing import (
    depends_on_names_of_day,
    ended_words,
    missing_short,
    names_to_show,
    not_yet_founded,
    nothing_coded,
    value_text,
    year_of,
)
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold
from parties_of_power.domain.kinds import Names, kind
from parties_of_power.domain.moments import Moment, When, day_of
from parties_of_power.domain.observations import base_name
from parties_of_power.study.changes import Changes
from parties_of_power.study.shown_names import ShownName
from parties_of_power.study.study import Study
from parties_of_power.texts import _

if TYPE_CHECKING:
    from parties_of_power.analysis.computed_inputs import ReadCell

_MOST_CELLS = 100_000
_TABLES_OF_CELLS = ("observation", "citation")
_TABLES_OF_ALL = ("subject", "name", "person", "choice", "attribute", "event", "event_subject")


class CellReader:
    """A cell is kept with the days between which it stays the same, so that a step of the day makes few anew."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._entries: Entries = {}
        self._breaks: dict[tuple[int, int], list[int]] = {}
        self._made: dict[tuple[int, int, bool], tuple[int, int, Cell]] = {}
        self._made_at: dict[tuple[int, int], dict[tuple[Moment, bool], Cell]] = {}
        self._elections: elections.Elections | None = None

    def cell(self, subject_id: int, attribute_id: int, when: When, last_day: bool = False) -> Cell:
        """On a day or at a moment. With `last_day` a subject that has ended is read as on its last day."""
        if isinstance(when, Moment):
            return self._cell_at(subject_id, attribute_id, when, last_day)
        day = when
        key = (subject_id, attribute_id, last_day)
        known = self._made.get(key)
        if known is not None and known[0] <= day < known[1]:
            return known[2]
        attribute = self._study.catalogue.attributes[attribute_id]
        if attribute.is_computed:
            self._made[key] = self._reckon(subject_id, attribute, day, last_day)
            return self._made[key][2]
        entries = self._entries_of(subject_id, attribute_id)
        made = self._make(subject_id, attribute, entries, day, last_day)
        self._made[key] = (*self._stays(subject_id, attribute, entries, day), made)
        return made

    def _cell_at(self, subject_id: int, attribute_id: int, moment: Moment, last_day: bool) -> Cell:
        """Of the cells at moments each is kept by itself, since many are in sight at once."""
        made = self._made_at.setdefault((subject_id, attribute_id), {})
        if (moment, last_day) not in made:
            attribute = self._study.catalogue.attributes[attribute_id]
            if attribute.is_computed:
                made[moment, last_day] = self._reckon(subject_id, attribute, moment, last_day)[2]
            else:
                entries = self._entries_of(subject_id, attribute_id)
                made[moment, last_day] = self._make(subject_id, attribute, entries, moment, last_day)
        return made[moment, last_day]

    def cell_and_stay(self, subject_id: int, attribute_id: int, day: int) -> tuple[Cell, tuple[int, int]]:
        """With the cell the day from which on, and the one until before which, it stays as it is."""
        cell = self.cell(subject_id, attribute_id, day)
        return cell, self._made[subject_id, attribute_id, False][:2]

    def name(self, subject_id: int, day: int, last_day: bool = False) -> Cell:
        """The name shown on a day; one that is not surely in force is possibly so."""
        bounds = self._bounds(subject_id)
        read_at = bounds.last_sure if last_day and day > bounds.last else None
        shown = self._study.catalogue.shown_name(subject_id, day if read_at is None else read_at)
        return _field(subject_id, subject_id, shown, read_at)

    def state(self, subject_id: int, day: int) -> Cell:
        """The state of a party, by its name on the day."""
        catalogue = self._study.catalogue
        state_id = catalogue.subjects[subject_id].state_id
        if state_id is None:
            return Cell(subject_id, None, "", "field")
        return _field(subject_id, state_id, catalogue.shown_name(state_id, day))

    def knows(self, subject_id: int, attribute_id: int) -> bool:
        if (subject_id, attribute_id) in self._entries:
            return True
        own, _of_state = self._read_by((attribute_id,))
        return all((subject_id, each) in self._entries for each in own)

    def read_ahead(self, subject_ids: Iterable[int], attribute_ids: Sequence[int]) -> None:
        """Reads at once what is not known yet of all these cells, and of those that they are computed from."""
        subjects = tuple(subject_ids)
        own, of_state = self._read_by(attribute_ids)
        self._read_entries(subjects, own)
        if of_state:
            known = self._study.catalogue.subjects
            states = (known[each].state_id for each in subjects if each in known)
            self._read_entries((each for each in states if each is not None), of_state)

    def _read_entries(self, subject_ids: Iterable[int], attribute_ids: Sequence[int]) -> None:
        wanted = [
            subject
            for subject in dict.fromkeys(subject_ids)
            if any((subject, attribute) not in self._entries for attribute in attribute_ids)
        ]
        if not wanted:
            return
        if len(self._entries) > _MOST_CELLS:
            self.forget_all()
        found = entries_of(self._study, wanted, attribute_ids)
        for subject in wanted:
            for attribute in attribute_ids:
                self._entries[subject, attribute] = found.get((subject, attribute), ())

    def forget(self, changes: Changes) -> frozenset[tuple[int, int]] | None:
        """Follows an edit: the cells (subject, attribute) that it touched, None where it may have touched any."""
        if changes.kind == "reload" or any(row.table in _TABLES_OF_ALL for row in changes.rows):
            self.forget_all()
            return None
        touched = {(row.subject_id, row.attribute_id) for row in changes.rows if row.table in _TABLES_OF_CELLS}
        observed = frozenset((subject, attribute) for subject, attribute in touched if subject and attribute)
        if any(self._bounds_a_life(attribute) for _subject, attribute in observed):
            self.forget_all()
            return None
        cells = observed | self._computed_from(observed)
        for subject, attribute in cells:
            self._entries.pop((subject, attribute), None)
            self._breaks.pop((subject, attribute), None)
            self._made_at.pop((subject, attribute), None)
            for last_day in (False, True):
                self._made.pop((subject, attribute, last_day), None)
        return cells

    def forget_all(self) -> None:
        self._elections = None
        self._entries.clear()
        self._breaks.clear()
        self._made.clear()
        self._made_at.clear()

    def _entries_of(self, subject_id: int, attribute_id: int) -> tuple[Entry, ...]:
        cell = (subject_id, attribute_id)
        if cell not in self._entries:
            self.read_ahead((subject_id,), (attribute_id,))
        return self._entries[cell]

    def _read_by(self, attribute_ids: Sequence[int]) -> tuple[list[int], list[int]]:
        """The attributes whose observations these read: of the subject itself, and of a party's state."""
        catalogue = self._study.catalogue
        own: list[int] = []
        of_state: list[int] = []
        for attribute_id in attribute_ids:
            if not catalogue.attributes[attribute_id].is_computed or attribute_id not in catalogue.formulas.trees:
                own.append(attribute_id)
                continue
            for read in catalogue.formulas.inputs(attribute_id):
                if not catalogue.attributes[read.attribute_id].is_computed:
                    (of_state if read.of_state else own).append(read.attribute_id)
        return own, of_state

    def _computed_from(self, cells: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        """The cells that are computed from these, of a state's answers those of its parties."""
        catalogue = self._study.catalogue
        found = set()
        for subject_id, attribute_id in cells:
            for computed in catalogue.formulas.dependants(attribute_id):
                parties = (party.id for party in catalogue.parties if party.state_id == subject_id)
                subjects = parties if computed.of_state else (subject_id,)
                found |= {(each, computed.attribute_id) for each in subjects}
        return frozenset(found)

    def _reckon(self, subject_id: int, attribute: Attribute, when: When, last_day: bool) -> tuple[int, int, Cell]:
        """A computed cell, with the days between which it stays. An ended subject is read as on its last day."""
        # Only where something is computed: the first table may be painted without it.
        from parties_of_power.analysis.computed_inputs import Inputs, reckoned_cell

        tree = self._study.catalogue.formulas.trees.get(attribute.id)
        bounds, day = self._bounds(subject_id), day_of(when)
        if attribute.validity == "timeless" or bounds.first <= day <= bounds.last:
            inputs = Inputs(self._study.catalogue, self.reading_at(when), subject_id, day)
            cell = reckoned_cell(attribute, tree, subject_id, inputs)
            begins, ends = inputs.stays
            if attribute.validity == "timeless":
                return begins, ends, cell
            return max(begins, bounds.first), min(ends, bounds.last + 1), cell
        if day < bounds.first:
            return ALWAYS_BEFORE, bounds.first, Cell(subject_id, attribute.id, not_yet_founded(), "not_founded")
        if not last_day:
            words = ended_words(self._study.catalogue.life_of(subject_id)[1])
            return bounds.last + 1, ALWAYS_AFTER, Cell(subject_id, attribute.id, words, "ended")
        inputs = Inputs(self._study.catalogue, self.cell_and_stay, subject_id, bounds.last_sure)
        cell = reckoned_cell(attribute, tree, subject_id, inputs)
        measured = cell.measured or year_of(bounds.last_sure) if cell.state == "value" else ""
        return bounds.last + 1, ALWAYS_AFTER, replace(cell, last_day=bounds.last_sure, measured=measured)

    def reading_at(self, when: When) -> ReadCell:
        """How a formula reads its cells: at a moment every one at the same."""
        if not isinstance(when, Moment):
            return self.cell_and_stay
        return lambda subject, attribute, day: (self.cell(subject, attribute, when), (day, day + 1))

    def _make(
        self, subject_id: int, attribute: Attribute, entries: Sequence[Entry], when: When, last_day: bool
    ) -> Cell:
        read_at, day = None, day_of(when)
        if attribute.validity != "timeless":
            bounds = self._bounds(subject_id)
            if day < bounds.first:
                return Cell(subject_id, attribute.id, not_yet_founded(), "not_founded")
            if day > bounds.last and not last_day:
                dissolved = self._study.catalogue.life_of(subject_id)[1]
                return Cell(subject_id, attribute.id, ended_words(dissolved), "ended")
            read_at = bounds.last_sure if day > bounds.last else None
        reading = self.reading(attribute, entries, when if read_at is None else read_at)
        if reading.entry is not None:
            return self._with_entry(attribute, reading, reading.entry, day, read_at)
        rivals, claims = len(distinct(attribute, reading.rivals)), len(reading.claims)
        return Cell(
            subject_id,
            attribute.id,
            nothing_coded(attribute),
            "empty",
            rivals=rivals,
            claims=claims,
            last_day=read_at,
        )

    def reading(self, attribute: Attribute, entries: Sequence[Entry], when: When) -> Reading:
        return read_when(attribute, entries, when, self._is_election)

    def _is_election(self, event_id: int) -> bool:
        event = self._study.catalogue.events.get(event_id)
        return event is not None and event.kind == "election"

    def _with_entry(self, attribute: Attribute, reading: Reading, entry: Entry, day: int, last_day: int | None) -> Cell:
        names = names_to_show(self._study.catalogue, attribute, day)
        text, plain, state = said(attribute, entry, names)
        read_at = day if last_day is None else last_day
        older = elections.measured_year(attribute, entry, read_at, self._elections_of(entry.subject_id))
        return Cell(
            subject_id=entry.subject_id,
            attribute_id=attribute.id,
            text=text,
            state=state,
            hold=reading.hold,
            observation_id=entry.id,
            value=entry.value,
            plain=plain,
            missing=entry.missing,
            number=entry.number,
            low=entry.low,
            high=entry.high,
            out_of=entry.out_of,
            rivals=len(distinct(attribute, reading.rivals)),
            soft_rivals=len(distinct(attribute, (entry for entry, _how in reading.soft))),
            claims=len(reading.claims),
            agrees=sources_that_agree(reading),
            cited=bool(entry.source_ids),
            measured=older or (year_of(last_day) if last_day is not None else ""),
            base=base_name(entry.base),
            attested=_attested(reading),
            last_day=last_day,
            unit=attribute.unit,
            bound=entry.bound,
        )

    def _stays(self, subject_id: int, attribute: Attribute, entries: Sequence[Entry], day: int) -> tuple[int, int]:
        """From which day on and until before which day a cell stays as it is."""
        if depends_on_names_of_day(attribute):
            return day, day + 1
        cell = (subject_id, attribute.id)
        if cell not in self._breaks:
            days = break_days(attribute, entries)
            days |= elections.break_days(attribute, entries, self._elections_of(subject_id))
            bounds = self._bounds(subject_id)
            self._breaks[cell] = sorted(days | {bounds.first, bounds.last + 1})
        breaks = self._breaks[cell]
        place = bisect_right(breaks, day)
        begins = breaks[place - 1] if place else ALWAYS_BEFORE
        return begins, breaks[place] if place < len(breaks) else ALWAYS_AFTER

    def _bounds(self, subject_id: int) -> Bounds:
        return bounds_of(*self._study.catalogue.life_of(subject_id))

    def _elections_of(self, subject_id: int) -> list[tuple[int, int]]:
        if self._elections is None:
            self._elections = elections.elections_of(self._study.catalogue.events.values())
        subject = self._study.catalogue.subjects.get(subject_id)
        state_id = subject.state_id if subject else None
        return self._elections.get(state_id or subject_id, [])

    def _bounds_a_life(self, attribute_id: int) -> bool:
        attribute = self._study.catalogue.attributes.get(attribute_id)
        return attribute is None or attribute.role != ""


def said(attribute: Attribute, entry: Entry, names: Names) -> tuple[str, str, CellState]:
    """What an observation reads as: the text shown, the text that its kind reads again, and the state of a cell."""
    if entry.wrong:
        return entry.typed, entry.typed, "wrong"
    if entry.missing:
        return missing_short(entry.missing), "", "missing"
    plain = kind(attribute.kind).show(entry.value, names)
    return value_text(attribute, entry.value, entry.bound, names), plain, "value"


def sources_that_agree(reading: Reading) -> int:
    """How many more sources say what is in force: others that it cites itself, and those of equal observations."""
    if reading.entry is None or reading.entry.missing == "irreconcilable":
        return 0
    own = reading.entry.source_ids
    all_of_them = {source for entry in (reading.entry, *reading.agreeing) for source in entry.source_ids}
    return len(all_of_them) - bool(own)


def _attested(reading: Reading) -> str:
    if reading.hold is not Hold.LAST_ATTESTED or reading.entry is None:
        return ""
    year = year_of(reading.entry.span.attested)
    return _("attested {year}").format(year=year) if year else ""


def _field(subject_id: int, named_id: int, shown: ShownName, last_day: int | None = None) -> Cell:
    hold = Hold.IN_FORCE if shown.exact else Hold.POSSIBLY
    return Cell(subject_id, None, shown.text, "field", hold, value=str(named_id), plain=shown.text, last_day=last_day)
