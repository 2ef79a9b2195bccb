"""`Computed`: what the inspector says of a computed cell: its formula, and every cell that it was reckoned from."""

from dataclasses import dataclass

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.computed import computed_cell
from parties_of_power.analysis.computed_inputs import Inputs
from parties_of_power.analysis.lives import bounds_of
from parties_of_power.analysis.reader import CellReader
from parties_of_power.analysis.showing import with_unit
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.days import spoken
from parties_of_power.domain.formulas import Absent, AsOf, AttributeOf, Leaf, Number, Parties, Tree, evaluate, leaves
from parties_of_power.domain.moments import When, day_of
from parties_of_power.study.study import Study
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Input:
    """What a formula read: `subject_id` is the party or its state, `attribute_id` 0 for what is no cell."""

    name: str
    text: str
    subject_id: int = 0
    attribute_id: int = 0


@dataclass(frozen=True, slots=True)
class Computed:
    """`note` says what the formula ran into, such as a division by zero, or why it cannot be read."""

    formula: str
    inputs: tuple[Input, ...]
    note: str = ""


def computed_from(
    study: Study, reader: CellReader, subject_id: int, attribute: Attribute, when: When
) -> Computed | None:
    """None for an attribute that is not computed."""
    if not attribute.is_computed:
        return None
    formulas = study.catalogue.formulas
    tree = formulas.trees.get(attribute.id)
    if tree is None:
        return Computed(attribute.formula, (), formulas.wrong.get(attribute.id, ""))
    inputs = Inputs(study.catalogue, reader.reading_at(when), subject_id, day_of(when))
    result = evaluate(tree, inputs.read)
    listed = tuple(_input(study, inputs, leaf, subject_id) for leaf in leaves(tree))
    return Computed(formulas.text(attribute), listed, result.note if isinstance(result, Absent) else "")


def preview(study: Study, attribute: Attribute, tree: Tree, subject_id: int, day: int) -> Cell:
    """What the cell of one subject would read, were this the formula of the attribute. An ended subject is read as on
    its last day."""
    day = min(day, bounds_of(*study.catalogue.life_of(subject_id)).last_sure)
    inputs = Inputs(study.catalogue, CellReader(study).cell_and_stay, subject_id, day)
    return computed_cell(attribute, subject_id, evaluate(tree, inputs.read))


def _input(study: Study, inputs: Inputs, leaf: Leaf, subject_id: int) -> Input:
    match leaf:
        case AsOf():
            return Input(_("as of"), spoken(inputs.day))
        case Parties():
            count = inputs.read(leaf)
            return Input(_("parties"), f"{count.number:.0f}" if isinstance(count, Number) else "")
        case AttributeOf(attribute_id, of_state):
            name = study.catalogue.attributes[attribute_id].name
            inputs.read(leaf)  # the branch that an if does not take is listed as well
            cell = inputs.cells.get(leaf)
            if cell is None:
                return Input(name, _("no state"))
            title = _("{attribute} of the state").format(attribute=name) if of_state else name
            return Input(title, _told(cell), cell.subject_id, attribute_id)


def _told(cell: Cell) -> str:
    text = with_unit(cell.text, cell.unit) if cell.state == "value" else cell.text
    return _("{value} ({year})").format(value=text, year=cell.measured) if cell.measured else text
