"""`Frame`: a pyqtgraph plot dressed by our tokens, with its axes and the as-of line; marks are drawn upon it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsItem, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.palette import Tokens
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.views.charts.ticks import Places

HEAD, TICKS, TITLE, EDGE = 6, 22, 16, 4
BEYOND = 24  # how far what is written at the last tick may reach beyond its axis
GRASP = 7
Range = tuple[float, float]


class Frame(QObject):
    """Sizes are pixels of the plot; `x` and `y` say where a value lies there.

    pyqtgraph has no types: what is made of it is kept here, and the marks know only this class.
    """

    arranged = Signal()
    clicked = Signal(object, bool)
    as_of_moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        import pyqtgraph as pg

        super().__init__(parent)
        self.widget: Any = pg.PlotWidget(parent)
        self.plot: Any = self.widget.getPlotItem()
        self.box: Any = self.plot.getViewBox()
        self.as_of_line: Any = pg.InfiniteLine(movable=True)
        self._ticks: dict[str, Places] = {}
        self._margins: tuple[int, int] = (-1, -1)
        self._ranges: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self._prepare()

    @property
    def item(self) -> QGraphicsItem:
        """What the marks are children of."""
        found: QGraphicsItem = self.plot
        return found

    @property
    def area(self) -> QRectF:
        """Where values are drawn, inside the axes."""
        return QRectF(self.box.geometry())

    @property
    def width(self) -> float:
        return float(self.plot.size().width())

    @property
    def x_range(self) -> Range:
        return self._ranges[0]

    def x(self, value: float) -> float:
        (low, high), area = self._ranges[0], self.area
        return area.left() + (value - low) / (high - low) * area.width()

    def y(self, value: float) -> float:
        """Upwards, or downwards where the range was given the other way round."""
        (low, high), area = self._ranges[1], self.area
        return area.bottom() - (value - low) / (high - low) * area.height()

    def set_margins(self, left: float, right: float) -> None:
        """How much room names and labels have at the sides of the plot."""
        wanted = (round(left), round(right))
        if wanted != self._margins:
            self._margins = wanted
            self.plot.getAxis("left").setWidth(wanted[0])
            self.plot.layout.setContentsMargins(px(EDGE), px(HEAD), wanted[1], px(EDGE))
            self.plot.layout.activate()

    def set_ranges(self, across: Range, up: Range) -> None:
        if (across, up) != self._ranges:
            self._ranges = (across, up)
            self.box.invertY(up[0] > up[1])
            self.box.setRange(xRange=across, yRange=sorted(up), padding=0)

    def set_across(self, across: Range) -> None:
        """Move and zoom the plot from left to right."""
        self.set_ranges(across, self._ranges[1])

    def set_ticks(self, side: str, places: Places) -> None:
        """Where an axis has its ticks, and what is written there."""
        if self._ticks.get(side) != places:
            self._ticks[side] = places
            self.plot.getAxis(side).setTicks([places])

    def ticks(self, side: str) -> Places:
        return self._ticks.get(side, [])

    def set_titles(self, bottom: str, left: str = "") -> None:
        for side, text in (("bottom", bottom), ("left", left)):
            axis = self.plot.getAxis(side)
            if axis.labelText != text:
                axis.setLabel(text or None)
                axis.showLabel(bool(text))
        self._size_bottom(bool(bottom))

    def let_time_move(self, limits: Range | None) -> None:
        """Whether the plot can be moved and zoomed from left to right, and how far."""
        self.box.setMouseEnabled(x=limits is not None, y=False)
        if limits is None:
            self.box.setLimits(xMin=None, xMax=None, minXRange=None)
        else:
            self.box.setLimits(xMin=limits[0], xMax=limits[1], minXRange=min(366.0, limits[1] - limits[0]))

    def zoom(self, factor: float) -> None:
        """Show less of the time (a factor below 1) or more, around the middle."""
        if self.box.state["mouseEnabled"][0]:
            self.box.scaleBy((factor, 1))

    def shift(self, share: float) -> None:
        """Move by a share of the time in sight, later or earlier."""
        if self.box.state["mouseEnabled"][0]:
            low, high = self.x_range
            self.box.translateBy(x=share * (high - low))

    def show_as_of(self, day: int | None) -> None:
        """Where the as-of line can be grasped, which the marks draw; None where the plot has no time."""
        self.as_of_line.setVisible(day is not None)
        if day is not None and self.as_of_line.value() != day:
            self.as_of_line.setValue(day)

    def dress(self, tokens: Tokens) -> None:
        self.widget.setBackground(tokens.ground)
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(QPen(tokens.line if side == "bottom" else tokens.ground, 1))
            axis.setTextPen(QPen(tokens.second_text))
            axis.labelStyle = {"color": tokens.second_text.name(), "font-size": f"{px(11)}px"}
            axis.setLabel(axis.labelText or None)

    def _prepare(self) -> None:
        self.widget.setFrameShape(self.widget.Shape.NoFrame)
        self.widget.setAccessibleName(_("Chart"))
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.hideButtons()
        self.plot.setMenuEnabled(False)
        self.box.setMouseEnabled(x=False, y=False)
        self.box.disableAutoRange()
        for side in ("bottom", "left"):
            self._prepare_axis(side)
        grasp = QPen(QColor(Qt.GlobalColor.transparent), px(GRASP))
        grasp.setCosmetic(True)
        self.as_of_line.setPen(grasp)
        self.as_of_line.setHoverPen(grasp)
        self.box.addItem(self.as_of_line, ignoreBounds=True)
        self.as_of_line.setCursor(Qt.CursorShape.SizeHorCursor)
        self.as_of_line.sigDragged.connect(lambda line: self.as_of_moved.emit(round(line.value())))
        self.box.sigResized.connect(lambda _box: self.arranged.emit())
        self.box.sigXRangeChanged.connect(self._follow_range)
        self.plot.scene().sigMouseClicked.connect(self._click)

    def _prepare_axis(self, side: str) -> None:
        self.plot.showAxis(side)
        axis = self.plot.getAxis(side)
        axis.enableAutoSIPrefix(False)
        axis.setStyle(
            tickFont=font(11),
            tickLength=0,
            tickTextOffset=px(6),
            autoExpandTextSpace=False,
            hideOverlappingLabels=px(BEYOND),
        )

    def _size_bottom(self, has_title: bool) -> None:
        self.plot.getAxis("bottom").setHeight(px(TICKS + TITLE if has_title else TICKS))

    def _follow_range(self, _box: object, across: Sequence[float]) -> None:
        found = (float(across[0]), float(across[1]))
        if found != self._ranges[0]:
            self._ranges = (found, self._ranges[1])
            self.arranged.emit()

    def _click(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(self.plot.mapFromScene(event.scenePos()), adds)
