"""Which rows of a sheet are its header, and what the columns are called by it, also where it has two rows."""

import re
from collections.abc import Sequence
from statistics import median

from parties_of_power.exchange.guarded import ReadCell, ReadSheet

_SEARCHED = 30
_DEEPEST = 3
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBER = re.compile(r"[-−+]?[\d\s.,]+%?")


def header_rows(sheet: ReadSheet) -> tuple[int, ...]:
    """The first row that is mostly names, with the rows of the header below it; none where there is no such row."""
    rows = sheet.rows[:_SEARCHED]
    typical = median([_filled(cells) for _number, cells in sheet.rows[:200]] or [1])
    for place, (number, cells) in enumerate(rows):
        wide = _filled(cells) + _merged_over(sheet, number)
        if _filled(cells) >= 1 and wide >= min(typical, max(2, typical * 0.6)) and _is_names(cells):
            # A sub-heading alone in its row is no header while fuller rows follow.
            if _filled(cells) == 1 and typical >= 2 and not _merged_over(sheet, number):
                continue
            if _is_title(sheet, number, cells):
                continue
            return _with_more(sheet, place)
    return ()


def titles_of(sheet: ReadSheet, head: Sequence[int]) -> dict[int, str]:
    """What stands above each column: the parts of several rows joined, those of merged cells for all they cover."""
    rows = dict(sheet.rows)
    lines = [_spread(sheet, number, rows.get(number, ()), is_last=number == head[-1]) for number in head]
    titles: dict[int, str] = {}
    for place in sorted({place for line in lines for place in line}):
        parts = dict.fromkeys(line[place] for line in lines if line.get(place))
        titles[place] = " – ".join(parts)
    return titles


def _with_more(sheet: ReadSheet, place: int) -> tuple[int, ...]:
    """The header goes on below a row with merged cells or gaps, as long as the rows are names."""
    head = [sheet.rows[place][0]]
    widest = max((len(cells) for _number, cells in sheet.rows[place : place + 50]), default=0)
    for number, cells in sheet.rows[place + 1 : place + _DEEPEST]:
        above = sheet.rows[place + len(head) - 1][1]
        has_gaps = _merged_over(sheet, head[-1]) > 0 or any(_blank(above, each) for each in range(widest))
        fits = all(
            _blank(above, each) or _covered(sheet, head[-1], each) for each in range(widest) if not _blank(cells, each)
        )
        if not (
            has_gaps
            and number == head[-1] + 1
            and _filled(cells) > 1
            and _goes_on(cells)
            and (fits or _merged_over(sheet, head[-1]))
        ):
            break
        if not (_covers_down(sheet, head[-1]) or _fills_gaps(sheet, head[-1], above, cells, widest)):
            break
        head.append(number)
    return tuple(head)


def _fills_gaps(
    sheet: ReadSheet, number: int, above: Sequence[ReadCell | None], cells: Sequence[ReadCell | None], widest: int
) -> bool:
    """Whether the row gives names where the one above has none."""
    gaps = [each for each in range(widest) if _blank(above, each) or _covered(sheet, number, each)]
    return bool(gaps) and any(not _blank(cells, each) for each in gaps)


def _spread(sheet: ReadSheet, number: int, cells: Sequence[ReadCell | None], *, is_last: bool) -> dict[int, str]:
    texts = {place: " ".join(cell.text.split()) for place, cell in enumerate(cells) if cell and cell.text.strip()}
    merged = [each for each in sheet.merged if each[0] == number and each[3] > each[1]]
    for _top, left, _bottom, right in merged:
        for place in range(left + 1, min(right, left + 500) + 1):
            texts.setdefault(place, texts.get(left, ""))
    if not merged and not is_last and not sheet.merged:
        carried = ""
        for place in range(max(texts, default=-1) + 2):
            carried = texts.get(place, carried)
            if carried and place not in texts and _below(sheet, number, place):
                texts[place] = carried
    return {place: text for place, text in texts.items() if text}


def _below(sheet: ReadSheet, number: int, place: int) -> bool:
    return not _blank(dict(sheet.rows).get(number + 1, ()), place)


def _is_names(cells: Sequence[ReadCell | None]) -> bool:
    """Texts and years; at most one of five is something else."""
    filled = [cell for cell in cells if cell and cell.text.strip()]
    names = [cell for cell in filled if _is_name(cell)]
    texts = [cell for cell in names if not _YEAR.fullmatch(cell.text.strip())]
    return bool(texts) and len(names) >= 0.8 * len(filled)


def _goes_on(cells: Sequence[ReadCell | None]) -> bool:
    """Names, or nothing but years: below a merged name."""
    filled = [cell for cell in cells if cell and cell.text.strip()]
    return _is_names(cells) or (bool(filled) and all(_YEAR.fullmatch(cell.text.strip()) for cell in filled))


def _is_name(cell: ReadCell) -> bool:
    text = cell.text.strip()
    if cell.kind not in ("text", "number"):
        return False
    return bool(_YEAR.fullmatch(text)) or (cell.kind == "text" and not _NUMBER.fullmatch(text))


def _is_title(sheet: ReadSheet, number: int, cells: Sequence[ReadCell | None]) -> bool:
    """One text merged over all columns."""
    return _filled(cells) == 1 and _merged_over(sheet, number) > 0 and not _covers_down(sheet, number)


def _filled(cells: Sequence[ReadCell | None]) -> int:
    return sum(cell is not None and bool(cell.text.strip()) for cell in cells)


def _blank(cells: Sequence[ReadCell | None], place: int) -> bool:
    cell = cells[place] if place < len(cells) else None
    return cell is None or not cell.text.strip()


def _merged_over(sheet: ReadSheet, number: int) -> int:
    """How many further columns the merged cells of a row cover."""
    return sum(right - left for top, left, _bottom, right in sheet.merged if top == number)


def _covers_down(sheet: ReadSheet, number: int) -> bool:
    return any(top == number and bottom > top for top, _left, bottom, _right in sheet.merged)


def _covered(sheet: ReadSheet, number: int, place: int) -> bool:
    return any(top <= number <= bottom and left <= place <= right for top, left, bottom, right in sheet.merged)
