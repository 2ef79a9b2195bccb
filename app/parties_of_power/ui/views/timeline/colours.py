"""The tones of a bar: its party's colour for its longest name, the same hue lighter before and darker after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from parties_of_power.ui.palette import (
    BLACK,
    READABLE,
    WHITE,
    PartyColour,
    Tokens,
    mix,
    readable,
    text_on,
    with_readable_text,
)
from parties_of_power.ui.views.timeline.bars import Bar, Segment

FAINT = 0.14
EARLIER = (0.46, 0.28)
LATER = 0.24


@dataclass(frozen=True)
class Tone:
    """The ground of a segment and the text on it."""

    fill: QColor
    text: QColor


@dataclass(frozen=True)
class BarColours:
    """A tone for each segment; `line` for outlines and hatches, `label` for texts beside the bar, also on the tint."""

    tones: tuple[Tone, ...]
    line: QColor
    label: QColor
    tint: QColor


def bar_colours(bar: Bar, colour: PartyColour, tokens: Tokens) -> BarColours:
    tint = mix(tokens.ground, colour.fill, FAINT)
    return BarColours(
        tuple(_tone(colour.fill, step, tokens.is_dark) for step in _steps(bar)),
        readable(colour.line, tint, 3.0),
        readable(colour.label, tint, READABLE),
        tint,
    )


def _steps(bar: Bar) -> list[int]:
    """How many names each segment is before (negative) or after the longest one."""
    lengths = [_length(segment) for segment in bar.segments]
    main = lengths.index(max(lengths))
    return [place - main for place in range(len(lengths))]


def _length(segment: Segment) -> int:
    return segment.end.first - segment.start.first


def _tone(fill: QColor, step: int, is_dark: bool) -> Tone:
    if step < 0:
        fill = mix(fill, WHITE, EARLIER[(step + 1) % 2])
    elif step > 0:
        fill = mix(fill, WHITE if is_dark else BLACK, LATER * (step % 2) + FAINT / 2 * (step > 1))
    fill = with_readable_text(fill)
    return Tone(fill, text_on(fill))
