"""The colours of values: shades of numbers, a tint and a shape for each answer; and what can be read on them."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.colouring import ChoicePlace, Colours
from parties_of_power.analysis.showing import figures
from parties_of_power.ui.palette import DARK, LIGHT, VISIBLE, Tokens, heat, mix, readable, two_sided_heat
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.theme import px

# The scheme "bright" of Paul Tol, whose hues stay apart without red, green or blue cones.
ANSWER_HUES = ("#4477AA", "#CCBB44", "#AA3377", "#228833", "#EE6677", "#66CCEE", "#888888")
SHAPES = ("circle", "square", "triangle", "plus", "ring", "wedge", "bar")
TINT, DARK_TINT = 0.2, 0.3
STEPS = 64  # of a scale: as many as the eye can tell apart, and few enough to be remembered
MARK, MARK_ROOM = 8, 14


def shade_of(look: ColumnLook, cell: Cell, tokens: Tokens) -> QColor | None:
    """The ground of a cell; None where it has none of its own."""
    colours = look.colours
    if colours is None or cell.state != "value":
        return None
    if colours.way == "choices":
        answer = colours.choices.get(cell.value)
        return answer_ground(answer, tokens.is_dark) if answer else None
    if cell.number is None or colours.scale is None:
        return None
    if colours.way == "heat":
        return _heat(round(colours.scale.place(cell.number) * STEPS), tokens.is_dark)
    if colours.way == "two_sided":
        return _two_sided(round(colours.scale.side(cell.number) * STEPS), tokens.is_dark)
    return None


def answer_of(look: ColumnLook, cell: Cell) -> ChoicePlace | None:
    """The place of what a cell answers, where the column is coloured by answer."""
    return look.colours.choices.get(cell.value) if look.colours is not None and cell.state == "value" else None


def answer_ground(answer: ChoicePlace, is_dark: bool) -> QColor:
    """A pale tint; of answers that have an order, a shade by their place in it."""
    if answer.is_ordinal:
        return _heat(round(STEPS * answer.place / max(answer.count - 1, 1)), is_dark)
    return _tint(answer.place % len(ANSWER_HUES), is_dark)


def paint_answer_mark(painter: QPainter, middle: QPointF, answer: ChoicePlace, ground: QColor, tokens: Tokens) -> None:
    """A shape for each answer; of those with an order, a gauge that is filled as far as its place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if answer.is_ordinal:
        _paint_gauge(painter, middle, (answer.place + 1) / answer.count, ink_on(tokens.text, ground, VISIBLE))
    else:
        ink = ink_on(QColor(ANSWER_HUES[answer.place % len(ANSWER_HUES)]), ground, VISIBLE)
        turn = answer.place // len(ANSWER_HUES)
        _paint_shape(painter, middle, SHAPES[(answer.place + turn) % len(SHAPES)], ink)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def ink_on(colour: QColor, ground: QColor, ratio: float = 4.5) -> QColor:
    """The colour, as much darker or lighter as it has to be to be seen on a ground."""
    return _ink_on(colour.rgb(), ground.rgb(), ratio)


def swatches(colours: Colours, words: str, tokens: Tokens, decimals: int | None = None) -> str:
    """The legend as HTML: its words, and below them the shades with what they stand for. Answers stand in lines, since
    they may be long."""
    shown = [
        f'<td style="background:{ground.name()};color:{tokens.text.name()};padding:2px 8px">{escape(text)}</td>'
        for ground, text in _shades_shown(colours, tokens, decimals)
    ]
    if not shown:
        return f"<p>{escape(words)}</p>"
    rows = "</tr><tr>".join(shown) if colours.way == "choices" else "".join(shown)
    return f"<p>{escape(words)}</p><table cellspacing=2><tr>{rows}</tr></table>"


def _shades_shown(colours: Colours, tokens: Tokens, decimals: int | None) -> list[tuple[QColor, str]]:
    if colours.way == "choices":
        return [(answer_ground(each, tokens.is_dark), each.label) for each in colours.choices.values()]
    scale = colours.scale
    if scale is None or colours.way not in ("heat", "two_sided"):
        return []
    middle = scale.middle if scale.middle_is else (scale.low + scale.high) / 2
    # An end that lies hard by the middle has no shade of its own.
    ends = [end for end in (scale.low, scale.high) if abs(end - middle) > 0.1 * (scale.high - scale.low)]
    numbers = sorted({middle, *ends, *((end + middle) / 2 for end in ends)})
    texts = [figures(f"{number:.4g}", decimals) for number in numbers]
    if colours.way == "heat":
        return [(heat(scale.place(number), tokens), text) for number, text in zip(numbers, texts, strict=True)]
    return [(two_sided_heat(scale.side(number), tokens), text) for number, text in zip(numbers, texts, strict=True)]


@lru_cache(maxsize=256)
def _heat(step: int, is_dark: bool) -> QColor:
    return heat(step / STEPS, DARK if is_dark else LIGHT)


@lru_cache(maxsize=512)
def _two_sided(step: int, is_dark: bool) -> QColor:
    return two_sided_heat(step / STEPS, DARK if is_dark else LIGHT)


@lru_cache(maxsize=64)
def _tint(place: int, is_dark: bool) -> QColor:
    tokens = DARK if is_dark else LIGHT
    return mix(tokens.ground, QColor(ANSWER_HUES[place]), DARK_TINT if is_dark else TINT)


@lru_cache(maxsize=4_096)
def _ink_on(colour: int, ground: int, ratio: float) -> QColor:
    return readable(QColor(colour), QColor(ground), ratio)


def _paint_gauge(painter: QPainter, middle: QPointF, share: float, ink: QColor) -> None:
    half, tall = px(2.5), px(12)
    box = QRectF(middle.x() - half, middle.y() - tall / 2, 2 * half, tall)
    filled = QRectF(box.left(), box.bottom() - tall * share, box.width(), tall * share)
    painter.fillRect(filled, ink)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def _paint_shape(painter: QPainter, middle: QPointF, shape: str, ink: QColor) -> None:
    half = px(MARK) / 2
    painter.setPen(QPen(ink, px(2)) if shape in ("plus", "ring") else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if shape == "ring" else ink)
    if shape in ("circle", "ring"):
        radius = half if shape == "circle" else half - px(1)
        painter.drawEllipse(middle, radius, radius)
    elif shape == "plus":
        painter.drawLine(middle + QPointF(-half, 0), middle + QPointF(half, 0))
        painter.drawLine(middle + QPointF(0, -half), middle + QPointF(0, half))
    elif shape in ("triangle", "wedge"):
        tip = -half if shape == "triangle" else half
        corners = (QPointF(-half, -tip), QPointF(half, -tip), QPointF(0, tip))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    else:
        tall = half if shape == "square" else half / 2
        painter.drawRect(QRectF(middle.x() - half, middle.y() - tall, 2 * half, 2 * tall))
