"""A tree as text again: with the names of its attributes, as people read it, or with their ids, as it is stored."""

from collections.abc import Callable

from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.tree import (
    AsOf,
    AttributeOf,
    Call,
    Minus,
    Not,
    NumberOf,
    Operation,
    Parties,
    TextOf,
    Tree,
    TruthOf,
)

_TIES = {"or": 1, "and": 2, "=": 4, "<>": 4, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "^": 8}
_NOT, _COMPARED, _MINUS, _POWER, _ATOM = 3, 4, 7, 8, 9


def show(tree: Tree, names: Names) -> str:
    """`Seats / out_of(Seats) * 100`, with no more brackets than it needs."""
    return _text(tree, names.written)


def stored(tree: Tree) -> str:
    """`{12} / out_of({12}) * 100`."""
    return _text(tree, "{{{}}}".format)


def _text(tree: Tree, name_of: Callable[[int], str]) -> str:
    match tree:
        case NumberOf(number):
            return _figures(number)
        case TextOf(text):
            return '"' + text.replace('"', '""') + '"'
        case TruthOf(is_true):
            return "yes" if is_true else "no"
        case AttributeOf(attribute_id, of_state):
            return f"of_state({name_of(attribute_id)})" if of_state else name_of(attribute_id)
        case AsOf():
            return "as_of"
        case Parties():
            return "number_of_parties()"
        case Call(function, arguments):
            return f"{function}({', '.join(_text(each, name_of) for each in arguments)})"
        case Minus(operand):
            return f"-{_tied(operand, _MINUS, name_of)}"
        case Not(operand):
            return f"not {_tied(operand, _NOT, name_of)}"
        case Operation():
            return _operation(tree, name_of)


def _operation(tree: Operation, name_of: Callable[[int], str]) -> str:
    """A chain from the left needs brackets on its right, a power on its left, a comparison on both sides."""
    tie = _TIES[tree.operator]
    left = tie + 1 if tie in (_COMPARED, _POWER) else tie
    right = _MINUS if tie == _POWER else tie + 1
    return f"{_tied(tree.left, left, name_of)} {tree.operator} {_tied(tree.right, right, name_of)}"


def _tied(tree: Tree, least: int, name_of: Callable[[int], str]) -> str:
    text = _text(tree, name_of)
    return text if _tie(tree) >= least else f"({text})"


def _tie(tree: Tree) -> int:
    match tree:
        case Operation(operator):
            return _TIES[operator]
        case Minus():
            return _MINUS
        case Not():
            return _NOT
    return _ATOM


def _figures(number: float) -> str:
    return str(int(number)) if number.is_integer() and number < 1e15 else repr(number)
