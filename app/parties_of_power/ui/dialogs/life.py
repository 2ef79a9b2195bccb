"""The dates of a party's bar in a form: its beginning, its end, and when one name gave way to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.study.edits.moving import move_border
from parties_of_power.study.edits.naming import subject_name
from parties_of_power.study.ends import LifeEnd, move_end
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import Remark
from parties_of_power.ui.dialogs.form import Form, shown
from parties_of_power.ui.theme import px
from parties_of_power.ui.workspace import Workspace

HINT = "1999-02-12, 1999, 1999~, [2002,2003]"


@dataclass(frozen=True)
class Border:
    """Where one name gives way to the next: the ids of both, their texts, and the date as it is known."""

    before_id: int
    after_id: int
    words: str
    date: str


def ask_dates(workspace: Workspace, parent: QWidget | None, subject_id: int, borders: Sequence[Border]) -> int | None:
    """The id of the party; None where the user cancelled."""
    return shown(LifeForm(workspace, parent, subject_id, borders))


class LifeForm(Form):
    """What the mouse does by dragging ends: each date that was changed is moved, all in one edit."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, subject_id: int, borders: Sequence[Border]
    ) -> None:
        self.name = subject_name(workspace.study, subject_id)
        super().__init__(workspace, parent, _("Dates of {name}").format(name=self.name), _("Change"))
        self.subject_id = subject_id
        founded, dissolved = workspace.catalogue.life_of(subject_id)
        self.founded = self._date(_("&Founded"), founded.text if founded else "")
        self.dissolved = self._date(_("&Dissolved"), dissolved.text if dissolved else "")
        self.borders = [(each, self._date(each.words, each.date)) for each in borders]
        self.resize(px(560), px(320))

    def take(self) -> int:
        study, citing = self.workspace.study, self.workspace.citing
        founded, dissolved = self.workspace.catalogue.life_of(self.subject_id)
        ends: tuple[tuple[LifeEnd, QLineEdit, PartialDate | None], ...] = (
            ("founded", self.founded, founded),
            ("dissolved", self.dissolved, dissolved),
        )
        with study.edit(_("Change the dates of {name}").format(name=self.name)):
            for which, field, before in ends:
                if _is_new(field, before.text if before else ""):
                    move_end(study, self.subject_id, which, field.text(), citing=citing)
            for border, field in self.borders:
                if _is_new(field, border.date):
                    cites = (citing,) if citing else ()
                    move_border(study, self.subject_id, border.before_id, border.after_id, field.text(), cites=cites)
        return self.subject_id

    def _date(self, label: str, text: str) -> QLineEdit:
        line = self.line(label, text, HINT)
        remark = Remark(self, line)

        def explain(typed: str) -> None:
            try:
                remark.say(PartialDate.parse_typed(typed).describe() if typed.strip() else "")
            except DateError as wrong:
                remark.say(str(wrong), is_wrong=True)

        line.textChanged.connect(explain)
        explain(text)
        return line


def _is_new(field: QLineEdit, before: str) -> bool:
    return field.text().strip() not in ("", before)
