"""Taking a proposal over: new attributes, parties, states, elections and all values, in one edit."""

from collections.abc import Collection
from dataclasses import replace

from parties_of_power.domain.kinds import kind
from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.imports.columns import remember_columns
from parties_of_power.exchange.imports.headers import header_of
from parties_of_power.exchange.imports.plan import NewAttribute
from parties_of_power.exchange.imports.proposals import NewEvent, NewSubject, Proposal, Proposed
from parties_of_power.exchange.imports.subjects import remember
from parties_of_power.study.edits.attributes import add_attribute
from parties_of_power.study.edits.events import add_event
from parties_of_power.study.edits.people import add_identifier
from parties_of_power.study.edits.recording import Recorded, record_observations
from parties_of_power.study.edits.sources import add_source
from parties_of_power.study.edits.subjects import add_party, add_state
from parties_of_power.study.edits.typed_persons import value_with_persons
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


def apply(
    study: Study, proposal: Proposal, citing: Cite | None = None, taken: Collection[Proposed] | None = None
) -> tuple[int, int]:
    """How many values were taken, and the id of the source that they cite (0 for none): the one of `citing`, else the
    one that the plan describes, which is added. `taken` are the values to take; None for all that are to be taken."""
    wanted = list(proposal.to_take if taken is None else taken)
    if not wanted:
        raise EditRefused(_("Nothing of {name} is new.").format(name=proposal.file))
    count = len(wanted)
    label = ngettext("Import {count} value from {name}", "Import {count} values from {name}", count)
    label = label.format(count=count, name=proposal.file)
    with study.edit(label):
        adding = _Adding(study, proposal, citing or source_of(study, proposal))
        adding.add_what_is_new(wanted)
        record_observations(study, [adding.recorded(each) for each in wanted], label)
    remember(study, proposal.plan.chosen)
    _remember_columns(study, proposal)
    return count, adding.citing.source_id if adding.citing else 0


def source_of(study: Study, proposal: Proposal) -> Cite | None:
    """The source that the plan describes: the one of its key where the study has it, else a new one."""
    fields = dict(proposal.plan.source)
    title = fields.pop("title", "")
    if not title:
        return None
    there = study.catalogue.source(fields.get("key", ""))
    return Cite(there.id if there else add_source(study, title, **fields))


class _Adding:
    """What was added for one import; each is added once."""

    def __init__(self, study: Study, proposal: Proposal, citing: Cite | None) -> None:
        self._study = study
        self._plan = proposal.plan
        self.citing = citing
        self._subjects: dict[tuple[object, ...], int] = {}
        self._attributes: dict[NewAttribute, int] = {}
        self._events: dict[tuple[int, str], int] = {}
        self._state_of: dict[int, int] = {}

    def add_what_is_new(self, values: Collection[Proposed]) -> None:
        """One sort after the other: the study reads its lists again only where one of them has changed."""
        for value in values:
            self._subject(value.subject)
        self._state_of = {each.id: each.state_id or each.id for each in self._study.catalogue.subjects.values()}
        for value in values:
            self._attribute(value.attribute)
        for value in values:
            self._event(value.event, self._subject(value.subject))

    def recorded(self, value: Proposed) -> Recorded:
        subject_id = self._subject(value.subject)
        attribute_id = self._attribute(value.attribute)
        said = value.said
        says: dict[str, object] = {
            "value": self._stored(attribute_id, value),
            "missing": said.missing,
            "typed": value.printed or said.typed,
            "wrong": said.is_wrong,
            "period": value.period,
            "attested": value.attested,
            "event_id": self._event(value.event, subject_id),
            "standing": "rival" if value.status in ("rival", "agrees") else "adopted",
        }
        if said.value:
            names = ("bound", "low", "high", "interval", "coders", "ordinal", "out_of", "base")
            says |= {name: getattr(value, name) for name in names}
        if value.note:
            says["note"] = value.note
        cites = (replace(self.citing, locator=value.locator),) if self.citing else ()
        return Recorded(subject_id, attribute_id, says, cites)

    def _stored(self, attribute_id: int, value: Proposed) -> str:
        said, catalogue = value.said, self._study.catalogue
        attribute = catalogue.attributes[attribute_id]
        of_kind = kind(attribute.kind)
        names = catalogue.names_for(attribute, self._study.as_of)
        if said.new_persons:
            return value_with_persons(self._study, said, of_kind, names)
        if said.value and of_kind.refers_to == "choice" and not isinstance(value.attribute, int):
            return of_kind.read(said.value, names)  # the codes of a new attribute have ids now
        return said.value

    def _subject(self, wanted: int | NewSubject) -> int:
        """Parties of one name are told apart by their identifiers."""
        if isinstance(wanted, int):
            return wanted
        state = self._subject(wanted.state) if wanted.kind == "party" else 0
        key = (wanted.name, state, wanted.identifiers if wanted.kind == "party" else ())
        if key not in self._subjects:
            self._subjects[key] = self._added(wanted, state)
        return self._subjects[key]

    def _added(self, new: NewSubject, state: int) -> int:
        cites = (self.citing,) if self.citing else ()
        language = language_of(new.name)
        if new.kind == "party":
            made = add_party(self._study, new.name, state, language=language, cites=cites)
        else:
            made = add_state(self._study, new.name, language=language, cites=cites)
        for scheme, value in new.identifiers:
            add_identifier(self._study, made, scheme, value, cites=cites)
        return made

    def _attribute(self, new: int | NewAttribute) -> int:
        if isinstance(new, int):
            return new
        if new not in self._attributes:
            there = self._study.catalogue.attribute(new.name, self._plan.subject_kind)
            names = ("unit", "validity", "group", "definition", "source_variable", "source_scale")
            fields = {name: getattr(new, name) for name in names}
            self._attributes[new] = (
                there.id
                if there
                else add_attribute(
                    self._study, self._plan.subject_kind, new.name, new.kind, choices=new.choices, **fields
                )
            )
        return self._attributes[new]

    def _event(self, event: int | NewEvent | None, subject_id: int) -> int | None:
        if not isinstance(event, NewEvent):
            return event
        key = (self._state_of[subject_id], event.date)
        if key not in self._events:
            cites = (self.citing,) if self.citing else ()
            title = _("Election of {date}").format(date=event.date)
            self._events[key] = add_event(self._study, title, "election", event.date, subject_ids=[key[0]], cites=cites)
        return self._events[key]


def language_of(name: str) -> str:
    """By its letters: Kazakh ones, other Cyrillic ones, else English."""
    if set(name.casefold()) & set("әғқңөұүһ"):
        return "kk"
    return "ru" if any("а" <= letter <= "я" for letter in name.casefold()) else "en"


def _remember_columns(study: Study, proposal: Proposal) -> None:
    there = {
        header_of(use.title).title: use.attribute_id
        for use in proposal.plan.uses_as("value")
        if use.attribute_id is not None
    }
    remember_columns(study, there)
