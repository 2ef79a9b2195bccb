"""Two copies of a study compared, and a copy of a study as it was after an earlier edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from parties_of_power.study.comparing import compare_with
from parties_of_power.study.edits.subjects import add_state
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study
from study.samples import Sample, set_value


def test_each_copy_has_what_the_other_lacks(study: Study, sample: Sample, tmp_path: Path) -> None:
    other = tmp_path / "other.parties"
    study.save_copy(other)
    assert compare_with(study, other).is_same
    shared = study.edit_number
    add_state(study, "Here")
    with Study.open(other) as copy:
        add_state(copy, "There")
        add_state(copy, "There too")
    found = compare_with(study, other)
    assert found.shared == shared
    assert ["Here" in each.label for each in found.here] == [True]
    assert ["There" in each.label for each in found.there] == [True, True]


def test_cells_that_differ_are_named(study: Study, sample: Sample, tmp_path: Path) -> None:
    other = tmp_path / "other.parties"
    study.save_copy(other)
    set_value(study, sample.observation, "12")
    assert compare_with(study, other).cells == ((sample.party, sample.attribute),)


def test_what_was_undone_is_in_force_in_neither(study: Study, sample: Sample, tmp_path: Path) -> None:
    other = tmp_path / "other.parties"
    study.save_copy(other)
    add_state(study, "Here")
    study.undo()
    assert compare_with(study, other).is_same


def test_a_copy_as_of_an_edit(study: Study, sample: Sample, tmp_path: Path) -> None:
    number, then = study.edit_number, study.dump()
    add_state(study, "Later")
    now = study.dump()
    place = tmp_path / "then.parties"
    study.save_copy_as_of_edit(place, number)
    assert study.dump() == now
    with Study.open(place) as copy:
        assert copy.dump() == then
        assert copy.redo() is not None
        assert copy.dump() == now


def test_the_study_itself_is_no_place_for_its_copy(study: Study, sample: Sample, path: Path) -> None:
    with pytest.raises(StudyError):
        study.save_copy_as_of_edit(path, study.edit_number)
    assert path.exists()
