"""`parse`: a formula's text as a tree. What cannot be read is refused with its place and a sentence."""

from collections.abc import Callable
from math import isfinite
from typing import cast

from parties_of_power.domain.formulas.functions import FUNCTIONS, Function
from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.tokens import Token, tokens_of
from parties_of_power.domain.formulas.tree import (
    AsOf,
    AttributeOf,
    Call,
    FormulaError,
    Minus,
    Not,
    NumberOf,
    Operation,
    Operator,
    Parties,
    Place,
    TextOf,
    Tree,
    TruthOf,
)
from parties_of_power.texts import _, ngettext

_MOST_CHARACTERS = 4_000
_DEEPEST = 60
_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")


def parse(text: str, names: Names) -> Tree:
    """Attributes by name or as `{id}`; FormulaError otherwise. Types are another question, see `checking`."""
    if len(text) > _MOST_CHARACTERS:
        raise FormulaError(
            _("A formula has at most {most} characters.").format(most=_MOST_CHARACTERS), Place(0, len(text))
        )
    return _Parser(tokens_of(text, names), names).whole()


class _Parser:
    """One method a rule, the loosest first; each takes the tokens that belong to it."""

    def __init__(self, tokens: list[Token], names: Names) -> None:
        self._tokens = tokens
        self._names = names
        self._at = 0
        self._depth = 0

    def whole(self) -> Tree:
        if len(self._tokens) == 1:
            raise FormulaError(_("A formula cannot be empty."), self._next.place)
        tree = self._either()
        after = self._next
        if after.kind != "end":
            raise FormulaError(_left_over(after), after.place)
        return tree

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _is_next(self, *texts: str) -> bool:
        return self._next.kind in ("sign", "word") and self._next.text in texts

    def _either(self) -> Tree:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaError(_("This formula is nested too deeply."), self._next.place)
        tree = self._chain(self._both, "or")
        self._depth -= 1
        return tree

    def _both(self) -> Tree:
        return self._chain(self._negated, "and")

    def _negated(self) -> Tree:
        signs = self._taken_before("not")
        tree = self._compared()
        for sign in reversed(signs):
            tree = Not(tree, Place(sign.place.start, tree.place.end))
        return tree

    def _compared(self) -> Tree:
        left = self._sum()
        if not self._is_next(*_COMPARISONS):
            return left
        tree = self._joined(left, self._take(), self._sum())
        if self._is_next(*_COMPARISONS):
            raise FormulaError(_("Two comparisons are joined with and: a < b and b < c."), self._next.place)
        return tree

    def _sum(self) -> Tree:
        return self._chain(self._product, "+", "-")

    def _product(self) -> Tree:
        return self._chain(self._signed, "*", "/")

    def _signed(self) -> Tree:
        signs = self._taken_before("-")
        tree = self._power()
        for sign in reversed(signs):
            tree = Minus(tree, Place(sign.place.start, tree.place.end))
        return tree

    def _power(self) -> Tree:
        """From the right: 2 ^ 3 ^ 2 is 2 ^ 9."""
        bases, signs = [self._atom()], []
        while self._is_next("^"):
            signs.append(self._take())
            if self._is_next("-"):
                bases.append(self._signed())
                break
            bases.append(self._atom())
        tree = bases.pop()
        while signs:
            tree = self._joined(bases.pop(), signs.pop(), tree)
        return tree

    def _chain(self, part: Callable[[], Tree], *operators: str) -> Tree:
        tree = part()
        while self._is_next(*operators):
            sign = self._take()
            tree = self._joined(tree, sign, part())
        return tree

    def _taken_before(self, text: str) -> list[Token]:
        signs = []
        while self._is_next(text):
            signs.append(self._take())
            if len(signs) > _DEEPEST:
                raise FormulaError(_("This formula is nested too deeply."), self._next.place)
        return signs

    def _joined(self, left: Tree, sign: Token, right: Tree) -> Tree:
        self._refuse_too_long(sign)
        return Operation(cast(Operator, sign.text), left, right, Place(left.place.start, right.place.end))

    def _refuse_too_long(self, sign: Token) -> None:
        if self._at > 8 * _DEEPEST:
            raise FormulaError(_("This formula is too long: divide it between two attributes."), sign.place)

    def _atom(self) -> Tree:
        token = self._take()
        match token.kind:
            case "number":
                return _number(token)
            case "text":
                return TextOf(token.text, token.place)
            case "name" | "id":
                return self._attribute(token)
            case "function":
                return self._call(token)
            case "word" if token.text in ("yes", "no"):
                return TruthOf(token.text == "yes", token.place)
            case "word" if token.text == "as_of":
                return AsOf(token.place)
            case "sign" if token.text == "(":
                return self._inside(token)
        raise FormulaError(_not_a_value(token), token.place)

    def _inside(self, opened: Token) -> Tree:
        tree = self._either()
        self._close(opened)
        return tree

    def _close(self, opened: Token) -> Token:
        if self._is_next(")"):
            return self._take()
        if self._next.kind == "end":
            raise FormulaError(_("This bracket is not closed."), opened.place)
        raise FormulaError(_left_over(self._next), self._next.place)

    def _attribute(self, token: Token, of_state: bool = False) -> AttributeOf:
        if token.kind == "id":
            found = self._names.known(int(token.text), of_state, token.place)
        elif token.kind == "name":
            found = self._names.id_of(token.text, of_state, token.place)
        else:
            raise FormulaError(_("Only an attribute can stand here."), token.place)
        return AttributeOf(found, of_state, token.place)

    def _call(self, name: Token) -> Tree:
        opened = self._take()
        if name.text == "of_state":
            return self._of_state(name, opened)
        arguments = [] if self._is_next(")") else [self._either()]
        while self._is_next(","):
            self._take()
            arguments.append(self._either())
        place = Place(name.place.start, self._close(opened).place.end)
        _check_count(FUNCTIONS[name.text], len(arguments), name.place)
        if name.text == "number_of_parties":
            if self._names.subject_kind != "state":
                raise FormulaError(_("number_of_parties() is asked of states."), name.place)
            return Parties(place)
        return Call(name.text, tuple(arguments), place)

    def _of_state(self, name: Token, opened: Token) -> AttributeOf:
        if self._names.subject_kind == "state":
            raise FormulaError(_("This is about states already: write the name alone."), name.place)
        attribute = self._attribute(self._take(), of_state=True)
        return AttributeOf(attribute.attribute_id, True, Place(name.place.start, self._close(opened).place.end))


def _number(token: Token) -> NumberOf:
    number = float(token.text)
    if not isfinite(number):
        raise FormulaError(_("This number is too large."), token.place)
    return NumberOf(number, token.place)


def _check_count(function: Function, given: int, place: Place) -> None:
    least = len(function.takes) - function.is_last_optional
    if given < least or (given > len(function.takes) and not function.repeats):
        raise FormulaError(
            ngettext(
                "{name} is written {written}; here it has {count} argument.",
                "{name} is written {written}; here it has {count} arguments.",
                given,
            ).format(name=function.name, written=function.written, count=given),
            place,
        )


def _left_over(token: Token) -> str:
    if token.text == ",":
        return _("A comma stands only between the arguments of a function; decimals have a point, as in 64.3.")
    if token.text == ")":
        return _("This bracket was never opened.")
    return _("A sign such as + or * is missing before “{text}”.").format(text=token.text)


def _not_a_value(token: Token) -> str:
    if token.kind == "end":
        return _("Something is missing at the end.")
    return _("An attribute, a number or a text is missing before “{text}”.").format(text=token.text)
