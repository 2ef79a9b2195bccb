"""What is typed into one cell: what it will do, said before it is done, and doing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from parties_of_power.analysis.cell import Cell
from parties_of_power.domain.conventions import conventions
from parties_of_power.domain.dates import Period, spoken_short
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.moments import When, day_of
from parties_of_power.domain.observations import Missing
from parties_of_power.domain.subjects import Name
from parties_of_power.study.edits.formulas import computed_words
from parties_of_power.study.edits.subjects import change_name, rename_subject
from parties_of_power.study.typing import Typing, what_typing_does
from parties_of_power.texts import _
from parties_of_power.ui.editors import CellEditor, editor_for
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Deed:
    """What a key will do with the text as it stands. With `asks_reason` it needs a missing reason to be chosen."""

    sentence: str
    is_wrong: bool = False
    asks_reason: bool = False


class Entry(Protocol):
    """A cell that is open for typing. `name` is for screen readers, `text` what the editor begins with."""

    name: str
    text: str

    def editor(self, parent: QWidget) -> CellEditor: ...

    def deed(self, text: str, world_changed: bool) -> Deed: ...

    def put(self, text: str, world_changed: bool, missing: Missing = "") -> bool:
        """Whether it is done; False where it was refused, and the user knows why."""


class ValueEntry:
    """A cell of an attribute; `when` is what it is read at: the day of its column, or the moment of its row."""

    def __init__(self, workspace: Workspace, cell: Cell, attribute_id: int, when: When) -> None:
        self.workspace = workspace
        self.when, day = when, day_of(when)
        self.subject_id = cell.subject_id
        self.attribute = workspace.catalogue.attributes[attribute_id]
        self.day = day
        subject = workspace.catalogue.shown_name(cell.subject_id, day).text
        self.name = _("{attribute} of {subject}").format(attribute=self.attribute.name, subject=subject)
        self.text = self._whole_text(cell)

    def editor(self, parent: QWidget) -> CellEditor:
        return editor_for(self.attribute, self.workspace.catalogue, self.day, parent)

    def deed(self, text: str, world_changed: bool) -> Deed:
        typing = self._typing(text, world_changed)
        return Deed(typing.sentence, typing.kind == "wrong", typing.kind == "clear")

    def put(self, text: str, world_changed: bool, missing: Missing = "") -> bool:
        def act() -> bool:
            self._typing(text, world_changed).apply(self.workspace.study, missing=missing)
            return True

        return self.workspace.perform(act) is True

    def _typing(self, text: str, world_changed: bool) -> Typing:
        return what_typing_does(
            self.workspace.study,
            self.subject_id,
            self.attribute.id,
            text,
            day=self.when,
            citing=self.workspace.citing,
            change=world_changed,
        )

    def _whole_text(self, cell: Cell) -> str:
        """With every figure that is stored, also those that the column does not show: Enter must not round."""
        if cell.state == "wrong":
            return cell.text
        if cell.state != "value":
            return ""
        names = self.workspace.catalogue.names_for(self.attribute, self.day)
        of_kind = kind(self.attribute.kind)
        shown = of_kind.show(cell.value, names)
        return shown.replace(".", conventions().decimal_sign) if of_kind.is_numeric else shown


class NameEntry:
    """The name of a party or state: Enter corrects the one that is shown, Ctrl+Enter gives a new one from the day."""

    def __init__(self, workspace: Workspace, cell: Cell, day: int) -> None:
        self.workspace = workspace
        self.day = day
        self.subject_id = cell.subject_id
        self.text = cell.text
        self.name = _("Name of {subject}").format(subject=cell.text)

    def editor(self, parent: QWidget) -> CellEditor:
        return CellEditor(parent)

    def deed(self, text: str, world_changed: bool) -> Deed:
        new = text.strip()
        if not new:
            return Deed(_("a name cannot be blank"), is_wrong=True)
        if new == self.text:
            return Deed(_("{name} stands here already, nothing changes").format(name=new))
        if world_changed:
            day = spoken_short(self.day)
            return Deed(_("a new name from {day} on; {old} is its name before").format(day=day, old=self.text))
        return Deed(_("corrects the name {old} to {new} wherever it is used").format(old=self.text, new=new))

    def put(self, text: str, world_changed: bool, missing: Missing = "") -> bool:
        new = text.strip()
        if new == self.text:
            return True

        def act() -> bool:
            shown = self._shown()
            cites = (self.workspace.citing,) if self.workspace.citing else ()
            if world_changed or shown is None:
                since = Period.since(self.day)
                rename_subject(self.workspace.study, self.subject_id, new, period=since, cites=cites)
            else:
                change_name(self.workspace.study, shown.id, text=new)
            return True

        return self.workspace.perform(act) is True

    def _shown(self) -> Name | None:
        """The latest name with the text that is shown."""
        names = self.workspace.catalogue.names_of(self.subject_id)
        return next((name for name in reversed(names) if name.text == self.text and name.standing == "adopted"), None)


def entry_of(model: ComparisonModel, row: int, column: int) -> Entry | None:
    """What typing into a cell begins; None where nothing can be typed, and the user is told why."""
    workspace, cell, attribute = model.workspace, model.cell(row, column), model.attribute(column)
    if not workspace.may_edit():
        return None
    if cell.state == "heading":
        workspace.message.emit(_("This is the heading of a group: the arrows left and right fold and unfold it."))
        return None
    if model.columns[column].field == "name":
        return NameEntry(workspace, cell, model.day_of(column, row))
    if model.columns[column].field == "moment":
        workspace.message.emit(_("Which elections and years there are follows from the events and lives of the study."))
        return None
    if model.columns[column].is_of_ranking:
        workspace.message.emit(_("Ranks come from the weights of the columns: View ▸ Rank rows… sets them."))
        return None
    if attribute is None or cell.subject_id not in workspace.catalogue.subjects:
        workspace.message.emit(_("The state of a party is changed in its profile, not here."))
        return None
    if attribute.is_computed:
        workspace.message.emit(computed_words(workspace.study, attribute))
        return None
    return ValueEntry(workspace, cell, attribute.id, model.when(row, column))
