"""Asking for the days on which one subject is shown side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from parties_of_power.analysis.side_by_side import MOST_SIDES
from parties_of_power.domain.dates import DateError, spoken_short
from parties_of_power.texts import _
from parties_of_power.ui.day_edit import day_of
from parties_of_power.ui.dialogs import messages
from parties_of_power.ui.dialogs.form import Form
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

ELECTIONS_PROPOSED = 3


class DaysDialog(Form):
    """Two to six days, as they are typed; the last elections before the as-of day are proposed."""

    def __init__(self, workspace: Workspace, parent: QWidget | None, subject_id: int | None) -> None:
        super().__init__(workspace, parent, _("One party, several days"), _("Show side by side"))
        self.days: tuple[int, ...] = ()
        self.subject = QComboBox()
        self.typed = QLineEdit()
        self._fill(subject_id)
        self.fields.addRow(_("Party or state"), self.subject)
        self.fields.addRow(_("Days"), self.typed)
        self.fields.addRow(
            "", QLabel(_("Two to six days, with semicolons between them: 7 Dec 2003; 2007-12-02"), wordWrap=True)
        )
        self.subject.currentIndexChanged.connect(lambda _place: self.propose())
        self.resize(px(560), px(260))
        self.propose()

    def propose(self) -> None:
        """The days of the last elections of its state, and the as-of day."""
        days = elections_before(self.workspace, self.subject.currentData())[-ELECTIONS_PROPOSED:]
        shown = sorted({*days, self.workspace.as_of})
        self.typed.setText("; ".join(map(spoken_short, shown)))

    def take(self) -> int | None:
        days = tuple(dict.fromkeys(day_of(text) for text in self.typed.text().split(";") if text.strip()))
        if not 2 <= len(days) <= MOST_SIDES:
            raise ValueError(_("Two to six days stand side by side, and these are {count}.").format(count=len(days)))
        self.days = days
        chosen: int = self.subject.currentData()
        return chosen

    def _fill(self, subject_id: int | None) -> None:
        catalogue, day = self.workspace.catalogue, self.workspace.as_of
        names = {each.id: catalogue.shown_name(each.id, day).text for each in catalogue.subjects.values()}
        order = sorted(catalogue.subjects.values(), key=lambda each: (each.kind, names[each.id]))
        for subject in order:
            self.subject.addItem(names[subject.id], subject.id)
        self.subject.setCurrentIndex(max(self.subject.findData(subject_id), 0))


def ask_days(
    workspace: Workspace, parent: QWidget | None, subject_id: int | None
) -> tuple[int, tuple[int, ...]] | None:
    """The subject and the days; None where the user cancelled."""
    dialog = DaysDialog(workspace, parent, subject_id)
    taken: list[tuple[int, tuple[int, ...]]] = []
    dialog.accepted.connect(lambda: taken.append((dialog.result_id or 0, dialog.days)))
    dialog.exec()
    return taken[0] if taken else None


def ask_day(parent: QWidget, day: int) -> int | None:
    """One day; asked again, with the rule, until it can be read. None where the user cancelled."""
    question, typed = _("The day at which this column is read:"), spoken_short(day)
    while True:
        answer = messages.text_from(parent, _("On another day"), question, typed)
        if answer is None:
            return None
        try:
            return day_of(answer)
        except DateError as error:
            question, typed = str(error), answer


def elections_before(workspace: Workspace, subject_id: int | None) -> list[int]:
    """The days of the elections of a subject or its state up to the as-of day, earliest first."""
    subject = workspace.catalogue.subjects.get(subject_id or 0)
    if subject is None:
        return []
    asked = subject.state_id or subject.id
    return sorted(
        {
            event.date.earliest
            for event in workspace.catalogue.events.values()
            if event.kind == "election"
            and asked in event.subject_ids
            and event.date.earliest is not None
            and event.date.earliest <= workspace.as_of
        }
    )
