"""Edits from the timeline: what was dragged is written, events are added, opened, moved by keys and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from parties_of_power.domain.dates import DateError
from parties_of_power.domain.events import Event
from parties_of_power.domain.shifting import Unit, shifted
from parties_of_power.domain.sources import Cite
from parties_of_power.study.edits.moving import move_border, move_event
from parties_of_power.study.ends import LifeEnd, move_end, what_moving_does
from parties_of_power.study.errors import EditRefused
from parties_of_power.texts import N_, _
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.dragging import Drag
from parties_of_power.ui.views.timeline.grips import Grip
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.dialogs.life import Border


@dataclass(frozen=True)
class Target:
    """What a command is about: an event, or a bar, or the place where something is to be added."""

    workspace: Workspace
    widget: QWidget
    event: Event | None = None
    bar: Bar | None = None
    date: str = ""
    subject_ids: tuple[int, ...] = ()


def take(workspace: Workspace, drag: Drag) -> None:
    """Write what was dragged, in one edit, with the current citation; a refusal says its rule."""
    before = workspace.study.edit_number
    if workspace.may_edit():
        workspace.perform(lambda: _take(workspace, drag))
    if workspace.study.edit_number != before:
        workspace.message.emit(_done(workspace))


def what_it_does(workspace: Workspace, drag: Drag) -> str:
    """What letting go would do: of an end that cites a source, that it stays as a rival."""
    grip = drag.grip
    if grip.bar is None or not (which := _end_of(grip)):
        return drag.date.describe()
    try:
        return what_moving_does(
            workspace.study, grip.bar.subject_id, which, drag.date.text, citing=workspace.citing
        ).sentence
    except EditRefused as rule:
        return str(rule)


def _take(workspace: Workspace, drag: Drag) -> None:
    grip, study, date = drag.grip, workspace.study, drag.date.text
    if grip.event:
        move_event(study, grip.event.id, date, cites=cites_of(workspace))
    elif grip.bar and grip.what == "border":
        before, after = grip.bar.segments[grip.place - 1].name, grip.bar.segments[grip.place].name
        if before and after:
            move_border(study, grip.bar.subject_id, before.id, after.id, date, cites=cites_of(workspace))
    elif grip.bar and (which := _end_of(grip)):
        move_end(study, grip.bar.subject_id, which, date, citing=workspace.citing)


def _end_of(grip: Grip) -> LifeEnd | None:
    return None if grip.what in ("border", "event") else "founded" if grip.what == "founded" else "dissolved"


def _done(workspace: Workspace) -> str:
    return _("{done}. Undo takes it back.").format(done=workspace.study.undo_label)


def cites_of(workspace: Workspace) -> Sequence[Cite]:
    return (workspace.citing,) if workspace.citing else ()


def step_event(unit: Unit, count: int) -> Callable[[Target], None]:
    """Move the event by so many days, months or years."""

    def run(target: Target) -> None:
        event, workspace = target.event, target.workspace
        if event is None:
            workspace.message.emit(_("Go to an event first: this moves it."))
            return
        try:
            date = shifted(event.date, unit, count).text
        except DateError as rule:
            workspace.message.emit(str(rule))
            return

        def move() -> bool:
            move_event(workspace.study, event.id, date, cites=cites_of(workspace))
            return True

        if workspace.may_edit() and workspace.perform(move):
            workspace.message.emit(_done(workspace))

    return run


def open_event(target: Target) -> None:
    if target.event:
        from parties_of_power.ui.dialogs.event import show_event

        show_event(target.workspace, target.widget, target.event)


def remove(target: Target) -> None:
    """Ask, then remove the event."""
    if target.event is None:
        target.workspace.message.emit(_("Go to an event first: this removes it."))
    elif target.workspace.may_edit():
        from parties_of_power.ui.dialogs.event import confirm_removal

        confirm_removal(target.workspace, target.widget, target.event)


def add_event(target: Target) -> None:
    if target.workspace.may_edit():
        from parties_of_power.ui.dialogs.event import ask_event

        ask_event(target.workspace, target.widget, date=target.date, subject_ids=target.subject_ids)


def add_party(target: Target) -> None:
    """In a state's lane, founded at the place that was pointed to."""
    if target.workspace.may_edit():
        from parties_of_power.ui.dialogs.subject import ask_party

        state_id = next(iter(target.subject_ids), None)
        ask_party(target.workspace, target.widget, state_id=state_id, founded=target.date)


def change_dates(target: Target) -> None:
    """Of a bar its ends and changes of name in a form; of an event its page."""
    if target.bar and target.workspace.may_edit():
        from parties_of_power.ui.dialogs.life import ask_dates

        ask_dates(target.workspace, target.widget, target.bar.subject_id, borders_of(target.bar))
    elif target.event:
        open_event(target)
    else:
        target.workspace.message.emit(_("Go to a party or an event first: this changes its dates."))


def borders_of(bar: Bar) -> list[Border]:
    """The changes of name of a bar, as its form shows them."""
    from parties_of_power.ui.dialogs.life import Border

    found: list[Border] = []
    for before, after in zip(bar.segments, bar.segments[1:], strict=False):
        if before.name and after.name:
            words = _("{old} → {new}").format(old=before.text, new=after.text)
            start = after.name.period.start
            found.append(Border(before.name.id, after.name.id, words, start.text if start else ""))
    return found


@dataclass(frozen=True, slots=True)
class EditKey:
    text: str
    keys: tuple[str, ...]
    run: Callable[[Target], None]


EDIT_KEYS = (
    EditKey(N_("Add an event…"), ("Insert",), add_event),
    EditKey(N_("Change the dates…"), ("F2",), change_dates),
    EditKey(N_("Move the event a day earlier"), ("Ctrl+Left",), step_event("day", -1)),
    EditKey(N_("Move the event a day later"), ("Ctrl+Right",), step_event("day", 1)),
    EditKey(N_("Move the event a month earlier"), ("Ctrl+Shift+Left",), step_event("month", -1)),
    EditKey(N_("Move the event a month later"), ("Ctrl+Shift+Right",), step_event("month", 1)),
    EditKey(N_("Move the event a year earlier"), ("Alt+Shift+Left",), step_event("year", -1)),
    EditKey(N_("Move the event a year later"), ("Alt+Shift+Right",), step_event("year", 1)),
    EditKey(N_("Remove the event…"), ("Delete",), remove),
)
