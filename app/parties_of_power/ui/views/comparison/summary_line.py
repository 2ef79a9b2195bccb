"""The line under the table: what the selected cells of a column amount to, and how much of the column is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from parties_of_power.analysis.summaries import Summary, figures_of, n_of
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.tables.words import width_of
from parties_of_power.ui.theme import BOLD, font, px, theme, tokens
from parties_of_power.ui.views.comparison.view import ComparisonView

HEIGHT, MOST_LINES = 32, 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many cells are selected; where they are of one column, which, and their rows in the table. Where it is one
    cell or none, the whole column of the cursor: `rows` is None."""

    cells: int
    column: int | None
    rows: list[int] | None


def chosen(view: ComparisonView) -> Chosen:
    blocks, model = view.blocks(), view.table
    of_blocks = [(model.table_rows(range(each.top(), each.bottom() + 1)), each) for each in blocks]
    cells = sum(len(rows) * each.width() for rows, each in of_blocks)
    columns = {column for each in blocks for column in range(each.left(), each.right() + 1)}
    if cells > 1:
        rows = sorted({row for rows, _block in of_blocks for row in rows})
        return Chosen(cells, columns.pop() if len(columns) == 1 else None, rows)
    index = view.currentIndex()
    return Chosen(cells, index.column() if index.isValid() else None, None)


@dataclass(frozen=True, slots=True)
class Part:
    """Words and a figure that stand together; where there is little room, one that `may_go` is left out."""

    words: str
    figure: str = ""
    may_go: bool = False

    @property
    def text(self) -> str:
        return f"{self.words} {self.figure}".strip()

    def html(self) -> str:
        """The line does not break inside of it."""
        strong = f'<b style="color: {tokens().text.name()}">{_unbroken(self.figure)}</b>' if self.figure else ""
        return "&nbsp;".join(filter(None, (_unbroken(self.words), strong)))

    def width(self) -> int:
        return width_of(f"{self.words} ", 12) + width_of(self.figure, 12, BOLD)


class SummaryLine(QFrame):
    """At the left the figures of the selection, at the right how many of all rows have an answer, and why not all."""

    def __init__(self, view: ComparisonView) -> None:
        super().__init__()
        self.view = view
        self.setObjectName("summary-line")
        self.figures, self.column = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.figures.setAccessibleName(_("Summary of the selection"))
        self.column.setAccessibleName(_("Summary of the column"))
        self.column.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(12), px(4))
        row.setSpacing(px(24))
        for label, share in ((self.figures, 3), (self.column, 2)):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setFont(font(12))
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            row.addWidget(label, share)
        self.setMinimumHeight(px(HEIGHT))
        self.told: list[tuple[QLabel, Sequence[Part]]] = [(self.figures, ()), (self.column, ())]
        theme().changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """In the colours of the theme as it is now."""
        colours = tokens()
        self.setStyleSheet(
            f"#summary-line {{ background: {colours.panel.name()}; border-top: 1px solid {colours.line.name()}; }}"
            f"#summary-line QLabel {{ color: {colours.second_text.name()}; background: transparent; }}"
        )
        self._say()

    def show_summary(self) -> None:
        """Of the table and the selection as they are now."""
        model, told = self.view.table, chosen(self.view)
        here = self.view.currentIndex().column() if told.column is None else told.column
        figures: list[Part] = []
        column: list[Part] = []
        if model.table is not None and model.table.row_ids and 0 <= here < model.columnCount():
            column = self._column_parts(here)
            words = ngettext("{count} cell selected", "{count} cells selected", told.cells)
            several = [Part(words.format(count=told.cells))]
            figures = several if told.column is None else self._figure_parts(told, told.column)
        self.told = [(self.figures, figures), (self.column, column)]
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _figure_parts(self, told: Chosen, column: int) -> list[Part]:
        """`Seat share`, `3 cells`, `n 3`, `mean 72.9` …, `skipped none`, `bases differ: all seats 2, list seats 1`."""
        model = self.view.table
        assert model.table is not None, "a column belongs to a table"
        attribute = model.attribute(column)
        known = model.table.summary(model.columns[column], told.rows, with_bases=True)
        count = ngettext("{count} cell", "{count} cells", known.cells)
        if told.rows is None:
            count = ngettext("{count} row", "{count} rows", known.cells)
        heading = [Part("", model.headers[column].title), Part(count.format(count=known.cells))]
        if attribute is None or not model.looks[column].is_numeric:
            return [*heading, Part(_("with an answer"), n_of(known))]
        figures = figures_of(known, attribute.decimals)
        parts = [Part(what, figure, may_go=place > 1) for place, (what, figure) in enumerate(figures)]
        return [*heading, *parts, *(Part(words) for words in (_skipped(known), known.bases_words) if words)]

    def _column_parts(self, column: int) -> list[Part]:
        """`Column: 10 of 14`, `not coded 2`, `ended 1`."""
        model = self.view.table
        assert model.table is not None, "a column belongs to a table"
        known = model.table.summary(model.columns[column])
        skipped = (_("{what} {count}").format(what=what, count=count) for what, count in known.skipped)
        return [Part(_("Column:"), n_of(known)), *(Part(words, may_go=True) for words in skipped)]

    def _say(self) -> None:
        """In two lines at most, unless what must stay needs more; all of it stands in the tool tip."""
        most = 1
        for label, parts in self.told:
            between = " · " if label is self.column else "   "
            shown = list(parts)
            while _lines(shown, between, label.width()) > MOST_LINES and any(part.may_go for part in shown):
                shown.remove([part for part in shown if part.may_go][-1])
            label.setText(f"<span>{between.replace('   ', '&nbsp;&nbsp; ').join(part.html() for part in shown)}</span>")
            label.setToolTip(between.join(part.text for part in parts))
            label.setAccessibleDescription(", ".join(part.text for part in parts))
            most = max(most, _lines(shown, between, label.width()))
        # Known at once: the layout would ask only when it is next laid out, and cut the second line until then.
        self.setMinimumHeight(max(px(HEIGHT), most * QFontMetrics(font(12)).lineSpacing() + px(8)))


def _lines(parts: Sequence[Part], between: str, width: int) -> int:
    """How many lines the parts need."""
    lines, used, gap = 1, 0, width_of(between, 12)
    for part in parts:
        if used and used + gap + part.width() > width:
            lines, used = lines + 1, 0
        used += (gap if used else 0) + part.width()
    return lines


def _skipped(known: Summary) -> str:
    if not known.skipped:
        return known.skipped_words
    return _("skipped {reasons}").format(reasons=known.skipped_words)


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;")
