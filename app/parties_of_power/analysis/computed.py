"""Between cells and formulas: what a cell gives to a formula, and what its result says in the cell that is computed."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from math import floor, log10

from parties_of_power.analysis.answer import Answer
from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.showing import missing_short, value_text
from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import DateError, PartialDate
from parties_of_power.domain.days import iso
from parties_of_power.domain.formulas import Absent, Day, Number, Operand, Text, Truth, type_of_attribute
from parties_of_power.domain.formulas.operands import not_applicable, sign_of
from parties_of_power.domain.kinds import NO_NAMES, kind
from parties_of_power.domain.observations import Bound
from parties_of_power.texts import _

_FIGURES = 3


def operand_of_cell(attribute: Attribute, cell: Cell) -> Operand:
    if cell.state in ("ended", "not_founded"):
        return Absent(why=cell.state, words=cell.text)
    if cell.state == "wrong":
        return _unreadable(cell.text)
    if cell.state == "missing":
        return Absent(reason=cell.missing)  # type: ignore[arg-type]  # a missing reason
    if cell.state != "value":
        return nothing_to_read(attribute)
    found = operand_of_value(attribute, cell.value, cell.plain, cell.bound)
    if isinstance(found, Number):
        return replace(found, low=cell.low, high=cell.high, out_of=cell.out_of)
    return found


def operand_of_value(attribute: Attribute, value: str, shown: str, bound: Bound) -> Operand:
    """`shown` is what a choice, person or party is called."""
    match type_of_attribute(attribute):
        case "number":
            return _number(attribute.kind, value, bound)
        case "truth":
            return Truth(value == "yes")
        case "date":
            return _date(value)
    return Text(shown)


def nothing_to_read(attribute: Attribute) -> Absent:
    """Nobody coded it; that nobody dissolved a subject is no gap."""
    return not_applicable(_("it has not ended")) if attribute.role == "dissolved" else Absent()


def day_of(day: int) -> Day:
    return Day(PartialDate(iso(day), day, day, day, day, "day"))


def answer_of(attribute: Attribute, result: Operand) -> Answer:
    """What the cell says; a value that its kind does not allow, such as a percent above 100, is `wrong`."""
    match result:
        case Absent(why, reason):
            return Answer("", reason if why == "missing" else "", "", "")
        case Number(number, _low, _high, sign):
            value = figures_of(number)
            is_refused = attribute.kind == "percent" and not 0 <= float(value) <= 100
            return Answer("", "", "", value) if is_refused else Answer(value, "", sign, "")
        case Truth(is_true):
            return Answer("yes" if is_true else "no", "", "", "")
        case Day(date):
            return Answer(date.text, "", "", "")
        case Text(text):
            return Answer(text.strip(), "", "", "") if text.strip() else Answer("", "not_applicable", "", "")


def text_of(attribute: Attribute, answer: Answer) -> str:
    """What a cell with this answer shows, '' for a computed state: a number with two decimals or three figures, where
    the attribute does not say how many."""
    if answer.wrong:
        return rounded_figures(answer.wrong)
    if answer.missing:
        return missing_short(answer.missing)
    if not answer.value:
        return ""
    is_rounded = kind(attribute.kind).is_numeric and attribute.decimals is None
    return value_text(attribute, rounded_figures(answer.value) if is_rounded else answer.value, answer.bound, NO_NAMES)


def computed_cell(attribute: Attribute, subject_id: int, result: Operand) -> Cell:
    """Without what depends on the cells that were read: how surely they hold, and how old they are."""
    if isinstance(result, Absent) and result.why != "missing":
        return Cell(subject_id, attribute.id, result.words, result.why)
    answer = answer_of(attribute, result)
    text = text_of(attribute, answer)
    if not answer.is_value:
        return Cell(subject_id, attribute.id, text, "wrong" if answer.wrong else "missing", missing=answer.missing)
    number = result if isinstance(result, Number) else None
    return Cell(
        subject_id,
        attribute.id,
        text,
        "value",
        value=answer.value,
        plain=kind(attribute.kind).show(answer.value, NO_NAMES),
        number=kind(attribute.kind).number(answer.value),
        low=number.low if number else None,
        high=number.high if number else None,
        bound=answer.bound,
        unit=attribute.unit,
    )


def formula_unreadable() -> str:
    return _("formula cannot be read")


def figures_of(number: float) -> str:
    """With as many figures as a number has that was reckoned: the last ones are noise."""
    shortest = f"{number:.14g}"
    if "e" in shortest:
        shortest = format(Decimal(shortest), "f")
    return "0" if shortest == "-0" else shortest


@lru_cache(maxsize=65_536)
def rounded_figures(value: str) -> str:
    number = float(value)
    places = 2 if abs(number) >= 1 or not number else _FIGURES - 1 - floor(log10(abs(number)))
    shown = f"{number:.{places}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


@lru_cache(maxsize=65_536)
def _number(kind_key: str, value: str, bound: Bound) -> Operand:
    number = kind(kind_key).number(value)
    return _unreadable(value) if number is None else Number(number, sign=sign_of(bound))


@lru_cache(maxsize=65_536)
def _date(value: str) -> Operand:
    try:
        return Day(PartialDate.parse(value))
    except DateError:
        return _unreadable(value)


def _unreadable(text: str) -> Absent:
    return Absent(note=_("“{text}” cannot be read").format(text=text))
