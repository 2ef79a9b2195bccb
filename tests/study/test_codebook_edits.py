"""The codebook in the hands of its editor: the order of attributes and groups, and what a change of kind does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.domain.comparisons import ColumnFilter
from parties_of_power.domain.observations import Observation
from parties_of_power.study import edits, queries
from parties_of_power.study.errors import EditRefused
from parties_of_power.study.reading_as import Rereading, distinct_texts, reread, unread
from study.builders import Words, a_study


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = a_study(tmp_path).with_party("Nur Otan", "Kazakhstan").with_party("United Russia", "Russia")
    for name, group in (("A", "One"), ("B", "One"), ("C", "Two"), ("D", ""), ("E", "One")):
        made.with_attribute(name, group=group)
    yield made
    made.study.close()


def order(words: Words) -> list[tuple[str, str]]:
    known = words.study.catalogue.attributes_of("party")
    return [(each.group, each.name) for each in known if not each.role]


def test_an_attribute_moves_within_its_group_and_into_another(words: Words) -> None:
    edits.move_attribute(words.study, words.attribute("E"), "One", 0)
    assert [name for group, name in order(words) if group == "One"] == ["E", "A", "B"]
    edits.move_attribute(words.study, words.attribute("A"), "Two", 1)
    assert [name for group, name in order(words) if group == "Two"] == ["C", "A"]
    edits.move_attribute(words.study, words.attribute("B"), " New ", 99)
    assert order(words)[-1] == ("New", "B")


def test_an_attribute_moved_to_where_it_is_changes_nothing(words: Words) -> None:
    edits.move_attribute(words.study, words.attribute("E"), "One", 2)
    before, number = words.study.dump(), words.study.edit_number
    edits.move_attribute(words.study, words.attribute("E"), "One", 2)
    assert (words.study.dump(), words.study.edit_number) == (before, number)


def test_attributes_of_equal_position_are_set_apart_when_one_is_moved(words: Words) -> None:
    for name in "ABCDE":
        edits.change_attribute(words.study, words.attribute(name), position=7)
    edits.move_attribute(words.study, words.attribute("A"), "One", 1)
    assert [name for group, name in order(words) if group == "One"] == ["B", "A", "E"]


def test_a_group_moves_as_a_whole_and_takes_a_new_name_in_one_edit(words: Words) -> None:
    edits.move_group(words.study, "party", "Two", 0)
    assert order(words)[0] == ("Two", "C")
    number = words.study.edit_number
    edits.rename_group(words.study, "party", "One", "Ones")
    assert [group for group, name in order(words) if name in "ABE"] == ["Ones"] * 3
    assert words.study.edit_number == number + 1
    edits.rename_group(words.study, "party", "Ones", "Two")
    assert [name for group, name in order(words) if group == "Two"] == ["C", "A", "B", "E"]


def test_a_group_that_is_gone_is_refused(words: Words) -> None:
    with pytest.raises(EditRefused, match="no group Three"):
        edits.move_group(words.study, "party", "Three", 0)


def test_a_preview_says_of_every_answer_what_it_will_be(words: Words) -> None:
    words.with_value("Nur Otan", "A", "1 200", "2007").with_value("Nur Otan", "A", "some", "2008")
    words.with_value("United Russia", "A", "some").with_value("United Russia", "A", missing="unknown", period="2009")
    answers = previewed(words, "A", "number")
    assert [(each.text, each.shown, len(each.observations)) for each in answers] == [
        ("some", "", 2),
        ("1 200", "1200", 1),
    ]
    assert "number" in answers[0].rule
    assert unread(answers) == 2


def test_what_cannot_be_read_is_kept_as_typed_and_can_be_read_again(words: Words) -> None:
    words.with_value("Nur Otan", "A", "1 200").with_value("United Russia", "A", "some")
    before = words.study.dump()
    edits.change_kind(words.study, words.attribute("A"), "number")
    held = {each.typed: (each.value, each.wrong) for each in answers_of(words)}
    assert held == {"1 200": ("1200", False), "some": ("", True)}
    assert words.study.check() == []
    edits.change_kind(words.study, words.attribute("A"), "text")
    assert {each.value for each in answers_of(words)} == {"1200", "some"}
    words.study.undo()
    words.study.undo()
    assert words.study.dump() == before


def test_texts_become_choices_and_choices_become_texts(words: Words) -> None:
    words.with_value("Nur Otan", "A", "Centre").with_value("United Russia", "A", "centre", "2003")
    words.with_value("United Russia", "A", "Left", "2007")
    attribute = words.study.catalogue.attributes[words.attribute("A")]
    labels = distinct_texts(words.study, attribute)
    assert [label.casefold() for label in labels] == ["centre", "left"]
    assert unread(reread(words.study, attribute, "choice", labels)) == 0
    edits.change_kind(words.study, attribute.id, "choice", labels)
    known = {str(each.id): each.label for each in words.study.catalogue.choices_of(attribute.id)}
    assert sorted(known[each.value].casefold() for each in answers_of(words)) == ["centre", "centre", "left"]
    edits.change_kind(words.study, attribute.id, "text")
    assert {each.value.casefold() for each in answers_of(words)} == {"centre", "left"}
    assert words.study.catalogue.choices_of(attribute.id) == ()


def test_texts_become_persons_who_are_added(words: Words) -> None:
    words.with_value("Nur Otan", "A", "Нұрсұлтан Назарбаев; Adal")
    (answer,) = previewed(words, "A", "several_persons")
    assert answer.new_persons == ("Нұрсұлтан Назарбаев", "Adal")
    edits.change_kind(words.study, words.attribute("A"), "several_persons")
    assert {each.name for each in words.study.catalogue.persons.values()} == {"Нұрсұлтан Назарбаев", "Adal"}


def test_a_filter_of_the_old_kind_goes_with_it(words: Words) -> None:
    words.with_attribute("Seats", "number").with_comparison("All", columns=["Seats"])
    edits.filter_column(words.study, words.column("All", "Seats"), ColumnFilter("above", ("3",)))
    edits.change_kind(words.study, words.attribute("Seats"), "text")
    shown = queries.comparison(words.study, words.comparison("All"))
    assert [column.filter for column in shown.columns if column.attribute_id] == [None]


def test_a_kind_that_a_formula_or_a_life_needs_is_refused(words: Words) -> None:
    words.with_attribute("Seats", "number").with_attribute("Twice", "number", formula="Seats * 2")
    for name, wanted in (("Seats", "Twice"), ("Twice", "computed")):
        with pytest.raises(EditRefused, match=wanted):
            edits.change_kind(words.study, words.attribute(name), "text")


def previewed(words: Words, name: str, kind: str) -> tuple[Rereading, ...]:
    return reread(words.study, words.study.catalogue.attributes[words.attribute(name)], kind)


def answers_of(words: Words) -> tuple[Observation, ...]:
    return queries.observations_of_attribute(words.study, words.attribute("A"))
