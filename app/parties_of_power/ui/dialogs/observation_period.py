"""When an observation holds, in its form: its event, from, to, and until when a source says so."""

from __future__ import annotations

from parties_of_power.analysis.wording import event_words
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate, Period
from parties_of_power.domain.events import Event
from parties_of_power.domain.observations import Observation
from parties_of_power.study import queries
from parties_of_power.study.edits.observations import ObservationFields
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form


class PeriodFields:
    """From, to, and until when it is attested, with the event to which the value belongs."""

    def __init__(self, form: Form, attribute: Attribute, observation: Observation) -> None:
        self.is_timeless = attribute.validity == "timeless"
        self.events = known_events(form, observation)
        entries = [(_("no event"), None), *((event_words(event), event.id) for event in self.events)]
        self.event = combo(form, _("&Event"), entries, observation.event_id)
        period = observation.period
        start, end = ends_of(period)
        self.start = form.line(_("&From"), start, _("1999-02-12, 1999, 1999~, [2002,2003]"))
        self.end = form.line(_("&To"), end, _("the same for one date, .. for still so, blank for unknown"))
        self.remark = Remark(form, self.end)
        self.attested = form.line(_("&Attested until"), observation.attested, _("where the end is not known"))
        self.remark_on_attested = Remark(form, self.attested)
        for field in (self.start, self.end, self.attested):
            field.textChanged.connect(self.explain)
        self.event.activated.connect(self.take_date_of_event)
        self.explain()

    def period(self) -> Period:
        """DateError says what cannot be read."""
        start, end = (_date(field.text()) for field in (self.start, self.end))
        return Period.of(start, end, self.is_timeless)

    def fields(self) -> ObservationFields:
        try:
            period = self.period()
        except DateError as wrong:
            self.remark.refuse(str(wrong))
        try:
            attested = self._attested()
        except DateError as wrong:
            self.remark_on_attested.refuse(str(wrong))
        return {"period": period, "attested": attested, "event_id": self.event.currentData()}

    def explain(self) -> None:
        """In words, while it is typed."""
        try:
            self.remark.say(self.period().describe())
        except DateError as wrong:
            self.remark.say(str(wrong), is_wrong=True)
        try:
            attested = self._attested()
            self.remark_on_attested.say(PartialDate.parse(attested).describe() if attested else "")
        except DateError as wrong:
            self.remark_on_attested.say(str(wrong), is_wrong=True)

    def _attested(self) -> str:
        typed = self.attested.text().strip()
        return PartialDate.parse_typed(typed).text if typed else ""

    def take_date_of_event(self) -> None:
        """A result is of the day of its election."""
        chosen = self.event.currentData()
        event = next((event for event in self.events if event.id == chosen), None)
        if event is not None:
            self.start.setText(event.date.text)
            self.end.setText(event.date.text)


def ends_of(period: Period) -> tuple[str, str]:
    """A period as the texts of its two fields."""
    if period.is_timeless:
        return "", ""
    if period.is_single:
        return period.text, period.text
    start, _stroke, end = period.text.partition("/")
    return start, end


def known_events(form: Form, observation: Observation) -> tuple[Event, ...]:
    """The events of the subject and of its state, latest first."""
    study = form.workspace.study
    subject = study.catalogue.subjects[observation.subject_id]
    found = {event.id: event for event in queries.events_of(study, subject.id)}
    if subject.state_id is not None:
        found |= {event.id: event for event in queries.events_of(study, subject.state_id)}
    if observation.event_id in study.catalogue.events:
        found[observation.event_id] = study.catalogue.events[observation.event_id]
    return tuple(sorted(found.values(), key=lambda event: -(event.date.earliest or event.date.latest or 0)))


def _date(text: str) -> str:
    return text.strip() if text.strip() in ("", "..") else PartialDate.parse_typed(text).text
