"""The timeline's canvas: what is in view, and when which layer is drawn anew.

The fixed layer (grid, bars, events) is drawn when the view pans, zooms or the study changes, and kept. The as-of line,
the labels that dodge it, selection and hover are drawn over it each time, so that a step of the as-of day costs little.
"""

from __future__ import annotations

from functools import partial

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
from PySide6.QtWidgets import QFrame, QToolTip

from parties_of_power.domain.events import Event
from parties_of_power.study.changes import Changes
from parties_of_power.texts import _
from parties_of_power.ui import theme
from parties_of_power.ui.views.timeline import axis, facts, tips, under_pointer
from parties_of_power.ui.views.timeline.arrangement import SETTING, Arrangement
from parties_of_power.ui.views.timeline.band import BandLabel, Cluster, clusters
from parties_of_power.ui.views.timeline.band_painting import labels_in_view
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours, bar_colours
from parties_of_power.ui.views.timeline.description import description
from parties_of_power.ui.views.timeline.keys import add_actions
from parties_of_power.ui.views.timeline.lanes import Lane, Timeline
from parties_of_power.ui.views.timeline.layers import Moving, column_width, draw_fixed, draw_moving
from parties_of_power.ui.views.timeline.layout import EVER, Layout, lay_out, rows_of_eras
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.picture import Found, Picture, nobody
from parties_of_power.ui.views.timeline.pointer import Pointer
from parties_of_power.ui.views.timeline.reading import involved, strip_as_arranged, timeline_as_arranged
from parties_of_power.ui.views.timeline.scale import Scale
from parties_of_power.ui.views.timeline.strip import Strip
from parties_of_power.ui.views.timeline.walking import Walking
from parties_of_power.ui.views.timeline.zooming import ZoomingArea
from parties_of_power.ui.workspace import Workspace

# Labels of the band find new places when a pan has rested for so many milliseconds, the description after more.
REST = 120
REST_OF_DESCRIPTION = 500
# From so many pixels a day on there is room to say who was involved in an event.
CLOSE = 20.0


class Canvas(ZoomingArea):
    """`scale_changed` comes when zoom or the days in view have changed, `loaded` when the study was read anew."""

    scale_changed = Signal()
    loaded = Signal()
    arranged = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.timeline: Timeline = Timeline()
        self.arrangement: Arrangement = Arrangement.read(workspace.study.setting(SETTING))
        self.look: Look = Look.now(has_strip=bool(self.arrangement.strip))
        self.layout_: Layout = lay_out(self.timeline, self.scale, self.look.sizes, self.look.small.width)
        self.strip: Strip | None = None
        self.hovered: int | None = None
        self.found = Found()
        self._ticks: tuple[axis.Tick, ...] = ()
        self._clusters: tuple[Cluster, ...] | None = None
        self._band_labels: tuple[BandLabel, ...] | None = None
        self._colours: dict[int, BarColours] = {}
        self._fixed: QPixmap | None = None
        self._is_stale = True
        self._pointer = Pointer(self)
        self.walking: Walking = Walking(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.settle)
        self._rest_of_description = QTimer(self, singleShot=True, interval=REST_OF_DESCRIPTION)
        self._rest_of_description.timeout.connect(self.describe)
        self._rest_of_lanes = QTimer(self, singleShot=True, interval=REST_OF_DESCRIPTION)
        self._rest_of_lanes.timeout.connect(self.read_again)
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
        if facts.touches(changes, self.workspace.catalogue, self.arrangement):
            self._is_stale = True
            self.viewport().update()
            if self.arrangement.is_list:
                self.load()

    def show_study(self) -> None:
        self.arrangement = Arrangement.read(self.workspace.study.setting(SETTING))
        self.is_fitted = True
        self.take_look()
        self.arranged.emit()

    def show_as_of(self, _day: int) -> None:
        self._rest_of_description.start()
        if self.arrangement.attribute_id is not None:
            self._rest_of_lanes.start()
        self.viewport().update()

    def read_again(self) -> None:
        """Lanes by what is said of the as-of day, for another day."""
        self._is_stale = True
        self.viewport().update()

    def show_selection(self) -> None:
        self._rest_of_description.start()
        self.viewport().update()

    def take_look(self) -> None:
        """Draw with the colours and fonts of the theme as it is now."""
        self.look = Look.now(has_strip=bool(self.arrangement.strip))
        self._is_stale = True
        self.viewport().update()

    def load(self) -> None:
        """Read the study, where it changed since it was last read."""
        if not self._is_stale:
            return
        self._is_stale = False
        self.timeline = timeline_as_arranged(self.workspace, self.arrangement)
        self.strip = strip_as_arranged(self.workspace, self.arrangement, self.timeline)
        self._colours.clear()
        self.column = column_width(self.timeline, self.look)
        if self.is_fitted:
            self.fit()
        else:
            self.set_scale(self.scale.of_width(self.plot_width), keep=False)
        self._rest_of_description.start()
        self.loaded.emit()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show other lanes, another order, more or less; the study remembers it."""
        self.arrangement = arrangement
        study = self.workspace.study
        self.workspace.perform(lambda: study.set_setting(SETTING, arrangement.stored()))
        self.take_look()
        self.arranged.emit()

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

    def set_scale(self, scale: Scale, *, keep: bool = True) -> None:
        """Show other days. With `keep` nothing happens where they are the same."""
        scale = scale.within(self.timeline.earliest, self.timeline.latest)
        if keep and scale == self.scale:
            return
        is_zoom = not keep or scale.per_day != self.scale.per_day
        self.scale = scale
        self._ticks = axis.ticks(scale, self.look.px(84), self.look.px(10))
        if is_zoom or not self.layout_.days.holds(scale):
            self._lay_out()
        if is_zoom:
            self.place_band_labels()
        else:
            self._rest.start()
        self.redraw()
        self.scale_changed.emit()

    def fit(self) -> None:
        """Show everything, from the first party of today's states to the end of this year."""
        self.is_fitted = True
        self.set_scale(Scale.fitted(self.timeline.first, self.timeline.last, self.plot_width), keep=False)

    def settle(self) -> None:
        """When a pan has come to rest: rows and labels for the days that are now in view."""
        top = rows_of_eras(self.timeline, self.scale) * self.look.sizes.event_row
        if self.layout_.days != EVER or self.layout_.lanes_top != top:
            self._lay_out()
        self.place_band_labels()

    def place_band_labels(self) -> None:
        """Labels for the events of the band find new places, in the days that are now in view."""
        self._band_labels = None
        self.redraw()

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The events of the band at this scale, taken together where they lie close."""
        if self._clusters is None:
            self._clusters = clusters(self.timeline.events, self.scale.per_day, self.look.px(17))
        return self._clusters

    def _lay_out_band(self) -> None:
        """Clusters and labels, once the band itself is seen."""
        bottom = self.verticalScrollBar().value() + self.viewport().height() - self.look.sizes.axis
        if self.layout_.band_top > bottom:
            return
        if self._band_labels is None:
            self._band_labels = labels_in_view(self.clusters, self.scale, self.look)

    def redraw(self) -> None:
        """Draw the fixed layer anew at the next painting."""
        self._fixed = None
        self.viewport().update()

    def _lay_out(self) -> None:
        """Lanes, rows and clusters for the scale, with the lane at the top of the view staying there."""
        bar = self.verticalScrollBar()
        seen = self.layout_.box_at(bar.value())
        collapsed = self.arrangement.collapsed
        self.layout_ = lay_out(self.timeline, self.scale, self.look.sizes, self.look.small.width, collapsed)
        self._clusters = None
        self._set_scroll_range()
        now = next((box for box in self.layout_.boxes if seen and box.lane.key == seen.lane.key), None)
        if seen and now and bar.value():
            bar.setValue(now.top + min(bar.value() - seen.top, now.height))

    def _set_scroll_range(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height() - self.look.sizes.axis
        bar.setRange(0, max(self.layout_.height - page, 0))
        bar.setPageStep(max(page, 1))
        bar.setSingleStep(self.look.sizes.pitch)

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
            self._clusters or (),
            self._band_labels or (),
            partial(involved, self.workspace.catalogue) if self.scale.per_day >= CLOSE else nobody,
            self.strip,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        self.load()
        self._lay_out_band()
        picture = self.picture()
        if self._fixed is None:
            size = QSizeF(self.viewport().size())
            self._fixed, self.found = draw_fixed(picture, size, self.devicePixelRatioF())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._fixed)
        workspace = self.workspace
        stop = self.walking.shown_stop() if self.hasFocus() else None
        has_focus, drag = self.hasFocus(), self._pointer.drag
        moving = Moving(workspace.as_of, workspace.selected, self.hovered, has_focus, stop, drag)
        draw_moving(painter, picture, self.found, moving)

    # What lies under the pointer

    def bar_at(self, position: QPointF) -> Bar | None:
        return under_pointer.bar_at(self.picture(), position)

    def title_at(self, position: QPointF) -> Lane | None:
        """The lane whose title is there, where it can be collapsed."""
        box = under_pointer.title_at(self.picture(), position)
        return box.lane if box and box.has_more else None

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
        if tip := tips.tip_at(self, position):
            return tip
        if self._pointer.is_on_as_of(position):
            return _("As of: drag, or press [ and ] for days, with Ctrl for months, with Ctrl+Shift for years")
        return ""

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_scroll_range()
        if self._is_stale:
            return
        if self.is_fitted:
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._pointer.wheel(event)

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
