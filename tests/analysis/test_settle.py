"""The work lists, and that they follow each edit as if they were made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.analysis.settle import KEYS, ToSettle, work_lists
from parties_of_power.domain.comparisons import SortKey
from parties_of_power.study import edits, queries
from parties_of_power.study.study import Study
from study.builders import Words, a_study


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .with_source("Factbook")
        .with_party("Nur Otan", "Kazakhstan")
        .with_party("United Russia", "Russia")
        .with_attribute("Seats", "number", validity="timeless")
        .with_attribute("Dissolved", "date", validity="timeless", role="dissolved")
        .with_comparison("Two", rows=["Nur Otan", "United Russia"], columns=["Seats", "Dissolved"])
    )
    yield made
    made.study.close()


def listed(words: Words) -> dict[str, list[str]]:
    """The parties of each list that has any."""
    name_of = {words.party(name): name for name in ("Nur Otan", "United Russia")}
    found = {each.key: [name_of[subject] for subject, _attribute in each.cells] for each in work_lists(words.study)}
    return {key: names for key, names in found.items() if names}


def test_what_is_asked_for_and_not_answered(words: Words) -> None:
    assert listed(words) == {"uncoded": ["Nur Otan", "United Russia"]}
    words.with_value("Nur Otan", "Seats", "98", source="Factbook")
    assert listed(words) == {"uncoded": ["United Russia"]}
    words.with_value("United Russia", "Seats", missing="not_coded")
    assert listed(words) == {"uncoded": ["United Russia"]}


def test_values_without_a_source_and_wrong_texts(words: Words) -> None:
    words.with_value("Nur Otan", "Seats", "98").with_value("United Russia", "Seats", "315", source="Factbook")
    assert listed(words) == {"sources": ["Nur Otan"]}
    edits.record_observation(
        words.study, words.party("United Russia"), words.attribute("Seats"), typed="many", wrong=True
    )
    assert listed(words) == {"sources": ["Nur Otan", "United Russia"], "wrong": ["United Russia"]}


def test_rivals_and_reasons(words: Words) -> None:
    words.with_value("Nur Otan", "Seats", "98", source="Factbook")
    words.with_value("United Russia", "Seats", "315", source="Factbook")
    for agreeing in ("98.0", "98.4"):
        words.with_value("Nur Otan", "Seats", agreeing, standing="rival")
    assert listed(words) == {}
    words.with_value("Nur Otan", "Seats", "77", standing="rival")
    assert listed(words) == {"rivals": ["Nur Otan"], "reasons": ["Nur Otan"]}
    (adopted,) = words.observations("Nur Otan", "Seats", "adopted")
    edits.correct_observation(words.study, adopted.id, reason="as the commission says")
    assert listed(words) == {"rivals": ["Nur Otan"]}


def test_lists_follow_every_edit_undo_and_redo(words: Words) -> None:
    followed = ToSettle(words.study)

    def same() -> None:
        assert followed.lists() == work_lists(words.study)
        assert followed.counts() == {each.key: len(each.cells) for each in work_lists(words.study)}

    words.with_value("Nur Otan", "Seats", "98")
    same()
    words.with_value("Nur Otan", "Seats", "77", standing="rival")
    same()
    edits.cite(words.study, "observation", words.observation("Nur Otan", "Seats", "98").id, words.cite("Factbook"))
    same()
    edits.remove_observation(words.study, words.observation("Nur Otan", "Seats", "98").id)
    same()
    for _step in range(4):
        words.study.undo()
        same()
    for _step in range(4):
        words.study.redo()
        same()


def test_lists_follow_the_comparisons_that_ask(words: Words) -> None:
    study, followed = words.study, ToSettle(words.study)
    (comparison,) = queries.comparisons(study)
    seats, dissolved = (column.id for column in comparison.columns if column.attribute_id)
    uncoded = len(followed.list_of("uncoded").cells)
    assert uncoded == 2
    for act in (
        lambda: edits.sort_comparison(study, comparison.id, [SortKey(seats)]),
        lambda: edits.hide_column(study, seats),
        lambda: edits.remove_row(study, comparison.id, words.party("Nur Otan")),
        lambda: edits.change_attribute(study, words.attribute("Dissolved"), role=""),
        lambda: edits.remove_column(study, dissolved),
        *[study.undo] * 5,
        *[study.redo] * 3,
    ):
        act()
        assert followed.lists() == work_lists(study)


def test_the_bundled_study(bundled: Study) -> None:
    counts = ToSettle(bundled).counts()
    assert tuple(counts) == KEYS
    assert counts["rivals"] > 50
    assert counts["sources"] == counts["wrong"] == counts["reasons"] == 0
