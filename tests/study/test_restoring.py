"""An earlier state of one observation comes back, as a new edit that can itself be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parties_of_power.domain.observations import Observation
from parties_of_power.study import edits, queries
from parties_of_power.study.errors import EditRefused, UndoRefused
from parties_of_power.study.history import HistoryFilter, coders, history, history_of_cell, row_at
from study.builders import Words, a_study


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Words]:
    made = (
        a_study(tmp_path)
        .as_of("2008-11-25")
        .with_source("Factbook")
        .with_source("Psephos")
        .with_party("United Russia", "Russia")
        .with_attribute("Vote share", "percent", validity="last_known")
        .with_attribute("Motto")
        .with_value("United Russia", "Vote share", "64.3", "2007-12-02", source="Factbook", locator="p. 5")
    )
    yield made
    made.study.close()


@pytest.fixture
def share(words: Words) -> int:
    return words.observation("United Russia", "Vote share", "64.3").id


def said(words: Words, observation_id: int) -> Observation:
    return queries.observation(words.study, observation_id)


def test_the_fields_of_an_earlier_state_come_back_and_go_again(words: Words, share: int) -> None:
    study, recorded = words.study, words.study.edit_number
    edits.correct_observation(study, share, value="65", note="a guess", low=60, high=70)
    corrected = study.dump()
    edits.correct_observation(study, share, value="66", note="worse")
    later = study.dump()
    edits.restore_observation(study, recorded + 1, share)
    assert (said(words, share).value, said(words, share).note, said(words, share).high) == ("65", "a guess", 70)
    assert [each.locator for each in said(words, share).citations] == ["p. 5"]
    study.undo()
    assert study.dump() == later
    study.undo()
    assert study.dump() == corrected
    assert study.check() == []


def test_the_state_before_an_edit_comes_back(words: Words, share: int) -> None:
    edits.correct_observation(words.study, share, value="65")
    edits.restore_observation(words.study, words.study.edit_number, share, before=True)
    assert said(words, share).value == "64.3"
    assert said(words, share).typed == "64.3"


def test_a_state_is_found_though_its_beginning_was_not_recorded(words: Words, share: int) -> None:
    """The rows of the bundled study were there before the first edit that is kept."""
    words.study._db.execute("DELETE FROM history_row WHERE row_id = ?", (share,))
    edits.correct_observation(words.study, share, value="65")
    number = words.study.edit_number
    edits.correct_observation(words.study, share, note="seen twice")
    before = row_at(words.study, "observation", share, number, before=True)
    after = row_at(words.study, "observation", share, number)
    assert before is not None
    assert after is not None
    assert (before["value"], before["note"]) == ("64.3", "")
    assert (after["value"], after["note"]) == ("65", "")


def test_a_state_of_a_branch_that_was_set_aside_comes_back(words: Words, share: int) -> None:
    edits.correct_observation(words.study, share, value="70", note="first branch")
    aside = words.study.edit_number
    words.study.undo()
    edits.correct_observation(words.study, share, value="71", base="valid_votes")
    edits.restore_observation(words.study, aside, share)
    now = said(words, share)
    assert (now.value, now.note, now.base) == ("70", "first branch", "")


def test_a_removed_observation_comes_back_with_its_citations(words: Words, share: int) -> None:
    before = words.study.dump()
    edits.remove_observation(words.study, share)
    removed = words.study.edit_number
    with pytest.raises(EditRefused, match="no such observation then"):
        edits.restore_observation(words.study, removed, share)
    edits.restore_observation(words.study, removed, share, before=True)
    assert said(words, share).value == "64.3"
    assert [(each.source_id, each.locator) for each in said(words, share).citations] == [
        (words.source("Factbook"), "p. 5")
    ]
    words.study.undo()
    words.study.undo()
    assert words.study.dump() == before


def test_what_was_adopted_takes_its_place_again(words: Words, share: int) -> None:
    words.with_value("United Russia", "Vote share", "65", "2007-12-02", source="Psephos", standing="rival")
    other = words.observation("United Russia", "Vote share", "65").id
    edits.adopt_observation(words.study, other)
    edits.restore_observation(words.study, words.study.edit_number, share, before=True)
    assert (said(words, share).standing, said(words, other).standing) == ("adopted", "rival")


def test_what_is_so_already_or_never_was_is_refused(words: Words, share: int) -> None:
    number = words.study.edit_number
    with pytest.raises(EditRefused, match=r"says 64\.3 already"):
        edits.restore_observation(words.study, number, share)
    with pytest.raises(EditRefused, match="no such observation then"):
        edits.restore_observation(words.study, number, share, before=True)
    with pytest.raises(UndoRefused, match="no edit 99"):
        edits.restore_observation(words.study, 99, share)
    assert words.study.edit_number == number


def test_the_value_of_another_kind_or_a_lost_choice_is_refused(words: Words) -> None:
    words.with_attribute("Role", "choice", choices=["senior", "junior"])
    words.with_value("United Russia", "Role", "senior")
    role = words.observations("United Russia", "Role")[0]
    edits.correct_observation(words.study, role.id, value=words.value("Role", "junior"))
    number = words.study.edit_number
    edits.remove_choice(words.study, words.choice("Role", "senior"))
    with pytest.raises(EditRefused, match="Role has no such choice"):
        edits.restore_observation(words.study, number, role.id, before=True)


def test_history_is_narrowed_to_a_cell_a_party_a_coder_and_days(words: Words, share: int) -> None:
    study, party = words.study, words.party("United Russia")
    with words.coded_by("Boris"):
        edits.correct_observation(study, share, value="65")
    corrected = study.edit_number
    edits.record_observation(study, party, words.attribute("Motto"), value="Forward")
    motto = study.edit_number
    edits.add_source(study, "Elsewhere")

    def numbers(**wanted: object) -> list[int]:
        return [each.number for each in history(study, wanted=HistoryFilter(**wanted))]  # type: ignore[arg-type]  # mixed

    assert numbers()[:3] == [motto + 1, motto, corrected]
    cell = {each.entry.number for each in history_of_cell(study, party, words.attribute("Vote share"))}
    assert set(numbers(subject_id=party, attribute_id=words.attribute("Vote share"))) == cell
    assert corrected in cell
    assert motto not in cell
    assert {motto, corrected} <= set(numbers(subject_id=party))
    assert motto + 1 not in numbers(subject_id=party)
    assert numbers(coder="Boris") == [corrected]
    assert coders(study) == sorted({"Aliya", "Boris"})
    assert numbers(since="9999-01-01") == []
    assert len(numbers(since="2000-01-01")) == len(history(study))
