"""`Formulas`: the computed attributes of a study, what each of them reads, and which of them read an attribute."""

from collections.abc import Mapping
from functools import cached_property

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.formulas.checking import checked
from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.order import circle, needed
from parties_of_power.domain.formulas.parsing import parse
from parties_of_power.domain.formulas.tree import AsOf, AttributeOf, FormulaError, Parties, Tree, leaves
from parties_of_power.domain.formulas.writing import show
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.subjects import SUBJECT_KINDS, SubjectKind
from parties_of_power.texts import _


class Formulas:
    """A formula that a damaged or foreign file holds and that cannot be read is in `wrong`, with its sentence."""

    def __init__(self, attributes: Mapping[int, Attribute]) -> None:
        self._attributes = attributes
        self._names: dict[SubjectKind, Names] = {each: Names(attributes.values(), each) for each in SUBJECT_KINDS}
        self.trees: dict[int, Tree] = {}
        self.wrong: dict[int, str] = {}
        for attribute in attributes.values():
            if attribute.is_computed:
                self._read(attribute)
        for attribute_id in [each for each in self.trees if circle(each, self.trees)]:
            del self.trees[attribute_id]
            self.wrong[attribute_id] = _("This formula leads back to itself.")

    def names(self, subject_kind: SubjectKind) -> Names:
        return self._names[subject_kind]

    def read(self, text: str, subject_kind: SubjectKind, kind_key: str, attribute_id: int = 0) -> Tree:
        """A formula for an attribute, 0 for a new one; FormulaError where it cannot be that."""
        names = self.names(subject_kind)
        tree = parse(text, names)
        checked(tree, names, kind_key)
        around = circle(attribute_id, {**self.trees, attribute_id: tree})
        if around:
            way = " → ".join(self._attributes[each].name for each in around if each in self._attributes)
            raise FormulaError(_("This formula leads back to itself: {way}.").format(way=way), tree.place)
        return tree

    def text(self, attribute: Attribute) -> str:
        """The formula with the names of today; as it is stored where it cannot be read."""
        tree = self.trees.get(attribute.id)
        return attribute.formula if tree is None else show(tree, self.names(attribute.subject_kind))

    def users(self, attribute_id: int) -> tuple[Attribute, ...]:
        """The attributes in whose formula it stands."""
        using = (each for each, tree in self.trees.items() if attribute_id in _read_directly(tree))
        return tuple(self._attributes[each] for each in using)

    def inputs(self, attribute_id: int) -> frozenset[AttributeOf]:
        """All that the formula reads, also through the formulas of others."""
        return self._inputs.get(attribute_id, frozenset())

    def dependants(self, attribute_id: int) -> tuple[AttributeOf, ...]:
        """The computed attributes that an answer changes, at any depth: of the subject itself, or marked `of_state` for
        those of the parties of a state."""
        return tuple(
            AttributeOf(computed_id, read.of_state)
            for computed_id, inputs in self._inputs.items()
            for read in inputs
            if read.attribute_id == attribute_id
        )

    def is_timeless(self, tree: Tree) -> bool:
        """Whether the formula gives the same on every day."""
        return all(not isinstance(leaf, AsOf | Parties) for leaf in leaves(tree)) and all(
            self._is_same_always(self._attributes[leaf.attribute_id])
            for leaf in leaves(tree)
            if isinstance(leaf, AttributeOf)
        )

    @cached_property
    def _inputs(self) -> dict[int, frozenset[AttributeOf]]:
        return {each: needed(each, self.trees) for each in self.trees}

    def _is_same_always(self, attribute: Attribute) -> bool:
        """What parties and states are called depends on the day."""
        return attribute.validity == "timeless" and kind(attribute.kind).refers_to not in ("party", "state")

    def _read(self, attribute: Attribute) -> None:
        names = self.names(attribute.subject_kind)
        try:
            tree = parse(attribute.formula, names)
            checked(tree, names, attribute.kind)
        except FormulaError as wrong:
            self.wrong[attribute.id] = str(wrong)
        else:
            self.trees[attribute.id] = tree


def _read_directly(tree: Tree) -> frozenset[int]:
    return frozenset(leaf.attribute_id for leaf in leaves(tree) if isinstance(leaf, AttributeOf))
