"""The drawing of what lies under everything: the eras of ended states, days of rest, the lines of the grid."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from parties_of_power.domain.days import spoken_short
from parties_of_power.texts import _
from parties_of_power.ui.views.timeline.lanes import Era
from parties_of_power.ui.views.timeline.picture import Picture


def draw_ground(painter: QPainter, picture: Picture) -> None:
    tokens, scale = picture.look.tokens, picture.scale
    # Everything here is upright and lies on whole pixels, and without smoothing it is filled much faster.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    eras = [era for era in picture.timeline.eras if scale.x(era.last + 1) > 0 and era.first < scale.right]
    for era in eras:
        painter.fillRect(_rect(picture, era), tokens.soviet)
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
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _rect(picture: Picture, era: Era) -> QRectF:
    left = max(picture.scale.x(era.first), 0.0)
    right = min(picture.scale.x(era.last + 1), picture.scale.width)
    return QRectF(left, picture.top, right - left, picture.height)


def _draw_end(painter: QPainter, picture: Picture, era: Era) -> None:
    """The last day of an era as a dotted line, and its name inside where that has room, else right of the line."""
    look, rect, pad = picture.look, _rect(picture, era), picture.look.sizes.pad
    x = picture.scale.x(era.last + 1)
    painter.setPen(QPen(look.tokens.thin, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, picture.top), QPointF(x, picture.bottom))
    name = _("{state} until {day}").format(state=era.title, day=spoken_short(era.last))
    for text in (name, era.title):
        width = look.small_bold.width(text)
        if width <= rect.width() - 2 * pad:
            painter.fillRect(QRectF(rect.left() + pad, 0, width, picture.layout.lanes_top), look.tokens.soviet)
            painter.setPen(look.tokens.second_text)
            look.small_bold.draw(painter, rect.left() + pad, picture.layout.lanes_top / 2, text)
            return
    if x + pad + look.small_bold.width(name) <= picture.scale.width:
        painter.setPen(look.tokens.second_text)
        look.small_bold.draw(painter, x + pad, picture.layout.lanes_top / 2, name)
