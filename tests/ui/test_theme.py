"""Everything that is written can be read, in both schemes: each text role on its grounds, each label on its party."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QIcon
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.subjects import Subject
from parties_of_power.ui.icons import DRAWINGS, icon
from parties_of_power.ui.palette import (
    DARK,
    HUES,
    LIGHT,
    READABLE,
    VISIBLE,
    PartyColour,
    Tokens,
    colour_of,
    contrast,
    heat,
    two_sided_heat,
)
from parties_of_power.ui.style import qt_palette, style_sheet
from parties_of_power.ui.theme import font, px, theme, tokens

pytestmark = pytest.mark.usefixtures("qapp")
SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
TEXTS_ON = {
    "text": ("ground", "panel", "bar", "selected", "field", "soviet", "grid"),
    "second_text": ("ground", "panel", "bar", "field", "soviet"),
    "second_on_selected": ("selected",),
    "accent_text": ("ground", "panel", "bar", "selected"),
    "on_accent": ("accent",),
    "on_as_of": ("as_of",),
    "rival": ("ground", "panel", "rival_ground", "selected"),
    "agrees": ("ground", "panel", "agrees_ground", "selected"),
    "doubt": ("ground", "panel", "doubt_ground", "selected"),
    "wrong": ("ground", "panel", "wrong_ground", "selected"),
}
TONES = ("full", "tint28", "tint46", "ring")


@SCHEMES
@pytest.mark.parametrize(("role", "grounds"), TEXTS_ON.items(), ids=list(TEXTS_ON))
def test_a_text_can_be_read_on_every_ground_it_stands_on(scheme: Tokens, role: str, grounds: tuple[str, ...]) -> None:
    for ground in grounds:
        assert contrast(getattr(scheme, role), getattr(scheme, ground)) >= READABLE, f"{role} on {ground}"


@SCHEMES
def test_text_of_the_grounds_of_rivals_and_doubts_can_be_read(scheme: Tokens) -> None:
    for ground in ("rival_ground", "agrees_ground", "doubt_ground", "wrong_ground"):
        assert contrast(scheme.text, getattr(scheme, ground)) >= READABLE


@SCHEMES
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("hue", [*HUES, ""])
def test_a_party_is_seen_and_its_labels_can_be_read(scheme: Tokens, hue: str, tone: str) -> None:
    party = colours(scheme, hue=hue, tone=tone)
    assert contrast(party.text_on_fill, party.fill) >= READABLE
    assert contrast(party.label, scheme.ground) >= READABLE
    assert party.ring == (tone == "ring")
    if scheme.is_dark:
        assert contrast(party.fill, scheme.ground) >= VISIBLE
        assert contrast(party.line, scheme.ground) >= VISIBLE


def test_the_full_tone_is_the_colour_of_the_state() -> None:
    assert colours(LIGHT, hue="RU").fill == QColor("#2F5D8A")
    assert colours(DARK, hue="RU").fill == QColor("#4C749A")
    assert colours(DARK, hue="RU").line == QColor("#6FA8E0")


def test_a_tint_has_more_white() -> None:
    full, tint28, tint46 = (colours(LIGHT, hue="KZ", tone=tone).fill.lightness() for tone in TONES[:3])
    assert full < tint28 < tint46


@SCHEMES
@pytest.mark.parametrize("colour", ["#FFFF00", "#000000", "#777777", "#FF0000", "#FFFFFF"])
def test_a_chosen_colour_wins_and_is_made_readable(scheme: Tokens, colour: str) -> None:
    party = colours(scheme, hue="RU", tone="tint46", colour=colour)
    assert contrast(party.text_on_fill, party.fill) >= READABLE
    assert contrast(party.label, scheme.ground) >= READABLE
    assert party.fill != colours(scheme, hue="RU", tone="tint46").fill


def test_a_state_has_the_hue_of_its_own_key() -> None:
    assert colour_of(Subject(1, "state", key="KZ"), None, LIGHT).fill == QColor("#1B7B70")


@SCHEMES
def test_a_number_can_be_read_on_every_heat(scheme: Tokens) -> None:
    for step in range(11):
        assert contrast(scheme.text, heat(step / 10, scheme)) >= READABLE
        assert contrast(scheme.text, two_sided_heat(step / 5 - 1, scheme)) >= READABLE


@SCHEMES
def test_the_style_sheet_is_filled_in(scheme: Tokens) -> None:
    sheet = style_sheet(scheme, round)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    for image in re.findall(r"url\((.*?)\)", sheet):
        assert not QIcon(image).pixmap(12).isNull(), image


def test_a_scheme_is_taken_at_once_and_said_once(qapp: QApplication) -> None:
    heard: list[bool] = []
    theme().apply("light")
    theme().changed.connect(lambda: heard.append(tokens().is_dark))
    theme().apply("dark")
    theme().apply("dark")
    assert heard == [True]
    assert qapp.palette() == qt_palette(DARK)
    theme().apply("light")
    assert heard == [True, False]
    assert qapp.palette() == qt_palette(LIGHT)


def test_figures_are_of_equal_width(qapp: QApplication) -> None:
    assert font(13).pixelSize() == px(13)
    widths = {QFontMetricsF(font(13)).horizontalAdvance(figure * 10) for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("name", DRAWINGS)
def test_an_icon_is_drawn_in_the_colour_of_the_scheme(qapp: QApplication, name: str) -> None:
    for scheme, ink in (("light", LIGHT.text), ("dark", DARK.text)):
        theme().apply(scheme)
        image = icon(name).pixmap(64).toImage()
        seen = {
            image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255
        }
        assert seen == {ink.name()}
    theme().apply("light")


def colours(scheme: Tokens, hue: str = "", tone: str = "full", colour: str = "") -> PartyColour:
    return colour_of(Subject(1, "party", hue=hue, tone=tone, colour=colour), None, scheme)
