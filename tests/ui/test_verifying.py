"""The check behind the user's back: silent on a sound study, one message on a damaged one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from parties_of_power.study.study import Study
from parties_of_power.ui.verifying import Verification
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
