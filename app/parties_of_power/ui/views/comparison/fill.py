"""Filling: what stands in the first cells of a block goes on over the rest of it, or beyond it."""

from __future__ import annotations

from collections.abc import Sequence

from parties_of_power.study.edits.naming import as_missing
from parties_of_power.ui.tables.own_format import Copied
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.proposal import Block, rows_of
from parties_of_power.ui.views.comparison.series import continued, has_step
from parties_of_power.ui.views.comparison.several import ANSWERS, Place, whole_text

Line = list[Place]


def filled(
    model: ComparisonModel, blocks: Sequence[Block], *, down: bool, as_series: bool = False
) -> list[tuple[Place, Copied]]:
    """The first cell of each column of a block goes on down, or that of each row to the right; of a series the first
    two. A block of one cell in that direction takes what stands before it."""
    texts = []
    for block in blocks:
        for line in _lines(model, block, down):
            whole = line if len(line) > 1 else _with_one_before(model, line, down)
            given = 2 if as_series and len(whole) > 2 else 1
            texts += _continued(model, whole[:given], whole[given:], as_series)
    return texts


def dragged(model: ComparisonModel, block: Block, target: Block, *, as_series: bool) -> list[tuple[Place, Copied]]:
    """A whole block goes on over the larger one that it was dragged to, in whichever of the four directions."""
    down = target[1] == block[1] and target[3] == block[3]
    backwards = target[0] < block[0] or target[1] < block[1]
    texts = []
    for given, line in zip(_lines(model, block, down), _lines(model, target, down), strict=True):
        rest = [place for place in line if place not in given]
        order = -1 if backwards else 1
        texts += _continued(model, given[::order], rest[::order], as_series)
    return texts


def reach(block: Block, row: int, column: int) -> Block:
    """The block that a drag to a cell fills: along the side on which it went further."""
    top, left, bottom, right = block
    below, above = row - bottom, top - row
    beyond, before = column - right, left - column
    if max(below, above) >= max(beyond, before):
        return min(top, row), left, max(bottom, row), right
    return top, min(left, column), bottom, max(right, column)


def _with_one_before(model: ComparisonModel, line: Line, down: bool) -> Line:
    """The line with the cell above or left of its first one; empty at the edge of the table, or of a group."""
    if not line:
        return []
    row, column = line[0]
    before = (row - 1, column) if down else (row, column - 1)
    return [before, *line] if min(before) >= 0 and not model.is_heading(before[0]) else []


def _lines(model: ComparisonModel, block: Block, down: bool) -> list[Line]:
    top, left, bottom, right = block
    rows, columns = rows_of(model, top, bottom), range(left, right + 1)
    if down:
        return [[(row, column) for row in rows] for column in columns]
    return [[(row, column) for column in columns] for row in rows]


def _continued(model: ComparisonModel, given: Line, rest: Line, as_series: bool) -> list[tuple[Place, Copied]]:
    sources = [_copied(model, place) for place in given]
    if not sources or not rest or not all(source.is_answer for source in sources):
        return []
    texts = [source.text for source in sources]
    if as_series and has_step(texts):
        return [(place, Copied(text)) for place, text in zip(rest, continued(texts, len(rest)), strict=True)]
    return [(place, sources[number % len(sources)]) for number, place in enumerate(rest)]


def _copied(model: ComparisonModel, place: Place) -> Copied:
    """Without its citation: a source that speaks of one party does not speak of the next."""
    cell = model.cell(*place)
    is_answer = cell.state in ANSWERS and cell.attribute_id is not None
    return Copied(whole_text(cell), missing=as_missing(cell.missing), is_answer=is_answer)
