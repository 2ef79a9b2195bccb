"""One program for each user: a second start hands its files on, and each file opens in a window of its own, once."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from parties_of_power.study.study import Study
from parties_of_power.ui import running, windows
from parties_of_power.ui.settings import Settings

NAMES = ("Партии власти.parties", "Қазақстан 2008.parties", "🗳 with spaces.parties", "б" * 115 + ".parties")


@pytest.fixture(autouse=True)
def no_runtime_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The path of a socket must be short, which that of a test's folder need not be."""
    short = Path("/tmp") / f"pp-{os.getpid()}"
    short.mkdir(exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short))


@pytest.fixture
def first(qapp: QApplication, study_file: Path) -> Iterator[Study]:
    window = windows.make(Study.open(study_file), Settings())
    windows.show(window)
    qapp.processEvents()
    yield window.workspace.study
    for each in windows.shown():
        each.close()
    windows.shown()


def wait_for(qapp: QApplication, started: subprocess.Popen[bytes]) -> int:
    end = time.monotonic() + 30
    while started.poll() is None and time.monotonic() < end:
        qapp.processEvents()
        time.sleep(0.01)
    return started.wait(1)


def test_a_second_start_hands_its_files_on(qapp: QApplication, first: Study, tmp_path: Path) -> None:
    files = [tmp_path / name for name in NAMES]
    for file in files:
        Study.create(file).close()
    taken: list[tuple[list[Path], str]] = []
    assert running.listen(lambda paths, token: taken.append((paths, token)))
    environment = {**os.environ, "XDG_ACTIVATION_TOKEN": "leave"}
    started = subprocess.Popen([sys.executable, "-m", "parties_of_power", *map(str, files)], env=environment)
    assert wait_for(qapp, started) == 0
    assert taken == [(files, "leave")]


def test_each_file_has_a_window_and_only_one(qapp: QApplication, first: Study, tmp_path: Path) -> None:
    other = tmp_path / NAMES[0]
    Study.create(other).close()
    assert windows.open_file(first.path) is windows.shown()[0]
    opened = windows.open_file(other)
    assert opened is not None
    assert len(windows.shown()) == 2
    link = tmp_path / "link.parties"
    link.hardlink_to(other)
    assert windows.open_file(link) is opened
    opened.remember(other)
    assert windows.shown()[0].settings.recent[0] == str(other)
    opened.close()
    assert len(windows.shown()) == 1


def test_a_socket_that_a_killed_program_left_is_taken_over(qapp: QApplication) -> None:
    place = running.place()
    Path(place).unlink(missing_ok=True)
    left = socket.socket(socket.AF_UNIX)
    left.bind(place)
    left.close()
    assert not running.passed_on([])
    assert running.listen(lambda _files, _token: None)


def test_nonsense_is_not_taken(qapp: QApplication) -> None:
    Path(running.place()).unlink(missing_ok=True)
    taken: list[object] = []
    assert running.listen(lambda files, token: taken.append((files, token)))
    for said in (b"{}\n", b"[1]\n", b"\xff\n"):
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(running.place())
            stranger.sendall(said)
            for _wait in range(20):
                qapp.processEvents()
                time.sleep(0.005)
    assert taken == []
