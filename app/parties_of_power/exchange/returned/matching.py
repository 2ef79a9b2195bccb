"""Which row and column of a sheet that came back is which of the export, however they were moved, added or deleted."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parties_of_power.exchange.guarded.definition import ReadCell, ReadSheet
from parties_of_power.exchange.returned.exported import ExportedSheet
from parties_of_power.exchange.returned.readings import is_as_written, is_blank
from parties_of_power.study.lookups import folded
from parties_of_power.texts import _, ngettext

Cells = tuple[ReadCell | None, ...]
_HEADER_AMONG = 30  # rows above the table that somebody may have put there
_SAME_COLUMN = 0.6  # of its cells are as they were: then a column of another title is the same one
_NAMES_AGREE = 0.5


@dataclass(slots=True)
class Matched:
    """`column_of` says where an exported column stands now; `rows` pair an exported row (None for a new one) with its
    cells now; `lost` are the exported rows that are gone."""

    column_of: dict[int, int]
    new_columns: list[tuple[int, str]]
    rows: list[tuple[int | None, Cells]]
    lost: list[int]
    by_key: int = 0
    notes: list[str] = field(default_factory=list)

    def cell(self, cells: Cells, column: int) -> ReadCell | None:
        """The cell of an exported column in a row now."""
        return at(cells, self.column_of[column])


def match(read: ReadSheet, exported: ExportedSheet) -> Matched | None:
    """None where the sheet has no row that could be its header."""
    titles = [folded(column.title) for column in exported.columns]
    header, below = _header(read, titles)
    if header is None:
        return None
    column_of, unmatched = _columns(header, titles)
    rows = [cells for _number, cells in below if not all(is_blank(at(cells, place)) for place in column_of.values())]
    pairs, by_key, notes = _rows(rows, exported, column_of)
    renamed = _renamed_columns(exported, column_of, unmatched, pairs)
    for column, (place, title) in renamed.items():
        column_of[column] = place
        notes.append(_("Column {old} is called {new} now").format(old=exported.columns[column].title, new=title))
    taken = set(column_of.values())
    new = [(place, title) for place, title in unmatched if place not in taken and _has_cells(rows, place)]
    found = {row for row, _cells in pairs if row is not None}
    lost = [row for row in range(len(exported.row_ids)) if row not in found]
    notes += [*_lost_columns(exported, column_of), *_moved_columns(exported, column_of)]
    notes += _moved_rows(pairs, exported, column_of)
    return Matched(column_of, new, pairs, lost, by_key, notes)


def at(cells: Cells, place: int) -> ReadCell | None:
    return cells[place] if place < len(cells) else None


def text_at(cells: Cells, place: int | None) -> str:
    cell = None if place is None else at(cells, place)
    return cell.text.strip() if cell is not None else ""


def place_of_field(exported: ExportedSheet, name: str) -> int | None:
    """The exported column of the names, of the states or of the keys."""
    return next((place for place, column in enumerate(exported.columns) if column.field == name), None)


def _header(read: ReadSheet, titles: Sequence[str]) -> tuple[Cells | None, Sequence[tuple[int, Cells]]]:
    """The row that has most of the titles, and the rows below it."""
    best, best_place = 0, -1
    for place, (_number, cells) in enumerate(read.rows[:_HEADER_AMONG]):
        found = len({folded(cell.text) for cell in cells if cell is not None} & set(titles))
        if found > best:
            best, best_place = found, place
    if best_place < 0 or (best < 2 and len(titles) > 2):
        return None, ()
    return read.rows[best_place][1], read.rows[best_place + 1 :]


def _columns(header: Cells, titles: Sequence[str]) -> tuple[dict[int, int], list[tuple[int, str]]]:
    places: dict[str, int] = {}
    for place, cell in enumerate(header):
        if cell is not None and not is_blank(cell):
            places.setdefault(folded(cell.text), place)
    column_of = {column: places[title] for column, title in enumerate(titles) if title in places}
    taken = set(column_of.values())
    named = [(place, cell.text.strip()) for place, cell in enumerate(header) if cell is not None and place not in taken]
    return column_of, [(place, title) for place, title in named if title]


def _rows(
    rows: list[Cells], exported: ExportedSheet, column_of: dict[int, int]
) -> tuple[list[tuple[int | None, Cells]], int, list[str]]:
    """By the hidden key, else by name; the count of those by key."""
    name = place_of_field(exported, "name")
    names_at = None if name is None else column_of.get(name)
    keys = _row_of_keys(rows, exported, column_of)
    notes = []
    if names_at is not None and name is not None and keys and not _agree(rows, keys, exported, name, names_at):
        notes.append(_("The rows were sorted without their hidden keys: they were matched by name"))
        keys = [None] * len(rows)
    found = _each_once(rows, keys, exported, name, names_at)
    by_key = sum(row is not None for row in found)
    if names_at is not None and name is not None:
        by_name = _row_of_name(exported, name)
        taken = {row for row in found if row is not None}
        state = place_of_field(exported, "state")
        states_at = None if state is None else column_of.get(state)
        for place, cells in enumerate(rows):
            if found[place] is None:
                text = folded(text_at(cells, names_at))
                row = by_name.get((text, ""), by_name.get((text, folded(text_at(cells, states_at)))))
                if row is not None and row not in taken:
                    found[place] = row
                    taken.add(row)
    return list(zip(found, rows, strict=True)), by_key, notes


def _row_of_keys(rows: list[Cells], exported: ExportedSheet, column_of: dict[int, int]) -> list[int | None]:
    key = place_of_field(exported, "key")
    place = None if key is None else column_of.get(key)
    if place is None:
        return [None] * len(rows)
    row_of = {str(subject_id): row for row, subject_id in enumerate(exported.row_ids)}
    return [row_of.get(text_at(cells, place)) for cells in rows]


def _agree(rows: list[Cells], keys: list[int | None], exported: ExportedSheet, name: int, names_at: int) -> bool:
    """Whether the names still stand beside the keys; where they do not, but are the same names, the keys lie."""
    known = [(row, folded(text_at(cells, names_at))) for row, cells in zip(keys, rows, strict=True) if row is not None]
    if not known:
        return True
    written = [folded(str(text or "")) for text in exported.written[name]]
    agreeing = sum(written[row] == text for row, text in known)
    return agreeing >= _NAMES_AGREE * len(known) or len({text for _row, text in known} & set(written)) <= agreeing


def _each_once(
    rows: list[Cells], keys: list[int | None], exported: ExportedSheet, name: int | None, names_at: int | None
) -> list[int | None]:
    """Of rows with the same key, which were copied, the one that kept its name; the others are new."""
    several = {row for row, count in Counter(keys).items() if row is not None and count > 1}
    kept: dict[int, int] = {}
    for place, row in enumerate(keys):
        if row in several and row is not None:
            is_named = name is not None and text_at(rows[place], names_at) == exported.written[name][row]
            if row not in kept or (is_named and text_at(rows[kept[row]], names_at) != exported.written[name or 0][row]):
                kept[row] = place
    return [row if row not in several or kept.get(row or 0) == place else None for place, row in enumerate(keys)]


def _row_of_name(exported: ExportedSheet, name: int) -> dict[tuple[str, str], int]:
    """The rows by name alone, and by name and state where two rows bear the name."""
    state = place_of_field(exported, "state")
    pairs = [
        (folded(str(text or "")), folded(str(exported.written[state][row] or "")) if state is not None else "")
        for row, text in enumerate(exported.written[name])
    ]
    names, both = Counter(text for text, _state in pairs), Counter(pairs)
    found = {pair: row for row, pair in enumerate(pairs) if both[pair] == 1}
    return found | {(text, ""): row for row, (text, _state) in enumerate(pairs) if names[text] == 1}


def _renamed_columns(
    exported: ExportedSheet,
    column_of: dict[int, int],
    unmatched: list[tuple[int, str]],
    pairs: list[tuple[int | None, Cells]],
) -> dict[int, tuple[int, str]]:
    """Columns whose title was changed, known by their cells."""
    renamed: dict[int, tuple[int, str]] = {}
    left = list(unmatched)
    for column, written in enumerate(exported.written):
        if column in column_of or exported.columns[column].field == "key":
            continue
        for each in left:
            said = [(row, at(cells, each[0])) for row, cells in pairs if row is not None and written[row] is not None]
            same = sum(is_as_written(written[row], cell) for row, cell in said)
            if said and same >= _SAME_COLUMN * len(said):
                renamed[column] = each
                left.remove(each)
                break
    return renamed


def _has_cells(rows: Iterable[Cells], place: int) -> bool:
    return any(not is_blank(at(cells, place)) for cells in rows)


def _lost_columns(exported: ExportedSheet, column_of: dict[int, int]) -> list[str]:
    lost = [
        column.title
        for place, column in enumerate(exported.columns)
        if place not in column_of and column.field != "key"
    ]
    return [_("Column {title} was deleted: nothing is taken from that").format(title=title) for title in lost]


def _moved_columns(exported: ExportedSheet, column_of: dict[int, int]) -> list[str]:
    shown = sorted((place, column) for column, place in column_of.items() if exported.columns[column].field != "key")
    order = [column for _place, column in shown]
    stayed = set(_longest_rising(order))
    moved = [exported.columns[column].title for column in order if column not in stayed]
    return [_("Column {title} was moved").format(title=title) for title in moved]


def _moved_rows(pairs: list[tuple[int | None, Cells]], exported: ExportedSheet, column_of: dict[int, int]) -> list[str]:
    order = [row for row, _cells in pairs if row is not None]
    moved = len(order) - len(_longest_rising(order))
    if not moved:
        return []
    for column, place in column_of.items():
        if exported.columns[column].field != "key" and _is_sorted([at(cells, place) for _row, cells in pairs]):
            return [_("Rows were sorted by {title}").format(title=exported.columns[column].title)]
    return [ngettext("{count} row was moved", "{count} rows were moved", moved).format(count=moved)]


def _is_sorted(cells: list[ReadCell | None]) -> bool:
    """Up or down, blanks last; numbers by themselves, as spreadsheets sort."""
    said = [cell for cell in cells if cell is not None and not is_blank(cell)]
    numbers = [cell.number for cell in said if cell.number is not None]
    values: list[float] | list[str] = (
        numbers if len(numbers) * 2 > len(said) else [cell.text.casefold() for cell in said]
    )
    if len(set(values)) < max(3, len(cells) // 2):
        return False
    return values == sorted(values) or values == sorted(values, reverse=True)


def _longest_rising(order: Sequence[int]) -> list[int]:
    """The longest part of the order that still rises: what is outside of it was moved."""
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int] = []
    for place, value in enumerate(order):
        length = bisect_left(ends, value)
        before.append(ends_at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            ends_at.append(place)
        else:
            ends[length], ends_at[length] = value, place
    rising = []
    place = ends_at[-1] if ends_at else -1
    while place >= 0:
        rising.append(order[place])
        place = before[place]
    return rising[::-1]
