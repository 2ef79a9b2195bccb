"""The dialog in which an observation is added or corrected, with every field that it has."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.observations import Observation
from parties_of_power.domain.sources import Cite
from parties_of_power.study import queries
from parties_of_power.study.cells import new_period
from parties_of_power.study.edits import adopt_observation, record_observation
from parties_of_power.study.edits import correct_observation as correct
from parties_of_power.study.edits.naming import cell_name, observation_words, value_words
from parties_of_power.study.edits.observations import ObservationFields
from parties_of_power.study.edits.typed_persons import value_with_persons
from parties_of_power.study.typed import Said
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.dialogs.observation_parts import Details, StandingFields
from parties_of_power.ui.dialogs.observation_period import PeriodFields
from parties_of_power.ui.dialogs.observation_value import ValueField
from parties_of_power.ui.dialogs.source_field import SourceField
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace


def add_observation(workspace: Workspace, parent: QWidget | None, subject_id: int, attribute_id: int) -> int | None:
    """The id of a new observation of a cell, None where the user cancelled."""
    attribute = workspace.catalogue.attributes[attribute_id]
    period = new_period(attribute, workspace.cell_day)
    blank = Observation(0, subject_id, attribute_id, period=period)
    return shown(ObservationForm(workspace, parent, attribute, blank))


def correct_observation(workspace: Workspace, parent: QWidget | None, observation_id: int) -> int | None:
    """The id of the observation that was corrected, None where the user cancelled."""
    observation = queries.observation(workspace.study, observation_id)
    attribute = workspace.catalogue.attributes[observation.attribute_id]
    return shown(ObservationForm(workspace, parent, attribute, observation))


class ObservationForm(Form):
    """An observation without an id is a new one, which can cite a source at once; another has its card for that."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, attribute: Attribute, observation: Observation
    ) -> None:
        self.is_new = observation.id == 0
        title = cell_name(workspace.study, observation.subject_id, attribute.id)
        super().__init__(workspace, parent, title, _("Add") if self.is_new else _("Correct"))
        self.attribute = attribute
        self.observation = observation
        self.value = ValueField(self, attribute, observation)
        self.period = PeriodFields(self, attribute, observation)
        self.standing = StandingFields(self, observation)
        self.details = Details(self, attribute, observation)
        if self.is_new:
            self._ask_source()
        self.value.editor.setFocus()
        self.resize(px(600), px(640))

    def take(self) -> int:
        said = self.value.said()
        study, observation = self.workspace.study, self.observation
        with study.edit(self._label(said)):
            fields = self._fields(said)
            if self.is_new:
                cites = self._cites()
                return self._adopted_if_wanted(
                    record_observation(study, observation.subject_id, self.attribute.id, cites=cites, **fields)
                )
            correct(study, observation.id, **fields)
            return self._adopted_if_wanted(observation.id)

    def _adopted_if_wanted(self, observation_id: int) -> int:
        """What it takes the place of becomes its rival, as when it is adopted from its card."""
        is_to_be = self.standing.standing == "adopted"
        if is_to_be and (self.is_new or self.observation.standing != "adopted"):
            adopt_observation(
                self.workspace.study, observation_id, self.standing.reason.text().strip(), day=self.workspace.cell_day
            )
        return observation_id

    def _fields(self, said: Said) -> ObservationFields:
        fields: ObservationFields = {**said_fields(self, said), **self.period.fields(), **self.details.fields()}
        if said.out_of is not None:
            fields["out_of"] = said.out_of
        standing = self.standing.fields()
        if standing["standing"] == "adopted" and (self.is_new or self.observation.standing != "adopted"):
            # Adopting it is a step of its own, which makes room for it.
            standing["standing"] = "rival"
        return {**fields, **standing}

    def _cites(self) -> tuple[Cite, ...]:
        chosen = self.source.asked()
        if chosen is None:
            if self.locator.text().strip():
                self.source.remark.refuse(_("Choose the source in which that place is."))
            return ()
        source = self.workspace.catalogue.sources[chosen]
        return (Cite(chosen, self.locator.text().strip(), source.accessed),)

    def _ask_source(self) -> None:
        citing = self.workspace.citing
        self.source = SourceField(self, _("So&urce"), citing.source_id if citing else None)
        self.locator = self.line(_("&Place in it"), citing.locator if citing else "", _("p. 12, ¶2, a variable name"))

    def _label(self, said: Said) -> str:
        study, attribute_id = self.workspace.study, self.attribute.id
        cell = cell_name(study, self.observation.subject_id, attribute_id)
        words = value_words(study, attribute_id, said.value, said.missing, said.typed)
        if self.is_new:
            return _("Record {value} for {cell}").format(value=words, cell=cell)
        old = observation_words(study, self.observation.id)
        if old == words:
            return _("Correct what is known about {value} for {cell}").format(value=words, cell=cell)
        return _("Correct {old} to {new} for {cell}").format(old=old, new=words, cell=cell)


def said_fields(form: ObservationForm, said: Said) -> ObservationFields:
    """What was typed as fields; persons who are new are added to the study."""
    value = value_with_persons(form.workspace.study, said, form.value.kind, form.value.names)
    return {"value": value, "typed": said.typed, "missing": said.missing, "wrong": said.is_wrong}
