"""The list on the left: the comparisons with their row counts, the views of the study, and what is to settle."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from parties_of_power.analysis.settle import KEYS, list_title
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.study import queries
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px, tokens
from parties_of_power.ui.views import VIEWS
from parties_of_power.ui.workspace import Workspace, touches_charts, touches_comparisons

COMPARISON, CHART, VIEW, LIST = "comparison", "chart", "view", "list"
CHARTS = "charts"
RIVALS = "rivals"
WHAT = Qt.ItemDataRole.UserRole
IS_OPEN = Qt.ItemDataRole.UserRole + 1
IS_RIVAL = Qt.ItemDataRole.UserRole + 2
# Counting waits until the user has stopped for a moment, and much longer where it takes long.
PAUSE = 150
PAUSE_FOR_ONE_COUNT = 10


class Rows(QStyledItemDelegate):
    """Room around the entries, a second line for one that is long, and more above the heading of a group."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self.tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_heading, is_first = not index.parent().isValid(), index.row() == 0
        size = super().sizeHint(option, index)
        if is_heading:
            return QSize(size.width(), px(24 if is_first else 36))
        room = self.tree.columnWidth(0) - px(8)
        is_long = index.column() == 0 and QFontMetrics(font(13, SEMIBOLD)).horizontalAdvance(index.data()) > room
        return QSize(size.width(), px(40 if is_long else 24))

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        look = tokens()
        if not index.parent().isValid():
            option.font = font(12, SEMIBOLD)
            option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            _colour_text(option, look.second_text)
            return
        is_open = index.sibling(index.row(), 0).data(IS_OPEN)
        if is_open:
            option.backgroundBrush = QBrush(look.selected)
        if index.column() == 0:
            option.font = font(13, SEMIBOLD if is_open else NORMAL)
            _colour_text(option, look.accent_text if is_open else look.text)
        else:
            option.font = font(12)
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            quiet = look.second_on_selected if is_open else look.second_text
            _colour_text(option, look.rival if index.data(IS_RIVAL) else quiet)


def _colour_text(option: QStyleOptionViewItem, colour: QColor) -> None:
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
        option.palette.setColor(role, colour)


class SideList(QWidget):
    find_wanted = Signal()
    menu_wanted = Signal(object, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.front = COMPARISON
        self.find_button = QPushButton(icon("search", "second_text"), _("Find or run…  Ctrl+K"))
        self.find_button.setObjectName("find")
        self.find_button.clicked.connect(self.find_wanted)
        self.tree = self._tree()
        self.wait = QTimer(self, singleShot=True, interval=PAUSE)
        self.wait.timeout.connect(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.addWidget(self.find_button)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.tree.itemClicked.connect(self.open)
        self.tree.itemActivated.connect(self.open)
        self.tree.customContextMenuRequested.connect(self.ask_menu)
        workspace.comparison_changed.connect(self.mark)
        workspace.chart_changed.connect(self.mark)
        workspace.as_of_changed.connect(lambda _day: self.wait.start())
        workspace.changed.connect(self.follow)
        workspace.study_opened.connect(self.fill)
        workspace.closing.connect(self.wait.stop)
        self.fill()
        self.wait.start(0)  # nobody is doing anything yet that a count could disturb

    def follow(self, changes: Changes) -> None:
        """The entries anew where there may be others, else only their counts."""
        if touches_comparisons(changes) or touches_charts(changes):
            self.fill()
        else:
            self.wait.start()

    def fill(self) -> None:
        """The entries; their counts follow."""
        here = self._current()
        self.tree.clear()
        comparisons = queries.comparisons(self.workspace.study)
        self._group(_("Comparisons"), [(c.name, (COMPARISON, c.id)) for c in comparisons])
        self._group(_("Charts"), [(c.name, (CHART, c.id)) for c in queries.charts(self.workspace.study)])
        self._group(_("Study"), [(_(view.title), (VIEW, view.key)) for view in VIEWS if view.is_listed])
        self._group(_("To settle"), [(list_title(key), (LIST, key)) for key in KEYS])
        self.mark()
        if here is not None:
            self._select(here)
        self.wait.start()

    def count(self) -> None:
        """Count the rows of each comparison and the cells of each work list, as of the day."""
        started = time.monotonic()
        workspace = self.workspace
        for key, count in workspace.to_settle.counts().items():
            self._set_count((LIST, key), count)
        for comparison in queries.comparisons(workspace.study):
            table = ComparisonTable(workspace.study, workspace.columns, comparison, workspace.as_of)
            self._set_count((COMPARISON, comparison.id), len(table.row_ids))
        self.wait.stop()
        spent = round((time.monotonic() - started) * 1000)
        self.wait.setInterval(max(PAUSE, spent * PAUSE_FOR_ONE_COUNT))

    def open(self, item: QTreeWidgetItem) -> None:
        what = item.data(0, WHAT)
        if what is None:
            return
        kind, key = what
        if kind == COMPARISON:
            self.workspace.show_comparison(key)
            self.workspace.show_view(COMPARISON)
        elif kind == CHART:
            self.workspace.show_chart(key)
        elif kind == VIEW and key == CHARTS:
            self.workspace.show_chart(None)
        elif kind == VIEW:
            self.workspace.show_view(key)
        else:
            work = next(work for work in self.workspace.to_settle.lists() if work.key == key)
            self.workspace.show_cells(work.title, work.cells)

    def ask_menu(self, point: QPoint) -> None:
        """Let the window show the menu for the comparison under the mouse or the keyboard."""
        item = self.tree.itemAt(point) or self.tree.currentItem()
        what = item.data(0, WHAT) if item else None
        if what and what[0] == COMPARISON:
            self.menu_wanted.emit(what[1], self.tree.viewport().mapToGlobal(point))

    def show_front(self, key: str) -> None:
        """Follow the tab in front, by the key of its view."""
        self.front = key
        self.mark()

    def mark(self) -> None:
        """Show which comparison or view is in front."""
        open_now: tuple[str, object] = (VIEW, self.front)
        if self.front == COMPARISON:
            open_now = (COMPARISON, self.workspace.comparison_id)
        elif self.front == CHARTS and self.workspace.chart_id is not None:
            open_now = (CHART, self.workspace.chart_id)
        for item in self._entries():
            item.setData(0, IS_OPEN, item.data(0, WHAT) == open_now)

    def _set_count(self, what: tuple[str, object], count: int) -> None:
        for item in self._entries():
            if item.data(0, WHAT) == what:
                item.setText(1, str(count))
                words = (
                    ngettext("{name}, {count} row", "{name}, {count} rows", count)
                    if what[0] == COMPARISON
                    else ngettext("{name}, {count} cell", "{name}, {count} cells", count)
                )
                item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words.format(name=item.text(0), count=count))
                item.setData(1, IS_RIVAL, what == (LIST, RIVALS) and count > 0)

    def _group(self, title: str, entries: Sequence[tuple[str, tuple[str, object]]]) -> None:
        if not entries:
            return
        heading = QTreeWidgetItem(self.tree, [title])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFirstColumnSpanned(True)
        for text, what in entries:
            item = QTreeWidgetItem(heading, [text])
            item.setData(0, WHAT, what)
            item.setToolTip(0, text)
        heading.setExpanded(True)

    def _entries(self) -> list[QTreeWidgetItem]:
        groups = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        found = [group.child(row) for group in groups if group for row in range(group.childCount())]
        return [item for item in found if item is not None]

    def _current(self) -> object:
        item = self.tree.currentItem()
        return item.data(0, WHAT) if item else None

    def _select(self, what: object) -> None:
        for item in self._entries():
            if item.data(0, WHAT) == what:
                self.tree.setCurrentItem(item)

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(2)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setObjectName("side-list")
        tree.setAccessibleName(_("Comparisons and views"))
        tree.setIndentation(0)
        tree.setItemDelegate(Rows(tree))
        tree.setItemsExpandable(False)
        tree.setWordWrap(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = tree.header()
        header.setStretchLastSection(False)
        header.sectionResized.connect(lambda *_sizes: tree.scheduleDelayedItemsLayout())
        header.setMinimumSectionSize(px(24))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree
