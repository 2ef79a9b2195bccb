"""Days to pixels and back, with zoom and pan."""

from __future__ import annotations

from dataclasses import dataclass

DAYS_OF_YEAR = 365.2425
FEWEST_DAYS = 3.0
MOST_DAYS = 20_000 * DAYS_OF_YEAR
# Farther out Qt's painter loses its precision, and nobody sees it.
FAR = 20_000.0


@dataclass(frozen=True, slots=True)
class Scale:
    """`left` is the day at pixel 0, `per_day` the pixels of a day, `width` the pixels in view."""

    left: float
    per_day: float
    width: float

    @classmethod
    def fitted(cls, first: float, last: float, width: float) -> Scale:
        """The days from `first` to the end of `last`, in the whole width."""
        days = min(max(last + 1 - first, FEWEST_DAYS), MOST_DAYS)
        return cls(first, max(width, 1.0) / days, max(width, 1.0))

    @property
    def days(self) -> float:
        return self.width / self.per_day

    @property
    def right(self) -> float:
        return self.left + self.days

    def x(self, day: float) -> float:
        """The pixel at which a day begins, held near the view."""
        x = (day - self.left) * self.per_day
        return -FAR if x < -FAR else FAR if x > FAR else x

    def day(self, x: float) -> float:
        return self.left + x / self.per_day

    def zoomed(self, factor: float, x: float) -> Scale:
        """Larger by a factor, with the day at a pixel staying there."""
        days = min(max(self.days / factor, FEWEST_DAYS), MOST_DAYS)
        per_day = self.width / days
        return Scale(self.day(x) - x / per_day, per_day, self.width)

    def panned(self, pixels: float) -> Scale:
        return Scale(self.left + pixels / self.per_day, self.per_day, self.width)

    def of_width(self, width: float) -> Scale:
        """The same days in another width."""
        return Scale(self.left, max(width, 1.0) / self.days, max(width, 1.0))

    def within(self, first: float, last: float) -> Scale:
        """Panned back, so that the middle of the view stays between two days."""
        middle = min(max(self.left + self.days / 2, first), last)
        return Scale(middle - self.days / 2, self.per_day, self.width)

    def shows(self, day: float) -> bool:
        return self.left <= day <= self.right
