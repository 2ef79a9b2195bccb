"""The file is moved, the disk is full, the program is killed: what was acknowledged stays, the rest never was."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from parties_of_power.study.errors import DiskFull, StudyError, StudyMoved
from parties_of_power.study.study import Study
from study.samples import Sample, fill, python, set_value, value_of


def moved(path: Path) -> Path:
    return path.rename(path.with_name("elsewhere.parties"))


def replaced(path: Path) -> Path:
    copy = Path(shutil.copy(path, path.with_name("synced.parties")))
    copy.replace(path)
    return path


def deleted(path: Path) -> Path:
    path.unlink()
    return path


@pytest.mark.parametrize("lose", [moved, replaced, deleted])
@pytest.mark.parametrize("when", ["before", "during"])
def test_a_lost_file_takes_no_edit(
    study: Study, sample: Sample, path: Path, lose: Callable[[Path], Path], when: str
) -> None:
    before = study.dump()
    place, reached = path, False
    content = path.read_bytes()
    if when == "before":
        place = lose(path)

    def editing() -> None:
        nonlocal place, reached
        with study.edit("Set 66") as edit:
            reached = True
            if when == "during":
                edit.update("observation", sample.observation, value="66")
                place = lose(path)
            edit.update("observation", sample.observation, value="67")

    with pytest.raises(StudyMoved, match="save a copy"):
        editing()
    assert reached == (when == "during")
    with pytest.raises(StudyMoved):
        study.undo()
    assert not place.exists() or place.read_bytes() == content
    assert study.dump() == before
    study.save_copy(path.with_name("rescued.parties"))
    with Study.open(path.with_name("rescued.parties")) as rescued:
        assert rescued.dump() == before
        assert rescued.undo_label == "Add United Russia"


def test_a_moved_file_closes_without_its_last_day(study: Study, path: Path) -> None:
    study.as_of = 733_000
    moved(path)
    study.close()
    study.close()


def add_sources(study: Study, count: int) -> None:
    with study.edit("Large") as edit:
        for number in range(count):
            edit.insert("source", title=f"{number} " + "x" * 500)


def paste_regardless(study: Study) -> None:
    """Goes on after any error, also when there is room again."""
    with study.edit("Paste") as edit:
        for number in range(400):
            with suppress(Exception), study.edit("One cell") as part:
                part.insert("source", title=f"{number} " + "x" * 5_000)
            if not study._db.in_transaction:
                study._db.pragma("max_page_count", 1 << 30)
                with suppress(StudyError):
                    edit.insert("source", title="alone")


def test_a_full_disk_changes_nothing_and_the_study_goes_on(study: Study, sample: Sample) -> None:
    pages = next(study.rows("PRAGMA page_count"))[0]
    study._db.pragma("max_page_count", pages)
    before = study.dump()
    with pytest.raises(DiskFull, match="Make room"):
        add_sources(study, 2_000)
    assert not study._db.in_transaction
    assert study.dump() == before
    assert study.edit_number == 1
    study._db.pragma("max_page_count", 1 << 30)
    set_value(study, sample.observation, "66")
    assert study.check() == []


def test_a_full_disk_in_a_part_ends_the_whole_edit(study: Study, sample: Sample) -> None:
    """SQLite rolls back by itself; whoever swallows that error must not go on writing without a transaction."""
    study._db.pragma("max_page_count", next(study.rows("PRAGMA page_count"))[0])
    study._db.pragma("cache_size", 1)
    before = study.dump()
    with pytest.raises(DiskFull):
        paste_regardless(study)
    assert study.dump() == before


FULL = """
import resource
from parties_of_power.study.study import Study
from parties_of_power.study.errors import DiskFull
study = Study.open(sys.argv[1])
size = __import__("os").path.getsize(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, resource.RLIM_INFINITY))
done = study.edit_number
try:
    for number in range(1000):
        with study.edit("Add") as edit:
            edit.insert("source", title=str(number) + "x" * 3000)
        done = edit.number
except DiskFull as full:
    print(done, study.edit_number, study._db.in_transaction, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with study.edit("Add") as edit:
    edit.insert("source", title="room again")
print(study.edit_number, study.check(), flush=True)
study.close()
"""


def test_a_disk_that_refuses_bytes_keeps_what_was_acknowledged(study: Study, sample: Sample, path: Path) -> None:
    study.close()
    with python(FULL, path) as other:
        out, err = other.communicate(timeout=60)
    done, afterwards = out.splitlines()
    number, edit_number, in_transaction = done.split()
    assert (number, in_transaction) == (edit_number, "False"), err
    assert afterwards == f"{int(number) + 1} []"
    with Study.open(path) as again:
        assert again.edit_number == int(number) + 1
        assert again.check() == []


EDIT = """
from parties_of_power.study.study import Study
study = Study.open(sys.argv[1])
number = 0
while True:
    number += 1
    with study.edit(f"Set {number}") as edit:
        edit.update("observation", int(sys.argv[2]), value=str(number))
        for _row in range(number % 7):
            edit.insert("source", title=str(number))
    print(f"ok {edit.number} {number}", flush=True)
    if number % 5 == 0:
        study.undo(), study.redo()
"""


def test_a_killed_program_loses_nothing_it_acknowledged(study: Study, sample: Sample, path: Path) -> None:
    study.close()
    for after in (0.01, 0.05, 0.1, 0.15):
        with python(EDIT, path, sample.observation) as other:
            assert other.stdout is not None
            lines = [other.stdout.readline()]
            time.sleep(after)
            other.send_signal(signal.SIGKILL)
            lines += other.stdout.read().splitlines(keepends=True)
        acknowledged = [line.split() for line in lines if line.startswith("ok ") and line.endswith("\n")]
        assert acknowledged
        _ok, edit_number, number = acknowledged[-1]
        with Study.open(path) as again:
            assert not again.is_read_only
            entry = int(next(again.rows("SELECT max(number) FROM history"))[0])
            assert int(edit_number) <= entry <= int(edit_number) + 1
            assert again.check() == []
            while again.edit_number > int(edit_number):
                again.undo()
            if again.edit_number == int(edit_number):
                assert value_of(again, sample.observation) == number
            while again.undo() is not None and again.edit_number > 1:
                pass
            assert value_of(again, sample.observation) == "64.3"
            while again.redo() is not None:
                pass


def test_a_crash_image_in_the_middle_of_a_write_rolls_back(study: Study, sample: Sample, path: Path) -> None:
    """The files as a kill leaves them when half of an edit has been written to the study."""
    before = study.dump()
    study._db.pragma("cache_size", 1)
    crashed = path.with_name("crashed.parties")
    with study.edit("Large") as edit:
        for number in range(300):
            edit.update("observation", sample.observation, value=str(number))
            edit.insert("source", title=f"{number} " + "x" * 300)
        for ending in ("", "-journal"):
            os.system(f"cp '{path}{ending}' '{crashed}{ending}'")  # another process: our locks on the file stay
    assert Path(f"{crashed}-journal").stat().st_size > 1_000
    with Study.open(crashed) as again:
        assert again.dump() == before
        assert again.check() == []
    with Study.open(path.with_name("crashed.parties")) as again:
        fill(again)
