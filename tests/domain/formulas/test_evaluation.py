"""What formulas come to: values, missing reasons, intervals, bounds and dates, each rule as a line of a table."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.dates import PartialDate
from parties_of_power.domain.formulas import Absent, Day, Names, Number, Operand, Text, Truth, evaluate, parse
from parties_of_power.domain.formulas.operands import STRONGEST, strongest
from parties_of_power.domain.formulas.tree import AsOf, AttributeOf, Leaf

KINDS = {"n": "number", "m": "number", "d": "date", "e": "date", "t": "text", "y": "yes_no", "z": "yes_no"}
ATTRIBUTES = [Attribute(place, "party", name, kind) for place, (name, kind) in enumerate(KINDS.items(), 1)]
NAMES = Names(ATTRIBUTES, "party")
PLACE = {each.id: each.name for each in ATTRIBUTES}

NOT_CODED, UNKNOWN = Absent(), Absent(reason="unknown")
ENDED, UNBORN = Absent("ended", words="ended 1991"), Absent("not_founded", words="not yet founded")


def day(text: str) -> Day:
    return Day(PartialDate.parse(text))


def come_to(formula: str, **cells: Operand) -> Operand:
    def read(leaf: Leaf) -> Operand:
        if isinstance(leaf, AsOf):
            return day("2008-11-25")
        assert isinstance(leaf, AttributeOf)
        return cells[PLACE[leaf.attribute_id]]

    return evaluate(parse(formula, NAMES), read)


@pytest.mark.parametrize(
    ("formula", "number"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("16 / 4 / 2", 2),
        ("2 ^ 3 ^ 2", 512),
        ("-2 ^ 2", -4),
        ("2 ^ -1", 0.5),
        ("abs(-3.5)", 3.5),
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("round(2.345, 2)", 2.35),
        ("round(1250, -2)", 1300),
        ("sum(1, 2, 3)", 6),
        ("mean(1, 2, 6)", 3),
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ('count(1, yes, "a")', 3),
        ("if(1 < 2, 10, 1 / 0)", 10),
        ('year(date("2008-11"))', 2008),
        ('years_between(date("1999-03-01"), date("2008-03-01"))', 9),
    ],
)
def test_values(formula: str, number: float) -> None:
    assert come_to(formula) == Number(number)


@pytest.mark.parametrize(
    ("formula", "is_true"),
    [
        ("1 < 2 and 2 < 3", True),
        ("1 = 1.0", True),
        ("not (1 <> 2)", False),
        ("no or not no and yes", True),
        ('"Senior" = "senior"', True),
        ("yes = no", False),
    ],
)
def test_truths(formula: str, is_true: bool) -> None:
    assert come_to(formula) == Truth(is_true)


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("n + m", UNKNOWN),
        ("m + n", UNKNOWN),
        ("-n", NOT_CODED),
        ("n > 3", NOT_CODED),
        ("mean(1, n)", NOT_CODED),
        ("coalesce(n, m, 5)", Number(5)),
        ("coalesce(n, m)", UNKNOWN),
        ("count(n, m, 3)", Number(1)),
        ("count(n)", Number(0)),
        ("if(n > 1, 1, 2)", NOT_CODED),
        ("if(yes, 1, n)", Number(1)),
        ("not (n > 1)", NOT_CODED),
        ("n > 1 and no", Truth(False)),
        ("n > 1 and yes", NOT_CODED),
        ("n > 1 or yes", Truth(True)),
        ("n > 1 or no", NOT_CODED),
        ("round(n, 2)", NOT_CODED),
        ("out_of(n)", NOT_CODED),
    ],
)
def test_missing_is_carried_through(formula: str, result: Operand) -> None:
    assert come_to(formula, n=NOT_CODED, m=UNKNOWN) == result


@pytest.mark.parametrize(
    "formula", ["n + 1", "m / n", "if(n > 1, 2, 3)", "coalesce(n, m)", "count(n)", "mean(m, n)", "m * n * 0"]
)
def test_a_life_that_is_over_passes_through_before_every_reason(formula: str) -> None:
    assert come_to(formula, n=ENDED, m=UNKNOWN) == ENDED
    assert come_to(formula, n=UNBORN, m=Absent(reason="not_applicable")) == UNBORN


def test_the_order_of_reasons_is_that_of_the_rule_whatever_comes_first() -> None:
    absent = [ENDED, UNBORN, *(Absent(reason=reason) for reason in STRONGEST)]
    assert STRONGEST == ("not_applicable", "interrupted", "irreconcilable", "unknown", "not_coded")
    for strong, weak in ((one, other) for place, one in enumerate(absent) for other in absent[place + 1 :]):
        for pair in permutations((strong, weak)):
            assert strongest([Number(1), *pair]) == strong
    assert strongest([Number(1)]) is None


@pytest.mark.parametrize(
    ("formula", "note"),
    [
        ("n / 0", "division by zero"),
        ("n / (n - n)", "division by zero"),
        ("0 ^ -1", "division by zero"),
        ("(-2) ^ 0.5", "a number below zero has no such power"),
        ("10 ^ 400", "the result is too large for a number"),
        ("10 ^ 300 * 10 ^ 300", "the result is too large for a number"),
        ("round(n, 0.5)", "places to round to are a whole number up to 12"),
    ],
)
def test_what_has_no_result_is_not_applicable_with_a_note(formula: str, note: str) -> None:
    assert come_to(formula, n=Number(7)) == Absent(reason="not_applicable", note=note)


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("n + 1", 2, 4),
        ("1 - n", -2, 0),
        ("n * m", -6, 9),
        ("-2 * n", -6, -2),
        ("m / n", -2, 3),
        ("1 / n", 1 / 3, 1),
        ("n ^ 2", 1, 9),
        ("2 ^ n", 2, 8),
        ("abs(m)", 0, 3),
        ("min(n, 2.5)", 1, 2.5),
        ("max(n, m)", 1, 3),
        ("mean(n, m, 0)", -1 / 3, 2),
        ("sum(n, m)", -1, 6),
        ("round(n / 2)", 1, 2),
        ("n - n", -2, 2),
    ],
)
def test_intervals_by_their_corners(formula: str, low: float, high: float) -> None:
    found = come_to(formula, n=Number(2, 1, 3), m=Number(1, -2, 3))
    assert isinstance(found, Number)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("formula", ["1 / m", "n / m", "m ^ 0.5", "m ^ 2", "1 + 2", "m ^ n"])
def test_no_interval_where_none_can_be_given(formula: str) -> None:
    found = come_to(formula, n=Number(2, 1, 3), m=Number(1, -2, 3))
    assert isinstance(found, Number)
    assert (found.low, found.high) == (None, None)


small = st.integers(min_value=-5_000, max_value=5_000).map(lambda hundredths: hundredths / 100)
intervals = st.lists(small, min_size=3, max_size=3).map(sorted)


@given(
    intervals,
    intervals,
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(["n + m", "n - m", "n * m", "n / m", "abs(n) - m"]),
)
def test_whatever_lies_in_the_intervals_comes_to_something_in_the_interval(
    one: list[float], other: list[float], at: float, beside: float, formula: str
) -> None:
    found = come_to(formula, n=Number(one[1], one[0], one[2]), m=Number(other[1], other[0], other[2]))
    inside = come_to(
        formula, n=Number(one[0] + at * (one[2] - one[0])), m=Number(other[0] + beside * (other[2] - other[0]))
    )
    if isinstance(found, Number) and found.low is not None and found.high is not None:
        assert isinstance(inside, Number)
        room = 1e-9 * (1 + abs(inside.number))
        assert found.low - room <= inside.number <= found.high + room


@pytest.mark.parametrize(
    ("formula", "sign"),
    [
        ("n * 2", "at_least"),
        ("n * -2", "at_most"),
        ("1000 - n", "at_most"),
        ("1 / n", "at_most"),
        ("n + n", "at_least"),
        ("n * n", "at_least"),
        ("n - n", "about"),
        ("n + m", "about"),
        ("m * m", "about"),
        ("1 / m", "about"),
        ("n * 0", ""),
        ("n ^ 2", "at_least"),
        ("n ^ -1", "at_most"),
        ("m ^ 2", "about"),
        ("abs(n)", "at_least"),
        ("abs(-n)", "at_least"),
        ("abs(m)", "about"),
        ("mean(n, 3)", "at_least"),
        ("max(m, m)", "at_most"),
        ("round(n)", "at_least"),
    ],
)
def test_at_least_and_at_most_turn_with_the_number(formula: str, sign: str) -> None:
    found = come_to(formula, n=Number(500, sign="at_least"), m=Number(20, sign="at_most"))
    assert isinstance(found, Number)
    assert found.sign == sign


def test_about_stays_about_and_totals_and_ends_are_read() -> None:
    assert come_to("n / 2", n=Number(10, sign="about")) == Number(5, sign="about")
    seats = Number(315, 300, 330, out_of=450)
    assert come_to("n / out_of(n) * 100", n=seats) == Number(
        70, pytest.approx(66.667, abs=1e-3), pytest.approx(73.333, abs=1e-3)
    )
    assert come_to("high(n) - low(n)", n=seats) == Number(30)
    assert come_to("out_of(n)", n=Number(3)) == Absent(note="no total is stated")
    assert come_to("low(n)", n=Number(3)) == Absent(note="no interval is stated")


@pytest.mark.parametrize(
    ("formula", "one", "other", "result"),
    [
        ("d < e", "1999", "2001", Truth(True)),
        ("d < e", "2001", "1999", Truth(False)),
        ("d < e", "1999", "1999-05", UNKNOWN),
        ("d < e", "1999-05-01", "1999-05-01", Truth(False)),
        ("d <= e", "1999-05-01", "1999-05-01", Truth(True)),
        ("d >= e", "1999", "1999-05", UNKNOWN),
        ("d > e", "2000", "1999-05", Truth(True)),
        ("d = e", "1999-05-01", "1999-05-01", Truth(True)),
        ("d = e", "1999", "1999", UNKNOWN),
        ("d <> e", "1999", "2001", Truth(True)),
        ("d < e", "[..1994]", "2001", Truth(True)),
        ("d > e", "[..1994]", "1990", UNKNOWN),
    ],
)
def test_dates_are_compared_as_far_as_they_are_known(formula: str, one: str, other: str, result: Operand) -> None:
    found = come_to(formula, d=day(one), e=day(other))
    if isinstance(result, Absent):
        assert isinstance(found, Absent)
        assert (found.reason, found.note) == ("unknown", "the dates are not known exactly enough")
    else:
        assert found == result


@pytest.mark.parametrize(
    ("one", "other", "years"),
    [
        ("1999-03-01", "2008-03-01", 9),
        ("2008-03-01", "1999-03-01", -9),
        ("2000-02-29", "2001-03-01", 1),
        ("2000-02-29", "2004-02-29", 4),
        ("2007-01-01", "2007-07-02", 182 / 365),
        ("2008-11-25", "2008-11-25", 0),
    ],
)
def test_years_between_whole_days_are_exact(one: str, other: str, years: float) -> None:
    assert come_to("years_between(d, e)", d=day(one), e=day(other)) == Number(pytest.approx(years))


def test_years_between_dates_that_are_not_exact_have_an_interval_or_none() -> None:
    found = come_to("years_between(d, as_of)", d=day("1999"))
    assert isinstance(found, Number)
    assert found.low == pytest.approx(8 + 330 / 366, abs=0.01)
    assert found.high == pytest.approx(9 + 329 / 365, abs=0.01)
    assert isinstance(come_to("years_between(d, as_of)", d=day("[..1994]")), Absent)
    assert come_to("year(d)", d=day("199X")) == Absent(reason="unknown", note="the dates are not known exactly enough")


def test_texts_and_dates_pass_through() -> None:
    assert come_to('if(y, t, "none")', y=Truth(True), t=Text("Senior")) == Text("Senior")
    assert come_to("coalesce(d, e)", d=NOT_CODED, e=day("1999")) == day("1999")
