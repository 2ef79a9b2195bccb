"""The parts of a formula as a tree. Each remembers its place in the text, which does not count in comparing two."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Operator = Literal["+", "-", "*", "/", "^", "=", "<>", "<", ">", "<=", ">=", "and", "or"]


class Place(NamedTuple):
    """From the first character up to, not with, the last."""

    start: int = 0
    end: int = 0


NOWHERE = Place()


class FormulaError(ValueError):
    """A formula that cannot be taken; as text it is one sentence, and `place` is where it is wrong."""

    def __init__(self, sentence: str, place: Place) -> None:
        super().__init__(sentence)
        self.place = place


@dataclass(frozen=True, slots=True)
class NumberOf:
    number: float
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TextOf:
    text: str
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TruthOf:
    is_true: bool
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AttributeOf:
    """An attribute of the subject, or with `of_state` of the party's state."""

    attribute_id: int
    of_state: bool = False
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day on which the cell is read."""

    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Parties:
    """How many parties of the state exist on the day."""

    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Minus:
    operand: "Tree"
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    operand: "Tree"
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    operator: Operator
    left: "Tree"
    right: "Tree"
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple["Tree", ...]
    place: Place = field(default=NOWHERE, compare=False)


Leaf = AttributeOf | AsOf | Parties
Tree = NumberOf | TextOf | TruthOf | Leaf | Minus | Not | Operation | Call


def parts(tree: Tree) -> tuple[Tree, ...]:
    match tree:
        case Minus(operand) | Not(operand):
            return (operand,)
        case Operation(_operator, left, right):
            return left, right
        case Call(_function, arguments):
            return arguments
    return ()


def leaves(tree: Tree) -> tuple[Leaf, ...]:
    """What the formula reads, each once, in the order in which it first stands there."""
    return tuple(dict.fromkeys(_leaves(tree)))


def _leaves(tree: Tree) -> Iterator[Leaf]:
    if isinstance(tree, Leaf):
        yield tree
    for part in parts(tree):
        yield from _leaves(part)
