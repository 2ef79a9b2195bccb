"""Citing from the table: one source for all selected cells, the sources of the cell above, the page that is cited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from parties_of_power.domain.sources import Cite, Source
from parties_of_power.study import queries
from parties_of_power.study.edits.sources import cite_observations
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.dialogs.citation import ask_citation_of_several
from parties_of_power.ui.pages import page_of
from parties_of_power.ui.tables.menu_entries import add_entry
from parties_of_power.ui.views.comparison.moving import blocks_of

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.view import ComparisonView


def cite_selected(view: ComparisonView) -> None:
    """Ask once, and cite it for every value that is selected."""
    workspace = view.table.workspace
    observations = observations_selected(view)
    if not observations:
        workspace.message.emit(_("No value is selected that could cite a source."))
    elif workspace.may_edit():
        cited = ask_citation_of_several(workspace, view.window(), observations)
        if cited:
            workspace.message.emit(_cited_words(cited))


def cite_as_above(view: ComparisonView) -> None:
    """Each selected value cites what the cell above its block cites, column by column."""
    table, workspace = view.table, view.table.workspace
    if not workspace.may_edit():
        return
    wanted: list[tuple[list[int], list[Cite]]] = []
    for top, left, bottom, right in blocks_of(view):
        for column in range(left, right + 1):
            above = table.cell(top - 1, column).observation_id if top else None
            citations = queries.citations_of(workspace.study, "observation", above) if above else ()
            below = (table.cell(row, column).observation_id for row in range(top, bottom + 1))
            cited = [each for each in below if each is not None]
            if citations and cited:
                wanted.append((cited, [Cite(each.source_id, each.locator, each.accessed) for each in citations]))
    if not wanted:
        workspace.message.emit(_("The cell above cites no source, or there is no value here."))
        return

    def act() -> int:
        with workspace.study.edit(_("Cite as in the cell above")):
            return sum(cite_observations(workspace.study, cited, cites) for cited, cites in wanted)

    done = workspace.perform(act)
    if done:
        workspace.message.emit(_cited_words(done))


def open_citation(view: ComparisonView) -> None:
    """The page, DOI or file that the current cell cites; of several a menu asks which."""
    workspace, index = view.table.workspace, view.currentIndex()
    cell = view.table.cell(index.row(), index.column()) if index.isValid() else None
    if cell is None or cell.observation_id is None:
        workspace.message.emit(_("There is no value here that cites a source."))
        return
    citations = queries.citations_of(workspace.study, "observation", cell.observation_id)
    known = workspace.catalogue.sources
    sources = list(dict.fromkeys(known[each.source_id] for each in citations if each.source_id in known))
    with_page = [source for source in sources if page_of(source) is not None]
    if not with_page:
        workspace.message.emit(_("No page, DOI or file is known of what is cited here."))
    elif len(with_page) == 1:
        open_page(view, with_page[0])
    else:
        menu = QMenu(_("Open what is cited"), view)
        menu.aboutToHide.connect(menu.deleteLater)
        for source in with_page:
            add_entry(menu, source.title, partial(open_page, view, source))
        corner = view.cell_rect(index.row(), index.column()).bottomLeft()
        menu.popup(view.viewport().mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])


def open_page(view: ComparisonView, source: Source) -> None:
    page = page_of(source)
    if page is not None and not QDesktopServices.openUrl(page):
        view.table.workspace.message.emit(_("{page} could not be opened.").format(page=page.toDisplayString()))


def observations_selected(view: ComparisonView) -> list[int]:
    """The observations in force in the selected cells, each once."""
    found = (view.table.cell(row, column).observation_id for row, column in view.places())
    return list(dict.fromkeys(each for each in found if each is not None))


def _cited_words(count: int) -> str:
    return ngettext("{count} value cites it now", "{count} values cite it now", count).format(count=count)
