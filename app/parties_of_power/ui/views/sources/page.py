"""The page of the sources, with the reference and the uses of the chosen one below."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from parties_of_power.domain.events import Statement
from parties_of_power.domain.sources import Citation, Cite, CitedKind, Source, first_address
from parties_of_power.paths import user_documents
from parties_of_power.study import queries
from parties_of_power.study.edits import remove_source
from parties_of_power.study.edits.naming import cited_name
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.source import edit_source
from parties_of_power.ui.listing import Field, ListPage, Reading, over_reading
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

MOST_USES = 150


@dataclass(frozen=True, slots=True)
class Row:
    source: Source
    uses: int


class SourcesPage(QWidget):
    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.list = ListPage[Row](
            _("Sources"),
            [
                Field(_("Author"), lambda row: row.source.author, width=152),
                Field(_("Title"), lambda row: row.source.title, is_strong=True),
                Field(_("Date"), lambda row: row.source.date, width=112),
                Field(_("Kind"), lambda row: row.source.kind, width=112, is_quiet=True),
                Field(_("Key"), lambda row: row.source.key, width=104, is_quiet=True),
                Field(_("Cited"), lambda row: str(row.uses), width=70, is_number=True),
            ],
            _("No source is here. Add the first one, then choose it under Citing."),
        )
        self.list.add_button(_("Cite this"), self._cite, _("Every value typed from now on cites this source"))
        self.list.add_button(_("Change…"), self._change)
        self.list.add_button(_("Remove"), self._remove)
        self.list.add_button(_("Export references…"), self._export)
        self.list.add_button(_("Add a source…"), self._add)
        self.reading = Reading(_("The chosen source and what cites it"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(over_reading(self.list, self.reading))
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._tell)
        self.list.opened.connect(lambda _row: self._change())
        workspace.changed.connect(lambda _changes: self.show_sources())
        workspace.item_wanted.connect(self._show_item)
        workspace.study_opened.connect(self.show_sources)
        self.show_sources()

    def show_sources(self) -> None:
        uses = queries.uses_of_sources(self.workspace.study)
        sources = sorted(self.workspace.catalogue.sources.values(), key=lambda each: (each.author, each.date))
        rows = [Row(source, uses.get(source.id, 0)) for source in sources]
        self.list.show_rows(rows, lambda row, here: row.source.id == here.source.id)
        self._tell(self.list.current())

    def show_source(self, source_id: int) -> None:
        """Put one source in front."""
        self.list.filter.clear()
        self.list.go_to(lambda row: row.source.id == source_id)

    def _show_item(self, view: str, item_id: int) -> None:
        if view == "sources":
            self.show_source(item_id)

    def _tell(self, row: Row | None) -> None:
        self.reading.setText(self._told(row.source) if row else "")

    def _told(self, source: Source) -> str:
        study = self.workspace.study
        cited = queries.citations_of_source(study, source.id)
        said = queries.statements_of_source(study, source.id)
        lines = [reference(source), *self._used(cited), *(_statement(each) for each in said)]
        return "<br>".join(lines)

    def _used(self, cited: tuple[tuple[CitedKind, int, Citation], ...]) -> list[str]:
        study = self.workspace.study
        count = len(cited)
        heading = ngettext("Cited at {count} place", "Cited at {count} places", count).format(count=count)
        lines = [f"<b>{escape(heading)}</b>"]
        for kind, row_id, citation in cited[:MOST_USES]:
            place = f", {citation.locator}" if citation.locator else ""
            lines.append(escape(cited_name(study, kind, row_id) + place))
        if count > MOST_USES:
            lines.append(escape(_("and {count} more").format(count=count - MOST_USES)))
        return lines

    def _add(self) -> None:
        source_id = edit_source(self.workspace, self)
        if source_id is not None:
            self.show_source(source_id)

    def printout(self) -> Printout:
        return self.list.printout()

    def _change(self) -> None:
        row = self.list.current()
        if row is not None:
            edit_source(self.workspace, self, row.source)

    def _remove(self) -> None:
        row = self.list.current()
        if row is not None:
            self.workspace.perform(lambda: remove_source(self.workspace.study, row.source.id))

    def chosen_sources(self) -> tuple[int, ...]:
        row = self.list.current()
        return (row.source.id,) if row is not None else ()

    def _export(self) -> None:
        from parties_of_power.ui.dialogs.references import ask_references

        ask_references(self.workspace, self, user_documents(), self.chosen_sources())

    def _cite(self) -> None:
        row = self.list.current()
        if row is not None:
            self.workspace.set_citing(Cite(row.source.id))


def reference(source: Source) -> str:
    """The source as a reference of one line, rich text."""
    parts = [source.author, f"<i>{escape(source.title)}</i>", source.publisher, source.date, source.kind]
    parts = [part if part.startswith("<i>") else escape(part) for part in parts if part]
    if source.url:
        parts.append(f'<a href="{escape(first_address(source.url))}">{escape(source.url)}</a>')
    if source.accessed:
        parts.append(escape(_("accessed {day}").format(day=source.accessed)))
    if source.note:
        parts.append(escape(source.note))
    return ". ".join(parts)


def _statement(statement: Statement) -> str:
    who = f"{statement.claimant}: " if statement.claimant else ""
    return escape(f"{statement.locator} {statement.kind}: {who}{statement.restatement}")
