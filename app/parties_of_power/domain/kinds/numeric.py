"""What number and percent share: how figures are read and compared.

A point is always the decimal point: `1.234` is a little over one. A single comma is a decimal comma (`64,3`), except
before exactly three figures, where it could divide thousands as well: `1,234` is refused, while `0,123`, `1234,567` and
`1 234,567` can only be decimals, and `1,234,567` and `1,234.5` only thousands. Blanks of any width, commas, points and
apostrophes divide thousands where all groups have three figures. To a reader whose decimal sign is the comma,
`1,234` is a little over one as well.
"""

import re
from abc import abstractmethod
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import ClassVar

from parties_of_power.domain.conventions import conventions
from parties_of_power.domain.kinds.definition import Kind, Names, Unreadable
from parties_of_power.texts import _

_BLANK = re.compile(r"\s+")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_DECIMAL_COMMA = re.compile(r"[0-9]*,[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<divider>[ ,'’])[0-9]{3})(?:(?P=divider)[0-9]{3})*(?:\.[0-9]+)?")
_GROUPED_DECIMAL_COMMA = re.compile(r"[0-9]{1,3}(?:(?P<divider>[ .'’])[0-9]{3})(?:(?P=divider)[0-9]{3})*,[0-9]+")
_GROUPED_BY_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_DIVIDERS = re.compile(r"[ ,'’]")
_DIVIDERS_BEFORE_COMMA = re.compile(r"[ .'’]")


class Numeric(Kind):
    is_numeric: ClassVar[bool] = True

    def read(self, text: str, names: Names) -> str:
        figures = _BLANK.sub(" ", text.strip())
        is_negative = figures[:1] in ("-", "−")
        if is_negative or figures[:1] == "+":
            figures = figures[1:].lstrip()
        _refuse_two_meanings(figures, text)
        decimal = _decimal_of(figures)
        if decimal is None or not isfinite(float(decimal)):
            raise Unreadable(self.rule, text)
        value = _shortest(decimal, is_negative)
        self.check(value, text)
        return value

    @abstractmethod
    def check(self, value: str, text: str) -> None:
        """Unreadable, if the number is none of this kind."""

    def number(self, value: str) -> float | None:
        try:
            return float(value)
        except ValueError:
            return None

    def differs(self, a: str, b: str) -> bool:
        try:
            return Decimal(a) != Decimal(b)
        except InvalidOperation:
            return a != b

    def only_by_precision(self, a: str, b: str) -> bool:
        """65 and 65.01, also 64.5 and 65: whichever way a half was rounded."""
        try:
            distance = abs(Decimal(a) - Decimal(b))
        except InvalidOperation:
            return False
        places = min(len(value.partition(".")[2]) for value in (a, b))
        return 0 < distance <= Decimal(5).scaleb(-places - 1)


def _refuse_two_meanings(figures: str, text: str) -> None:
    if _AMBIGUOUS.fullmatch(figures) and conventions().decimal_sign == ".":
        decimal, whole = figures.replace(",", "."), figures.replace(",", "")
        rule = _("{text} could be {decimal} or {whole}: write it without a comma.")
        raise Unreadable(rule.format(text=figures, decimal=decimal, whole=whole), text)


def _decimal_of(figures: str) -> str | None:
    """The figures with a decimal point and without dividers; None where they are no number."""
    if _PLAIN.fullmatch(figures):
        return figures
    if _DECIMAL_COMMA.fullmatch(figures):
        return figures.replace(",", ".")
    if _GROUPED.fullmatch(figures):
        return _DIVIDERS.sub("", figures)
    if _GROUPED_DECIMAL_COMMA.fullmatch(figures):
        return _DIVIDERS_BEFORE_COMMA.sub("", figures).replace(",", ".")
    return figures.replace(".", "") if _GROUPED_BY_POINTS.fullmatch(figures) else None


def _shortest(decimal: str, is_negative: bool) -> str:
    """Without idle zeros or a minus before zero; every figure that counts is kept."""
    whole, _point, places = decimal.partition(".")
    whole, places = whole.lstrip("0") or "0", places.rstrip("0")
    shortest = f"{whole}.{places}" if places else whole
    return f"-{shortest}" if is_negative and shortest != "0" else shortest
