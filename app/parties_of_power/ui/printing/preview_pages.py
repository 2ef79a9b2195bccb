"""The pages of a preview: white sheets below each other, as wide as the room, painted when they come into sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from parties_of_power.texts import _
from parties_of_power.ui.palette import WHITE
from parties_of_power.ui.printing.printout import Pages
from parties_of_power.ui.theme import px, tokens

GAP = 14


class PreviewArea(QScrollArea):
    """Arrow and page keys go through the pages."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheets = PreviewSheets()
        self.setWidget(self.sheets)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Pages"))
        self.verticalScrollBar().setAccessibleName(_("Pages"))

    def show_pages(self, pages: Pages) -> None:
        self.sheets.pages = pages
        self.setAccessibleDescription(_("{count} pages").format(count=pages.count))
        self._size_sheets()
        self.verticalScrollBar().setValue(0)
        self.sheets.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_sheets()

    def _size_sheets(self) -> None:
        self.sheets.resize(self.sheets.size_in(self.viewport().width()))
        self.verticalScrollBar().setSingleStep(px(40))


class PreviewSheets(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None

    def size_in(self, width: int) -> QSize:
        if self.pages is None:
            return QSize(width, 1)
        return QSize(width, round(self.pages.count * (self._height(width) + px(GAP)) + px(GAP)))

    def page_rect(self, page: int) -> QRectF:
        height = self._height(self.width())
        return QRectF(px(GAP), px(GAP) + page * (height + px(GAP)), self.width() - 2 * px(GAP), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), tokens().bar)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.pages is None:
            return
        for page in range(self.pages.count):
            where = self.page_rect(page)
            if where.intersects(QRectF(event.rect())):
                self._paint_page(painter, self.pages, page, where)

    def _paint_page(self, painter: QPainter, pages: Pages, page: int, where: QRectF) -> None:
        painter.fillRect(where, WHITE)
        painter.save()
        painter.setClipRect(where)
        painter.translate(where.topLeft())
        scale = where.width() / pages.sheet.width
        painter.scale(scale, scale)
        pages.paint(painter, page)
        painter.restore()
        painter.setPen(QPen(tokens().thin, 1))
        painter.drawRect(where)

    def _height(self, width: int) -> float:
        if self.pages is None:
            return 1.0
        return (width - 2 * px(GAP)) * self.pages.sheet.height / self.pages.sheet.width
