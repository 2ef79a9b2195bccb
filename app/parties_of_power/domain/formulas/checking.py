"""Types: whether each part of a formula gets what it takes, and whether the whole gives what its attribute is."""

from collections.abc import Iterable
from typing import Literal

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.formulas.functions import FUNCTIONS
from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.tree import (
    AsOf,
    AttributeOf,
    Call,
    FormulaError,
    Minus,
    Not,
    NumberOf,
    Operation,
    Parties,
    TextOf,
    Tree,
    TruthOf,
)
from parties_of_power.domain.kinds import kind
from parties_of_power.texts import _

Type = Literal["number", "truth", "date", "text"]
_OF_KIND: dict[str, Type] = {"number": "number", "percent": "number", "yes_no": "truth", "date": "date"}
COMPUTED_KINDS = ("number", "percent", "yes_no", "date", "text")


def type_of_attribute(attribute: Attribute) -> Type:
    """Choices, persons, parties and the like count as the text that their cell shows."""
    return _OF_KIND.get(attribute.kind, "text")


def checked(tree: Tree, names: Names, kind_key: str) -> None:
    """FormulaError, if a part does not get what it takes, or the whole does not fit the kind of its attribute."""
    if kind_key not in COMPUTED_KINDS:
        listed = ", ".join(kind(each).name for each in COMPUTED_KINDS)
        raise FormulaError(_("A formula can give one of these kinds: {kinds}.").format(kinds=listed), tree.place)
    found, wanted = type_of(tree, names), _OF_KIND.get(kind_key, "text")
    if found != wanted:
        raise FormulaError(
            _("This gives {found}, but the kind of the attribute is {kind}.").format(
                found=_words(found), kind=kind(kind_key).name
            ),
            tree.place,
        )


def type_of(tree: Tree, names: Names) -> Type:
    match tree:
        case NumberOf() | Parties():
            return "number"
        case TextOf():
            return "text"
        case TruthOf():
            return "truth"
        case AsOf():
            return "date"
        case AttributeOf(attribute_id):
            return type_of_attribute(names.attributes[attribute_id])
        case Minus(operand):
            return _require(operand, "number", names)
        case Not(operand):
            return _require(operand, "truth", names)
        case Operation():
            return _type_of_operation(tree, names)
        case Call():
            return _type_of_call(tree, names)


def _type_of_operation(tree: Operation, names: Names) -> Type:
    if tree.operator in ("and", "or"):
        _require(tree.left, "truth", names)
        return _require(tree.right, "truth", names)
    if tree.operator in ("+", "-", "*", "/", "^"):
        _require(tree.left, "number", names)
        return _require(tree.right, "number", names)
    compared = _same((tree.left, tree.right), names)
    if compared in ("truth", "text") and tree.operator not in ("=", "<>"):
        raise FormulaError(
            _("Only numbers and dates are greater or less; {what} can be compared with = and <>.").format(
                what=_words(compared)
            ),
            tree.place,
        )
    return "truth"


def _type_of_call(tree: Call, names: Names) -> Type:
    function = FUNCTIONS[tree.function]
    alike = []
    for number, argument in enumerate(tree.arguments):
        takes = function.takes[min(number, len(function.takes) - 1)]
        if takes == "same":
            alike.append(argument)
        elif takes == "attribute":
            _require_attribute(argument)
            _require(argument, "number", names)
        elif takes == "any":
            type_of(argument, names)
        else:
            _require(argument, takes, names)
    if tree.function == "date":
        _require_date(tree.arguments[0])
    return _same(alike, names) if function.gives == "same" else function.gives


def _require(tree: Tree, wanted: Type, names: Names) -> Type:
    found = type_of(tree, names)
    if found != wanted:
        raise FormulaError(
            _("Here {wanted} is needed, and this is {found}.").format(wanted=_words(wanted), found=_words(found)),
            tree.place,
        )
    return found


def _require_attribute(tree: Tree) -> None:
    if not isinstance(tree, AttributeOf):
        raise FormulaError(_("Only an attribute can stand here."), tree.place)


def _require_date(tree: Tree) -> None:
    if not isinstance(tree, TextOf):
        raise FormulaError(_('A date is written date("2008-11-25").'), tree.place)
    try:
        PartialDate.parse_typed(tree.text)
    except DateError as wrong:
        raise FormulaError(str(wrong), tree.place) from wrong


def _same(trees: Iterable[Tree], names: Names) -> Type:
    first, *others = trees
    found = type_of(first, names)
    for each in others:
        _require(each, found, names)
    return found


def _words(of_type: Type) -> str:
    return {"number": _("a number"), "truth": _("yes or no"), "date": _("a date"), "text": _("a text")}[of_type]
