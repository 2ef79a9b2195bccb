"""The tree of the codebook: groups fold, rows are moved by Alt+Up and Alt+Down or dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.texts import _
from parties_of_power.ui.listing import ListCell
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.codebook.model import CodebookModel, Field

HEADER = 36
WIDTHS = {Field.NAME: 246, Field.KIND: 116, Field.UNIT: 76, Field.VALIDITY: 112, Field.USES: 112}
LEAST = 200


class CodebookTree(QTreeView):
    """`opened` comes with Enter or a double click, `stepped` with the way of Alt and an arrow key, `renamed` with F2;
    `dropped` with the dragged row, the row it was dropped at, and whether behind it."""

    opened = Signal()
    stepped = Signal(int)
    renamed = Signal()
    removed = Signal()
    dropped = Signal(QModelIndex, QModelIndex, bool)

    def __init__(self, model: CodebookModel) -> None:
        super().__init__()
        self.codebook = model
        self.folded: set[tuple[SubjectKind, str]] = set()
        self.setModel(model)
        self.setItemDelegate(ListCell(self))
        self.setAccessibleName(_("Codebook"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        # The ground of a selected row is that of its cells, as in every list; Qt would shade the room before them.
        self.setStyleSheet("QTreeView { show-decoration-selected: 0; }")
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setFixedHeight(px(HEADER))
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for field, width in WIDTHS.items():
            self.setColumnWidth(field, px(width))
        self.header().setSectionResizeMode(Field.DEFINITION, QHeaderView.ResizeMode.Interactive)
        self.collapsed.connect(lambda index: self._fold(index, True))
        self.expanded.connect(lambda index: self._fold(index, False))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def unfold(self) -> None:
        """Every group as it was folded; all are open while only a part is shown."""
        for row, group in enumerate(self.codebook.shown):
            is_open = bool(self.codebook.words) or group.key not in self.folded
            self.setExpanded(self.codebook.index(row, 0), is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.renamed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """The study moves it; the view would only take the row away."""
        target, after = self._dropped_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(self.currentIndex(), target, after)

    def _dropped_at(self, point: QPoint) -> tuple[QModelIndex, bool]:
        index = self.indexAt(point).siblingAtColumn(0)
        rect = self.visualRect(index)
        return index, index.isValid() and point.y() > rect.center().y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = sum(self.columnWidth(field) for field in WIDTHS)
        self.setColumnWidth(Field.DEFINITION, max(self.viewport().width() - others, px(LEAST)))

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(320))

    def _fold(self, index: QModelIndex, is_folded: bool) -> None:
        group = self.codebook.group_at(index)
        if group is not None and not self.codebook.words:
            (self.folded.add if is_folded else self.folded.discard)(group.key)
