"""Flipped bits, broken references and ids inside values are found, and said in which row."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from parties_of_power.study.checking import verify_file
from parties_of_power.study.digests import damaged_rows
from parties_of_power.study.study import Study
from study.samples import Sample, fill, set_value


def test_a_sound_study_has_no_problems(study: Study, sample: Sample, path: Path) -> None:
    assert study.check() == []
    assert verify_file(path) == []


def test_every_flipped_bit_in_a_row_is_noticed(study: Study, sample: Sample, path: Path) -> None:
    """Bits of the words that were entered, in the file itself; where SQLite sees nothing, the digest does."""
    with study.edit("Words", undoable=False) as edit:
        edit.insert("source", title="Vestnik Tsentral'noi izbiratel'noi komissii", note="x" * 200)
    study.close()
    sound = path.read_bytes()
    start = sound.index(b"Vestnik")
    chance = random.Random(7)
    for _each in range(60):
        content = bytearray(sound)
        content[start + chance.randrange(40)] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        with Study.open(path, read_only=True) as damaged:
            assert any("source" in problem for problem in damaged.check())
            assert verify_file(path) == damaged.check()


def test_the_damaged_row_is_named(study: Study, sample: Sample) -> None:
    for _each in range(3):
        fill(study)
    study._db.execute("UPDATE citation SET locator = 'p. 9' WHERE id = ?", (sample.citation,))
    assert damaged_rows(study._db) == [("citation", sample.citation)]
    assert study.check() == [f"Row {sample.citation} of citation is damaged: its contents do not match its digest."]


def test_the_verification_can_be_stopped_and_says_how_far_it_is(study: Study, sample: Sample, path: Path) -> None:
    seen: list[tuple[int, int]] = []
    verify_file(path, lambda done, total: seen.append((done, total)) or True)
    assert seen[-1] == (9, 9)
    study._db.execute("UPDATE citation SET locator = 'x'")
    assert verify_file(path, lambda _done, _total: False) == []


def test_an_edit_goes_on_while_another_thread_verifies(study: Study, sample: Sample, path: Path) -> None:
    values = iter(range(1_000))

    def editing(_done: int, _total: int) -> bool:
        set_value(study, sample.observation, str(next(values)))
        return True

    assert verify_file(path, editing) == []
    assert study.edit_number > 3


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("party", "{party}", "{state}"),
        ("state", "{state}", "{party}"),
        ("person", "{person}", "{party}"),
        ("several_persons", "{person};{other}", "{person};7"),
        ("choice", "{choice}", "{elsewhere}"),
        ("several_choices", "{choice}", "{choice};{elsewhere}"),
    ],
)
def test_ids_inside_values_are_followed(study: Study, sample: Sample, kind: str, right: str, wrong: str) -> None:
    with study.edit("Add") as edit:
        attribute = edit.insert("attribute", subject_kind="party", name="New", kind=kind, validity="timeless")
        ids = {
            "state": sample.state,
            "party": sample.party,
            "person": edit.insert("person", name="Boris Gryzlov"),
            "other": edit.insert("person", name="Vladimir Putin"),
            "choice": edit.insert("choice", attribute_id=attribute, code="a", label="A"),
            "elsewhere": edit.insert("choice", attribute_id=sample.attribute, code="b", label="B"),
        }
        fields = {"subject_id": sample.party, "attribute_id": attribute, "standing": "adopted"}
        observation = edit.insert("observation", value=right.format(**ids), **fields)
        edit.insert("observation", value="", missing="unknown", **fields)
    assert study.check() == []
    set_value(study, observation, wrong.format(**ids))
    (problem,) = study.check()
    assert str(observation) in problem


def test_an_unknown_kind_is_said(study: Study, sample: Sample) -> None:
    with study.edit("Wrong") as edit:
        edit.update("attribute", sample.attribute, kind="polygon")
    (problem,) = study.check()
    assert "polygon" in problem
