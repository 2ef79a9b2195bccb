"""The drawing of one bar and of its ends, by the grammar of uncertainty."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPen, QPolygonF

from parties_of_power.domain.force import ALWAYS_BEFORE
from parties_of_power.ui.views.timeline.bars import Bar
from parties_of_power.ui.views.timeline.colours import BarColours, Tone
from parties_of_power.ui.views.timeline.ends import End
from parties_of_power.ui.views.timeline.hatch import STEP, fill_hatched
from parties_of_power.ui.views.timeline.scale import Scale

RADIUS = 3.0
NARROW = 3.0
# A member of a set that is longer than a year is a range: [1998..2000].
LONGEST_YEAR = 366


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of pixels across."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class BarShape:
    """A bar in pixels: the solid piece of each segment (of no width where it never surely held), the stretches of the
    outer ends, and the whole of what is drawn."""

    solid: tuple[Stretch, ...]
    start: Stretch
    end: Stretch
    whole: Stretch


def shape_of(bar: Bar, scale: Scale, until: float) -> BarShape:
    """Where a bar lies in a view. An end takes the pixels of all days it may lie on; a day belongs to the bar. One that
    is not known reaches to the day `until`."""
    start, end = _start(bar.start, scale), _end(bar.end, scale, until)
    if start.right > end.left:
        middle = min(max(start.right, end.left), end.right)
        start = Stretch(start.left, middle)
        end = Stretch(middle, max(end.right, middle))
    if len(bar.segments) == 1:
        only = Stretch(start.right, max(start.right, end.left))
        return BarShape((only,), start, end, Stretch(start.left, end.right))
    borders = [_border(segment.start, scale) for segment in bar.segments[1:]]
    lefts = [start.right, *(border.right for border in borders)]
    rights = [*(border.left for border in borders), end.left]
    solid = tuple(Stretch(left, max(right, left)) for left, right in zip(lefts, rights, strict=True))
    return BarShape(solid, start, end, Stretch(start.left, end.right))


def _start(end: End, scale: Scale) -> Stretch:
    if end.look == "unknown":
        return Stretch(scale.x(ALWAYS_BEFORE), scale.x(end.first))
    if end.is_sharp or end.look == "open":
        return Stretch(scale.x(end.first), scale.x(end.first))
    return Stretch(scale.x(end.first), scale.x(end.last + 1))


def _end(end: End, scale: Scale, until: float) -> Stretch:
    if end.look == "unknown":
        return Stretch(scale.x(end.last + 1), scale.x(max(until, end.last + 1)))
    if end.is_sharp or end.look == "open":
        return Stretch(scale.x(end.last + 1), scale.x(end.last + 1))
    return Stretch(scale.x(end.first), scale.x(end.last + 1))


def _border(end: End, scale: Scale) -> Stretch:
    """The border between two names: where it is not known to the day, as wide as that."""
    if end.is_sharp or not end.is_bounded:
        return Stretch(scale.x(end.first), scale.x(end.first))
    return Stretch(scale.x(end.first), scale.x(end.last + 1))


@dataclass(frozen=True)
class BarPainter:
    """Draws bars `height` pixels high in a view."""

    painter: QPainter
    scale: Scale
    height: float
    ground: QColor
    font: QFont
    margin: float = 8.0

    def draw(self, bar: Bar, shape: BarShape, colours: BarColours, top: float) -> None:
        if shape.whole.width < NARROW:
            # Too narrow for names and ends: the closer look shows them.
            rect = QRectF(shape.whole.left, top, max(shape.whole.width, 1.0), self.height)
            self.painter.fillRect(rect, colours.tones[-1].fill)
            return
        self._draw_solid(bar, shape, colours, top)
        for place, segment in enumerate(bar.segments[1:]):
            border = Stretch(shape.solid[place].right, shape.solid[place + 1].left)
            if border.width > 1:
                self.painter.fillRect(self._rect(border, top), colours.tones[place].fill)
                self._hatch(border, top, colours.tones[place + 1].fill, segment.start)
        self._draw_end(bar.start, shape.start, colours, colours.tones[0], top, is_start=True)
        self._draw_end(bar.end, shape.end, colours, colours.tones[-1], top, is_start=False)
        self._draw_continuing(bar, shape, colours, top)

    def _rect(self, stretch: Stretch, top: float) -> QRectF:
        return QRectF(stretch.left, top, stretch.width, self.height)

    def _visible(self, stretch: Stretch) -> Stretch:
        """What of a stretch can be seen, and a little more, so that its outline lies outside."""
        left, right, edge = stretch.left, stretch.right, self.scale.width + self.margin
        if left >= -self.margin and right <= edge:
            return stretch
        left, right = max(left, -self.margin), min(right, edge)
        return Stretch(left, max(right, left))

    def _draw_solid(self, bar: Bar, shape: BarShape, colours: BarColours, top: float) -> None:
        last = len(shape.solid) - 1
        for place, (stretch, tone) in enumerate(zip(shape.solid, colours.tones, strict=True)):
            seen = self._visible(stretch)
            if place < last and seen.width > NARROW and bar.segments[place + 1].start.is_sharp:
                seen = Stretch(seen.left, seen.right - 1)
            if seen.width <= 0:
                continue
            round_left = place == 0 and bar.start.is_sharp
            round_right = place == last and bar.end.is_sharp
            self._fill(seen, top, tone.fill, round_left, round_right)

    def _fill(self, stretch: Stretch, top: float, colour: QColor, round_left: bool, round_right: bool) -> None:
        rect = self._rect(Stretch(stretch.left, max(stretch.right, stretch.left + 1)), top)
        if rect.width() < 2 * RADIUS or not (round_left or round_right):
            self.painter.fillRect(rect, colour)
            return
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if not round_left:
            self.painter.fillRect(QRectF(rect.left(), top, RADIUS, self.height), colour)
        if not round_right:
            self.painter.fillRect(QRectF(rect.right() - RADIUS, top, RADIUS, self.height), colour)

    def _draw_end(
        self, end: End, stretch: Stretch, colours: BarColours, tone: Tone, top: float, *, is_start: bool
    ) -> None:
        if end.is_sharp:
            return
        seen = self._visible(stretch)
        if end.look == "open":
            self._draw_point(tone.fill, top, is_start)
        elif seen.right - seen.left < 1:
            return
        elif end.look == "unknown":
            self._draw_tint(seen, colours, top)
        elif end.look == "set":
            self._draw_set(end, seen, colours, top)
        elif end.approximate:
            self._fade(stretch, tone.fill, top, is_start)
        elif end.uncertain:
            self._outline(seen, colours.line, top, Qt.PenStyle.DashLine)
        else:
            self._hatch(seen, top, colours.line, end)
            self._outline(seen, colours.line, top, Qt.PenStyle.SolidLine)
        if end.uncertain and end.look != "unknown":
            self._question_mark(_outer_half(seen, is_start) if end.approximate else seen, colours.label, top)

    def _draw_point(self, colour: QColor, top: float, is_start: bool) -> None:
        """The arrow of an open end, at the edge of the view."""
        tip = 0.0 if is_start else self.scale.width
        back = self.height / 2 * (1 if is_start else -1)
        self.painter.fillRect(QRectF(min(tip, tip + back), top, abs(back), self.height), self.ground)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        middle = top + self.height / 2
        corners = [QPointF(tip + back, top), QPointF(tip, middle), QPointF(tip + back, top + self.height)]
        self.painter.drawPolygon(QPolygonF(corners))

    def _draw_tint(self, stretch: Stretch, colours: BarColours, top: float) -> None:
        self.painter.fillRect(self._rect(stretch, top), colours.tint)
        self.painter.setPen(_dashes(colours.line))
        for y in (top + 0.5, top + self.height - 0.5):
            self.painter.drawLine(QPointF(stretch.left, y), QPointF(stretch.right, y))

    def _draw_set(self, end: End, stretch: Stretch, colours: BarColours, top: float) -> None:
        """A bracket with a tick for each member; a member that is a range is hatched; an unbounded side stays open."""
        painter, middle, foot = self.painter, top + self.height / 2, self.height / 4
        has_range = False
        for first, last in end.members:
            left = stretch.left if first is None else self.scale.x(first)
            right = stretch.right if last is None else self.scale.x(last + 1)
            seen = Stretch(max(left, stretch.left), min(right, stretch.right))
            if seen.width > 2 * STEP and (first is None or last is None or last - first > LONGEST_YEAR):
                self._hatch(seen, top, colours.line, end)
                has_range = True
        painter.setPen(QPen(colours.line, 1.5))
        if not has_range or len(end.members) > 1:
            painter.drawLine(QPointF(stretch.left, middle), QPointF(stretch.right, middle))
        for first, _last in end.members:
            if first is not None and stretch.left <= self.scale.x(first) <= stretch.right:
                x = self.scale.x(first)
                painter.drawLine(QPointF(x, middle - foot), QPointF(x, middle + foot))
        for x, inwards, is_closed in (
            (stretch.left + 1, 1, end.members[0][0] is not None),
            (stretch.right - 1, -1, end.members[-1][1] is not None),
        ):
            if is_closed:
                arm = x + inwards * min(foot, stretch.width / 3)
                bracket = [(arm, top + 1), (x, top + 1), (x, top + self.height - 1), (arm, top + self.height - 1)]
                painter.drawPolyline([QPointF(*corner) for corner in bracket])

    def _fade(self, stretch: Stretch, colour: QColor, top: float, is_start: bool) -> None:
        fade = QLinearGradient(stretch.left, 0, stretch.right, 0)
        clear = QColor(colour)
        clear.setAlpha(0)
        fade.setColorAt(0, clear if is_start else colour)
        fade.setColorAt(1, colour if is_start else clear)
        self.painter.fillRect(self._rect(self._visible(stretch), top), fade)

    def _outline(self, stretch: Stretch, colour: QColor, top: float, style: Qt.PenStyle) -> None:
        self.painter.setPen(_dashes(colour) if style == Qt.PenStyle.DashLine else QPen(colour, 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if stretch.width > NARROW:
            self.painter.drawRect(self._rect(stretch, top).adjusted(0.5, 0.5, -0.5, -0.5))

    def _question_mark(self, stretch: Stretch, colour: QColor, top: float) -> None:
        if stretch.width >= self.height / 2:
            self.painter.setFont(self.font)
            self.painter.setPen(colour)
            self.painter.drawText(self._rect(stretch, top), Qt.AlignmentFlag.AlignCenter, "?")

    def _hatch(self, stretch: Stretch, top: float, colour: QColor, end: End) -> None:
        """Diagonal lines; a stretch too narrow for them is filled half-strong."""
        seen = self._visible(stretch)
        rect = self._rect(seen, top)
        if seen.width < STEP:
            half = QColor(colour)
            half.setAlphaF(0.5)
            self.painter.fillRect(rect, half)
            return
        # The lines keep their place when the view pans: they hang on the end's own day, not on the edge of the view.
        x = self.scale.x(end.first) if end.is_bounded else seen.left
        fill_hatched(self.painter, rect, colour, x)

    def _draw_continuing(self, bar: Bar, shape: BarShape, colours: BarColours, top: float) -> None:
        """Small chevrons where a bar goes on beyond an edge of the view."""
        for place, stretch in enumerate(shape.solid):
            if stretch.left < -1 and stretch.right > 4 * RADIUS and bar.start.look != "open":
                self._chevron(6.0, -3.0, colours.tones[place].text, top)
            edge = self.scale.width
            if stretch.right > edge + 1 and stretch.left < edge - 4 * RADIUS and bar.end.look != "open":
                self._chevron(edge - 6.0, 3.0, colours.tones[place].text, top)

    def _chevron(self, x: float, depth: float, colour: QColor, top: float) -> None:
        middle = top + self.height / 2
        self.painter.setPen(QPen(colour, 1.5))
        points = [QPointF(x, middle - 4), QPointF(x + depth, middle), QPointF(x, middle + 4)]
        self.painter.drawPolyline(points)


def _outer_half(stretch: Stretch, is_start: bool) -> Stretch:
    """The half in which a fading end is lightest."""
    middle = (stretch.left + stretch.right) / 2
    return Stretch(stretch.left, middle) if is_start else Stretch(middle, stretch.right)


def _dashes(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setDashPattern([3, 3])
    return pen
