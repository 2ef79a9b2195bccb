"""The page of the inspector: pieces below each other, each in a widget that is kept and shown anew if it differs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from parties_of_power.ui.theme import px
from parties_of_power.ui.views.inspector.blocks import (
    Bars,
    Block,
    Buttons,
    Card,
    Chart,
    Lineage,
    Scores,
    Sheet,
)
from parties_of_power.ui.views.inspector.card import CardView
from parties_of_power.ui.views.inspector.lineage import LineageView
from parties_of_power.ui.views.inspector.scores import ScoresView
from parties_of_power.ui.views.inspector.sheet import SheetView
from parties_of_power.ui.views.inspector.small_bars import BarsView
from parties_of_power.ui.views.inspector.small_button import ButtonsView
from parties_of_power.ui.views.inspector.small_chart import ChartView

MARGIN = 16
# Lists have room of their own on both sides, for the ground of the current row.
OUTDENT = 8
VIEWS: dict[type, type[QWidget]] = {
    Sheet: SheetView,
    Card: CardView,
    Buttons: ButtonsView,
    Chart: ChartView,
    Bars: BarsView,
    Lineage: LineageView,
    Scores: ScoresView,
}
_OUTDENTED = (Sheet, Lineage, Scores)


class BlockView(Protocol):
    """What the page needs of a widget in VIEWS."""

    def show_block(self, block: Block, /) -> None: ...

    def height_for(self, width: int, /) -> int: ...


class Page(QWidget):
    """`wanted` carries the link that was pressed, `menu_wanted` an observation and a place on the screen."""

    wanted = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[type, list[QWidget]] = {}
        self._shown: list[tuple[Block, QWidget]] = []
        self._blocks: dict[QWidget, Block] = {}

    def show_blocks(self, blocks: Sequence[Block]) -> bool:
        """Whether anything had to change."""
        if [block for block, _widget in self._shown] == list(blocks):
            return False
        before = [widget for _block, widget in self._shown]
        self._shown = self._placed(blocks)
        now = [widget for _block, widget in self._shown]
        for widget in set(before) - set(now):
            widget.hide()
        if now != before:
            self._order_stops(now)
        self._lay_out()
        return True

    def words(self) -> str:
        """All that the page says, one piece a line."""
        return "\n".join(filter(None, (widget.accessibleName() for _block, widget in self._shown)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def forget(self) -> None:
        """Draw every piece anew when it is next shown: fonts or colours have changed."""
        self._shown = [(Buttons(()), widget) for _block, widget in self._shown]
        self._blocks.clear()

    def _placed(self, blocks: Sequence[Block]) -> list[tuple[Block, QWidget]]:
        """Each block with a widget of its own, in the order in which there are blocks of its type."""
        used: dict[type, int] = {}
        placed = []
        for block in blocks:
            number = used.get(type(block), 0)
            used[type(block)] = number + 1
            widget = self._widget(type(block), number)
            if self._blocks.get(widget) != block:
                self._blocks[widget] = block
                _as_view(widget).show_block(block)
                widget.update()
            placed.append((block, widget))
        return placed

    def _widget(self, of: type, number: int) -> QWidget:
        kept = self._kept.setdefault(of, [])
        if number == len(kept):
            kept.append(self._made(of))
        return kept[number]

    def _made(self, of: type) -> QWidget:
        widget = VIEWS[of](self)
        for name in ("wanted", "menu_wanted"):
            if hasattr(widget, name):
                getattr(widget, name).connect(getattr(self, name))
        return widget

    def _order_stops(self, widgets: Sequence[QWidget]) -> None:
        """Tab goes down the page. Qt leaves the order as it is where one of two widgets takes no focus."""
        stops = [stop for widget in widgets for stop in (widget, *widget.findChildren(QWidget))]
        for above, below in pairwise(stop for stop in stops if stop.focusPolicy() & Qt.FocusPolicy.TabFocus):
            QWidget.setTabOrder(above, below)

    def _lay_out(self) -> None:
        top = px(MARGIN)
        for block, widget in self._shown:
            top += px(block.before)
            out = px(OUTDENT) if isinstance(block, _OUTDENTED) else 0
            left, width = px(MARGIN) - out, self.width() - 2 * (px(MARGIN) - out)
            height = _as_view(widget).height_for(max(width, px(40)))
            widget.setGeometry(left, top, width, height)
            widget.show()
            top += height
        self.setMinimumHeight(top + px(MARGIN))


def _as_view(widget: QWidget) -> BlockView:
    return widget  # type: ignore[return-value]  # every widget in VIEWS is one
