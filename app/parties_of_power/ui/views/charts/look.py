"""`Look`: the colours that one drawing is made with, and which subjects are emphasised in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from parties_of_power.study.catalogue import Catalogue
from parties_of_power.ui.palette import PartyColour, Tokens, colour_of, mix, text_on, with_readable_text

TINT, FAINT_TINT, FAINT_LINE = 0.45, 0.7, 0.62
BAND = 0.14


@dataclass(frozen=True)
class Look:
    """Nothing is emphasised where nothing that is drawn is selected. With `is_grey` it is drawn in greys, for print."""

    tokens: Tokens
    catalogue: Catalogue
    selected: frozenset[int] = frozenset()
    is_grey: bool = False

    def colour(self, subject_id: int) -> PartyColour:
        colour = colour_of(self.catalogue.subjects[subject_id], self.catalogue, self.tokens)
        return _in_greys(colour) if self.is_grey else colour

    def print_colour(self, colour: QColor) -> QColor:
        """A colour that says no party: as it is, or as light a grey."""
        return _grey(colour) if self.is_grey else colour

    def is_selected(self, subject_id: int) -> bool:
        return subject_id in self.selected

    def is_faint(self, subject_id: int) -> bool:
        """Whether others are emphasised."""
        return bool(self.selected) and subject_id not in self.selected

    def bar(self, subject_id: int) -> QColor:
        """The fill of a bar: a tint, the full tone where it is emphasised."""
        fill = self.colour(subject_id).fill
        if self.is_selected(subject_id):
            return fill
        return mix(fill, self.tokens.ground, FAINT_TINT if self.selected else TINT)

    def line(self, subject_id: int) -> QColor:
        line = self.colour(subject_id).line
        return mix(line, self.tokens.ground, FAINT_LINE) if self.is_faint(subject_id) else line

    def band(self, subject_id: int) -> QColor:
        band = QColor(self.colour(subject_id).line)
        band.setAlphaF(BAND)
        return band


def _in_greys(colour: PartyColour) -> PartyColour:
    """As light as it is, without its hue."""
    fill, line, label = (_grey(each) for each in (colour.fill, colour.line, colour.label))
    fill = with_readable_text(fill)
    return PartyColour(fill, line, text_on(fill), label, colour.ring)


def _grey(colour: QColor) -> QColor:
    lightness = round(0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue())
    return QColor(lightness, lightness, lightness)
