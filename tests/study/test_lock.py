"""One writer: the side lock says who, and ends with whoever holds it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parties_of_power.study import lock
from parties_of_power.study.errors import ReadOnlyStudy, StudyInUse
from parties_of_power.study.study import Study
from study.samples import Sample, python, set_value

HOLD = """
from parties_of_power.study.study import Study
study = Study.open(sys.argv[1])
print("held" if not study.is_read_only else study.held_by, flush=True)
sys.stdin.readline()
study.close()
"""

WRITE = """
import sqlite3
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("writing", flush=True)
sys.stdin.readline()
"""

INSERT = """
import sqlite3
other = sqlite3.connect(sys.argv[1])
other.execute("INSERT INTO person(id, name, digest) VALUES (1, 'Foreign', 0)")
other.commit()
"""


def test_another_program_holds_the_study(study: Study, sample: Sample, path: Path) -> None:
    study.close()
    with python(HOLD, path) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        with Study.open(path) as second:
            assert second.is_read_only
            assert second.held_by == lock.holder(path)
            assert " on " in second.held_by
            assert " since 20" in second.held_by
            with pytest.raises(ReadOnlyStudy, match=second.held_by):
                set_value(second, sample.observation, "66")
            assert len(list(second.rows("SELECT * FROM observation"))) == 1
        with Study.create(path.with_name("another.parties")) as another, pytest.raises(StudyInUse):
            another.save_copy(path)
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.wait(20) == 0
    with Study.open(path) as again:
        assert not again.is_read_only
    assert not lock.lock_path(path).exists()


def test_the_lock_ends_with_a_killed_program(study: Study, path: Path) -> None:
    study.close()
    with python(HOLD, path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.kill()
    assert lock.lock_path(path).exists()
    with Study.open(path) as again:
        assert not again.is_read_only


def test_a_program_sees_this_one(study: Study, path: Path) -> None:
    with python(HOLD, path) as other:
        out, _err = other.communicate("\n", 20)
    assert " on " in out


def test_a_second_window_of_the_same_program_reads_only(study: Study, path: Path) -> None:
    with Study.open(path) as second:
        assert second.is_read_only
    with Study.open(path) as third:
        assert third.is_read_only


def test_a_link_names_the_same_study(study: Study, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.parties"
    link.symlink_to(path)
    with Study.open(link) as second:
        assert second.is_read_only


def test_a_lock_file_that_cannot_be_made_opens_for_reading(study: Study, path: Path) -> None:
    study.close()
    lock.lock_path(path).mkdir()
    with Study.open(path) as again:
        assert again.is_read_only
        assert again.held_by == ""
        with pytest.raises(ReadOnlyStudy, match="cannot be written"):
            again.undo()


def test_a_folder_without_locks_opens_for_reading(study: Study, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study.close()

    def no_locks(_descriptor: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_lock", no_locks)
    with Study.open(path) as again:
        assert again.is_read_only


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_written_opens_for_reading(study: Study, path: Path) -> None:
    study.close()
    path.chmod(0o444)
    with Study.open(path) as again, pytest.raises(ReadOnlyStudy):
        again.undo()


def test_who_is_made_safe_to_show(study: Study, path: Path) -> None:
    lock.lock_path(path).write_bytes(b"A\x1b[31m\xff\x00da\nhost\n2008\n")
    with Study.open(path) as second:
        assert second.held_by.isprintable()
        assert second.held_by.endswith("on host since 2008")
    lock.lock_path(path).write_bytes(b"")
    with Study.open(path) as second:
        assert second.held_by


def test_what_a_foreign_program_wrote_is_announced_before_the_next_edit(
    study: Study, sample: Sample, path: Path
) -> None:
    assert study.catalogue.persons == {}
    heard: list[str] = []
    study.subscribe(lambda changes: heard.append(changes.kind))
    with python(INSERT, path) as other:
        assert other.wait(20) == 0
    set_value(study, sample.observation, "66")
    assert heard == ["reload", "edit"]
    assert [person.name for person in study.catalogue.persons.values()] == ["Foreign"]


def test_a_foreign_program_that_writes_is_waited_for_and_named(study: Study, sample: Sample, path: Path) -> None:
    study._db.set_busy_timeout(10)
    with python(WRITE, path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StudyInUse, match="moment"):
            set_value(study, sample.observation, "66")
        other.communicate("\n", 20)
    set_value(study, sample.observation, "66")
    assert study.edit_number == 2
