"""A file is written whole or not at all, and each failure is one sentence that leaves nothing behind."""

from __future__ import annotations

import errno
import os
import platform
import time
from pathlib import Path

import pytest

from parties_of_power.analysis.columns import Columns
from parties_of_power.domain.comparisons import Comparison
from parties_of_power.exchange import Cancelled, ExportRefused, open_elsewhere
from parties_of_power.exchange.export import export
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.study.study import Study


def write(target: Path, text: str = "new") -> None:
    with written_whole(target) as temporary:
        temporary.write_text(text)


def test_the_target_is_replaced_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with written_whole(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def fail_half_way(target: Path, failure: OSError) -> None:
    with written_whole(target) as temporary:
        temporary.write_text("half")
        raise failure


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_what_the_disk_refuses_is_one_sentence_and_leaves_nothing(tmp_path: Path, number: int, words: str) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(ExportRefused, match=words):
        fail_half_way(target, OSError(number, os.strerror(number)))
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("mark", [".~lock.out.xlsx#", "~$out.xlsx"])
def test_a_file_that_is_open_elsewhere_is_not_replaced(tmp_path: Path, mark: str) -> None:
    target = tmp_path / "out.xlsx"
    target.write_text("old")
    (tmp_path / mark).write_text("somebody")
    with pytest.raises(ExportRefused, match="open in another program"):
        write(target)
    assert target.read_text() == "old"


LOCK = ".~lock.out.xlsx#"


def leave_mark(folder: Path, name: str, text: str, days: float) -> Path:
    (folder / name).write_text(text)
    then = time.time() - days * 24 * 60 * 60
    os.utime(folder / name, (then, then))
    return folder / "out.xlsx"


@pytest.mark.parametrize(
    ("name", "text", "days"),
    [
        (LOCK, f",aliya,{platform.node()},25.11.2026 10:00,file:///profile;", 0.1),  # no office program runs here
        (LOCK, ",aliya,elsewhere,01.01.2026 10:00,file:///profile;", 8),
        (LOCK, "", 2),
        ("~$out.xlsx", "aliya", 2),
    ],
)
def test_the_mark_of_a_program_that_crashed_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, days: float
) -> None:
    monkeypatch.setattr(open_elsewhere, "_running", lambda: {"python3"})
    target = leave_mark(tmp_path, name, text, days)
    write(target)
    assert target.read_text() == "new"


@pytest.mark.parametrize(
    ("text", "running"),
    [
        (f",aliya,{platform.node()},25.11.2026 10:00,file:///profile;", {"soffice.bin"}),
        (f",aliya,{platform.node()},25.11.2026 10:00,file:///profile;", None),
        (",aliya,elsewhere,25.11.2026 10:00,file:///profile;", set()),
    ],
)
def test_a_living_mark_is_respected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, running: set[str] | None
) -> None:
    monkeypatch.setattr(open_elsewhere, "_running", lambda: running)
    target = leave_mark(tmp_path, LOCK, text, 0.5)
    with pytest.raises(ExportRefused, match="open in another program"):
        write(target)
    assert not target.exists()


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="is a folder"):
        write(tmp_path)
    with pytest.raises(ExportRefused, match="no folder"):
        write(tmp_path / "none" / "out.txt")


def test_a_link_keeps_pointing_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    link.symlink_to(real)
    write(link)
    assert link.is_symlink()
    assert real.read_text() == "new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is a thing of Linux")
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_full_disk(tmp_path: Path, bundled: Study, columns: Columns, shown: Comparison, ending: str) -> None:
    target = tmp_path / f"out{ending}"
    beside = target.with_name(f".{target.name}.{os.getpid()}.new{ending}")
    beside.symlink_to("/dev/full")
    with pytest.raises(ExportRefused, match="disk is full"):
        export(bundled, columns, target, shown.id, bundled.as_of)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_cancelled_export_leaves_nothing(
    tmp_path: Path, bundled: Study, columns: Columns, shown: Comparison, ending: str
) -> None:
    reported: list[float] = []

    def progress(done: float) -> None:
        reported.append(done)
        if done > 0 or ending == ".csv":
            raise Cancelled

    with pytest.raises(Cancelled):
        export(bundled, columns, tmp_path / f"out{ending}", shown.id, bundled.as_of, progress=progress)
    assert len(reported) == 1
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_one(tmp_path: Path, bundled: Study, columns: Columns, shown: Comparison) -> None:
    reported: list[float] = []
    export(bundled, columns, tmp_path / "out.xlsx", shown.id, bundled.as_of, progress=reported.append)
    assert reported == sorted(reported)
    assert (reported[0] < 0.2, reported[-1]) == (True, 1.0)


@pytest.mark.parametrize("name", ["out.doc", "out", "out.xls"])
def test_an_unknown_ending_is_refused_with_those_that_there_are(
    tmp_path: Path, bundled: Study, columns: Columns, shown: Comparison, name: str
) -> None:
    with pytest.raises(ExportRefused, match=r"\.xlsx, \.csv"):
        export(bundled, columns, tmp_path / name, shown.id, bundled.as_of)
    assert list(tmp_path.iterdir()) == []


def test_an_ending_in_capitals_is_the_same(tmp_path: Path, bundled: Study, columns: Columns, shown: Comparison) -> None:
    export(bundled, columns, tmp_path / "OUT.CSV", shown.id, bundled.as_of)
    assert (tmp_path / "OUT.CSV").exists()
