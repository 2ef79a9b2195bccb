"""Where rows lie when all of them are seen at once: most are a few pixels high or less, some are opened in full.

After the Table Lens (Rao and Card, 1994). Only figures here, no Qt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

READABLE = 0.6  # of a full row: a line of text needs no more
OPENED_SHARE = 0.6  # of the height; the rest is left for the rows that are not opened


@dataclass(frozen=True)
class Lens:
    """`count` rows in `height` pixels; the rows in `opened`, in their order, are `full` pixels high."""

    count: int
    height: int
    full: int
    opened: tuple[int, ...] = ()

    @cached_property
    def unit(self) -> float:
        """How high a row is that is not opened: below one where there are more rows than pixels, never above `full`."""
        others = self.count - len(self.opened)
        room = max(self.height - self.full * len(self.opened), 0)
        return min(room / others, float(self.full)) if others > 0 else 0.0

    @property
    def readable(self) -> Sequence[int]:
        """The rows that are high enough for their texts."""
        return range(self.count) if self.unit >= self.full * READABLE else self.opened

    def start(self, row: int) -> int:
        before = bisect_left(self.opened, row)
        return round(before * self.full + (row - before) * self.unit)

    def length(self, row: int) -> int:
        return self.start(row + 1) - self.start(row)

    def row_at(self, y: int) -> int:
        """The row at a pixel, -1 beside all of them; of several in one pixel the last one."""
        if not 0 <= y < self.start(self.count):
            return -1
        before = bisect_right(self.opened, y, key=self.start)
        if before and y < self.start(self.opened[before - 1]) + self.full:
            return self.opened[before - 1]
        row = before + int((y - before * self.full) / self.unit) if self.unit else self.count
        row = min(max(row, 0), self.count - 1)
        while row and self.start(row) > y:
            row -= 1
        while row + 1 < self.count and self.start(row + 1) <= y:
            row += 1
        return row

    def is_open(self, row: int) -> bool:
        place = bisect_left(self.opened, row)
        return place < len(self.opened) and self.opened[place] == row

    def opening(self, rows: Iterable[int]) -> Lens:
        """With these rows opened as well, the first of them first, as far as there is room for them."""
        most = int(self.height * OPENED_SHARE / self.full)
        opened = set(self.opened)
        for row in rows:
            if len(opened) >= most:
                break
            if 0 <= row < self.count:
                opened.add(row)
        return Lens(self.count, self.height, self.full, tuple(sorted(opened)))
