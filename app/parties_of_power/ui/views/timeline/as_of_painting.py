"""What moves with the as-of day: its line and flag, the labels that dodge it, the axis whose labels make way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.domain.days import spoken_short
from parties_of_power.ui.views.timeline.band_painting import axis_y
from parties_of_power.ui.views.timeline.labels import Placed, placed
from parties_of_power.ui.views.timeline.look import Look
from parties_of_power.ui.views.timeline.picture import Found, LabelToPlace, Picture
from parties_of_power.ui.views.timeline.scale import Scale


def draw_labels(painter: QPainter, picture: Picture, found: Found, line: float | None) -> None:
    """The labels of bars and of lanes' events, clear of the as-of line; one without room is left to the pointer."""
    face, clearance = picture.look.small, float(picture.look.sizes.pad) * 0.75
    for label in found.labels:
        width, gap = face.width(label.text), 1.5 * picture.look.sizes.pad
        longer = width + gap + face.width(label.detail) if label.detail else width
        with_detail = placed(longer, label.rooms, line, clearance) if label.detail else None
        place = with_detail or placed(width, label.rooms, line, clearance)
        place = place or placed(width, label.crossed, line, clearance)
        if place is None:
            continue
        if with_detail:
            painter.setPen(picture.look.tokens.second_text)
            face.draw(painter, place.x + width + gap, label.middle, label.detail)
        if label.ground:
            height = face.height - 2
            painter.fillRect(QRectF(place.x - 2, label.middle - height / 2, width + 4, height), label.ground)
        if place.room.side != "inside":
            _draw_leader(painter, picture, label, place)
        painter.setPen(label.inside if place.room.side == "inside" else label.beside)
        face.draw(painter, place.x, label.middle, label.text)


def _draw_leader(painter: QPainter, picture: Picture, label: LabelToPlace, place: Placed) -> None:
    """From a bar to a label that something else has kept away from it."""
    right = place.x + picture.look.small.width(label.text)
    near = place.x if place.room.side == "right" else right
    if abs(near - place.room.anchor) > picture.look.px(18):
        away = 3 if place.room.side == "right" else -3
        painter.setPen(QPen(picture.look.tokens.thin, 1))
        y = round(label.middle) + 0.5
        painter.drawLine(QPointF(place.room.anchor + away, y), QPointF(near - away, y))


def draw_line(painter: QPainter, picture: Picture, x: float) -> None:
    """Down to the marks of the band, and not into its labels."""
    bottom = axis_y(picture) if picture.timeline.events else float(picture.layout.height)
    painter.setPen(QPen(picture.look.tokens.as_of, 2))
    painter.drawLine(QPointF(x, picture.top), QPointF(x, min(bottom, picture.bottom)))


@dataclass(frozen=True)
class Flag:
    """The flag of the as-of line; at an edge, with an arrow, where the line itself is out of view."""

    rect: QRectF
    text: str
    x: float
    is_in_view: bool

    @classmethod
    def of(cls, day: int, scale: Scale, look: Look) -> Flag:
        text = spoken_short(day)
        width, height = look.small_bold.width(text) + look.px(28), look.px(20)
        x = scale.x(day)
        left = min(max(x - width / 2, -width / 3), scale.width - width)
        is_in_view = 0 <= x <= scale.width
        if not is_in_view:
            left = min(max(x, 0.0), scale.width - width)
        return cls(QRectF(left, (look.sizes.axis - height) / 2, width, height), text, x, is_in_view)


def draw_flag(painter: QPainter, flag: Flag, look: Look) -> None:
    rect, tokens = flag.rect, look.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.as_of)
    painter.drawRoundedRect(rect, look.px(5), look.px(5))
    if flag.is_in_view:
        foot = [
            QPointF(flag.x - 5, rect.bottom()),
            QPointF(flag.x + 5, rect.bottom()),
            QPointF(flag.x, look.sizes.axis),
        ]
        painter.drawPolygon(QPolygonF(foot))
        _draw_grip(painter, rect, look)
    else:
        _draw_arrow(painter, flag, look)
    painter.setPen(tokens.on_as_of)
    look.small_bold.draw(
        painter, rect.center().x() - look.small_bold.width(flag.text) / 2, rect.center().y(), flag.text
    )


def _draw_grip(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Two columns of dots on either side: it can be taken."""
    painter.setBrush(look.tokens.on_as_of)
    for side in (rect.left() + look.px(5), rect.right() - look.px(8)):
        for across in (0, look.px(3)):
            for down in (-look.px(4), 0, look.px(4)):
                painter.drawEllipse(QPointF(side + across, rect.center().y() + down), 0.8, 0.8)


def _draw_arrow(painter: QPainter, flag: Flag, look: Look) -> None:
    towards = -1 if flag.x < 0 else 1
    x = flag.rect.left() + look.px(7) if towards < 0 else flag.rect.right() - look.px(7)
    y, reach = flag.rect.center().y(), look.px(3)
    painter.setPen(QPen(look.tokens.on_as_of, 1.5))
    points = [(x - towards * reach / 2, y - reach), (x + towards * reach / 2, y), (x - towards * reach / 2, y + reach)]
    painter.drawPolyline([QPointF(*point) for point in points])


def draw_axis(painter: QPainter, picture: Picture, flag: Flag) -> None:
    """The labels of the axis, but for those that the flag stands on."""
    look, face = picture.look, picture.look.small
    for tick in picture.ticks:
        left = picture.scale.x(tick.day) + look.sizes.gap
        right = left + face.width(tick.text)
        hidden = right > flag.rect.left() - look.sizes.pad and left < flag.rect.right() + look.sizes.pad
        if tick.text and not hidden and left >= 0 and right <= picture.scale.width:
            painter.setPen(look.tokens.second_text)
            face.draw(painter, left, look.sizes.axis / 2, tick.text)
