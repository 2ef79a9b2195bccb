"""The inspector's pane: it follows the cell, the selection and the as-of day, and scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from parties_of_power.analysis.cells import report
from parties_of_power.analysis.profiles import subject_profile
from parties_of_power.analysis.series import Point, series
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui import theme
from parties_of_power.ui.views.inspector.blocks import Block
from parties_of_power.ui.views.inspector.cell_page import cell_page
from parties_of_power.ui.views.inspector.claims import other_claims
from parties_of_power.ui.views.inspector.page import Page
from parties_of_power.ui.views.inspector.profile_page import profile_page
from parties_of_power.ui.views.inspector.several_page import nothing_page, several_page
from parties_of_power.ui.views.inspector.words import Link
from parties_of_power.ui.workspace import Workspace

if TYPE_CHECKING:
    from parties_of_power.ui.printing.printout import Printout

# A page is cheap up to so many seconds; another waits so many times as long for the next step of a drag.
CHEAP, PATIENCE = 0.006, 4
LONGEST_WAIT = 100
# Tables of the study that say nothing about a single cell or subject.
ELSEWHERE = ("chart", "comparison", "comparison_column", "comparison_row", "setting")


class Inspector(QScrollArea):
    """What it shows is made anew at the end of the current event, however many signals came until then."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.page = Page()
        self.shown: tuple[object, ...] = ()
        self._points: dict[tuple[int, int], tuple[Point, ...]] = {}
        self._cost = 0.0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self.setWidget(self.page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Inspector"))
        self.verticalScrollBar().setAccessibleName(_("Page of the inspector"))
        self.page.wanted.connect(self.act)
        self.page.menu_wanted.connect(self.show_menu)
        self._connect()
        self.refresh_soon()

    def _connect(self) -> None:
        workspace = self.workspace
        workspace.cell_changed.connect(self.refresh_soon)
        workspace.selection_changed.connect(self.refresh_soon)
        workspace.as_of_changed.connect(self.show_as_of)
        workspace.changed.connect(self.show_changes)
        workspace.study_opened.connect(self.show_study)
        theme.theme().changed.connect(self.take_look)

    def refresh_soon(self, wait: int = 0) -> None:
        if self.isVisible():
            self._soon.start(wait)
        else:
            self.shown = ()

    def show_as_of(self) -> None:
        """A page that takes long lets table and timeline go ahead while the day is dragged."""
        if self._cost < CHEAP:
            self.refresh_soon()
        elif not self._soon.isActive():
            self.refresh_soon(min(round(self._cost * PATIENCE * 1000), LONGEST_WAIT))

    def show_changes(self, changes: Changes) -> None:
        """Made anew if the edit may concern what is shown."""
        if changes.kind == "reload" or any(row.table not in ELSEWHERE for row in changes.rows):
            self._points.clear()
            self.refresh_soon()

    def show_study(self) -> None:
        self._points.clear()
        self.refresh_soon()

    def take_look(self) -> None:
        self.page.forget()
        self.refresh_soon()

    def refresh(self) -> None:
        self._soon.stop()
        began = perf_counter()
        shows = self.what_to_show()
        is_other = shows != self.shown
        self.shown = shows
        self.page.show_blocks(self.blocks())
        if is_other:
            self.verticalScrollBar().setValue(0)
        # What is shown for the first time costs more than a step will.
        self._cost = 0.0 if is_other else perf_counter() - began

    def what_to_show(self) -> tuple[object, ...]:
        workspace = self.workspace
        return ("cell", workspace.cell, workspace.cell_when) if workspace.cell else ("subjects", workspace.selected)

    def blocks(self) -> Sequence[Block]:
        workspace = self.workspace
        study, day = workspace.study, workspace.as_of
        if workspace.cell is not None:
            when = day if workspace.cell_when is None else workspace.cell_when
            told = report(study, workspace.columns, *workspace.cell, when)
            points = self.points(*workspace.cell)
            return cell_page(told, other_claims(study, told, points), points, study.catalogue)
        if len(workspace.selected) == 1:
            return profile_page(subject_profile(study, workspace.selected[0], day), study)
        if workspace.selected:
            return several_page(workspace.selected, day, study.catalogue)
        return nothing_page()

    def points(self, subject_id: int, attribute_id: int) -> tuple[Point, ...]:
        cell = (subject_id, attribute_id)
        if cell not in self._points:
            self._points = {cell: series(self.workspace.study, subject_id, attribute_id)}
        return self._points[cell]

    def act(self, link: Link) -> None:
        from parties_of_power.ui.views.inspector import acts

        acts.act(self.workspace, self.window(), link)

    def show_menu(self, observation_id: int, place: QPoint) -> None:
        from parties_of_power.ui.views.inspector import acts

        acts.show_menu(self.workspace, self.window(), observation_id, place)

    def copy(self) -> None:
        """What the piece with the focus says, else the whole page."""
        focused = self.page.focusWidget()
        words = focused.accessibleName() if focused else ""
        QApplication.clipboard().setText(words or self.page.words())

    def printout(self) -> Printout | None:
        from parties_of_power.ui.printing.printouts import profile_printout

        return profile_printout(self.workspace)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_soon()
