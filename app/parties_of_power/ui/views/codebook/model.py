"""The codebook as a tree: groups of attributes, those of parties first, and the attributes in their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QWidget

from parties_of_power.analysis.uses import AttributeUse
from parties_of_power.domain.attributes import Attribute, grouped_in_order, validity_name
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.study.catalogue import Catalogue
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = 28


class Field(IntEnum):
    NAME = 0
    KIND = 1
    UNIT = 2
    VALIDITY = 3
    USES = 4
    DEFINITION = 5


@dataclass(frozen=True, slots=True)
class Group:
    """`name` is blank for attributes without a group. `attributes` are those that pass the filter, of `count`."""

    subject_kind: SubjectKind
    name: str
    attributes: tuple[Attribute, ...]
    count: int

    @property
    def title(self) -> str:
        return self.name or _("Without a group")

    @property
    def key(self) -> tuple[SubjectKind, str]:
        return self.subject_kind, self.name


class CodebookModel(QAbstractItemModel):
    """The internal id of an attribute is the row of its group plus one, that of a group is 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every: tuple[Group, ...] = ()
        self.shown: tuple[Group, ...] = ()
        self.uses: dict[int, AttributeUse] = {}
        self.words: tuple[str, ...] = ()

    def show_catalogue(self, catalogue: Catalogue, uses: dict[int, AttributeUse]) -> None:
        self.beginResetModel()
        self.uses = uses
        self.every = tuple(groups_of(catalogue))
        self.shown = self._found()
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        self.beginResetModel()
        self.words = tuple(text.casefold().split())
        self.shown = self._found()
        self.endResetModel()

    def group_at(self, index: Index) -> Group | None:
        """The group of a row, be it that of the group or of one of its attributes."""
        if not index.isValid():
            return None
        return self.shown[index.internalId() - 1 if index.internalId() else index.row()]

    def attribute_at(self, index: Index) -> Attribute | None:
        if not index.isValid() or not index.internalId():
            return None
        return self.shown[index.internalId() - 1].attributes[index.row()]

    def index_of(self, attribute_id: int) -> QModelIndex:
        for number, group in enumerate(self.shown):
            for row, attribute in enumerate(group.attributes):
                if attribute.id == attribute_id:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def index_of_group(self, key: tuple[SubjectKind, str]) -> QModelIndex:
        for row, group in enumerate(self.shown):
            if group.key == key:
                return self.createIndex(row, 0, 0)
        return QModelIndex()

    @property
    def count(self) -> int:
        return sum(len(group.attributes) for group in self.shown)

    def _found(self) -> tuple[Group, ...]:
        if not self.words:
            return self.every
        kept = (
            Group(each.subject_kind, each.name, tuple(filter(self._contains, each.attributes)), each.count)
            for each in self.every
        )
        return tuple(group for group in kept if group.attributes)

    def _contains(self, attribute: Attribute) -> bool:
        texts = [attribute.group, attribute.coding_rule, attribute.key, subject_words(attribute.subject_kind)]
        text = " ".join([*texts, *(self._text(attribute, field) for field in Field)]).casefold()
        return all(word in text for word in self.words)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject has another one
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.shown)
        return 0 if parent.internalId() or parent.column() else len(self.shown[parent.row()].attributes)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return len(Field)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        attribute, group = self.attribute_at(index), self.group_at(index)
        if group is None:
            return None
        field = Field(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(attribute, field) if attribute else _group_text(group, field)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, px(ROW))
        is_name = field is Field.NAME
        if role == Qt.ItemDataRole.FontRole:
            return font(13, SEMIBOLD) if is_name else font(13)
        if role == Qt.ItemDataRole.ForegroundRole:
            is_quiet = field in (Field.DEFINITION, Field.USES) or (attribute is None and not is_name)
            return tokens().second_text if is_quiet else tokens().text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Field.NAME: _("Attribute"),
            Field.KIND: _("Kind"),
            Field.UNIT: _("Unit"),
            Field.VALIDITY: _("Validity"),
            Field.USES: _("Observations"),
            Field.DEFINITION: _("Definition"),
        }[Field(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid():
            return usual
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Without it the tree, which only moves its own rows, takes no drag at all."""
        return Qt.DropAction.MoveAction

    def _text(self, attribute: Attribute, field: Field) -> str:
        use = self.uses.get(attribute.id)
        return {
            Field.NAME: attribute.name,
            Field.KIND: kind_words(attribute),
            Field.UNIT: attribute.unit,
            Field.VALIDITY: validity_name(attribute.validity),
            Field.USES: str(use.observations) if use else "",
            Field.DEFINITION: attribute.definition,
        }[field]


def groups_of(catalogue: Catalogue) -> Iterable[Group]:
    for subject_kind in SUBJECT_KINDS:
        for name, members in grouped_in_order(catalogue.attributes_of(subject_kind)).items():
            yield Group(subject_kind, name, tuple(members), len(members))


def groups_beside(groups: Sequence[Group], group: Group) -> list[Group]:
    """Those that are asked of the same subjects, in order."""
    return [each for each in groups if each.subject_kind == group.subject_kind]


def subject_words(subject_kind: SubjectKind) -> str:
    return _("of parties") if subject_kind == "party" else _("of states")


def kind_words(attribute: Attribute) -> str:
    name = kind(attribute.kind).name
    return _("{kind}, computed").format(kind=name) if attribute.is_computed else name


def _group_text(group: Group, field: Field) -> str:
    if field is Field.NAME:
        return group.title
    if field is Field.KIND:
        return subject_words(group.subject_kind)
    if field is Field.DEFINITION:
        counted = ngettext("{count} attribute", "{count} attributes", group.count)
        return counted.format(count=group.count)
    return ""
