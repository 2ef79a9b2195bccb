"""The drawing of what lies under everything: eras, days of rest, the lines of the grid."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from parties_of_power.domain.days import spoken_short
from parties_of_power.texts import _
from parties_of_power.ui.palette import mix
from parties_of_power.ui.views.timeline.lanes import Era
from parties_of_power.ui.views.timeline.picture import Found, Picture, Spot

# An era inside another one is darker by so much for each that it lies in.
DEEPER = 0.06


def draw_ground(painter: QPainter, picture: Picture, found: Found) -> None:
    tokens, scale = picture.look.tokens, picture.scale
    # Everything here is upright and lies on whole pixels, and without smoothing it is filled much faster.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    eras = [era for era in picture.timeline.eras if scale.x(era.last + 1) > 0 and era.first < scale.right]
    for era in eras:
        _draw_era(painter, picture, era)
    for tick in picture.ticks:
        if tick.is_rest_day:
            rect = QRectF(scale.x(tick.day), picture.top, scale.per_day, picture.height)
            painter.fillRect(rect, tokens.panel)
    for labelled, colour in ((False, tokens.grid), (True, tokens.line)):
        painter.setPen(QPen(colour, 1))
        across = [round(scale.x(tick.day)) + 0.5 for tick in picture.ticks if bool(tick.text) == labelled]
        painter.drawLines([QLineF(x, picture.top, x, picture.bottom) for x in across])
    for era in eras:
        _draw_end(painter, picture, era)
    for era in eras:
        _draw_name(painter, picture, found, era)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _draw_era(painter: QPainter, picture: Picture, era: Era) -> None:
    """Where it surely was in full, where it may have been half as strong."""
    tokens = picture.look.tokens
    full = mix(tokens.soviet, tokens.text, DEEPER * era.row)
    ground = mix(tokens.ground, tokens.text, DEEPER * (era.row - 1)) if era.row else tokens.ground
    painter.fillRect(_rect(picture, era.first, era.last), mix(ground, full, 0.5))
    if era.sure_first <= era.sure_last:
        painter.fillRect(_rect(picture, era.sure_first, era.sure_last), full)


def _rect(picture: Picture, first: int, last: int) -> QRectF:
    left = max(picture.scale.x(first), 0.0)
    right = min(picture.scale.x(last + 1), picture.scale.width)
    return QRectF(left, picture.top, max(right - left, 0.0), picture.height)


def _draw_end(painter: QPainter, picture: Picture, era: Era) -> None:
    """The last day of an ended state, and both ends of a period, as dotted lines."""
    painter.setPen(QPen(picture.look.tokens.thin, 1, Qt.PenStyle.DotLine))
    for day in (era.last + 1,) if era.event is None else (era.first, era.last + 1):
        x = picture.scale.x(day)
        painter.drawLine(QPointF(x, picture.top), QPointF(x, picture.bottom))


def _draw_name(painter: QPainter, picture: Picture, found: Found, era: Era) -> None:
    """Its name inside where that has room, else right of it, else none; that of a period can be taken hold of."""
    look, pad = picture.look, picture.look.sizes.pad
    rect, middle = _rect(picture, era.first, era.last), (era.row + 0.5) * look.sizes.event_row
    room, beside = rect.width() - 2 * pad, picture.scale.width - rect.right() - pad
    for text, left, has_room in (
        (name_of(era), rect.left() + pad, look.small_bold.width(name_of(era)) <= room),
        (era.title, rect.left() + pad, look.small_bold.width(era.title) <= room),
        (name_of(era), rect.right() + pad, look.small_bold.width(name_of(era)) <= beside),
    ):
        if has_room:
            painter.setPen(look.tokens.second_text)
            look.small_bold.draw(painter, left, middle, text)
            if era.event:
                height = look.sizes.event_row
                spot = QRectF(left, middle - height / 2, look.small_bold.width(text), height)
                found.spots.append(Spot(spot, (era.event,)))
            return


def name_of(era: Era) -> str:
    """Its title with its dates."""
    if era.event:
        return _("{title}, {date}").format(title=era.title, date=era.event.date.describe())
    return _("{state} until {day}").format(state=era.title, day=spoken_short(era.last))
