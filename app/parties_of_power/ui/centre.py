"""The middle of the window: a tab for each comparison, chart or view that is open, and what the tab in front shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from parties_of_power.study import queries
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui.icons import icon
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.views import VIEWS, view
from parties_of_power.ui.workspace import Workspace, touches_charts, touches_comparisons

COMPARISON, CHARTS = "comparison", "charts"
Tab = tuple[str, int]
NO_COMPARISON: Tab = (COMPARISON, 0)
# The setting of a study that holds its tabs.
TABS = "tabs"


@dataclass(frozen=True)
class KeptTabs:
    open: tuple[Tab, ...] = ()
    front: Tab = NO_COMPARISON


def kept_tabs(written: str) -> KeptTabs:
    """None open where nothing was kept, or what was kept is not understood."""
    known = {one.key for one in VIEWS if one.area == "centre"}
    try:
        kept = json.loads(written or "{}")
        tabs = [(str(key), int(its_id)) for key, its_id in kept.get("open", ())]
        front = str(kept["front"][0]), int(kept["front"][1])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return KeptTabs()
    return KeptTabs(tuple(tab for tab in tabs if tab[0] in known), front)


class Centre(QWidget):
    """Comparisons share one table, which shows the workspace's comparison; every other view has its own widget.

    A tab carries what it shows: the key of a view, and for a comparison or a chart of the study its id. Charts share
    one widget as well. `shown` comes with the key of the view in front.
    """

    shown = Signal(str)

    def __init__(self, workspace: Workspace, widget_of: Callable[[str], QWidget]) -> None:
        super().__init__()
        self.workspace = workspace
        self.widget_of = widget_of
        self.tabs = self._tab_bar()
        self.stack = QStackedWidget()
        self.banner = QLabel(wordWrap=True)
        self.notes: tuple[str, ...] = ()
        self._lay_out()
        self.tabs.currentChanged.connect(self.show_tab)
        self.tabs.tabCloseRequested.connect(self.close_tab)
        workspace.comparison_changed.connect(self.show_comparison)
        workspace.chart_changed.connect(self.show_chart)
        workspace.changed.connect(self.follow)
        workspace.study_opened.connect(self.start_again)
        workspace.closing.connect(self.keep_tabs)
        self.start_again()

    def start_again(self) -> None:
        """One tab, for the comparison that is shown."""
        self.notes = ()
        self.show_banner()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.blockSignals(False)
        self._to_front((COMPARISON, self.workspace.comparison_id or 0))

    def take_up(self) -> None:
        """Open again the tabs that were open when the study was last closed."""
        kept = kept_tabs(self.workspace.study.setting(TABS))
        if not kept.open:
            return
        now = [self._tab(index) for index in range(self.tabs.count())]
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for tab in dict.fromkeys((*kept.open, *now)):
            self.tabs.setTabData(self.tabs.addTab(_(view(tab[0]).title)), tab)
        self.show_names()
        self.tabs.setCurrentIndex(next(i for i in range(self.tabs.count()) if self._tab(i) == now[0]))
        self.tabs.blockSignals(False)
        found = [index for index in range(self.tabs.count()) if self._tab(index) == kept.front]
        if found:
            self.tabs.setCurrentIndex(found[0])

    def keep_tabs(self) -> None:
        """Have the open tabs written with the study. The one of the comparison alone is what it opens with anyway."""
        tabs = [self._tab(index) for index in range(self.tabs.count())]
        front = self._tab(self.tabs.currentIndex()) if tabs else NO_COMPARISON
        is_usual = len(tabs) == 1 and front[0] == COMPARISON
        written = "" if is_usual else json.dumps({"open": tabs, "front": front})
        if not self.workspace.study.is_read_only:
            self.workspace.study.remember(TABS, written)

    def show_comparison(self) -> None:
        """Follow the workspace to another comparison."""
        if self.workspace.comparison_id is not None:
            self._to_front((COMPARISON, self.workspace.comparison_id))

    def show_view(self, key: str) -> None:
        self._to_front((key, self._shown_id(key)))

    def show_chart(self) -> None:
        """Follow the workspace to another chart where charts are in front."""
        if self.tabs.count() and self._tab(self.tabs.currentIndex())[0] == CHARTS:
            self.show_view(CHARTS)

    def _shown_id(self, key: str) -> int:
        shown = {COMPARISON: self.workspace.comparison_id, CHARTS: self.workspace.chart_id}
        return shown.get(key) or 0

    def show_tab(self, index: int) -> None:
        if index < 0:
            return
        key, comparison_id = self._tab(index)
        if key == COMPARISON and comparison_id:
            self.workspace.show_comparison(comparison_id)
        if key == CHARTS:
            self.workspace.set_chart(comparison_id or None)
        widget = self.widget_of(key)
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)
        self.shown.emit(key)

    def close_tab(self, index: int) -> None:
        """The last comparison stays."""
        if self.tabs.count() > 1:
            self.tabs.removeTab(index)

    def close_current(self) -> None:
        self.close_tab(self.tabs.currentIndex())

    def step(self, by: int) -> None:
        """Go some tabs further, round the end."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def follow(self, changes: Changes) -> None:
        if touches_comparisons(changes) or touches_charts(changes):
            self.show_names()

    def show_names(self) -> None:
        """Call the tabs by the names of the comparisons as they are now; close those whose comparison is gone."""
        study = self.workspace.study
        names = {comparison.id: comparison.name for comparison in queries.comparisons(study)}
        names |= {chart.id: chart.name for chart in queries.charts(study)}
        for index in reversed(range(self.tabs.count())):
            key, comparison_id = self._tab(index)
            if key not in (COMPARISON, CHARTS) or (key == CHARTS and not comparison_id):
                continue
            if comparison_id in names:
                self.tabs.setTabText(index, names[comparison_id].replace("&", "&&"))
            elif self.tabs.count() > 1:
                self.tabs.removeTab(index)

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """Say above the table what should be known of the place where the study lies."""
        self.notes = notes
        self.show_banner()

    def show_banner(self) -> None:
        """Say above the table when the study can only be read, who holds it, and the notes."""
        study = self.workspace.study
        if study.held_by:
            text = _("This study is open in another window ({who}). Here it can be read, not changed.")
            text = text.format(who=study.held_by)
        else:
            text = _("{why} Save a copy to work on it.").format(why=study.why_read_only)
        lines = [text] if study.is_read_only else []
        self.banner.setText("\n".join([*lines, *self.notes]))
        self.banner.setVisible(bool(lines or self.notes))

    def fill_menu(self, menu: QMenu) -> None:
        """Everything that could be opened as a tab."""
        menu.clear()
        for comparison in queries.comparisons(self.workspace.study):
            chosen = menu.addAction(comparison.name.replace("&", "&&"))
            chosen.triggered.connect(lambda _on=False, tab=(COMPARISON, comparison.id): self._to_front(tab))
        menu.addSeparator()
        for chart in queries.charts(self.workspace.study):
            chosen = menu.addAction(chart.name.replace("&", "&&"))
            chosen.triggered.connect(lambda _on=False, tab=(CHARTS, chart.id): self._to_front(tab))
        menu.addSeparator()
        for one in VIEWS:
            if one.area == "centre" and one.key != COMPARISON:
                chosen = menu.addAction(_(one.title))
                chosen.triggered.connect(lambda _on=False, tab=(one.key, 0): self._to_front(tab))

    def _to_front(self, tab: Tab) -> None:
        index = next((i for i in range(self.tabs.count()) if self._tab(i) == tab), -1)
        if index < 0:
            self.tabs.blockSignals(True)
            index = next((i for i in range(self.tabs.count()) if self._tab(i) == NO_COMPARISON), -1)
            if tab[0] == COMPARISON and index >= 0:
                # The first comparison of a study takes the place that was kept for it.
                self.tabs.setTabText(index, self._title(tab))
            else:
                index = self.tabs.addTab(self._title(tab))
            self.tabs.setTabData(index, tab)
            self.tabs.blockSignals(False)
        if index == self.tabs.currentIndex():
            self.show_tab(index)
        else:
            self.tabs.setCurrentIndex(index)

    def _title(self, tab: Tab) -> str:
        key, comparison_id = tab
        if key == COMPARISON:
            comparison = queries.comparison(self.workspace.study, comparison_id) if comparison_id else None
            return comparison.name.replace("&", "&&") if comparison else _("Comparison")
        if key == CHARTS and comparison_id:
            return queries.chart(self.workspace.study, comparison_id).name.replace("&", "&&")
        return _(view(key).title)

    def _tab(self, index: int) -> Tab:
        key, comparison_id = self.tabs.tabData(index)
        return str(key), int(comparison_id)

    def _tab_bar(self) -> QTabBar:
        tabs = QTabBar(documentMode=True, tabsClosable=True, movable=True, expanding=False, drawBase=False)
        tabs.setAccessibleName(_("Open comparisons and views"))
        tabs.setElideMode(Qt.TextElideMode.ElideRight)
        return tabs

    def _lay_out(self) -> None:
        more = QToolButton()
        more.setIcon(icon("plus", "second_text"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setAccessibleName(_("Open a comparison or view"))
        more.setToolTip(_("Open a comparison or view"))
        menu = QMenu(more)
        menu.aboutToShow.connect(lambda: self.fill_menu(menu))
        more.setMenu(menu)
        strip = QWidget()
        strip.setObjectName("tab-strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(px(8), 0, px(8), 0)
        row.setSpacing(px(4))
        row.addWidget(self.tabs)
        row.addWidget(more)
        row.addStretch(1)
        self.banner.setObjectName("banner")
        self.banner.setFont(font(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (strip, self.banner):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
