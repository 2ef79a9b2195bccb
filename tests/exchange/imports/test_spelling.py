"""Spellings of one name have one key, whatever the letters and the habit; names alike are found and scored."""

from __future__ import annotations

import pytest

from parties_of_power.exchange.imports.likeness import NameIndex
from parties_of_power.exchange.imports.spelling import name_key, spelling_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("Назарбаев", "Nazarbaev", "Nazarbayev"),
        ("Зюганов", "Zyuganov", "Ziuganov", "Zjuganov"),
        ("Жириновский", "Zhirinovsky", "Zhirinovskii", "Zhirinovskiy", "Žirinovskij"),
        ("Алиев", "Әлиев", "Aliyev", "Aliev", "Əliyev"),
        ("Казахстан", "Қазақстан", "Qazaqstan", "Kazakhstan"),
        ("Единая Россия", "Yedinaya Rossiya", "Edinaia Rossiia"),
        ("Хрущёв", "Хрущев", "Khrushchev"),
        ("Тоқаев", "Токаев", "Tokayev", "Toqaev"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(each) for each in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Путин", "Пугин"), ("Ар-Намыс", "Ак жол"), ("Rodina", "Russia")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


def test_words_may_stand_in_any_order() -> None:
    assert name_key("Nazarbayev, Nursultan") == name_key("Нурсултан Назарбаев")


def test_like_names_are_ranked_by_their_score() -> None:
    index = NameIndex([(1, "Party of Regions"), (2, "Our Ukraine"), (3, "Regions Party of Ukraine"), (4, "Ak Jol")])
    found = index.like("Party of the Regions")
    assert found[0][0] == 1
    assert found[0][1] > 0.8
    assert {owner for owner, _score in found} <= {1, 3}
    assert index.spelled("Ақ жол") == {4}
    assert index.like("Party of the Regions", among={3})[0][0] == 3
    assert index.like("Zzz") == []
