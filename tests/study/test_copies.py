"""Copies are verified before they replace anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from parties_of_power.study import copies
from parties_of_power.study.errors import DamagedStudy, StudyError
from parties_of_power.study.study import Study
from study.samples import Sample, set_value


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_copy_is_the_same_study_with_its_history(study: Study, sample: Sample, tmp_path: Path) -> None:
    set_value(study, sample.observation, "66")
    study.set_setting("citing", "4")
    study.as_of = 733_000
    target = tmp_path / 'copy\'s "name".parties'
    study.save_copy(target)
    with Study.open(target) as copy:
        assert copy.dump() == study.dump()
        assert (copy.setting("citing"), copy.as_of) == ("4", 733_000)
        assert not copy.is_read_only
        assert copy.undo_label == "Set 66"
        copy.undo()
        assert copy.check() == []
    set_value(study, sample.observation, "67")
    assert names(tmp_path) == {"cis.parties", target.name}


def test_a_copy_replaces_an_older_one(study: Study, sample: Sample, tmp_path: Path) -> None:
    target = tmp_path / "copy.parties"
    target.write_text("something else")
    study.save_copy(target)
    with Study.open(target) as copy:
        assert copy.dump() == study.dump()


def test_a_copy_that_fails_replaces_nothing(
    study: Study, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy.parties"
    target.write_text("the older copy")

    def damaging(path: Path) -> None:
        other = sqlite3.connect(path)
        other.execute("UPDATE observation SET value = '46.3'")
        other.commit()
        other.close()

    monkeypatch.setattr(copies, "_sync", damaging)
    with pytest.raises(DamagedStudy, match="observation"):
        study.save_copy(target)
    assert target.read_text() == "the older copy"
    assert names(tmp_path) == {"cis.parties", "copy.parties"}
    assert len(list(tmp_path.iterdir())) == 3  # the lock besides


def test_a_copy_that_lost_a_row_is_thrown_away(
    study: Study, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(path: Path) -> None:
        other = sqlite3.connect(path)
        other.execute("DELETE FROM citation")
        other.commit()
        other.close()

    monkeypatch.setattr(copies, "_sync", losing)
    with pytest.raises(DamagedStudy, match="not the same"):
        study.save_copy(tmp_path / "copy.parties")
    assert names(tmp_path) == {"cis.parties"}


def test_a_damaged_study_is_not_copied_in_silence(study: Study, sample: Sample, tmp_path: Path) -> None:
    study._db.execute("UPDATE source SET title = 'other'")
    with pytest.raises(DamagedStudy, match="source"):
        study.save_copy(tmp_path / "copy.parties")


def test_places_that_take_no_copy(study: Study, sample: Sample, tmp_path: Path, path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.parties").symlink_to(path)
    open_one = Study.create(tmp_path / "open.parties")
    for place in (path, tmp_path / "folder", tmp_path / "link.parties", tmp_path / "open.parties", tmp_path / "no/a.p"):
        with pytest.raises(StudyError):
            study.save_copy(place)
    open_one.close()
    assert study.check() == []
