"""The colours, fonts and lengths the timeline is drawn with, taken from the theme at one time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from parties_of_power.domain.days import spoken_short
from parties_of_power.ui import theme
from parties_of_power.ui.palette import Tokens
from parties_of_power.ui.views.timeline.lanes import Mark
from parties_of_power.ui.views.timeline.layout import Sizes

MOST_TEXTS = 4096


@dataclass
class Typeface:
    """A font that remembers how wide its texts are, and keeps them shaped for the next drawing."""

    font: QFont
    texts: dict[str, QStaticText] = field(default_factory=dict)
    widths: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.metrics = QFontMetricsF(self.font)
        self.height = self.metrics.height()

    def width(self, text: str) -> float:
        known = self.widths.get(text)
        if known is None:
            if len(self.widths) >= 4 * MOST_TEXTS:
                self.widths.clear()
            known = self.widths[text] = self.metrics.horizontalAdvance(text)
        return known

    def draw(self, painter: QPainter, x: float, middle: float, text: str) -> None:
        """The text from `x` on, its line's middle at `middle`."""
        painter.setFont(self.font)
        painter.drawStaticText(QPointF(x, middle - self.height / 2), self._text(text))

    def shortened(self, text: str, room: float) -> str:
        """The text, with its end left out where it has no room: only for names that stand in full elsewhere too."""
        return text if self.width(text) <= room else self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _text(self, text: str) -> QStaticText:
        known = self.texts.get(text)
        if known is None:
            if len(self.texts) >= MOST_TEXTS:
                self.texts.clear()
            known = self.texts[text] = shaped = QStaticText(text)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shaped.prepare(font=self.font)
        return known


@dataclass(frozen=True)
class Look:
    """Colours, sizes and typefaces as they are now."""

    tokens: Tokens
    sizes: Sizes
    small: Typeface
    small_bold: Typeface
    title: Typeface
    px: Callable[[float], int]

    @classmethod
    def now(cls, *, has_strip: bool = False) -> Look:
        return cls(
            theme.tokens(),
            Sizes.of(theme.px, has_strip=has_strip),
            Typeface(theme.font(11)),
            Typeface(theme.font(11, theme.SEMIBOLD)),
            Typeface(theme.font(12, theme.SEMIBOLD)),
            theme.px,
        )

    def band_label_width(self, mark: Mark) -> float:
        return self.small_bold.width(date_text(mark)) + self.sizes.pad + self.small.width(mark.event.title)


def date_text(mark: Mark) -> str:
    """An event's date as short as it can be said."""
    return spoken_short(mark.first) if mark.first == mark.last else mark.event.date.describe()
