"""The colours: one token for each role, in light and in dark, and the colour of each party."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from parties_of_power.domain.subjects import Subject

if TYPE_CHECKING:
    from parties_of_power.study.catalogue import Catalogue

WHITE = QColor("#FFFFFF")
BLACK = QColor("#000000")
INK = QColor("#1D1F21")
READABLE = 4.5
VISIBLE = 3.0


@dataclass(frozen=True)
class Tokens:
    """A colour for each role. Names with `on_` are texts on that ground, names with `_ground` grounds."""

    is_dark: bool
    ground: QColor
    panel: QColor
    bar: QColor
    line: QColor
    grid: QColor
    text: QColor
    second_text: QColor
    thin: QColor
    selected: QColor
    second_on_selected: QColor
    field: QColor
    accent: QColor
    accent_text: QColor
    on_accent: QColor
    as_of: QColor
    on_as_of: QColor
    rival: QColor
    rival_ground: QColor
    agrees: QColor
    agrees_ground: QColor
    doubt: QColor
    doubt_ground: QColor
    wrong: QColor
    wrong_ground: QColor
    cell_bar: QColor
    soviet: QColor
    heat_low: QColor
    heat_high: QColor
    heat_middle: QColor
    heat_below: QColor
    heat_above: QColor


def _tokens(is_dark: bool, **colours: str) -> Tokens:
    return Tokens(is_dark=is_dark, **{role: QColor(colour) for role, colour in colours.items()})


LIGHT = _tokens(
    False,
    ground="#FFFFFF",
    panel="#FAFAF8",
    bar="#F6F6F4",
    line="#E3E3DF",
    grid="#F1F1EF",
    text="#1D1F21",
    second_text="#62676D",
    thin="#8E9297",
    selected="#E6EEF6",
    second_on_selected="#4F555B",
    field="#FFFFFF",
    accent="#2F5D8A",
    accent_text="#2F5D8A",
    on_accent="#FFFFFF",
    as_of="#C2410C",
    on_as_of="#FFFFFF",
    rival="#B3460B",
    rival_ground="#FCEFE6",
    agrees="#2F6B3A",
    agrees_ground="#E9F3EB",
    doubt="#8A5A00",
    doubt_ground="#FBF3DF",
    wrong="#A62B1F",
    wrong_ground="#FBEAE7",
    cell_bar="#A1B6CA",
    soviet="#F4F1EA",
    heat_low="#FFFFFF",
    heat_high="#8FB4D6",
    heat_middle="#F7F7F5",
    heat_below="#CB8340",
    heat_above="#5F92C0",
)
DARK = _tokens(
    True,
    ground="#232629",
    panel="#26292D",
    bar="#1B1D20",
    line="#34383D",
    grid="#2B2F32",
    text="#E6E7E8",
    second_text="#A9AEB4",
    thin="#7E848A",
    selected="#263646",
    second_on_selected="#A9AEB4",
    field="#1B1D20",
    accent="#7FB0DE",
    accent_text="#8FBCE6",
    on_accent="#14202B",
    as_of="#FB923C",
    on_as_of="#1D1F21",
    rival="#FBA55E",
    rival_ground="#3A2A1E",
    agrees="#7CC48D",
    agrees_ground="#20312A",
    doubt="#E3B65A",
    doubt_ground="#332C1E",
    wrong="#F28B7D",
    wrong_ground="#3A2523",
    cell_bar="#4C637A",
    soviet="#2A2823",
    heat_low="#232629",
    heat_high="#35608A",
    heat_middle="#232629",
    heat_below="#8A5420",
    heat_above="#35608A",
)


@dataclass(frozen=True)
class Hue:
    """The colour of a state's parties, in both schemes."""

    fill: str
    dark_fill: str
    dark_line: str


NO_HUE = Hue("#8E9297", "#7E848A", "#9AA0A6")
HUES = {
    "RU": Hue("#2F5D8A", "#4C749A", "#6FA8E0"),
    "KZ": Hue("#1B7B70", "#207E73", "#46C2AE"),
    "AZ": Hue("#A85A14", "#AA5D19", "#E0944A"),
    "TJ": Hue("#8065AE", "#8065AE", "#C3B2EA"),
    "KG": Hue("#5B9640", "#5B9640", "#8CC864"),
    "AM": Hue("#B34A6E", "#B54E71", "#EE9DB8"),
    "GE": Hue("#7E2A22", "#A0615B", "#D9766A"),
    "UA": Hue("#4A9CC4", "#4A9CC4", "#4FB3DC"),
    "MD": Hue("#A3836B", "#A3836B", "#D9BFA8"),
    "BY": Hue("#4F5A12", "#6D763A", "#A9B85A"),
    "TM": Hue("#8593AE", "#8593AE", "#93A3C0"),
    "UZ": Hue("#AD8A12", "#AD8A12", "#E6CC7A"),
    "SU": Hue("#3B3E43", "#707276", "#D5D8DB"),
}
TINTS = {"tint28": 0.28, "tint46": 0.46}


@dataclass(frozen=True)
class PartyColour:
    """The colours of one party in one scheme: `fill` of bars and dots, `line` of curves and outlines, `text_on_fill`,
    `label` for a text beside its mark; `ring` where a ring stands in place of a dot."""

    fill: QColor
    line: QColor
    text_on_fill: QColor
    label: QColor
    ring: bool


def colour_of(subject: Subject, catalogue: Catalogue | None, tokens: Tokens) -> PartyColour:
    """The colour that a user has chosen, else the tone of the hue of the state."""
    hue = subject.hue or (subject.key if subject.kind == "state" else _key_of_state(subject, catalogue))
    return _colour(hue.upper(), subject.tone, subject.colour, tokens.is_dark)


def _key_of_state(subject: Subject, catalogue: Catalogue | None) -> str:
    state = catalogue.subjects.get(subject.state_id) if catalogue and subject.state_id is not None else None
    return (state.hue or state.key) if state else ""


@lru_cache(maxsize=1024)
def _colour(hue_key: str, tone: str, chosen: str, is_dark: bool) -> PartyColour:
    tokens = DARK if is_dark else LIGHT
    hue = HUES.get(hue_key, NO_HUE)
    if chosen:
        fill = line = QColor(chosen)
    else:
        fill = QColor(hue.dark_fill if is_dark else hue.fill)
        line = QColor(hue.dark_line) if is_dark else fill
    if tint := 0 if chosen else TINTS.get(tone, 0):
        fill, line = mix(fill, WHITE, tint), mix(line, WHITE, tint)
    if is_dark:
        fill, line = readable(fill, tokens.ground, VISIBLE), readable(line, tokens.ground, VISIBLE)
    fill = with_readable_text(fill)
    return PartyColour(fill, line, text_on(fill), readable(line, tokens.ground), tone == "ring")


def text_on(fill: QColor) -> QColor:
    """White where that can be read on the fill, else ink."""
    return WHITE if contrast(WHITE, fill) >= READABLE else INK


def with_readable_text(fill: QColor) -> QColor:
    """The fill, with more white where neither white nor ink could be read on it."""
    while contrast(text_on(fill), fill) < READABLE:
        fill = mix(fill, WHITE, 0.04)
    return fill


def readable(colour: QColor, ground: QColor, ratio: float = READABLE) -> QColor:
    """The colour, made darker (on a dark ground lighter) until it reaches a contrast."""
    towards = BLACK if luminance(ground) > 0.18 else WHITE
    while contrast(colour, ground) < ratio:
        colour = mix(colour, towards, 0.05)
    return colour


def mix(colour: QColor, other: QColor, share: float) -> QColor:
    """The colour with a share (0 to 1) of another."""
    return QColor(
        round(colour.red() + (other.red() - colour.red()) * share),
        round(colour.green() + (other.green() - colour.green()) * share),
        round(colour.blue() + (other.blue() - colour.blue()) * share),
    )


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (_linear(part / 255) for part in (colour.red(), colour.green(), colour.blue()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def heat(share: float, tokens: Tokens) -> QColor:
    """The ground of a cell by its place (0 to 1) between the lowest and the highest value."""
    return mix(tokens.heat_low, tokens.heat_high, min(max(share, 0.0), 1.0))


def two_sided_heat(share: float, tokens: Tokens) -> QColor:
    """The ground of a cell by its place (-1 to 1) on either side of a middle."""
    end = tokens.heat_below if share < 0 else tokens.heat_above
    return mix(tokens.heat_middle, end, min(abs(share), 1.0))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
