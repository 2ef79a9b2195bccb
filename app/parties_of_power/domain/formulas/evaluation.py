"""`evaluate`: what a formula comes to, by these rules.

**Missing.** Where a part has no value the result has none, and shows the strongest reason: *not applicable*,
*interrupted*, *sources irreconcilable*, *unknown*, *not yet coded*. A reason comes earlier the longer it would stay if
the others were cleared up. What cannot be read, and what nobody coded, counts as not yet coded. That a subject has
*ended* or is *not yet founded* comes before every reason. Exceptions: `coalesce` takes the first that has a value,
`count` counts those that have one, `if` looks only at the branch that it takes, and a *no* decides an `and`, a *yes* an
`or`, whatever is missing beside it.

**Division by zero** is not applicable, as are a root of a number below zero and a result too large for a number.

**Intervals** are reckoned by their corners: the least and the greatest that the ends of the intervals give. A number
without an interval is its own. One attribute that stands twice in a formula counts as two, so an interval may be too
wide, never too narrow. Division by an interval that holds zero gives a result without one. A comparison looks at the
values, not at their intervals.

**About, at least, at most** stay where the result rises or falls with the number (`at least 500` times 2 is at least
1000, 1000 less it is at most 500), and become *about* where that cannot be said.

**Dates** that are not exact to the day give years with an interval. A comparison that their possible days do not decide
is unknown.
"""

from collections.abc import Callable, Sequence
from typing import cast

from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.formulas import arithmetic, spans
from parties_of_power.domain.formulas.operands import (
    Absent,
    Day,
    Number,
    Operand,
    Text,
    Truth,
    no_interval,
    strongest,
)
from parties_of_power.domain.formulas.tree import (
    AsOf,
    AttributeOf,
    Call,
    Leaf,
    Minus,
    Not,
    NumberOf,
    Operation,
    Parties,
    TextOf,
    Tree,
    TruthOf,
)
from parties_of_power.texts import _

Read = Callable[[Leaf], Operand]


def evaluate(tree: Tree, read: Read) -> Operand:
    """`read` gives what stands in the cells that the formula names. The tree has passed `checked`."""
    match tree:
        case NumberOf(number):
            return Number(number)
        case TextOf(text):
            return Text(text)
        case TruthOf(is_true):
            return Truth(is_true)
        case AttributeOf() | AsOf() | Parties():
            return read(tree)
        case Minus(operand):
            found = evaluate(operand, read)
            return found if isinstance(found, Absent) else arithmetic.minus(_number(found))
        case Not(operand):
            found = evaluate(operand, read)
            return Truth(not found.is_true) if isinstance(found, Truth) else found
        case Operation():
            return _operation(tree, evaluate(tree.left, read), evaluate(tree.right, read))
        case Call():
            return _call(tree, read)


def _operation(tree: Operation, left: Operand, right: Operand) -> Operand:
    if tree.operator in ("and", "or"):
        return _decided(left, right, by=tree.operator == "or")
    absent = strongest((left, right))
    if absent is not None:
        return absent
    if isinstance(left, Number) and isinstance(right, Number):
        return _of_numbers(tree.operator, left, right)
    if isinstance(left, Day) and isinstance(right, Day):
        return spans.compared(tree.operator, left.date, right.date)
    return Truth((_alike(left) == _alike(right)) is (tree.operator == "="))


def _decided(left: Operand, right: Operand, *, by: bool) -> Operand:
    known = [each for each in (left, right) if isinstance(each, Truth)]
    if any(each.is_true is by for each in known):
        return Truth(by)
    return strongest((left, right)) or Truth(not by)


def _of_numbers(operator: str, left: Number, right: Number) -> Operand:
    match operator:
        case "+":
            return arithmetic.added(left, right)
        case "-":
            return arithmetic.added(left, arithmetic.minus(right))
        case "*":
            return arithmetic.multiplied(left, right)
        case "/":
            return arithmetic.divided(left, right)
        case "^":
            return arithmetic.raised(left, right)
        case "=":
            return Truth(left.number == right.number)
        case "<>":
            return Truth(left.number != right.number)
        case "<":
            return Truth(left.number < right.number)
        case ">":
            return Truth(left.number > right.number)
        case "<=":
            return Truth(left.number <= right.number)
    return Truth(left.number >= right.number)


def _alike(operand: Operand) -> object:
    """Texts are the same in small and capital letters."""
    return operand.text.casefold() if isinstance(operand, Text) else operand


def _call(tree: Call, read: Read) -> Operand:
    if tree.function == "if":
        condition = evaluate(tree.arguments[0], read)
        if not isinstance(condition, Truth):
            return condition
        return evaluate(tree.arguments[1 if condition.is_true else 2], read)
    if tree.function == "date":
        return Day(PartialDate.parse_typed(cast(TextOf, tree.arguments[0]).text))
    found = [evaluate(argument, read) for argument in tree.arguments]
    absent = strongest(found)
    if tree.function == "coalesce":
        return next((each for each in found if not isinstance(each, Absent)), None) or absent or Absent()
    if tree.function == "count":
        is_over = absent is not None and absent.why != "missing" and all(isinstance(each, Absent) for each in found)
        return absent if absent and is_over else Number(float(sum(not isinstance(each, Absent) for each in found)))
    return absent or _of_values(tree.function, found)


def _of_values(function: str, found: Sequence[Operand]) -> Operand:
    if function == "years_between":
        return spans.years_between(cast(Day, found[0]).date, cast(Day, found[1]).date)
    if function == "year":
        return spans.year_of(cast(Day, found[0]).date)
    numbers = [_number(each) for each in found]
    match function:
        case "sum":
            return arithmetic.total(numbers)
        case "mean":
            return arithmetic.mean(numbers)
        case "min":
            return arithmetic.least(numbers)
        case "max":
            return arithmetic.greatest(numbers)
        case "abs":
            return arithmetic.absolute(numbers[0])
        case "round":
            return arithmetic.rounded(numbers[0], numbers[1] if len(numbers) > 1 else None)
        case "out_of":
            total = numbers[0].out_of
            return Absent(note=_("no total is stated")) if total is None else Number(total)
        case "low":
            return no_interval() if numbers[0].low is None else Number(numbers[0].low)
    return no_interval() if numbers[0].high is None else Number(numbers[0].high)


def _number(operand: Operand) -> Number:
    """What `checked` has made sure of."""
    if not isinstance(operand, Number):
        raise TypeError(operand)
    return operand
