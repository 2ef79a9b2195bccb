"""Distributions in the headers of the table and of its frozen columns: counted once, painted and brushed in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from parties_of_power.ui.views.comparison.header_counts import HeaderCounts

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.header import ColumnHeader
    from parties_of_power.ui.views.comparison.header_brush import HeaderBrush
    from parties_of_power.ui.views.comparison.view import ComparisonView


class HeaderDistributions(QObject):
    """What counts, paints and brushes is imported after the first painting of a table that shows distributions."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__(view)
        self.view = view
        self.counts = HeaderCounts(view.table, self)
        self.brushes: dict[ColumnHeader, HeaderBrush] = {}
        self.headers = view.columns_header, view.frozen.columns_header
        for header in self.headers:
            header.distributions = self
            self.counts.changed.connect(header.viewport().update)
        for watched in (view, view.viewport(), view.frozen.viewport()):
            watched.installEventFilter(self)
        view.table.describe = self.words
        view.table.shown_changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Make the headers as high as what they show."""
        before = self.view.columns_header.height()
        for header in self.headers:
            header.fit(has_distributions=self.counts.is_on)
        if self.view.columns_header.height() != before:
            for grid in (self.view, self.view.frozen):
                grid.updateGeometries()

    def said(self, header: ColumnHeader, section: int) -> str:
        """What a drag would leave, in place of the small print; blank without one."""
        return self.brushes[header].said(section) if self.counts.is_on and self.brushes else ""

    def paint(self, header: ColumnHeader, painter: QPainter, rect: QRect, section: int) -> None:
        of = self.counts.of(section)
        if of is None:
            return
        from parties_of_power.ui.views.comparison.header_brush import HeaderBrush
        from parties_of_power.ui.views.comparison.header_chart import Chart
        from parties_of_power.ui.views.comparison.header_painter import paint_chart

        self.brushes = self.brushes or {each: HeaderBrush(each, self.counts) for each in self.headers}
        chart = Chart(of, rect)
        paint_chart(painter, chart, self.counts.marked(section), self.brushes[header].brush_of(section, chart))

    def words(self, section: int) -> str:
        """What a screen reader says of a column."""
        of = self.counts.of(section)
        if of is None:
            return ""
        from parties_of_power.ui.views.comparison.header_words import whole_words

        return whole_words(of)

    def open_list(self, section: int) -> None:
        """The distribution as a list, to be filtered by; the names of the rows have none."""
        from parties_of_power.ui.views.comparison.header_list import DistributionList

        of = self.counts.now(section)
        if of is not None:
            DistributionList(self.view.table, self.view.table.columns[section], of, self.view.window()).open()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc leaves a drag, and right after it takes back what it did; any other key or click lets it stand."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            taken = [brush.escape() for brush in self.brushes.values()]
            return any(taken)
        for brush in self.brushes.values():
            brush.brushed = None
        return False
