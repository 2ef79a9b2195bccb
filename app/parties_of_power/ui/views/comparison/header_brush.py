"""The mouse on the distributions in the headers: dragging and clicking filter the column, hovering names the bar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from parties_of_power.analysis.brushing import chosen, filter_of, range_of
from parties_of_power.domain.comparisons import Column, ColumnFilter
from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison import arrange
from parties_of_power.ui.views.comparison.header import ColumnHeader
from parties_of_power.ui.views.comparison.header_chart import Chart
from parties_of_power.ui.views.comparison.header_counts import HeaderCounts
from parties_of_power.ui.views.comparison.header_words import bar_words, preview_words, reason_words

REACH = 4  # on both sides of an end of the brush


@dataclass(frozen=True, slots=True)
class Drag:
    """A press that goes on. `fixed` is the bar it began at, or that of the other end of a brush whose end it took."""

    column: Column
    pressed: QPoint
    fixed: int
    at: int
    is_moving: bool = False

    @property
    def bars(self) -> range:
        return range(min(self.fixed, self.at), max(self.fixed, self.at) + 1)


class HeaderBrush(QObject):
    """Of one header. Nothing is stored before the button is let go: a drag is one edit."""

    def __init__(self, header: ColumnHeader, counts: HeaderCounts) -> None:
        super().__init__(header)
        self.header = header
        self.counts = counts
        self.model = counts.model
        self.drag: Drag | None = None
        self.brushed: Column | None = None  # filtered here a moment ago: Esc takes that back
        self.is_pointing = False
        header.viewport().installEventFilter(self)

    def chart(self, section: int) -> Chart | None:
        """The distribution in a section of the header, where it stands there."""
        of = self.counts.of(section) if 0 <= section < self.header.count() else None
        if of is None:
            return None
        start, width = self.header.sectionViewportPosition(section), self.header.sectionSize(section)
        return Chart(of, QRect(start, 0, width, self.header.height()))

    def brush_of(self, section: int, chart: Chart) -> tuple[int, int] | None:
        """From where to where the brush lies: as it is dragged, or as the column is filtered."""
        column = self.model.columns[section]
        if self.drag is not None and self.drag.column.id == column.id:
            return chart.slot(self.drag.bars[0])[0], chart.slot(self.drag.bars[-1])[1]
        reach = range_of(chart.of, column.filter)
        return (chart.x_of(reach[0]), chart.x_of(reach[1])) if reach and reach[0] <= reach[1] else None

    def said(self, section: int) -> str:
        """What stands under the title during a drag; else blank."""
        of = self.counts.of(section)
        if self.drag is None or of is None or self.drag.column.id != self.model.columns[section].id:
            return ""
        return preview_words(of, self.drag.bars)

    def escape(self) -> bool:
        """Leave the drag, or take back what it did; whether there was anything."""
        drag, brushed = self.drag, self.brushed
        self.drag = self.brushed = None
        self.header.viewport().update()
        if drag is None and brushed is not None:
            self._filter(brushed, brushed.filter)
            self.brushed = None
        return drag is not None or brushed is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not self.counts.is_on:
            return False
        if isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        return isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._show_tip(event)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        place, kind = event.position().toPoint(), event.type()
        if kind == QEvent.Type.MouseMove:
            return self._move(place)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(place, event.modifiers())
        if kind == QEvent.Type.MouseButtonRelease and self.drag is not None:
            self._let_go(event.modifiers())
            return True
        return kind == QEvent.Type.MouseButtonDblClick and self._is_on_chart(place)

    def _press(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> bool:
        self.brushed = None
        section = self.header.logicalIndexAt(place)
        chart = self.chart(section)
        if chart is None:
            return False
        column = self.model.columns[section]
        reason = chart.reason_at(place)
        if reason >= 0:
            self._choose(chart, column, reason, modifiers, is_reason=True)
            return True
        if not chart.has_bars_at(place):
            return False
        bar = chart.bar_at(place.x())
        self.drag = Drag(column, place, self._other_end(section, chart, place.x(), bar), bar)
        return True

    def _other_end(self, section: int, chart: Chart, x: int, bar: int) -> int:
        """The bar at the other end of the brush, where one of its ends is pressed; else the bar itself."""
        bars, _reasons = chosen(chart.of, self.model.columns[section].filter)
        brush = self.brush_of(section, chart)
        if brush is None or not bars:
            return bar
        if abs(x - brush[0]) <= px(REACH):
            return max(bars)
        return min(bars) if abs(x - brush[1]) <= px(REACH) else bar

    def _move(self, place: QPoint) -> bool:
        if self.drag is None:
            return self._point(place)
        chart = self._chart_of(self.drag.column)
        if chart is not None:
            far = (place - self.drag.pressed).manhattanLength() >= QApplication.startDragDistance()
            is_moving = self.drag.is_moving or far
            at = chart.bar_at(place.x()) if is_moving else self.drag.at
            self.drag = replace(self.drag, at=at, is_moving=is_moving)
            self.header.viewport().update()
        return True

    def _point(self, place: QPoint) -> bool:
        """Show what can be done here, before Qt shows its own pointer."""
        section = self.header.logicalIndexAt(place)
        chart = self.chart(section)
        if chart is None or not self._is_on_chart(place):
            if self.is_pointing:
                self.header.unsetCursor()
            self.is_pointing = False
            return False
        self.is_pointing = True
        brush = self.brush_of(section, chart)
        at_end = brush is not None and any(abs(place.x() - x) <= px(REACH) for x in brush)
        at_end = at_end and chart.has_bars_at(place)
        self.header.setCursor(Qt.CursorShape.SplitHCursor if at_end else Qt.CursorShape.PointingHandCursor)
        return True

    def _let_go(self, modifiers: Qt.KeyboardModifier) -> None:
        drag = self.drag
        self.drag = None
        chart = self._chart_of(drag.column) if drag else None
        self.header.viewport().update()
        if drag is None or chart is None:
            return
        if drag.is_moving:
            self._filter(drag.column, filter_of(chart.of, drag.bars))
        elif drag.fixed == drag.at:
            self._choose(chart, drag.column, drag.at, modifiers)

    def _choose(
        self, chart: Chart, column: Column, part: int, modifiers: Qt.KeyboardModifier, *, is_reason: bool = False
    ) -> None:
        """A click: this one only, with Ctrl this one as well or no longer. Beside what is brushed it ends the brush,
        and so does one on what is chosen alone."""
        before = chosen(chart.of, column.filter)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            before[is_reason].symmetric_difference_update({part})
            self._filter(column, filter_of(chart.of, *before))
        elif range_of(chart.of, column.filter) and not is_reason:
            if part not in before[0]:
                self._filter(column, None)
        else:
            only: tuple[set[int], set[int]] = (set(), {part}) if is_reason else ({part}, set())
            self._filter(column, None if before == only else filter_of(chart.of, *only))

    def _filter(self, column: Column, by: ColumnFilter | None) -> None:
        current = next((each for each in self.model.columns if each.id == column.id), column)
        if by != current.filter and arrange.filter_by(self.model, current, by) and by is not None:
            self.brushed = current

    def _chart_of(self, column: Column) -> Chart | None:
        section = next((place for place, each in enumerate(self.model.columns) if each.id == column.id), -1)
        return self.chart(section)

    def _is_on_chart(self, place: QPoint) -> bool:
        chart = self.chart(self.header.logicalIndexAt(place))
        return chart is not None and (chart.has_bars_at(place) or chart.reason_at(place) >= 0)

    def _show_tip(self, event: QHelpEvent) -> bool:
        chart = self.chart(self.header.logicalIndexAt(event.pos()))
        if chart is None:
            return False
        reason = chart.reason_at(event.pos())
        if reason >= 0:
            words = reason_words(self.model, chart.of, reason)
        elif chart.has_bars_at(event.pos()):
            words = bar_words(self.model, chart.of, chart.bar_at(event.pos().x()))
        else:
            return False
        QToolTip.showText(event.globalPos(), words, self.header.viewport())
        return True
