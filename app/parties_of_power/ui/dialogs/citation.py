"""The dialogs that ask for a citation: a source, the place in it, and when it was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.sources import Cite
from parties_of_power.study import edits, queries
from parties_of_power.study.edits.naming import observation_cell, observation_words
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.fields import Remark
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.dialogs.source_field import SourceField
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace


def ask_citation(workspace: Workspace, parent: QWidget | None, observation_id: int) -> int | None:
    """Cite a source for an observation: the id of the citation, None where the user cancelled."""
    return shown(CitationForm(workspace, parent, observation_id))


def ask_citation_of_several(workspace: Workspace, parent: QWidget | None, observation_ids: Sequence[int]) -> int | None:
    """Cite a source for many observations in one act: at how many that was new; None where the user cancelled."""
    return shown(SeveralCitationsForm(workspace, parent, observation_ids))


def ask_cite(workspace: Workspace, parent: QWidget | None) -> Cite | None:
    """What every edit from now on is to cite, as *Citing* shows it; None where the user cancelled."""
    form = CitingForm(workspace, parent)
    answer: list[Cite | None] = [None]
    form.accepted.connect(lambda: answer.__setitem__(0, form.cite()))
    form.exec()
    return answer[0]


class CiteForm(Form):
    """The fields of a citation. `cite` is what they say; ValueError where they cannot be taken."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, title: str, do_it: str, before: Cite | None
    ) -> None:
        super().__init__(workspace, parent, title, do_it)
        self.source = SourceField(self, _("&Source"), before.source_id if before else None)
        self.locator = self.line(_("&Place in it"), before.locator if before else "", _("p. 12, ¶2, a variable name"))
        self.accessed = self.line(_("&Read on"), before.accessed if before else "", "2026-11-25")
        self.remark = Remark(self, self.accessed)
        self.source.setFocus()
        self.resize(px(560), px(260))

    def cite(self) -> Cite:
        chosen = self.source.asked()
        if chosen is None:
            self.source.remark.refuse(_("Choose the source that is cited."))
        return Cite(chosen, self.locator.text().strip(), self._accessed() or self._accessed_of(chosen))

    def _accessed(self) -> str:
        typed = self.accessed.text().strip()
        try:
            return PartialDate.parse_typed(typed).text if typed else ""
        except DateError as wrong:
            self.remark.refuse(str(wrong))

    def _accessed_of(self, source_id: int) -> str:
        return self.workspace.catalogue.sources[source_id].accessed


class CitationForm(CiteForm):
    """Proposes what stands under *Citing*."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, observation_id: int) -> None:
        super().__init__(workspace, parent, _("Add a source"), _("Cite"), workspace.citing)
        self.observation_id = observation_id
        study = workspace.study
        self.setAccessibleDescription(
            _("Cite a source for {value}, {cell}").format(
                value=observation_words(study, observation_id), cell=observation_cell(study, observation_id)
            )
        )

    def take(self) -> int:
        queries.observation(self.workspace.study, self.observation_id)
        return edits.cite(self.workspace.study, "observation", self.observation_id, self.cite())


class SeveralCitationsForm(CiteForm):
    """Proposes what stands under *Citing*."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, observation_ids: Sequence[int]) -> None:
        count = len(observation_ids)
        title = ngettext("Cite for {count} selected cell", "Cite for {count} selected cells", count)
        super().__init__(workspace, parent, title.format(count=count), _("Cite"), workspace.citing)
        self.observation_ids = observation_ids

    def take(self) -> int:
        return edits.cite_observations(self.workspace.study, self.observation_ids, [self.cite()])


class CitingForm(CiteForm):
    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        super().__init__(workspace, parent, _("Citing"), _("Cite from now on"), workspace.citing)

    def take(self) -> int:
        return self.cite().source_id
