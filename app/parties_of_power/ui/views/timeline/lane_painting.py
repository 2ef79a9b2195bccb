"""The drawing of the lanes: bars and rival dates, successions, the ticks of elections and a lane's own events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from parties_of_power.domain.events import Event
from parties_of_power.ui.views.timeline.bar_painting import BarPainter, BarShape
from parties_of_power.ui.views.timeline.bars import Bar, Rival
from parties_of_power.ui.views.timeline.labels import Room, clear_of
from parties_of_power.ui.views.timeline.lanes import Mark, Place
from parties_of_power.ui.views.timeline.layout import LaneBox, TitledEvent
from parties_of_power.ui.views.timeline.link_painting import Curve, curves_of, draw_dots, draw_lines
from parties_of_power.ui.views.timeline.marks import draw_diamond, draw_mark
from parties_of_power.ui.views.timeline.picture import Found, LabelToPlace, Picture, Spot
from parties_of_power.ui.views.timeline.strip_painting import StripPainter
from parties_of_power.ui.views.timeline.tie_painting import draw_arcs, draw_rings, ties_in_view

# A label is pushed no farther than this from its bar by what it would cross.
FARTHEST = 120
# Ticks closer than this are drawn as one.
TICK_GAP = 2.0


@dataclass(frozen=True)
class LanePainter:
    """Draws lanes, and notes the labels that are still to be placed and where events lie."""

    painter: QPainter
    picture: Picture
    found: Found

    def draw(self) -> None:
        look, picture = self.picture.look, self.picture
        bars = BarPainter(self.painter, picture.scale, look.sizes.bar, look.tokens.ground, look.small.font)
        boxes = picture.layout.boxes_between(picture.top, picture.bottom)
        for box in boxes:
            self._draw_separator(box)
        curves = curves_of(picture)
        draw_lines(self.painter, picture, curves)
        self.found.ties = ties_in_view(picture)
        draw_arcs(self.painter, picture, self.found.ties)
        for box in boxes:
            self._draw_rows(box, bars, curves)
            if box.has_titles:
                for event in box.titled:
                    self._draw_titled(event, box)
            else:
                self._draw_strip(box)
        draw_dots(self.painter, picture, curves)
        draw_rings(self.painter, picture, self.found.ties)

    def _draw_separator(self, box: LaneBox) -> None:
        self.painter.setPen(QPen(self.picture.look.tokens.line, 1))
        y = box.top + 0.5
        self.painter.drawLine(QPointF(0, y), QPointF(self.picture.scale.width, y))

    def _draw_rows(self, box: LaneBox, bars: BarPainter, curves: list[Curve]) -> None:
        sizes = self.picture.look.sizes
        for place, number in enumerate(box.rows):
            top = box.rows_top + place * sizes.pitch
            if top > self.picture.bottom or top + sizes.pitch < self.picture.top:
                continue
            seen = list(self.picture.bars_in_view(box.lane.rows[number]))
            for bar, shape in seen:
                bars.draw(bar, shape, self.picture.colours_of(bar), top)
            if self.picture.strip:
                strips = StripPainter(self.painter, self.picture, self.found, self.picture.strip)
                for bar, _shape in seen:
                    strips.draw(bar, self.picture.colours_of(bar), top)
            middle = top + sizes.bar / 2
            rivals = rivals_seen(seen, self.picture)
            self._draw_rivals(rivals, middle)
            lines = [curve.upright for curve in curves if curve.crosses(middle)]
            lines += [tie.x_at(middle) for tie in self.found.ties if tie.top < middle < tie.bottom]
            self._note_labels(seen, middle, sorted(lines), [x for _rival, x in rivals])

    def _draw_rivals(self, rivals: list[tuple[Rival, float]], middle: float) -> None:
        tokens, px = self.picture.look.tokens, self.picture.look.px
        for rival, x in rivals:
            draw_diamond(self.painter, QPointF(x, middle), px(9), tokens.rival, tokens.ground)
            if rival.is_claim:
                self.painter.setFont(self.picture.look.small_bold.font)
                self.painter.drawText(QPointF(x + px(6), middle), "“")

    def _note_labels(
        self, seen: list[tuple[Bar, BarShape]], middle: float, lines: list[float], rivals: list[float]
    ) -> None:
        """Lines, from left to right, pass behind the bars, and cross only a label that stands beside one."""
        look, width = self.picture.look, self.picture.scale.width
        gap = look.sizes.pad
        for place, (bar, shape) in enumerate(seen):
            before = seen[place - 1][1].whole.right if place else 0.0
            after = seen[place + 1][1].whole.left if place + 1 < len(seen) else width
            free = (max(before, 0.0) + gap, min(after, width) - gap)
            colours = self.picture.colours_of(bar)
            for number, segment in enumerate(bar.segments):
                wide = look.small.width(segment.text)
                if 0 < wide <= free[1] - free[0]:
                    rooms = rooms_of(number, bar, shape, free=free, gap=gap, width=width)
                    near = lines[bisect_left(lines, free[0] - gap) : bisect_left(lines, free[1] + gap)]
                    clear, crossed = self._without_obstacles(rooms, wide, near, rivals)
                    ink = colours.tones[number].text
                    self.found.labels.append(LabelToPlace(segment.text, middle, clear, ink, colours.label, crossed))

    def _without_obstacles(
        self, rooms: tuple[Room, ...], wide: float, lines: list[float], rivals: list[float]
    ) -> tuple[tuple[Room, ...], tuple[Room, ...]]:
        """The rooms clear of lines and rival dates, and those beside the bar of which a line may pass behind."""
        if not lines and not rivals:
            return rooms, ()
        gap, farthest = self.picture.look.sizes.pad, self.picture.look.px(FARTHEST)
        all_of_them = rivals + lines
        cleared = (clear_of(room, wide, rivals if room.side == "inside" else all_of_them, gap) for room in rooms)
        clear = tuple(room for room in cleared if not is_far(room, farthest))
        beside = (room for room in rooms if room.side != "inside")
        return clear, tuple(clear_of(room, wide, rivals, gap) for room in beside) if lines else ()

    def _draw_strip(self, box: LaneBox) -> None:
        """Elections as ticks, other events of the lane as small marks where they do not crowd."""
        look, scale = self.picture.look, self.picture.scale
        middle = box.below + look.sizes.strip / 2 - 1
        self.painter.setPen(QPen(look.tokens.second_text, 1.5))
        for marks, gap in spread(box.lane.elections, self.picture, TICK_GAP):
            x = scale.x(marks[0].middle)
            self.painter.drawLine(QPointF(x, middle - 3), QPointF(x, middle + 3))
            self._note_spot(x, middle, gap, marks)
        self._draw_small_marks(box, middle)

    def _draw_small_marks(self, box: LaneBox, middle: float) -> None:
        look, scale = self.picture.look, self.picture.scale
        taken = [scale.x(mark.middle) for mark in box.lane.elections]
        for marks, width in spread(box.lane.events, self.picture, look.sizes.icon):
            x = scale.x(marks[0].middle) + width / 2
            place = bisect_left(taken, x)
            near = [other for other in taken[max(place - 1, 0) : place + 1] if abs(other - x) < look.px(8)]
            if not near:
                draw_mark(self.painter, marks[0].event.kind, QPointF(x, middle), look.px(7), look.tokens.thin)
                self._note_spot(x, middle, width, marks)

    def _draw_titled(self, event: TitledEvent, box: LaneBox) -> None:
        look, x = self.picture.look, self.picture.x_of_world(event.x)
        scale, sizes = self.picture.scale, look.sizes
        left, right = scale.x(event.mark.first), scale.x(event.mark.last + 1)
        if right < -scale.width or left > scale.width + look.px(20):
            return
        middle = box.below + event.row * sizes.event_row + sizes.event_row / 2
        colour = look.tokens.accent
        half = sizes.icon / 2
        self.painter.setPen(QPen(colour, 1))
        if right - left > 3 * sizes.icon:
            self.painter.drawLine(QPointF(left + 2, middle), QPointF(x - half - 4, middle))
            self.painter.drawLine(QPointF(x + half + 4, middle), QPointF(right - 2, middle))
        if -half < x < scale.width + half:
            draw_mark(self.painter, event.mark.event.kind, QPointF(x, middle), sizes.icon, colour)
            self._note_spot(x, middle, sizes.icon, (event.mark,))
        if event.is_titled and right > 0 and left <= scale.width:
            self._note_title(event, middle, max(x + half, right if right - left > 3 * sizes.icon else 0))

    def _note_title(self, event: TitledEvent, middle: float, begin: float) -> None:
        picture, gap = self.picture, self.picture.look.sizes.gap
        limit = min(picture.x_of_world(event.free_right) - picture.look.sizes.icon, picture.scale.width)
        free_left = max(picture.x_of_world(event.free_left), 0.0)
        icon = picture.look.sizes.icon
        x = min(picture.x_of_world(event.x) - icon, picture.scale.width - gap)
        if begin > picture.x_of_world(event.x) + icon:
            # Its days are drawn as a line, from which the title keeps away as well.
            x = min(x, picture.scale.x(event.mark.first) - gap)
        rooms = (Room("right", max(begin, 0.0) + gap, limit, begin), Room("left", free_left, x, x))
        ink = picture.look.tokens.text
        detail = picture.involved(event.mark.event)
        self.found.labels.append(LabelToPlace(event.mark.event.title, middle, rooms, ink, ink, detail=detail))

    def _note_spot(self, x: float, middle: float, size: float, marks: Sequence[Mark]) -> None:
        reach = max(size, self.picture.look.px(8)) / 2 + 2
        rect = QRectF(x - reach, middle - reach, 2 * reach, 2 * reach)
        events: tuple[Event, ...] = tuple(mark.event for mark in marks)
        self.found.spots.append(Spot(rect, events))


def is_far(room: Room, most: float) -> bool:
    """Whether a label beside a bar would stand so far off that nobody sees to which it belongs."""
    near = room.left if room.side == "right" else room.right
    return room.side != "inside" and abs(near - room.anchor) > most


def rooms_of(
    number: int, bar: Bar, shape: BarShape, *, free: tuple[float, float], gap: float, width: float
) -> tuple[Room, ...]:
    """Where the label of a segment may stand: inside what is seen of it; the first and last segment also beside the
    bar, as far as its row is free."""
    solid = shape.solid[number]
    left, right = max(solid.left, 0.0), min(solid.right, width)
    chevrons = gap if solid.left < -1 else 0.0, gap if solid.right > width + 1 else 0.0
    rooms = [Room("inside", left + gap * 0.75 + chevrons[0], right - gap * 0.75 - chevrons[1])]
    if number == len(shape.solid) - 1 and shape.end.left <= width:
        # An unknown end is a light tint, on which a label can stand; any other end must be passed first.
        passed = max(shape.end.left if bar.end.look == "unknown" else shape.end.right, 0.0)
        rooms.append(Room("right", passed + gap, free[1], passed))
    if number == 0 and shape.start.left >= 0:
        rooms.append(Room("left", free[0], min(shape.start.left, width) - gap * 0.75, shape.start.left))
    return tuple(rooms)


def rivals_seen(seen: list[tuple[Bar, BarShape]], picture: Picture) -> list[tuple[Rival, float]]:
    """The rival dates of a row's bars, with their pixels: those that can be told from the ends of the bar, and do not
    lie on another bar, which they would seem to belong to."""
    found = []
    for bar, shape in seen:
        others = [other.whole for _bar, other in seen if other is not shape]
        for rival in bar.rivals:
            x = picture.scale.x(rival.middle)
            ends = (shape.start.left, shape.start.right, shape.end.left, shape.end.right)
            is_apart = all(abs(x - end) >= picture.look.px(9) for end in ends)
            if is_apart and 0 <= x <= picture.scale.width and not any(o.left - 6 <= x <= o.right + 6 for o in others):
                found.append((rival, x))
    return found


def spread(marks: Sequence[Mark], picture: Picture, gap: float) -> list[tuple[list[Mark], float]]:
    """The marks in view, taken together where they lie within `gap` pixels; with each group its width."""
    scale = picture.scale
    groups: list[list[Mark]] = []
    start = bisect_left(marks, scale.left, key=lambda mark: mark.middle)
    end = bisect_left(marks, scale.right, key=lambda mark: mark.middle)
    for mark in marks[start:end]:
        if groups and (mark.middle - groups[-1][0].middle) * scale.per_day < gap:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [(group, (group[-1].middle - group[0].middle) * scale.per_day) for group in groups]


def outline_of(picture: Picture, place: Place) -> QRectF | None:
    """The frame around a selected bar; None where its row is left out."""
    shape, top = picture.shape_of(place.bar), picture.bar_top(place)
    if top is None:
        return None
    left, right = max(shape.whole.left, -6.0), min(shape.whole.right, picture.scale.width + 6.0)
    return QRectF(left, top, max(right - left, 2.0), picture.look.sizes.bar).adjusted(-2, -2, 2, 2)
