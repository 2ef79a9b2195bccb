"""Earlier versions are brought up to date in one step that can fail as a whole; the first version is kept for ever."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest

from parties_of_power.study import migrations, opening
from parties_of_power.study.errors import DamagedStudy, NotAStudy, ReadOnlyStudy
from parties_of_power.study.history import history
from parties_of_power.study.migrations import STEPS, Step, bring_up_to_date
from parties_of_power.study.opening import OpenFile
from parties_of_power.study.schema import VERSION, statements
from parties_of_power.study.study import Study
from study.samples import Sample, set_value
from study.version_1 import KEPT, describe


def add_a_column(db: apsw.Connection) -> None:
    db.execute("ALTER TABLE source ADD COLUMN shelf TEXT NOT NULL DEFAULT 'A1'")


def fail(db: apsw.Connection) -> None:
    add_a_column(db)
    raise ZeroDivisionError


def lose_the_sources(db: apsw.Connection) -> None:
    db.execute("DELETE FROM source")


def a_step(run: migrations.Callable[[apsw.Connection], None]) -> tuple[Step, ...]:
    return (Step(VERSION, statements(), run),)


def opened(path: Path, *, writable: bool = True) -> OpenFile:
    return opening.connect(path, writable=writable)


def test_the_steps_lead_to_this_version() -> None:
    assert [step.before for step in STEPS] == list(range(1, VERSION))


def test_the_kept_file_of_version_1_opens_and_is_whole(tmp_path: Path) -> None:
    path = Path(shutil.copy(KEPT, tmp_path / "old.parties"))
    with Study.open(path) as study:
        assert study.check() == []
        assert describe(study) == {
            "title": "Version 1",
            "names": ["Kazakhstan", "Nur Otan", "Otan", "Нұр Отан"],
            "values": ["80", "88.41"],
            "citations": 1,
            "labels": ["Set 80", "Add Nur Otan"],
        }


def test_a_step_keeps_the_research_and_the_readable_history(
    study: Study, sample: Sample, path: Path, home: Path
) -> None:
    set_value(study, sample.observation, "66")
    set_value(study, sample.observation, "67")
    study.undo()
    study.close()
    file = opened(path)
    bring_up_to_date(file.db, path, VERSION, a_step(add_a_column), VERSION + 1)
    assert file.db.execute("SELECT title, shelf FROM source").fetchall() == [("Central Election Commission", "A1")]
    assert file.db.execute("SELECT value FROM observation").fetchall() == [("66",)]
    assert file.db.pragma("user_version") == VERSION + 1
    assert file.db.pragma("foreign_keys") == 1
    (kept,) = home.rglob("cis version 1 *.parties")
    with Study.open(kept, read_only=True) as copy:
        assert copy.undo_label == "Set 66"
    states = file.db.execute("SELECT label, state, length(changeset) FROM history ORDER BY number").fetchall()
    assert states == [("Add United Russia", "kept", 0), ("Set 66", "kept", 0), ("Set 67", "aside", 0)]
    file.close()


def test_what_was_done_before_a_step_is_not_undone_wrongly(study: Study, sample: Sample) -> None:
    set_value(study, sample.observation, "66")
    bring_up_to_date(study._db, study.path, VERSION, a_step(lambda _db: None), VERSION + 1)
    assert study.undo_label == ""
    assert study.undo() is None
    assert [entry.state for entry in history(study)] == ["kept", "kept"]


@pytest.mark.parametrize(("run", "error"), [(fail, ZeroDivisionError), (lose_the_sources, DamagedStudy)])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    study: Study, sample: Sample, path: Path, run: migrations.Callable[[apsw.Connection], None], error: type[Exception]
) -> None:
    study.close()
    before = path.read_bytes()
    file = opened(path)
    with pytest.raises(error):
        bring_up_to_date(file.db, path, VERSION, a_step(run), VERSION + 1)
    file.close()
    assert path.read_bytes() == before
    with Study.open(path) as again:
        assert again.undo_label == "Add United Russia"


def test_a_gap_in_the_steps_is_refused(study: Study, path: Path) -> None:
    with pytest.raises(DamagedStudy, match="never was"):
        bring_up_to_date(study._db, path, VERSION, (), VERSION + 1)


def test_an_old_file_that_cannot_be_written_is_refused(study: Study, path: Path) -> None:
    file = opened(path, writable=False)
    with pytest.raises(ReadOnlyStudy, match="earlier version"):
        bring_up_to_date(file.db, path, VERSION, a_step(add_a_column), VERSION + 1)
    file.close()


def test_an_old_file_is_checked_before_it_is_touched(study: Study, path: Path) -> None:
    study._db.execute("CREATE TABLE further(a)")
    with pytest.raises(NotAStudy, match="further"):
        bring_up_to_date(study._db, path, VERSION, a_step(add_a_column), VERSION + 1)
