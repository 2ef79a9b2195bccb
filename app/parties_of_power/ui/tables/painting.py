"""How a cell is painted: its value in the grammar of uncertainty, with marks beside it that say so without colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.colouring import Scale
from parties_of_power.domain.force import Hold
from parties_of_power.texts import _
from parties_of_power.ui.palette import PartyColour, Tokens
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.tables.shades import MARK, MARK_ROOM, answer_of, ink_on, paint_answer_mark
from parties_of_power.ui.tables.sparklines import FULL_LINE, Spark, paint_spark
from parties_of_power.ui.tables.words import baseline, cut, line_height, width_of, wrapped, write
from parties_of_power.ui.theme import BOLD, NORMAL, SEMIBOLD, px

SMALL = 11
FULL_BAR = 44
# Beside a whisker: the figures and the year in which they were measured.
FIGURES_OF_WHISKER, FULL_WHISKER = 78, 72
MISSING_STATES = ("missing", "empty")
COMPUTED_STATES = ("not_founded", "ended")
WRAPPED_STATES = ("value", "wrong", "field")  # the others say all there is to say in a word or two


@dataclass(slots=True)  # not frozen: one is made for every cell of every painting, and freezing takes time
class Ground:
    """What a cell stands on: where it is, and in which colours its texts can be read there. `is_faded` are the names of
    parties and states before their life and after it; `shade` is the colour of its value, where it has one; `inset` the
    room of a mark before a text. `rect` is one line high: `more` is how much higher the cell is, where texts go on in
    further lines."""

    rect: QRect
    tokens: Tokens
    is_selected: bool
    is_faded: bool = False
    shade: QColor | None = None
    inset: int = 0
    more: int = 0

    @property
    def whole(self) -> QRect:
        return self.rect.adjusted(0, 0, 0, self.more)

    @property
    def second(self) -> QColor:
        return self.on(self.tokens.second_on_selected if self.is_selected else self.tokens.second_text)

    @property
    def left(self) -> int:
        return self.rect.left() + px(12) + self.inset

    @property
    def right(self) -> int:
        return self.rect.right() + 1 - px(12)

    def on(self, colour: QColor) -> QColor:
        """The colour as it can be read here."""
        return colour if self.shade is None else ink_on(colour, self.shade)

    def baseline(self, size: int = 13) -> int:
        # One line for all sizes of a cell: the small texts stand on that of the value.
        return self.rect.top() + baseline(self.rect.height())


def marks_width(cell: Cell) -> int:
    """How much room the marks beside a value take."""
    marks = [count for count in (cell.rivals, cell.soft_rivals, cell.claims) if count]
    return sum(px(14) + width_of(str(count), SMALL) for count in marks) + px(4) * len(marks) if marks else 0


def paint_cell(
    painter: QPainter,
    ground: Ground,
    cell: Cell,
    look: ColumnLook,
    *,
    marks_room: int,
    dot: QColor,
    spark: Spark | None = None,
) -> None:
    """`dot` is the colour of the subject, for an estimate on the scale of its column; `spark` its values over time."""
    if look.is_numeric:
        _paint_on_the_right(painter, ground, cell, look, marks_room=marks_room, dot=dot, spark=spark)
        return
    answer = answer_of(look, cell)
    if answer is not None:
        middle = QPointF(ground.left + px(MARK) / 2, ground.rect.center().y() + 0.5)
        paint_answer_mark(painter, middle, answer, ground.shade or ground.tokens.ground, ground.tokens)
        ground.inset = px(MARK_ROOM)
    _paint_on_the_left(painter, ground, cell)


def paint_subject(painter: QPainter, ground: Ground, cell: Cell, colour: PartyColour) -> None:
    """A party or state: its colour as a dot or a ring, and its name."""
    middle = QPointF(ground.left + px(3), ground.rect.center().y() + 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if colour.ring:
        painter.setPen(QPen(colour.line, px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, px(3), px(3))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.line if ground.tokens.is_dark else colour.fill)
        painter.drawEllipse(middle, px(4), px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    x = _paint_doubt(painter, ground, cell, ground.left + px(16))
    painter.setPen(_ink(ground, cell))
    for number, line in enumerate(_lines(ground, cell, ground.right - x, SEMIBOLD)):
        write(painter, x, ground.baseline() + number * line_height(), line, weight=SEMIBOLD)


def lines_needed(cell: Cell, look: ColumnLook, width: int) -> int:
    """On how many lines the text of a cell of this width goes on, where it may."""
    if cell.state not in WRAPPED_STATES:
        return 1
    doubt = width_of("≈", 13, BOLD) + px(4) if cell.hold is Hold.POSSIBLY else 0
    room = width - px(24) - doubt
    if look.is_subject:
        return len(wrapped(cell.text, room - px(16), 13, SEMIBOLD))
    if answer_of(look, cell) is not None:
        room -= px(MARK_ROOM)
    return len(wrapped(cell.text, _room_for_text(cell, room)))


def _room_for_text(cell: Cell, room: int) -> int:
    """What the marks and the words beside a text leave of the room."""
    after = _words_after(cell)
    return max(room - marks_width(cell) - (width_of(after, SMALL) + px(6) if after else 0), px(40))


def _lines(ground: Ground, cell: Cell, room: int, weight: QFont.Weight = NORMAL) -> Sequence[str]:
    if ground.more and cell.state in WRAPPED_STATES:
        return wrapped(cell.text, room, 13, weight)
    return (cut(cell.text, room, 13, weight, cell.state in MISSING_STATES),)


def _paint_on_the_left(painter: QPainter, ground: Ground, cell: Cell) -> None:
    after = _words_after(cell)
    x = _paint_doubt(painter, ground, cell, ground.left)
    x += _paint_text(painter, ground, cell, x, _room_for_text(cell, ground.right - x))
    if after and x + px(6) + width_of(after, SMALL) <= ground.right:
        painter.setPen(ground.second)
        write(painter, x + px(6), ground.baseline(), after, SMALL)
        x += px(6) + width_of(after, SMALL)
    _paint_marks(painter, ground, cell, x + px(6))


def _paint_on_the_right(
    painter: QPainter,
    ground: Ground,
    cell: Cell,
    look: ColumnLook,
    *,
    marks_room: int,
    dot: QColor,
    spark: Spark | None,
) -> None:
    """Figures end on one line in every row; the marks have a column of their own beside them."""
    # A computed state has no marks, and is no figure that could stand in line with others.
    end = ground.right - (0 if cell.state in COMPUTED_STATES else marks_room)
    _paint_marks(painter, ground, cell, end + px(6))
    start = end - _paint_text(painter, ground, cell, end, end - ground.left, ends_there=True)
    before = _words_before(cell)
    if before and start - px(4) - width_of(before, SMALL) >= ground.left:
        start -= px(4) + width_of(before, SMALL)
        painter.setPen(ground.second)
        write(painter, start, ground.baseline(), before, SMALL)
    if cell.hold is Hold.POSSIBLY and cell.state == "value":
        start -= px(4) + width_of("≈", 13, BOLD)
        _paint_doubt(painter, ground, cell, max(start, ground.left))
    if spark is not None and start - ground.left >= px(FULL_LINE + 4):
        box = QRectF(ground.left, ground.rect.top(), px(FULL_LINE), ground.rect.height() - 1)
        paint_spark(painter, box, spark, ground.tokens)
    if cell.number is None or cell.state != "value":
        return
    if look.bars and (start - ground.left if look.colours else end - ground.left) >= _room_of_bar(look):
        _paint_bar(painter, ground, cell.number, look.bars)
    elif look.scale and cell.low is not None and cell.high is not None:
        _paint_whisker(painter, ground, cell, look.scale, end=end - px(FIGURES_OF_WHISKER), dot=dot)


def _paint_text(painter: QPainter, ground: Ground, cell: Cell, x: int, room: int, *, ends_there: bool = False) -> int:
    """Writes the text from x on, or so that it ends there; how wide it came to be."""
    is_missing = cell.state in MISSING_STATES
    is_marked = cell.state == "value" and cell.observation_id is not None and not cell.cited
    one_line = (cut(cell.text, room, 13, NORMAL, is_missing),)
    lines = one_line if ends_there else _lines(ground, cell, room)
    for number, text in enumerate(lines):
        width, y = width_of(text, 13, NORMAL, is_missing), ground.baseline() + number * line_height()
        left = x - width if ends_there else x
        painter.setPen(_ink(ground, cell))
        write(painter, left, y, text, italic=is_missing)
        if is_marked:
            _underline(painter, ground, left, width, y)
    return width_of(lines[0], 13, NORMAL, is_missing)


def _ink(ground: Ground, cell: Cell) -> QColor:
    if ground.is_faded:
        return ground.second
    if cell.state == "wrong":
        return ground.on(ground.tokens.wrong)
    if cell.state in MISSING_STATES or cell.state in COMPUTED_STATES or cell.hold is Hold.LAST_ATTESTED:
        return ground.second
    return ground.on(ground.tokens.text)


def _underline(painter: QPainter, ground: Ground, left: int, width: int, y: int) -> None:
    """Dots under a value that cites no source."""
    pen = QPen(ground.second, 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([1.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(left, y + px(3), left + width - 1, y + px(3))


def _words_before(cell: Cell) -> str:
    return cell.measured if cell.state == "value" else ""


def _words_after(cell: Cell) -> str:
    if cell.attested:
        return cell.attested
    return cell.measured if cell.state == "value" else ""


def _paint_doubt(painter: QPainter, ground: Ground, cell: Cell, x: int) -> int:
    """The mark of what is possibly in force; where the text may begin."""
    if cell.hold is not Hold.POSSIBLY or ground.is_faded:
        return x
    painter.setPen(ground.on(ground.tokens.doubt))
    write(painter, x, ground.baseline(), "≈", weight=BOLD)
    return x + width_of("≈", 13, BOLD) + px(4)


def _paint_marks(painter: QPainter, ground: Ground, cell: Cell, x: int) -> None:
    if cell.rivals:
        x = _paint_diamond(painter, ground, cell.rivals, ground.on(ground.tokens.rival), x)
    if cell.soft_rivals:
        x = _paint_diamond(painter, ground, cell.soft_rivals, ground.second, x)
    if cell.claims:
        painter.setPen(ground.on(ground.tokens.rival))
        write(painter, x, ground.baseline() + px(2), _("“"), 15, weight=BOLD)
        write(painter, x + px(10), ground.baseline(), str(cell.claims), SMALL)


def _paint_diamond(painter: QPainter, ground: Ground, count: int, colour: QColor, x: int) -> int:
    """Drawn, not a glyph: every font has another one."""
    half = px(7) / 2
    middle = QPointF(x + half + 0.5, ground.rect.center().y() + 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, px(1.25)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(
        QPolygonF(
            [
                middle + QPointF(0, -half),
                middle + QPointF(half, 0),
                middle + QPointF(0, half),
                middle + QPointF(-half, 0),
            ]
        )
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    write(painter, x + px(10), ground.baseline(), str(count), SMALL)
    return x + px(14) + width_of(str(count), SMALL)


def room_with_bar() -> int:
    """What a whole bar needs, the widest percent and the year it is of. So a column has bars in all rows or in none."""
    return px(FULL_BAR) + px(8) + width_of("2000", SMALL) + px(4) + width_of("100.0")


def _room_of_bar(look: ColumnLook) -> int:
    """Of the bars of percents a fixed one, of those that were asked for as much as the figures leave."""
    return px(FULL_BAR + 4) if look.colours else room_with_bar()


def _paint_bar(painter: QPainter, ground: Ground, number: float, scale: Scale) -> None:
    """From zero, to the left where the number is below it."""
    zero, end = (ground.left + px(FULL_BAR) * scale.place(each) for each in (0.0, number))
    top = ground.rect.center().y() - px(4) + 1
    bar = QRectF(min(zero, end), top, abs(end - zero), px(8))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground.tokens.cell_bar)
    painter.drawRoundedRect(bar, px(2), px(2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if scale.low < 0:
        painter.fillRect(QRectF(round(zero), top - px(2), 1, px(12)), ground.tokens.thin)


def _paint_whisker(
    painter: QPainter, ground: Ground, cell: Cell, scale: tuple[float, float], *, end: int, dot: QColor
) -> None:
    """The interval as a line and the estimate as a dot, on the one scale of the column."""
    room = end - ground.left
    if room < px(32) or cell.low is None or cell.high is None or cell.number is None:
        return
    low, high = scale

    def place(number: float) -> float:
        return ground.left + room * min(max((number - low) / (high - low), 0.0), 1.0)

    y = ground.rect.center().y() + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(dot, px(1.5)))
    painter.drawLine(QPointF(place(cell.low), y), QPointF(place(cell.high), y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dot)
    painter.drawEllipse(QPointF(place(cell.number), y), px(3), px(3))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
