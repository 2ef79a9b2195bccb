"""How figures and days are written for the reader: one choice for the whole program, made before anything is shown."""

from dataclasses import dataclass
from typing import Literal

DecimalSign = Literal[".", ","]
DateFormat = Literal["words", "iso", "points"]

DECIMAL_SIGNS: tuple[DecimalSign, ...] = (".", ",")
DATE_FORMATS: tuple[DateFormat, ...] = ("words", "iso", "points")


@dataclass(frozen=True, slots=True)
class Conventions:
    """`decimal_sign` is shown, and decides what a figure means that could be read in two ways. What is stored
    always has a point. A blank `citation_style` is the usual one."""

    decimal_sign: DecimalSign = "."
    date_format: DateFormat = "words"
    citation_style: str = ""


_chosen = [Conventions()]


def conventions() -> Conventions:
    return _chosen[0]


def follow(chosen: Conventions) -> None:
    _chosen[0] = chosen
