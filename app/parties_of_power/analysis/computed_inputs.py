"""`Inputs`: what a formula reads for one subject on a day, cell by cell, and how long all of it stays the same."""

from collections.abc import Callable
from dataclasses import replace

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.computed import computed_cell, day_of, formula_unreadable, operand_of_cell
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE, Hold
from parties_of_power.domain.formulas import Absent, AsOf, AttributeOf, Leaf, Number, Operand, Parties, Tree, evaluate
from parties_of_power.study.catalogue import Catalogue

Stay = tuple[int, int]
ReadCell = Callable[[int, int, int], tuple[Cell, Stay]]
_WORST = (Hold.POSSIBLY, Hold.LAST_ATTESTED, Hold.IN_FORCE)


class Inputs:
    """`read_cell` gives a cell of a subject and an attribute on a day, and between which days it stays. `stays` shrinks
    with all that is read."""

    def __init__(self, catalogue: Catalogue, read_cell: ReadCell, subject_id: int, day: int) -> None:
        self._catalogue = catalogue
        self._read_cell = read_cell
        self._subject_id = subject_id
        self.day = day
        self.cells: dict[AttributeOf, Cell] = {}
        self.stays: Stay = (ALWAYS_BEFORE, ALWAYS_AFTER)

    def read(self, leaf: Leaf) -> Operand:
        match leaf:
            case AsOf():
                self._stay((self.day, self.day + 1))
                return day_of(self.day)
            case Parties():
                self._stay((self.day, self.day + 1))
                return Number(float(parties_on(self._catalogue, self._subject_id, self.day)))
            case AttributeOf(attribute_id, of_state):
                asked = self._catalogue.subjects[self._subject_id].state_id if of_state else self._subject_id
                if asked is None:
                    return Absent()
                cell, stay = self._read_cell(asked, attribute_id, self.day)
                self._stay(stay)
                self.cells[leaf] = cell
                return operand_of_cell(self._catalogue.attributes[attribute_id], cell)

    def _stay(self, stay: Stay) -> None:
        self.stays = max(self.stays[0], stay[0]), min(self.stays[1], stay[1])


def parties_on(catalogue: Catalogue, state_id: int, day: int) -> int:
    """How many parties of a state exist on a day, surely or possibly."""
    own = (party.id for party in catalogue.parties if party.state_id == state_id and not party.retired)
    lives = (bounds_of(*catalogue.life_of(party_id)) for party_id in own)
    return sum(life.first <= day <= life.last for life in lives)


def reckoned_cell(attribute: Attribute, tree: Tree | None, subject_id: int, inputs: Inputs) -> Cell:
    """The cell of a computed attribute; `tree` is None where its formula cannot be read."""
    if tree is None:
        return Cell(subject_id, attribute.id, formula_unreadable(), "wrong")
    cell = computed_cell(attribute, subject_id, evaluate(tree, inputs.read))
    return with_doubts(cell, inputs)


def with_doubts(cell: Cell, inputs: Inputs) -> Cell:
    """A value holds no more surely than what it was reckoned from, and is as old as the oldest of it."""
    if cell.state != "value":
        return cell
    read = [each for each in inputs.cells.values() if each.state == "value"]
    holds = {each.hold for each in read}
    return replace(
        cell,
        hold=next((hold for hold in _WORST if hold in holds), Hold.IN_FORCE),
        attested=next((each.attested for each in read if each.attested), ""),
        measured=min((each.measured for each in read if each.measured), default=""),
    )
