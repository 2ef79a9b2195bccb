"""A fault of the program is written to a log, and the user reads one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parties_of_power.ui import problems


def fail() -> None:
    raise ZeroDivisionError("no such share")


def fail_elsewhere() -> None:
    raise ZeroDivisionError("no such seat")


def test_a_fault_is_logged_and_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []
    problems.catch(told.append)
    report(fail)
    report(fail)
    report(fail_elsewhere)
    assert len(told) == 2
    assert "Traceback" not in told[0]
    assert str(problems.log_file()) in told[0]
    assert "test_problems" in told[0]
    logged = problems.log_file().read_text("utf-8")
    assert logged.count("ZeroDivisionError: no such share") == 1
    assert logged.count("ZeroDivisionError: no such seat") == 1


def test_a_fault_that_comes_again_later_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(problems, "PAUSE", 0.0)
    told: list[str] = []
    problems.catch(told.append)
    report(fail)
    report(fail)
    assert len(told) == 2


def test_where_no_log_can_be_written_the_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(problems, "log_file", lambda: tmp_path / "file" / "problems.log")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[str] = []
    problems.catch(told.append)
    report(fail)
    assert "No log" in told[0]
    assert "no such share" in capsys.readouterr().err


def report(failing: Callable[[], None]) -> None:
    """What Python does with an exception that nobody took."""
    try:
        failing()
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
