"""The lineage of a party: those it came from and those that came from it, each joined to it by a fine line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.inspector.blocks import Lineage, Relative
from parties_of_power.ui.views.inspector.marks import draw_mark
from parties_of_power.ui.views.inspector.paragraph import Paragraph
from parties_of_power.ui.views.inspector.rows_view import RowsView
from parties_of_power.ui.views.inspector.words import Mark, Span, Words, second, text

RIGHT, TURN, MARGIN, ROOM = 22, 34, 8, 5


class LineageView(RowsView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block: Lineage | None = None
        self._paragraphs: list[Paragraph] = []

    def show_block(self, block: Lineage) -> None:
        self.block = block
        self._paragraphs = [Paragraph(words_of(relative)) for relative in block.relatives]
        self.take_links([relative.link for relative in block.relatives])
        self.setAccessibleName(_("Lineage: {relatives}").format(relatives=block.spoken))

    def height_for(self, width: int) -> int:
        self.bands, top = [], 0.0
        for paragraph in self._paragraphs:
            height = paragraph.fit(self._text_width(width)) + 2 * px(ROOM)
            self.bands.append(QRectF(0, top, width, height))
            top += height
        return round(top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.block is None or not self.bands:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        node = QPointF(self.width() - px(RIGHT), self._node_y())
        for relative, paragraph, band in zip(self.block.relatives, self._paragraphs, self.bands, strict=True):
            paragraph.draw(painter, band.topLeft() + QPointF(px(MARGIN), px(ROOM)))
            self._draw_line(painter, relative, paragraph, band, node)
        draw_mark(painter, Mark("dot", self.block.colour), node, px(18))
        self.draw_focus(painter)

    def _text_width(self, width: int) -> float:
        return width - px(MARGIN) - px(RIGHT) - px(TURN)

    def _node_y(self) -> float:
        return (self.bands[0].center().y() + self.bands[-1].center().y()) / 2

    def _draw_line(self, painter: QPainter, relative: Relative, words: Paragraph, band: QRectF, node: QPointF) -> None:
        """From the end of its words to the node; a member of a bloc by a dotted line."""
        pen = QPen(tokens().second_text, 1.25)
        if relative.is_dotted:
            pen.setDashPattern([1.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y = band.center().y()
        start = min(px(MARGIN) + words.shown_width + px(10), node.x() - px(TURN))
        turn = node.x() - px(TURN)
        path = QPainterPath(QPointF(start, y))
        path.lineTo(turn, y)
        path.cubicTo(turn + px(TURN) * 0.7, y, node.x() - px(TURN) * 0.6, node.y(), node.x() - px(4), node.y())
        painter.drawPath(path)


def words_of(relative: Relative) -> Words:
    mark = Mark("ring" if relative.is_ring else "dot", relative.colour)
    name = text(relative.name)
    spans = (Span("", mark=mark), name, second("  " + relative.years, 11), second(relative.remark, 11))
    return Words(tuple(span for span in spans if span.text or span.mark))
