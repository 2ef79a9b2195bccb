"""Names beside points that hide neither each other nor a point; one that finds no room is left to the hover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF


@dataclass(frozen=True, slots=True)
class Pointed:
    """A point with the radius of its mark, and the name to be written beside it."""

    subject_id: int
    text: str
    width: float
    point: QPointF
    radius: float


def beside(points: Sequence[Pointed], bounds: QRectF, height: float, gap: float) -> list[tuple[Pointed, QRectF]]:
    """The names that find room, the first of the points before the others."""
    marks = [QRectF(p.point.x() - p.radius, p.point.y() - p.radius, 2 * p.radius, 2 * p.radius) for p in points]
    placed: list[tuple[Pointed, QRectF]] = []
    taken: list[QRectF] = []
    for number, each in enumerate(points):
        others = marks[:number] + marks[number + 1 :]
        for place in _tried(each, height, gap):
            if bounds.contains(place) and not any(place.intersects(other) for other in (*taken, *others)):
                taken.append(place)
                placed.append((each, place))
                break
    return placed


def _tried(each: Pointed, height: float, gap: float) -> Iterator[QRectF]:
    """To the right, above and below that, to the left, and above and below the point."""
    reach, x, y = each.radius + gap, each.point.x(), each.point.y()
    rights, lefts, middle = x + reach, x - reach - each.width, x - each.width / 2
    near = each.radius * 0.7
    for left, top in (
        (x + near, y - near - height),
        (rights, y - height / 2),
        (x + near, y + near),
        (x - near - each.width, y - near - height),
        (lefts, y - height / 2),
        (x - near - each.width, y + near),
        (middle, y - reach - height),
        (middle, y + reach),
    ):
        yield QRectF(left, top, each.width, height)
