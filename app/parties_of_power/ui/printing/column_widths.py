"""How wide the columns of a printed table are, how large its text, and which columns stand on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parties_of_power.exchange.documents.definition import Table, plain
from parties_of_power.ui.printing.paper import POINT, Fit
from parties_of_power.ui.printing.words import Words

FULL, LEAST = 9.0, 6.0
_SIZES = tuple(FULL - step / 4 for step in range(int((FULL - LEAST) * 4) + 1))
# A column of long texts is content with so much; it has more where there is more.
_CONTENT = (150 * POINT, 104 * POINT, 76 * POINT)
GAP = 8 * POINT
# Beside a number; more marks go on in a second line.
_MARKS = 44 * POINT
# Fonts are whole pixels high, so that a smaller one is not smaller by quite its share.
_SLACK = 1.03
# Of very many rows so many say how wide a column is.
_MEASURED = 400


@dataclass(frozen=True, slots=True)
class Needs:
    """What a column needs at full size: no word broken, no second line, and room for marks beside its numbers."""

    least: float
    natural: float
    marks: float = 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """The columns that stand beside each other, by their places in the table, and their widths with the gap."""

    places: tuple[int, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """`marks` is the room beside the numbers of each column of the table."""

    size: float
    bands: tuple[Band, ...]
    marks: tuple[float, ...]


def fitted(table: Table, width: float, fit: Fit, scale: float = 1.0) -> Columns:
    """`scale` is how much smaller all is to be, not below the least size."""
    needs = [needs_of(table, place) for place in range(len(table.columns))]
    sizes = [size for size in _SIZES if size <= max(FULL * scale, LEAST) + 0.01]
    for size in sizes[:1] if fit == "size" else sizes:
        for content in _CONTENT:
            widths = _widths(needs, size / FULL, content)
            if sum(widths) <= width:
                band = Band(tuple(range(len(needs))), tuple(_with_the_rest(widths, needs, size / FULL, width)))
                return Columns(size, (band,), _marks(needs, size / FULL))
    return _over_pages(table, needs, width, sizes[0] if fit == "size" else min(LEAST + 1, sizes[0]))


def needs_of(table: Table, place: int) -> Needs:
    column = table.columns[place]
    least, natural = Words((), FULL).widths()
    for words in (Words(plain(column.title), FULL, is_bold=True), Words(plain(column.small), FULL * 0.82)):
        least, natural = _more((least, natural), words.widths())
    # A header may stand in several lines.
    natural = min(natural, max(least, 90 * POINT))
    marks = 0.0
    for row in table.rows[:_MEASURED]:
        if row.is_heading:
            continue
        cell = row.cells[place]
        runs = cell.runs if column.is_number else (*cell.runs, *cell.marks)
        least, natural = _more((least, natural), Words(runs, FULL).widths())
        if column.is_number and cell.marks:
            least_marks, all_marks = Words(cell.marks, FULL).widths()
            marks = max(marks, least_marks, min(all_marks, _MARKS))
    return Needs(least * _SLACK, natural * _SLACK, marks * _SLACK)


def _more(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return max(one[0], other[0]), max(one[1], other[1])


def _widths(needs: Sequence[Needs], share: float, content: float) -> list[float]:
    """A column is never so narrow that a word is broken, but for one longer than any column could be."""
    widest = _CONTENT[0]
    return [(max(min(each.least, widest), min(each.natural, content)) + each.marks + GAP) * share + 1 for each in needs]


def _with_the_rest(widths: Sequence[float], needs: Sequence[Needs], share: float, width: float) -> list[float]:
    """What is left goes to the columns whose texts need more than one line."""
    shown = list(widths)
    whole = [(each.natural + each.marks + GAP) * share for each in needs]
    wanting = [max(wanted - has, 0.0) for wanted, has in zip(whole, shown, strict=True)]
    rest = width - sum(shown)
    if sum(wanting) > 0:
        given = min(rest / sum(wanting), 1.0)
        shown = [has + want * given for has, want in zip(shown, wanting, strict=True)]
    return shown


def _over_pages(table: Table, needs: Sequence[Needs], width: float, size: float) -> Columns:
    """As many columns beside each other as there is room for; those that say what a row is come again."""
    share = size / FULL
    widths = _widths(needs, share, _CONTENT[1])
    keys = range(min(table.key_columns, len(widths)))
    room = width - sum(widths[place] for place in keys)
    bands: list[list[int]] = [[]]
    left = room
    for place in range(len(keys), len(widths)):
        if widths[place] > left and bands[-1]:
            bands.append([])
            left = room
        bands[-1].append(place)
        left -= widths[place]
    return Columns(size, tuple(_band([*keys, *each], widths, width) for each in bands), _marks(needs, share))


def _band(places: Sequence[int], widths: Sequence[float], width: float) -> Band:
    total = sum(widths[place] for place in places)
    share = min(width / total, 1.0) if total else 1.0
    return Band(tuple(places), tuple(widths[place] * share for place in places))


def _marks(needs: Sequence[Needs], share: float) -> tuple[float, ...]:
    return tuple(each.marks * share for each in needs)
