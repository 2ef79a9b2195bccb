"""A document laid out on paper: its pages, each with the title above and its number below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from parties_of_power.exchange.documents.definition import Document, Heading, Notes, Paragraph, Run, Table, plain
from parties_of_power.texts import _
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.printing.column_widths import FULL, LEAST
from parties_of_power.ui.printing.flow import Flow, Placed
from parties_of_power.ui.printing.paper import HEAD, POINT, Fit, Sheet
from parties_of_power.ui.printing.tables import lay_table
from parties_of_power.ui.printing.words import Words

TEXT, NOTES, TITLE = 9.5, 8.0, 18.0
HEADINGS = {1: 14.0, 2: 11.5, 3: 10.0}
BEFORE = {1: 16, 2: 12, 3: 8}
_SCALES = tuple(1 - step / 20 for step in range(round((1 - LEAST / FULL) * 20) + 1))


class LaidDocument:
    def __init__(self, document: Document, sheet: Sheet, fit: Fit) -> None:
        self.document = document
        self.sheet = sheet
        self.fit = fit
        self.pages = self._laid()

    @property
    def count(self) -> int:
        return len(self.pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """A page, from 0, on a painter whose unit is a twip."""
        body = self.sheet.body
        for placed in self.pages[page]:
            placed.piece.draw(painter, QPointF(body.left(), body.top() + placed.y))
        paint_frame(painter, self.sheet, self.document.title, self.document.subtitle, (page, self.count))

    def _laid(self) -> list[list[Placed]]:
        """On one page where that is wanted, as large as it can be there."""
        pages = self._flow(1.0).pages
        for scale in _SCALES[1:] if self.fit == "page" else ():
            if len(pages) == 1:
                break
            pages = self._flow(scale).pages
        return pages

    def _flow(self, scale: float) -> Flow:
        body = self.sheet.body
        flow = Flow(body.width(), body.height())
        self._lay_title(flow, scale)
        for number, block in enumerate(self.document.blocks):
            match block:
                case Heading():
                    # A heading stays with the first lines of what it stands over.
                    follows = self.document.blocks[number + 1 : number + 2]
                    room = 60 * POINT if follows and isinstance(follows[0], Table) else 32 * POINT
                    self._lay_heading(flow, block, scale, room)
                case Paragraph():
                    self._lay_paragraph(flow, block, scale)
                case Table():
                    flow.space(4 * POINT)
                    lay_table(flow, block, self.fit, scale)
                case Notes():
                    self._lay_notes(flow, block, scale)
        return flow

    def _lay_title(self, flow: Flow, scale: float) -> None:
        flow.write(Words((Run(self.document.title, is_bold=True),), TITLE * scale), after=2 * POINT)
        flow.write(Words(plain(self.document.subtitle), 11 * scale), after=4 * POINT)
        for line in self.document.lines:
            flow.write(Words((Run(line, "second"),), 8.5 * scale), after=1 * POINT)
        flow.space(8 * POINT)

    def _lay_heading(self, flow: Flow, heading: Heading, scale: float, room: float) -> None:
        flow.space(BEFORE[heading.level] * POINT)
        size = HEADINGS[heading.level] * scale
        beside = (Run("   " + heading.beside, "second", is_small=True),) if heading.beside else ()
        flow.write(Words((Run(heading.text, is_bold=True), *beside), size), after=2 * POINT, with_next=room)

    def _lay_paragraph(self, flow: Flow, paragraph: Paragraph, scale: float) -> None:
        runs = paragraph.runs
        if paragraph.bullet:
            runs = (Run(paragraph.bullet + "\u00a0\u00a0"), *runs)
        indent = 8 * POINT if paragraph.bullet else 0
        flow.write(Words(runs, TEXT * scale), indent=indent, after=3 * POINT)

    def _lay_notes(self, flow: Flow, notes: Notes, scale: float) -> None:
        self._lay_heading(flow, Heading(notes.title, 2), scale, 24 * POINT)
        for number, note in enumerate(notes.notes, 1):
            runs = (Run(f"[{number}]\u00a0\u00a0", "second"), Run(note))
            flow.write(Words(runs, NOTES * scale), after=1.5 * POINT)


def paint_frame(painter: QPainter, sheet: Sheet, title: str, subtitle: str, page: tuple[int, int]) -> None:
    """What stands on every page around its body: the title from the second page on, and the number of the page."""
    number, count = page
    left, width = sheet.margin, sheet.width - 2 * sheet.margin
    if number:
        words = Words((Run(title, is_bold=True), Run("   " + subtitle, "second")), 8)
        words.fit(width)
        words.draw(painter, QPointF(left, sheet.margin), last=1)
        painter.fillRect(QRectF(left, sheet.margin + HEAD - 10 * POINT, width, 0.5 * POINT), LIGHT.line)
    foot = Words((Run(_("Page {page} of {count}").format(page=number + 1, count=count), "second"),), 8)
    foot.fit(width)
    foot.draw(painter, QPointF(left, sheet.height - sheet.margin - foot.height), room=width)
