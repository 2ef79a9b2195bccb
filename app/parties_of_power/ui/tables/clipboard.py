"""Cells on the clipboard, to and from Excel, LibreOffice, Google Sheets and another window of this program: text with
tabs, a table in HTML beside it, and our own format, in which citations travel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from PySide6.QtCore import QByteArray, QMimeData

from parties_of_power.texts import _
from parties_of_power.ui.tables.own_format import MIME, Copied, read_own, written

Block = list[list[str]]

# Excel and LibreOffice make a date of 1999-02 and a formula of =1+1 unless each is told in its way that a cell is text.
_AS_TEXT = ' style="mso-number-format:\'\\@\'" sdnum="1033;0;@"'
_QUOTED = frozenset('\t\n\r"')
_MOST_SPANNED = 1_000
_NO_TEXT = ("comment", "style", "script")
_PROGRAMS = (
    (re.compile(r"google-sheets-html-origin|data-sheets-", re.IGNORECASE), "Google Sheets"),
    (re.compile(r"generator[^>]*LibreOffice|LibreOffice[^>]*generator", re.IGNORECASE), "LibreOffice"),
    (re.compile(r"office:excel|Excel\.Sheet|Microsoft Excel", re.IGNORECASE), "Excel"),
)


@dataclass(frozen=True, slots=True)
class Clip:
    """The cells on the clipboard, as wide in every row, and the program they come from where it says so."""

    rows: tuple[tuple[Copied, ...], ...]
    program: str = ""

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


def to_clipboard(rows: Sequence[Sequence[Copied]], titles: Sequence[str] = ()) -> QMimeData:
    """With the titles of the columns above, where they are given; these are for other programs only."""
    shown = [[Copied(title) for title in titles], *rows] if titles else rows
    data = QMimeData()
    data.setText("".join("\t".join(_quoted(cell.text) for cell in row) + "\n" for row in shown))
    data.setHtml(_html(shown))
    data.setData(MIME, QByteArray(written(rows)))
    return data


def clip_of(data: QMimeData | None) -> Clip:
    """What is on the clipboard, read from the richest format that this program knows."""
    if data is None:
        return Clip(())
    own = read_own(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else []
    if own:
        return Clip(tuple(map(tuple, own)), _("another table"))
    rows = tuple(tuple(Copied(text) for text in row) for row in from_clipboard(data))
    return Clip(rows, _program(data.html()) if data.hasHtml() else "")


def from_clipboard(data: QMimeData | None) -> Block:
    """The texts of the cells on the clipboard, as other programs put them there; empty where there are none.

    The text is nearest to what was copied, but in that of LibreOffice line breaks and tabs inside cells are blanks, so
    where it is at hand its HTML counts; so does that of others where the two disagree about the number of cells.
    """
    if data is None:
        return []
    as_text = _cells_of_text(data.text()) if data.hasText() else []
    html = data.html() if data.hasHtml() else ""
    is_literal = _program(html) == "LibreOffice"
    as_html = _cells_of_html(html, is_literal=is_literal)
    if as_html and (is_literal or not as_text or _shape(as_html) != _shape(as_text)):
        return as_html
    return as_text


def _program(html: str) -> str:
    return next((name for mark, name in _PROGRAMS if mark.search(html[:20_000])), "")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.intersection(text) else text


def _html(rows: Iterable[Sequence[Copied]]) -> str:
    lines = ("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in rows)
    return '<html><head><meta charset="utf-8"></head><body><table>' + "".join(lines) + "</table></body></html>"


def _html_cell(cell: Copied) -> str:
    text = (
        escape(cell.text, quote=False).replace("\r\n", "\n").replace("\n", '<br style="mso-data-placement:same-cell">')
    )
    return f"<td>{text}</td>" if cell.is_number else f"<td{_AS_TEXT}>{text}</td>"


def _cells_of_text(text: str) -> Block:
    """Excel puts cells with line breaks in quotation marks. Text in which these do not match up was not its own, and
    every tab and line end divides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return []
    try:
        return _even(list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)))
    except csv.Error:
        return _even([line.split("\t") for line in text.split("\n")])


def _cells_of_html(html: str, *, is_literal: bool) -> Block:
    reader = _TableReader(is_literal=is_literal)
    reader.feed(html)
    reader.close()
    return _even(reader.rows)


def _even(rows: Iterable[Sequence[str]]) -> Block:
    listed = [list(row) or [""] for row in rows]
    width = max(map(len, listed), default=0)
    return [row + [""] * (width - len(row)) for row in listed]


def _shape(block: Block) -> tuple[int, int]:
    return len(block), len(block[0])


class _TableReader(HTMLParser):
    """Reads the first table. A cell that spans others leaves these empty, as Excel does when it pastes. `is_literal` is
    HTML in which blanks are blanks. Notes and styles inside cells are not their text."""

    def __init__(self, *, is_literal: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._is_literal = is_literal
        self._unread = 0  # how many notes or styles are open
        self.rows: Block = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._covered: dict[int, int] = {}  # column: how many rows further a cell above still spans it
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_over:
            return
        if tag == "tr":
            self._finish_cell()
            self.rows.append([])
            self._skip_covered()
        elif tag in ("td", "th"):
            self._finish_cell()
            self._cell = []
            told = dict(attrs)
            self._span = _spanned(told.get("colspan")), _spanned(told.get("rowspan"))
        elif tag in _NO_TEXT:
            self._unread += 1
        elif tag == "br" and self._cell is not None and not self._unread:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_TEXT:
            self._unread = max(self._unread - 1, 0)
        if tag in ("td", "th", "tr", "table"):
            self._unread = 0
            self._finish_cell()
        self._is_over = self._is_over or (tag == "table" and bool(self.rows))

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unread:
            self._cell.append(data.replace("\n", " "))

    def _finish_cell(self) -> None:
        if self._cell is None:
            return
        if not self.rows:
            self.rows.append([])
        text = "".join(self._cell)
        if not self._is_literal:
            text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
        width, height = self._span
        if height > 1:
            first = len(self.rows[-1])
            self._covered |= dict.fromkeys(range(first, first + width), height)
        self.rows[-1] += [text, *[""] * (width - 1)]
        self._cell, self._span = None, (1, 1)
        self._skip_covered()

    def _skip_covered(self) -> None:
        """Leave the places blank that a cell of a row above covers."""
        row = self.rows[-1]
        while self._covered.get(len(row), 0) > 1:
            self._covered[len(row)] -= 1
            row.append("")


def _spanned(told: str | None) -> int:
    return min(max(int(told), 1), _MOST_SPANNED) if told and told.isdigit() else 1
