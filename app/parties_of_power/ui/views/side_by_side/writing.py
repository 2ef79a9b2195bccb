"""The lines side by side as rows of texts and numbers: for the clipboard and for a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import THIN_SPACE
from parties_of_power.analysis.side_by_side import Heading, Line, SideBySide
from parties_of_power.domain.dates import spoken
from parties_of_power.exchange.table_file import PlainTable, Value
from parties_of_power.texts import _
from parties_of_power.ui.tables.own_format import Copied


def headers_of(shown: SideBySide, places: Sequence[int]) -> list[str]:
    """Over the attribute, its sign and the columns of these places; the last one is what is between the sides."""
    sides = [_side(shown.headings[place]) for place in places if place < len(shown.headings)]
    between = [_("Between them")] if len(shown.headings) in places else []
    return [_("Attribute"), "=/≠", *sides, *between]


def copied(shown: SideBySide, lines: Iterable[Line], places: Sequence[int]) -> list[list[Copied]]:
    rows = []
    for line in lines:
        cells = [_copied(line.cells[place]) for place in places if place < len(line.cells)]
        between = [Copied(line.between)] if len(shown.headings) in places else []
        rows.append([Copied(_title(line)), Copied(line.likeness.value), *cells, *between])
    return rows


def as_table(shown: SideBySide) -> PlainTable:
    """Everything that is shown, under the names of the groups."""
    places = range(len(shown.headings) + 1)
    rows = tuple(
        (group.title, _title(line), line.likeness.value, *(_value(cell) for cell in line.cells), line.between)
        for group in shown.groups
        for line in group.lines
    )
    title = _("Side by side, as of {day}").format(day=spoken(shown.day))
    return PlainTable(_("Side by side"), title, (_("Group"), *headers_of(shown, places)), rows)


def _side(heading: Heading) -> str:
    return _("{name} ({where})").format(name=heading.name, where=heading.small) if heading.small else heading.name


def _title(line: Line) -> str:
    if line.attribute is None or not line.small:
        return line.title
    return _("{attribute} ({unit})").format(attribute=line.title, unit=line.small)


def _is_number(cell: Cell) -> bool:
    return cell.state == "value" and cell.number is not None and cell.text[:1] not in "~≥≤"


def _copied(cell: Cell) -> Copied:
    if _is_number(cell):
        return Copied(cell.text.replace(THIN_SPACE, ""), True)
    return Copied(cell.text)


def _value(cell: Cell) -> Value:
    return cell.number if _is_number(cell) and cell.number is not None else cell.text
