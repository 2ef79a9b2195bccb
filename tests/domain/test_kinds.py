"""The twelve kinds: what each reads, that it reads again what it shows, and how its values compare."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.date_texts import closed_intervals, dates
from parties_of_power.domain.kinds import KINDS, NO_NAMES, Kind, Names, Unreadable, kind


class NamesIn:
    """Names of a few rows: the first of each is its label."""

    def __init__(self, names: dict[str, tuple[str, ...]], listed: bool = True) -> None:
        self._names = names
        self._listed = listed

    def find(self, text: str) -> str | None:
        wanted = text.strip().casefold()
        return next((key for key, names in self._names.items() if wanted in map(str.casefold, names)), None)

    def label(self, value_id: str) -> str:
        return self._names[value_id][0]

    def labels(self) -> list[str]:
        return [names[0] for names in self._names.values()] if self._listed else []


PERSONS = NamesIn(
    {
        "11": ("Vladimir Putin", "Владимир Путин", "Putin, Vladimir"),
        "12": ("Dmitry Medvedev",),
        "13": ("Boris Gryzlov",),
        "14": ("Smith and Sons",),
    },
    listed=False,
)
CHOICES = NamesIn({"1": ("Yes, fully", "yes"), "2": ("No", "no"), "3": ("Disputed", "disputed")})

some_names = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters=";")).filter(str.strip),
    min_size=1,
    max_size=8,
    unique_by=str.casefold,
).map(lambda labels: NamesIn({str(number): (label,) for number, label in enumerate(labels, 1)}))
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
texts = {
    "text": st.text(),
    "number": numbers.map("{:f}".format),
    "percent": st.decimals(0, 100, places=3).map("{:f} %".format),
    "yes_no": st.sampled_from(["yes", "No", "Y", "n", "TRUE", "false", "1", "0", "да", "Нет", "иә", "жоқ"]),
    "date": st.one_of(dates, closed_intervals),
    "link": st.sampled_from(
        ["https://example.org/a?b=c#d", "http://пример.рф/", "doi:10.1000/182", "file:///home/me/page.pdf"]
    ),
}


def read(key: str, text: str, names: Names = NO_NAMES) -> str:
    return kind(key).read(text, names)


def rule_of(key: str, text: str, names: Names = NO_NAMES) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        read(key, text, names)
    return refused.value


def test_the_twelve_kinds() -> None:
    assert [each.key for each in KINDS] == [
        "text",
        "number",
        "percent",
        "yes_no",
        "date",
        "choice",
        "several_choices",
        "party",
        "state",
        "person",
        "several_persons",
        "link",
    ]
    assert {each.key for each in KINDS if each.is_numeric} == {"number", "percent"}
    assert {each.key for each in KINDS if each.is_multiple} == {"several_choices", "several_persons"}
    assert {each.key: each.refers_to for each in KINDS if each.refers_to} == {
        "choice": "choice",
        "several_choices": "choice",
        "party": "party",
        "state": "state",
        "person": "person",
        "several_persons": "person",
    }
    with pytest.raises(KeyError):
        kind("colour")


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.key)
def test_every_kind_has_a_name_and_a_rule_and_refuses_nothing_typed(each: Kind) -> None:
    assert each.name[0].isupper()
    assert each.rule.endswith(".")
    for blank in ("", "  ", ";" if each.is_multiple else "\t"):
        with pytest.raises(Unreadable) as refused:
            each.read(blank, CHOICES)
        assert str(refused.value).endswith(".")


@pytest.mark.parametrize("key", texts)
@given(data=st.data())
def test_what_is_shown_is_read_again(key: str, data: st.DataObject) -> None:
    text = data.draw(texts[key])
    try:
        value = read(key, text)
    except Unreadable:
        assume(False)
    assert read(key, kind(key).show(value, NO_NAMES)) == value
    assert read(key, value) == value
    assert not kind(key).differs(value, value)
    assert not kind(key).only_by_precision(value, value)


@pytest.mark.parametrize("key", ["choice", "party", "state", "person"])
@given(names=some_names, data=st.data())
def test_a_name_shown_is_read_again(key: str, names: NamesIn, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(range(len(names.labels())))) + 1
    assert read(key, kind(key).show(str(value), names), names) == str(value)


@pytest.mark.parametrize("key", ["several_choices", "several_persons"])
@given(names=some_names, data=st.data())
def test_several_names_shown_are_read_again(key: str, names: NamesIn, data: st.DataObject) -> None:
    ids = [str(number) for number in range(1, len(names.labels()) + 1)]
    value = ";".join(data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)))
    assert read(key, kind(key).show(value, names), names) == value


@given(numbers)
def test_a_number_keeps_what_it_is_worth(number: object) -> None:
    assert kind("number").number(read("number", f"{number:f}")) == float(str(number))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("64,3", "64.3"),
        ("64.30", "64.3"),
        ("064", "64"),
        (".5", "0.5"),
        (",5", "0.5"),
        ("-0.0", "0"),
        ("−4.28", "-4.28"),
        ("+ 5", "5"),
        ("1 234 567", "1234567"),
        ("1\u00a0234\u202f567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1'234", "1234"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1 234,567", "1234.567"),
        ("1.234", "1.234"),
        ("0,123", "0.123"),
        ("1234,567", "1234.567"),
        ("1,23", "1.23"),
        ("12345678901234567890.123456789", "12345678901234567890.123456789"),
    ],
)
def test_figures_as_people_type_them(typed: str, value: str) -> None:
    assert read("number", typed) == value


def test_one_comma_before_three_figures_is_refused() -> None:
    rule = rule_of("number", "-1,234")
    assert str(rule) == "1,234 could be 1.234 or 1234: write it without a comma."
    assert rule.text == "-1,234"


@pytest.mark.parametrize(
    "typed",
    [
        "many",
        "12 34",
        "1,23,456",
        "1 234.567.8",
        "1e6",
        "--5",
        "+-5",
        "5-",
        "5 %",
        "0x1F",
        "٣",
        "1_000",
        "nan",
        "inf",
        "9" * 400,
    ],
)
def test_what_is_no_number(typed: str) -> None:
    assert str(rule_of("number", typed)) == kind("number").rule


@pytest.mark.parametrize(("typed", "value"), [("64,3 %", "64.3"), ("64.3%", "64.3"), ("0", "0"), ("100\u00a0%", "100")])
def test_shares_as_people_type_them(typed: str, value: str) -> None:
    assert read("percent", typed) == value


@pytest.mark.parametrize("typed", ["100.01", "-1", "64 % %", "%", "643"])
def test_what_is_no_percent(typed: str) -> None:
    assert str(rule_of("percent", typed)) == "A percent is a number from 0 to 100, as in 64.3."


def test_a_text_is_kept_as_typed() -> None:
    assert read("text", "  =1+1 \n two ") == "=1+1 \n two"
    for unprintable in ("a\0b", "a\x1bb", "a\ud800b"):
        assert str(rule_of("text", unprintable)) == kind("text").rule


def test_yes_and_no_in_three_languages() -> None:
    assert {read("yes_no", word) for word in ("yes", " Y ", "TRUE", "1", "Да", "иә")} == {"yes"}
    assert {read("yes_no", word) for word in ("no", "N", "false", "0", "нет", "Жоқ")} == {"no"}
    assert str(rule_of("yes_no", "maybe")) == "Write yes or no."


def test_a_date_is_read_as_people_type_it() -> None:
    assert read("date", "25 Nov 2008") == "2008-11-25"
    assert read("date", "2008-10-12/2008-10-26") == "2008-10-12/2008-10-26"
    assert "3 April 2008 or 4 March 2008" in str(rule_of("date", "03/04/2008"))


@pytest.mark.parametrize(
    "typed",
    [
        "example.org",
        "https://",
        "http:// a.org",
        "javascript:alert(1)",
        "ftp://a.org/b",
        "doi:182",
        "http://[",
        "file:",
    ],
)
def test_what_is_no_link(typed: str) -> None:
    assert str(rule_of("link", typed)) == kind("link").rule


def test_a_choice_is_found_by_label_and_code() -> None:
    assert read("choice", " yes, FULLY ", CHOICES) == read("choice", "yes", CHOICES) == "1"
    refused = rule_of("choice", "perhaps", CHOICES)
    assert str(refused) == "“perhaps” is no choice of this attribute: write one of Yes, fully, No, Disputed."
    assert refused.unknown_names == ("perhaps",)
    assert "it has none yet" in str(rule_of("choice", "perhaps"))


def test_a_rule_lists_the_first_of_many_choices() -> None:
    many = NamesIn({str(number): (f"label {number:02d}",) for number in range(40)})
    assert str(rule_of("choice", "x", many)).endswith("label 10, label 11, ….")


@pytest.mark.parametrize("key", ["party", "state", "person"])
def test_a_name_nobody_bears_is_refused_and_handed_on(key: str) -> None:
    refused = rule_of(key, " Vladimir Zhirinovsky ", PERSONS)
    assert "“Vladimir Zhirinovsky”" in str(refused)
    assert refused.unknown_names == ("Vladimir Zhirinovsky",)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Vladimir Putin; Dmitry Medvedev", "11;12"),
        ("Dmitry Medvedev;Владимир Путин;", "12;11"),
        ("Vladimir Putin, Dmitry Medvedev and Boris Gryzlov", "11;12;13"),
        ("Vladimir Putin, Dmitry Medvedev, and Boris Gryzlov", "11;12;13"),
        ("Putin, Vladimir", "11"),
        ("Putin, Vladimir and Boris Gryzlov", "11;13"),
        ("Smith and Sons", "14"),
        ("Smith and Sons and Boris Gryzlov", "14;13"),
        ("Putin, Vladimir; Smith and Sons", "11;14"),
        ("Vladimir Putin; vladimir putin", "11"),
    ],
)
def test_several_persons_as_people_type_them(typed: str, value: str) -> None:
    assert read("several_persons", typed, PERSONS) == value


def test_every_unknown_name_is_handed_on() -> None:
    assert rule_of("several_persons", "Boris Gryzlov, A B and C D", PERSONS).unknown_names == ("A B", "C D")
    assert rule_of("several_persons", "B, A; Boris Gryzlov; B, A", PERSONS).unknown_names == ("B, A",)


@pytest.mark.parametrize(
    ("key", "value", "number"),
    [
        ("number", "-4.28", -4.28),
        ("percent", "64.3", 64.3),
        ("number", "damaged", None),
        ("yes_no", "yes", 1.0),
        ("yes_no", "no", 0.0),
        ("date", "0001-01-31", 31),
        ("date", "0001-02", 32),
        ("date", "[..1994]", None),
        ("date", "damaged", None),
        ("text", "12", None),
        ("person", "12", None),
    ],
)
def test_the_number_of_a_value(key: str, value: str, number: float | None) -> None:
    assert kind(key).number(value) == number


@pytest.mark.parametrize(
    ("key", "a", "b", "differs", "by_precision"),
    [
        ("number", "64.3", "64.30", False, False),
        ("percent", "65", "65.01", True, True),
        ("percent", "64.2", "64.3", True, False),
        ("percent", "64.3", "65", True, False),
        ("percent", "88.1", "88.05", True, True),
        ("percent", "88", "88.5", True, True),
        ("percent", "89", "88.5", True, True),
        ("number", "-1.2", "-1.24", True, True),
        ("number", "1", "-1", True, False),
        ("number", "damaged", "1", True, False),
        ("date", "1992-11", "1992-11-21", True, True),
        ("date", "1992-11-21", "1992", True, True),
        ("date", "1992-11", "1992-12", True, False),
        ("date", "1999", "1999~", True, True),
        ("date", "1999", "1999-XX-XX", False, False),
        ("date", "1998", "[1998]", False, False),
        ("date", "[1998,1999]", "[1998..1999]", False, False),
        ("date", "[1998,2000]", "1998", True, True),
        ("date", "[1998,2000]", "1999", True, False),
        ("date", "[..1994]", "1990", True, True),
        ("date", "[..1994]", "1995", True, False),
        ("date", "{1996,2000}", "[1996,2000]", True, False),
        ("date", "damaged", "1999", True, False),
        ("text", "Social  conservatism", "Social conservatism", False, False),
        ("text", "é", "e\u0301", False, False),
        ("text", "Kyiv", "Kiev", True, False),
        ("several_persons", "11;12", "12;11", False, False),
        ("several_persons", "11;12", "11", True, False),
        ("person", "11", "12", True, False),
        ("yes_no", "yes", "no", True, False),
    ],
)
def test_how_values_compare(key: str, a: str, b: str, differs: bool, by_precision: bool) -> None:
    for one, other in ((a, b), (b, a)):
        assert kind(key).differs(one, other) == differs
        assert kind(key).only_by_precision(one, other) == by_precision


@given(st.decimals(0, 100, places=4), st.integers(0, 3))
def test_a_rounded_number_differs_only_by_precision(number: object, places: int) -> None:
    exact, rounded = read("percent", f"{number:f}"), read("percent", f"{number:.{places}f}")
    percent = kind("percent")
    assert percent.only_by_precision(exact, rounded) == percent.differs(exact, rounded)


@given(dates)
def test_the_number_of_a_date_is_its_earliest_day(text: str) -> None:
    number = kind("date").number(text)
    assert number is None or math.isfinite(number)
