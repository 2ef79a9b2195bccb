"""The functions of formulas, one line each: what they take, what they give, and the sentence that explains them."""

from dataclasses import dataclass
from typing import Literal

from parties_of_power.texts import N_, _

Takes = Literal["number", "truth", "date", "text", "attribute", "same", "any"]
Gives = Literal["number", "truth", "date", "same"]


@dataclass(frozen=True, slots=True)
class Function:
    """`takes` are its arguments; the last of them may be left out with `is_last_optional`, and repeated with `repeats`.
    Those that are *same* must be of one type, which is what it gives."""

    name: str
    takes: tuple[Takes, ...]
    gives: Gives
    written: str
    sentence: str
    repeats: bool = False
    is_last_optional: bool = False

    @property
    def help(self) -> str:
        return _(self.sentence)


FUNCTIONS: dict[str, Function] = {
    each.name: each
    for each in (
        Function(
            "if",
            ("truth", "same", "same"),
            "same",
            "if(condition, a, b)",
            N_("a where the condition holds, otherwise b; the other one is not looked at."),
        ),
        Function(
            "coalesce",
            ("same",),
            "same",
            "coalesce(a, b, …)",
            N_("The first of them that is not missing."),
            repeats=True,
        ),
        Function(
            "sum", ("number",), "number", "sum(a, b, …)", N_("Their sum; missing where one is missing."), repeats=True
        ),
        Function(
            "mean",
            ("number",),
            "number",
            "mean(a, b, …)",
            N_("Their mean; missing where one is missing."),
            repeats=True,
        ),
        Function(
            "min",
            ("number",),
            "number",
            "min(a, b, …)",
            N_("The least of them; missing where one is missing."),
            repeats=True,
        ),
        Function(
            "max",
            ("number",),
            "number",
            "max(a, b, …)",
            N_("The greatest of them; missing where one is missing."),
            repeats=True,
        ),
        Function("count", ("any",), "number", "count(a, b, …)", N_("How many of them are not missing."), repeats=True),
        Function(
            "round",
            ("number", "number"),
            "number",
            "round(x, places)",
            N_("Rounded to so many places, a half away from zero; to a whole number without places."),
            is_last_optional=True,
        ),
        Function("abs", ("number",), "number", "abs(x)", N_("Without its sign.")),
        Function(
            "years_between",
            ("date", "date"),
            "number",
            "years_between(from, to)",
            N_("Years, whole and parts; with an interval where a date is not exact to the day."),
        ),
        Function("year", ("date",), "number", "year(date)", N_("The year of a date.")),
        Function("date", ("text",), "date", 'date("2008-11-25")', N_("A date as it is typed in a cell.")),
        Function(
            "out_of",
            ("attribute",),
            "number",
            "out_of(Seats)",
            N_("The total that a number is out of: 450 of 315 of 450."),
        ),
        Function("low", ("number",), "number", "low(x)", N_("The lower end of its interval.")),
        Function("high", ("number",), "number", "high(x)", N_("The upper end of its interval.")),
        Function("of_state", ("attribute",), "same", "of_state(Population)", N_("An attribute of the party's state.")),
        Function(
            "number_of_parties",
            (),
            "number",
            "number_of_parties()",
            N_("How many parties of the study the state has on the day; of states only."),
        ),
    )
}
