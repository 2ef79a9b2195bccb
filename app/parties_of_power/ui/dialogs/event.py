"""The page of an event: when it was, whom it concerns, what says so; it is added, changed and removed here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.events import EVENT_KINDS, Event, EventKind, event_kind_name
from parties_of_power.domain.sources import Cite
from parties_of_power.study import edits
from parties_of_power.texts import _
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.fields import Remark, combo
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.dialogs.source_field import SourceField
from parties_of_power.ui.dialogs.subjects_field import SubjectsField
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.workspace import Workspace

NOTE_LINES = 3


def ask_event(
    workspace: Workspace,
    parent: QWidget | None,
    *,
    date: str = "",
    subject_ids: Sequence[int] = (),
    kind: EventKind = "congress",
) -> int | None:
    """The id of a new event; None where none was added."""
    return shown(EventForm(workspace, parent, None, date=date, subject_ids=subject_ids, kind=kind))


def show_event(workspace: Workspace, parent: QWidget | None, event: Event) -> int | None:
    """The page of an event, where it can be changed: its id, or None where nothing was."""
    return shown(EventForm(workspace, parent, event))


def confirm_removal(workspace: Workspace, parent: QWidget, event: Event) -> bool:
    """Remove an event once the user has said so."""
    question = _("Remove “{title}” of {date}? Undo brings it back.")
    if not messages.confirmed(parent, question.format(title=event.title, date=event.date.describe()), _("Remove")):
        return False
    workspace.perform(lambda: edits.remove_event(workspace.study, event.id))
    return event.id not in workspace.catalogue.events


class EventForm(Form):
    """Everything an event says. What is cited is added to what it cites."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None,
        event: Event | None,
        *,
        date: str = "",
        subject_ids: Sequence[int] = (),
        kind: EventKind = "congress",
    ) -> None:
        title = event.title if event else _("Add an event")
        super().__init__(workspace, parent, title, _("Change") if event else _("Add"))
        self.event_ = event
        self.title_line = self.line(_("&Title"), event.title if event else "")
        kinds = [(event_kind_name(each), each) for each in EVENT_KINDS]
        self.kind = combo(self, _("&Kind"), kinds, event.kind if event else kind)
        self.date = self.line(_("&Date"), event.date.text if event else date, _("2008-11-20, 2008-11, 1985/1991"))
        self.remark = Remark(self, self.date)
        self.subjects = SubjectsField(self, _("&Concerns"), event.subject_ids if event else subject_ids)
        self.note = self.text(_("&Note"), event.note if event else "", NOTE_LINES)
        if event:
            self._list_sources(event)
        citing = workspace.citing
        self.source = SourceField(self, _("C&ite"), citing.source_id if citing else None)
        self.locator = self.line(_("&Place in it"), citing.locator if citing else "", _("p. 12, ¶2"))
        if event:
            self._add_removal(event)
        self.date.textChanged.connect(self.explain)
        self.explain()
        self.resize(px(600), px(580))
        if workspace.study.is_read_only:
            self.do_it.setEnabled(False)

    def explain(self) -> None:
        """The date in words, while it is typed."""
        try:
            text = self.date.text().strip()
            self.remark.say(PartialDate.parse_typed(text).describe() if text else "")
        except DateError as wrong:
            self.remark.say(str(wrong), is_wrong=True)

    def take(self) -> int:
        study = self.workspace.study
        title, note = self.title_line.text().strip(), self.note.toPlainText().strip()
        date, kind, subject_ids = self.date.text().strip(), self.kind.currentData(), self.subjects.subject_ids
        cites = self._cites()
        if self.event_ is None:
            return edits.add_event(study, title, kind, date, cites=cites, subject_ids=subject_ids, note=note)
        event_id = self.event_.id
        with study.edit(_("Change event {title}").format(title=title or self.event_.title)):
            edits.change_event(study, event_id, title=title, kind=kind, date=date, subject_ids=subject_ids, note=note)
            for each in cites:
                edits.cite(study, "event", event_id, each)
        return event_id

    def _cites(self) -> tuple[Cite, ...]:
        """What is not cited already."""
        source_id = self.source.asked()
        if source_id is None:
            return ()
        locator = self.locator.text().strip()
        known = {(each.source_id, each.locator) for each in self.event_.citations} if self.event_ else set()
        accessed = self.workspace.catalogue.sources[source_id].accessed
        return () if (source_id, locator) in known else (Cite(source_id, locator, accessed),)

    def _list_sources(self, event: Event) -> None:
        sources, lines = self.workspace.catalogue.sources, []
        for each in event.citations:
            source = sources.get(each.source_id)
            lines.append(" · ".join(filter(None, (source.author, source.title, each.locator))) if source else "")
        label = QLabel("\n".join(filter(None, lines)) or _("no source"), wordWrap=True)
        label.setFont(font(12))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(_("Sources"))
        self.fields.addRow(_("Sources"), label)

    def _add_removal(self, event: Event) -> None:
        button = self.buttons.addButton(_("Remove…"), QDialogButtonBox.ButtonRole.DestructiveRole)
        button.setEnabled(not self.workspace.study.is_read_only)
        button.clicked.connect(lambda: self.remove(event))

    def remove(self, event: Event) -> None:
        if confirm_removal(self.workspace, self, event):
            self.reject()
