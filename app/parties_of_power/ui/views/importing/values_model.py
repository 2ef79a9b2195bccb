"""The lines of the list of values: whose, which attribute, when, what the file says, what stands here, what happens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.domain.kinds.definition import Names
from parties_of_power.exchange.imports.plan import NewAttribute
from parties_of_power.exchange.imports.proposals import NewEvent, NewSubject, Proposed, Status, status_name
from parties_of_power.texts import _
from parties_of_power.ui.theme import tokens
from parties_of_power.ui.views.importing.draft import Draft

Index = QModelIndex | QPersistentModelIndex
WHO, ATTRIBUTE, WHEN, FILE, READ, HERE, WILL, PLACE = range(8)


class ValuesModel(QAbstractTableModel):
    """A tick before each line that can be taken says whether it is."""

    def __init__(self) -> None:
        super().__init__()
        self.draft: Draft | None = None
        self.values: Sequence[Proposed] = ()
        self._names: dict[int, Names] = {}

    def show_values(self, draft: Draft | None, values: Sequence[Proposed]) -> None:
        self.beginResetModel()
        self.draft, self.values = draft, values
        self._names = {}
        self.endResetModel()

    def show_taken(self) -> None:
        if self.values:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.values) - 1, PLACE))

    def is_taken(self, value: Proposed) -> bool:
        return value.is_to_take and self.draft is not None and value.cell not in self.draft.left

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else PLACE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        value, column = self.values[index.row()], index.column()
        if role == Qt.ItemDataRole.ToolTipRole and column == WILL:
            return status_name(value.status)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(value, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == WHO and value.is_to_take:
            return Qt.CheckState.Checked if self.is_taken(value) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column == WHO:
            return self._spoken(value)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(value, column)
        return None

    def text(self, value: Proposed, column: int) -> str:
        if column == WHO:
            return self._who(value.subject)
        if column == ATTRIBUTE:
            return self._attribute(value)
        if column == WHEN:
            return _when(value)
        if column == READ:
            return self._read(value)
        if column == HERE:
            return " · ".join(value.against)
        if column == WILL:
            return short_status(value.status)
        return value.printed if column == FILE else value.cell.rpartition("!")[2]

    def _spoken(self, value: Proposed) -> str:
        """The line as a whole."""
        texts = zip(_titles(), (self.text(value, column) for column in range(PLACE + 1)), strict=True)
        said = ", ".join(f"{title} {text}" for title, text in texts if text)
        if not value.is_to_take:
            return said
        taken = _("taken") if self.is_taken(value) else _("left out")
        return f"{said}, {taken}"

    def _ink(self, value: Proposed, column: int) -> object:
        colours = tokens()
        if column == WILL and value.status == "rival":
            return colours.rival
        if column == WILL and value.status == "unreadable":
            return colours.wrong
        is_side = column in (FILE, PLACE) or (value.is_to_take and not self.is_taken(value))
        return colours.second_text if is_side else None

    def _who(self, subject: int | NewSubject) -> str:
        if isinstance(subject, NewSubject):
            return _("{name} (new)").format(name=subject.name)
        study = self.draft.study if self.draft else None
        return study.catalogue.shown_name(subject, study.as_of).text if study else ""

    def _attribute(self, value: Proposed) -> str:
        if isinstance(value.attribute, NewAttribute):
            return _("{name} (new)").format(name=value.attribute.name)
        known = self.draft.study.catalogue.attributes.get(value.attribute) if self.draft else None
        return known.name if known else value.column

    def _read(self, value: Proposed) -> str:
        said = value.said
        if not said.value:
            return said.missing or ("" if said.is_wrong else said.typed)
        shown = self._shown(value)
        if value.out_of is not None:
            shown = _("{part} of {all}").format(part=shown, all=f"{value.out_of:g}")
        if value.low is not None and value.high is not None:
            shown = _("{value} ({low} to {high})").format(value=shown, low=f"{value.low:g}", high=f"{value.high:g}")
        bounds = {"about": _("about {value}"), "at_least": _("at least {value}"), "at_most": _("at most {value}")}
        return bounds.get(value.bound, "{value}").format(value=shown)

    def _shown(self, value: Proposed) -> str:
        if isinstance(value.attribute, NewAttribute) or self.draft is None:
            return value.said.value if value.said.value else value.printed
        study = self.draft.study
        attribute = study.catalogue.attributes.get(value.attribute)
        if attribute is None:
            return value.said.value
        if attribute.id not in self._names:
            needs = kind(attribute.kind).refers_to
            self._names[attribute.id] = study.catalogue.names_for(attribute, study.as_of) if needs else NO_NAMES
        return kind(attribute.kind).show(value.said.value, self._names[attribute.id])


def short_status(status: Status) -> str:
    return {"rival": _("rival"), "agrees": _("agrees")}.get(status) or status_name(status)


def _when(value: Proposed) -> str:
    """Of what has begun at some time only until when it is known to hold."""
    if isinstance(value.event, NewEvent):
        return value.event.date
    if value.attested and value.period.text in ("", "/"):
        return _("attested {day}").format(day=value.attested)
    return value.period.text


def _titles() -> tuple[str, ...]:
    return (
        _("Whose"),
        _("Attribute"),
        _("When"),
        _("In the file"),
        _("Read as"),
        _("Here"),
        _("What it is"),
        _("Cell"),
    )
