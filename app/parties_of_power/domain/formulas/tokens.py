"""The text of a formula cut into tokens: figures, texts, names, functions and signs, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

from parties_of_power.domain.formulas.functions import FUNCTIONS
from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.tree import FormulaError, Place
from parties_of_power.texts import _

TokenKind = Literal["number", "text", "name", "id", "function", "word", "sign", "end"]

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+")
_TEXT = re.compile(r'"((?:[^"]|"")*)"|“([^”]*)”')
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ID = re.compile(r"\{(\d{1,19})\}")
_FUNCTION = re.compile(r"([A-Za-z_]+)\s*\(")
_WORD = re.compile(r"[^\W\d][\w'’]*")
_RUN = re.compile(r"[^\W\d][\w'’]*(?:\s+[\w'’]+)*")
_SIGN = re.compile(r"<=|>=|<>|!=|[-+*/^=<>(),;≤≥≠×·÷−]")
_SAME_SIGN = {"≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>", "×": "*", "·": "*", "÷": "/", "−": "-", ";": ","}
_KEYWORDS = ("and", "or", "not", "yes", "no", "as_of")
_BETWEEN = ("and", "or", "not")


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    text: str
    place: Place


def tokens_of(text: str, names: Names) -> list[Token]:
    """Ends with a token of the kind *end*. Names within `of_state( )` are those of states."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at, names, of_state=_is_in_of_state(found))
        found.append(token)
        at = token.place.end
    return [*found, Token("end", "", Place(len(text), len(text)))]


def _is_in_of_state(found: list[Token]) -> bool:
    return [token.text for token in found[-2:]] == ["of_state", "("] and found[-2].kind == "function"


def _token(text: str, at: int, names: Names, *, of_state: bool) -> Token:
    if match := _NUMBER.match(text, at):
        return Token("number", match[0], Place(*match.span()))
    if match := _TEXT.match(text, at):
        inside = match[2] if match[1] is None else match[1].replace('""', '"')
        return Token("text", inside, Place(*match.span()))
    if match := _ID.match(text, at):
        return Token("id", match[1], Place(*match.span()))
    if match := _BRACKETS.match(text, at):
        return Token("name", match[1], Place(*match.span()))
    if _WORD.match(text, at):
        return _words(text, at, names, of_state)
    if match := _SIGN.match(text, at):
        return Token("sign", _SAME_SIGN.get(match[0], match[0]), Place(*match.span()))
    raise FormulaError(_unread(text[at]), Place(at, at + 1))


def _words(text: str, at: int, names: Names, of_state: bool) -> Token:
    """A function, a keyword or a name. The longest known name counts, unless more words follow it."""
    known = names.longest_at(text, at, of_state)
    function = _FUNCTION.match(text, at)
    if function and function[1].casefold() in FUNCTIONS and len(known) <= len(function[1]):
        return Token("function", function[1].casefold(), Place(at, function.end(1)))
    run = _run(text, at)
    if len(known) >= len(run):
        return Token("name", known, Place(at, at + len(known)))
    word = _WORD.match(text, at)
    if word and word[0].casefold() in _KEYWORDS:
        return Token("word", word[0].casefold(), Place(*word.span()))
    if function and function.end(1) == at + len(run):
        raise FormulaError(_no_function(function[1]), Place(at, function.end(1)))
    return Token("name", run, Place(at, at + len(run)))


def _run(text: str, at: int) -> str:
    """The words from there on, up to a sign or one of and, or, not."""
    match = _RUN.match(text, at)
    words = list(re.finditer(r"[\w'’]+", match[0])) if match else []
    stop = next((word for word in words[1:] if word[0].casefold() in _BETWEEN), None)
    end = stop.start() if stop else len(match[0]) if match else 0
    return text[at : at + end].rstrip()


def _no_function(name: str) -> str:
    return _("There is no function {name}; there are {known}.").format(name=name, known=", ".join(FUNCTIONS))


def _unread(sign: str) -> str:
    if sign in '"“':
        return _("This text has no end: it stands between two quotes.")
    if sign in "[{":
        return _("This name has no end: it stands between [ and ].")
    if sign == "%":
        return _("% is not written in a formula: percents are points, 64.3 for 64.3 %.")
    return _("“{sign}” has no meaning in a formula.").format(sign=sign)
