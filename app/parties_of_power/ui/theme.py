"""How everything looks: the tokens of the current scheme, fonts, sizes, and the colour of a party.

tokens().accent              a colour by its role
font(13, SEMIBOLD)           a font by its size at 100 %
px(32)                       a length by its size at 100 %
theme().changed              tells when any of these have become others
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.subjects import Subject
from parties_of_power.ui import palette
from parties_of_power.ui.palette import DARK, LIGHT, PartyColour, Tokens
from parties_of_power.ui.style import qt_palette, style_sheet

if TYPE_CHECKING:
    from parties_of_power.study.catalogue import Catalogue

Scheme = Literal["system", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("system", "light", "dark")
NORMAL, SEMIBOLD, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

# The size of the desktop's own font, in pixels, at which a px is a pixel.
USUAL_FONT = {"win32": 12.0, "darwin": 13.0}.get(sys.platform, 14.67)


class Theme(QObject):
    """The one theme of the program. `changed` comes after the scheme, and with it all colours, has changed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self.families = ["Inter", system.family()]
        self.system_scale = self.scale = max(1.0, QFontInfo(system).pixelSize() / USUAL_FONT)
        self.scheme: Scheme = "system"
        self.tokens = LIGHT
        self.has_equal_figures = True
        self._is_applied = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    def grow(self, percent: int) -> None:
        """All fonts, and the lengths with them, before anything is shown."""
        self.scale = self.system_scale * percent / 100
        font.cache_clear()

    def apply(self, scheme: Scheme) -> None:
        """Take a scheme for the whole program: palette, style sheet and font."""
        self.scheme = scheme
        # Qt then draws the title bar alike, on desktops where it can.
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme, Qt.ColorScheme.Unknown)
        QGuiApplication.styleHints().setColorScheme(wanted)
        self._show(DARK if scheme == "dark" or (scheme == "system" and system_is_dark()) else LIGHT)

    def follow_system(self) -> None:
        if self._is_applied and self.scheme == "system":
            self._show(DARK if system_is_dark() else LIGHT)

    def _show(self, chosen: Tokens) -> None:
        if self._is_applied and chosen is self.tokens:
            return
        self.tokens = chosen
        app = cast(QApplication, QApplication.instance())
        if not self._is_applied:
            app.setStyle("Fusion")
            app.setFont(font(13))
        app.setPalette(qt_palette(chosen))
        app.setStyleSheet(style_sheet(chosen, px))
        self._is_applied = True
        self.changed.emit()


@lru_cache(maxsize=1)
def theme() -> Theme:
    return Theme()


def tokens() -> Tokens:
    """The colours of the current scheme, by role."""
    return theme().tokens


def px(length: float) -> int:
    """A length at 100 %, grown with the system's font."""
    return round(length * theme().scale)


@lru_cache(maxsize=64)
def font(size: int = 13, weight: QFont.Weight = NORMAL, italic: bool = False) -> QFont:
    """The program's font in one of the sizes 24, 20, 15, 14, 13, 12, 11, with figures of equal width."""
    made = QFont()
    made.setFamilies(theme().families)
    made.setPixelSize(px(size))
    made.setWeight(weight)
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), int(theme().has_equal_figures))
    return made


@contextmanager
def fonts_for_paper() -> Iterator[None]:
    """Fonts as `font` gives them, with their usual figures: those of equal width are no text any more in a PDF."""
    font.cache_clear()
    theme().has_equal_figures = False
    try:
        yield
    finally:
        theme().has_equal_figures = True
        font.cache_clear()


def party_colour(subject: Subject, catalogue: Catalogue | None = None) -> PartyColour:
    """The colour of a party or state in the current scheme. The catalogue tells the state of a party without a hue."""
    return palette.colour_of(subject, catalogue, tokens())


def heat(share: float) -> QColor:
    """The ground of a cell by its place, 0 to 1."""
    return palette.heat(share, tokens())


def two_sided_heat(share: float) -> QColor:
    """The ground of a cell by its place, -1 to 1."""
    return palette.two_sided_heat(share, tokens())


def system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
