"""Where the parts of a distribution lie in the header of a column: bars, axis, and the strip of what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from parties_of_power.analysis.distributions import Distribution, Part
from parties_of_power.ui.theme import px

EDGE, EDGE_OF_NAME, WIDEST = 12, 28, 150
BARS_TOP, BARS_BOTTOM, AXIS = 40, 54, 65.5
STRIP_TOP, STRIP_BOTTOM = 68, 73.5
NARROWEST_PART = 4


@dataclass(frozen=True, slots=True)
class Chart:
    """Of a section of the header: `area` is its rectangle there. Figures stand at its right, all else at its left."""

    of: Distribution
    area: QRect

    @property
    def left(self) -> int:
        return self.right - self.width if self.of.shape == "numbers" else self.area.left() + px(EDGE)

    @property
    def right(self) -> int:
        end = self.area.right() + 1 - px(EDGE)
        return end if self.of.shape == "numbers" else self.area.left() + px(EDGE) + self.width

    @property
    def width(self) -> int:
        return max(min(self.area.width() - 2 * px(EDGE), px(WIDEST)), 1)

    @property
    def base(self) -> int:
        """Where the bars stand."""
        return self.area.top() + px(BARS_BOTTOM)

    @property
    def top(self) -> int:
        return self.area.top() + px(BARS_TOP)

    @property
    def strip(self) -> QRect:
        top = self.area.top() + px(STRIP_TOP)
        return QRect(self.left, top, self.width, self.area.top() + px(STRIP_BOTTOM) - top)

    def slot(self, bar: int) -> tuple[int, int]:
        """From where to where a bar has its room."""
        count = len(self.of.bars)
        return self.left + self.width * bar // count, self.left + self.width * (bar + 1) // count

    def x_of(self, place: float) -> int:
        """Of a number or year of the axis."""
        low, high = self.of.edges[0], self.of.edges[-1]
        return self.left + round(self.width * (place - low) / (high - low))

    def bar_at(self, x: int) -> int:
        """The bar nearest to it."""
        count = len(self.of.bars)
        return min(max((x - self.left) * count // self.width, 0), count - 1)

    def has_bars_at(self, place: QPoint) -> bool:
        """Whether it lies on the bars or on the axis below them."""
        in_height = self.top - px(2) <= place.y() < self.strip.top()
        return bool(self.of.bars) and in_height and self.left - px(3) <= place.x() < self.right + px(3)

    def parts(self) -> list[tuple[Part | None, QRect]]:
        """The strip: what has a value (None), then each reason; none so narrow that it cannot be hit."""
        counts: list[tuple[Part | None, int]] = [(None, self.of.answered)]
        counts += [(reason, reason.count) for reason in self.of.reasons]
        shown = [(part, count) for part, count in counts if count]
        total, strip, least = sum(count for _part, count in shown), self.strip, px(NARROWEST_PART)
        free, start, found = max(strip.width() - least * len(shown), 0), strip.left(), []
        done = 0
        for place, (part, count) in enumerate(shown, 1):
            done += count
            end = strip.left() + least * place + free * done // total
            found.append((part, QRect(start, strip.top(), end - start, strip.height())))
            start = end
        return found

    def reason_at(self, place: QPoint) -> int:
        """The reason whose part of the strip is there, -1 for none."""
        reach = self.strip.adjusted(0, -px(2), 0, px(2))
        if not reach.contains(place):
            return -1
        hit = next((part for part, rect in self.parts() if rect.left() <= place.x() <= rect.right()), None)
        return self.of.reasons.index(hit) if hit is not None else -1
