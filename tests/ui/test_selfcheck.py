"""The selfcheck says OK, leaves a workbook and a picture of each scheme, and does not touch the user's settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from parties_of_power import paths
from parties_of_power.ui import selfcheck, settings
from parties_of_power.ui.palette import DARK, LIGHT


def test_the_selfcheck_says_ok(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert selfcheck.run([str(tmp_path / "check")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "OK"
    assert str(paths.data()) in said[1]
    assert (tmp_path / "check" / "selfcheck.xlsx").stat().st_size > 1000
    for name, scheme in (("light", LIGHT), ("dark", DARK)):
        picture = QImage(str(tmp_path / "check" / f"window-{name}.png"))
        assert picture.pixelColor(picture.width() // 2, 5) == scheme.ground
    assert not settings.settings_file().exists()


def test_it_can_be_done_twice(qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _time in range(2):
        assert selfcheck.run([str(tmp_path)]) == 0


def test_without_a_folder_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert selfcheck.run([]) == 2
    assert "--selfcheck FOLDER" in capsys.readouterr().err
