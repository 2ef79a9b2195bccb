"""Names at the ends of lines that dodge each other and the as-of line; one that finds no room is left to the hover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

FAR, MIDDLE, NEAR = 14, 5, 2


@dataclass(frozen=True, slots=True)
class End:
    """The end of a line, and the name to be written there. `reach` is how many half lines of text it may stand off."""

    subject_id: int
    text: str
    width: float
    point: QPointF
    reach: int = FAR


@dataclass(frozen=True, slots=True)
class Label:
    end: End
    place: QRectF

    @property
    def needs_leader(self) -> bool:
        """Whether it stands too far off to be seen to belong there."""
        height, point = self.place.height(), self.end.point
        return abs(self.place.center().y() - point.y()) > height * 0.6 or self.place.left() - point.x() > height * 1.6


def dodged(ends: Sequence[End], bounds: QRectF, height: float, gap: float, line: QRectF | None) -> list[Label]:
    """The labels that find room, the first of the ends before the others. `line` is the flag of the as-of line."""
    labels: list[Label] = []
    flag = [line] if line is not None else []
    x = line.center().x() if line is not None else None
    dots = [QRectF(end.point.x() - 2, end.point.y() - 2, 4, 4) for end in ends]
    for end in ends:
        taken = flag + [label.place for label in labels] + [dot for dot in dots if not dot.contains(end.point)]
        place = next((place for place in _tried(end, height, gap, x) if _is_free(place, bounds, taken, x)), None)
        if place is not None:
            labels.append(Label(end, place))
    return labels


def _tried(end: End, height: float, gap: float, line: float | None) -> Iterator[QRectF]:
    """Beside the end, or behind the as-of line where that would cross it; then further and further below and above."""
    for step in range(end.reach):
        for side in (1, -1) if step else (1,):
            away = step * height / 2
            left = end.point.x() + gap + (gap if away > height / 2 else 0)
            if line is not None and _crosses(left, left + end.width, line):
                left = line + gap
            yield QRectF(left, end.point.y() - height / 2 + side * away, end.width, height)


def _crosses(left: float, right: float, line: float) -> bool:
    return left - 3 < line < right + 3


def _is_free(place: QRectF, bounds: QRectF, taken: Sequence[QRectF], line: float | None) -> bool:
    crosses = line is not None and _crosses(place.left(), place.right(), line)
    return bounds.contains(place) and not crosses and not any(place.intersects(other) for other in taken)
