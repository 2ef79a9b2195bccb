"""The selection by keys: going round inside it, and whole rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.grid import Grid
    from parties_of_power.ui.views.comparison.proposal import Block
    from parties_of_power.ui.views.comparison.several import Place

Select = QItemSelectionModel.SelectionFlag
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def blocks_of(grid: Grid) -> list[Block]:
    """The selected blocks from above, one where the cells lie in one rectangle; the current cell where none is
    selected."""
    found = sorted((each.top(), each.left(), each.bottom(), each.right()) for each in grid.blocks())
    current = grid.currentIndex()
    if not found:
        return [(current.row(), current.column(), current.row(), current.column())] if current.isValid() else []
    whole = min(b[0] for b in found), min(b[1] for b in found), max(b[2] for b in found), max(b[3] for b in found)
    cells = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in found)
    is_one = cells == (whole[2] - whole[0] + 1) * (whole[3] - whole[1] + 1)
    return [whole] if is_one else found


def step_inside(grid: Grid, columns: int, rows: int) -> bool:
    """Go on inside the selection, from its end to its beginning, as Tab and Enter do; False where only one cell is
    selected or the cursor is not in it."""
    blocks, current = blocks_of(grid), grid.currentIndex()
    cells = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in blocks)
    here = current.row(), current.column()
    block = next((each for each in blocks if holds(each, here)), None)
    if cells < 2 or block is None:
        return False
    by, down = columns + rows, rows != 0
    place = _order(block, here, down) + by
    if not 0 <= place < _size(block):
        block = blocks[(blocks.index(block) + by) % len(blocks)]
        place = 0 if by > 0 else _size(block) - 1
    row, column = _at(block, place, down)
    grid.selectionModel().setCurrentIndex(grid.table.index(row, column), Select.NoUpdate)
    return True


def select_by_space(grid: Grid, event: QKeyEvent) -> bool:
    """Shift with the space bar selects the rows of the selection, Ctrl its columns; both select everything."""
    if event.key() != Key.Key_Space or not event.modifiers() & (CTRL | SHIFT):
        return False
    wanted = QItemSelection()
    last = grid.table.index(grid.table.rowCount() - 1, grid.table.columnCount() - 1)
    takes_rows, takes_columns = bool(event.modifiers() & SHIFT), bool(event.modifiers() & CTRL)
    for top, left, bottom, right in blocks_of(grid):
        first = grid.table.index(0 if takes_columns else top, 0 if takes_rows else left)
        end = grid.table.index(last.row() if takes_columns else bottom, last.column() if takes_rows else right)
        wanted.select(first, end)
    grid.selectionModel().select(wanted, Select.ClearAndSelect)
    return True


def to_edge(grid: Grid, index: QModelIndex, rows: int, columns: int) -> QModelIndex:
    """As Ctrl with an arrow: to the last cell before a gap, over a gap to the next answer, else to the table's edge."""
    table, row, column = grid.table, index.row(), index.column()

    def is_inside(row: int, column: int) -> bool:
        return 0 <= row < table.rowCount() and 0 <= column < table.columnCount()

    def is_filled(row: int, column: int) -> bool:
        return is_inside(row, column) and table.cell(row, column).state in ("value", "wrong", "field")

    runs_on = is_filled(row, column) and is_filled(row + rows, column + columns)
    while is_inside(row + rows, column + columns):
        if runs_on and not is_filled(row + rows, column + columns):
            break
        row, column = row + rows, column + columns
        if not runs_on and is_filled(row, column):
            break
    return table.index(row, column)


def holds(block: Block, place: Place) -> bool:
    return block[0] <= place[0] <= block[2] and block[1] <= place[1] <= block[3]


def _size(block: Block) -> int:
    return (block[2] - block[0] + 1) * (block[3] - block[1] + 1)


def _order(block: Block, place: Place, down: bool) -> int:
    row, column = place[0] - block[0], place[1] - block[1]
    if down:
        return column * (block[2] - block[0] + 1) + row
    return row * (block[3] - block[1] + 1) + column


def _at(block: Block, place: int, down: bool) -> Place:
    if down:
        column, row = divmod(place, block[2] - block[0] + 1)
    else:
        row, column = divmod(place, block[3] - block[1] + 1)
    return block[0] + row, block[1] + column
