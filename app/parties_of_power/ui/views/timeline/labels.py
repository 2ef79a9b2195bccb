"""Where the label of a bar goes: inside it, else beside it, clear of the as-of line; else nowhere, never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["inside", "right", "left"]
Piece = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Room:
    """A stretch of pixels that a label may use: inside the bar, or beside it from the bar outwards. `anchor` is where
    beside it a leader would begin."""

    side: Side
    left: float
    right: float
    anchor: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label has found room."""

    room: Room
    x: float


def placed(width: float, rooms: Sequence[Room], line: float | None, clearance: float) -> Placed | None:
    """Where a label fits without touching the as-of line: inside, else beside the bar, else beyond the line."""
    for beyond in (False, True):
        for room in rooms:
            near, far = _pieces(room, line, clearance)
            tried = (near, far) if room.side == "inside" else (far,) if beyond else (near,)
            for left, right in tried:
                if right - left >= width:
                    return Placed(room, right - width if room.side == "left" else left)
    return None


def _pieces(room: Room, line: float | None, clearance: float) -> tuple[Piece, Piece]:
    """The room as the line divides it: the piece where the label would begin, and the other one."""
    if line is None or not room.left - clearance < line < room.right + clearance:
        return (room.left, room.right), (0.0, 0.0)
    before, after = (room.left, line - clearance), (line + clearance, room.right)
    return (after, before) if room.side == "left" else (before, after)


def clear_of(room: Room, width: float, obstacles: Sequence[float], gap: float) -> Room:
    """The room, begun beyond the upright lines and marks that would meet a label at its near end."""
    if not obstacles:
        return room
    left, right = room.left, room.right
    if room.side != "left":
        for x in sorted(obstacles):
            if left - gap / 2 <= x <= left + width:
                left = x + gap
    else:
        for x in sorted(obstacles, reverse=True):
            if right - width <= x <= right + gap / 2:
                right = x - gap
    if left == room.left and right == room.right:
        return room
    return Room(room.side, left, right, room.anchor)
