"""The strip below the canvas: all lanes in small, and the days in view as a frame that is dragged and resized."""

from __future__ import annotations

from math import ceil
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parties_of_power.domain.days import civil, spoken, year_words
from parties_of_power.texts import _
from parties_of_power.ui import theme
from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.scale import DAYS_OF_YEAR, Scale

Doing = Literal["", "move", "start", "end"]
HANDLE = 5.0
STEP = 0.1
ROWS_OF_PIXEL = 2


class Overview(QWidget):
    """The arrows move the days in view, with Shift their end, with Ctrl their beginning."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__()
        self.canvas = canvas
        self.doing: Doing = ""
        self._grip = 0.0
        self._lines: QPixmap | None = None
        self._drawn_for: Scale | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Overview"))
        self.setToolTip(_("Drag the frame to other days, or one of its ends"))
        canvas.scale_changed.connect(self.show_range)
        canvas.loaded.connect(self.show_lines)
        canvas.workspace.as_of_changed.connect(lambda _day: self.update())
        theme.theme().changed.connect(self.show_lines)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(46))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(46))

    @property
    def scale(self) -> Scale:
        """Everything there is."""
        earliest, latest = self.canvas.timeline.outermost
        room = 2 * DAYS_OF_YEAR
        width = max(self.width() - self.canvas.column - theme.px(8), 1)
        return Scale.fitted(earliest - room, latest + room, float(width))

    def frame(self) -> QRectF:
        """The days in view, in pixels of the strip, held inside it."""
        shown, scale = self.canvas.scale, self.scale
        left = min(max(scale.x(shown.left), 0.0), scale.width - 2 * HANDLE)
        right = min(max(scale.x(shown.right), 2 * HANDLE), scale.width)
        room = max(2 * HANDLE - (right - left), 0) / 2
        return QRectF(self.canvas.column + left - room, 2, right - left + 2 * room, self._axis_top - 2)

    @property
    def _axis_top(self) -> float:
        return float(self.height() - theme.px(16))

    def show_range(self) -> None:
        first, last = (spoken(int(day)) for day in (self.canvas.scale.left, self.canvas.scale.right))
        self.setAccessibleDescription(_("In view: {first} to {last}").format(first=first, last=last))
        self.update()

    def show_lines(self) -> None:
        self._lines = None
        self.updateGeometry()
        self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._lines is None or self._drawn_for != self.scale:
            self._lines, self._drawn_for = self._drawn_lines(), self.scale
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_as_of(painter)
        self._draw_frame(painter)

    def _drawn_lines(self) -> QPixmap:
        tokens, ratio = self.canvas.look.tokens, self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(tokens.ground)
        painter = QPainter(pixmap)
        painter.fillRect(QRectF(0, 0, self.width(), 1), tokens.line)
        self._draw_titles(painter)
        painter.translate(self.canvas.column, 0)
        scale = self.scale
        self._draw_axis(painter, scale)
        self._draw_rows(painter, scale)
        painter.end()
        return pixmap

    def _draw_rows(self, painter: QPainter, scale: Scale) -> None:
        """A line for each bar; of very many rows as many as can be told apart."""
        rows = [row for lane in self.canvas.timeline.lanes for row in lane.rows]
        height = self._axis_top - 8
        shown = rows[:: ceil(len(rows) / (ROWS_OF_PIXEL * height)) or 1]
        pitch = height / max(len(shown), 1)
        for number, row in enumerate(shown):
            for bar in row.bars:
                first, last = self.canvas.timeline.seen_life(bar)
                left, right = scale.x(first), scale.x(last + 1)
                line = QRectF(left, 5 + number * pitch, max(right - left, 1.0), max(min(pitch - 0.5, 2.0), 0.75))
                painter.fillRect(line, self.canvas.colours_of(bar).line)

    def _draw_titles(self, painter: QPainter) -> None:
        look, left = self.canvas.look, 1.5 * self.canvas.look.sizes.pad
        first, last = (year_words(civil(int(day))[0]) for day in self.canvas.timeline.outermost)
        painter.setPen(look.tokens.text)
        look.title.draw(painter, left, look.px(13), _("Overview"))
        painter.setPen(look.tokens.second_text)
        look.small.draw(painter, left, look.px(29), _("{first}–{last}").format(first=first, last=last))

    def _draw_axis(self, painter: QPainter, scale: Scale) -> None:
        look = self.canvas.look
        y = self._axis_top + look.px(8)
        for tick in axis.ticks(scale, look.px(60), look.px(60)):
            x = scale.x(tick.day)
            if tick.text and x >= 0 and x + look.small.width(tick.text) < scale.width:
                painter.fillRect(QRectF(round(x), self._axis_top, 1, look.px(4)), look.tokens.thin)
                painter.setPen(look.tokens.second_text)
                look.small.draw(painter, x + look.sizes.gap, y, tick.text)

    def _draw_as_of(self, painter: QPainter) -> None:
        x = self.canvas.column + self.scale.x(self.canvas.workspace.as_of)
        painter.setPen(QPen(self.canvas.look.tokens.as_of, 1.5))
        painter.drawLine(QPointF(x, 2), QPointF(x, self._axis_top))

    def _draw_frame(self, painter: QPainter) -> None:
        tokens, frame = self.canvas.look.tokens, self.frame()
        painter.setPen(QPen(tokens.accent, 3 if self.hasFocus() else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        middle, half = frame.center().y(), frame.height() / 4
        for x in (frame.left(), frame.right()):
            painter.drawRoundedRect(QRectF(x - 2, middle - half, 4, 2 * half), 2, 2)

    # Mouse and keys

    def part_at(self, x: float) -> Doing:
        frame = self.frame()
        inside = min(HANDLE, frame.width() / 4)
        if frame.left() - HANDLE <= x <= frame.left() + inside:
            return "start"
        if frame.right() - inside <= x <= frame.right() + HANDLE:
            return "end"
        return "move"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the frame: it comes there."""
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() < self.canvas.column:
            return
        x, frame = event.position().x(), self.frame()
        self.doing = self.part_at(x)
        if self.doing == "move" and not frame.left() <= x <= frame.right():
            self.canvas.go_to(self._day_at(x), 0.5)
            frame = self.frame()
        self._grip = x - (frame.right() if self.doing == "end" else frame.left())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not self.doing:
            is_end = self.part_at(x) != "move"
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_end else Qt.CursorShape.OpenHandCursor)
            return
        day, shown = self._day_at(x - self._grip), self.canvas.scale
        if self.doing == "move":
            self.canvas.go_to(day, 0)
        elif self.doing == "start":
            self.canvas.show_exactly(day, shown.right)
        else:
            self.canvas.show_exactly(shown.left, day)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.doing = ""

    def _day_at(self, x: float) -> float:
        return self.scale.day(x - self.canvas.column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        canvas, shown = self.canvas, self.canvas.scale
        step = steps.get(Qt.Key(event.key()), 0.0) * shown.days
        if event.key() == Qt.Key.Key_Home:
            canvas.go_to(canvas.timeline.first, 0)
        elif event.key() == Qt.Key.Key_End:
            canvas.go_to(canvas.timeline.last + 1, 1)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            canvas.zoom(1 / 1.5 if event.key() == Qt.Key.Key_Minus else 1.5)
        elif not step:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            canvas.show_exactly(shown.left, shown.right + step)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            canvas.show_exactly(shown.left + step, shown.right)
        else:
            canvas.pan(step * shown.per_day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_lines()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
