"""Ghost marks: what a proposal would put into the cells, drawn over them before it is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.texts import _
from parties_of_power.ui.tables.words import baseline, cut, width_of, write
from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import Place, Strip
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Ghost:
    """`old` is struck through: it stays as a rival, or in the history."""

    role: Literal["equal", "change", "wrong"]
    text: str
    old: str = ""


class Ghosts(Mapping[Place, Ghost]):
    """Those of a proposal, each made when it is first seen: a paste may have very many."""

    def __init__(self, model: ComparisonModel, proposal: Proposal) -> None:
        self.model = model
        self.plans = proposal.plans
        self.refused = {refused.place: refused.text for refused in proposal.refused}
        self.places = dict.fromkeys((*proposal.equal, *self.plans, *self.refused))
        self.made: dict[Place, Ghost] = {}

    def __getitem__(self, place: Place) -> Ghost:
        if place not in self.made:
            if place not in self.places:
                raise KeyError(place)
            self.made[place] = self._make(place)
        return self.made[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def _make(self, place: Place) -> Ghost:
        if place in self.refused:
            return Ghost("wrong", _("“{text}”").format(text=self.refused[place].strip()))
        here, plan = self.model.cell(*place), self.plans.get(place)
        if plan is None or (plan.fits and not plan.changes):
            return Ghost("equal", here.text)
        if not plan.fits:
            return Ghost("wrong", _("“{text}”").format(text=plan.pasted.text.strip()))
        return Ghost("change", plan.words(), here.text if here.state == "value" else "")


def paint_ghosts(
    painter: QPainter,
    ghosts: Mapping[Place, Ghost],
    rows: list[Strip],
    columns: list[Strip],
    numeric: Mapping[int, bool],
) -> None:
    for column in columns:
        for row in rows:
            ghost = ghosts.get((row.place, column.place))
            if ghost is not None:
                rect = QRect(column.start, row.start, column.length, row.length)
                _paint(painter, ghost, rect, numeric.get(column.place, False))


def _paint(painter: QPainter, ghost: Ghost, rect: QRect, at_right: bool) -> None:
    colours = tokens()
    ground, ink = {
        "equal": (colours.ground, colours.second_text),
        "change": (colours.agrees_ground, colours.text),
        "wrong": (colours.wrong_ground, colours.wrong),
    }[ghost.role]
    painter.fillRect(rect.adjusted(0, 0, 0, -1), ground)
    painter.setPen(QPen(colours.wrong if ghost.role == "wrong" else colours.accent, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(px(1), px(1), -px(2), -px(2)))
    _write(painter, ghost, rect, ink, at_right)


def _write(painter: QPainter, ghost: Ghost, rect: QRect, ink: QColor, at_right: bool) -> None:
    """The new text, and before it the old one where there is room for both."""
    room = rect.width() - px(24)
    text = cut(ghost.text, room, 13)
    width = width_of(text)
    old = ghost.old if ghost.old and width + px(8) + width_of(ghost.old) <= room else ""
    start = rect.right() + 1 - px(12) - width if at_right else rect.left() + px(12)
    y = rect.top() + baseline(rect.height())
    if old:
        old_at = start - px(8) - width_of(old) if at_right else start
        start = start if at_right else start + width_of(old) + px(8)
        painter.setPen(tokens().second_text)
        write(painter, old_at, y, old)
        middle = rect.center().y() + 1
        painter.drawLine(old_at, middle, old_at + width_of(old), middle)
    painter.setPen(ink)
    write(painter, start, y, text)
