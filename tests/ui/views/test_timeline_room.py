"""Room on the timeline: for the name of an ended state above the lanes, and for labels that lines pass behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from parties_of_power.ui.views.timeline import axis
from parties_of_power.ui.views.timeline.canvas import Canvas
from parties_of_power.ui.views.timeline.labels import placed
from parties_of_power.ui.workspace import Workspace


@pytest.fixture
def canvas(workspace: Workspace) -> Iterator[Canvas]:
    canvas = Canvas(workspace)
    canvas.resize(890, 600)
    canvas.show()
    canvas.grab()
    yield canvas
    canvas.close()


def test_an_ended_state_has_its_row_only_while_its_time_is_in_view(canvas: Canvas, qtbot: QtBot) -> None:
    assert canvas.layout_.lanes_top > 0
    canvas.show_level(next(level for level in axis.LEVELS if level.title == "Years"))
    assert canvas.layout_.lanes_top == 0
    canvas.pan(-3 * canvas.scale.width)
    qtbot.waitUntil(lambda: canvas.layout_.lanes_top > 0, timeout=5000)
    canvas.fit()
    assert canvas.verticalScrollBar().value() == 0


def test_a_name_that_fits_only_on_a_line_stands_there(canvas: Canvas) -> None:
    label = next(each for each in canvas.found.labels if each.text == "Our Home – Russia")
    width = canvas.look.small.width(label.text)
    assert placed(width, label.rooms, None, 6) is None
    found = placed(width, label.crossed, None, 6)
    assert found is not None
    assert found.room.side == "left"
