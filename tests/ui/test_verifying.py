"""The check behind the user's back: silent on a sound study, one message on a damaged one."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from parties_of_power.study.edits import add_state
from parties_of_power.study.study import Study
from parties_of_power.ui.verifying import AFTER_EDIT, Verification
from parties_of_power.ui.workspace import Workspace


def verified(workspace: Workspace, qtbot: QtBot) -> list[str]:
    said: list[str] = []
    parent = QObject()
    verification = Verification(workspace, parent)
    verification.found.connect(said.append)
    with qtbot.waitSignal(verification._done, timeout=20_000):
        verification.start()
    verification.stop()
    return said


def test_a_sound_study_is_verified_in_silence(workspace: Workspace, qtbot: QtBot) -> None:
    assert verified(workspace, qtbot) == []


def test_a_changed_row_is_named(study_file: Path, qtbot: QtBot) -> None:
    workspace = Workspace(Study.open(study_file, coder="tester"))
    try:
        with sqlite3.connect(study_file) as other:
            other.execute("UPDATE source SET title = 'Another' WHERE id = (SELECT min(id) FROM source)")
        other.close()
        (text,) = verified(workspace, qtbot)
        assert study_file.name in text
        assert "source" in text
    finally:
        workspace.close()


def test_an_edit_does_not_wait_for_the_reading(workspace: Workspace) -> None:
    parent = QObject()
    verification = Verification(workspace, parent)
    verification.start()
    add_state(workspace.study, "Abkhazia")
    assert verification.reader is None or not verification.reader.is_alive()
    assert workspace.study.check() == []
    verification.stop()


def test_what_gave_way_begins_anew_when_the_user_rests(workspace: Workspace) -> None:
    parent = QObject()
    verification = Verification(workspace, parent)
    verification.is_wanted = True
    verification.reader = Thread(target=lambda: wait_until(lambda: not verification.is_wanted), daemon=True)
    verification.reader.start()
    verification.give_way()
    assert verification.reader is None
    assert verification.wait.isActive()
    assert verification.wait.interval() == AFTER_EDIT
    verification.stop()


def wait_until(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.001)
