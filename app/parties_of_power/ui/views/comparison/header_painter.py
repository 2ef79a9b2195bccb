"""Painting a distribution into the header of its column: bars, axis, brush, and the strip of what is missing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from parties_of_power.analysis.bars import edge_words
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.words import cut, width_of, write
from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.header_chart import AXIS, Chart

SMALL = 11
LOWEST = 2
# A pattern for each reason, so that they differ without colour; what has a value is a full bar.
PATTERNS: dict[str, Qt.BrushStyle] = {
    "not_coded": Qt.BrushStyle.NoBrush,
    "unknown": Qt.BrushStyle.Dense6Pattern,
    "not_applicable": Qt.BrushStyle.BDiagPattern,
    "interrupted": Qt.BrushStyle.VerPattern,
    "irreconcilable": Qt.BrushStyle.DiagCrossPattern,
    "wrong": Qt.BrushStyle.CrossPattern,
    "ended": Qt.BrushStyle.FDiagPattern,
    "not_founded": Qt.BrushStyle.HorPattern,
    "": Qt.BrushStyle.Dense7Pattern,
}
Range = tuple[int, int]  # from where to where, in pixels


def paint_chart(painter: QPainter, chart: Chart, marked: list[int], brush: Range | None) -> None:
    """`marked` is how many selected rows each bar counts; `brush` the range that is filtered by."""
    if brush is not None:
        veil = QColor(tokens().accent)
        veil.setAlphaF(0.14)
        painter.fillRect(QRect(brush[0], chart.top - px(2), brush[1] - brush[0], chart.base - chart.top + px(2)), veil)
    highest = max((bar.count for bar in chart.of.bars), default=0)
    for bar in range(len(chart.of.bars)):
        _paint_bar(painter, chart, bar, highest, marked[bar] if marked else 0)
    if chart.of.bars:
        painter.fillRect(chart.left, chart.base, chart.width, max(px(1), 1), tokens().thin)
    if brush is not None:
        _paint_ends(painter, chart, brush)
    _paint_words(painter, chart)
    if chart.of.reasons or chart.of.shape == "texts":
        _paint_strip(painter, chart)


def _paint_bar(painter: QPainter, chart: Chart, bar: int, highest: int, marked: int) -> None:
    """Full as far as rows pass the column's own filter, an outline beyond; what is selected stands at the bottom."""
    part, (left, right) = chart.of.bars[bar], chart.slot(bar)
    gap = px(1) if right - left > px(3) else 0
    left, width = left + gap, max(right - left - gap, 1)
    if part.count:
        colours = tokens()
        whole = _height(chart, part.count, highest)
        passing = _height(chart, part.passing, highest)
        if passing < whole:
            outline = QRect(left, chart.base - whole, width, whole)
            painter.setPen(colours.thin)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(outline.adjusted(0, 0, -1, -1))
        style = Qt.BrushStyle.BDiagPattern if part.is_rest else Qt.BrushStyle.SolidPattern
        painter.fillRect(left, chart.base - passing, width, passing, QBrush(colours.cell_bar, style))
    if marked:
        height = min(_height(chart, marked, highest), _height(chart, part.count, highest))
        painter.fillRect(left, chart.base - height, width, height, tokens().accent)
        middle = left + width // 2
        painter.fillRect(middle - px(1), chart.base, px(2), px(2.5), tokens().accent)


def _height(chart: Chart, count: int, highest: int) -> int:
    """Of a bar; what counts anything is seen."""
    return max(round((chart.base - chart.top) * count / highest), px(LOWEST)) if count else 0


def _paint_ends(painter: QPainter, chart: Chart, brush: Range) -> None:
    """The ends of the brush, with a handle each."""
    top, height = chart.top - px(2), chart.base - chart.top + px(3)
    for x in brush:
        painter.fillRect(x - px(1), top, px(2), height, tokens().accent)
        painter.fillRect(x - px(2), top + height // 2 - px(3), px(4), px(6), tokens().accent)


def _paint_words(painter: QPainter, chart: Chart) -> None:
    """Below the bars the ends of the axis, or what the bars are; of texts how many different ones there are."""
    painter.setPen(tokens().second_text)
    y = chart.area.top() + px(AXIS)
    of = chart.of
    if of.edges:
        low, high = edge_words(of.edges[0], of.shape), edge_words(of.edges[-1], of.shape)
        if of.shape == "years":
            high = edge_words(of.edges[-1] - 1, of.shape)
        if low != high and width_of(low, SMALL) + width_of(high, SMALL) + px(8) <= chart.width:
            write(painter, chart.left, y, low, SMALL)
        high = cut(high, chart.width, SMALL)
        write(painter, chart.right - width_of(high, SMALL), y, high, SMALL)
    elif of.shape == "choices":
        _paint_choices(painter, chart, y)
    elif of.shape == "texts" and of.answered:
        words = ngettext("{count} different", "{count} different", of.distinct).format(count=of.distinct)
        write(painter, chart.left, y - px(4), cut(words, chart.width, SMALL), SMALL)
    elif not of.answered:
        write(painter, chart.left, y - px(4), cut(_("no values"), chart.width, SMALL), SMALL)


def _paint_choices(painter: QPainter, chart: Chart, y: int) -> None:
    """The choice below each bar where there is room for all, else the one that is chosen most often."""
    slots = [chart.slot(bar) for bar in range(len(chart.of.bars))]
    parts = list(zip(chart.of.bars, slots, strict=True))
    if all(width_of(part.words, SMALL) + px(2) <= right - left for part, (left, right) in parts):
        for part, (left, right) in parts:
            write(painter, (left + right - width_of(part.words, SMALL)) // 2, y, part.words, SMALL)
        return
    most = max(chart.of.bars, key=lambda part: part.count)
    if most.count:
        words = _("{choice} {count}").format(choice=most.words, count=most.count)
        write(painter, chart.left, y, cut(words, chart.width, SMALL), SMALL)


def _paint_strip(painter: QPainter, chart: Chart) -> None:
    colours = tokens()
    for part, rect in chart.parts():
        if part is None:
            painter.fillRect(rect.adjusted(0, 0, -1, 0), colours.cell_bar)
            continue
        is_passing = part.passing == part.count
        painter.setBrushOrigin(rect.topLeft())
        painter.setPen(colours.second_text if is_passing else colours.thin)
        pattern = PATTERNS.get(part.state, Qt.BrushStyle.Dense4Pattern)
        painter.setBrush(QBrush(colours.second_text if is_passing else colours.thin, pattern))
        painter.drawRect(rect.adjusted(0, 0, -2, -1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
