"""The dialog in which a source is added or changed: a reference, with the fields of CSL."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.sources import Source
from parties_of_power.study.edits import add_source, change_source
from parties_of_power.study.edits.sources import SourceDetails
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.workspace import Workspace


def ask_source(workspace: Workspace, parent: QWidget | None) -> int | None:
    """The id of a new source, None where the user cancelled."""
    return edit_source(workspace, parent)


def edit_source(workspace: Workspace, parent: QWidget | None, source: Source | None = None) -> int | None:
    """Add a source, or change the one given."""
    return shown(SourceForm(workspace, parent, source))


class SourceForm(Form):
    def __init__(self, workspace: Workspace, parent: QWidget | None, source: Source | None) -> None:
        title = _("Change a source") if source else _("Add a source")
        super().__init__(workspace, parent, title, _("Change") if source else _("Add"))
        self.source = source
        old = source or Source(0, "")
        self.title_line = self.line(_("&Title"), old.title)
        self.author = self.line(_("&Author"), old.author, _("Family, Given; Family, Given"))
        self.date = self.line(_("&Date"), old.date, "2008-11-25")
        self.publisher = self.line(_("&Publisher"), old.publisher)
        self.kind = self.line(_("&Kind"), old.kind, _("article, report, dataset, web page …"))
        self.url = self.line(_("Add&ress"), old.url, "https://")
        self.doi = self.line(_("D&OI"), old.doi, "10.")
        self.accessed = self.line(_("Acce&ssed on"), old.accessed, "2026-11-25")
        self.license = self.line(_("&Licence"), old.license)
        self.key = self.line(_("Ke&y"), old.key, _("a short name for the command line"))
        self.note = self.line(_("N&ote"), old.note)

    def take(self) -> int:
        title = self.title_line.text().strip()
        fields: SourceDetails = {
            "author": self.author.text().strip(),
            "date": self.date.text().strip(),
            "publisher": self.publisher.text().strip(),
            "kind": self.kind.text().strip(),
            "url": self.url.text().strip(),
            "doi": self.doi.text().strip(),
            "accessed": self.accessed.text().strip(),
            "license": self.license.text().strip(),
            "key": self.key.text().strip(),
            "note": self.note.text().strip(),
        }
        study = self.workspace.study
        if self.source is None:
            return add_source(study, title, **fields)
        change_source(study, self.source.id, title=title, **fields)
        return self.source.id
