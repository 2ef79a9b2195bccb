"""A program that ends by a fault leaves a report, and the next start says so once, with the last edits as proof."""

from __future__ import annotations

import subprocess
import sys

from parties_of_power.study.edits.subjects import add_state
from parties_of_power.ui import crashes
from parties_of_power.ui.workspace import Workspace

FAULT = "from parties_of_power.ui import crashes\ncrashes.watch()\nimport faulthandler\nfaulthandler._sigabrt()"
KILLED = "from parties_of_power.ui import crashes\ncrashes.watch()\nimport os\nos.kill(os.getpid(), 9)"
ENDED = "from parties_of_power.ui import crashes\ncrashes.watch().end()"


def run(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, timeout=60)


def test_a_fault_is_told_once_with_the_last_edits(workspace: Workspace) -> None:
    add_state(workspace.study, "Atlantis")
    run(FAULT)
    (ending,) = crashes.earlier_endings()
    assert ending.by_fault
    assert "Fatal Python error" in ending.report.read_text("utf-8")
    said = crashes.sentence(ending, workspace.study)
    assert "Atlantis" in said
    assert str(ending.report) in said
    assert crashes.earlier_endings() == []


def test_a_program_that_was_killed_has_no_fault() -> None:
    run(KILLED)
    assert [ending.by_fault for ending in crashes.earlier_endings()] == [False]
    assert list(crashes.folder().iterdir()) == []


def test_one_that_ends_by_itself_leaves_nothing() -> None:
    run(ENDED)
    assert crashes.earlier_endings() == []
    assert list(crashes.folder().iterdir()) == []


def test_one_that_runs_is_left_alone() -> None:
    watch = crashes.watch()
    assert watch is not None
    try:
        assert crashes.earlier_endings() == []
        assert watch.path.exists()
    finally:
        watch.end()


def test_only_the_last_reports_are_kept() -> None:
    crashes.folder().mkdir(parents=True)
    for number in range(30):
        (crashes.folder() / f"report-2026-11-{number:02d} 10.00.00.txt").write_text("old")
    crashes.earlier_endings()
    assert len(list(crashes.folder().iterdir())) == crashes.MOST_KEPT
