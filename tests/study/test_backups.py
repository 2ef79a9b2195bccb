"""Backups: one a day of what has changed, thinned with age, verified, restored beside and never over."""

from __future__ import annotations

import datetime
from datetime import timedelta
from pathlib import Path

import pytest

from parties_of_power.study import backups
from parties_of_power.study.edits.subjects import add_state
from parties_of_power.study.errors import StudyError
from parties_of_power.study.study import Study

DAY = datetime.date(2026, 11, 25)


def wanted() -> bool:
    return True


def test_a_day_has_one_backup_and_only_of_what_changed(home: Path, path: Path, study: Study) -> None:
    add_state(study, "A")
    first = backups.back_up(path, wanted, DAY)
    assert first is not None
    assert first.is_relative_to(home)
    add_state(study, "B")
    assert backups.back_up(path, wanted, DAY) is None
    assert backups.back_up(path, wanted, DAY + timedelta(1)) is not None
    assert backups.back_up(path, wanted, DAY + timedelta(2)) is None
    newest, oldest = backups.backups_of(path)
    assert newest.edit_number == study.edit_number
    assert oldest.edit_number == study.edit_number - 1
    with Study.open(newest.path, read_only=True) as kept:
        assert kept.dump() == study.dump()


def test_what_is_old_is_thinned_to_one_a_month(path: Path, study: Study) -> None:
    folder = backups.folder_of(path)
    folder.mkdir(parents=True)
    for ago in range(120):
        (folder / f"{(DAY - timedelta(ago)).isoformat()}.parties").write_text("")
    (folder / "mine.parties").write_text("")
    backups.thin(path, DAY)
    kept = sorted(each.stem for each in folder.iterdir())
    assert len([name for name in kept if "2026-10-26" <= name < "3"]) == 31
    assert [name for name in kept if name < "2026-10-26"] == ["2026-07-31", "2026-08-31", "2026-09-30", "2026-10-25"]
    assert "mine" in kept


def test_the_newest_stays_whatever_its_age(path: Path, study: Study) -> None:
    backups.back_up(path, wanted, DAY)
    backups.thin(path, DAY + timedelta(4000))
    assert len(backups.backups_of(path)) == 1


def test_a_damaged_backup_says_so_and_does_not_stop_the_next(path: Path, study: Study) -> None:
    made = backups.back_up(path, wanted, DAY)
    assert made is not None
    made.write_bytes(made.read_bytes()[:5000])
    assert backups.backups_of(path)[0].problem
    assert backups.back_up(path, wanted, DAY + timedelta(1)) is not None


def test_a_restored_backup_lies_beside_and_replaces_nothing(path: Path, study: Study) -> None:
    backups.back_up(path, wanted, DAY)
    backup = backups.backups_of(path)[0]
    before = path.read_bytes()
    first, second = backups.restore_beside(backup, path), backups.restore_beside(backup, path)
    assert first.parent == second.parent == path.parent
    assert first != second
    assert path.read_bytes() == before
    with Study.open(second) as restored:
        assert restored.check() == []


def test_it_stops_when_it_is_no_longer_wanted(path: Path, study: Study) -> None:
    for number in range(60):
        add_state(study, f"State {number}")
    asked: list[int] = []

    def only_once() -> bool:
        asked.append(1)
        return False

    backups._STEPS_BETWEEN_QUESTIONS, before = 10, backups._STEPS_BETWEEN_QUESTIONS
    try:
        with pytest.raises(StudyError):
            backups.back_up(path, only_once, DAY)
    finally:
        backups._STEPS_BETWEEN_QUESTIONS = before
    assert asked
    assert backups.backups_of(path) == []
