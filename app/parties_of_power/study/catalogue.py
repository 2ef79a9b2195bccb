"""`Catalogue`: the small tables of a study in memory: subjects and their names, attributes, choices, persons, sources,
events. A part is read when it is first asked for, and read again only where an edit touched its tables."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from parties_of_power.domain.attributes import Attribute, Choice
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.events import Event
from parties_of_power.domain.force import Life, life_on
from parties_of_power.domain.kinds import NO_NAMES, Names, kind
from parties_of_power.domain.sources import Source
from parties_of_power.domain.subjects import Name, Person, Subject, SubjectKind
from parties_of_power.study import queries
from parties_of_power.study.changes import Changes
from parties_of_power.study.lookups import Called, Lookup, folded
from parties_of_power.study.rows import grouped, made, selected, span
from parties_of_power.study.shown_names import DatedName, ShownName, name_on
from parties_of_power.study.tables import SPAN_COLUMNS

if TYPE_CHECKING:
    from parties_of_power.domain.formulas import Formulas

Lives = dict[int, tuple[PartialDate | None, PartialDate | None]]
_MANY = 2_000
_SHORT_FIRST = ("short", "full", "abbreviation")
_FULL_FIRST = ("full", "short", "abbreviation")


class Readable(queries.Readable, Protocol):
    """What the catalogue needs of a study."""

    def setting(self, key: str, default: str = "") -> str: ...


class Catalogue:
    """What it answers does not change; after an edit the study has another one."""

    def __init__(self, study: Readable) -> None:
        self._study = study
        self._language = study.setting("reader_language", "en")
        self._names: dict[int, tuple[Name, ...]] = {}
        self._shown: dict[tuple[int, int, tuple[str, ...]], ShownName] = {}
        self._shown_day = 0
        self._lookups: dict[tuple[str, int], tuple[int, Names]] = {}

    def after(self, changes: Changes) -> "Catalogue":
        """The catalogue after an edit; it keeps every part that the edit did not touch."""
        if changes.kind == "reload":
            return Catalogue(self._study)
        stale = {part for part, is_stale in self._stale_parts(changes).items() if is_stale}
        if not stale:
            return self
        fresh = Catalogue(self._study)
        for part in _PARTS - stale:
            if part in self.__dict__:
                fresh.__dict__[part] = self.__dict__[part]
        self._hand_on_names(fresh, changes)
        return fresh

    @cached_property
    def subjects(self) -> dict[int, Subject]:
        return {row.id: row for row in self._all("subject", "key, id")}

    @cached_property
    def parties(self) -> tuple[Subject, ...]:
        """By key; those without one first, in the order they were made."""
        return tuple(subject for subject in self.subjects.values() if subject.kind == "party")

    @cached_property
    def states(self) -> tuple[Subject, ...]:
        return tuple(subject for subject in self.subjects.values() if subject.kind == "state")

    @cached_property
    def attributes(self) -> dict[int, Attribute]:
        """In the order of the codebook."""
        return {row.id: row for row in self._all("attribute", "position, name, id")}

    @cached_property
    def formulas(self) -> "Formulas":
        """Of the computed attributes; a study without any, and its first table, need none of it."""
        from parties_of_power.domain.formulas import Formulas

        return Formulas(self.attributes)

    @cached_property
    def persons(self) -> dict[int, Person]:
        return {row.id: row for row in self._all("person", "name, id")}

    @cached_property
    def sources(self) -> dict[int, Source]:
        return {row.id: row for row in self._all("source", "title, id")}

    @cached_property
    def events(self) -> dict[int, Event]:
        return {event.id: event for event in queries.events(self._study)}

    def attributes_of(self, subject_kind: SubjectKind) -> tuple[Attribute, ...]:
        return tuple(attribute for attribute in self.attributes.values() if attribute.subject_kind == subject_kind)

    def attribute(self, key_or_name: str, subject_kind: SubjectKind | None = None) -> Attribute | None:
        """By its key, else by its name or id; None where there is none, or where two bear the name."""
        possible = [each for each in self.attributes.values() if subject_kind in (None, each.subject_kind)]
        wanted = folded(key_or_name)
        for text_of in (lambda each: each.key, lambda each: folded(each.name), lambda each: str(each.id)):
            found = [each for each in possible if wanted and text_of(each) in (wanted, key_or_name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def choices_of(self, attribute_id: int) -> tuple[Choice, ...]:
        return self._choices.get(attribute_id, ())

    def source(self, key_or_id: str) -> Source | None:
        """By its key or id."""
        return next(
            (each for each in self.sources.values() if key_or_id in (each.key, str(each.id)) and key_or_id), None
        )

    def read_names(self) -> None:
        """Read the names of all subjects at once, for who is going to ask for very many of them."""
        rows = self._study.rows(f"SELECT {selected('name')} FROM name ORDER BY start_min, id")
        names = grouped((name.subject_id, name) for name in (made("name", row) for row in rows))
        self._names = {subject_id: names.get(subject_id, ()) for subject_id in self.subjects}

    def names_of(self, subject_id: int) -> tuple[Name, ...]:
        """Earliest first, of every standing."""
        if subject_id not in self._names:
            rows = self._study.rows(
                f"SELECT {selected('name')} FROM name WHERE subject_id = ? ORDER BY start_min, id", (subject_id,)
            )
            self._names[subject_id] = tuple(made("name", row) for row in rows)
        return self._names[subject_id]

    def shown_name(self, subject_id: int, day: int) -> ShownName:
        """The short name in force on a day in the reader's language; else the nearest in time."""
        return self._name_on(subject_id, day, _SHORT_FIRST)

    def full_name(self, subject_id: int, day: int) -> ShownName:
        return self._name_on(subject_id, day, _FULL_FIRST)

    def find_subject(self, text: str, subject_kind: SubjectKind | None = None) -> tuple[int, ...]:
        """Every subject that bears or bore this name, has this key or this id."""
        found = self._subject_lookup.found(text)
        return tuple(each for each in found if subject_kind in (None, self.subjects[each].kind))

    def names_for(self, attribute: Attribute, day: int) -> Names:
        """The lookup with which the attribute's kind reads and shows its values."""
        refers_to = kind(attribute.kind).refers_to
        if not refers_to:
            return NO_NAMES
        key = (refers_to, attribute.id if refers_to == "choice" else 0)
        made_for, names = self._lookups.get(key, (day, None))
        if names is None or (made_for != day and refers_to in ("party", "state")):
            names = Lookup(self._called(refers_to, attribute, day))
            self._lookups[key] = day, names
        return names

    def life_of(self, subject_id: int) -> tuple[PartialDate | None, PartialDate | None]:
        """When it was founded and dissolved, as adopted; None where nothing is known."""
        return self._lives.get(subject_id, (None, None))

    def life_on(self, subject_id: int, day: int) -> Life:
        return life_on(day, *self.life_of(subject_id))

    def _all(self, table: str, order: str) -> Iterable[Any]:
        return (made(table, row) for row in self._study.rows(f"SELECT {selected(table)} FROM {table} ORDER BY {order}"))

    def _name_on(self, subject_id: int, day: int, forms: tuple[str, ...]) -> ShownName:
        if day != self._shown_day:
            self._shown, self._shown_day = {}, day
        key = (subject_id, day, forms)
        if key not in self._shown:
            names = self._dated_names.get(subject_id, ())
            self._shown[key] = name_on(day, names, self._language, forms) or self._nameless(subject_id)
        return self._shown[key]

    def _nameless(self, subject_id: int) -> ShownName:
        subject = self.subjects.get(subject_id)
        return ShownName((subject.key if subject else "") or str(subject_id), False)

    def _called(self, refers_to: str, attribute: Attribute, day: int) -> Iterable[Called]:
        if refers_to == "choice":
            return (Called(each.id, each.label or each.code, (each.code,)) for each in self.choices_of(attribute.id))
        if refers_to == "person":
            return (
                Called(each.id, each.name, tuple(filter(None, (each.key, each.native, *each.variants))))
                for each in self.persons.values()
            )
        subjects = self.parties if refers_to == "party" else self.states
        return (
            Called(
                each.id, self.shown_name(each.id, day).text, (*filter(None, [each.key]), *self._texts.get(each.id, ()))
            )
            for each in subjects
        )

    def _hand_on_names(self, fresh: "Catalogue", changes: Changes) -> None:
        """Of the names only those of the subjects that an edit touched are read again: there may be very many."""
        rows = [row for row in changes.rows if row.table == "name"]
        if not rows or any(row.operation == "update" and "subject_id" in row.fields for row in rows):
            return
        touched = {row.subject_id for row in rows if row.subject_id is not None}
        if len(touched) > _MANY:
            return
        for part, read in (("_dated_names", fresh._read_dated_names), ("_texts", fresh._read_texts)):
            if part in self.__dict__:
                kept = {owner: names for owner, names in self.__dict__[part].items() if owner not in touched}
                fresh.__dict__[part] = kept | read(touched)

    def _stale_parts(self, changes: Changes) -> dict[str, bool]:
        tables = {row.table for row in changes.rows}
        observed = {row.attribute_id for row in changes.rows if row.table == "observation"}
        cited_events = any(row.table == "citation" and "event_id" in row.fields for row in changes.rows)
        subjects, names, attributes = "subject" in tables, "name" in tables, "attribute" in tables
        choices, persons = "choice" in tables, "person" in tables
        return {
            "subjects": subjects,
            "parties": subjects,
            "states": subjects,
            "attributes": attributes,
            "formulas": attributes,
            "_choices": choices,
            "persons": persons,
            "sources": "source" in tables,
            "events": bool({"event", "event_subject"} & tables) or cited_events,
            "_dated_names": names,
            "_texts": names,
            "_subject_lookup": names or subjects,
            "_lives": attributes or bool(observed & set(self._life_attributes)),
            "_life_attributes": attributes,
            "_lookups": subjects or names or persons or choices or attributes,
            "_names": names,
        }

    @cached_property
    def _choices(self) -> dict[int, tuple[Choice, ...]]:
        return grouped((each.attribute_id, each) for each in self._all("choice", "attribute_id, position, id"))

    @cached_property
    def _dated_names(self) -> dict[int, tuple[DatedName, ...]]:
        return self._read_dated_names(None)

    @cached_property
    def _texts(self) -> dict[int, tuple[str, ...]]:
        """Every name of every subject, whatever its standing."""
        return self._read_texts(None)

    def _read_dated_names(self, subject_ids: set[int] | None) -> dict[int, tuple[DatedName, ...]]:
        rows = self._study.rows(
            f"SELECT subject_id, text, form, language, {', '.join(SPAN_COLUMNS)} FROM name "
            f"WHERE standing = 'adopted'{_among(subject_ids)} ORDER BY subject_id, start_min, id"
        )
        return grouped((owner, DatedName(text, form, tag, span(days))) for owner, text, form, tag, *days in rows)

    def _read_texts(self, subject_ids: set[int] | None) -> dict[int, tuple[str, ...]]:
        return grouped(self._study.rows(f"SELECT subject_id, text FROM name WHERE 1{_among(subject_ids)} ORDER BY id"))

    @cached_property
    def _subject_lookup(self) -> Lookup:
        return Lookup(Called(each.id, each.key, self._texts.get(each.id, ())) for each in self.subjects.values())

    @cached_property
    def _life_attributes(self) -> dict[int, str]:
        return {each.id: each.role for each in self.attributes.values() if each.role}

    @cached_property
    def _lives(self) -> Lives:
        lives: Lives = {}
        for attribute_id, role in self._life_attributes.items():
            rows = self._study.rows(
                "SELECT subject_id, value FROM observation WHERE attribute_id = ? AND standing = 'adopted' "
                "AND value <> '' ORDER BY edited, id",
                (attribute_id,),
            )
            for subject_id, value in rows:
                founded, dissolved = lives.get(subject_id, (None, None))
                date = _date(value)
                lives[subject_id] = (date, dissolved) if role == "founded" else (founded, date)
        return lives


_PARTS = {name for name, value in vars(Catalogue).items() if isinstance(value, cached_property)} | {
    "_lookups",
    "_names",
}


def _among(subject_ids: set[int] | None) -> str:
    """A further condition of a WHERE; all subjects for None."""
    return "" if subject_ids is None else f" AND subject_id IN ({', '.join(map(str, subject_ids))})"


def _date(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value)
    except DateError:
        return None
