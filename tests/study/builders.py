"""Studies built with words: `a_study(tmp_path).with_state("Kazakhstan").with_party("Nur Otan", state="Kazakhstan")`.

What was made is found again by its name: `words.party("Nur Otan")`, `words.study` is the open study itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from parties_of_power.domain.charts import MAIN, Asked, ChartDefinition
from parties_of_power.domain.dates import NO_PERIOD, PartialDate, Period
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study

CODER = "Aliya"


def a_study(folder: Path, name: str = "test.parties", *, coder: str = CODER) -> Words:
    """An empty study in a new file, open."""
    return Words(Study.create(folder / name, coder=coder))


def day(text: str) -> int:
    """The number of the first day that a date may mean."""
    earliest = PartialDate.parse(text).earliest
    assert earliest is not None
    return earliest


class Words:
    """A study that grows by what is said about it. Values are given as people type them."""

    def __init__(self, study: Study, ids: dict[tuple[str, str], int] | None = None) -> None:
        self.study = study
        self._ids = ids or {}

    def copied_to(self, folder: Path) -> Words:
        """The same words about a copy of the study, which is open."""
        copy = folder / self.study.path.name
        self.study.save_copy(copy)
        return Words(Study.open(copy, coder=self.study.coder), dict(self._ids))

    def with_state(self, name: str, **fields: Any) -> Words:
        return self._know("state", name, edits.add_state(self.study, name, **fields))

    def with_party(self, name: str, state: str = "", *, founded: str = "", dissolved: str = "", **fields: Any) -> Words:
        """In a state that is added where it is new; its dates are values of Founded and Dissolved."""
        state = state or "Somewhere"
        if ("state", state) not in self._ids:
            self.with_state(state)
        self._know("party", name, edits.add_party(self.study, name, self.state(state), **fields))
        for role, date in (("founded", founded), ("dissolved", dissolved)):
            if date:
                self._with_life(name, role, date)
        return self

    def with_name(self, subject: str, text: str, period: str = "", **fields: Any) -> Words:
        held = Period.parse(period) if period else NO_PERIOD
        return self._know("name", text, edits.add_name(self.study, self.subject(subject), text, period=held, **fields))

    def with_attribute(
        self, name: str, kind: str = "text", *, of: str = "party", choices: Sequence[str] = (), **fields: Any
    ) -> Words:
        """`choices` are labels; their codes are the same."""
        pairs = [(label, label) for label in choices]
        made = edits.add_attribute(self.study, of, name, kind, choices=pairs, **fields)
        return self._know("attribute", name, made)

    def with_source(self, title: str, **fields: Any) -> Words:
        return self._know("source", title, edits.add_source(self.study, title, **fields))

    def with_person(self, name: str, **fields: Any) -> Words:
        return self._know("person", name, edits.add_person(self.study, name, **fields))

    def with_event(self, title: str, kind: str, date: str, *subjects: str, **fields: Any) -> Words:
        ids = [self.subject(each) for each in subjects]
        made = edits.add_event(self.study, title, kind, date, subject_ids=ids, **fields)
        return self._know("event", title, made)

    def with_value(
        self,
        subject: str,
        attribute: str,
        text: str = "",
        period: str = "",
        *,
        source: str = "",
        locator: str = "",
        event: str = "",
        coder: str = "",
        **fields: Any,
    ) -> Words:
        """An observation, adopted where nothing else is said; `missing=` instead of a text."""
        held = Period.parse(period) if period else NO_PERIOD
        cites = [self.cite(source, locator)] if source else []
        with self.coded_by(coder or self.study.coder):
            edits.record_observation(
                self.study,
                self.subject(subject),
                self.attribute(attribute),
                cites=cites,
                value=self.value(attribute, text) if text else "",
                typed=text,
                period=held,
                event_id=self.event(event) if event else None,
                **fields,
            )
        return self

    def with_comparison(
        self, name: str, of: str = "party", *, rows: Sequence[str] = (), columns: Sequence[str] = (), **fields: Any
    ) -> Words:
        """Of all subjects, or of a fixed list of them."""
        listed: dict[str, Any] = {"rows_from": "list", "row_ids": [self.subject(each) for each in rows]} if rows else {}
        shown = [self.attribute(each) for each in columns]
        made = edits.add_comparison(self.study, name, of, attribute_ids=shown, **listed, **fields)
        return self._know("comparison", name, made)

    def with_tie(self, form: str, status: str, *parties: str, **fields: Any) -> Words:
        """Found again by its form."""
        made = edits.add_tie(self.study, form, status, [self.party(each) for each in parties], **fields)
        return self._know("tie", form, made)

    def with_succession(self, older: str, newer: str, kind: str, **fields: Any) -> Words:
        """Found again by its kind."""
        made = edits.add_succession(self.study, self.subject(older), self.subject(newer), kind, **fields)
        return self._know("succession", kind, made)

    def with_statement(self, kind: str, source: str, restatement: str, *subjects: str, **fields: Any) -> Words:
        ids = [self.subject(each) for each in subjects]
        made = edits.add_statement(self.study, kind, self.source(source), restatement, subject_ids=ids, **fields)
        return self._know("statement", restatement, made)

    def with_identifier(self, subject: str, scheme: str, value: str, **fields: Any) -> Words:
        made = edits.add_identifier(self.study, self.subject(subject), scheme, value, **fields)
        return self._know("identifier", scheme, made)

    def as_of(self, text: str) -> Words:
        self.study.as_of = day(text)
        return self

    def state(self, name: str) -> int:
        return self._ids["state", name]

    def party(self, name: str) -> int:
        return self._ids["party", name]

    def subject(self, name: str) -> int:
        return self._ids.get(("party", name)) or self.state(name)

    def attribute(self, name: str) -> int:
        return self._ids["attribute", name]

    def source(self, title: str) -> int:
        return self._ids["source", title]

    def person(self, name: str) -> int:
        return self._ids["person", name]

    def event(self, title: str) -> int:
        return self._ids["event", title]

    def with_chart(self, name: str, kind: str, comparison: str, attribute: str) -> Words:
        definition = ChartDefinition(self.comparison(comparison), (Asked(MAIN, self.attribute(attribute)),))
        return self._know("chart", name, edits.add_chart(self.study, name, kind, definition))

    def chart(self, name: str) -> int:
        return self._ids["chart", name]

    def comparison(self, name: str) -> int:
        return self._ids["comparison", name]

    def tie(self, form: str) -> int:
        return self._ids["tie", form]

    def succession(self, kind: str) -> int:
        return self._ids["succession", kind]

    def statement(self, restatement: str) -> int:
        return self._ids["statement", restatement]

    def identifier(self, scheme: str) -> int:
        return self._ids["identifier", scheme]

    def column(self, comparison: str, attribute: str) -> int:
        shown = queries.comparison(self.study, self.comparison(comparison)).columns
        return next(each.id for each in shown if each.attribute_id == self.attribute(attribute))

    def name(self, text: str) -> int:
        return self._ids["name", text]

    def choice(self, attribute: str, label: str) -> int:
        choices = self.study.catalogue.choices_of(self.attribute(attribute))
        return next(each.id for each in choices if each.label == label)

    def cite(self, source: str, locator: str = "") -> Cite:
        return Cite(self.source(source), locator)

    def value(self, attribute: str, text: str) -> str:
        """The canonical value that a typed text means."""
        asked = self.study.catalogue.attributes[self.attribute(attribute)]
        return kind(asked.kind).read(text, self.study.catalogue.names_for(asked, self.study.as_of))

    def observations(self, subject: str, attribute: str, standing: str = "") -> tuple[Observation, ...]:
        found = queries.observations_of(self.study, self.subject(subject), self.attribute(attribute))
        return tuple(each for each in found if standing in ("", each.standing))

    def observation(self, subject: str, attribute: str, value: str) -> Observation:
        """The one that says this canonical value or missing reason, or was typed so."""
        found = self.observations(subject, attribute)
        (one,) = [each for each in found if value in (each.value, each.missing, each.typed)]
        return one

    @contextmanager
    def coded_by(self, coder: str) -> Iterator[None]:
        before, self.study.coder = self.study.coder, coder
        try:
            yield
        finally:
            self.study.coder = before

    def _with_life(self, party: str, role: str, date: str) -> None:
        name = role.capitalize()
        if ("attribute", name) not in self._ids:
            self.with_attribute(name, "date", validity="timeless", role=role)
        self.with_value(party, name, date)

    def _know(self, what: str, name: str, row_id: int) -> Words:
        self._ids[what, name] = row_id
        return self
