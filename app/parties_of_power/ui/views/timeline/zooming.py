"""The part of the canvas that goes to other days: pan, zoom, a level, a stretch of days."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea

from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.scale import FEWEST_DAYS, Scale
from parties_of_power.ui.workspace import Workspace


class ZoomingArea(QAbstractScrollArea):
    """`column` is the width of the titles. While it is `fitted`, a new width shows everything again."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace: Workspace = workspace
        self.scale: Scale = Scale.fitted(0, 1, 1)
        self.column = 0
        self.is_fitted = True

    def set_scale(self, scale: Scale, *, keep: bool = True) -> None:
        raise NotImplementedError

    @property
    def plot_width(self) -> float:
        return max(float(self.viewport().width() - self.column), 1.0)

    def pan(self, pixels: float) -> None:
        self.is_fitted = False
        self.set_scale(self.scale.panned(pixels))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Around a pixel of the plot; without one around the as-of day where it is in view, else the middle."""
        self.is_fitted = False
        if x is None:
            at = self.scale.x(self.workspace.as_of)
            x = at if 0 <= at <= self.scale.width else self.scale.width / 2
        self.set_scale(self.scale.zoomed(factor, x))

    def show_level(self, level: axis.Level) -> None:
        """So many days of a zoom level, around the as-of day where it is in view."""
        self.zoom(self.scale.days / level.days)

    def show_days(self, first: float, last: float) -> None:
        """A stretch of days with some room around it."""
        self.is_fitted = False
        room = max(last - first, 4) * 0.4
        self.set_scale(Scale.fitted(first - room, last + room, self.plot_width))

    def show_exactly(self, first: float, last: float) -> None:
        self.is_fitted = False
        if last - first >= FEWEST_DAYS:
            self.set_scale(Scale.fitted(first, last - 1, self.plot_width))

    def go_to(self, day: float, share: float) -> None:
        """Pan so that a day stands at a share of the width."""
        self.pan(self.scale.x(day) - share * self.scale.width)

    def scroll_lanes(self, pixels: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))
