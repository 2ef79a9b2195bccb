"""A list with a heading, a filter and buttons: sources, codebook, history and work lists are made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, theme, tokens

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import DocumentPrintout

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROW, HEADER, EDGE = 32, 36, 9
# The least width of a column that takes what is left.
LEAST = 200


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A column of a list. `width` is at 100 %, 0 takes what is left; quiet is second text, strong semibold."""

    title: str
    text: Callable[[T], str]
    width: int = 0
    is_quiet: bool = False
    is_strong: bool = False
    is_number: bool = False


class ListModel(QAbstractTableModel, Generic[T]):
    """Rows of one type, those that contain the filter's words, by columns of texts."""

    def __init__(self, fields: Sequence[Field[T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self.all: tuple[T, ...] = ()
        self.shown: tuple[T, ...] = ()
        self.words: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self.all = tuple(rows)
        self.shown = self._found()
        self.endResetModel()

    def filter_by(self, text: str) -> None:
        self.beginResetModel()
        self.words = tuple(text.casefold().split())
        self.shown = self._found()
        self.endResetModel()

    def _found(self) -> tuple[T, ...]:
        return tuple(row for row in self.all if self._contains(row)) if self.words else self.all

    def _contains(self, row: T) -> bool:
        text = " ".join(field.text(row) for field in self.fields).casefold()
        return all(word in text for word in self.words)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own default
        return 0 if parent.isValid() else len(self.fields)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        field = self.fields[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return field.text(self.shown[index.row()])
        if role == Qt.ItemDataRole.FontRole:
            return font(13, SEMIBOLD) if field.is_strong else font(13)
        if role == Qt.ItemDataRole.ForegroundRole:
            return tokens().second_text if field.is_quiet else tokens().text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.fields[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.fields[section].is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class ListCell(QStyledItemDelegate):
    """Texts stand as far from the edge as those of the header."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.rect.adjust(px(EDGE), 0, -px(EDGE), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens().selected)
        super().paint(painter, option, index)
        self._frame_row(painter, option, index)

    def _frame_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Around the row that has the focus: above and below each of its cells, and at its two ends."""
        table = self.parent()
        if not isinstance(table, QAbstractItemView) or not table.hasFocus():
            return
        here = table.currentIndex()
        if (index.row(), index.parent()) != (here.row(), here.parent()):
            return
        edge, line, accent = option.rect, px(2), tokens().accent
        painter.fillRect(edge.left(), edge.top(), edge.width(), line, accent)
        painter.fillRect(edge.left(), edge.bottom() + 1 - line, edge.width(), line, accent)
        if index.column() == 0:
            painter.fillRect(edge.left(), edge.top(), line, edge.height(), accent)
        if index.column() == index.model().columnCount() - 1:
            painter.fillRect(edge.right() + 1 - line, edge.top(), line, edge.height(), accent)


class ListTable(QTableView):
    """One row at a time; Tab leaves it, Enter opens the row. The `elastic` columns share what the others leave, and
    have enough to be read where these leave too little."""

    opened = Signal(int)
    elastic: tuple[int, ...] = ()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setItemDelegate(ListCell(self))
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.horizontalHeader().setFixedHeight(px(HEADER))
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = self.horizontalHeader().length() - sum(map(self.columnWidth, self.elastic))
        for column in self.elastic:
            self.setColumnWidth(column, max((self.viewport().width() - others) // len(self.elastic), px(LEAST)))

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(320))


class ListPage(QWidget, Generic[T]):
    """`chosen` comes with the row that the selection went to, None for none; `opened` with Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, title: str, fields: Sequence[Field[T]], nothing: str) -> None:
        super().__init__()
        self.model: ListModel[T] = ListModel(fields, self)
        self.table = ListTable(title)
        self.table.setModel(self.model)
        self.heading, self.counted = QLabel(title), QLabel()
        self.nothing = QLabel(nothing, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.filter = QLineEdit(placeholderText=_("Filter"), clearButtonEnabled=True)
        self.filter.setAccessibleName(_("Filter {list}").format(list=title))
        self.buttons = QHBoxLayout()
        self.body = QVBoxLayout(self)
        self._lay_out()
        self._size_columns()
        self.filter.textChanged.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.chosen.emit(self.current()))
        self.table.opened.connect(lambda row: self.opened.emit(self.model.shown[row]))
        theme().changed.connect(self._dress)
        self._dress()

    def show_rows(self, rows: Sequence[T], same: Callable[[T, T], bool]) -> None:
        """Show rows anew and stay on the one that `same` recognises."""
        here = self.current()
        self.model.show_rows(rows)
        self._count()
        if here is not None:
            self.go_to(lambda row: same(row, here))

    def go_to(self, wanted: Callable[[T], bool]) -> bool:
        """Put the selection on the first row that is wanted."""
        for place, row in enumerate(self.model.shown):
            if wanted(row):
                self.table.selectRow(place)
                return True
        return False

    def current(self) -> T | None:
        index = self.table.currentIndex()
        return self.model.shown[index.row()] if index.isValid() else None

    def add_button(self, text: str, act: Callable[[], object], tip: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.clicked.connect(lambda _on=False: act())
        self.buttons.addWidget(button)
        return button

    def printout(self, title: str = "", subtitle: str = "") -> DocumentPrintout:
        """The rows as they are shown."""
        from parties_of_power.exchange.documents.definition import TableColumn
        from parties_of_power.ui.printing.printouts import list_printout

        fields = self.model.fields
        columns = [TableColumn(field.title, is_number=field.is_number) for field in fields]
        rows = [[field.text(row) for field in fields] for row in self.model.shown]
        return list_printout(title or self.heading.text(), subtitle or self.counted.text(), columns, rows)

    def _filter(self, text: str) -> None:
        self.model.filter_by(text)
        self._count()
        self.chosen.emit(self.current())

    def _count(self) -> None:
        shown, of = len(self.model.shown), len(self.model.all)
        self.counted.setText(str(of) if shown == of else _("{shown} of {all}").format(shown=shown, all=of))
        self.nothing.setVisible(not shown)
        self.table.setVisible(bool(shown))

    def _lay_out(self) -> None:
        self.heading.setFont(font(15, SEMIBOLD))
        self.counted.setFont(font(12))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        for widget in (self.heading, self.counted):
            top.addWidget(widget)
        top.addStretch(1)
        self.filter.setMaximumWidth(px(220))
        top.addWidget(self.filter)
        self.buttons.setSpacing(px(8))
        top.addLayout(self.buttons)
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(8))
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.nothing, 1)
        self.setFocusProxy(self.table)

    def _size_columns(self) -> None:
        for place, field in enumerate(self.model.fields):
            if field.width:
                self.table.setColumnWidth(place, px(field.width))
            else:
                self.table.elastic += (place,)

    def _dress(self) -> None:
        for label in (self.counted, self.nothing):
            label.setStyleSheet(f"color: {tokens().second_text.name()}")
        self.table.viewport().update()


def over_reading(page: QWidget, reading: Reading) -> QSplitter:
    """A list with a reading pane below it; the line between them can be moved."""
    scroll = QScrollArea(widgetResizable=True)
    scroll.setWidget(reading)
    scroll.setObjectName("reading")
    both = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
    both.addWidget(page)
    both.addWidget(scroll)
    both.setStretchFactor(0, 3)
    both.setStretchFactor(1, 2)
    both.setSizes([px(300), px(200)])
    both.setFocusProxy(page)
    return both


class Reading(QLabel):
    """A pane of running text under or beside a list: rich text that can be selected and whose links can be followed."""

    def __init__(self, name: str) -> None:
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.RichText, openExternalLinks=True)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setFont(font(13))
        self.setContentsMargins(px(16), px(12), px(16), px(12))
