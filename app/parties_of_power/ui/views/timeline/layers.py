"""The two layers of the canvas: the fixed one, kept as a picture, and over it what moves with the as-of day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from parties_of_power.texts import _
from parties_of_power.ui.views.timeline import as_of_painting, axis
from parties_of_power.ui.views.timeline.band_painting import BandPainter, axis_y
from parties_of_power.ui.views.timeline.dragging import Drag, draw_drag
from parties_of_power.ui.views.timeline.ground_painting import draw_ground
from parties_of_power.ui.views.timeline.lane_painting import LanePainter, outline_of
from parties_of_power.ui.views.timeline.lanes import Timeline
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.picture import Found, Picture
from parties_of_power.ui.views.timeline.stops import Stop
from parties_of_power.ui.views.timeline.tie_painting import draw_rings


@dataclass(frozen=True)
class Moving:
    """What changes from one painting to the next while the view stays."""

    as_of: int
    selected: Sequence[int]
    hovered: int | None
    has_focus: bool
    stop: Stop | None = None
    drag: Drag | None = None


def draw_fixed(picture: Picture, size: QSizeF, ratio: float) -> tuple[QPixmap, Found]:
    """The fixed layer for a viewport, at a screen's pixel ratio, and what was found out while drawing it."""
    pixmap = QPixmap((size * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(picture.look.tokens.ground)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = paint_fixed(painter, picture)
    painter.end()
    return pixmap, found


def paint_fixed(painter: QPainter, picture: Picture) -> Found:
    """The painter is left with its origin at the top of the page."""
    found = Found()
    _draw_titles(painter, picture)
    _to_page(painter, picture)
    draw_ground(painter, picture, found)
    LanePainter(painter, picture, found).draw()
    BandPainter(painter, picture, found).draw()
    return found


def draw_moving(painter: QPainter, picture: Picture, found: Found, moving: Moving) -> None:
    look, flag = picture.look, as_of_painting.Flag.of(moving.as_of, picture.scale, picture.look)
    line = flag.x if flag.is_in_view else None
    painter.save()
    _to_page(painter, picture)
    _draw_frames(painter, picture, moving)
    chosen = set(moving.selected) | {moving.hovered}
    draw_rings(
        painter, picture, [tie for tie in found.ties if {tie.arc.upper, tie.arc.lower} & chosen], look.tokens.text
    )
    if moving.stop:
        painter.setPen(QPen(look.tokens.accent, 2, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(moving.stop.rect(picture), 4, 4)
    as_of_painting.draw_labels(painter, picture, found, line)
    if line is not None:
        as_of_painting.draw_line(painter, picture, line)
    if moving.drag:
        draw_drag(painter, picture, moving.drag)
    painter.restore()
    painter.save()
    painter.setPen(QPen(look.tokens.line, 1))
    y = look.sizes.axis + 0.5
    painter.drawLine(QPointF(0, y), QPointF(picture.column + picture.scale.width, y))
    painter.translate(picture.column, 0)
    as_of_painting.draw_axis(painter, picture, flag)
    as_of_painting.draw_flag(painter, flag, look)
    painter.restore()
    if moving.has_focus:
        _draw_focus(painter, picture)


def _of_several(timeline: Timeline) -> str:
    return _("of several states") if timeline.is_by_state else _("of several lanes")


def column_width(timeline: Timeline, look: Look) -> int:
    """As wide as the longest title of a lane, within bounds."""
    titles = [look.title.width(lane.title) for lane in timeline.lanes]
    second = look.small.width(_of_several(timeline)) if timeline.events else 0
    widest = max([*titles, second]) + 4 * look.sizes.pad
    return round(min(max(widest, look.px(96)), look.px(220)))


def _to_page(painter: QPainter, picture: Picture) -> None:
    """From now on draw in the plot only, from its left edge and the top of the page."""
    top = picture.look.sizes.axis + 1
    painter.setClipRect(QRectF(picture.column, top, picture.scale.width, picture.height))
    painter.translate(picture.column, top - picture.top)


def _draw_titles(painter: QPainter, picture: Picture) -> None:
    """The column of states, and in its corner what the axis leaves out."""
    look, pad, top = picture.look, picture.look.sizes.pad, picture.look.sizes.axis + 1
    painter.setPen(look.tokens.text)
    look.small_bold.draw(painter, 1.5 * pad, look.sizes.axis / 2, axis.context(picture.scale))
    painter.save()
    painter.setClipRect(QRectF(0, top, picture.column, picture.height))
    painter.translate(0, top - picture.top)
    for box in picture.layout.boxes_between(picture.top, picture.bottom):
        middle = box.rows_top + look.sizes.bar / 2
        _draw_title(painter, picture, box.top, middle, box.lane.title)
        if box.has_more:
            _draw_fold(painter, picture, middle, box.is_collapsed)
    if picture.timeline.events:
        middle = axis_y(picture)
        _draw_title(painter, picture, picture.layout.band_top, middle, _("Events"))
        painter.setPen(look.tokens.second_text)
        look.small.draw(painter, 1.5 * pad, middle + look.px(16), _of_several(picture.timeline))
    painter.restore()


def _draw_title(painter: QPainter, picture: Picture, top: float, middle: float, title: str) -> None:
    look = picture.look
    painter.setPen(QPen(look.tokens.line, 1))
    painter.drawLine(QPointF(0, top + 0.5), QPointF(picture.column, top + 0.5))
    painter.setPen(look.tokens.text)
    room = picture.column - 4 * look.sizes.pad
    look.title.draw(painter, 1.5 * look.sizes.pad, middle, look.title.shortened(title, room))


def _draw_fold(painter: QPainter, picture: Picture, middle: float, is_collapsed: bool) -> None:
    """At the right of a lane's title: points down, or to the right where the lane is collapsed."""
    px, x = picture.look.px, picture.column - 1.5 * picture.look.sizes.pad
    down = [(-px(3), -px(2)), (0, px(2)), (px(3), -px(2))]
    right = [(-px(2), -px(3)), (px(2), 0), (-px(2), px(3))]
    painter.setPen(QPen(picture.look.tokens.second_text, 1.5))
    painter.drawPolyline([QPointF(x + across, middle + along) for across, along in (right if is_collapsed else down)])


def _draw_frames(painter: QPainter, picture: Picture, moving: Moving) -> None:
    """Around the selected bars, and finer around the one under the pointer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wanted = [(subject_id, 2.0) for subject_id in moving.selected]
    if moving.hovered is not None and moving.hovered not in moving.selected:
        wanted.append((moving.hovered, 1.0))
    for subject_id, width in wanted:
        place = picture.timeline.places.get(subject_id)
        outline = outline_of(picture, place) if place else None
        if outline:
            painter.setPen(QPen(picture.look.tokens.accent, width))
            painter.drawRoundedRect(outline, 4, 4)


def _draw_focus(painter: QPainter, picture: Picture) -> None:
    height = picture.look.sizes.axis + 1 + picture.height
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(picture.look.tokens.accent, 2))
    painter.drawRect(QRectF(1, 1, picture.column + picture.scale.width - 2, height - 2))
