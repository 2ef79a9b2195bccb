"""What is done from the inspector: each link's verb, and the menu of an observation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from parties_of_power.domain.observations import Observation
from parties_of_power.study import edits, queries
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.adopt import ask_adopt
from parties_of_power.ui.dialogs.citation import ask_citation
from parties_of_power.ui.dialogs.observation import add_observation, correct_observation
from parties_of_power.ui.views.inspector.words import Link
from parties_of_power.ui.workspace import Workspace

EDITS = ("adopt", "correct", "cite", "uncite", "remove", "add_value")


def act(workspace: Workspace, parent: QWidget, link: Link) -> None:
    """Do what a link asks for."""
    if link.verb in EDITS and not workspace.may_edit():
        return
    doing: dict[str, Callable[[], object]] = {
        "open": lambda: open_source(workspace, link.id),
        "show_source": lambda: workspace.show_item("sources", link.id),
        "codebook": lambda: workspace.show_item("codebook", link.id),
        "select": lambda: select(workspace, link.id),
        "cell": lambda: open_cell(workspace, link.id, link.subject_id),
        "as_of": lambda: workspace.set_as_of(link.id),
        "adopt": lambda: ask_adopt(workspace, parent, link.id),
        "correct": lambda: correct_observation(workspace, parent, link.id),
        "cite": lambda: ask_citation(workspace, parent, link.id),
        "uncite": lambda: workspace.perform(lambda: edits.remove_citation(workspace.study, link.id)),
        "remove": lambda: remove(workspace, parent, link.id),
        "add_value": lambda: add_observation(workspace, parent, *workspace.cell) if workspace.cell else None,
    }
    doing[link.verb]()


def open_source(workspace: Workspace, source_id: int) -> None:
    """In the browser; a source without an address is shown in the list of sources."""
    source = workspace.catalogue.sources.get(source_id)
    address = source.url or (f"https://doi.org/{source.doi}" if source.doi else "") if source else ""
    if not address.startswith(("http://", "https://")):
        workspace.show_item("sources", source_id)
    elif not QDesktopServices.openUrl(QUrl(address)):
        workspace.message.emit(_("No browser opened {address}.").format(address=address))


def select(workspace: Workspace, subject_id: int) -> None:
    """Show the profile of a party or state."""
    workspace.select((subject_id,))
    workspace.clear_cell()


def open_cell(workspace: Workspace, attribute_id: int, subject_id: int = 0) -> None:
    """A cell, where nothing else is said of the subject whose profile is shown."""
    if subject_id or workspace.selected:
        workspace.set_cell(subject_id or workspace.selected[-1], attribute_id)


def remove(workspace: Workspace, parent: QWidget, observation_id: int) -> None:
    question = _("Remove this observation and its citations? Undo brings them back.")
    if messages.confirmed(parent, question, _("Remove")):
        workspace.perform(lambda: edits.remove_observation(workspace.study, observation_id))


def show_menu(workspace: Workspace, parent: QWidget, observation_id: int, place: QPoint) -> None:
    """All that can be done with an observation."""
    menu = observation_menu(workspace, parent, queries.observation(workspace.study, observation_id))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def observation_menu(workspace: Workspace, parent: QWidget, observation: Observation) -> QMenu:
    menu = QMenu(parent)
    menu.setAccessibleName(_("Observation"))
    entries: list[tuple[str, Link]] = []
    if observation.standing != "adopted":
        entries.append((_("Adopt…"), Link("adopt", observation.id)))
    entries.append((_("Correct…"), Link("correct", observation.id)))
    entries.append((_("Add a source…"), Link("cite", observation.id)))
    entries.append((_("Remove…"), Link("remove", observation.id)))
    for text, link in entries:
        action = menu.addAction(text)
        action.setEnabled(not workspace.study.is_read_only)
        action.triggered.connect(lambda _checked=False, link=link: act(workspace, parent, link))
    for citation in observation.citations:
        source = workspace.catalogue.sources.get(citation.source_id)
        if source is not None:
            menu.addSeparator()
            for text, link in (
                (_("Open {source}"), Link("open", source.id)),
                (_("Show {source} in Sources"), Link("show_source", source.id)),
                (_("No longer cite {source}"), Link("uncite", citation.id)),
            ):
                action = menu.addAction(text.format(source=_shortened(source.title)))
                action.setEnabled(link.verb != "uncite" or not workspace.study.is_read_only)
                action.triggered.connect(lambda _checked=False, link=link: act(workspace, parent, link))
    return menu


def _shortened(title: str) -> str:
    return title if len(title) <= 48 else title[:47].rstrip() + "…"
