"""Dragging an end, a change of name or an event: the date it would get, by the unit that suits the zoom."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.days import civil
from parties_of_power.domain.shifting import Unit, shifted, written
from parties_of_power.ui.views.timeline.grips import Grip
from parties_of_power.ui.views.timeline.picture import Picture
from parties_of_power.ui.views.timeline.scale import Scale

UNITS: tuple[Unit, ...] = ("day", "month", "year")
# So many pixels a unit must have at least for the hand to choose one.
FEWEST_PIXELS = 3.0
DAYS_OF_UNIT: dict[Unit, float] = {"day": 1, "month": 30, "year": 365}
BAND = 0.25


@dataclass(frozen=True)
class Drag:
    """`date` is what it would be dated if it were let go now."""

    grip: Grip
    date: PartialDate

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day of the new date."""
        first = self.date.earliest if self.date.earliest is not None else self.date.latest
        last = self.date.latest if self.date.latest is not None else first
        return first or 0, last or 0


def unit_of(scale: Scale) -> Unit:
    """The finest unit that can be told apart at a scale."""
    fitting = (unit for unit in UNITS if DAYS_OF_UNIT[unit] * scale.per_day >= FEWEST_PIXELS)
    return next(fitting, "year")


def dragged(grip: Grip, scale: Scale, x: float) -> Drag | None:
    """The grip pulled to a pixel; None where it would stay as it is, or cannot be moved step by step."""
    if grip.event is None:
        # An end lies on the border of a day that has passed: the last day of a bar is the one before its edge.
        day = scale.day(x) - (0.5 if grip.what == "dissolved" else 0.0)
        return Drag(grip, PartialDate.parse(written(int(day // 1), unit_of(scale))))
    finest = UNITS.index(unit_of(scale))
    for unit in UNITS[finest:]:
        count = _steps(scale.day(grip.x), scale.day(x), unit)
        try:
            return Drag(grip, shifted(grip.event.date, unit, count)) if count else None
        except DateError:
            continue
    return None


def _steps(before: float, after: float, unit: Unit) -> int:
    """How many units lie between two days."""
    if unit == "day":
        return round(after - before)
    (year, month, _day), (later, of_later, _other) = civil(int(before // 1)), civil(int(after // 1))
    return later - year if unit == "year" else (later - year) * 12 + of_later - month


def draw_drag(painter: QPainter, picture: Picture, drag: Drag) -> None:
    """The days of the new date through all lanes, and beside the row the date in words."""
    tokens, scale, look = picture.look.tokens, picture.scale, picture.look
    first, last = drag.days
    left, right = scale.x(first), scale.x(last + 1)
    if right - left > 3:
        wash = QColor(tokens.accent)
        wash.setAlphaF(BAND)
        painter.fillRect(QRectF(left, picture.top, right - left, picture.height), wash)
    painter.setPen(QPen(tokens.accent, 1.5, Qt.PenStyle.DashLine))
    for x in {left, right} if right - left > 3 else {left}:
        painter.drawLine(QPointF(x, picture.top), QPointF(x, picture.bottom))
    _draw_words(painter, picture, drag, (left + right) / 2, look.px(22))


def _draw_words(painter: QPainter, picture: Picture, drag: Drag, middle: float, height: float) -> None:
    look, text = picture.look, drag.date.describe()
    width = look.small_bold.width(text) + 2 * look.sizes.pad
    left = min(max(middle - width / 2, 0.0), picture.scale.width - width)
    top = drag.grip.y - look.sizes.bar - height
    top = top if top > picture.top else drag.grip.y + look.sizes.bar
    rect = QRectF(left, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.accent)
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(look.tokens.on_accent)
    look.small_bold.draw(painter, left + look.sizes.pad, rect.center().y(), text)
