"""The as-of day that plays: smoothly at a speed, or in steps where the system asks for less motion."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from parties_of_power.domain.dates import day_number
from parties_of_power.ui import as_of_bar
from parties_of_power.ui.as_of_bar import SECOND, SPEEDS, TICK, AsOfBar
from parties_of_power.ui.workspace import Workspace

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qapp: QApplication, workspace: Workspace) -> Iterator[AsOfBar]:
    workspace.set_as_of(day_number(2000, 1, 1))
    bar = AsOfBar(workspace)
    yield bar
    bar.play.setChecked(False)
    bar.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("speed", SPEEDS, ids=lambda speed: speed.key)
def test_a_second_of_play_is_as_long_as_its_speed_says(
    bar: AsOfBar, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, speed: as_of_bar.Speed
) -> None:
    monkeypatch.setattr(as_of_bar, "has_motion", lambda _widget: True)
    bar.set_speed(speed)
    bar.play.setChecked(True)
    bar.clock.stop()
    for _tick in range(round(5 * SECOND / TICK)):
        bar.tick()
    assert (workspace.as_of - day_number(2000, 1, 1)) == pytest.approx(speed.months * 152.2, rel=0.02)


def test_less_motion_is_a_step_a_second(bar: AsOfBar, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_of_bar, "has_motion", lambda _widget: False)
    bar.play.setChecked(True)
    assert bar.clock.interval() == SECOND
    bar.tick()
    assert workspace.as_of == day_number(2001, 1, 1)


def test_the_speed_is_kept_and_shown(bar: AsOfBar, workspace: Workspace) -> None:
    bar.play.menu().actions()[0].trigger()
    assert bar.speed == SPEEDS[0]
    again = AsOfBar(workspace)
    again.play.menu().aboutToShow.emit()
    assert [action.isChecked() for action in again.play.menu().actions()] == [True, False, False, False]
    again.deleteLater()


def test_play_stops_at_the_end(bar: AsOfBar, workspace: Workspace) -> None:
    workspace.set_as_of(bar.slider.maximum() - 1)
    bar.play.setChecked(True)
    bar.clock.stop()
    for _tick in range(3):
        bar.tick()
    assert workspace.as_of == bar.slider.maximum()
    assert not bar.play.isChecked()


def test_page_keys_step_by_years_and_with_shift_by_months(bar: AsOfBar, workspace: Workspace) -> None:
    QTest.keyClick(bar.field, Qt.Key.Key_PageUp)
    assert workspace.as_of == day_number(2001, 1, 1)
    QTest.keyClick(bar.field, Qt.Key.Key_PageDown, SHIFT)
    assert workspace.as_of == day_number(2000, 12, 1)
    QTest.keyClick(bar.field, Qt.Key.Key_Up)
    assert workspace.as_of == day_number(2000, 12, 2)
