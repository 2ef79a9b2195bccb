"""The handle at the corner of the selection: dragging it fills the cells that it is drawn over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QRubberBand

from parties_of_power.ui.theme import px
from parties_of_power.ui.views.comparison.moving import blocks_of

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.proposal import Block
    from parties_of_power.ui.views.comparison.several import Place
    from parties_of_power.ui.views.comparison.view import ComparisonView

HANDLE = 9


class FillHandle:
    """Numbers and dates that give a step go on as a series; with Ctrl they are repeated."""

    def __init__(self, view: ComparisonView) -> None:
        self.view = view
        self.block: Block | None = None
        self.target: Block | None = None
        self.band = QRubberBand(QRubberBand.Shape.Rectangle, view)

    def begins_at(self, point: QPoint) -> bool:
        """Whether a drag begins here, on the handle of a single selected block."""
        blocks = blocks_of(self.view)
        if len(blocks) != 1 or self.view.table.workspace.study.is_read_only:
            return False
        if not self.place_of(blocks[0]).contains(point) or self._cell_at(point) != blocks[0][2:]:
            return False  # also where the corner has scrolled below what is frozen
        self.block = self.target = blocks[0]
        return True

    def place_of(self, block: Block) -> QRect:
        """Where the handle of a block is drawn, and a little more, so that it is not missed."""
        corner = self.view.cell_rect(block[2], block[3]).bottomRight()
        side = px(HANDLE)
        return QRect(corner.x() - side + 1, corner.y() - side + 1, side, side)

    def goes_to(self, point: QPoint) -> bool:
        if self.block is None:
            return False
        from parties_of_power.ui.views.comparison.fill import reach

        row, column = self._cell_at(point)
        if row >= 0 and column >= 0:
            self.target = reach(self.block, row, column)
            first = self.view.cell_rect(*self.target[:2])
            around = first.united(self.view.cell_rect(*self.target[2:]))
            self.band.setGeometry(around.translated(self.view.viewport().pos()))
            self.band.raise_()  # over what is frozen as well
            self.band.show()
        return True

    def _cell_at(self, point: QPoint) -> Place:
        index = self.view.indexAt(point)
        return index.row(), index.column()

    def ends(self, modifiers: Qt.KeyboardModifier) -> bool:
        if self.block is None or self.target is None:
            return False
        block, target = self.block, self.target
        self.block = self.target = None
        self.band.hide()
        is_copy = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self.view.hands.fill_by_dragging(block, target, as_series=not is_copy)
        return True
