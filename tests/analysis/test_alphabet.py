"""The order of the alphabet: Kazakh letters beside their neighbours, accents and quotation marks aside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parties_of_power.analysis.alphabet import ranks_of, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        list("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
        ["Алга", "Әділ", "Бірлік", "Қазақ", "Лад"],
        ["Кедр", "Қайсар", "Қала", "Лада"],
        ["Élan vital", "Elbrus", "Emma", "Ənvər", "Fatherland"],
        ["ak jol", "Ak Zhol", "Amanat"],
        ["“Adal”", "Ak Jol", "«Asar»"],
        ["Zhasyl", "Ада", "Я"],
        ["Party 1", "party 1", "Party 2"],
    ],
)
def test_the_order_of_the_alphabet(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.lists(st.text(max_size=5)))
def test_ranks_follow_the_order(texts: list[str]) -> None:
    ranks = ranks_of(texts)
    assert [text for _rank, text in sorted(zip(ranks, texts, strict=True))] == sorted(texts, key=sort_key)
    assert len(set(ranks)) == len(set(texts))
