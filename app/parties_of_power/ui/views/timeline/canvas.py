"""The timeline's canvas: what is in view, and when which layer is drawn anew.

The fixed layer (grid, bars, events) is drawn when the view pans, zooms or the study changes, and kept. The as-of line,
the labels that dodge it, selection and hover are drawn over it each time, so that a step of the as-of day costs little.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from parties_of_power.domain.days import today
from parties_of_power.domain.events import Event
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui import theme
from parties_of_power.ui.views.timeline import axis, facts, under_pointer
from parties_of_power.ui.views.timeline.band import BandLabel, Cluster, band_labels, clusters
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours, bar_colours
from parties_of_power.ui.views.timeline.description import description
from parties_of_power.ui.views.timeline.keys import add_actions
from parties_of_power.ui.views.timeline.lanes import Timeline
from parties_of_power.ui.views.timeline.layers import Moving, draw_fixed, draw_moving
from parties_of_power.ui.views.timeline.layout import BAND_ROWS, EVER, Layout, lay_out
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.picture import Found, Picture
from parties_of_power.ui.views.timeline.pointer import Pointer
from parties_of_power.ui.views.timeline.scale import Scale
from parties_of_power.ui.views.timeline.tips import tip_of_bar, tip_of_events
from parties_of_power.ui.workspace import Workspace

# Labels of the band find new places when a pan has rested for so many milliseconds, the description after more.
REST = 120
REST_OF_DESCRIPTION = 500
ZOOM_OF_NOTCH = 1.25


class Canvas(QAbstractScrollArea):
    """`scale_changed` comes when zoom or the days in view have changed, `loaded` when the study was read anew."""

    scale_changed = Signal()
    loaded = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace: Workspace = workspace
        self.timeline: Timeline = Timeline()
        self.look: Look = Look.now()
        self.scale: Scale = Scale.fitted(0, 1, 1)
        self.layout_: Layout = lay_out(self.timeline, self.scale, self.look.sizes, self.look.small.width)
        self.column = 0
        self.hovered: int | None = None
        self.found = Found()
        self._ticks: tuple[axis.Tick, ...] = ()
        self._clusters: tuple[Cluster, ...] = ()
        self._band_labels: tuple[BandLabel, ...] = ()
        self._colours: dict[int, BarColours] = {}
        self._fixed: QPixmap | None = None
        self._is_stale = True
        self._is_fitted = True
        self._pointer = Pointer(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.settle)
        self._rest_of_description = QTimer(self, singleShot=True, interval=REST_OF_DESCRIPTION)
        self._rest_of_description.timeout.connect(self.describe)
        self._prepare()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Timeline"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setAccessibleName(_("Lanes of the timeline"))
        add_actions(self)
        self.workspace.changed.connect(self.show_changes)
        self.workspace.study_opened.connect(self.show_study)
        self.workspace.as_of_changed.connect(self.show_as_of)
        self.workspace.selection_changed.connect(self.show_selection)
        theme.theme().changed.connect(self.take_look)

    # What is shown

    def show_changes(self, changes: Changes) -> None:
        if facts.touches(changes, self.workspace.catalogue):
            self._is_stale = True
            self.viewport().update()

    def show_study(self) -> None:
        self._is_stale = self._is_fitted = True
        self.viewport().update()

    def show_as_of(self, _day: int) -> None:
        self._rest_of_description.start()
        self.viewport().update()

    def show_selection(self) -> None:
        self._rest_of_description.start()
        self.viewport().update()

    def take_look(self) -> None:
        """Draw with the colours and fonts of the theme as it is now."""
        self.look = Look.now()
        self._is_stale = True
        self.viewport().update()

    def load(self) -> None:
        """Read the study, where it changed since it was last read."""
        if not self._is_stale:
            return
        self._is_stale = False
        self.timeline = facts.timeline_of(self.workspace.study, today())
        self._colours.clear()
        self.column = self._width_of_column()
        if self._is_fitted:
            self.fit()
        else:
            self.set_scale(self.scale.of_width(self.plot_width), keep=False)
        self._rest_of_description.start()
        self.loaded.emit()

    def describe(self) -> None:
        """What a screen reader says of the timeline."""
        self.setAccessibleDescription(description(self.workspace, self.timeline, self.scale))

    def colours_of(self, bar: Bar) -> BarColours:
        found = self._colours.get(bar.subject_id)
        if found is None:
            subject = self.workspace.catalogue.subjects[bar.subject_id]
            colour = theme.party_colour(subject, self.workspace.catalogue)
            found = self._colours[bar.subject_id] = bar_colours(bar, colour, self.look.tokens)
        return found

    # Zoom and pan

    @property
    def plot_width(self) -> float:
        return max(float(self.viewport().width() - self.column), 1.0)

    def set_scale(self, scale: Scale, *, keep: bool = True) -> None:
        """Show other days. With `keep` nothing happens where they are the same."""
        scale = scale.within(self.timeline.earliest, self.timeline.latest)
        if keep and scale == self.scale:
            return
        is_zoom = not keep or scale.per_day != self.scale.per_day
        self.scale = scale
        self._ticks = axis.ticks(scale, self.look.px(84), self.look.px(10))
        if is_zoom or not self.layout_.range.holds(scale):
            self._lay_out()
        if is_zoom:
            self.place_band_labels()
        else:
            self._rest.start()
        self.redraw()
        self.scale_changed.emit()

    def fit(self) -> None:
        """Show everything, from the first party of today's states to the end of this year."""
        self._is_fitted = True
        self.set_scale(Scale.fitted(self.timeline.first, self.timeline.last, self.plot_width), keep=False)

    def pan(self, pixels: float) -> None:
        self._is_fitted = False
        self.set_scale(self.scale.panned(pixels))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Around a pixel of the plot; without one around the as-of day where it is in view, else the middle."""
        self._is_fitted = False
        if x is None:
            at = self.scale.x(self.workspace.as_of)
            x = at if 0 <= at <= self.scale.width else self.scale.width / 2
        self.set_scale(self.scale.zoomed(factor, x))

    def show_level(self, level: axis.Level) -> None:
        """So many days of a zoom level, around the as-of day where it is in view."""
        self.zoom(self.scale.days / level.days)

    def show_days(self, first: float, last: float) -> None:
        """A stretch of days with some room around it."""
        self._is_fitted = False
        room = max(last - first, 4) * 0.4
        self.set_scale(Scale.fitted(first - room, last + room, self.plot_width))

    def go_to(self, day: float, share: float) -> None:
        """Pan so that a day stands at a share of the width."""
        self.pan(self.scale.x(day) - share * self.scale.width)

    def scroll_lanes(self, pixels: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def step_as_of(self, unit: axis.Unit, count: int) -> None:
        self.workspace.set_as_of(axis.stepped(self.workspace.as_of, unit, count))
        if not self.scale.shows(self.workspace.as_of):
            self.go_to(self.workspace.as_of, 0.5)

    def settle(self) -> None:
        """When a pan has come to rest: rows and labels for the days that are now in view."""
        if self.layout_.range != EVER:
            self._lay_out()
        self.place_band_labels()

    def place_band_labels(self) -> None:
        """Labels for the events of the band, where they fit in the days that are in view."""
        left = self.scale.left * self.scale.per_day
        arm, width_of = float(self.look.sizes.pad), self.look.band_label_width
        self._band_labels = band_labels(
            self._clusters, left, left + self.scale.width, rows=BAND_ROWS, arm=arm, measure=width_of
        )
        self.redraw()

    def redraw(self) -> None:
        """Draw the fixed layer anew at the next painting."""
        self._fixed = None
        self.viewport().update()

    def _lay_out(self) -> None:
        """Lanes, rows and clusters for the scale, with the lane at the top of the view staying there."""
        bar = self.verticalScrollBar()
        seen = self.layout_.box_at(bar.value())
        self.layout_ = lay_out(self.timeline, self.scale, self.look.sizes, self.look.small.width)
        self._clusters = clusters(self.timeline.events, self.scale.per_day, self.look.px(17))
        self._set_scroll_range()
        now = next((box for box in self.layout_.boxes if seen and box.lane is seen.lane), None)
        if seen and now:
            bar.setValue(now.top + min(bar.value() - seen.top, now.height))

    def _set_scroll_range(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height() - self.look.sizes.axis
        bar.setRange(0, max(self.layout_.height - page, 0))
        bar.setPageStep(max(page, 1))
        bar.setSingleStep(self.look.sizes.pitch)

    def _width_of_column(self) -> int:
        """As wide as the longest name of a state, within bounds."""
        titles = [self.look.title.width(lane.title) for lane in self.timeline.lanes]
        second = self.look.small.width(_("of several states")) if self.timeline.events else 0
        widest = max([*titles, second]) + 3 * self.look.sizes.pad
        return round(min(max(widest, self.look.px(96)), self.look.px(220)))

    # Drawing

    def picture(self) -> Picture:
        return Picture(
            self.timeline,
            self.layout_,
            self.scale,
            self.look,
            self.column,
            float(self.verticalScrollBar().value()),
            float(self.viewport().height() - self.look.sizes.axis),
            self.colours_of,
            self._ticks,
            self._clusters,
            self._band_labels,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        self.load()
        picture = self.picture()
        if self._fixed is None:
            size = QSizeF(self.viewport().size())
            self._fixed, self.found = draw_fixed(picture, size, self.devicePixelRatioF())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._fixed)
        workspace = self.workspace
        moving = Moving(workspace.as_of, workspace.selected, self.hovered, self.hasFocus())
        draw_moving(painter, picture, self.found, moving)

    # What lies under the pointer

    def bar_at(self, position: QPointF) -> Bar | None:
        return under_pointer.bar_at(self.picture(), position)

    def events_at(self, position: QPointF) -> tuple[Event, ...]:
        return under_pointer.events_at(self.picture(), self.found, position)

    def give_up(self) -> None:
        self._pointer.give_up()

    def set_hovered(self, subject_id: int | None) -> None:
        if subject_id != self.hovered:
            self.hovered = subject_id
            self.viewport().update()

    def tip_at(self, position: QPointF) -> str:
        """What is to be said of the place under the pointer; empty where nothing is."""
        if events := self.events_at(position):
            return tip_of_events(events, self.workspace.catalogue)
        if bar := self.bar_at(position):
            day = int(self.scale.day(position.x() - self.column) // 1)
            return tip_of_bar(self.workspace.study, bar, day)
        if self._pointer.is_on_as_of(position):
            return _("As of: drag, or press [ and ] for days, with Ctrl for months, with Ctrl+Shift for years")
        return ""

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_scroll_range()
        if self._is_stale:
            return
        if self._is_fitted:
            self.fit()
        else:
            self.set_scale(self.scale.of_width(self.plot_width), keep=False)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Plain: up and down; with Shift: along the days; with Ctrl: zoom at the pointer."""
        delta = event.angleDelta()
        turned = delta.y() or delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_OF_NOTCH ** (turned / 120), event.position().x() - self.column)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            self.pan(-turned * self.look.px(64) / 120)
        else:
            self.scroll_lanes(-delta.y() * 3 * self.look.sizes.pitch / 120)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            position = QPointF(event.pos())
            QToolTip.showText(event.globalPos(), self.tip_at(position), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self.set_hovered(None)
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().x() - self.column)
            return True
        return super().viewportEvent(event)
