"""`Plot`: the frame with the marks of one kind of chart upon it, on the screen or for a file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.kinds import ChartKind
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks
from parties_of_power.ui.views.charts.picture import Picture


class Plot:
    def __init__(self, parent: QWidget | None = None) -> None:
        self.frame = Frame(parent)
        self.kind: ChartKind | None = None
        self.marks: Marks[Any] | None = None
        self._tokens: object = None
        self.frame.arranged.connect(self._arrange)

    @property
    def widget(self) -> QWidget:
        found: QWidget = self.frame.widget
        return found

    def show_picture(self, kind: ChartKind, picture: Picture[Any], look: Look, day: int) -> None:
        if look.tokens is not self._tokens:
            self._tokens = look.tokens
            self.frame.dress(look.tokens)
        if self.kind is not kind:
            self._take_kind(kind)
        if self.marks is not None:
            self.marks.show_picture(picture, look, day)

    def take_look(self, look: Look) -> None:
        """Show others emphasised."""
        if self.marks is not None:
            self.marks.look = look
            self.marks.update()

    def take_day(self, day: int) -> None:
        if self.marks is not None:
            self.marks.take_day(day)

    def subject_at(self, point: QPointF) -> int | None:
        return self.marks.subject_at(point) if self.marks is not None else None

    def heights(self, width: float) -> tuple[int, int]:
        """The least and the greatest height that look well at a width."""
        return self.marks.heights(width) if self.marks is not None else (0, 0)

    def take_range(self, across: tuple[float, float]) -> None:
        """Move and zoom, as another plot is."""
        if self.marks is not None:
            self.marks.take_range(across)

    def show_all(self) -> None:
        """Undo moving and zooming."""
        if self.marks is not None:
            self.marks.show_all()

    def update(self) -> None:
        if self.marks is not None:
            self.marks.update()

    def _take_kind(self, kind: ChartKind) -> None:
        if self.marks is not None:
            self.marks.scene().removeItem(self.marks)
        self.kind = kind
        self.marks = kind.marks(self.frame)

    def _arrange(self) -> None:
        if self.marks is not None:
            self.marks.arrange_again()
