"""Formulas of computed attributes: read from text, checked, shown, and reckoned. No Python is ever run.

A formula reads as a researcher would write it: `Seats / out_of(Seats) * 100`, `if(Members > 1000, "mass", "cadre")`.

- **Names.** An attribute by its name, blanks and all; in [brackets] where it holds signs or the words and, or, not:
  `[Economic left-right]`. An attribute of the party's state is `of_state(Population)`. Stored are ids, `{123}`, so that
  a renamed attribute is renamed in every formula. A number is written with a point, a text in "quotes", a date as
  `date("2008-11")`; `as_of` is the day on which the cell is read. `yes` and `no` are answers.
- **Signs**, those that bind most tightly first: `^`, a minus before a number, `*` and `/`, `+` and `-`,
  `=` `<>` `<` `>` `<=` `>=`, `not`, `and`, `or`.
- **Functions** are listed in `functions.FUNCTIONS`, each with its sentence.

How missing values, intervals and bounds are carried through is told in `evaluation`.
"""

from parties_of_power.domain.formulas.checking import Type, checked, type_of_attribute
from parties_of_power.domain.formulas.evaluation import evaluate
from parties_of_power.domain.formulas.functions import FUNCTIONS, Function
from parties_of_power.domain.formulas.known import Formulas
from parties_of_power.domain.formulas.names import Names
from parties_of_power.domain.formulas.operands import Absent, Day, Number, Operand, Text, Truth
from parties_of_power.domain.formulas.parsing import parse
from parties_of_power.domain.formulas.tree import AsOf, AttributeOf, FormulaError, Leaf, Parties, Tree, leaves
from parties_of_power.domain.formulas.writing import show, stored

__all__ = [
    "FUNCTIONS",
    "Absent",
    "AsOf",
    "AttributeOf",
    "Day",
    "FormulaError",
    "Formulas",
    "Function",
    "Leaf",
    "Names",
    "Number",
    "Operand",
    "Parties",
    "Text",
    "Tree",
    "Truth",
    "Type",
    "checked",
    "evaluate",
    "leaves",
    "parse",
    "show",
    "stored",
    "type_of_attribute",
]
