"""Reading and writing formulas: a tree that is shown or stored reads back as itself; what is wrong has its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.formulas import FormulaError, Formulas, Names, checked, parse, show, stored
from parties_of_power.domain.formulas.functions import FUNCTIONS
from parties_of_power.domain.formulas.tree import (
    AsOf,
    AttributeOf,
    Call,
    Minus,
    Not,
    NumberOf,
    Operation,
    TextOf,
    Tree,
    TruthOf,
)

ATTRIBUTES = (
    Attribute(1, "party", "Seats", "number"),
    Attribute(2, "party", "Vote share", "percent"),
    Attribute(3, "party", "Economic left-right", "number"),
    Attribute(4, "party", "Seats and votes", "number"),
    Attribute(5, "party", "Founded", "date"),
    Attribute(6, "party", "Party of power", "yes_no"),
    Attribute(7, "party", "Партия власти", "text"),
    Attribute(8, "party", "min", "number"),
    Attribute(9, "party", "Odd ] name", "number"),
    Attribute(10, "party", "Seats (lower house)", "number"),
    Attribute(11, "party", "not", "number"),
    Attribute(20, "state", "Population", "number"),
    Attribute(21, "state", "Seats", "number"),
)
PARTY, STATE = Names(ATTRIBUTES, "party"), Names(ATTRIBUTES, "state")
OF_PARTIES = [each.id for each in ATTRIBUTES if each.subject_kind == "party"]
CALLED = [each for each in FUNCTIONS if each not in ("of_state", "number_of_parties")]


def _call(function: str, parts: list[Tree]) -> Tree:
    takes = len(FUNCTIONS[function].takes)
    return Call(function, tuple((parts * 3)[:takes]))


atoms: st.SearchStrategy[Tree] = st.one_of(
    st.floats(min_value=0, max_value=1e12, allow_nan=False).map(NumberOf),
    st.text(max_size=8).map(TextOf),
    st.booleans().map(TruthOf),
    st.sampled_from(OF_PARTIES).map(AttributeOf),
    st.sampled_from([20, 21]).map(lambda each: AttributeOf(each, True)),
    st.just(AsOf()),
)
trees: st.SearchStrategy[Tree] = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(Minus),
        inner.map(Not),
        st.builds(
            Operation, st.sampled_from(["+", "-", "*", "/", "^", "=", "<>", "<", ">=", "and", "or"]), inner, inner
        ),
        st.builds(_call, st.sampled_from(CALLED), st.lists(inner, min_size=1, max_size=3)),
    ),
    max_leaves=12,
)


@given(trees)
def test_what_is_shown_or_stored_reads_back_as_the_same_tree(tree: Tree) -> None:
    assert parse(show(tree, PARTY), PARTY) == tree
    assert parse(stored(tree), PARTY) == tree


@given(st.text(alphabet='Seats 12.5+-*/^()<>=,;[]{}"and or not if min_', max_size=40))
def test_any_text_is_a_tree_or_refused_at_a_place_in_it(text: str) -> None:
    refusal = refusal_of(text)
    if refusal is not None:
        assert 0 <= refusal.place.start <= refusal.place.end <= len(text)
        assert str(refusal).endswith((".", "?"))


def refusal_of(text: str) -> FormulaError | None:
    try:
        parse(text, PARTY)
    except FormulaError as refusal:
        return refusal
    return None


@pytest.mark.parametrize(
    ("text", "as_stored"),
    [
        ("Seats / out_of(Seats) * 100", "{1} / out_of({1}) * 100"),
        ("  vote  share + SEATS", "{2} + {1}"),
        ("[Economic left-right] - Seats", "{3} - {1}"),
        ("Economic left-right - Seats", "{3} - {1}"),
        ("[Seats and votes] > 3 and Party of power", "{4} > 3 and {6}"),
        ("Seats (lower house) + Seats", "{10} + {1}"),
        ("min + min(Seats; 2)", "{8} + min({1}, 2)"),
        ("[not] * 2", "{11} * 2"),
        ("not Party of power or Party of power = no", "not {6} or {6} = no"),
        ("Seats / of_state(Population)", "{1} / of_state({20})"),
        ("of_state(Seats) − Seats", "of_state({21}) - {1}"),
        ("-2 ^ 2", "-2 ^ 2"),
        ("2 ^ -Seats", "2 ^ -{1}"),
        ("(Seats - 1) - (2 - 3)", "{1} - 1 - (2 - 3)"),
        ('Партия власти = "да ""так"""', '{7} = "да ""так"""'),
        ("years_between(Founded, as_of)", "years_between({5}, as_of)"),
        ("{9} × 2", "{9} * 2"),
    ],
)
def test_how_formulas_are_read(text: str, as_stored: str) -> None:
    assert stored(parse(text, PARTY)) == as_stored


@pytest.mark.parametrize(
    ("text", "start", "part", "sentence"),
    [
        ("Seat + 1", 0, "Seat", "is Seats meant?"),
        ("1 + Seats Vote", 4, "Seats Vote", "There is no attribute “Seats Vote”"),
        ("Seats * Population", 8, "Population", "write of_state(Population)"),
        ("Seats +", 7, "", "missing at the end"),
        ("(Seats + 1", 0, "(", "not closed"),
        ("Seats + 1)", 9, ")", "never opened"),
        ("Seats * 1,5", 9, ",", "decimals have a point"),
        ("Seats % 2", 6, "%", "points"),
        ("1 < Seats < 3", 10, "<", "joined with and"),
        ("foo(Seats)", 0, "foo", "There is no function foo"),
        ("round()", 0, "round", "round(x, places)"),
        ("number_of_parties()", 0, "number_of_parties", "of states"),
        ('"open', 0, '"', "no end"),
        ("", 0, "", "cannot be empty"),
        ("Seats = §", 8, "§", "no meaning"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(text: str, start: int, part: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as refused:
        parse(text, PARTY)
    place = refused.value.place
    assert (place.start, text[place.start : place.end]) == (start, part)
    assert sentence in str(refused.value)


def test_names_of_states_and_of_parties_are_kept_apart() -> None:
    assert stored(parse("Seats + number_of_parties()", STATE)) == "{21} + number_of_parties()"
    with pytest.raises(FormulaError, match="asked of parties"):
        parse("Vote share", STATE)
    with pytest.raises(FormulaError, match="about states already"):
        parse("of_state(Population)", STATE)
    with pytest.raises(FormulaError, match="not in the study any more"):
        parse("{20}", PARTY)


@pytest.mark.parametrize(
    "text", ["(" * 500, "-" * 3_000 + "1", "not " * 900 + "yes", "1" + "+1" * 1_900, "2^" * 1_500 + "2"]
)
def test_what_is_endless_is_refused_and_does_not_fail(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text, PARTY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seats * 2", "number"),
        ("Seats / 4", "percent"),
        ("Seats > 3 and Party of power", "yes_no"),
        ('if(Party of power, Founded, date("1991"))', "date"),
        ('if(Seats > 3, "large", Партия власти)', "text"),
        ("count(Seats, Founded, Партия власти)", "number"),
        ("low(Seats) + high(Seats + 1)", "number"),
        ("Founded < as_of", "yes_no"),
    ],
)
def test_a_formula_fits_the_kind_that_it_gives(text: str, kind: str) -> None:
    checked(parse(text, PARTY), PARTY, kind)


@pytest.mark.parametrize(
    ("text", "kind", "part", "sentence"),
    [
        ("Seats * 2", "text", "Seats * 2", "the kind of the attribute is Text"),
        ("Seats + Founded", "number", "Founded", "a number is needed, and this is a date"),
        ("Seats and Party of power", "yes_no", "Seats", "yes or no is needed"),
        ("if(Seats, 1, 2)", "number", "Seats", "yes or no is needed"),
        ('if(Party of power, 1, "x")', "number", '"x"', "a number is needed"),
        ('Партия власти < "b"', "yes_no", 'Партия власти < "b"', "Only numbers and dates"),
        ("out_of(Seats + 1)", "number", "Seats + 1", "Only an attribute"),
        ('date("25th of May")', "date", '"25th of May"', "is no date"),
        ("Seats", "choice", "Seats", "one of these kinds"),
    ],
)
def test_a_wrong_type_is_refused_at_its_place(text: str, kind: str, part: str, sentence: str) -> None:
    with pytest.raises(FormulaError) as refused:
        checked(parse(text, PARTY), PARTY, kind)
    assert text[slice(*refused.value.place)] == part
    assert sentence in str(refused.value)


def test_a_damaged_file_with_a_circle_or_an_unread_formula_is_told_and_not_followed() -> None:
    looping = {
        1: Attribute(1, "party", "A", "number", formula="{2} + 1"),
        2: Attribute(2, "party", "B", "number", formula="{3} * 2"),
        3: Attribute(3, "party", "C", "number", formula="{1}"),
        4: Attribute(4, "party", "D", "number", formula="{99}"),
        5: Attribute(5, "party", "E", "number", formula="{2} + 2"),
    }
    formulas = Formulas(looping)
    assert set(formulas.wrong) >= {1, 2, 3, 4}
    assert 1 not in formulas.trees
    assert "leads back to itself" in formulas.wrong[2]
