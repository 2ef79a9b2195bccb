"""The dialog that adopts a value over its rivals: it says what will become of them, and asks for the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from parties_of_power.domain.observations import Observation
from parties_of_power.study import queries
from parties_of_power.study.edits import adopt_observation
from parties_of_power.study.edits.naming import observation_cell, observation_words, source_name
from parties_of_power.study.edits.standing import displaced_by
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.workspace import Workspace


def ask_adopt(workspace: Workspace, parent: QWidget | None, observation_id: int) -> int | None:
    """Its id when it was adopted, None where the user cancelled."""
    return shown(AdoptForm(workspace, parent, queries.observation(workspace.study, observation_id)))


class AdoptForm(Form):
    def __init__(self, workspace: Workspace, parent: QWidget | None, observation: Observation) -> None:
        study = workspace.study
        value = observation_words(study, observation.id)
        super().__init__(workspace, parent, _("Adopt {value}").format(value=value), _("Adopt"))
        self.observation = observation
        cell = QLabel(observation_cell(study, observation.id), wordWrap=True)
        cell.setFont(font(15))
        self.fields.addRow(cell)
        self.fields.addRow(QLabel(what_happens(study, observation, workspace.cell_day), wordWrap=True))
        self.reason = self.line(_("&Reason"), "", _("the final count, with its base stated"))
        self.reason.setFocus()
        without = QLabel(_("Without a reason the cell stays listed under To settle."), wordWrap=True)
        without.setFont(font(12))
        self.fields.addRow("", without)
        self.resize(px(520), px(280))

    def take(self) -> int:
        reason = self.reason.text().strip()
        adopt_observation(self.workspace.study, self.observation.id, reason, day=self.workspace.cell_day)
        return self.observation.id


def what_happens(study: Study, observation: Observation, day: int) -> str:
    """The result before it is taken: which value the table shows from now on, and which become its rivals."""
    shown = _("{value} will stand in the table.").format(value=_named(study, observation))
    displaced = [_named(study, queries.observation(study, each)) for each in displaced_by(study, observation, day)]
    if not displaced:
        return shown
    stay = ngettext(
        "{values} becomes its rival and keeps its source.",
        "{values} become its rivals and keep their sources.",
        len(displaced),
    )
    return _("{shown} {stay}").format(shown=shown, stay=stay.format(values="; ".join(displaced)))


def _named(study: Study, observation: Observation) -> str:
    """The value, and the first source that says so."""
    value = observation_words(study, observation.id)
    if not observation.citations:
        return value
    source = source_name(study, observation.citations[0].source_id)
    return _("{value} ({source})").format(value=value, source=source)
