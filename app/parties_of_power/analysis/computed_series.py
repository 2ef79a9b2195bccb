"""The values of a computed cell over time: what it reads between the days on which something that it reads changes."""

from collections.abc import Iterator
from itertools import pairwise

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.entries import entries_of_cell
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.readings import break_days
from parties_of_power.domain.days import civil, day_number, today
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.domain.formulas import AsOf, Parties, leaves
from parties_of_power.study.study import Study

Stretch = tuple[int, int, Cell]


def stretches(study: Study, subject_id: int, attribute_id: int) -> list[Stretch]:
    """From which day until which it reads what, earliest first; what changes with every day is read once a year."""
    reader = CellReader(study)
    found: list[Stretch] = []
    for first, last in _between_breaks(study, subject_id, attribute_id):
        cell = reader.cell(subject_id, attribute_id, first)
        if cell.state not in ("value", "missing", "wrong"):
            continue
        if found and found[-1][1] == first - 1 and _says(found[-1][2]) == _says(cell):
            found[-1] = found[-1][0], last, found[-1][2]
        else:
            found.append((first, last, cell))
    return _without_gaps_at_the_ends(found)


def _between_breaks(study: Study, subject_id: int, attribute_id: int) -> Iterator[tuple[int, int]]:
    catalogue = study.catalogue
    life = bounds_of(*catalogue.life_of(subject_id))
    days = _breaks(study, subject_id, attribute_id) | {each for each in (life.first,) if each > ALWAYS_BEFORE}
    if _changes_daily(study, attribute_id) and days:
        final = min(life.last, today())
        days |= {day_number(year, 1, 1) for year in range(civil(min(days))[0] + 1, civil(final)[0] + 1)}
    inside = sorted(day for day in days if life.first <= day <= life.last)
    yield from ((first, after - 1) for first, after in pairwise([*inside, min(life.last, ALWAYS_AFTER) + 1]))


def _breaks(study: Study, subject_id: int, attribute_id: int) -> set[int]:
    catalogue = study.catalogue
    days: set[int] = set()
    for read in catalogue.formulas.inputs(attribute_id):
        asked = catalogue.subjects[subject_id].state_id if read.of_state else subject_id
        attribute = catalogue.attributes[read.attribute_id]
        if asked is not None and not attribute.is_computed:
            days |= break_days(attribute, entries_of_cell(study, asked, attribute.id))
    return days


def _changes_daily(study: Study, attribute_id: int) -> bool:
    formulas = study.catalogue.formulas
    read = (attribute_id, *(each.attribute_id for each in formulas.inputs(attribute_id)))
    trees = (formulas.trees[each] for each in read if each in formulas.trees)
    return any(isinstance(leaf, AsOf | Parties) for tree in trees for leaf in leaves(tree))


def _says(cell: Cell) -> tuple[object, ...]:
    return cell.state, cell.value, cell.missing, cell.low, cell.high


def _without_gaps_at_the_ends(found: list[Stretch]) -> list[Stretch]:
    """Before the first value and after the last one that nothing was coded is nothing to draw."""
    values = [place for place, (_first, _last, cell) in enumerate(found) if cell.state == "value"]
    return found[values[0] : values[-1] + 1] if values else []
